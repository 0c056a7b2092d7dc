"""Prices by month: golden examples and what must always hold."""

from __future__ import annotations

from math import nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.checks import AnalysisError
from analysis.prices import landed_price, monthly_change, months_above, price_gap, seasonal_index

PRICES = pd.DataFrame(
    {"a": [100.0, 120.0, nan, 90.0], "b": [80.0, 100.0, 60.0, 30.0]},
    index=["2024-11", "2024-12", "2025-01", "2025-03"],
)


def test_change_needs_the_month_before():
    got = monthly_change(PRICES)
    assert got["a"].tolist() == pytest.approx([nan, 0.2, nan, nan], nan_ok=True)
    # January from December, but March is not the month after January
    assert got["b"].tolist() == pytest.approx([nan, 0.25, -0.4, nan], nan_ok=True)


def test_gap_and_the_months_it_pays():
    gap = price_gap(PRICES, "a")
    assert gap["b"].tolist() == pytest.approx([20, 20, nan, 60], nan_ok=True)
    got = months_above(gap, 20.0).loc["b"]
    assert (got["above"], got["months"], got["median"]) == (1, 3, 20)
    with pytest.raises(AnalysisError, match="zz"):
        price_gap(PRICES, "zz")


def test_season_of_two_years():
    index = [f"{year}-{month:02d}" for year in (2023, 2024) for month in range(1, 13)]
    values = [100.0] * 11 + [210.0] + [200.0] * 11 + [640.0]
    got = seasonal_index(pd.Series(values, index=index))
    first, second = 210 / (1310 / 12), 640 / (2840 / 12)
    assert got.loc[12, "index"] == pytest.approx((first + second) / 2)
    assert got.loc[12, ["low", "high"]].tolist() == pytest.approx([first, second])
    assert got["years"].eq(2).all()
    assert got["index"].mean() == pytest.approx(1)


def test_one_year_has_no_season():
    index = [f"2024-{month:02d}" for month in range(1, 13)]
    assert seasonal_index(pd.Series(range(1, 13), index=index))["index"].isna().all()


def test_landed_price():
    got = landed_price(pd.Series([36_000.0, nan]), 4_000.0, 0.2)
    assert got.tolist() == pytest.approx([50_000.0, nan], nan_ok=True)
    for freight, loss in ((0.0, 1.0), (-1.0, 0.0), (0.0, -0.1)):
        with pytest.raises(AnalysisError, match="Susut"):
            landed_price(pd.Series([1.0]), freight, loss)


@given(st.lists(st.tuples(st.floats(1, 1e6), st.floats(1, 1e6)), min_size=2, max_size=20), st.floats(0.1, 10))
def test_a_change_of_currency_changes_no_change_and_scales_each_gap(rows, factor):
    months = [str(pd.Period("2024-01", freq="M") + step) for step in range(len(rows))]
    prices = pd.DataFrame(rows, columns=["a", "b"], index=months)
    pd.testing.assert_frame_equal(monthly_change(prices), monthly_change(prices * factor), atol=1e-9)
    np.testing.assert_allclose(price_gap(prices * factor, "a"), factor * price_gap(prices, "a"), atol=1e-6)
    np.testing.assert_allclose(price_gap(prices, "a")["b"], -price_gap(prices, "b")["a"])
