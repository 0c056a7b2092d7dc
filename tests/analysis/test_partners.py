import time

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose
from pandas.testing import assert_frame_equal

from analysis import partners
from analysis.partners import (
    AGAINST,
    COMPONENTS,
    DEFAULT_WEIGHTS,
    STRUCTURAL,
    rank_partners,
    score_matrix,
    sensitivity,
)
from analysis.partners.components import component_matrices
from findings import partner_evidence
from tests.analysis.small_evidence import evidence, products

NONE = dict.fromkeys(COMPONENTS, 0.0)


@pytest.fixture(scope="module")
def real():
    return partner_evidence.evidence()


def codes(reasons):
    return [code for code, _ in reasons]


def test_golden_components():
    parts = component_matrices(evidence())
    # ln of supply 10, 20, 80: 0, ln 2, ln 8 above the first; their mean is ln 4 / 1.5.
    supply = np.log([10, 20, 80])
    z = (supply - supply.mean()) / supply.std()
    assert_allclose(parts["supply"].loc["x", ["y", "z"]], 0.5 + z[0] / 8)
    assert_allclose(parts["supply"].loc["z", ["x", "y"]], 0.5 + z[2] / 8)
    # Population 1,000, 2,000, 4,000: one doubling apart, so the middle one is the mean.
    assert_allclose(parts["demand"].loc[["x", "z"], "y"], 0.5)
    assert_allclose(parts["demand"].at["x", "z"], 0.5 + np.sqrt(1.5) / 8)
    degree = np.pi / 180 * 6371.0088
    near = -np.log(np.array([1, 4, 3]) * degree + 50)
    assert_allclose(parts["nearness"].at["x", "y"], 0.5 + (near[0] - near.mean()) / near.std() / 8)
    # y needs fish, coffee and coffee beans: x has the fish (1 match, 0.5). Coffee made from coffee answers
    # nobody: all other pairs are at 0.
    answers = np.array([0.5, 0, 0, 0, 0, 0])
    assert_allclose(parts["needs"].at["x", "y"], 0.5 + (0.5 - answers.mean()) / answers.std() / 8)
    # y lacks complaints and taxes, x has the one; y runs health, x lacks all but complaints: the mean of the
    # two is between; z has no known application.
    assert_allclose(parts["applications"].at["x", "y"] + parts["applications"].at["y", "x"], 1)
    assert parts["applications"]["z"].isna().all()
    # A signed MoU counts, a meeting does not.
    assert parts["agreements"].at["x", "z"] == 1
    assert parts["agreements"].at["x", "y"] == 0
    for matrix in parts.values():
        assert np.isnan(np.diag(matrix)).all()


def test_pair_score_is_the_standardised_sum():
    tables = evidence()
    score = partners.pair_score(tables.supply, tables.population, tables.distance_km)
    matrix = score_matrix(tables)
    # The checked part on its scale of 0..1: four weights, eight standard deviations.
    assert_allclose(matrix, 0.5 + score / 4 / 8)
    assert_allclose(np.nanmean(score), 0, atol=1e-12)


def test_golden_score():
    tables = evidence()
    table = rank_partners("x", role="supplier", evidence=tables).set_index("partner")
    parts = {name: matrix.loc["x", "y"] for name, matrix in component_matrices(tables).items()}
    expected = sum(DEFAULT_WEIGHTS[name] * value for name, value in parts.items()) / 6
    assert_allclose(table.at["y", "score"], expected)
    # z: applications are not known, so the score is over the other five of six weights.
    parts = {name: matrix.loc["x", "z"] for name, matrix in component_matrices(tables).items()}
    known = sum(DEFAULT_WEIGHTS[name] * value for name, value in parts.items() if not np.isnan(value)) / 5
    assert_allclose(table.at["z", "score"], known)
    assert ("unknown", {"component": "applications"}) in table.at["z", "reasons"]
    assert list(table["rank"]) == [1, 2]


def test_roles_turn_the_direction():
    tables = evidence()
    parts = component_matrices(tables)
    by_role = {
        role: rank_partners("y", role=role, evidence=tables).set_index("partner") for role in partners.ROLES
    }
    assert_allclose(by_role["supplier"].at["x", "demand"], parts["demand"].at["y", "x"])
    assert_allclose(by_role["buyer"].at["x", "demand"], parts["demand"].at["x", "y"])
    mean = (parts["demand"].at["x", "y"] + parts["demand"].at["y", "x"]) / 2
    assert_allclose(by_role["both"].at["x", "demand"], mean)
    both = (by_role["supplier"]["score"] + by_role["buyer"]["score"]) / 2
    assert_allclose(by_role["both"].at["x", "score"], both["x"])


def test_agreements_count_for_against_or_not_at_all():
    tables = evidence()
    scores = {
        weight: rank_partners("x", weights={"agreements": weight}, evidence=tables).set_index("partner")[
            "score"
        ]
        for weight in (-1, 0, 1)
    }
    assert scores[1]["z"] > scores[0]["z"] > scores[-1]["z"]
    assert scores[1]["y"] < scores[0]["y"] < scores[-1]["y"]


