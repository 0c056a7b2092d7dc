"""Completeness, age and gaps of each city's data."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from data import UnknownCity, cities, load
from data.quality.completeness import (
    COUNTED,
    NOT_TO_BE_HAD,
    RECORDS,
    SERIES,
    city_summary,
    completeness,
    expected_cells,
    moment,
    rows_of,
)
from data.quality.gaps import missing
from data.schema import INDICATORS, TABLES
from data.versioning.versions import trial
from i18n import using


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025", 2026.0),
        ("2026Q1", 2026.25),
        ("2026Q4", 2027.0),
        ("2025-10", 2025 + 10 / 12),
        ("2025-10-30", 2025 + 10 / 12),
    ],
)
def test_moment(value, expected):
    assert moment(value) == pytest.approx(expected)


@pytest.mark.parametrize("value", ["", None, float("nan"), "2025Q5", "lama", "20251"])
def test_moment_of_nothing_is_missing(value):
    assert math.isnan(moment(value))


def test_tables_counted_are_tables():
    assert set(COUNTED) <= set(TABLES)
    assert set(INDICATORS) >= NOT_TO_BE_HAD


def test_one_row_a_city_and_table():
    table = completeness()
    assert len(table) == len(cities()) * len(COUNTED)
    assert not table.duplicated(["region_code", "table"]).any()
    assert table["share"].dropna().between(0, 1).all()
    assert (table["age_years"].dropna() >= -1e-9).all()
    assert table.loc[table["table"].isin(RECORDS), "share"].isna().all()
    assert table.loc[table["table"].isin(SERIES), "share"].notna().all()


def test_the_newest_city_of_each_table_has_age_zero():
    youngest = completeness().groupby("table")["age_years"].min().dropna()
    assert youngest.abs().max() < 1e-9


def _of(city: str):
    table = completeness()
    return table[table["region_code"] == city].set_index("table")


def test_nothing_recorded_is_missing_not_zero():
    needs = _of("1673").loc["needs"]
    assert needs["recorded"] is pd.NA
    assert math.isnan(needs["age_years"])
    assert not (completeness()["recorded"] == 0).fillna(False).any()


def test_counts_are_those_of_the_tables():
    products = load("products")["region_code"].value_counts()
    summary = city_summary()
    assert (summary["products"] == products.reindex(summary.index)).all()
    assert summary.loc["2171", "needs"] == 26
    assert summary["rankable"].eq(sum(bool(each.rankable_years) for each in INDICATORS.values())).all()


def test_a_flow_counts_for_both_cities():
    links = load("supply_links")
    both = (links["supplier_city_code"] == "2171").sum() + (links["buyer_city_code"] == "2171").sum()
    assert (rows_of("supply_links")["city"] == "2171").sum() == both


def test_an_agreement_of_many_counts_for_each():
    assert {"1371", "1373", "1374", "1375", "1376"} <= set(rows_of("cooperation")["city"])


def test_a_city_that_lost_its_rows_is_incomplete_and_older():
    grdp = load("grdp_sectors")
    lost = grdp[~((grdp["region_code"] == "1275") & (grdp["period"] == "2026Q2"))]
    with trial(grdp_sectors=lost):
        medan = _of("1275").loc["grdp_sectors"]
        gaps = missing("1275")
    assert medan["share"] == pytest.approx(36 / 54)
    assert medan["latest"] == "2026Q1"
    assert medan["age_years"] == pytest.approx(0.25)
    assert any(gap.kind == "series" and gap.code == "2026Q2 ADHK" for gap in gaps)
    assert _of("1275").loc["grdp_sectors", "share"] == 1


@pytest.mark.parametrize("city", cities().index)
def test_what_is_missing_is_really_missing(city):
    indicators = load("indicators").query("region_code == @city")
    for gap in missing(city):
        if gap.kind == "indicator":
            assert gap.code not in set(indicators["indicator"])
        if gap.kind == "year":
            newest = indicators.loc[indicators["indicator"] == gap.code, "year"].max()
            assert gap.have == str(newest)
            assert gap.have < gap.wanted
        if gap.kind == "records":
            assert city not in set(rows_of(gap.table)["city"])
        if gap.kind == "field":
            assert gap.count > 0
        assert gap.code not in NOT_TO_BE_HAD
        with using("id"):
            indonesian = (gap.what, gap.how)
        with using("en"):
            english = (gap.what, gap.how)
        assert all(indonesian)
        assert "{" not in indonesian[0] + english[0]
        assert indonesian[1] != english[1]


def test_cities_can_be_told_what_only_some_have():
    # Batam's years by sector stand in one table, the others' in another: no gap.
    assert "2025 ADHK" not in {gap.code for gap in missing("1275")}
    assert [(gap.table, gap.code) for gap in missing("1377") if gap.kind == "part"] == [
        ("grdp_sectors_2021_2025", "2024 ADHK")
    ]
    assert "spbe_index" in {gap.code for gap in missing("1275")}


def test_unknown_city():
    with pytest.raises(UnknownCity):
        missing("9999")


@pytest.mark.parametrize("city", ["1172", "1174"])
def test_what_is_not_recorded_is_not_said_to_be_absent(city):
    """A minimum wage there is in every city; that of some is not on record."""
    said = [gap.what for gap in missing(city) if gap.kind in ("series", "part", "indicator")]
    assert said
    assert not [text for text in said if "belum ada" in text or "memiliki" in text]


def slow_cell(table: str, city: str) -> tuple:
    """(recorded, latest, age) of one city, row by row."""
    dates = load("sources").set_index("source_id")["source_date"].to_dict()
    rows = []
    for row in rows_of(table).to_dict("records"):
        when = next((str(row[name]) for name in ("period", "year") if name in row), None)
        when = when or row.get("date")
        rows.append((row, when if isinstance(when, str) else dates.get(row["source_id"])))
    newest = max((moment(when) for _, when in rows if not math.isnan(moment(when))), default=math.nan)
    cells: set = set(range(len(rows)))
    key = range(len(rows))
    if table in SERIES:
        key = [tuple(row[name] for name in SERIES[table]) for row, _ in rows]
        key = [each[0] if len(each) == 1 else each for each in key]
        cells = set(expected_cells(table))
    mine = [at for at, (row, _) in enumerate(rows) if row["city"] == city and key[at] in cells]
    dated = [rows[at][1] for at in mine if not math.isnan(moment(rows[at][1]))]
    latest = max(dated, key=moment, default=None)
    return len({key[at] for at in mine}), latest, newest - moment(latest)


@pytest.mark.parametrize("table", COUNTED)
@pytest.mark.parametrize("thin", [False, True])
def test_all_cities_at_once_are_as_one_row_after_the_other(table, thin):
    frame = load(table)
    if thin:  # a third of the rows, some of them twice
        frame = frame.sample(frac=1 / 3, replace=True, random_state=1).reset_index(drop=True)
    with trial(**{table: frame}):
        found = completeness().set_index(["table", "region_code"]).loc[table]
        for city in cities().index[::6]:
            recorded, latest, age = slow_cell(table, city)
            row = found.loc[city]
            assert (0 if row["recorded"] is pd.NA else row["recorded"]) == recorded
            assert row["latest"] == latest or (latest is None and pd.isna(row["latest"]))
            assert row["age_years"] == pytest.approx(age, nan_ok=True)
            if table in SERIES:
                share = recorded / len(expected_cells(table)) if recorded else math.nan
                assert row["share"] == pytest.approx(share, nan_ok=True)


@pytest.mark.parametrize("table", COUNTED)
def test_a_table_without_rows_has_nothing_of_any_city(table):
    """Another Komwil begins with its own cities and without half of the tables."""
    with trial(**{table: load(table).head(0)}):
        found = completeness().set_index("table").loc[table]
    assert list(found["region_code"]) == list(cities().index)
    assert found[["recorded", "latest", "age_years", "share"]].isna().all(axis=None)
