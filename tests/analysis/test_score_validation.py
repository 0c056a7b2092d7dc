import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from analysis.validation import (
    certain_links,
    roc_auc,
    roc_auc_difference,
    roc_auc_interval,
    validate_score,
)
from tests.analysis.helpers import QUICK

NAMES = ["x", "y", "z"]
SCORES = pd.DataFrame([[9.0, 0.8, 0.2], [0.5, 9.0, 0.5], [0.1, np.nan, 9.0]], index=NAMES, columns=NAMES)
LINKS = pd.DataFrame({"supplier": ["x", "y"], "buyer": ["y", "z"]})


def test_golden_area():
    # Linked: .8 and .5; others: .2, .5, .1. Wins: 3 of 3, and 2.5 of 3.
    assert_allclose(roc_auc(SCORES, LINKS), 5.5 / 6)


def trapezoid(scores, has):
    """The area under the curve drawn point by point: another way to the same number."""
    x, y = [0.0], [0.0]
    for cut in sorted(set(scores), reverse=True):
        x.append(((scores >= cut) & ~has).sum() / (~has).sum())
        y.append(((scores >= cut) & has).sum() / has.sum())
    return np.trapezoid(y, x)


@QUICK
@given(
    st.lists(st.integers(0, 5), min_size=12, max_size=12),
    st.sets(st.integers(0, 11), min_size=1, max_size=11),
)
def test_the_area_is_the_one_under_the_curve(numbers, linked):
    names = list("abcd")
    off = np.argwhere(~np.eye(4, dtype=bool))
    scores = pd.DataFrame(np.nan, index=names, columns=names)
    for (i, j), number in zip(off, numbers, strict=True):
        scores.iat[i, j] = number
    pairs = [(names[off[k][0]], names[off[k][1]]) for k in sorted(linked)]
    links = pd.DataFrame(pairs, columns=["supplier", "buyer"])
    has = np.isin(np.arange(12), list(linked))
    area = roc_auc(scores, links)
    assert_allclose(area, trapezoid(np.array(numbers), has))
    assert_allclose(roc_auc(-scores, links), 1 - area)
    assert_allclose(roc_auc(scores * 3 + 7, links), area)


def test_the_interval_holds_the_area_and_is_seeded():
    rng = np.random.default_rng(1)
    names = [f"r{i}" for i in range(12)]
    scores = pd.DataFrame(rng.random((12, 12)), index=names, columns=names)
    links = pd.DataFrame({"supplier": names[:8], "buyer": names[2:10]})
    low, high = roc_auc_interval(scores, links)
    assert low < roc_auc(scores, links) < high
    assert (low, high) == roc_auc_interval(scores, links)
    narrow = roc_auc_interval(scores, links, level=0.5)
    assert low < narrow[0] < narrow[1] < high


WRONG = {
    "stranger": (lambda: roc_auc(SCORES, LINKS.replace("z", "q")), r"tidak punya skor"),
    "no link": (lambda: roc_auc(SCORES, LINKS.iloc[:0]), r"tanpa arus"),
    "column": (lambda: roc_auc(SCORES, LINKS[["buyer"]]), r"kolom: supplier"),
    "not square": (lambda: roc_auc(SCORES[["x", "y"]], LINKS), r"persegi"),
    "table": (lambda: certain_links(LINKS), r"kolom: supplier_city_code"),
    "beside": (lambda: validate_score({"a": SCORES}, LINKS, LINKS, beside="b"), r"'b'"),
    "other cities": (
        lambda: roc_auc_difference(SCORES, SCORES.iloc[::-1, ::-1], LINKS),
        r"kota yang sama",
    ),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_the_paired_interval_of_a_score_with_itself_is_nothing():
    assert roc_auc_difference(SCORES, SCORES, LINKS, draws=50) == (0.0, 0.0)


def test_validation_puts_every_score_beside_the_plain_one():
    later = pd.DataFrame({"supplier": ["z"], "buyer": ["x"]})
    table = validate_score({"ours": SCORES, "plain": -SCORES}, LINKS, later, beside="plain")
    assert_allclose(table.at["ours", "auc_news"], roc_auc(SCORES, LINKS))
    assert_allclose(table.at["ours", "auc_later"], roc_auc(SCORES, later))
    assert_allclose(table.at["ours", "auc_both"], roc_auc(SCORES, pd.concat([LINKS, later])))
    assert table.loc["plain", ["gap_news_low", "gap_later_high"]].isna().all()
    assert list(table["links_news"]) == [2, 2]
    assert list(table["pairs"]) == [5, 5]
