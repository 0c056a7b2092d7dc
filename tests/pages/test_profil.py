"""The city profile as a page: every part, both languages, wrong addresses; never a traceback."""

from __future__ import annotations

import re

import pytest
from framed import opened as open_page
from framed import seen as see_page
from framed import texts

import data
from findings import deals
from i18n import _, using
from ui.profile import words
from wording import deals as deal_words
from wording.deals import headlines

MEDAN, SIBOLGA, BATAM, GUNUNGSITOLI, JAMBI = "1275", "1271", "2171", "1278", "1571"


def opened(language: str = "id", **address: str):
    return open_page("profil", language, **address)


def seen(language: str = "id", **address: str):
    return see_page("profil", language, **address)


def test_medan_is_shown_first():
    at = seen()
    assert at.title[0].value == "Kota Medan"
    assert at.header[0].value == "Medan simpul dagang telur ayam ras"
    assert "perdagangan (28,2% PDRB" in texts(at)
    assert not at.warning
    assert len(at.metric) == 6
    hdi = next(metric for metric in at.metric if metric.label == "Indeks Pembangunan Manusia")
    assert hdi.value == "83,74"
    assert hdi.delta == "2025 · urutan 6 dari 34 kota"


@pytest.mark.parametrize("city", list(data.cities().index)[::4])
def test_cities_of_every_province_have_a_profile(city):
    at = seen(kota=city)
    assert at.title[0].value == data.cities().at[city, "name"]
    assert len(at.metric) == 6
    assert not at.warning


@pytest.mark.parametrize(("city", "language"), [(SIBOLGA, "id"), (JAMBI, "en")])
@pytest.mark.parametrize("part", words.SECTIONS)
def test_every_part_is_drawn(part, city, language):
    at = seen(language, kota=city, bagian=part)
    assert len(at.header) >= 2
    assert not at.warning


@pytest.mark.parametrize("reference", data.REFERENCES)
def test_reference_is_named_in_the_headline(reference):
    at = seen(kota=SIBOLGA, pembanding=reference)
    with using("id"):
        assert f"porsi {words.reference_name(reference, SIBOLGA)})" in texts(at)


def test_english_leaves_no_indonesian_label():
    at = seen("en", kota=SIBOLGA)
    assert "sells" in at.header[0].value
    assert "stands out in" in texts(at)
    assert [box.label for box in at.selectbox] == ["My city", "Reference economy"]
    assert all("urutan" not in metric.delta for metric in at.metric)


def test_wrong_values_in_the_address_are_answered_in_a_sentence():
    at = seen(kota="9999", pembanding="bulan", bagian="<script>")
    said = "\n".join(warning.value for warning in at.warning)
    assert len(at.warning) == 3
    assert "9999" in said and "bulan" in said
    assert at.title[0].value == "Kota Medan"


def test_kemendagri_code_is_not_taken_for_another_city():
    at = seen(kota="14.72")  # Dumai in the other code list
    assert len(at.warning) == 1
    assert at.title[0].value == "Kota Medan"


@pytest.mark.parametrize("city", [SIBOLGA, "1376", "1872"])
def test_partners_are_the_deals_in_goods_and_never_a_sector_with_rupiah(city):
    at = seen(kota=city, bagian="mitra")
    said = texts(at) + "\n".join(re.sub("<[^>]+>", "", str(each.proto.body)) for each in at.get("html"))
    with using("id"):
        for card in deals.cards(city).all:
            assert deal_words.title(card) in said
        assert headlines.best(deals.cards(city).all, city) in said
    assert "potensi Rp" not in said and "satu triwulan" not in said.replace("hanya satu triwulan", "")


def test_caveats_stand_beside_their_figure():
    assert "hanya satu triwulan" in texts(seen(kota=MEDAN))
    assert "Pertambangan memang nol" in texts(seen(kota="1171"))
    assert "turun 20% pada 2015" in texts(seen(kota="1174", bagian="pertumbuhan"))
    assert "angka sementara" in texts(seen(kota=MEDAN, bagian="pertumbuhan"))
    assert "dua seri" in texts(seen(kota=MEDAN, bagian="indikator"))
    assert "diperselisihkan" in texts(seen(kota=GUNUNGSITOLI, bagian="indikator"))
    assert "berasal dari berita" in texts(seen(kota=MEDAN, bagian="produk"))


def test_what_is_missing_is_said_with_the_way_to_supply_it():
    at = seen(kota="1171", bagian="data")
    shown = texts(at)
    for gap in data.missing("1171")[:5]:
        with using("id"):
            assert gap.what.split(" ")[0] in shown
            assert gap.how in shown


def test_indicators_carry_year_place_and_source():
    at = seen(kota=SIBOLGA, bagian="indikator")
    table = at.dataframe[0].value
    with using("id"):
        assert list(table.columns) == [
            _("Indikator"), _("Nilai"), _("Tahun"), _("Posisi"), _("Sumber"), _("Catatan"),
        ]  # fmt: skip
    row = table[table["Indikator"] == "Penduduk miskin"].iloc[0]
    assert row["Nilai"] == "10,28%"
    assert row["Tahun"] == "2025"
    assert row["Posisi"] == "urutan 28 dari 34 kota"
    assert row["Sumber"]


def test_choice_is_written_into_the_address():
    at = opened()
    at.selectbox(key="kota").set_value(BATAM).run()
    assert at.query_params["kota"] == BATAM
    assert at.title[0].value == "Kota Batam"
