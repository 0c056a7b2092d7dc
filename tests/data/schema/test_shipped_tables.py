"""Every shipped table against the schema, read as text so that nothing is mended on the way."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from data import load, schema
from data.loading import GEO_FOLDER
from data.schema import GEO_TABLES, INDICATORS, TABLES
from data.versioning.versions import TABLES_FOLDER

EVERY = TABLES | GEO_TABLES

KNOWN_SECTOR_GAPS = {
    # GDP of Indonesia contains taxes less subsidies on products, which belong to no sector.
    ("00", "2010", "ADHB"): 180453.3,
    ("00", "2010", "ADHK"): 180453.3,
    # The table BPS publishes: the sum of its sectors is 53.79 below its total.
    ("7371", "2026Q1", "ADHB"): 53.79,
}
# Sources of totals and sectors differ.
KNOWN_TOTAL_GAPS = {
    ("11", "2022", "ADHB"): 0.007,
}


def raw(name: str) -> pd.DataFrame:
    folder = GEO_FOLDER if name in GEO_TABLES else TABLES_FOLDER
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


RAW = {name: raw(name) for name in EVERY}
COLUMNS = [
    (name, column) for name, table in EVERY.items() for column in table.columns if column.name in RAW[name]
]
NAMES = [f"{name}.{column.name}" for name, column in COLUMNS]


def cells(name: str, column: schema.Column) -> pd.Series:
    """Filled cells, one value each."""
    values = RAW[name][column.name]
    values = values[values != ""]
    if column.separator:
        values = values.str.split(column.separator).explode().str.strip()
    return values


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=NAMES)
def test_required_cells_are_filled_and_no_cell_has_stray_blanks(name, column):
    values = RAW[name][column.name]
    assert not column.required or (values != "").all()
    assert (values == values.str.strip()).all()


FORMS = {
    "number": r"-?\d+(\.\d+)?",
    "whole": r"-?\d+",
    "year": r"\d{4}",
    "period": r"\d{4}(Q[1-4])?",
    "date": r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?",
}


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=NAMES)
def test_values_have_their_type_and_range(name, column):
    values = cells(name, column)
    if column.kind in FORMS:
        wrong = values[~values.str.fullmatch(FORMS[column.kind])]
        assert wrong.empty, wrong.head()
    if column.pattern:
        wrong = values[~values.str.fullmatch(column.pattern)]
        assert wrong.empty, wrong.head()
    numbers = values.str[:4].astype(float) if column.kind in ("period", "date") else None
    if column.numeric:
        numbers = values.astype(float)
    if numbers is not None and len(numbers):
        for bound in (column.low, column.least):
            assert bound is None or numbers.min() >= bound
        for bound in (column.high, column.most):
            assert bound is None or numbers.max() <= bound


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=NAMES)
def test_closed_columns_hold_listed_codes_only(name, column):
    if column.closed:
        assert set(cells(name, column)) <= set(schema.codes(column.codes))


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=NAMES)
def test_foreign_keys_lead_somewhere(name, column):
    if column.refers:
        table, target = column.refers.split(".")
        assert set(cells(name, column)) <= set(RAW[table][target])


@pytest.mark.parametrize("name", EVERY)
def test_keys_are_unique(name):
    duplicated = RAW[name][RAW[name].duplicated(list(EVERY[name].key), keep=False)]
    assert duplicated.empty, duplicated


@pytest.mark.parametrize("name", TABLES)
def test_loading_keeps_every_cell(name):
    """No code loses a zero, no number a digit, no absent cell becomes something."""
    frame = load(name)
    assert tuple(frame.columns) == TABLES[name].names
    for column in TABLES[name].columns:
        loaded = frame[column.name]
        assert str(loaded.dtype) == column.dtype
        if column.name not in RAW[name]:
            assert not column.shipped
            assert loaded.isna().all()
            continue
        text = RAW[name][column.name]
        assert (loaded.isna() == (text == "")).all()
        filled = text != ""
        if column.numeric:
            assert (loaded[filled].astype(float) == text[filled].astype(float)).all()
        else:
            assert (loaded[filled] == text[filled]).all()


def test_codes_kept_their_zeros():
    regions = load("regions").set_index("region_code")
    assert "00" in regions.index
    assert regions.loc["1102", "kemendagri_code"] == "11.10"
    two = regions["level"].isin(["provinsi", "nasional"])
    assert regions.index[two].str.len().unique().tolist() == [2]
    assert regions.index[~two].str.len().unique().tolist() == [4]
    codes = regions.loc[~two, "kemendagri_code"]
    assert codes.str.fullmatch(r"\d{2}\.\d{2}").all()
    assert codes.is_unique


def test_regions_are_514_in_38_provinces():
    regions = load("regions")
    assert regions["level"].value_counts().to_dict() == {
        "kabupaten": 416,
        "kota": 98,
        "provinsi": 38,
        "nasional": 1,
    }
    assert regions["komwil"].value_counts().to_dict() == {"I": 24, "II": 10}
    inner = regions[regions["province_code"].notna()]
    assert (inner["region_code"].str[:2] == inner["province_code"]).all()


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=list(INDICATORS))
def test_indicator_values_fit_unit_and_range(indicator):
    rows = RAW["indicators"][RAW["indicators"]["indicator"] == indicator.code]
    assert set(rows["unit"]) == {indicator.unit}
    values = rows["value"].astype(float)
    assert indicator.least is None or values.min() >= indicator.least
    assert indicator.most is None or values.max() <= indicator.most
    # The fall of Lhokseumawe in 2015 is true and unusual.
    usual = values[~((rows["region_code"] == "1174") & (rows["indicator"] == "growth_pct"))]
    assert indicator.low is None or usual.min() >= indicator.low
    assert indicator.high is None or usual.max() <= indicator.high


def wide(name: str, across: str, value: str = "value_billion_rupiah") -> pd.DataFrame:
    keys = [key for key in TABLES[name].key if key != across]
    return load(name).pivot(index=keys, columns=across, values=value)


def test_sectors_add_up_to_the_total():
    sectors = wide("grdp_sectors", "sector")
    assert not sectors.isna().any(axis=None)
    gap = (sectors.drop(columns="TOTAL").sum(axis=1) - sectors["TOTAL"]).abs()
    # 17 sectors and a total, each rounded to 0.01 (or to 0.1 in the national table).
    beyond = gap[gap > 0.05 + 1e-9].round(2).to_dict()
    assert beyond == KNOWN_SECTOR_GAPS


def test_groups_add_up_to_the_total():
    groups = wide("grdp_groups", "group")
    assert not groups.isna().any(axis=None)
    assert ((groups[["PRIMER", "SEKUNDER", "TERSIER"]].sum(axis=1) - groups["TOTAL"]).abs() < 0.011).all()


def test_quarters_add_up_to_their_year():
    groups = load("grdp_groups")
    groups["year"] = groups["period"].str[:4]
    whole = groups["period"].str.len() == 4
    keys = ["region_code", "year", "price_basis", "group"]
    years = groups[whole].set_index(keys)["value_billion_rupiah"]
    quarters = groups[~whole].groupby(keys)["value_billion_rupiah"].sum()
    assert ((years - quarters).abs() < 0.05).all()


def test_expenditure_adds_up_to_grdp_of_the_same_quarter():
    parts = wide("grdp_expenditure", "component")
    assert ((parts.drop(columns="PDRB").sum(axis=1) - parts["PDRB"]).abs() < 0.05).all()
    totals = wide("grdp_sectors", "sector")["TOTAL"].reindex(parts.index)
    assert ((parts["PDRB"] - totals).abs() < 0.02).all()


def test_foods_add_up_to_their_group():
    food = load("household_spending")
    total = food["commodity"] == "TOTAL"
    keys = ["region_code", "year", "commodity_group"]
    value = "rupiah_per_capita_per_week"
    gap = food[total].set_index(keys)[value] - food[~total].groupby(keys)[value].sum()
    assert gap.notna().all()
    assert gap.abs().max() <= 5  # each food is rounded to the rupiah


def test_two_tables_of_totals_agree_where_both_have_the_figure():
    keys = ["region_code", "period", "price_basis"]
    totals = load("grdp_totals").set_index(keys)["value_billion_rupiah"]
    sectors = wide("grdp_sectors", "sector")["TOTAL"]
    both = pd.concat([totals.rename("totals"), sectors.rename("sectors")], axis=1).dropna()
    assert len(both) > 200
    gap = (both["totals"] - both["sectors"]).abs() / both["totals"]
    assert set(gap[gap > 0.002].index) == set(KNOWN_TOTAL_GAPS)
    for key, most in KNOWN_TOTAL_GAPS.items():
        assert gap[key] < most


def test_no_product_without_a_sector_and_hubs_are_known_by_role():
    products = load("products")
    assert products["sector"].isin(load("sectors")["sector"]).all()
    assert set(products["role"]) == {"produk", "hub"}


def test_product_commodities_are_foods_of_their_group():
    foods = load("household_spending")[["commodity_group", "commodity"]].drop_duplicates()
    pairs = load("product_commodities")[["commodity_group", "commodity"]].drop_duplicates()
    assert len(pairs.merge(foods)) == len(pairs)


def test_names_beside_codes_are_the_names_of_the_codes():
    names = load("regions").set_index("region_code")["short_name"]
    for table, code, name in [
        ("supply_links", "supplier_city_code", "supplier_city"),
        ("supply_links", "buyer_city_code", "buyer_city"),
        ("apps", "region_code", "city"),
    ]:
        frame = load(table)
        wrong = frame[frame[code].map(names) != frame[name]]
        assert wrong.empty, wrong[[code, name]].drop_duplicates()


def test_provinces_of_regions_match_their_names():
    regions = load("regions")
    names = regions[regions["level"] == "provinsi"].set_index("region_code")["province"]
    inner = regions[regions["level"].isin(["kabupaten", "kota"])]
    assert (inner["province_code"].map(names) == inner["province"]).all()


def test_forms_cover_the_kinds():
    kinds = {column.kind for _name, column in COLUMNS}
    assert kinds - {"text", "code"} == set(FORMS)
    assert all(re.compile(form) for form in FORMS.values())
