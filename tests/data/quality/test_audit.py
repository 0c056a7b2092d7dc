"""The data set audited as a whole: keys, sums, copied blocks, shared monthly series, deflators."""

from __future__ import annotations

import pandas as pd
import pytest

import data
from data.quality.audit import copied_series
from data.schema import FIXED, TABLES
from data.templates import to_csv
from data.validation import check

REGION_PERIOD = ["region_code", "period"]


def series(rows: dict[str, list[float]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"region_code": code, "period": str(2010 + at), "value": value}
            for code, values in rows.items()
            for at, value in enumerate(values)
        ]
    )


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ({"1": [1, 2, 3, 4, 5, 6], "2": [1, 2, 3, 4, 5, 6], "3": [1, 2, 3, 4, 5, 7]}, [("1", "2")]),
        ({"1": [0, 0, 0, 0, 0, 0], "2": [0, 0, 0, 0, 0, 0]}, []),  # one amount: alike by chance
        ({"1": [1, 2, 3], "2": [1, 2, 3]}, []),  # too short
        ({"2": [1, 2, 3, 4, 5, 6], "1": [1, 2, 3, 4, 5, 6.1]}, []),
    ],
)
def test_copied_series(rows, found):
    assert copied_series(series(rows), "value") == found


@pytest.mark.parametrize("table", TABLES)
def test_keys_are_unique_in_every_version(table):
    for number in range(1, data.current_version(table) + 1):
        assert not data.load(table, number).duplicated(list(TABLES[table].key)).any()


@pytest.mark.parametrize(
    ("table", "along"),
    [
        ("grdp_totals_514_2010_2023", ("period", "price_basis")),
        ("grdp_expenditure_514_2010_2023", ("period", "component")),
        ("grdp_sectors_2013_2020", ("period", "sector")),
        ("grdp_sectors_2021_2025", ("period", "sector")),
    ],
)
def test_no_region_has_the_figures_of_another(table, along):
    assert copied_series(data.load(table), "value_billion_rupiah", along=along) == []


def test_no_region_eats_what_another_eats():
    frame = data.load("food_quantities")
    assert copied_series(frame, "quantity_per_capita_per_week", along=("commodity",), least=20) == []


def test_recorded_monthly_prices_are_each_regions_own():
    prices = data.load("food_prices")
    recorded = prices[prices["quality"] == "tercatat"]
    for commodity, frame in recorded.groupby("commodity"):
        assert copied_series(frame, "price_rupiah") == [], commodity
    # The compiler's own fillings are alike: the check is able to find them.
    milkfish = prices[prices["commodity"] == "Ikan Bandeng"]
    assert max(map(len, copied_series(milkfish, "price_rupiah"))) >= 40


@pytest.mark.parametrize("year", [2022, 2023])
def test_no_region_lands_what_another_lands(year):
    fish = data.load("fish_production")
    fish = fish[(fish["year"] == year) & fish["doubt"].isna()]
    assert copied_series(fish, "volume_ton", along=("kind", "commodity")) == []


def sum_gaps(table: str) -> pd.Series:
    """Sum of the sectors less their total, one a region and period whose sectors are all there."""
    wide = data.load(table).pivot(index=REGION_PERIOD, columns="sector", values="value_billion_rupiah")
    whole = wide[wide.notna().all(axis=1)]
    return whole.drop(columns="TOTAL").sum(axis=1) - whole["TOTAL"]


def deflators(totals: pd.DataFrame) -> pd.Series:
    """Return current over constant prices, one a region and period of a table of totals that has both."""
    wide = totals.pivot(index=["region_code", "period"], columns="price_basis", values="value_billion_rupiah")
    return (wide["ADHB"] / wide["ADHK"]).dropna().rename("deflator")


def test_sectors_add_up_in_every_year():
    old = sum_gaps("grdp_sectors_2013_2020")
    assert len(old) == 154 * 8
    # Two regencies of Sumatera Selatan are off by half a billion of 15,000: as published.
    assert set(old.index[old.abs() > 0.2].get_level_values(0)) == {"1608", "1609"}
    assert old.abs().max() < 0.6
    assert sum_gaps("grdp_sectors_2021_2025").abs().max() < 0.01


def test_sectors_meet_the_published_totals():
    published = data.load("grdp_totals").query("price_basis == 'ADHK'")
    published = published.set_index(REGION_PERIOD)[["value_billion_rupiah"]]
    for table, known in (
        ("grdp_sectors_2013_2020", {("1571", "2020"): 0.011, ("1174", "2020"): 0.004}),
        ("grdp_sectors_2021_2025", {("1571", "2023"): 0.0025}),
    ):
        totals = (
            data.load(table).query("sector == 'TOTAL'").set_index(REGION_PERIOD)[["value_billion_rupiah"]]
        )
        both = totals.join(published, rsuffix="_published", how="inner")
        gap = (both["value_billion_rupiah"] / both["value_billion_rupiah_published"] - 1).abs()
        assert len(gap) > 100
        assert set(gap.index[gap > 0.002]) == set(known)
        assert all(gap[key] < most for key, most in known.items())


