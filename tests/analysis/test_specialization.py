import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from pandas.testing import assert_frame_equal, assert_series_equal

import data
from analysis.complementarity import surplus
from analysis.specialization import (
    hachman_index,
    herfindahl_index,
    krugman_index,
    location_quotient,
    shares,
    symmetric_location_quotient,
)
from tests.analysis.helpers import OUTPUT, QUICK, REFERENCE, outputs

AGAINST_REFERENCE = [location_quotient, symmetric_location_quotient, krugman_index, hachman_index, surplus]


def test_golden_numbers():
    # Shares of x: .6 .3 .1; of the reference: .4 .3 .3.
    assert_allclose(shares(OUTPUT).loc["x"], [0.6, 0.3, 0.1])
    assert_allclose(location_quotient(OUTPUT, REFERENCE).loc["x"], [1.5, 1.0, 1 / 3])
    assert_allclose(symmetric_location_quotient(OUTPUT, REFERENCE).loc["x"], [0.2, 0.0, -0.5])
    assert_allclose(krugman_index(OUTPUT, REFERENCE), [0.4, 0.4, 0.6])
    # x: .36/.4 + .09/.3 + .01/.3 = 1.2333
    assert_allclose(hachman_index(OUTPUT, REFERENCE)["x"], 1 / 1.2333333333333334)
    assert_allclose(herfindahl_index(OUTPUT), [0.46, 0.36, 0.44])


@QUICK
@given(outputs())
def test_agrees_with_econcomplex(output):
    econcomplex = pytest.importorskip("econcomplex", reason="requirements-dev.txt is not installed")
    reference = output.sum()
    assert_allclose(location_quotient(output, reference), econcomplex.location_quotient(output))
    assert_allclose(krugman_index(output, reference), econcomplex.krugman_index(output), atol=1e-12)
    assert_allclose(hachman_index(output, reference), econcomplex.hachman_index(output))
    assert_allclose(herfindahl_index(output), econcomplex.herfindahl(output, normalize=False))


@QUICK
@given(outputs(), st.integers(0, 10**6))
def test_weighted_by_the_reference_the_quotients_sum_to_one(output, seed):
    rng = np.random.default_rng(seed)
    reference = pd.Series(rng.uniform(0.1, 9, output.shape[1]), index=output.columns)
    n = reference / reference.sum()
    assert_allclose(location_quotient(output, reference) @ n, 1.0)


@QUICK
@given(outputs())
def test_weighted_by_the_regions_the_quotients_sum_to_one(output):
    w = output.sum(axis=1) / output.to_numpy().sum()
    assert_allclose(w @ location_quotient(output, output.sum()), 1.0)


@QUICK
@given(outputs(), st.floats(1e-6, 1e6), st.randoms(use_true_random=False))
def test_unit_of_money_and_order_do_not_matter(output, factor, random):
    reference = output.sum()
    rows, columns = list(output.index), list(output.columns)
    random.shuffle(rows)
    random.shuffle(columns)
    for measure in AGAINST_REFERENCE[:4]:
        before = measure(output, reference)
        after = measure(output.loc[rows, columns] * factor, reference * 7)
        if isinstance(before, pd.DataFrame):
            assert_frame_equal(after, before.loc[rows, columns])
        else:
            assert_series_equal(after, before[rows])


@QUICK
@given(outputs(zeros=False))
def test_the_reference_itself_is_at_the_end_of_every_scale(output):
    reference = output.sum()
    alone = reference.to_frame("all").T
    assert_allclose(location_quotient(alone, reference), 1.0)
    assert_allclose(symmetric_location_quotient(alone, reference), 0.0, atol=1e-12)
    assert_allclose(krugman_index(alone, reference), 0.0, atol=1e-12)
    assert_allclose(hachman_index(alone, reference), 1.0)
    hachman = hachman_index(output, reference)
    same = krugman_index(output, reference) < 1e-9
    assert ((hachman > 1 - 1e-12) == same).all()
    assert (herfindahl_index(output) >= 1 / output.shape[1] - 1e-12).all()


def test_each_region_may_have_its_own_reference():
    own = pd.DataFrame([[1.0, 1.0, 1.0], REFERENCE, REFERENCE], index=["x", "y", "z"], columns=OUTPUT.columns)
    quotient = location_quotient(OUTPUT, own.loc[["z", "x", "y"]])
    assert_allclose(quotient.loc["x"], [1.8, 0.9, 0.3])
    assert_allclose(quotient.loc[["y", "z"]], location_quotient(OUTPUT, REFERENCE).loc[["y", "z"]])