def test_reasons_for_and_against_carry_their_figures():
    table = rank_partners("x", evidence=evidence()).set_index("partner")
    for_y, for_z = dict(table.at["y", "reasons"]), dict(table.at["z", "reasons"])
    assert for_y["market_food"]["product_id"] == "P1"
    assert for_y["need_out"]["need"] == "ikan laut"
    assert for_y["app_out"] == {"service_domains": ["pengaduan"]}
    assert for_y["app_in"] == {"service_domains": ["kesehatan"]}
    assert for_y["meeting"]["date"] == "2026-01-01"
    assert for_z["flow_out"]["date"] == "2015-05"
    assert for_z["agreement"]["instrument"] == "MoU"
    against = [(code, params) for code, params in table.at["z", "reasons"] if code in AGAINST]
    assert ("old_data", {"what": "agreement", "date": "2010-01-01"}) in against
    assert ("old_data", {"what": "flow_out", "date": "2015-05"}) in against
    assert_allclose(for_y["near"]["km"], 111.195, rtol=1e-4)
    assert "near" not in for_z
    assert "no_food_product" in codes(rank_partners("y", evidence=evidence())["reasons"][0])


UNKNOWN = {
    "supply": ({"supply": pd.Series({"x": 1.0, "y": 2.0, "z": np.nan})}, ["supply"], "buyer", "z"),
    "population": ({"population": pd.Series({"x": 1.0, "y": 2.0})}, ["demand"], "supplier", "z"),
    "products": ({"products": products((("P1", "x", "Ikan tangkap", "A"),))}, ["needs"], "buyer", "z"),
    "place": (
        {"regions": evidence().regions.assign(longitude=[0.0, 1.0, np.nan])},
        ["nearness"],
        "supplier",
        "z",
    ),
}


