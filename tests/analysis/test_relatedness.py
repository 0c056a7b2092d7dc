import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

import data
from analysis import relatedness
from analysis.relatedness import density, proximity
from analysis.specialization import location_quotient
from tests.analysis.helpers import OUTPUT, QUICK, REFERENCE, outputs

LARGE, SPARSE = relatedness.LARGE, relatedness.SPARSE
NO_PEER = "requirements-dev.txt is not installed"


@pytest.fixture(params=["dense", "sparse"], scope="module", autouse=True)
def products(request):
    """Every test of this file holds for both ways of multiplying, however small the table."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "sparse":
            pytest.importorskip("scipy", reason=NO_PEER)
            patch.setattr(relatedness, "LARGE", 0)
            patch.setattr(relatedness, "SPARSE", 1)
        yield request.param


def test_golden_numbers():
    # Specialities (LQ >= 1): x has A and C, y has C and G, z has G.
    phi = proximity(OUTPUT, REFERENCE)
    assert_allclose(phi, [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]])
    near = density(OUTPUT, REFERENCE, phi)
    # x to A: has C (.5), and G adds nothing to be had: 1. x to C: has A of A and G (.5 + .5): 1/2.
    assert_allclose(near.loc["x"], [1, 0.5, 1])
    assert_allclose(near.loc["z"], [0, 0.5, 0])


@QUICK
@given(outputs(max_regions=9))
def test_agrees_with_econcomplex_and_ecomplexity(output):
    econcomplex = pytest.importorskip("econcomplex", reason=NO_PEER)
    ecomplexity = pytest.importorskip("ecomplexity.calc_proximity", reason=NO_PEER)
    reference = output.sum()
    special = (location_quotient(output, reference) >= 1).to_numpy().astype(float)
    phi = proximity(output, reference)
    with np.errstate(invalid="ignore", divide="ignore"):
        kept_diagonal = ecomplexity.calc_discrete_proximity(special, special.sum(axis=0))
    assert_allclose(phi, kept_diagonal)
    # There the quotient is x/X / n too, yet at exactly 1 the last digit may fall on either side.
    if (np.abs(location_quotient(output, reference) - 1) > 1e-9).all(axis=None):
        theirs = econcomplex.proximity(output)["product"]
        off = ~np.eye(len(phi), dtype=bool)
        assert_allclose(phi.to_numpy()[off], theirs.to_numpy()[off])
        known = density(output, reference, phi)
        compared = econcomplex.relatedness_density(output, phi=theirs.to_numpy()) / 100
        assert_allclose(known.fillna(0), compared, atol=1e-12)


@QUICK
@given(outputs(max_regions=9), st.randoms(use_true_random=False))
def test_bounds_symmetry_and_order(output, random):
    reference = output.sum()
    phi = proximity(output, reference)
    near = density(output, reference, phi)
    assert_allclose(phi, phi.T)
    assert (phi.isna() | ((phi >= 0) & (phi <= 1))).all(axis=None)
    assert (near.isna() | ((near >= 0) & (near <= 1 + 1e-12))).all(axis=None)
    rows, columns = list(output.index), list(output.columns)
    random.shuffle(rows)
    random.shuffle(columns)
    moved = density(output.loc[rows, columns], reference, phi)
    assert_allclose(moved.loc[output.index, output.columns], near, atol=1e-12)


def test_the_sector_itself_does_not_count():
    phi = proximity(OUTPUT, REFERENCE)
    with_zero = phi.copy()
    with_zero[:] = phi.to_numpy() * (1 - np.eye(3))
    assert_allclose(density(OUTPUT, REFERENCE, phi), density(OUTPUT, REFERENCE, with_zero))


def test_what_is_missing_stays_missing():
    output = pd.concat([OUTPUT, pd.DataFrame([[np.nan, 1, 1]], index=["q"], columns=OUTPUT.columns)])
    phi = proximity(output, REFERENCE)
    assert_allclose(phi, proximity(OUTPUT, REFERENCE))
    near = density(output, REFERENCE, phi)
    assert near.loc["q"].isna().all()
    assert near.loc[["x", "y", "z"]].notna().all(axis=None)


def test_a_sector_that_is_nobodys_speciality_is_unknown_and_counts_for_no_other():
    phi = proximity(OUTPUT, REFERENCE, threshold=1.2)
    # Only x is at least 1.2 in A; y in C and G (1.33); z in G (2).
    assert_allclose(phi.loc["C", "G"], 0.5)
    none = proximity(OUTPUT.loc[["x", "z"]], REFERENCE, threshold=1.2)
    assert none["C"].isna().all()
    near = density(OUTPUT, REFERENCE, none, threshold=1.2)
    assert near["C"].isna().all()


def test_blocks_make_no_difference(monkeypatch):
    output = data.sectors_matrix()
    reference = data.reference("indonesia")
    own = pd.DataFrame(np.tile(reference, (len(output), 1)), index=output.index, columns=output.columns)
    phi = proximity(output, reference)
    near = density(output, reference, phi)
    monkeypatch.setattr(relatedness, "BLOCK", 7)
    assert_allclose(proximity(output, own), phi)
    assert_allclose(density(output, own, phi), near, atol=1e-12)
    narrow = density(output.astype("float32"), reference, phi.astype("float32"))
    assert set(narrow.dtypes) == {np.dtype("float32")}
    assert_allclose(narrow, near, atol=1e-6)


def few_filled(regions: int, sectors: int) -> pd.DataFrame:
    random = np.random.default_rng(98)
    amounts = random.lognormal(0, 2, (regions, sectors)) * (random.random((regions, sectors)) < 0.06)
    amounts[np.arange(regions), random.integers(0, sectors, regions)] += 1
    amounts[5, 0] = np.nan
    return pd.DataFrame(amounts)


def test_a_large_table_of_which_little_is_filled_is_multiplied_sparsely_with_the_same_result(
    products, monkeypatch
):
    asked = []
    sparsely = relatedness._sparse_specialities
    monkeypatch.setattr(
        relatedness, "_sparse_specialities", lambda *given: asked.append(1) or sparsely(*given)
    )
    output = few_filled(2300, 150)  # More than one block of rows, more than one strip of columns.
    reference = output.sum()
    # Taken apart from how it is made here: in which regions both are specialities, counted by pandas.
    special = (location_quotient(output, reference) >= 1).astype("float64")
    together = special.T.dot(special).to_numpy()
    often = np.maximum.outer(together.diagonal(), together.diagonal())
    phi = proximity(output, reference)
    assert_allclose(phi, together / often)
    without_itself = phi.to_numpy() * (1 - np.eye(len(phi)))
    near = density(output, reference, phi)
    expected = special.to_numpy() @ without_itself / without_itself.sum(axis=0)
    expected[5] = np.nan
    assert_allclose(near, expected, atol=1e-12)
    assert len(asked) == (2 if products == "sparse" else 0)


def test_more_regions_together_than_the_narrowest_count_holds():
    output = pd.DataFrame(0.0, index=range(40_000), columns=["much", "little"])
    output.loc[: 36_000 - 1, "much"] = 1
    output.loc[36_000:, "little"] = 1
    output.loc[35_000 : 36_000 - 1, "little"] = 0.125  # Specialised in both: LQ 0.99 and 1.04.
    phi = proximity(output, output.sum(), threshold=0.9)
    assert_allclose(phi, [[1, 1_000 / 36_000], [1_000 / 36_000, 1]])


def test_the_application_alone_multiplies_without_scipy(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.sparse", None)
    assert_allclose(proximity(OUTPUT, REFERENCE), [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]])


@pytest.mark.parametrize(
    ("size", "filled", "sparse"), [(1_000_000, 0.1, True), (1_000_000, 0.11, False), (999_000, 0.05, False)]
)
def test_only_large_and_nearly_empty_tables_are_worth_it(size, filled, sparse, monkeypatch):
    values = np.zeros((size // 1000, 1000))
    values[:, : round(1000 * filled)] = 1
    for name, shipped in (("LARGE", LARGE), ("SPARSE", SPARSE)):
        monkeypatch.setattr(relatedness, name, shipped)
    assert relatedness._is_sparse(values) is sparse


def test_services_of_a_city_go_together_in_the_514():
    phi = proximity(data.sectors_matrix(), data.reference("indonesia"))
    assert phi.loc["K", "J"] > phi.loc["K", "A"]
    assert phi.loc["A"].drop("A").mean() < phi.loc["G"].drop("G").mean()


WRONG = {
    "other sectors": (lambda p: p.drop(index="A"), r"kurang: A"),
    "a list": (lambda p: p.to_numpy().tolist(), r"bukan list"),
    "negative": (lambda p: p - 2, r"negatif"),
}


@pytest.mark.parametrize(("change", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(change, says):
    with pytest.raises(ValueError, match=says):
        density(OUTPUT, REFERENCE, change(proximity(OUTPUT, REFERENCE)))
