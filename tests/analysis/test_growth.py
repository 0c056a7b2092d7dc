import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from numpy.testing import assert_allclose

import data
from analysis.growth import (
    KLASSEN_NAMES,
    deflator,
    growth_contributions,
    growth_index,
    growth_rates,
    klassen_typology,
    shift_share,
    structural_change,
)
from tests.analysis.helpers import OUTPUT, QUICK, REFERENCE, outputs

SERIES = pd.DataFrame(
    {
        "region_code": ["x", "x", "x", "x", "y"],
        "period": ["2020", "2021", "2022", "2024", "2021"],
        "price_basis": "ADHK",
        "value": [100.0, 110.0, 99.0, 200.0, 7.0],
    }
)


def test_golden_growth():
    growth = growth_rates(SERIES)
    # 2024 has no 2023 before it: no rate over the gap.
    assert_allclose(growth.loc["x"], [np.nan, 0.1, -0.1, np.nan])
    assert growth.loc["y"].isna().all()
    assert_allclose(growth_index(SERIES, "2021").loc["x"], [100 / 1.1, 100, 90, 2000 / 11])
    assert_allclose(growth_index(SERIES, 2020).loc["y"], np.nan)


def test_quarters_are_compared_with_the_year_before():
    quarters = pd.DataFrame(
        {"region_code": "x", "period": ["2025Q1", "2025Q2", "2026Q1"], "value": [100.0, 200.0, 105.0]}
    )
    assert_allclose(growth_rates(quarters).loc["x"], [np.nan, np.nan, 0.05])


def test_golden_shift_share():
    end = OUTPUT * [1.5, 1.0, 1.0]  # sector A grows by half everywhere
    parts = shift_share(OUTPUT, end, REFERENCE, REFERENCE * [1.5, 1.0, 1.0])
    # G = 40/200 = .2; A of x: 60 grows by 30 = 12 national + 18 mix + 0 competitive
    assert_allclose(parts.loc[("x", "A")], [60, 30, 12, 18, 0], atol=1e-12)
    # C of x: 30 stands still = 6 national - 6 mix
    assert_allclose(parts.loc[("x", "C")], [30, 0, 6, -6, 0], atol=1e-12)
    assert parts.index.names == ["region_code", "sector"]


@QUICK
@given(outputs(), outputs())
def test_shift_share_closes_cell_by_cell(start, other):
    rng = np.random.default_rng(int(other.to_numpy().sum()))
    end = start * rng.uniform(0, 3, start.shape)
    end.iloc[-1, -1] += 5  # a sector may start from nothing
    parts = shift_share(start, end, start.sum(), end.sum())
    total = parts["national"] + parts["mix"] + parts["competitive"]
    assert_allclose(total, parts["change"], atol=1e-9)
    # The regions are the reference: what they win in competition they win from each other.
    by_sector = parts["competitive"].groupby(level="sector").sum()
    assert_allclose(by_sector, 0, atol=1e-8)
    assert_allclose(parts["mix"].sum(), 0, atol=1e-8)


@QUICK
@given(outputs(zeros=False))
def test_growth_index_and_deflator_agree(output):
    long = output.T.set_axis([str(2000 + i) for i in range(output.shape[1])])
    series = long.stack().rename_axis(["period", "region_code"]).rename("value").reset_index()
    rates, index = growth_rates(series), growth_index(series, "2000")
    assert_allclose(index.iloc[:, 1], 100 * (1 + rates.iloc[:, 1]))
    assert_allclose(index.iloc[:, -1], 100 * (1 + rates.iloc[:, 1:]).prod(axis=1))
    assert_allclose(deflator(output * 1.5, output), 1.5)
    assert_allclose(growth_rates(series.assign(value=series["value"] * 1000)), rates)


