import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from pandas.testing import assert_frame_equal

import data
from analysis.complementarity import complementarity, deficit, drivers, potential, surplus
from analysis.similarity import finger_kreinin
from analysis.specialization import krugman_index, shares
from tests.analysis.helpers import OUTPUT, QUICK, REFERENCE, outputs


def test_golden_numbers():
    # Gaps to .4 .3 .3: x +.2 0 -.2; y -.2 +.1 +.1; z -.2 -.1 +.3. Totals 100, 50, 50.
    assert_allclose(surplus(OUTPUT, REFERENCE), [[20, 0, 0], [0, 5, 5], [0, 0, 15]], atol=1e-12)
    assert_allclose(deficit(OUTPUT, REFERENCE), [[0, 0, 20], [10, 0, 0], [10, 5, 0]], atol=1e-12)
    assert_allclose(surplus(OUTPUT, REFERENCE, unit="share").loc["z"], [0, 0, 0.3], atol=1e-12)
    # x offers A only: y lacks A only (1), z lacks 2/3 A and 1/3 C.
    fit = complementarity(OUTPUT, REFERENCE)
    assert_allclose(fit, [[0, 1, 2 / 3], [0.5, 0, 1 / 3], [1, 0, 0]], atol=1e-12)
    assert_allclose(potential(OUTPUT, REFERENCE), [[0, 10, 10], [5, 0, 5], [15, 0, 0]], atol=1e-12)
    # Without sector A, x offers nothing, y half C half G.
    narrow = complementarity(OUTPUT, REFERENCE, ["C", "G"])
    assert_allclose(narrow, [[0, 0, 0], [0.5, 0, 0.5], [1, 0, 0]], atol=1e-12)
    # x: .6 .3 .1 and y: .2 .4 .4 share .2 + .3 + .1
    assert_allclose(finger_kreinin(OUTPUT).loc["x", "y"], 0.6)


def test_drivers_add_up_to_the_pair():
    table = drivers(OUTPUT, REFERENCE, None, "x", "z")
    assert list(table.index[:1]) == ["A"]
    assert table.index.name == "sector"
    row = table.loc["A"]
    assert_allclose(row[["surplus", "deficit", "surplus_share", "deficit_share"]], [20, 10, 1, 2 / 3])
    assert_allclose(table["contribution"].sum(), complementarity(OUTPUT, REFERENCE).loc["x", "z"])
    assert_allclose(table["potential"].sum(), potential(OUTPUT, REFERENCE).loc["x", "z"])


@QUICK
@given(outputs())
def test_surplus_is_deficit_is_half_of_krugman(output):
    reference = output.sum()
    half = krugman_index(output, reference) / 2
    assert_allclose(surplus(output, reference, unit="share").sum(axis=1), half, atol=1e-12)
    assert_allclose(deficit(output, reference, unit="share").sum(axis=1), half, atol=1e-12)
    assert_allclose(surplus(output, reference).sum(axis=1), half * output.sum(axis=1), atol=1e-9)
    # The cities sum to their reference: what some have too much of, others lack.
    assert_allclose(surplus(output, reference).sum(), deficit(output, reference).sum(), atol=1e-8)


@QUICK
@given(outputs(), st.integers(0, 1000))
def test_complementarity_stays_within_its_bounds(output, seed):
    rng = np.random.default_rng(seed)
    tradable = output.columns[rng.random(output.shape[1]) < 0.7]
    tradable = tradable if len(tradable) else output.columns
    reference = output.sum()
    fit = complementarity(output, reference, tradable).to_numpy()
    amount = potential(output, reference, tradable)
    assert ((fit >= 0) & (fit <= 1 + 1e-12)).all()
    assert (np.diag(fit) == 0).all()
    assert (np.diag(amount) == 0).all()
    totals = output.sum(axis=1).to_numpy()
    assert (amount.to_numpy() <= np.minimum.outer(totals, totals) + 1e-9).all()
    for supplier in output.index[:2]:
        for buyer in output.index[:2]:
            table = drivers(output, reference, tradable, supplier, buyer)
            assert_allclose(table["potential"].sum(), amount.loc[supplier, buyer], atol=1e-9)


