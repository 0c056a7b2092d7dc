"""Landed prices: nothing is assumed, the user's rates alone make the headline after freight."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from findings import price_series
from findings.food import balance, prices
from i18n import using
from ui.market import landed_table
from wording import food_balance as balance_words
from wording import prices as words
from wording.deals.sentences import official_lines

BATAM, CHILI = "2171", "Cabai Merah Keriting"
SUPPLIERS = ("1209", "1206", "1375", "1117")


def test_offers_are_means_of_common_months():
    table = prices.offers(BATAM, CHILI, SUPPLIERS)
    both = prices.monthly(CHILI).iloc[-12:][[BATAM, "1209"]].dropna()
    row = table.loc["1209"]
    assert row["price"] == pytest.approx(both["1209"].mean())
    assert row["here"] == pytest.approx(both[BATAM].mean())
    assert row["months"] == len(both)
    assert row["sea"]
    assert 500 < row["km"] < 700


def test_nothing_is_assumed_about_the_way():
    table = prices.offers(BATAM, CHILI, SUPPLIERS)
    for rates in ((None, None, None), (6.0, None, 0.1), (6.0, 2_000.0, None), (None, 2_000.0, 0.1)):
        assert prices.landed(table, *rates)["landed"].isna().all()


def test_over_land_no_ship_is_needed():
    table = prices.offers("1275", CHILI, ("1209",))
    got = prices.landed(table, 6.0, None, 0.1).loc["1209"]
    assert not got["sea"]
    assert got["landed"] == pytest.approx((got["price"] + 6.0 * got["km"]) / 0.9)


def test_too_few_common_months_make_no_price():
    table = prices.offers(BATAM, CHILI, ("9999",))
    assert table[["price", "here", "gap", "km"]].isna().all(axis=None)


def test_headline_before_and_after_freight():
    table = prices.offers(BATAM, CHILI, SUPPLIERS)
    before = words.headline(BATAM, "Cabai merah", prices.landed(table, None, None, None))
    assert before.endswith("sebelum ongkos")
    after = words.headline(BATAM, "Cabai merah", prices.landed(table, 6.0, 2_000.0, 0.1))
    assert "sampai di Batam masih lebih murah" in after
    none_left = words.headline(BATAM, "Cabai merah", prices.landed(table, 900.0, 2_000.0, 0.1))
    assert none_left.startswith("Sesudah ongkos dan susut, tidak ada")


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        (
            [1_255.0, -2_345.0],
            "lebih murah daripada di Kab. Toba dan Kab. Simalungun, atau bedanya di bawah 5%",
        ),
        ([-2_000.0, -2_345.0], "lebih murah daripada di Kab. Toba dan Kab. Simalungun"),
    ],
)
def test_a_price_below_five_per_cent_dearer_is_not_said_to_be_no_dearer(gaps, said):
    """Lhokseumawe's eggs were called no dearer than in a place where they cost 1,255 less."""
    table = pd.DataFrame({"gap": gaps, "here": 26_171.0, "unit": "rupiah/kg"}, index=["1206", "1209"])
    assert words.headline("1174", "Telur", table) == f"Telur di Lhokseumawe {said}"


def test_the_two_prices_of_a_page_are_told_apart_by_their_time():
    """Batam's chili stood at 44,775 a kilo in one sentence and 19,282 above Kerinci's 31,557 in another."""
    year = price_series.newest_year(CHILI)
    table = prices.offers(BATAM, CHILI, SUPPLIERS)
    said = words.now(BATAM, "Cabai merah", "rupiah/kg", prices.line(BATAM, CHILI), year)
    mean = words.money(table["here"].max())
    assert said.count("Rp 44.775") == 1 and f"September 2024 sampai Agustus 2025: {mean}" in said
    title = words.of_year(words.headline(BATAM, "Cabai merah", table), table, year)
    assert title.endswith("sebelum ongkos (rata-rata 2024–2025)")
    unknown = prices.offers(BATAM, CHILI, ("9999",))
    assert words.of_year("Belum terdata", unknown, year) == "Belum terdata"
    assert "Rata-rata" not in words.now(
        BATAM, "Cabai merah", "rupiah/kg", prices.line(BATAM, CHILI), year[:3]
    )


@pytest.mark.parametrize("language", ["id", "en"])
def test_season_says_when_it_is_not_every_year(language):
    with using(language):
        said = words.season(prices.season("21", CHILI))
    assert ("tidak tetap" in said) == (language == "id")
    assert ("Desember" if language == "id" else "December") in said


def test_two_retail_prices_less_than_five_per_cent_apart_are_alike():
    table = prices.offers("1171", "Beras Medium", ("1108",))
    assert 0 < table["gap"].iloc[0] < 0.05 * table["here"].iloc[0]
    said = words.headline("1171", "Beras", table)
    assert said == "Harga beras di Banda Aceh setara dengan di Kab. Aceh Besar: bedanya di bawah 5%"


def test_one_cheaper_supplier_among_many_does_not_make_the_city_dear():
    table = prices.offers("1275", CHILI, ("1213", "1211", "1210", "1209"))
    said = words.headline("1275", "Cabai merah", table)
    # Elsewhere it may be cheaper still: the sentence speaks of those compared.
    assert said.startswith("Dari 4 calon pemasok, hanya di Kab. Langkat cabai merah lebih murah Rp ")
    assert " per kg daripada di Medan" in said


def test_what_lies_around_a_city_is_no_kilometres_away():
    """The point of Simalungun lies 5 km from Pematangsiantar; its farms do not."""
    table = prices.offers("1273", CHILI, ("1209", "1211"))
    assert list(table["ring"]) == [True, False]
    table = prices.landed(table, 10.0, None, 0.0).assign(made="")
    drawn = landed_table.html("1273", table, {"1209": "", "1211": ""})
    assert "mengelilingi kota" in drawn and ">5 km<" not in drawn
    said = balance_words.dependence(balance.dependence("1273", "cabai_merah"), "1273")
    assert "Kab. Simalungun" in said and "mengelilingi kota" in said


def test_a_price_nearly_the_same_all_year_has_no_season():
    assert words.season(prices.season("12", "Beras Medium")).startswith("Hampir tanpa musim")


@pytest.mark.parametrize("city", ["1471", "1473", "2172"])
def test_no_cooperation_that_runs_is_not_said_to_be_no_supply(city):
    """Dumai's chili comes from Bukittinggi and Karo, the timeline says so: only no agreement is known."""
    found = balance.dependence(city, "cabai_merah")
    assert not found.running
    assert any(not each.failed for each in balance.history(city, "cabai_merah"))
    said = balance_words.dependence(found, city)
    assert said.startswith("Belum ada kerja sama yang diberitakan berjalan")
    assert ("menyeberang laut" in said) == found.following.sea


def test_what_an_official_said_is_made_here_is_not_called_unknown_without_more():
    known = balance.balance(BATAM, "cabai_merah")
    assert known.official and not known.own.measured
    assert balance_words.made_here(known) == "belum terdata dalam tabel produksi"
    (line,) = official_lines(known.official)
    assert re.search(r"Dihasilkan sendiri [^.]*\(Januari 2023\)\.$", line.text)
    assert balance_words.made_here(balance.balance("1473", "cabai_merah")) == "belum terdata"