def test_totals_of_514_are_the_published_and_the_parts_their_sum():
    totals = data.load("grdp_totals_514_2010_2023")
    both = totals.merge(data.load("grdp_totals"), on=[*REGION_PERIOD, "price_basis"])
    assert len(both) == 952
    assert ((both["value_billion_rupiah_x"] - both["value_billion_rupiah_y"]).abs() < 0.011).all()
    parts = data.load("grdp_expenditure_514_2010_2023").groupby(REGION_PERIOD)["value_billion_rupiah"].sum()
    whole = totals.query("price_basis == 'ADHB'").set_index(REGION_PERIOD)["value_billion_rupiah"]
    gap = (parts - whole).abs()
    assert gap.notna().all()
    assert list(gap.index[gap > 0.05]) == [("1502", "2023")]


def test_deflators_are_in_range():
    found = deflators(data.load("grdp_totals_514_2010_2023"))
    first = found[found.index.get_level_values("period") == "2010"]
    assert ((first - 1).abs() < 0.001).all()  # constant prices are those of 2010
    # Regions of one mine or plant move with its price.
    assert found.between(0.85, 2.9).all()
    medians = found.groupby("period").median()
    assert medians.is_monotonic_increasing
    assert medians.diff().max() < 0.12


def test_quantity_times_unit_value_is_the_spending():
    keys = ["region_code", "year", "commodity_group", "commodity"]
    both = data.load("food_quantities").merge(data.load("household_spending"), on=keys)
    both = both.dropna(subset="unit_value_rupiah")
    product = both["quantity_per_capita_per_week"] * both["unit_value_rupiah"]
    assert len(both) > 21_000
    assert (product / both["rupiah_per_capita_per_week"] - 1).abs().max() < 0.0012


def test_quality_is_what_the_quantity_says():
    frame = data.load("food_quantities")
    unused = frame["quality"] == "tak_dipakai"
    assert (unused == (frame["quantity_per_capita_per_week"] < 0.02)).all()
    assert (frame["unit_value_rupiah"].isna() >= unused).all()


def test_no_projection_counts_as_measured_and_what_is_doubted_says_why():
    production = data.load("production")
    assert {"proyeksi", "target", "perkiraan", "tercatat", "berita"} <= set(production["status"])
    doubted = data.load("fish_production")["doubt"].dropna()
    assert len(doubted) > 100
    assert (doubted.str.len() > 10).all()


def test_interregional_tables_fit_each_other():
    flows, output = data.load("irio_2016_flows"), data.load("irio_2016_output")
    matrix = data.load("irio_2016_intermediate").set_index("seller")
    assert list(matrix.index) == list(matrix.columns)
    assert matrix.shape == (578, 578)
    codes = output["province_code"] + "_" + output["sector"]
    assert set(codes) == set(matrix.index)
    # What a province's sector sells to a province is the sum of the matrix; flows below 1 are left out there.
    buyers = pd.Series(matrix.columns.str.split("_").str[0], index=matrix.columns)
    sums = matrix.T.groupby(buyers).sum().T.stack()
    listed = flows.set_index(
        [flows["origin_province_code"] + "_" + flows["sector"], flows["destination_province_code"]]
    )["million_rupiah"]
    gap = (sums.reindex(listed.index) - listed).abs() / listed.clip(lower=100)
    assert gap.max() < 0.05
    inputs = matrix.sum()
    whole = output.set_index(codes)
    left = whole["output_million_rupiah"] - inputs.reindex(whole.index)
    assert (left > 0).mean() > 0.99
    assert set(FIXED) >= {"irio_2016_flows", "irio_2016_output"}


def test_agreements_and_their_pairs_belong_together():
    pairs, whole = data.load("food_agreement_pairs"), data.load("food_agreements").set_index("agreement_line")
    foods = set(data.load("foods")["food_id"])
    for pair in pairs.itertuples():
        assert pair.source_id == whole.at[pair.agreement_line, "source_id"]
        general = isinstance(pair.food_id, str) and pair.food_id.startswith(("kelompok_", "bahan_pokok"))
        assert pd.isna(pair.food_id) or general or pair.food_id in foods
    english = whole[["terms", "instrument", "status", "buyer_region"]].fillna("").agg(" ".join, axis=1)
    assert not english.str.contains(r"\b(?:signed|planned|with|each other|from|delivery)\b", case=False).any()


def test_an_upload_that_copies_a_region_is_warned_of():
    totals = data.load("grdp_totals_514_2010_2023").query("region_code == '1271'")
    copied = totals.assign(region_code="1272")
    report = check(to_csv(copied), "salinan.csv", "grdp_totals_514_2010_2023")
    assert "copied_series" in {problem.code for problem in report.found}
    right = data.load("grdp_totals_514_2010_2023").query("region_code == '1272'")
    report = check(to_csv(right), "benar.csv", "grdp_totals_514_2010_2023")
    assert "copied_series" not in {problem.code for problem in report.found}


def test_an_upload_of_sectors_has_to_add_up():
    sectors = data.load("grdp_sectors_2021_2025").query("region_code == '1271' and period == '2024'")
    wrong = sectors.assign(
        value_billion_rupiah=sectors["value_billion_rupiah"].where(sectors["sector"] != "A", 1.0)
    )
    report = check(to_csv(wrong), "salah.csv", "grdp_sectors_2021_2025")
    assert {"sum", "sum_small"} & {problem.code for problem in report.found}
