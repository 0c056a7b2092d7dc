"""Headings that are members of a dimension, not names of columns: a year, a city, a sector."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from data.reading.flags import split_flags
from data.reading.grid import Cell, blank, shown
from data.reading.labels import normal, read_label
from data.reading.moments import read_date, read_period, read_quarter
from data.reading.titles import CONSTANT, CURRENT, price_basis_in
from data.reading.units import UNIT_IN_TEXT
from data.schema import Table
from data.validation.places import places

QUARTER = "quarter"
TIMES = ("period", "year", "date")
LISTED = ("sector", "group", "component", "commodity", "indicator", "commodity_group")
BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
# Words beside a member that say only that figures stand below.
NEUTRAL = re.compile(
    r"\b(?:pdrb|grdp|produk domestik regional bruto|gross regional domestic product|nilai|value|total|jumlah"
    r"|atas dasar|menurut|tahun|year|sum of|angka|data|rp|adh|at|kota|kabupaten|harga|prices?)\b"
)
BASE_YEAR = re.compile(r"\b(konstan|adhk|prices?)\s*\(?\s*2010\b\)?", re.IGNORECASE)
PERIOD = re.compile(r"\b((?:19|20)\d\d)(?:\s*q([1-4]))?\b")
QUARTER_WORDS = re.compile(r"\b(?:triwulan|triw|tw|trw|kuartal|quarter|q)\s*([1-4]|iv|iii|ii|i)\b")


def dimensions(table: Table) -> tuple[str, ...]:
    """Return the dimensions the columns of a file may stand for: key columns of region, time or a list."""
    found = []
    for name in table.key:
        column = table[name]
        if name == table.region_column or column.kind in TIMES:
            found.append(name)
        elif column.closed and not column.separator and (name in LISTED or name == "price_basis"):
            found.append(name)
    return tuple(found)


def value_column(table: Table) -> str:
    """Return the one column of figures a table is unfolded into; empty when there is none, or several."""
    numbers = [column.name for column in table.columns if column.kind == "number" and column.required]
    return numbers[0] if len(numbers) == 1 and len(dimensions(table)) > 1 else ""


def members_of(cell: Cell, table: Table) -> dict[str, str]:
    """Return dimension -> member a heading names; empty when it names none, or something besides.

    Members are written as the cells below would write them: codes of closed lists, ``2024`` or ``2024Q1``,
    names or codes of regions as they stand; ``quarter`` for a quarter without its year.
    """
    wanted = dimensions(table)
    dated = next((name for name in wanted if table[name].kind == "date"), "")
    if dated and isinstance(cell, date):
        return {dated: f"{cell:%Y-%m-%d}"}
    if blank(cell) or not isinstance(cell, str | int | float) or isinstance(cell, bool):
        return {}
    lists = tuple((name, table[name].codes or name) for name in wanted if name in LISTED)
    return dict(_members(shown(cell).strip(), wanted, lists, dated, table.region_column))


@lru_cache(maxsize=16_384)
def _members(
    text: str,
    wanted: tuple[str, ...],
    lists: tuple[tuple[str, str], ...],
    dated: str,
    region: str | None,
) -> tuple[tuple[str, str], ...]:
    time = next((name for name in wanted if name in ("period", "year") and name != dated), "")
    plain = split_flags(text)[0].strip()
    if dated:
        day, _code = read_date(plain)
        # A year alone is no month of prices.
        if day and len(day) > len("2025"):
            return ((dated, day),) if 1950 <= int(day[:4]) <= 2100 else ()
    if time:
        whole, _code = read_period(plain)
        if whole and (time == "period" or len(whole) == 4):
            return ((time, whole),) if 1950 <= int(whole[:4]) <= 2100 else ()
        if time == "period" and (quarter := read_quarter(plain)) and not plain[:1].isdigit():
            return ((QUARTER, str(quarter)),)
    found: dict[str, str] = {}
    # A unit in brackets is no part of the name; a price basis in brackets is.
    inside = " ".join(BRACKETS.findall(plain))
    rest = BRACKETS.sub(" ", plain)
    if "price_basis" in wanted and (basis := price_basis_in(plain)):
        found["price_basis"] = basis
        rest = CONSTANT.sub(" ", CURRENT.sub(" ", BASE_YEAR.sub(r"\1", rest.replace("_", " "))))
        inside = CONSTANT.sub(" ", CURRENT.sub(" ", inside))
    rest = UNIT_IN_TEXT.sub(" ", rest.replace("_", " ") if found else rest)
    if time:
        rest = _take_time(rest, time, found)
        if time not in found:
            _take_time(inside, time, found)
    # A full name first: "Kota Medan" has a word that says nothing beside a year.
    if (
        not _take_name(rest, lists, region if region in wanted else None, found)
        and not NEUTRAL.sub(" ", normal(rest)).strip()
    ):
        return tuple(found.items())
    return tuple(found.items()) if normal(rest) and _named(found, wanted, region) else ()


def _named(found: dict[str, str], wanted: tuple[str, ...], region: str | None) -> bool:
    return any(name in found for name in wanted if name in LISTED or name == region)


def _take_time(text: str, time: str, found: dict[str, str]) -> str:
    """Note year and quarter a text names, and return it without them."""
    low = text.lower().replace("_", " ")
    years, quarters = PERIOD.findall(low), QUARTER_WORDS.findall(low)
    if len(years) != 1:
        return text
    year, quarter = years[0]
    if quarters and not quarter and len(quarters) == 1:
        quarter = str(read_quarter(quarters[0]))
    if quarter and time != "period":
        return text
    found[time] = f"{year}Q{quarter}" if quarter else year
    return QUARTER_WORDS.sub(" ", PERIOD.sub(" ", low))


def _take_name(
    text: str, lists: tuple[tuple[str, str], ...], region: str | None, found: dict[str, str]
) -> bool:
    text = text.strip(" -:;,")
    for name, kind in lists:
        label = read_label(kind, text)
        if label and label.code:
            found[name] = label.code
            return True
    if region and text:
        known = places()
        if text in known.names or text in known.from_home_affairs or known.called(text):
            found[region] = text
            return True
    return False
