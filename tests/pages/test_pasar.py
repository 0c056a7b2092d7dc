"""The page on markets: foods, products, baskets, wrong addresses; never a traceback."""

from __future__ import annotations

import pytest
from framed import opened, texts


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("food", ["Cabe merah", "ikan", "Daging kerbau", "Lele"])
def test_a_food_has_buyers(food, language):
    said = texts(opened("pasar", language, pangan=food))
    assert ("a year" if language == "en" else "setahun") in said


def test_the_headline_names_the_largest_and_the_highest():
    at = opened("pasar", pangan="Cabe merah")
    assert "Medan pasar terbesar (Rp 535 miliar), Padang tertinggi per orang" in at.subheader[0].value


def test_cities_without_the_food_are_named_as_not_known():
    said = texts(opened("pasar", pangan="Daging kerbau"))
    assert "Belum terdata: " in said


@pytest.mark.parametrize("product", ["P032", "P111", "P188"])
def test_a_product_has_a_market_and_a_place(product):
    said = texts(opened("pasar", lihat="produk", produk=product))
    assert "dijual sebagai" in said
    assert "Menurut letak" in said


def test_a_product_without_a_counterpart_gives_a_sentence():
    said = texts(opened("pasar", lihat="produk", produk="P002"))
    assert "Susenas mencatat bahan pangan saja" in said


@pytest.mark.parametrize("city", ["1275", "2171", "1572"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_city_has_a_basket(city, language):
    at = opened("pasar", language, lihat="kota", kota=city)
    assert len(at.subheader) == 2
    assert len(at.dataframe) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("lihat", "x"), ("pangan", "Nasi"), ("cakupan", "dunia"), ("ukuran", "-1"), ("pangan", "<script>")],
)
def test_a_wrong_value_gives_a_sentence(name, value):
    at = opened("pasar", **{name: value})
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)
    assert at.subheader


def test_a_wrong_product_gives_a_sentence():
    at = opened("pasar", lihat="produk", produk="P999")
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)
