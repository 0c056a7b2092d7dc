import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from analysis import input_output
from tests.analysis.helpers import QUICK

SECTORS = ["A", "C"]
# Miller and Blair (2009), section 2.3: two sectors, output 1,000 and 2,000.
FLOWS = pd.DataFrame([[150.0, 500.0], [200.0, 100.0]], index=SECTORS, columns=SECTORS)
OUTPUT = pd.Series({"A": 1000.0, "C": 2000.0})


def test_golden_inverse():
    coefficients = input_output.input_coefficients(FLOWS, OUTPUT)
    assert_allclose(coefficients, [[0.15, 0.25], [0.20, 0.05]])
    inverse = input_output.leontief_inverse(coefficients)
    assert_allclose(inverse, [[1.2541, 0.3300], [0.2640, 1.1221]], atol=5e-5)
    # New final demand of 600 and 1,500: outputs of 1,247.52 and 1,841.58.
    moved = inverse @ pd.Series({"A": 600.0, "C": 1500.0})
    assert_allclose(moved, [1247.52, 1841.58], atol=0.01)


@QUICK
@given(st.lists(st.integers(0, 40), min_size=16, max_size=16), st.integers(1, 9))
def test_inverse_and_coefficients_are_those_of_pymrio(cells, more):
    pymrio = pytest.importorskip("pymrio", reason="requirements-dev.txt is not installed")
    names = list("abcd")
    flows = pd.DataFrame(np.reshape(cells, (4, 4)), index=names, columns=names, dtype=float)
    output = flows.sum(axis=0) + flows.sum(axis=1) + more
    coefficients = input_output.input_coefficients(flows, output)
    assert_allclose(coefficients, pymrio.calc_A(flows, output))
    assert_allclose(input_output.leontief_inverse(coefficients), pymrio.calc_L(pymrio.calc_A(flows, output)))


@QUICK
@given(st.lists(st.integers(0, 40), min_size=16, max_size=16), st.integers(1, 9))
def test_all_of_a_purchase_becomes_value_added(cells, more):
    """Where every input is made inside, value added along the chain is the whole amount."""
    names = list("abcd")
    flows = pd.DataFrame(np.reshape(cells, (4, 4)), index=names, columns=names, dtype=float)
    output = flows.sum(axis=0) + more
    coefficients = input_output.input_coefficients(flows, output)
    ratio = 1 - coefficients.sum()
    inverse = input_output.leontief_inverse(coefficients)
    for name in names:
        found = input_output.impact(inverse, ratio, name, 7.0)
        assert_allclose(found["value_added"].sum(), 7)
        assert found.at[name, "output"] >= 7 - 1e-9


def test_no_output_no_inputs():
    coefficients = input_output.input_coefficients(FLOWS, pd.Series({"A": 0.0, "C": 2000.0}))
    assert_allclose(coefficients["A"], 0)


def test_golden_quotient():
    # Half of a place is A, a quarter of the nation is: SLQ 2 and 2/3; the place is a tenth of the nation.
    own = pd.Series({"A": 50.0, "C": 50.0})
    nation = pd.Series({"A": 250.0, "C": 750.0})
    scale = np.log2(1.1) ** 0.3
    quotient = input_output.flegg_quotient(own, nation, 0.3)
    assert_allclose(quotient.at["A", "A"], min(1, 2 * scale))
    assert_allclose(quotient.at["C", "A"], (2 / 3) / 2 * scale)
    assert_allclose(quotient.at["C", "C"], 2 / 3 * scale)
    assert quotient.at["A", "C"] == min(1, 3 * scale)


def test_the_nation_itself_keeps_its_coefficients():
    nation = pd.Series({"A": 250.0, "C": 750.0})
    assert_allclose(input_output.flegg_quotient(nation, nation), 1)


def test_a_sector_that_is_absent_neither_sells_nor_buys():
    quotient = input_output.flegg_quotient(pd.Series({"A": 50.0, "C": 0.0}), pd.Series({"A": 1.0, "C": 1.0}))
    assert_allclose(quotient["C"], 0)
    assert quotient.at["C", "A"] == 0


RATIO = pd.Series({"A": 0.65, "C": 0.7})
WRONG = {
    "labels": (lambda: input_output.leontief_inverse(FLOWS.rename(columns={"A": "B"})), r"tidak cocok"),
    "no inverse": (
        lambda: input_output.leontief_inverse(FLOWS * 0 + np.eye(2)),
        r"tidak punya kebalikan",
    ),
    "stranger": (lambda: input_output.impact(FLOWS, RATIO, "Q", 1), r"'Q'"),
    "amount": (lambda: input_output.impact(FLOWS, RATIO, "A", -1), r"nol atau lebih: -1"),
    "no number": (lambda: input_output.impact(FLOWS, RATIO, "A", float("nan")), r"nol atau lebih"),
    "nothing": (lambda: input_output.flegg_quotient(OUTPUT * 0, OUTPUT), r"nol atau belum terdata"),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()
