"""What the title lines, the sheet and the name of a file say of all its figures at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.reading.moments import QUARTERS
from data.reading.units import unit_in

CURRENT = re.compile(
    r"\badhb\b|\badh\.? ?berlaku\b|\bharga berlaku\b|\bcurrent( market)? prices?\b|\bberlaku\b", re.IGNORECASE
)
CONSTANT = re.compile(
    r"\badhk\b|\badh\.? ?konstan\b|\bharga konstan\b|\bconstant( market)? prices?\b|\bkonstan\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"(?<![\d.,])(19[5-9]\d|20\d\d)(?![\d.,]\d)")
QUARTER = re.compile(r"\b(?:triwulan|triw|tw|kuartal|quarter|q)[\s.\-]*([1-4]|iv|iii|ii|i)\b", re.IGNORECASE)
SERIES = re.compile(
    r"\[?\s*(?:seri|series|tahun dasar|base year)\s*:?\s*\d{4}\s*(?:=\s*100)?\]?", re.IGNORECASE
)
NOTE = re.compile(
    r"^\W*(?:catatan|sumber|source|notes?|keterangan|ket\.?|penjelasan|diolah|r\s*\)|\*+\s*\)?|angka )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a text says: the column it is of, its value, and the text."""

    column: str
    value: str
    where: str


def price_basis_in(text: str) -> str:
    """Return the price basis a text names; empty when none, or both."""
    text = text.replace("_", " ")
    current, constant = bool(CURRENT.search(text)), bool(CONSTANT.search(text))
    return "" if current == constant else ("ADHB" if current else "ADHK")


def quarter_in(text: str) -> int | None:
    """Return the one quarter a text names; None when none or several."""
    found = {QUARTERS[each.lower()] for each in QUARTER.findall(text.replace("_", " "))}
    return found.pop() if len(found) == 1 else None


def period_in(text: str) -> str:
    """Return the one year or quarter a text names; empty when none or several (a span)."""
    text = SERIES.sub(" ", text.replace("_", " "))
    text = re.sub(
        r"(?:konstan|adhk|constant(?: market)? prices?|dasar)\s+(?:tahun\s+)?\d{4}",
        " ",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\b\d{4}\s*=\s*100", " ", text)
    compact = re.search(r"\b(20\d\d)[\s\-]?q([1-4])\b", text, re.IGNORECASE)
    if compact:
        return f"{compact.group(1)}Q{compact.group(2)}"
    years = set(YEARS.findall(text))
    if len(years) != 1:
        return ""
    quarters = re.findall(r"triwulan|kuartal|quarter", text, re.IGNORECASE)
    quarter = quarter_in(text)
    if quarters and quarter is None:  # several, or "triwulanan": no one period
        return ""
    return years.pop() + (f"Q{quarter}" if quarter else "")


def said_in(texts: Iterable[str]) -> list[Said]:
    """Return what texts say: price basis, unit and period, the first that says it speaking."""
    found: dict[str, Said] = {}
    for text in texts:
        for column, value in (
            ("price_basis", price_basis_in(text)),
            ("unit", unit_in(text)),
            ("period", period_in(text)),
        ):
            if value:
                found.setdefault(column, Said(column, value, text.strip()[:200]))
    return list(found.values())
