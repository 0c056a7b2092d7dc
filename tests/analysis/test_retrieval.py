import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy.stats import spearmanr

from analysis import retrieval
from tests.analysis.helpers import QUICK

NAMES = list("abcd")
TRADE = pd.DataFrame([[9.0, 3, 1, 5], [4, 9, 2, 6], [2, 1, 9, 7], [1, 2, 3, 9]], index=NAMES, columns=NAMES)


def test_golden_overlap():
    # The order turned round: of three sellers the top two of trade hold one of the other's top two.
    assert_allclose(retrieval.top_overlap(TRADE, TRADE, 2), 1)
    assert_allclose(retrieval.top_overlap(-TRADE, TRADE, 2), 0.5)


@QUICK
@given(st.lists(st.integers(0, 9), min_size=32, max_size=32))
def test_correlation_is_that_of_scipy(numbers):
    one, other = (
        pd.DataFrame(np.reshape(part, (4, 4)), index=NAMES, columns=NAMES, dtype=float)
        for part in (numbers[:16], numbers[16:])
    )
    off = ~np.eye(4, dtype=bool)
    x, y = one.to_numpy()[off], other.to_numpy()[off]
    ours = retrieval.rank_correlation(one, other)
    if len(set(x)) == 1 or len(set(y)) == 1:
        assert np.isnan(ours)
    else:
        assert_allclose(ours, spearmanr(x, y)[0], atol=1e-12)


def test_golden_ranks():
    pairs = pd.DataFrame({"supplier": ["a", "d"], "buyer": ["b", "c"]})
    # For b: a 3, d 2, c 1: a is first. For c: d 3, b 2, a 1: d is first.
    table = retrieval.reciprocal_ranks(TRADE, pairs)
    assert list(table["rank"]) == [1, 1]
    result = retrieval.retrieval(-TRADE, pairs, top=2, draws=20)
    assert_allclose(result["mrr"], 1 / 3)
    assert result["top"] == 0
    assert (result["pairs"], result["buyers"]) == (2, 2)
    assert result["low"] <= result["mrr"] <= result["high"]


WRONG = {
    "labels": (lambda: retrieval.rank_correlation(TRADE, TRADE.iloc[::-1]), r"seurut"),
    "few": (lambda: retrieval.top_overlap(TRADE, TRADE, 4), r"lebih dari 4"),
    "stranger": (
        lambda: retrieval.reciprocal_ranks(TRADE, pd.DataFrame({"supplier": ["q"], "buyer": ["a"]})),
        r"q, a",
    ),
    "none": (
        lambda: retrieval.retrieval(TRADE, pd.DataFrame({"supplier": [], "buyer": []})),
        r"Tidak ada pasangan",
    ),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()
