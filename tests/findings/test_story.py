"""The figures of a story: what is known, what is missing, and the order in which it is told."""

from __future__ import annotations

import pytest

import data
from data.versioning import versions
from findings import story
from findings.cities import profile as city_profile
from findings.story import tables
from wording import reasons

CITIES = list(data.cities("I").index)


@pytest.mark.parametrize("code", CITIES)
def test_key_figures_are_those_of_the_profile(code: str):
    figures = story.key_figures(code).set_index("measure")
    profile = city_profile.indicators(code)
    for measure in figures.index.drop(story.OUTPUT):
        assert figures["value"][measure] == profile["value"][measure]
        assert figures["period"][measure] == str(profile["year"][measure])
    totals = data.load("grdp_totals")
    row = totals[
        (totals["region_code"] == code) & (totals["price_basis"] == "ADHB") & (totals["period"] == "2025")
    ]
    assert figures["value"][story.OUTPUT] == row["value_billion_rupiah"].item()
    assert figures["source_id"].notna().all()


def test_ranks_of_output_are_those_of_all_34():
    ranks = [
        story.key_figures(code).set_index("measure")["rank"][story.OUTPUT] for code in data.cities().index
    ]
    assert sorted(ranks) == list(range(1, 35))


@pytest.mark.parametrize("code", CITIES)
def test_strengths_are_above_the_reference_and_of_weight(code: str):
    frame = story.strengths((code,))
    assert (frame["lq"] >= 1).all() and not frame["small"].any()
    assert frame["lq"].is_monotonic_decreasing
    assert frame["main"].sum() == 1
    assert frame.loc[frame["main"], "sector"].item() == city_profile.leading(code).index[0]


def test_structure_of_several_is_that_of_their_sum():
    together = story.structure(("1275", "1276")).set_index("sector")
    output = data.sectors_matrix(regions=["1275", "1276"]).sum()
    assert together["share"].to_numpy() == pytest.approx((output / output.sum())[together.index].to_numpy())


@pytest.mark.parametrize("code", ["1271", "1275"])
def test_structure_of_one_is_that_of_its_profile(code: str):
    alone = story.structure((code,)).set_index("sector")
    profile = city_profile.structure(code)
    for column in ("share", "gap", "lq", "basis", "tradable"):
        assert list(alone[column]) == list(profile.loc[alone.index, column])


def test_the_longer_frames_are_empty_where_nothing_is_known():
    assert list(tables.deals_of(())) == tables.DEAL_COLUMNS
    assert tables.deals_of(()).empty
    assert tables.needs(()).empty
    with versions.trial(grdp_sectors=data.load("grdp_sectors")[:0]):
        assert list(tables.sectors("1271")) == tables.SECTOR_COLUMNS
        assert story.strengths(("1271",)).empty


def test_sibolga_fits_medan_and_the_reasons_are_told():
    frame = story.partners("1271")
    assert frame["partner"][0] == "1275"
    assert "ikan laut" in reasons.recorded_goods(frame["reasons"][0], ours=True)
    assert frame["score"].is_monotonic_decreasing


def test_applications_to_take_fill_gaps_only():
    apps = data.load("apps")
    own = apps[(apps["region_code"] == "1271") & (apps["status"] == "berjalan")]
    take = story.to_take("1271")
    assert not set(take["service_domain"]) & set(own["service_domain"])
    assert take["service_domain"].is_unique
    assert set(story.to_give("1271")["app_id"]) <= set(own["app_id"])


def test_distance_is_symmetric_and_right():
    assert story.distance_km("1275", "1275") == 0
    assert story.distance_km("1275", "1271") == pytest.approx(story.distance_km("1271", "1275"))
    assert story.distance_km("1275", "1271") == pytest.approx(205.3, abs=0.5)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"city": "9999"}, data.UnknownCity),
        ({"pair": ("1275", "9999")}, data.UnknownCity),
        ({"pair": ("1275", "1275")}, ValueError),
        ({"city": "1275", "pair": ("1271", "1272")}, ValueError),
    ],
)
def test_wrong_subject_is_named(arguments, error):
    with pytest.raises(error):
        story.subject(**arguments)
