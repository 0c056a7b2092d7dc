"""Read years, periods and dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from data.reading.grid import Percent, blank, shown

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb pebruari february",
            "maret mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu ags agt aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov nopember nop",
            "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}
QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
QUARTER = r"(?:triwulan|triw|tw|trw|kuartal|quarter|q)[\s.\-]*([1-4]|iv|iii|ii|i)"
YEAR = r"(\d{4})"
BETWEEN = r"[\s\-_/.:,]*"
ROMAN = r"(iv|iii|ii|i)"
PERIOD_FORMS = (
    (re.compile(rf"{YEAR}", re.ASCII), False),
    (re.compile(rf"{YEAR}{BETWEEN}{QUARTER}", re.ASCII), False),
    (re.compile(rf"{QUARTER}{BETWEEN}(?:tahun\s*)?{YEAR}", re.ASCII), True),
)
WHOLE_YEAR = re.compile(
    r"(?:tahunan|tahun|annual|year)[\s\-_:]*(\d{4})|(\d{4})[\s\-_]*\(?(?:tahunan|setahun|annual)\)?"
)
# The year as a data portal exports it: 2021-01-01T00:00:00.
STAMP = re.compile(r"(\d{4})-01-01[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?", re.ASCII | re.IGNORECASE)
QUARTER_ALONE = re.compile(rf"(?:{QUARTER}|([1-4])(?:\.0)?|{ROMAN})", re.ASCII)
ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]00:00(?::00)?)?", re.ASCII)
NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
NAMED = re.compile(r"(?:(\d{1,2})[\s\-]+)?([a-z]+)[\s\-]+(\d{4})", re.ASCII)
# Weeks as price panels name them: the first day of each counts seven days from the first of the month.
WEEK = re.compile(
    rf"(?:minggu|mgg|pekan|week)[\s.\-]*(?:ke[\s.\-]*)?([1-5]|iv|v|iii|ii|i)[\s,.\-]+([a-z]+)[\s\-]+{YEAR}",
    re.ASCII,
)
WEEKS = QUARTERS | {"5": 5, "v": 5}
Reading = tuple[Any, str]


def _tidy(cell: object) -> str:
    text = shown(cell).replace("\u00a0", " ").strip().removeprefix("'").lower()
    # A year that went through a spreadsheet as a number: 2025.0.
    return re.sub(r"^(\d{4})[.,]0+$", r"\1", re.sub(r"\s+", " ", text))


def stamped_years(cells: Sequence[object]) -> bool:
    """Whether a column holds nothing but years written as the first moment of them."""
    given = [cell for cell in cells if not blank(cell)]

    def stamped(cell: object) -> bool:
        if isinstance(cell, datetime):
            return (cell.month, cell.day, cell.hour, cell.minute) == (1, 1, 0, 0)
        return isinstance(cell, str) and bool(STAMP.fullmatch(cell.strip()))

    return bool(given) and all(map(stamped, given))


def _moment_text(cell: object) -> str:
    text = "" if isinstance(cell, bool | Percent) else _tidy(cell)
    whole = WHOLE_YEAR.fullmatch(text)
    return whole.group(1) or whole.group(2) if whole else text


def read_year(cell: object, stamped: bool = False) -> Reading:
    """Return the year and the code of a problem (empty: none); `stamped`: see :func:`stamped_years`."""
    if blank(cell):
        return None, ""
    if stamped:
        return int(shown(cell)[:4]), "year_stamp"
    if isinstance(cell, datetime | date):
        return None, "date_in_year"
    text = _moment_text(cell)
    return (int(text), "") if re.fullmatch(r"\d{4}", text, re.ASCII) else (None, "not_year")


def read_period(cell: object, stamped: bool = False) -> Reading:
    """Return ``2025`` or ``2026Q1`` and the code of a problem (empty: none)."""
    if blank(cell):
        return None, ""
    if stamped:
        return shown(cell)[:4], "year_stamp"
    if isinstance(cell, datetime | date):
        return None, "date_in_year"
    text = _moment_text(cell)
    for form, turned in PERIOD_FORMS:
        found = form.fullmatch(text)
        if found:
            parts = found.groups()[::-1] if turned else found.groups()
            return parts[0] + (f"Q{QUARTERS[parts[1]]}" if len(parts) > 1 else ""), ""
    return None, "not_period"


def read_quarter(cell: object) -> int | None:
    """Return 1 to 4 for a quarter without its year (``3``, ``III``, ``Triwulan III``, ``Q3``); None else."""
    if isinstance(cell, bool | Percent) or blank(cell):
        return None
    found = QUARTER_ALONE.fullmatch(_tidy(cell).strip())
    return next((QUARTERS[part] for part in found.groups() if part), None) if found else None


def month_first(cells: Sequence[object]) -> bool | None:
    """Say which way round a column writes its dates.

    True: month/day/year; False: day/month/year; None: nothing proves either.
    """
    first, second = set(), set()
    for cell in cells:
        found = NUMERIC.fullmatch(_tidy(cell)) if isinstance(cell, str) else None
        if found:
            first.add(int(found.group(1)))
            second.add(int(found.group(2)))
    if any(12 < each <= 31 for each in second) and all(each <= 12 for each in first):
        return True
    return False if any(12 < each <= 31 for each in first) else None


def read_date(cell: object, turned: bool | None = None) -> Reading:
    """Return the date as ``2025-10-30``, ``2025-10`` or ``2025``, and the code of a problem (empty: none).

    Parameters
    ----------
    cell
        A date, or text in a form in use: ISO, 30/10/2025, 30 Oktober 2025, Okt 2025.
    turned
        What :func:`month_first` says of the column; None: days first, reported as a guess.
    """
    if blank(cell):
        return None, ""
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m-%d}" if cell.year >= 1000 else f"{cell.year:04d}-{cell:%m-%d}", ""
    if not isinstance(cell, str):
        plain_year = isinstance(cell, int) and not isinstance(cell, bool) and 1900 <= cell <= 2100
        return (str(cell), "") if plain_year else (None, "number_in_date")
    text = _tidy(cell)
    guess = ""
    if found := ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := NUMERIC.fullmatch(text):
        day, month, year = found.groups()
        if turned:
            day, month = month, day
        elif turned is None and day != month:
            guess = "date_guessed"
    elif (found := NAMED.fullmatch(text)) and found.group(2) in MONTHS:
        day, name, year = found.groups()
        month = str(MONTHS[name])
    elif (found := WEEK.fullmatch(text)) and found.group(2) in MONTHS:
        number, name, year = found.groups()
        day, month = str(7 * WEEKS[number] - 6), str(MONTHS[name])
    else:
        return None, "not_date"
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None, "not_date"
    parts = [year, *(f"{int(each):02d}" for each in (month, day) if each)]
    return "-".join(parts), guess