def test_klassen_quadrants():
    growth = pd.Series({"a": 6.0, "b": 4.0, "c": 6.0, "d": 4.0, "edge": 5.0, "q": np.nan})
    head = pd.Series({"a": 90.0, "b": 90.0, "c": 10.0, "d": 10.0, "q": 90.0, "edge": 50.0})
    codes = klassen_typology(growth, head, 5.0, 50.0)
    assert codes[["a", "b", "c", "d"]].tolist() == list(KLASSEN_NAMES)
    assert codes["edge"] == "maju_cepat"
    assert pd.isna(codes["q"])


def test_what_is_missing_stays_missing():
    start = OUTPUT.copy()
    start.loc["y", "A"] = np.nan
    parts = shift_share(start, OUTPUT, REFERENCE, REFERENCE * 2)
    assert parts.loc[("y", "A")].isna().all()
    assert parts.drop(("y", "A")).notna().all(axis=None)
    assert deflator(pd.Series({"x": 1.0, "y": np.nan}), pd.Series({"x": 0.0, "y": 2.0})).isna().all()
    gone = shift_share(OUTPUT, OUTPUT, REFERENCE * [1, 1, 0], REFERENCE)
    assert gone.xs("G", level="sector")[["mix", "competitive"]].isna().all(axis=None)


WRONG = {
    "bases": (
        lambda: growth_rates(SERIES.assign(price_basis=["ADHB"] + ["ADHK"] * 4)),
        r"price_basis: ADHB, ADHK",
    ),
    "series": (
        lambda: growth_rates(SERIES.assign(indicator=["hdi"] * 4 + ["hdi_sp2010"])),
        r"indicator: hdi",
    ),
    "kinds": (lambda: growth_rates(SERIES.replace("2024", "2024Q1")), r"tahun dan triwulan"),
    "period": (lambda: growth_rates(SERIES.replace("2024", "Mei")), r"bukan tahun atau triwulan: Mei"),
    "twice": (lambda: growth_rates(SERIES.replace("2024", "2022")), r"x punya periode 2022"),
    "column": (lambda: growth_rates(SERIES, value="nilai"), r"kolom: nilai"),
    "base": (lambda: growth_index(SERIES, "1999"), r"1999 tidak ada"),
    "sectors": (lambda: shift_share(OUTPUT, OUTPUT[["A", "C"]], REFERENCE, REFERENCE), r"kurang: G"),
    "deflator": (lambda: deflator(OUTPUT, OUTPUT.drop("x")), r"tidak ada pada ADHK: x|kurang: x"),
    "regions": (lambda: klassen_typology(REFERENCE, REFERENCE.drop("A"), 1, 1), r"kurang: A"),
    "no reference": (lambda: klassen_typology(REFERENCE, REFERENCE, np.nan, 1), r"tidak diketahui"),
}


@pytest.mark.parametrize(("call", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_input_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_lhokseumawe_fell_in_2015_and_batam_grows():
    totals = data.load("grdp_totals")
    yearly = totals[(totals["price_basis"] == "ADHK") & ~totals["period"].str.contains("Q")]
    growth = growth_rates(yearly, value="value_billion_rupiah")
    assert growth.loc["1174", "2015"] < -0.15
    assert growth.loc["2171", "2022"] > 0.05
    with pytest.raises(ValueError, match="ADHB"):
        growth_rates(totals, value="value_billion_rupiah")


def test_golden_contributions_and_structural_change():
    start = pd.DataFrame([[60.0, 40.0]], index=["x"], columns=["A", "C"])
    end = pd.DataFrame([[60.0, 80.0]], index=["x"], columns=["A", "C"])
    assert_allclose(growth_contributions(start, end), [[0, 0.4]])
    # From 60:40 to 43:57: 17 of a hundred moved.
    assert_allclose(structural_change(start, end), [60 / 100 - 60 / 140])
    assert_allclose(structural_change(start, start * 7), [0], atol=1e-12)
    assert np.isnan(structural_change(start, end.mask(end > 70))["x"])
