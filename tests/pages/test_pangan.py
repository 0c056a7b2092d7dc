"""The page on markets: foods, products, baskets, wrong addresses; never a traceback."""

from __future__ import annotations

import re

import pytest
from framed import opened, seen, texts

import data
from findings.food import prices
from findings.food.product_story import product_story


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("food", ["Cabe merah", "ikan", "Daging kerbau", "Lele"])
def test_a_food_has_buyers(food, language):
    said = texts(seen("pangan", language, pangan=food))
    assert ("a year" if language == "en" else "setahun") in said


def test_the_headline_names_the_largest_and_the_highest():
    at = seen("pangan", pangan="Cabe merah")
    said = [each.value for each in at.header]
    assert any("Medan pasar terbesar (Rp 537 miliar), Padang tertinggi per orang" in text for text in said)


def test_a_food_in_a_city_from_need_to_supplier():
    at = seen("pangan", pangan="Cabe merah", kota="2171")
    said = texts(at)
    assert "Cabai merah di Batam lebih mahal" in at.title[0].value
    assert "4 pemasok diberitakan berjalan" in said
    assert "menyeberang laut" in said
    body = " ".join(each.proto.body for each in at.get("html"))
    assert "4.131 ton" in body
    assert "berjalan, 2023" in body
    assert "isi ongkos" in body


def test_rates_of_the_user_make_the_headline_after_freight():
    at = opened("pangan", pangan="Cabe merah", kota="2171")
    for key, value in (("ongkos", 6.0), ("kapal", 2_000.0), ("susut", 10.0)):
        at.number_input(key=key).set_value(value)
    at.run()
    assert not at.exception
    said = texts(at)
    assert "sampai di Batam masih lebih murah" in said
    assert "Bulan ketika selisih harga melebihi ongkos dan susut" in said
    assert re.search(r"Kab\. Simalungun: \d+ dari 12 bulan; tidak pada \w+ 202\d", said), said
    # The link a colleague gets shows the same price on arrival.
    rates = {name: at.query_params[name] for name in ("ongkos", "kapal", "susut")}
    assert rates == {"ongkos": "6", "kapal": "2000", "susut": "10"}
    again = opened("pangan", pangan="Cabe merah", kota="2171", **rates)
    assert bodies(again) == bodies(at)


def bodies(at) -> list[str]:
    return [each.proto.body for each in at.get("html")]


def test_the_market_level_of_the_line_is_said_where_there_is_only_one():
    at = seen("pangan", pangan="Cabe merah", kota="2171")
    assert "Tingkat pasar: harga konsumen; hanya itu yang tercatat di Batam" in texts(at)
    assert not [each for each in at.get("button_group") if each.label == "Tingkat pasar"]


def test_a_staple_without_a_survey_row_has_prices_and_suppliers():
    at = seen("pangan", pangan="beras", kota="1171")
    said = texts(at)
    assert not at.exception
    body = " ".join(each.proto.body for each in at.get("html"))
    assert "tabel Susenas per kota yang dipakai di sini tidak memuat" in body
    assert "Aceh Besar" in body
    assert "setahun ke" not in said


def test_cities_without_the_food_are_named_as_not_known():
    said = texts(seen("pangan", pangan="Daging kerbau"))
    assert "Belum terdata: " in said


@pytest.mark.parametrize("product", ["P032", "P111", "P188"])
def test_a_product_has_a_market_and_a_place(product):
    said = texts(seen("pangan", lihat="produk", produk=product))
    assert "dijual sebagai" in said
    assert "Menurut letak" in said


def test_a_product_without_a_counterpart_is_no_dead_end():
    at = seen("pangan", lihat="produk", produk="P091")
    said = texts(at)
    body = " ".join(each.proto.body for each in at.get("html"))
    assert "Susenas mencatat bahan pangan saja" in said
    assert "ID G 000000082" in body
    assert "Yang serupa di kota lain" in said


def test_products_with_a_market_stand_first():
    at = seen("pangan", lihat="produk")
    assert "dijual sebagai" in texts(at)


@pytest.mark.parametrize(("city", "whose"), [("1271", "1271"), ("1172", "1172"), ("2171", "1171")])
def test_a_food_of_my_city_is_shown_first(city, whose):
    """Batam builds ships: a page on food does not begin with them."""
    at = seen("pangan", lihat="produk", kota=city)
    (choice,) = [each for each in at.selectbox if each.key == "produk"]
    assert data.load("products").set_index("product_id").at[choice.value, "region_code"] == whose
    assert "dijual sebagai" in texts(at)


def test_another_city_brings_its_own_product_unless_one_was_chosen():
    at = opened("pangan", lihat="produk", kota="1273")
    owner = data.load("products").set_index("product_id")["region_code"]

    def choose(city: str) -> str:
        at.query_params["kota"] = city
        at.run()
        return at.selectbox(key="produk").value

    assert owner[choose("1371")] == "1371"
    at.selectbox(key="produk").select("P091").run()
    assert choose("1273") == "P091"


def test_every_product_has_its_story():
    for product_id in data.load("products")["product_id"]:
        story = product_story(product_id)
        assert product_id not in set(story.alike["product_id"])
        assert not (story.facts["fact"] == "correction").any()


@pytest.mark.parametrize("city", ["1275", "2171", "1572"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_city_has_a_basket(city, language):
    at = seen("pangan", language, lihat="kota", kota=city)
    assert len(at.title) == len(at.header) == 1
    assert len(at.dataframe) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("lihat", "x"), ("pangan", "Nasi"), ("cakupan", "dunia"), ("ukuran", "-1"), ("pangan", "<script>")],
)
def test_a_wrong_value_gives_a_sentence(name, value):
    at = seen("pangan", **{name: value})
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)
    assert at.header


def test_a_wrong_product_gives_a_sentence():
    at = seen("pangan", lihat="produk", produk="P999")
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)


def test_one_month_of_a_city_has_its_need_and_its_prices():
    at = seen("pangan", pangan="Cabe merah", kota="2171", waktu="2025-01")
    body = " ".join(each.proto.body for each in at.get("html"))
    assert at.title[0].value.replace("\\", "").startswith("Januari 2025: Cabai merah di Batam lebih mahal")
    # 31 of 365.25 days of 4,131 tons.
    assert "Januari 2025: 351 ton" in body
    assert " bulan</small>" not in body
    price = prices.monthly("Cabai Merah Keriting").at["2025-01", "1209"]
    assert f"Rp {price:,.0f}".replace(",", ".") in body


def test_a_month_nobody_recorded_is_answered_with_a_sentence():
    at = seen("pangan", pangan="Cabe merah", kota="2171", waktu="2030-01")
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)