@pytest.mark.parametrize("measure", AGAINST_REFERENCE)
def test_what_is_missing_stays_missing(measure):
    output = OUTPUT.copy()
    output.loc["y", "C"] = np.nan
    result = measure(output, REFERENCE)
    assert result.loc[["y"]].isna().all(axis=None)
    assert result.loc[["x", "z"]].notna().all(axis=None)
    assert_allclose(result.loc[["x", "z"]], measure(OUTPUT, REFERENCE).loc[["x", "z"]])


def test_a_sector_unknown_to_the_reference_has_no_quotient():
    reference = pd.Series({"A": 1.0, "C": 1.0, "G": 0.0})
    assert location_quotient(OUTPUT, reference)["G"].isna().all()
    assert_allclose(hachman_index(OUTPUT, reference), 0.0)
    assert shares(OUTPUT * 0).isna().all(axis=None)


def test_narrow_floats_stay_narrow_and_lose_nothing():
    narrow = location_quotient(OUTPUT.astype("float32"), REFERENCE)
    assert set(narrow.dtypes) == {np.dtype("float32")}
    assert_allclose(narrow, location_quotient(OUTPUT, REFERENCE), rtol=1e-6)


def test_the_input_is_left_alone():
    before = OUTPUT.copy(deep=True)
    for measure in AGAINST_REFERENCE:
        measure(OUTPUT, REFERENCE)
    assert_frame_equal(OUTPUT, before)


WRONG = {
    "negative": (OUTPUT.replace(20.0, -20.0), REFERENCE, r"negatif: y, C = -20"),
    "infinite": (OUTPUT.replace(60.0, np.inf), REFERENCE, r"tak hingga: x, A"),
    "text": (OUTPUT.astype({"C": str}), REFERENCE, r"bukan angka pada kolom C"),
    "sector twice": (OUTPUT.set_axis(["A", "A", "G"], axis=1), REFERENCE, r"berulang: A"),
    "region twice": (OUTPUT.set_axis(["x", "x", "z"]), REFERENCE, r"berulang: x"),
    "sector lacking": (OUTPUT, REFERENCE.drop("G"), r"kurang: G"),
    "sector too many": (OUTPUT, pd.concat([REFERENCE, pd.Series({"Z": 1.0})]), r"tidak ada pada output: Z"),
    "reference sector twice": (OUTPUT, pd.concat([REFERENCE, REFERENCE[["A"]]]), r"berulang: A"),
    "reference negative": (OUTPUT, REFERENCE * -1, r"pembanding negatif"),
    "reference lacks region": (OUTPUT, OUTPUT.loc[["x", "y"]], r"wilayah: z"),
    "reference a list": (OUTPUT, [1, 2, 3], r"bukan list"),
    "output a Series": (REFERENCE, REFERENCE, r"bukan Series"),
}


@pytest.mark.parametrize("measure", AGAINST_REFERENCE)
@pytest.mark.parametrize(("output", "reference", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(measure, output, reference, says):
    with pytest.raises(ValueError, match=says):
        measure(output, reference)


def test_the_cities_are_what_they_are_known_for():
    """Ports refine and build, fishing towns fish, Medan trades, capitals of provinces govern."""
    cities = data.cities()
    output = data.sectors_matrix(regions=list(cities.index))
    share, quotient = shares(output), location_quotient(output, data.reference("indonesia"))
    weight = (share * quotient).rename(index=cities["short_name"])
    share = share.rename(index=cities["short_name"])
    quotient = quotient.rename(index=cities["short_name"])
    assert set(weight["C"].nlargest(2).index) == {"Dumai", "Batam"}
    assert (quotient.loc[["Sibolga", "Tanjungbalai"], "A"] > 1).all()
    assert "Sibolga" in weight["A"].nlargest(3).index
    assert share.loc["Medan"].idxmax() == "G"
    assert quotient.loc["Medan", "G"] > 1
    for capital in ("Banda Aceh", "Tanjungpinang"):
        assert quotient.loc[capital].idxmax() == "O"
    assert weight["O"].idxmax() == "Banda Aceh"