@QUICK
@given(outputs(), st.floats(1e-3, 1e6), st.randoms(use_true_random=False))
def test_unit_of_money_and_order_do_not_matter(output, factor, random):
    reference, rows, columns = output.sum(), list(output.index), list(output.columns)
    random.shuffle(rows)
    random.shuffle(columns)
    moved = output.loc[rows, columns] * factor
    back = {"index": output.index, "columns": output.index}
    # A surplus of a hair is rounding; its composition is noise, so it is compared on amounts.
    assert_allclose(
        potential(moved, reference).reindex(**back),
        potential(output, reference) * factor,
        rtol=1e-6,
        atol=1e-6 * factor,
    )
    assert_allclose(finger_kreinin(moved).reindex(**back), finger_kreinin(output), atol=1e-12)


@QUICK
@given(outputs())
def test_similarity_is_one_minus_half_the_distance(output):
    s = shares(output).to_numpy()
    distance = np.abs(s[:, None] - s[None]).sum(axis=2)
    alike = finger_kreinin(output)
    assert_allclose(alike, 1 - distance / 2, atol=1e-12)
    assert_allclose(np.diag(alike), 1.0)
    assert_allclose(alike, alike.T)


def test_what_is_missing_stays_missing():
    output = OUTPUT.copy()
    output.loc["y"] = np.nan
    for square in (
        complementarity(output, REFERENCE),
        potential(output, REFERENCE),
        finger_kreinin(output),
    ):
        assert square.loc["y"].isna().all()
        assert square["y"].isna().all()
        assert square.drop(index="y", columns="y").notna().all(axis=None)
    assert drivers(output, REFERENCE, None, "x", "y")[["contribution", "potential"]].isna().all(axis=None)


def test_every_way_to_say_what_is_tradable():
    expected = complementarity(OUTPUT, REFERENCE, ["A", "G"])
    for tradable in (
        pd.Index(["G", "A"]),
        pd.Series({"A": True, "C": False, "G": True}),
        pd.Series({"G": 1, "C": 0, "A": 1}),
        pd.Series(["A", "G"]),
        ("A", "G"),
    ):
        assert_frame_equal(complementarity(OUTPUT, REFERENCE, tradable), expected)


def test_a_region_like_the_reference_offers_and_lacks_nothing():
    output = pd.concat([OUTPUT, REFERENCE.to_frame("same").T])
    output.loc["same"] *= 1 / 3 * (1 + 1e-15)
    fit = complementarity(output, REFERENCE)
    assert_allclose(fit.loc["same"], 0, atol=1e-12)
    assert_allclose(fit["same"], 0, atol=1e-12)


WRONG = {
    "unknown sector": (lambda: complementarity(OUTPUT, REFERENCE, ["A", "Q"]), r"Sektor tidak dikenal: Q"),
    "no sector": (lambda: potential(OUTPUT, REFERENCE, []), r"sedikitnya satu sektor"),
    "none true": (lambda: potential(OUTPUT, REFERENCE, pd.Series({"A": 0})), r"sedikitnya satu sektor"),
    "unknown unit": (lambda: surplus(OUTPUT, REFERENCE, unit="usd"), r"'usd'.*rupiah, share"),
    "unknown pair": (lambda: drivers(OUTPUT, REFERENCE, None, "x", "q"), r"Wilayah tidak dikenal: q"),
    "negative": (lambda: finger_kreinin(-OUTPUT), r"negatif"),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_fishing_towns_complement_the_cities_around_them():
    output = data.sectors_matrix(regions=list(data.cities().index))
    tradable = data.load("sectors").set_index("sector")["tradable"]
    sibolga_to_medan = drivers(output, data.reference("indonesia"), tradable, "1271", "1275")
    assert sibolga_to_medan.index[0] == "A"
    fit = complementarity(output, data.reference("indonesia"), tradable)
    assert fit.notna().all(axis=None)
    assert fit.max(axis=None) <= 1
