"""The same figures in every form a spreadsheet writes them give the same reading."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from upload_files import codes, csv_file, indicator, xlsx_file

from data import load
from data.schema import TABLES
from data.validation import check

HEAD = ["Kode Wilayah", "Indikator", "Tahun", "Nilai", "Satuan", "Sumber", "Catatan"]
TRUTH = [98765.4, 1234567.0, 345678.25, 20000.5]
YEARS = ["2021", "2022", "2023", "2024"]
# Of larger tables half is read back.
LARGE = 6_000
UNFILLED = {"city_statements"}  # ships empty: the cities themselves fill it
CODE = {"indicator": "labour_force", "unit": "orang", "source_id": "S0059"}


def written(value: float, decimal: str, grouped: bool) -> str:
    text = f"{value:,.2f}" if grouped else f"{value:.2f}"
    return text.translate(str.maketrans(",.", ".,")) if decimal == "," else text


def rows(decimal: str, grouped: bool) -> list[list[str]]:
    return [
        indicator(written(value, decimal, grouped), year=year, note="café “kutip”", **CODE)
        for value, year in zip(TRUTH, YEARS, strict=True)
    ]


ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
STYLES = [(",", True), (",", False), (".", True), (".", False)]
ENDS = itertools.cycle(["\r\n", "\n", "\r"])
FORMS = [(*form, next(ENDS)) for form in itertools.product(ENCODINGS, [",", ";", "\t", "|"], STYLES)]


@pytest.mark.parametrize(("encoding", "separator", "style", "end"), FORMS)
def test_every_form_of_csv(encoding, separator, style, end):
    content = csv_file([HEAD, *rows(*style)], separator, encoding, end)
    report = check(content, "x.csv", "indicators")
    assert report.ok, report.problems
    assert report.frame["value"].tolist() == TRUTH
    assert report.frame["note"].tolist() == ["café “kutip”"] * 4
    assert report.frame["year"].tolist() == [2021, 2022, 2023, 2024]
    assert report.recognised.separator == separator
    assert report.recognised.decimal["value"] == style[0]
    assert report.lines == [2, 3, 4, 5]


@pytest.mark.parametrize("table", [table for table in TABLES if table not in UNFILLED])
def test_the_shipped_table_reads_back_as_it_is(table):
    right, region = load(table), TABLES[table].region_column
    if len(right) > LARGE and region is not None:
        right = right[right[region] < "1275"].reset_index(drop=True)
    assert len(right)
    report = check(right.to_csv(index=False).encode(), "x.csv", table, mode="replace")
    assert report.ok, report.problems
    pd.testing.assert_frame_equal(report.frame, right)


@given(st.permutations(list(range(7))))
@settings(max_examples=15, deadline=None)
def test_columns_in_any_order(order):
    table = [HEAD, *rows(".", False)]
    report = check(csv_file([[row[at] for at in order] for row in table]), "x", "indicators")
    assert report.ok
    assert list(report.frame.columns) == list(TABLES["indicators"].names)
    assert report.frame["value"].tolist() == TRUTH


def test_excel_writes_its_separator_on_the_first_line():
    content = b"sep=;\r\n" + csv_file([HEAD, *rows(",", True)], ";")
    report = check(content, "x", "indicators")
    assert report.frame["value"].tolist() == TRUTH
    assert report.lines == [3, 4, 5, 6]


def test_a_workbook_with_numbers_and_one_with_texts():
    numbers = [[*row[:3], value, *row[4:]] for row, value in zip(rows(".", False), TRUTH, strict=True)]
    assert check(xlsx_file([HEAD, *numbers]), "x", "indicators").frame["value"].tolist() == TRUTH
    assert check(xlsx_file([HEAD, *rows(",", True)]), "x", "indicators").frame["value"].tolist() == TRUTH


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("value", ["1.234", "12.345", "123.456"])
def test_a_number_that_may_be_read_twice_is_told_and_can_be_chosen(separator, value):
    content = csv_file([HEAD, indicator(value, **CODE)], separator)
    report = check(content, "x", "indicators")
    assert "ambiguous" in codes(report)
    assert report.recognised.ambiguous == ("value",)
    thousand = check(content, "x", "indicators", decimal=",")
    point = check(content, "x", "indicators", decimal={"value": "."})
    assert thousand.frame["value"].tolist() == [float(value.replace(".", ""))]
    assert point.frame["value"].tolist() == [float(value)]
    assert "ambiguous" not in codes(thousand) + codes(point)


@given(
    values=st.lists(st.floats(20_000, 9e6), min_size=1, max_size=8),
    places=st.integers(0, 4),
    style=st.sampled_from(STYLES),
    separator=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(ENCODINGS),
    end=st.sampled_from(["\r\n", "\n"]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_number_is_silently_wrong(values, places, style, separator, **form):
    decimal, grouped = style
    truth = [round(value, places) for value in values]
    cells = []
    for value in truth:
        text = f"{value:,.{places}f}" if grouped else f"{value:.{places}f}"
        cells.append(text.translate(str.maketrans(",.", ".,")) if decimal == "," else text)
    body = [indicator(cell, year=str(2000 + at), **CODE) for at, cell in enumerate(cells)]
    report = check(csv_file([HEAD, *body], separator, **form), "x", "indicators")
    found = report.frame["value"]
    refused = {problem.line for problem in report.found if problem.severity == "error"}
    for at, (value, right) in enumerate(zip(found, truth, strict=True)):
        if pd.isna(value):
            assert at + 2 in refused
        elif value != right:
            assert "ambiguous" in codes(report)


def test_text_that_looks_like_a_formula_stays_text():
    report = check(
        csv_file([HEAD, indicator("5", note="=1+1"), indicator("5", year="2024", note="'=1+1")]),
        "x",
        "indicators",
    )
    assert report.frame["note"].tolist() == ["=1+1", "=1+1"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("Ã©".encode(), "twice_encoded"),
        ("é".encode("cp1252"), "windows_1252"),
    ],
)
def test_doubtful_letters_are_told(content, code):
    head = csv_file([HEAD]) + b"1371,poverty_pct,2025,5,persen,S0055,"
    assert code in codes(check(head + content + b"\n", "x", "indicators"))
