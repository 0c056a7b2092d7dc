"""Years, periods and dates as people write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.moments import month_first, read_date, read_period, read_year


@pytest.mark.parametrize(
    ("cell", "value", "problem"),
    [
        ("2025", 2025, ""),
        (2025, 2025, ""),
        (2025.0, 2025, ""),
        ("2025.0", 2025, ""),
        (" 2025 ", 2025, ""),
        ("'2025", 2025, ""),
        ("25", None, "not_year"),
        ("2025*", None, "not_year"),
        ("dua ribu", None, "not_year"),
        ("2025/2026", None, "not_year"),
        (2025.5, None, "not_year"),
        (True, None, "not_year"),
        (datetime(1905, 7, 17), None, "date_in_year"),
        ("", None, ""),
        (None, None, ""),
        ("２０２５", None, "not_year"),
        ("20250", None, "not_year"),
    ],
)
def test_year(cell, value, problem):
    assert read_year(cell) == (value, problem)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2025", "2025"),
        (2025, "2025"),
        ("2025.0", "2025"),
        ("2026Q1", "2026Q1"),
        ("2026q1", "2026Q1"),
        ("2026-Q1", "2026Q1"),
        ("2026 Q4", "2026Q4"),
        ("Q1 2026", "2026Q1"),
        ("Q2-2026", "2026Q2"),
        ("Triwulan I 2026", "2026Q1"),
        ("triwulan III tahun 2026", "2026Q3"),
        ("TW IV 2025", "2025Q4"),
        ("TW.2 2025", "2025Q2"),
        ("2025 Triwulan II", "2025Q2"),
        ("2025 TW 3", "2025Q3"),
        ("Kuartal 1 2026", "2026Q1"),
        ("2026/TW-I", "2026Q1"),
    ],
)
def test_period(cell, value):
    assert read_period(cell) == (value, "")


@pytest.mark.parametrize(
    "cell",
    ["2026Q5", "2026/1", "2026-01", "I/2026", "Jan 2026", "2026*", "semester 1 2026", True, 2026.5, "Q1"],
)
def test_no_period(cell):
    assert read_period(cell) == (None, "not_period")


@pytest.mark.parametrize(
    ("cell", "turned", "value", "problem"),
    [
        ("2025-10-30", None, "2025-10-30", ""),
        ("2025-10", None, "2025-10", ""),
        ("2025", None, "2025", ""),
        (2025, None, "2025", ""),
        (datetime(2025, 10, 30), None, "2025-10-30", ""),
        (date(2025, 10, 30), None, "2025-10-30", ""),
        ("30/10/2025", False, "2025-10-30", ""),
        ("30-10-2025", False, "2025-10-30", ""),
        ("30.10.2025", False, "2025-10-30", ""),
        ("10/30/2025", True, "2025-10-30", ""),
        ("03/04/2025", None, "2025-04-03", "date_guessed"),
        ("04/04/2025", None, "2025-04-04", ""),
        ("03/04/2025", False, "2025-04-03", ""),
        ("03/04/2025", True, "2025-03-04", ""),
        ("30 Oktober 2025", None, "2025-10-30", ""),
        ("3 okt 2025", None, "2025-10-03", ""),
        ("Oktober 2025", None, "2025-10", ""),
        ("30 October 2025", None, "2025-10-30", ""),
        ("2025-10-30 00:00:00", None, "2025-10-30", ""),
        ("2025-1-5", None, "2025-01-05", ""),
        ("2025-02-30", None, None, "not_date"),
        ("31/04/2025", False, None, "not_date"),
        ("2025-13", None, None, "not_date"),
        ("kemarin", None, None, "not_date"),
        ("30 Foktober 2025", None, None, "not_date"),
        (45930, None, None, "number_in_date"),
        (45930.5, None, None, "number_in_date"),
        (True, None, None, "number_in_date"),
        ("", None, None, ""),
        ("0000-01-01", None, None, "not_date"),
        ("5/2025", None, None, "not_date"),
    ],
)
def test_date(cell, turned, value, problem):
    assert read_date(cell, turned) == (value, problem)


@pytest.mark.parametrize(
    ("cells", "turned"),
    [
        (["03/04/2025", "30/10/2025"], False),
        (["03/04/2025", "10/30/2025"], True),
        (["03/04/2025"], None),
        (["2025-10-30", None, 5], None),
        (["30/10/2025", "10/30/2025"], False),
    ],
)
def test_order_of_day_and_month(cells, turned):
    assert month_first(cells) is turned


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@settings(deadline=None)
def test_every_day_reads_back(day):
    assert read_date(day.isoformat()) == (day.isoformat(), "")
    assert read_date(f"{day:%d/%m/%Y}", turned=False) == (day.isoformat(), "")
    assert read_date(f"{day:%m/%d/%Y}", turned=True) == (day.isoformat(), "")


@given(st.text(max_size=15))
@settings(deadline=None)
def test_any_text_gives_an_answer(text):
    for read in (read_year, read_period, read_date):
        value, code = read(text)
        assert value is None or isinstance(value, int | str)
        assert value is not None or code or not text.strip().strip("\ufeff\u200b")
