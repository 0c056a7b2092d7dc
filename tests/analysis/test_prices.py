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


def months(first: str, count: int) -> list[str]:
    return [str(pd.Period(first, freq="M") + step) for step in range(count)]


FACTORS = np.array([0.9, 0.8, 0.9, 1.0, 1.0, 1.1, 1.2, 1.1, 1.0, 1.0, 1.0, 1.0])


def test_season_is_read_back_exactly_where_nothing_else_moves():
    got = seasonal_index(pd.Series(100 * np.tile(FACTORS, 2), index=months("2023-01", 24)))
    assert got["index"].to_numpy() == pytest.approx(FACTORS)
    assert got["low"].to_numpy() == pytest.approx(FACTORS)
    assert got["years"].eq(2).all()


def test_a_price_that_only_climbs_has_no_season():
    climbing = pd.Series(100 * 1.01 ** np.arange(48), index=months("2022-01", 48))
    got = seasonal_index(climbing)
    assert got[["index", "low", "high"]].to_numpy() == pytest.approx(1.0)
    # Beside the mean of its calendar year alone, December would stand 5% above.
    assert climbing.iloc[11] / climbing.iloc[:12].mean() > 1.05


def test_season_of_two_years():
    values = [100.0] * 11 + [210.0] + [200.0] * 11 + [640.0]
    got = seasonal_index(pd.Series(values, index=months("2023-01", 24)))
    first, second = 1310 / 12, 2840 / 12
    drift = (second / first) ** ((np.arange(1, 13) - 6.5) / 12)
    ratio = np.array([values[:12], values[12:]]) / np.array([[first], [second]]) / drift
    wanted = ratio.mean(axis=0) / ratio.mean()
    assert got["index"].to_numpy() == pytest.approx(wanted)
    assert got.loc[12, ["low", "high"]].tolist() == pytest.approx((ratio[:, 11] / ratio.mean()).tolist())
    assert got["index"].mean() == pytest.approx(1)


def test_one_year_has_no_season():
    assert seasonal_index(pd.Series(range(1, 13), index=months("2023-01", 12)))["index"].isna().all()
    assert seasonal_index(pd.Series(dtype=float))["index"].isna().all()


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
