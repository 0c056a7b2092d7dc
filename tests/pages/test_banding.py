"""The page that puts cities side by side: numbers of cities, yardsticks, wrong addresses."""

from __future__ import annotations

import pytest
from framed import seen, texts


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("cities", ["1275,2171", "1271,1473,1174,1375,1275,2171"])
def test_cities_stand_side_by_side(cities, language):
    at = seen("banding", language, banding=cities)
    assert len(at.header) == 9
    assert len(at.dataframe) == 4


def test_any_of_the_514_can_be_the_yardstick():
    said = texts(seen("banding", banding="1275", tolok="3578"))
    assert "Surabaya bertumpu pada" in said


def test_a_kabupaten_is_told_from_the_city_of_its_name():
    said = texts(seen("banding", banding="1372", tolok="1303"))
    assert "Kab. Solok bertumpu pada" in said


def test_one_city_alone_asks_for_another():
    said = texts(seen("banding", banding="1275"))
    assert "Pilih sedikitnya dua kota" in said


@pytest.mark.parametrize(
    "address", [{"banding": "1275,1275,2171"}, {"banding": "1275,2171", "tolok": "1275"}]
)
def test_a_city_chosen_twice_gives_a_sentence(address):
    at = seen("banding", **address)
    assert any("Medan dipilih dua kali" in str(each.value) for each in at.warning)


def test_growth_of_lhokseumawe_is_remarked():
    assert "turun 20% pada 2015" in texts(seen("banding", banding="1174,1275"))
    assert "turun 20% pada 2015" not in texts(seen("banding", banding="1271,1275"))


def test_most_alike_elsewhere_and_its_switches():
    assert "Kota Surabaya" in texts(seen("banding", mirip="1275"))
    at = seen("banding", mirip="1376", luar_provinsi="0", seukuran="0", hanya_kota="0")
    assert "paling mirip dengan Payakumbuh" in texts(at)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("banding", "1275,9999"),
        ("banding", "1275,1276,1271,1272,1273,1274,1277"),
        ("tolok", "0"),
        ("mirip", "x"),
        ("pembanding", "2027Q1"),
        ("hanya_kota", "ya"),
    ],
)
def test_a_wrong_value_gives_a_sentence(name, value):
    at = seen("banding", **{name: value})
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)


def test_what_is_kept_is_told_apart_by_cities_and_language():
    asked = ({"banding": "1271,1275"}, {"banding": "2171,1871"})
    first = [texts(seen("banding", language, **address)) for address in asked for language in ("id", "en")]
    again = [texts(seen("banding", language, **address)) for address in asked for language in ("id", "en")]
    assert again == first
    assert len(set(first)) == 4
    assert "Medan bertumpu pada" in first[0]
    assert "bertumpu pada" not in first[1]
    assert "Medan bertumpu pada" not in first[2]
    assert "Batam bertumpu pada" in first[2]
