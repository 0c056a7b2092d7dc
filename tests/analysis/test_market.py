import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

import data
from analysis.market import great_circle_km, market_access, market_size
from tests.analysis.helpers import QUICK

SPENDING = pd.DataFrame(
    {
        "region_code": ["x", "x", "y"],
        "commodity_group": ["ikan", "ikan", "ikan"],
        "commodity": ["Tuna", "TOTAL", "Tuna"],
        "rupiah_per_capita_per_week": [100.0, 1000.0, np.nan],
    }
)
PLACES = pd.DataFrame({"latitude": [0.0, 0.0, 90.0], "longitude": [0.0, 90.0, 0.0]}, index=["o", "e", "n"])
COORDINATES = st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=2, max_size=6)


def test_golden_numbers():
    size = market_size(SPENDING, pd.Series({"x": 1000, "y": 5}))
    # 100 rupiah a week x 1,000 persons x 52 weeks
    assert_allclose(size["rupiah_per_year"], np.array([100_000, 1_000_000, np.nan]) * 365.25 / 7)
    assert list(size.columns) == ["region_code", "commodity_group", "commodity", "rupiah_per_year"]
    quarter = np.pi / 2 * 6371.0088
    assert_allclose(great_circle_km(PLACES), quarter * (1 - np.eye(3)), atol=1e-6)
    way = pd.DataFrame([[0.0, 50.0], [50.0, 0.0]], index=["x", "y"], columns=["x", "y"])
    # x: 1000/50 + 300/100 = 23; y: 1000/100 + 300/50 = 16
    assert_allclose(market_access(pd.Series({"x": 1000.0, "y": 300.0}), way), [23, 16])
    assert_allclose(market_access(pd.Series({"y": 300.0, "x": 1000.0}), way, d0=100), [12, 3 + 1000 / 150])
    both = pd.DataFrame({"Tuna": [1000.0, 300.0], "Teri": [0.0, 50.0]}, index=["x", "y"])
    assert_allclose(market_access(both, way), [[23, 0.5], [16, 1]])


@QUICK
@given(COORDINATES)
def test_distances_are_symmetric_and_keep_the_triangle(points):
    places = pd.DataFrame(points, columns=["latitude", "longitude"])
    way = great_circle_km(places).to_numpy()
    assert_allclose(way, way.T, atol=1e-6)
    assert_allclose(np.diag(way), 0)
    assert (way <= np.pi * 6371.0088 + 1e-6).all()
    assert (way[:, None, :] <= way[:, :, None] + way[None, :, :] + 1e-3).all()


@QUICK
@given(st.lists(st.floats(0, 1e12), min_size=2, max_size=5), st.floats(1, 500), st.floats(1e-3, 1e3))
def test_access_grows_with_markets_and_shrinks_with_distance(amounts, step, factor):
    names = [f"r{i}" for i in range(len(amounts))]
    market = pd.Series(amounts, index=names)
    way = pd.DataFrame(np.abs(np.subtract.outer(range(len(names)), range(len(names)))) * step, names, names)
    access = market_access(market, way)
    assert_allclose(market_access(market * factor, way), access * factor)
    assert (market_access(market, way * 2) <= access * (1 + 1e-12)).all()
    assert (access <= market.sum() / 50 * (1 + 1e-12)).all()


def test_what_is_missing_stays_missing():
    size = market_size(SPENDING, pd.Series({"x": np.nan}))
    assert size["rupiah_per_year"].isna().all()
    unknown = PLACES.copy()
    unknown.loc["e", "latitude"] = np.nan
    way = great_circle_km(unknown)
    assert way["e"].isna().all()
    assert way.loc["o", ["o", "n"]].notna().all()
    assert market_access(pd.Series({"o": 1.0, "e": np.nan, "n": 1.0}), great_circle_km(PLACES)).isna().all()


WAY = great_circle_km(PLACES)
WRONG = {
    "column": (
        lambda: market_size(SPENDING.drop(columns="commodity"), pd.Series({"x": 1})),
        r"kolom: commodity",
    ),
    "negative spending": (
        lambda: market_size(SPENDING.assign(rupiah_per_capita_per_week=-1.0), pd.Series({"x": 1})),
        r"negatif: x, y",
    ),
    "nobody": (lambda: market_size(SPENDING, pd.Series({"x": 0})), r"di atas nol: x"),
    "twice": (lambda: market_size(SPENDING, pd.Series([1, 2], index=["x", "x"])), r"berulang: x"),
    "latitude": (lambda: great_circle_km(PLACES.assign(latitude=100.0)), r"di luar rentang: o, e, n"),
    "no longitude": (lambda: great_circle_km(PLACES[["latitude"]]), r"kolom: longitude"),
    "d0": (lambda: market_access(pd.Series(1.0, index=WAY.index), WAY, d0=0), r"d0 harus di atas nol: 0"),
    "buyers": (lambda: market_access(pd.Series({"o": 1.0}), WAY), r"tidak ada pada market: e, n"),
    "negative market": (lambda: market_access(pd.Series(-1.0, index=WAY.index), WAY), r"Pasar negatif"),
    "negative way": (lambda: market_access(pd.Series(1.0, index=WAY.index), -WAY), r"Jarak negatif"),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_known_distances_and_markets():
    cities = data.cities()
    way = great_circle_km(cities)
    assert 15 < way.loc["1275", "1276"] < 30  # Medan-Binjai
    assert 450 < way.loc["1275", "1371"] < 600  # Medan-Padang
    people = data.load("indicators").query("indicator == 'population' and year == 2024")
    people = people.set_index("region_code")["value"]
    spending = data.load("household_spending")
    size = market_size(spending[spending["region_code"].isin(cities.index)], people)
    total = size[size["commodity"] == "TOTAL"].groupby("region_code")["rupiah_per_year"].sum()
    assert total.idxmax() == "1275"
    assert 5e12 < total["1275"] < 2e13
