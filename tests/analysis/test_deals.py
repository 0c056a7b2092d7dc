"""Rules of deals: tables of cases and what always holds."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import deals as rules

NAN = float("nan")
positive = st.floats(1, 1e6)
state = st.sampled_from([rules.YES, rules.NO, rules.UNKNOWN])
evidence = st.fixed_dictionaries(dict.fromkeys(rules.EVIDENCE, state))
flags = st.fixed_dictionaries(
    dict.fromkeys(("dated", "recent", "sure", "hectares", "first_claim"), st.booleans())
)
LIGHTS = [rules.WEAK, rules.MEDIUM, rules.STRONG]


def lit(states, **changed):
    given_flags = {"dated": True, "recent": True, "sure": True, "hectares": False, "first_claim": True}
    return rules.light(dict(zip(rules.EVIDENCE, states, strict=True)), **given_flags | changed)


Y, N, U = rules.YES, rules.NO, rules.UNKNOWN
CASES = {
    "all yes": ([Y] * 6, {}, rules.STRONG),
    "four yes, price no": ([Y, Y, Y, N, Y, U], {}, rules.STRONG),
    "three yes": ([Y, Y, U, U, Y, U], {}, rules.MEDIUM),
    "far": ([Y, Y, Y, Y, N, Y], {}, rules.MEDIUM),
    "both make it": ([Y, Y, Y, Y, Y, N], {}, rules.MEDIUM),
    "undated": ([Y] * 6, {"dated": False, "recent": False}, rules.MEDIUM),
    "old": ([Y] * 6, {"recent": False}, rules.MEDIUM),
    "may be the province": ([Y] * 6, {"sure": False}, rules.MEDIUM),
    "promised to another": ([Y] * 6, {"first_claim": False}, rules.MEDIUM),
    "hectares only": ([Y, U, Y, Y, Y, Y], {"hectares": True}, rules.MEDIUM),
    "measured only": ([N, Y, Y, Y, Y, Y], {}, rules.MEDIUM),
    "measured, far": ([N, Y, Y, Y, N, Y], {}, rules.WEAK),
    "explored": ([U, U, Y, Y, Y, Y], {}, rules.WEAK),
    "nothing": ([U] * 6, {}, rules.WEAK),
}


@pytest.mark.parametrize(("states", "changed", "wanted"), CASES.values(), ids=CASES.keys())
def test_light(states, changed, wanted):
    assert lit(states, **changed) == wanted


@given(evidence, flags, st.sampled_from(rules.EVIDENCE))
def test_a_yes_never_weakens_and_a_no_never_strengthens(found, given_flags, name):
    before = LIGHTS.index(rules.light(found, **given_flags))
    assert LIGHTS.index(rules.light(found | {name: Y}, **given_flags)) >= before
    assert LIGHTS.index(rules.light(found | {name: N}, **given_flags)) <= before


@pytest.mark.parametrize(
    ("states", "changed", "wanted"),
    [
        ([Y] * 6, {}, ""),
        ([N, Y, Y, Y, Y, Y], {}, "reported"),
        ([Y] * 6, {"dated": False, "recent": False}, "dated"),
        ([Y] * 6, {"recent": False}, "recent"),
        ([Y, U, Y, Y, Y, Y], {}, "supply_measured"),
        ([Y, Y, Y, Y, N, N], {}, "near"),
        ([Y] * 6, {"first_claim": False}, "first_claim"),
        ([Y, Y, U, U, Y, U], {}, "few"),
    ],
)
def test_what_keeps_a_deal_from_being_strong(states, changed, wanted):
    about = {"dated": True, "recent": True, "sure": True, "first_claim": True} | changed
    assert rules.lacks(dict(zip(rules.EVIDENCE, states, strict=True)), **about) == wanted


@given(evidence, flags)
def test_strong_only_with_a_report_and_measured_supply(found, given_flags):
    if rules.light(found, **given_flags) == rules.STRONG:
        assert found["reported"] == found["supply_measured"] == Y
        assert N not in (found["near"], found["not_both_producers"])
        assert given_flags["dated"] and given_flags["sure"] and given_flags["first_claim"]


@given(positive, positive)
def test_a_price_is_cheaper_at_one_end_at_most(here, there):
    one, other = rules.price_verdict(here, there), rules.price_verdict(there, here)
    assert not (one == other == Y)
    assert (one == Y) <= (other == N)


@given(positive, positive, positive)
def test_the_currency_does_not_matter(here, there, scale):
    ratio = here / there
    if all(abs(ratio - edge) > 1e-9 for edge in (rules.CHEAPER, rules.DEARER)):
        assert rules.price_verdict(here * scale, there * scale) == rules.price_verdict(here, there)


@pytest.mark.parametrize(("here", "there"), [(NAN, 1), (1, NAN), (0, 1), (1, 0), (-1, 1)])
def test_a_price_that_is_not_known_says_nothing(here, there):
    assert rules.price_verdict(here, there) == U


@given(st.lists(state))
def test_two_thirds_must_agree(verdicts):
    said = rules.agreed_verdict(verdicts)
    if said != U:
        assert 3 * verdicts.count(said) >= 2 * len(verdicts) > 0
    assert rules.agreed_verdict([]) == U


@given(positive, positive, st.floats(0, 1))
def test_surplus_and_gap_are_one_another(supply, need, factor):
    left = rules.surplus(supply, need, factor)
    assert left + need * (1 + factor) == pytest.approx(supply)
    assert rules.gap(need, factor, supply) == pytest.approx(max(0.0, -left))
    assert not (left > 0 and rules.gap(need, factor, supply) > 0)


def test_unknown_stays_unknown():
    assert math.isnan(rules.surplus(NAN, 1, 0.3)) and math.isnan(rules.surplus(1, NAN, 0.3))
    assert rules.surplus(10, 4, NAN) == 6  # households only
    assert not rules.is_supplier(NAN, kota=False)
    assert rules.is_supplier(1, kota=False) and not rules.is_supplier(50, kota=True)


BOTH = {
    "port": ((NAN, 100.0, True), N),
    "no table": ((NAN, 100.0, False), U),
    "grows none": ((0.0, 100.0, False), Y),
    "half": ((50.0, 100.0, False), N),
    "less": ((49.9, 100.0, False), Y),
    "need unknown": ((50.0, NAN, False), U),
}


@pytest.mark.parametrize(("case", "wanted"), BOTH.values(), ids=BOTH.keys())
def test_both_producers(case, wanted):
    assert rules.both_producers(*case) == wanted


PRICES = [
    (20, U, 0.91, False, False),
    (20, Y, 0.90, False, True),
    (20, U, NAN, False, False),
    (45, U, NAN, False, True),
    (45, N, 1.2, False, False),
    (90, U, 1.0, False, False),
    (90, Y, 0.9, False, True),
    (90, U, 1.0, True, True),
    (90, N, 1.1, True, False),
]


@pytest.mark.parametrize(("km", "verdict", "ratio", "chili", "wanted"), PRICES)
def test_price_allows(km, verdict, ratio, chili, wanted):
    assert rules.price_allows(km, verdict, ratio, chili) is wanted


@pytest.mark.parametrize(
    ("goods", "suppliers", "agreement", "wanted"),
    [(1, 5, False, False), (2, 1, False, False), (2, 2, False, True), (3, 1, False, True),
     (3, 1, True, False), (4, 1, True, True), (2, 2, True, True)],
)  # fmt: skip
def test_listed(goods, suppliers, agreement, wanted):
    assert rules.listed(goods, suppliers, agreement) is wanted


def test_stages_in_their_order():
    order = ["berjalan", "disepakati", "diberitakan", "hub", "dijajaki", ""]
    assert [rules.stage_rank(each) for each in order] == sorted({rules.stage_rank(each) for each in order})
    assert rules.stage_rank("terkirim") == rules.stage_rank("berjalan")
    assert rules.stage_rank("direncanakan") == rules.stage_rank("dijajaki")


@given(st.lists(positive, min_size=1), positive)
def test_contradiction_does_not_depend_on_order_or_unit(amounts, scale):
    assert rules.contradictory(amounts) == rules.contradictory(amounts[::-1])
    if abs(max(amounts) / min(amounts) - rules.CONTRADICTION) > 1e-6:
        assert rules.contradictory(amounts) == rules.contradictory([each * scale for each in amounts])


def test_old_reports_lead_only_from_near():
    assert rules.old_may_lead(2015, 100) and not rules.old_may_lead(2014, 10)
    assert not rules.old_may_lead(2017, 101) and not rules.old_may_lead(2017, NAN)
