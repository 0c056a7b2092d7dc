"""Figures of the home page against the tables."""

from __future__ import annotations

import pytest

import data
from findings import home


def test_totals_by_hand():
    totals = home.totals("I")
    grdp = data.load("grdp_totals").query("period == '2025' and price_basis == 'ADHB'")
    expected = grdp[grdp["region_code"].isin(data.cities("I").index)]["value_billion_rupiah"].sum()
    assert totals["output"] == pytest.approx(expected)
    assert (totals["output_year"], totals["output_status"]) == ("2025", "very_preliminary")
    assert (totals["cities"], totals["products"]) == (24, 188)
    assert 0.04 < totals["output_share"] < 0.06


def test_a_year_that_one_city_lacks_is_not_summed():
    without = data.load("grdp_totals").query("not (region_code == '1172' and period == '2025')")
    with data.versioning.versions.trial(grdp_totals=without):
        totals = home.totals("I")
    assert (totals["output_year"], totals["output_status"]) == ("2024", "preliminary")
    assert totals["output"] == pytest.approx(1_065_145.11)


def test_overview_agrees_with_what_everyone_knows():
    leading = home.overview("I")["sector"]
    assert leading["1473"] == leading["2171"] == "C"
    assert leading["1275"] == "G"
    assert {leading["1171"], leading["1273"]} <= {"O", "G", "P", "Q", "H"}


@pytest.mark.parametrize("city", list(data.cities().index))
def test_the_card_on_which_nothing_is_known_comes_last(city):
    """Gunungsitoli's "nothing with a buyer yet" stood before the eggs it is known to need."""
    forms = [card.form for card in home.front(city)]
    assert "empty" not in forms[:-1]
