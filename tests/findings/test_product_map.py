"""What the map shows, against the tables it comes from."""

from __future__ import annotations

import numpy as np
import pytest

import data
from findings import product_map
from findings.product_map import Filters


@pytest.mark.parametrize("measure", product_map.measures())
def test_every_measure_has_a_value_or_a_gap_for_each_city(measure):
    values = product_map.city_values(measure)
    assert list(values.index) == list(data.cities().index)
    assert values["value"].notna().any()
    assert (values["value"].dropna() >= 0).all() or measure == "growth_pct"


def test_lq_by_hand():
    output = data.sectors_matrix()
    dumai, indonesia = output.loc["1473"], output.sum()
    expected = (dumai["C"] / dumai.sum()) / (indonesia["C"] / indonesia.sum())
    assert product_map.city_values("lq_C").at["1473", "value"] == pytest.approx(expected)


def test_lq_against_the_own_province():
    output = data.sectors_matrix()
    riau = output[output.index.str.startswith("14")].sum()
    dumai = output.loc["1473"]
    expected = (dumai["C"] / dumai.sum()) / (riau["C"] / riau.sum())
    assert product_map.city_values("lq_C", "province").at["1473", "value"] == pytest.approx(expected)


def test_known_strengths():
    assert set(product_map.city_values("porsi_C")["value"].nlargest(2).index) <= {"1473", "2171", "1671"}
    fishing = product_map.city_values("lq_A")["value"].nlargest(8).index
    assert {"1271", "1272"} & set(fishing)


def test_indicator_is_of_one_year():
    assert product_map.city_values("poverty_pct")["period"].nunique() == 1


def test_small_sector_is_marked():
    values = product_map.city_values("lq_B")
    shares = product_map.city_values("porsi_B")["value"]
    assert (values["small"] == (shares < 0.01)).all()


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(komwil=("I",)),
        Filters(provinces=("12", "13"), categories=("kuliner",)),
        Filters(words="ikan"),
        Filters(words="IKAN asap"),
        Filters(words="(["),
    ],
)
def test_filters_only_ever_narrow(filters):
    everything = product_map.products(Filters())
    found = product_map.products(filters)
    assert set(found["product_id"]) <= set(everything["product_id"])
    assert len(everything) == len(data.load("products"))


def test_every_word_must_be_found():
    found = product_map.products(Filters(words="tenun aceh"))
    text = (
        found["product"] + " " + found["description"].fillna("") + " " + found["short_name"]
    ).str.casefold()
    assert len(found)
    assert text.str.contains("aceh").all()


def test_flows_are_between_two_members_and_lose_no_row():
    links = data.load("supply_links")
    members = set(data.cities().index)
    inside = links[
        links["supplier_city_code"].isin(members)
        & links["buyer_city_code"].isin(members)
        & (links["supplier_city_code"] != links["buyer_city_code"])
    ]
    flows = product_map.flows()
    listed = {(row.supplier, row.buyer, good) for row in flows.itertuples() for good in row.commodities}
    assert listed == set(
        zip(inside["supplier_city_code"], inside["buyer_city_code"], inside["commodity"], strict=True)
    )


def test_bins_of_lq_are_symmetric_around_one():
    edges = np.log2(product_map.bins(product_map.city_values("lq_C")["value"], "lq"))
    assert edges + edges[::-1] == pytest.approx(np.zeros(6), abs=1e-12)


def test_years_run_without_a_gap_and_what_is_not_known_stays_missing():
    table = product_map.by_year("grdp_per_capita_adhb")
    years = list(table.columns)
    assert years == list(range(years[0], years[-1] + 1))
    rows = data.load("indicators").query("indicator == 'grdp_per_capita_adhb'")
    for year in years:
        known = set(rows.loc[rows["year"] == year, "region_code"]) & set(table.index)
        assert set(table.index[table[year].notna()]) == known
    assert table.isna().all().any()  # years between in which nobody has it


def test_years_of_an_older_concept_are_not_played():
    assert min(product_map.years("population")) >= 2018
    rows = data.load("indicators").query("indicator == 'population' and year < 2018")
    assert len(rows) and not set(rows["year"]) & set(product_map.years("population"))
    assert product_map.years("produk") == () == product_map.years("lq_A")


def test_a_year_of_an_indicator_is_the_tables_own():
    values = product_map.city_values("poverty_pct", year=2021)
    rows = data.load("indicators").query("indicator == 'poverty_pct' and year == 2021")
    expected = rows.set_index("region_code")["value"]
    assert values["value"].to_dict() == expected.reindex(values.index).to_dict()
    assert set(values["period"]) == {"2021"}


def test_breadth_counts_cities_and_trade_reads_both_ways():
    cities = tuple(data.cities("I").index)
    rows = data.load("products").query("region_code in @cities")
    breadth = product_map.breadth(cities)
    assert breadth["perikanan"] == rows.loc[rows["category"] == "perikanan", "region_code"].nunique()
    assert list(breadth) == sorted(breadth, reverse=True)
    to, origin = product_map.traded_with("1271")
    pairs = product_map.flows()
    assert len(to) == (pairs["supplier"] == "1271").sum() and len(origin) == (pairs["buyer"] == "1271").sum()
    assert "1271" in product_map.traded_with(to[0])[1]
