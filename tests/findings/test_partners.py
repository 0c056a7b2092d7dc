"""The ranking of partners as the page asks for it."""

import numpy as np
import pytest

import data
from analysis.checks import AnalysisError
from findings import partners
from findings.partners import Choices

SIBOLGA, MEDAN, BATAM = "1271", "1275", "2171"


def test_weights_of_the_page_are_those_of_the_ranking():
    weights = partners.component_weights(Choices())
    assert weights["supply"] == weights["demand"] == 1
    assert weights["nearness"] == 2
    assert weights["agreements"] == 0


@pytest.mark.parametrize("city", [SIBOLGA, MEDAN, BATAM, "1671"])
def test_every_other_city_of_the_scope_is_ranked_once(city):
    frame = partners.ranking(city)
    assert city not in set(frame["partner"])
    members = data.cities("I" if city in data.cities("I").index else None).index
    assert set(frame["partner"]) == set(members) - {city}
    assert frame["score"].is_monotonic_decreasing
    assert (frame["rank_low"] <= frame["rank"]).all()
    assert (frame["rank"] <= frame["rank_high"]).all()


@pytest.mark.parametrize(
    "choices",
    [Choices(), Choices(agreements="mengurangi"), Choices(weights=(1, 0, 0, 0, 3)), Choices(role="buyer")],
)
def test_parts_add_up_to_the_score(choices):
    frame = partners.ranking(SIBOLGA, choices)
    parts = partners.contributions(frame, choices)
    assert np.allclose(parts.sum(axis=1), frame["score"])


def test_no_weight_above_zero_is_known_before_it_fails():
    nothing = Choices(weights=(0,) * 5)
    assert not partners.rankable(nothing)
    assert partners.rankable(Choices())
    with pytest.raises(AnalysisError):
        partners.ranking(SIBOLGA, nothing)


def test_own_province_can_be_left_out():
    frame = partners.ranking(SIBOLGA, Choices(same_province=False))
    assert not frame["partner"].str.startswith("12").any()


def test_sibolga_is_sent_to_medan_with_fish():
    first = partners.ranking(SIBOLGA).iloc[0]
    found = partners.reasons_by_code(first["reasons"])
    assert first["partner"] == MEDAN
    assert first["km"] == pytest.approx(205, abs=1)
    assert found["need_out"][0]["need"] == "ikan laut"
    assert found["flow_out"][0]["commodity"] == "ikan laut"


def test_batam_is_offered_food_and_no_sector():
    found = partners.reasons_by_code(partners.ranking(BATAM).set_index("partner").at["1376", "reasons"])
    assert {"telur ayam"} <= {each["need"] for each in found["need_in"]}
    assert not {"offer_sector", "receive_sector"} & set(found)


def test_a_component_that_is_not_known_is_passed_over():
    frame = partners.ranking(BATAM, Choices(scope="anggota")).set_index("partner")
    unknown = frame[frame["applications"].isna()]
    assert len(unknown)
    assert unknown["score"].notna().all()
    for reasons in unknown["reasons"]:
        assert ("unknown", {"component": "applications"}) in partners.against(reasons)


def test_periods_and_sources_stand_beside_it():
    assert partners.periods() == {"output": "2026Q1", "population": "2024", "spending": "2025"}
    known = set(data.load("sources")["source_id"])
    assert set(partners.source_ids()) <= known
