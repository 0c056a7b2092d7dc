"""Numbers as they are written here and elsewhere."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.grid import ExcelError, Percent
from data.reading.numbers import Marks, find_marks, read_number, tells

NOBODY = {",": 0, ".": 0}


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("12", ""),
        ("-12", ""),
        ("1.234", ""),
        ("1,234", ""),
        ("12.345", ""),
        ("123,456", ""),
        ("", ""),
        ("abc", ""),
        ("1.23.4", ""),
        ("1,2,3", ""),
        ("12.34.567", ""),
        ("12,5", ","),
        ("12.5", "."),
        ("0,123", ","),
        ("0.123", "."),
        ("1234,567", ","),
        ("1234.567", "."),
        ("1.234,5", ","),
        ("1,234.5", "."),
        ("1.234.567", ","),
        ("1,234,567", "."),
        (",5", ","),
        (".5", "."),
        ("12,3456", ","),
        ("Rp 1.234,50", ","),
        ("-1.234.567", ","),
        ("12,5%", ","),
        ("1.234.567,89", ","),
        ("1,2e5", ","),
        ("1.2e+05", "."),
        ("1 234,5", ","),
    ],
)
def test_what_a_number_tells_of_its_decimal_mark(text, mark):
    assert tells(text) == mark


@pytest.mark.parametrize(
    ("cells", "elsewhere", "separator", "chosen", "expected", "ambiguous"),
    [
        (["12", "13"], NOBODY, ";", None, (".", "none"), False),
        (["12,5", "1.234"], NOBODY, ",", None, (",", "cells"), False),
        (["12.5", "1,234"], NOBODY, ";", None, (".", "cells"), False),
        (["1.234"], NOBODY, ";", None, (",", "separator"), True),
        (["1.234"], NOBODY, ",", None, (".", "separator"), True),
        (["1.234"], NOBODY, "", None, (",", "separator"), True),
        (["1.234"], {",": 3, ".": 0}, ",", None, (",", "file"), False),
        (["1.234"], {",": 0, ".": 2}, ";", None, (".", "file"), False),
        (["1.234"], {",": 2, ".": 2}, ";", None, (",", "separator"), True),
        (["1.234"], NOBODY, ",", ",", (",", "chosen"), False),
        (["12,5", "12.5", "3,5"], NOBODY, ",", None, (",", "cells"), False),
        ([1234.5, 7], NOBODY, "", None, (".", "none"), False),
    ],
)
def test_a_column_decides_by_evidence(cells, elsewhere, separator, chosen, expected, ambiguous):  # noqa: PLR0917
    marks = find_marks(cells, elsewhere, separator, chosen)
    assert (marks.decimal, marks.evidence) == expected
    assert marks.ambiguous is ambiguous


@pytest.mark.parametrize(
    ("cell", "decimal", "value", "problem"),
    [
        ("12", ",", 12, ""),
        (" 12 ", ",", 12, ""),
        ("\u00a012,5", ",", 12.5, ""),
        ("12.5", ".", 12.5, ""),
        ("1.234", ",", 1234, ""),
        ("1.234", ".", 1.234, ""),
        ("1,234", ",", 1.234, ""),
        ("1,234", ".", 1234, ""),
        ("1.234.567,89", ",", 1234567.89, ""),
        ("1,234,567.89", ".", 1234567.89, ""),
        ("1 234 567", ",", 1234567, ""),
        ("-269,69", ",", -269.69, ""),
        ("\u2212269,69", ",", -269.69, ""),
        ("+5", ",", 5, ""),
        ("'12", ",", 12, ""),
        ("Rp 1.500.000", ",", 1500000, ""),
        ("rp1.500", ",", 1500, ""),
        ("12,5%", ",", 12.5, "percent"),
        ("1,2e3", ",", 1200, "scientific"),
        ("1E3", ",", 1000, "scientific"),
        ("0012", ",", 12, ""),
        ("12.5", ",", None, "other_mark"),
        ("12,5", ".", None, "other_mark"),
        ("1.234.5", ",", None, "not_number"),
        ("1.23.456", ",", None, "not_number"),
        ("12 5", ",", None, "not_number"),
        ("--5", ",", None, "not_number"),
        ("(5)", ",", None, "in_brackets"),
        ("12a", ",", None, "not_number"),
        ("1e999", ",", None, "not_number"),
        ("inf", ",", None, "not_number"),
        ("-", ",", None, "nothing_mark"),
        ("n/a", ",", None, "nothing_mark"),
        ("...", ",", None, "nothing_mark"),
        ("NaN", ",", None, "nothing_mark"),
        ("", ",", None, ""),
        (None, ",", None, ""),
        ("٣", ",", None, "not_number"),
        ("1_000", ",", None, "not_number"),
        ("0x10", ",", None, "not_number"),
        ("½", ",", None, "not_number"),
        ("1,234.5", ",", None, "other_mark"),
        ("5-", ",", None, "not_number"),
        (12, ",", 12, ""),
        (12.5, ",", 12.5, ""),
        (True, ",", None, "boolean"),
        (float("nan"), ",", None, "not_number"),
        (float("inf"), ",", None, "not_number"),
        (Percent(0.123), ",", 12.3, "percent"),
        (ExcelError("#N/A"), ",", None, "excel_error"),
        (datetime.datetime(2025, 5, 1), ",", None, "date_in_number"),
        (datetime.time(1, 2), ",", None, "date_in_number"),
        (datetime.timedelta(1), ",", None, "date_in_number"),
    ],
)
def test_read_number(cell, decimal, value, problem):
    found, code, _facts = read_number(cell, Marks(decimal))
    assert (found, code) == (value, problem)


def written(value: float, places: int, decimal: str, grouped: bool) -> str:
    text = f"{value:,.{places}f}" if grouped else f"{value:.{places}f}"
    return text.translate(str.maketrans(",.", ".,")) if decimal == "," else text


@given(
    st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=8),
    st.integers(0, 4),
    st.sampled_from(",."),
    st.booleans(),
    st.sampled_from([",", ";", ""]),
)
@settings(deadline=None)
def test_a_column_is_read_rightly_or_said_to_be_a_guess(values, places, decimal, grouped, separator):
    cells = [written(value, places, decimal, grouped) for value in values]
    marks = find_marks(cells, NOBODY, separator)
    for value, cell in zip(values, cells, strict=True):
        found, code, _facts = read_number(cell, marks)
        if found is None:
            assert code
        elif found != round(value, places):
            assert marks.ambiguous, (cell, found)


@given(st.text(max_size=20), st.sampled_from(",."))
@settings(deadline=None)
def test_any_text_is_a_number_or_a_problem(text, decimal):
    value, code, _facts = read_number(text, Marks(decimal))
    if value is None:
        assert code or not text.strip().strip("\ufeff\u200b")
    else:
        assert any(sign.isdigit() for sign in text)
