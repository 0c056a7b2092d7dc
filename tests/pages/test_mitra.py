"""The page on partners: cities, languages, weights, wrong addresses; never a traceback."""

from __future__ import annotations

import pytest
from framed import opened, texts

import data


@pytest.mark.parametrize("city", ["1275", "1271", "2171", "1173", "1572", "1871"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_five_partners_as_advice(city, language):
    at = opened("mitra", language, kota=city)
    said = texts(at)
    cards = [each for each in at.markdown if str(each.value).startswith("### ")]
    assert len(cards) == 5
    assert said.count("How sure?" if language == "en" else "Seberapa yakin?") == 5
    assert data.cities().at[city, "short_name"] in said


def test_sibolga_is_sent_to_medan():
    said = texts(opened("mitra", kota="1271"))
    assert "Untuk Sibolga, yang paling layak dijajaki: Medan" in said
    assert "Menurut berita, Sibolga memasok Medan: ikan laut (2021)" in said


def test_all_weights_zero_gives_a_sentence():
    names = ("supply", "demand", "nearness", "needs", "applications")
    at = opened("mitra", **{f"bobot_{name}": "0" for name in names})
    assert "Semua bobot nol" in texts(at)


def test_moving_a_weight_changes_the_order_and_the_address():
    at = opened("mitra", kota="1271")
    before = at.subheader[0].value
    at.slider(key="bobot_nearness").set_value(0).run()
    assert not at.exception
    assert at.subheader[0].value != before
    assert at.query_params["bobot_nearness"] in ("0", ["0"])


def test_own_province_is_left_out():
    said = texts(opened("mitra", kota="1271", seprovinsi="0"))
    assert "Sumatera Utara;" not in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kota", "9999"),
        ("bobot_supply", "banyak"),
        ("bobot_supply", "99"),
        ("peran", "x"),
        ("cakupan", ""),
        ("perjanjian", "<b>"),
        ("seprovinsi", "2"),
    ],
)
def test_a_wrong_value_gives_a_sentence(name, value):
    at = opened("mitra", **{name: value})
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)
    assert len([each for each in at.markdown if str(each.value).startswith("### ")]) == 5


def test_agreements_count_when_asked():
    shown = opened("mitra", kota="1571", cakupan="anggota")
    for_them = opened("mitra", kota="1571", cakupan="anggota", perjanjian="mendukung")
    assert shown.subheader[0].value != for_them.subheader[0].value
    assert "Pangkalpinang" in texts(for_them)
