"""Prices as the pages show them: only what was recorded, neighbours by distance, nothing filled."""

from __future__ import annotations

import pandas as pd
import pytest

import data
from findings.food import prices

CHILI = "Cabai Merah Keriting"


def raw(commodity: str) -> pd.DataFrame:
    rows = data.load("food_prices")
    return rows[rows["commodity"] == commodity]


@pytest.mark.parametrize("commodity", prices.commodities())
def test_only_recorded_prices_are_shown(commodity):
    rows = raw(commodity)
    table = prices.monthly(commodity)
    assert table.notna().sum().sum() == (rows["quality"] == "tercatat").sum()
    for row in rows[rows["quality"] != "tercatat"].head(20).itertuples():
        assert row.region_code not in table or pd.isna(table.at[row.period, row.region_code])


def test_what_forty_regions_share_is_not_shown():
    assert "Ikan Bandeng" not in prices.commodities()
    assert prices.monthly("Ikan Bandeng").empty or prices.monthly("Ikan Bandeng").isna().all().all()


def test_a_line_agrees_with_the_table_itself():
    city = "1273"
    rows = raw(CHILI)
    own = rows[(rows["region_code"] == city) & (rows["quality"] == "tercatat")]
    line = prices.line(city, CHILI)
    assert line["price"].dropna().to_dict() == own.set_index("period")["price_rupiah"].to_dict()
    assert (line["low"] <= line["high"]).where(line["count"] > 0, True).all()


def test_neighbours_are_the_nearest_and_never_the_city_itself():
    for city in data.cities().index:
        near = prices.neighbours(city, CHILI)
        assert len(near) == prices.NEIGHBOURS
        assert city not in near


def test_rises_are_those_of_the_newest_month():
    last = sorted(raw(CHILI)["period"].unique())[-1]
    for city in data.cities("I").index:
        found = prices.rises(city, 0.1)
        assert (found["period"] == last).all()
        assert (found["change"] > 0.1).all()
    assert prices.rises("1273", 10.0).empty


def test_season_reaches_over_whole_years_of_the_province():
    season = prices.season("12", CHILI)
    assert season["years"].iloc[0] >= 2
    assert season["index"].mean() == pytest.approx(1)
    assert prices.season("99", CHILI)["index"].isna().all()


def test_gap_months_of_a_buyer():
    table = prices.gap_months("2171", CHILI, 0.0)
    recorded = prices.monthly(CHILI).iloc[-12:]
    both = recorded[["2171", "1209"]].dropna()
    assert table.loc["1209", "months"] == len(both)
    assert table.loc["1209", "above"] == (both["2171"] > both["1209"]).sum()


def test_the_months_that_do_not_pay_are_named():
    counted = prices.gap_months("2171", CHILI, 9_000.0).loc["1209"]
    short, months = prices.months_short("2171", CHILI, "1209", 9_000.0)
    assert months == counted["months"]
    assert months - len(short) == counted["above"]
    both = prices.monthly(CHILI)
    assert all(both.at[month, "2171"] - both.at[month, "1209"] <= 9_000 for month in short)
    assert prices.months_short("2171", CHILI, "9999", 0.0) == ((), 0)


def test_each_market_level_has_its_own_line(monkeypatch):
    from findings import price_series

    rows = data.load("food_prices")
    mine = rows[(rows["region_code"] == "2171") & (rows["commodity"] == CHILI)].head(3)
    both = pd.concat([rows, mine.assign(market="grosir", price_rupiah=mine["price_rupiah"] - 9_000)])
    monkeypatch.setattr(price_series.data, "load", lambda table: both)
    plain = {name: getattr(price_series, name) for name in ("by_source", "levels", "monthly", "months")}
    for name, function in plain.items():
        monkeypatch.setattr(price_series, name, function.__wrapped__)
    level = price_series.market_level.__wrapped__()
    monkeypatch.setattr(price_series, "market_level", lambda: level)
    assert price_series.levels("2171", CHILI) == ("konsumen", "grosir")
    assert price_series.levels("1275", CHILI) == ("konsumen",)
    retail, trade = price_series.monthly(CHILI), price_series.monthly(CHILI, "grosir")
    assert list(trade.columns) == ["2171"]
    first = trade["2171"].first_valid_index()
    assert trade.at[first, "2171"] == retail.at[first, "2171"] - 9_000
