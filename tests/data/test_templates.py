"""What is handed out reads back, cannot run in a spreadsheet, and explains itself."""

from __future__ import annotations

import csv
import io
import math

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from upload_files import codes, csv_file

from data import UnknownTable, load
from data.schema import TABLES
from data.templates import (
    REGION_NAME,
    code_lists,
    current_csv,
    current_xlsx,
    dictionary,
    neutralise,
    number_text,
    template_csv,
    template_xlsx,
    to_csv,
)
from data.validation import check
from i18n import using

# The larger tables are read back for one city.
LARGE = 6_000


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def taken(make, table: str) -> tuple[bytes, pd.DataFrame]:
    """The data as handed out, and what they are."""
    whole = load(table)
    region = TABLES[table].region_column
    if len(whole) < LARGE or region is None:
        return make(table), whole
    city = "1275" if (whole[region] == "1275").any() else whole[region].iloc[0]
    return make(table, region=city), whole[whole[region] == city].reset_index(drop=True)


@pytest.mark.parametrize("table", TABLES)
def test_template_has_headings_and_one_example(table):
    head, *body = rows(template_csv(table))
    assert [name for name in head if name != REGION_NAME] == list(TABLES[table].names)
    assert len(body) == 1
    for column in TABLES[table].columns:
        if column.required:
            assert body[0][head.index(column.name)], f"{column.name} has no example"


@pytest.mark.parametrize("make", [template_csv, template_xlsx])
@pytest.mark.parametrize("table", TABLES)
def test_the_example_is_right_in_form(table, make):
    report = check(make(table), "templat", table)
    wrong = [problem.code for problem in report.found if problem.severity == "error"]
    assert set(wrong) <= {"example_row", "sum"}
    if TABLES[table].region_column:
        assert report.recognised.codes == "bps"


# Names of several parties in one cell prove no code; 15,195 may be fifteen thousand to a reader.
REMARKS = {
    "cooperation": {"codes_unconfirmed"},
    "food_agreements": {"codes_unconfirmed"},
    "supply_links_regencies": {"ambiguous"},
}


# What cities are to fill themselves comes empty: nothing to read back yet.
FILLED = [table for table in TABLES if len(load(table))]


@pytest.mark.parametrize("table", FILLED)
def test_current_csv_reads_back_as_it_is(table):
    content, right = taken(current_csv, table)
    report = check(content, "data.csv", table, mode="replace")
    assert report.ok, report.problems
    pd.testing.assert_frame_equal(report.frame, right)
    remarks = {"codes_unconfirmed", "ambiguous", "unknown_column"} & set(codes(report))
    assert remarks <= REMARKS.get(table, set())


@pytest.mark.parametrize("table", FILLED)
def test_current_workbook_reads_back_as_it_is(table):
    content, right = taken(current_xlsx, table)
    report = check(content, "data.xlsx", table, mode="replace")
    assert report.ok, report.problems
    pd.testing.assert_frame_equal(report.frame, right)
    assert report.recognised.sheets == (table, "Kode", "Kamus")


def test_workbook_keeps_codes_as_text():
    book = openpyxl.load_workbook(io.BytesIO(current_xlsx("grdp_totals", region="00")))
    sheet = book.worksheets[0]
    assert sheet["A2"].value == "00"
    assert sheet["A2"].number_format == "@"
    assert sheet["B2"].value == "Indonesia"
    assert isinstance(sheet.cell(2, 5).value, float)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_dictionary_and_code_lists(table, language):
    with using(language):
        words, lists = dictionary(table), code_lists(table)
    assert words.iloc[:, 0].tolist() == list(TABLES[table].names)
    assert words.iloc[:, [0, 1, 2, 8]].ne("").all(axis=None)
    listed = set(lists.iloc[:, 0])
    for column in TABLES[table].columns:
        assert not column.codes or column.name in listed
    assert lists.ne("").all(axis=None)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+62", "'+62"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("biasa", "biasa"),
        ("", ""),
        ("a=1", "a=1"),
        ("'=1", "'=1"),
    ],
)
def test_neutralise(text, safe):
    assert neutralise(text) == safe


def test_text_is_neutralised_and_numbers_are_not():
    frame = pd.DataFrame({"=kolom": ["=1+1", "-x", None], "angka": [-1.5, math.nan, 1234567.25]})
    head, *body = rows(to_csv(frame))
    assert head == ["'=kolom", "angka"]
    assert body == [["'=1+1", "-1,5"], ["'-x", ""], ["", "1234567,25"]]


def test_neutralised_text_comes_back_as_it_was():
    names = list(TABLES["sources"].names)
    odd = pd.DataFrame([["S9001", "=1+1", "", "-x", "@y", ""]], columns=names)
    report = check(to_csv(odd), "x", "sources")
    assert report.ok
    assert report.frame[["title", "reference", "licence"]].iloc[0].tolist() == ["=1+1", "-x", "@y"]


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(",."))
@settings(deadline=None)
def test_numbers_read_back(value, decimal):
    text = number_text(value, decimal)
    assert float(text.replace(decimal, ".")) == value
    assert "e" not in text


@given(st.lists(st.floats(0, 1e7), min_size=1, max_size=6))
@settings(deadline=None)
def test_exported_numbers_pass_the_checker(values):
    names = ["region_code", "year", "award", "index_value", "predicate", "note", "source_id"]
    frame = pd.DataFrame(
        [["1371", 2000 + at, "Piala", value, "", "", "S0725"] for at, value in enumerate(values)],
        columns=names,
    )
    report = check(to_csv(frame), "x", "awards")
    for found, value in zip(report.frame["index_value"], values, strict=True):
        assert found == value or "ambiguous" in codes(report)


def test_a_plain_export_of_another_program_reads_too():
    frame = load("awards")
    content = csv_file(
        [list(frame.columns), *frame.astype("object").where(frame.notna(), "").values.tolist()]
    )
    assert check(content, "x", "awards", mode="replace").ok


@pytest.mark.parametrize(
    "make", [template_csv, template_xlsx, current_csv, current_xlsx, dictionary, code_lists]
)
def test_unknown_table(make):
    with pytest.raises(UnknownTable):
        make("nothing")
