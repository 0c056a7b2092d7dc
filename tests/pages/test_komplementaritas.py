"""The page on complementarity: three views, both languages, wrong addresses; never a traceback."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from framed import opened as open_page
from framed import seen as see_page
from framed import texts

import data
from findings import complementarity, deals, validation
from i18n import using
from ui.structure import words as links_words
from wording import export
from wording.names import city_name

SIBOLGA, MEDAN, PALEMBANG, BATAM = "1271", "1275", "1671", "2171"


def opened(language: str = "id", **address: str):
    return open_page("komplementaritas", language, **address)


def seen(language: str = "id", **address: str):
    return see_page("komplementaritas", language, **address)


@pytest.mark.parametrize(
    ("scope", "sold", "language"),
    [("I", "barang", "id"), ("I+II", "C", "id"), ("I+II", "A", "en")],
)
@pytest.mark.parametrize("shown", ["jaringan", "matriks", "pasangan"])
def test_every_view_is_drawn(shown, scope, sold, language):
    at = seen(language, lihat=shown, cakupan=scope, tercatat=sold)
    assert not at.warning
    assert not at.error


@pytest.mark.parametrize("reference", data.REFERENCES)
def test_every_reference_is_drawn(reference):
    for shown in ("jaringan", "pasangan"):
        assert not seen(lihat=shown, pembanding=reference).warning


def test_it_says_that_no_trade_is_observed():
    assert "bukan perdagangan yang diamati" in texts(seen())
    assert "no trade is observed" in texts(seen("en"))


def test_structure_and_recorded_trade_are_said_to_differ():
    """Which of the two recorded trade follows is worked out from the table in force."""
    said = texts(seen())
    fit = validation.validate_trade()["rho_sumatra"]
    assert fit["size_distance"] > fit["complementarity"]
    assert "lebih mengikuti besar dan jarak daripada indeks ini" in said
    assert "bukan saran dagang" in said
    assert "Yang benar-benar tercatat antarprovinsi, 2016" in said


def test_no_rupiah_of_a_structure_is_printed():
    for shown in ("jaringan", "matriks"):
        said = texts(seen(lihat=shown)).split("Yang benar-benar tercatat")[0]
        assert "Rp " not in said
    at = seen(dari=SIBOLGA, ke=MEDAN)
    assert "Rp " not in texts(at)
    # Between provinces an amount is recorded, and only that is split.
    said = texts(seen(dari=MEDAN, ke=BATAM))
    assert said.count("Perkiraan dari pola antarprovinsi 2016, pembelian antarusaha saja") == 1


def test_a_service_that_is_not_sold_is_said_to_be_missing():
    at = seen(lihat="matriks", tercatat="O")
    assert "Terbesar" in texts(at) or "Belum terdata" in texts(at)


def test_strongest_links_name_makers_that_are_level():
    headline = seen().header[0].value
    assert "Dumai dan Batam kuat di" in headline
    assert "industri" in headline


@pytest.mark.parametrize("city", [MEDAN, SIBOLGA, BATAM, "1278", "1374", "1473"])
@pytest.mark.parametrize("shown", ["jaringan", "matriks"])
def test_the_title_states_what_is_found_on_my_city(city, shown):
    at = seen(kota=city, lihat=shown)
    assert city_name(city) in at.title[0].value
    assert "lemah di" in at.title[0].value
    said = texts(at)
    assert "Urutan ke-" in said
    assert "garis lurus" in said


def test_a_pair_that_hardly_fits_says_so():
    at = seen(dari="1278", ke=SIBOLGA)
    assert at.title[0].value == "Sibolga dan Gunungsitoli hampir tidak saling melengkapi"
    assert "Indeks di bawah 0,01" in texts(at)


def test_pair_from_a_link_opens_the_pair():
    at = seen(dari=SIBOLGA, ke=MEDAN)
    assert [each.value for each in at.header] == ["Sibolga → Medan", "Medan → Sibolga"]
    shown = texts(at)
    assert "pertanian & perikanan" in shown
    assert "ikan laut (jelas kotanya;" in shown
    assert "205 km" in shown


def test_pair_is_turned_round():
    at = opened(dari=SIBOLGA, ke=BATAM)
    at.button[0].click().run()
    assert not at.exception
    assert at.header[0].value == "Batam → Sibolga"
    assert at.query_params["dari"] == BATAM


def test_city_with_itself_gets_a_sentence():
    at = seen(dari=MEDAN, ke=MEDAN)
    assert "sama" in at.info[0].value
    assert not at.header


def test_wrong_values_in_the_address_are_answered_in_a_sentence():
    at = seen(lihat="x", cakupan="III", pembanding="y", tercatat="ZX", sektor="ZZ,A", dari="0", ke="'")
    said = "\n".join(each.value for each in at.warning)
    for wrong in ("x", "III", "y", "ZX", "ZZ"):
        assert f"“{wrong}”" in said


def test_wrong_pair_is_answered_in_a_sentence():
    at = seen(lihat="pasangan", dari="12.71", ke="Medan")
    assert len(at.warning) == 2
    supplier, buyer = map(city_name, deals.leading_pair())
    assert [each.value for each in at.header] == [f"{supplier} → {buyer}", f"{buyer} → {supplier}"]


def test_sectors_that_count_are_said_and_can_be_switched():
    at = seen()
    assert "Tidak ikut: listrik & gas" in texts(at)
    at = seen(sektor="C")
    assert "Ikut dihitung: industri. Tidak ikut" in texts(at)
    at = seen(sektor="")
    assert "sedikitnya satu sektor" in texts(at) or "Ikut dihitung" in texts(at)


def test_view_is_narrowed_to_a_province():
    at = seen(lihat="matriks", provinsi="12")
    assert not at.warning
    at = seen(lihat="jaringan", provinsi="12")
    table = at.dataframe[0].value
    names = set(data.cities().query("province_code == '12'")["short_name"])
    assert set(table["Kota yang kuat"]) | set(table["Kota yang lemah"]) <= names


def test_one_city_alone_is_no_view():
    assert "kurang dari dua kota" in texts(seen(hanya=MEDAN))


def test_downloads_open_in_an_indonesian_spreadsheet():
    view = complementarity.View()
    with using("id"):
        frames = [
            links_words.matrix_table(complementarity.matrix(view)),
            links_words.links_table(complementarity.with_sectors(complementarity.links(view).head(5), view)),
            links_words.behind_table(complementarity.sectors_behind(view, SIBOLGA, MEDAN), SIBOLGA, MEDAN),
        ]
    for frame in frames:
        content = export.csv_bytes(frame, indonesian=True)
        assert content.startswith(b"\xef\xbb\xbf")
        back = pd.read_csv(io.BytesIO(content), sep=";", decimal=",", encoding="utf-8-sig")
        assert back.shape == frame.shape
        numbers = frame.select_dtypes("number").columns
        assert len(numbers)
        pd.testing.assert_frame_equal(back[numbers], frame[numbers].reset_index(drop=True), check_dtype=False)


def test_what_is_kept_is_told_apart_by_view_and_language():
    asked = ({}, {"cakupan": "I+II"}, {"sektor": "A"}, {"tercatat": "A"})
    first = [texts(seen(language, **address)) for address in asked for language in ("id", "en")]
    assert [texts(seen(language, **address)) for address in asked for language in ("id", "en")] == first
    assert len(set(first)) == len(first)


def test_products_of_a_sector_are_told_only_where_a_sector_is():
    """Dumai and Batam are strong in the same: no sector is left that products could be of."""
    at = seen(lihat="pasangan", dari="1473", ke=BATAM)
    assert "Tidak ada bidang tempat Dumai kuat dan Batam lemah" in texts(at)
    assert "pada sektor itu" not in texts(at)