@pytest.mark.parametrize(("changed", "components", "role", "partner"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_is_not_known_leaves_the_score_to_the_rest(changed, components, role, partner):
    row = rank_partners("x", role=role, evidence=evidence(**changed)).set_index("partner").loc[partner]
    for name in components:
        assert np.isnan(row[name])
        assert ("unknown", {"component": name}) in row["reasons"]
    assert 0 < row["score"] < 1


def test_nothing_known_of_a_partner_puts_it_last_without_a_rank():
    only = NONE | {"demand": 1}
    table = rank_partners(
        "x", weights=only, role="supplier", evidence=evidence(population=pd.Series({"x": 1.0, "y": 2.0}))
    )
    assert list(table["partner"]) == ["y", "z"]
    assert table.loc[1, ["score", "rank", "rank_low", "rank_high"]].isna().all()
    assert table.at[0, "rank"] == 1


WRONG = {
    "unknown city": (lambda e: rank_partners("q", evidence=e), r"Kota tidak dikenal: q.*x, y, z"),
    "unknown partner": (lambda e: rank_partners("x", cities=["y", "q"], evidence=e), r"tidak dikenal: q"),
    "city twice": (lambda e: rank_partners("x", cities=["y", "y"], evidence=e), r"dua kali: y"),
    "nobody left": (lambda e: rank_partners("x", cities=["x"], evidence=e), r"Tidak ada kota lain"),
    "nobody elsewhere": (
        lambda e: rank_partners("x", cities=["y"], same_province=False, evidence=e),
        r"Tidak ada",
    ),
    "all zero": (lambda e: rank_partners("x", weights=NONE, evidence=e), r"Semua bobot nol"),
    "only negative": (lambda e: rank_partners("x", weights=NONE | {"needs": -1}, evidence=e), r"di atas nol"),
    "unknown component": (
        lambda e: rank_partners("x", weights={"jarak": 1}, evidence=e),
        r"'jarak'.*nearness",
    ),
    "not a number": (
        lambda e: rank_partners("x", weights={"needs": np.nan}, evidence=e),
        r"needs bukan angka",
    ),
    "text": (lambda e: rank_partners("x", weights={"needs": "1"}, evidence=e), r"needs bukan angka: '1'"),
    "infinite": (lambda e: rank_partners("x", weights={"needs": np.inf}, evidence=e), r"needs bukan angka"),
    "role": (lambda e: rank_partners("x", role="mitra", evidence=e), r"Peran.*'mitra'"),
    "matrix city": (lambda e: score_matrix(e, ["x", "q"]), r"tidak dikenal: q"),
    "matrix component": (
        lambda e: score_matrix(components=["x"], evidence=e),
        r"Komponen tidak dikenal: 'x'",
    ),
    "matrix of none": (lambda e: score_matrix(components=["agreements"], evidence=e), r"Semua bobot nol"),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_choices_are_named(call, says):
    with pytest.raises(ValueError, match=says):
        call(evidence())


def test_the_same_province_can_be_left_out(real):
    table = rank_partners("1275", same_province=False, evidence=real)
    assert not table["partner"].str.startswith("12").any()
    assert len(table) == 33 - 7


def test_every_city_is_ranked_with_every_component_between_0_and_1(real):
    for city in real.cities:
        table = rank_partners(city, draws=50, evidence=real)
        assert len(table) == 33
        assert city not in set(table["partner"])
        values = table[["score", *COMPONENTS]]
        assert (values.isna() | ((values >= 0) & (values <= 1))).all(axis=None)
        assert table["score"].notna().all()
        assert table["score"].is_monotonic_decreasing
        assert (table["rank_low"] <= table["rank"]).all()
        assert (table["rank"] <= table["rank_high"]).all()
        unknown = [{p["component"] for c, p in reasons if c == "unknown"} for reasons in table["reasons"]]
        assert unknown == [set(row.index[row.isna()]) for _, row in table[list(COMPONENTS)].iterrows()]


def test_a_row_of_the_matrix_is_the_ranking_as_supplier(real):
    scores = score_matrix(evidence=real)
    assert scores.shape == (34, 34)
    assert np.isnan(np.diag(scores)).all()
    weights = NONE | {name: DEFAULT_WEIGHTS[name] for name in STRUCTURAL}
    table = rank_partners("1271", weights=weights, role="supplier", evidence=real).set_index("partner")
    assert_allclose(scores.loc["1271", table.index], table["score"])
    narrow = score_matrix(real, ["2171", "1271"])
    assert_frame_equal(narrow, scores.loc[["2171", "1271"], ["2171", "1271"]])


def test_structural_components_hear_nothing_of_needs_flows_and_agreements(real):
    changed = {
        name: getattr(real, name).iloc[:0] for name in ("needs", "supply_links", "cooperation", "apps")
    }
    deaf = partners.Evidence(
        **{name: getattr(real, name) for name in real.__dataclass_fields__ if name not in changed} | changed
    )
    assert_frame_equal(score_matrix(evidence=deaf), score_matrix(evidence=real))


def test_fishing_towns_and_markets_find_each_other(real):
    names = real.places["short_name"]
    suppliers = rank_partners("1471", role="buyer", evidence=real)["partner"].map(names)
    assert "Payakumbuh" in set(suppliers[:5])
    buyers = rank_partners("1271", role="supplier", evidence=real)
    assert buyers["partner"].map(names)[0] == "Medan"
    best = dict(buyers.iloc[0]["reasons"])
    assert best["market_food"]["commodity_group"] == "ikan"


def test_no_component_of_the_members_is_cut_off_by_its_scale(real):
    """The scale must not change an order: nothing structural lies beyond its ends."""
    parts = component_matrices(real)
    for name in STRUCTURAL:
        assert np.nanmin(parts[name]) > 0
        assert np.nanmax(parts[name]) < 1


def test_no_reason_names_a_sector(real):
    for city in real.cities:
        for reasons in rank_partners(city, draws=2, evidence=real)["reasons"]:
            assert not any("sector" in params for _code, params in reasons)


def test_ranks_share_places_and_keep_missing():
    assert_allclose(sensitivity.ranks(np.array([[0.3, 0.9, 0.3, np.nan, 0.1]])), [[2, 1, 2, np.nan, 4]])


def test_random_weights_are_drawn_around_the_chosen_ones():
    drawn = sensitivity.random_weights((0.5, 2.0, 0.0, -1.0), 4000, 1)
    assert_allclose(np.abs(drawn).sum(axis=1), 1)
    assert_allclose(drawn.mean(axis=0), np.array([0.5, 2, 0, -1]) / 3.5, atol=0.02)
    assert np.array_equal(drawn, sensitivity.random_weights((0.5, 2.0, 0.0, -1.0), 4000, 1))


def test_the_range_of_ranks_is_that_of_a_slow_count():
    rng = np.random.default_rng(3)
    values = rng.random((5, 3))
    values[1, 2] = np.nan
    draws = sensitivity.random_weights((1.0, 1.0, 1.0), 40, 7)
    counted = []
    for w in draws:
        known = ~np.isnan(values)
        score = np.nansum(values * w, axis=1) / (known * w).sum(axis=1)
        counted.append([(score > s).sum() + 1 for s in score])
    counted = np.sort(counted, axis=0)
    low, high = sensitivity.rank_range(values, draws)
    assert_allclose(low, counted[int(np.floor(0.05 * 39))])
    assert_allclose(high, counted[int(np.ceil(0.95 * 39))])


def test_the_whole_34_x_34_x_1000_is_far_from_slow(real):
    """No race against a clock: a loop over pairs or draws would take minutes, not ten seconds."""
    values = np.stack([matrix.to_numpy() for matrix in component_matrices(real).values()], axis=-1)
    start = time.perf_counter()
    low, high = sensitivity.rank_range(values, sensitivity.random_weights(tuple(DEFAULT_WEIGHTS.values())))
    assert time.perf_counter() - start < 10
    off = ~np.eye(34, dtype=bool)
    assert (low[off] <= high[off]).all()
    assert low[off].min() == 1
    assert high[off].max() == 33


def test_the_same_seed_gives_the_same_advice(real):
    first, second = (rank_partners("2171", evidence=real) for _ in range(2))
    assert_frame_equal(first, second)
