"""The page on partners: deals in goods as cards, the ranking of cities below; never a traceback."""

from __future__ import annotations

import pytest
from framed import opened, seen, texts

import data
from findings import deals


def bodies(at) -> str:
    return " ".join(each.proto.body for each in at.get("html"))


@pytest.mark.parametrize("city", ["1275", "1271", "2171", "1173", "1175", "1278", "1572", "1871"])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("side", ["beli", "jual"])
def test_every_card_of_a_city_is_drawn(city, language, side):
    at = seen("mitra", language, kota=city, sisi=side)
    found = deals.cards(city)
    cards = found.buying if side == "beli" else found.selling
    assert bodies(at).count('class="judul"') == len(cards)
    assert data.cities().at[city, "short_name"] in at.title[0].value


def test_batam_buys_eggs_through_bukittinggi_and_hears_who_really_lays_them():
    said = bodies(seen("mitra", kota="2171", sisi="beli"))
    assert "Telur ayam ras lewat Bukittinggi, simpul dagang" in said
    assert "192,2 juta butir" in said
    assert "Lima Puluh Kota" in said
    assert "dua sumber harga berbeda arah" in said


def test_sibolga_sells_fish_inland_and_not_to_medan():
    said = bodies(seen("mitra", kota="1271", sisi="jual"))
    assert "untuk Padangsidimpuan" in said
    assert "4.428 ton" in said
    assert "Tidak mungkin untuk semua" in said
    assert "untuk Medan" not in said


def test_an_honest_empty_card():
    said = bodies(seen("mitra", kota="1175", sisi="jual"))
    assert "Belum ada barang dengan pembeli tercatat" in said


def test_no_advice_names_a_sector_or_an_amount_without_demand_and_supply():
    sectors = set(data.load("sectors")["name_id"])
    for city in data.cities("I").index:
        for side in ("beli", "jual"):
            said = bodies(seen("mitra", kota=city, sisi=side))
            assert not [name for name in sectors if f"menawarkan {name.lower()}" in said.lower()]
            assert "triwulan" not in said.lower()


def test_every_raised_number_leads_to_a_source_that_stands_below():
    said = bodies(seen("mitra", kota="2171"))
    import re

    cited = set(re.findall(r'href="#sumber-(\d+)"', said))
    listed = set(re.findall(r'id="sumber-(\d+)"', said))
    assert cited
    assert cited <= listed
    assert 'rel="noopener noreferrer"' in said


def test_the_ranking_stands_below_and_says_what_it_reads():
    at = seen("mitra", kota="1271")
    said = texts(at)
    assert "Urutan ini membaca ukuran dan jarak, bukan barang" in said
    assert "yang paling layak dijajaki: " in said


def test_all_weights_zero_gives_a_sentence():
    names = ("supply", "demand", "nearness", "needs", "applications")
    at = seen("mitra", **{f"bobot_{name}": "0" for name in names})
    assert "Semua bobot nol" in texts(at)


def test_moving_a_weight_changes_the_order_and_the_address():
    at = opened("mitra", kota="1271")
    before = texts(at)
    at.slider(key="bobot_nearness").set_value(0).run()
    assert not at.exception
    assert texts(at) != before
    assert at.query_params["bobot_nearness"] in ("0", ["0"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kota", "9999"),
        ("sisi", "tukar"),
        ("bobot_supply", "banyak"),
        ("bobot_supply", "99"),
        ("peran", "x"),
        ("cakupan", ""),
        ("perjanjian", "<b>"),
        ("seprovinsi", "2"),
    ],
)
def test_a_wrong_value_gives_a_sentence(name, value):
    at = seen("mitra", **{name: value})
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)
    assert 'class="judul"' in bodies(at)


@pytest.mark.parametrize(
    ("side", "said"), [("beli", "Untuk dibeli Sibolga, "), ("jual", "Untuk dijual Sibolga, ")]
)
def test_the_surest_of_one_side_says_which(side, said):
    assert seen("mitra", kota="1271", sisi=side).title[0].value.startswith(said)


def test_the_way_to_prices_opens_the_food_the_card_prices():
    """The card's price was tongkol's; its link opened the prices of another fish."""
    at = seen("mitra", kota="1277", sisi="beli")
    asked = [each.proto.query_string for each in at.get("page_link") if each.proto.page == "pangan"]
    fish = next(card for card in deals.cards("1277").buying if card.good.code == "ikan_laut_segar")
    assert fish.deal.prices[0].food == "Tongkol" != fish.deal.good.susenas[0]
    assert "kota=1277&pangan=Tongkol" in asked
