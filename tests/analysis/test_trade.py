import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from analysis import trade
from tests.analysis.helpers import QUICK

NAMES = ["x", "y"]
KM = pd.DataFrame([[0.0, 50.0], [50.0, 0.0]], index=NAMES, columns=NAMES)


def test_golden_gravity():
    score = trade.gravity_score(
        pd.Series({"x": np.e, "y": 1.0}), pd.Series({"x": 1.0, "y": np.e**2}), KM, theta=2
    )
    assert_allclose(score.at["x", "y"], 1 + 2 - 2 * np.log(100))
    assert_allclose(score.at["y", "x"], -2 * np.log(100))
    assert np.isnan(np.diag(score)).all()


def test_no_size_is_no_score():
    score = trade.gravity_score(pd.Series({"x": 0.0, "y": 1.0}), pd.Series({"x": 1.0, "y": np.nan}), KM, 2)
    assert np.isnan(score.at["x", "y"])
    assert score.at["y", "x"] < 0


def test_golden_gateway():
    # Two cities of mass 1 and 3; a regency 10 km from the first and 30 from the second, another the reverse.
    km = pd.DataFrame([[10.0, 30.0], [30.0, 10.0]], index=["h1", "h2"], columns=NAMES)
    shares = trade.gateway_shares(pd.Series({"x": 1.0, "y": 3.0}), km)
    assert_allclose(shares.loc["h1"], [1 / 400 / (1 / 400 + 3 / 1600), 3 / 1600 / (1 / 400 + 3 / 1600)])
    supply = trade.gateway_supply(pd.Series({"h1": 70.0, "h2": 130.0}), shares)
    assert_allclose(supply.sum(), 200)
    assert_allclose(supply["x"], 70 * 4 / 7 + 130 * 1 / 13)


@QUICK
@given(
    st.lists(st.integers(1, 50), min_size=12, max_size=12),
    st.lists(st.integers(0, 900), min_size=12, max_size=12),
)
def test_gateways_share_out_all_there_is(mass, km):
    cities, regencies = ["a", "b", "c"], list("hijk")
    table = pd.DataFrame(np.reshape(km, (4, 3)), index=regencies, columns=cities, dtype=float)
    shares = trade.gateway_shares(pd.Series(mass[:3], index=cities, dtype=float), table)
    assert_allclose(shares.sum(axis=1), 1)
    farm = pd.Series(mass[3:7], index=regencies, dtype=float)
    assert_allclose(trade.gateway_supply(farm, shares).sum(), farm.sum())


def test_golden_intermediate_demand():
    output = pd.DataFrame([[100.0, 50.0]], index=["x"], columns=["A", "C"])
    coefficients = pd.DataFrame([[0.1, 0.4], [0.2, 0.3]], index=["A", "C"], columns=["A", "C"])
    demand = trade.intermediate_demand(output, coefficients)
    assert_allclose(demand.loc["x"], [0.1 * 100 + 0.4 * 50, 0.2 * 100 + 0.3 * 50])


@QUICK
@given(
    st.lists(st.integers(1, 99), min_size=5, max_size=5),
    st.lists(st.integers(1, 99), min_size=4, max_size=4),
    st.integers(0, 10_000),
    st.floats(0.5, 3),
)
def test_what_is_left_for_the_cities_is_the_provinces_flow_and_no_more(sellers, buyers, flow, growth):
    whole, used = sum(sellers), sum(buyers)
    flows = pd.Series({"A": float(flow)})
    total = 0.0
    for seller in sellers:
        for buyer in buyers:
            found = trade.expected_trade(
                flows, growth, pd.Series({"A": seller / whole}), pd.Series({"A": buyer / used})
            )
            assert_allclose(found["low"] * 9, found["high"])
            total += found.at["A", "middle"]
    assert_allclose(total, flow * growth, atol=1e-6)


def share(value):
    return pd.Series({"A": value})


WRONG = {
    "labels": (lambda: trade.gravity_score(share(1.0), share(1.0), KM, 2), r"Pemasok tidak cocok"),
    "no mass": (lambda: trade.gateway_shares(pd.Series({"x": 0.0, "y": 0.0}), KM), r"Tidak ada kota gerbang"),
    "no farm": (lambda: trade.gateway_supply(pd.Series({"x": 1.0}), KM), r"tidak ada untuk: y"),
    "sector": (
        lambda: trade.expected_trade(share(1.0), 1, pd.Series({"C": 1.0}), share(1.0)),
        r"Sektor pemasok",
    ),
    "share": (lambda: trade.expected_trade(share(1.0), 1, share(1.2), share(1.0)), r"antara 0 dan 1"),
    "spread": (lambda: trade.expected_trade(share(1.0), 1, share(1.0), share(1.0), 0.5), r"sedikitnya 1"),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()
