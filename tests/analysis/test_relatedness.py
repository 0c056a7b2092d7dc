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

NO_PEER = "requirements-dev.txt is not installed"


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
