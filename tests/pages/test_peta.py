"""The product map's page without its map: choices, panel, tables, both languages."""

from __future__ import annotations

import pytest
from framed import opened as open_page
from framed import seen as see_page
from framed import texts

import data


def opened(language: str = "id", **address: str):
    return open_page("peta", language, **address)


def seen(language: str = "id", **address: str):
    return see_page("peta", language, **address)


def table(at, heading: str):
    return next(element.value for element in at.dataframe if heading in element.value.columns)


def test_all_products_of_komwil_one():
    at = seen()
    assert len(table(at, "Produk")) == 188
    assert "188 dari 228 produk · 24 kota" in texts(at)
    assert at.title[0].value == "Produk kuliner tercatat di 22 dari 24 kota, perikanan hanya di 7"


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ({"komwil": "I,II"}, 228),
        ({"komwil": "II"}, 40),
        ({"kategori": "perikanan"}, 7),
        ({"cari": "tenun"}, 8),
        ({"cari": "%_.*"}, 0),
        ({"komwil": "I,II", "provinsi": "13", "peran": "hub"}, 7),
    ],
)
def test_filters(address, count):
    at = seen(**address)
    if count:
        assert len(table(at, "Produk")) == count
    else:
        assert "Tidak ada produk yang cocok" in texts(at)


@pytest.mark.parametrize("city", list(data.cities().index)[::3])
def test_panel_of_a_city(city):
    at = seen(kota=city, komwil="I,II")
    assert data.cities().at[city, "name"] in texts(at)
    expected = (data.load("products")["region_code"] == city).sum()
    assert products_told(at) == expected
    # The table starts with the city.
    assert set(table(at, "Produk")["Kota"][:expected]) == {data.cities().at[city, "short_name"]}


def products_told(at) -> int:
    return sum(each.proto.body.count("<details>") for each in at.get("html"))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"kota": "1271"}, "Sibolga memasok 9 kota menurut berita; 7 produk unggulannya tercatat"),
        ({"kategori": "perikanan"}, "7 kota mencatat produk perikanan"),
        ({"kategori": "perikanan", "kota": "1371"}, "7 kota mencatat produk perikanan; Padang salah satunya"),
        ({"kategori": "perikanan", "kota": "1275"}, "Medan belum tercatat punya produk perikanan; 7 kota"),
        ({"warna": "hdi", "kota": "1271"}, "Indeks Pembangunan Manusia Sibolga 78,11, tertinggi ke-19 dari"),
        (
            {"warna": "poverty_pct", "tahun": "2018", "kota": "1371"},
            "Penduduk miskin Padang belum terdata (2018)",
        ),
        ({"warna": "poor_population_thousand", "kota": "1271"}, "Sibolga: 9,02 ribu jiwa (2025)"),
    ],
)
def test_sentence_above_the_map_finds(address, sentence):
    said = seen(**address).title[0].value
    assert sentence in said


def test_the_number_of_poor_is_never_ranked():
    said = seen(warna="poor_population_thousand", kota="1271").title[0].value
    assert "ke-" not in said and "tertinggi" not in said and "terbanyak" not in said


def test_year_is_a_choice_of_the_address():
    at = seen(warna="poverty_pct", tahun="2021", tabel="kota", kota="1271")
    assert "(2021)" in at.title[0].value and not at.warning
    assert set(at.dataframe[0].value["Periode"]) == {"2021"}
    assert at.dataframe[0].value["Kota"].iloc[0] == "Sibolga"


@pytest.mark.parametrize(
    "measure", ["produk", "lq_C", "porsi_A", "poverty_pct", "grdp_per_capita_adhb", "lq_B"]
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_kind_of_colour(measure, language):
    at = seen(language, warna=measure, tabel="kota", kota="1271")
    frame = at.dataframe[0].value
    assert len(frame) == 24
    assert frame.iloc[0, 0] == "Sibolga"
    assert not at.warning


def test_flows_as_a_table():
    at = seen(tabel="alur", komwil="I,II")
    everything = table(at, "Pemasok")
    certain = table(seen(tabel="alur", komwil="I,II", pasti="1"), "Pemasok")
    assert 0 < len(certain) < len(everything)
    assert set(certain["Kepastian"]) == {"kota disebut pasti"}


@pytest.mark.parametrize(
    ("address", "named"),
    [({"tempat": "9999"}, "9999"), ({"warna": "emas"}, "emas"), ({"kategori": "perikanan,xyz"}, "xyz")],
)
def test_wrong_address_is_named_in_a_sentence(address, named):
    at = seen(**address)
    assert len(at.warning) == 1
    assert named in at.warning[0].value


def test_english_has_no_indonesian_left_on_the_controls():
    at = opened("en")
    labels = [each.label for each in (*at.selectbox, *at.multiselect, *at.toggle, *at.text_input)]
    assert "Province" in labels
    assert not {"Provinsi", "Cari kata", "Lapisan"} & set(labels)


def test_a_value_and_its_year_do_not_stand_in_two_brackets():
    said = seen(warna="hdi", komwil="I,II").title[0].value
    assert "tertinggi di Banda Aceh: 89,55 (2025)" in said
