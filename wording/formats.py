"""Numbers, money and periods as a reader writes them, by Babel in the language in force.

Each function takes NaN or None for a missing value and answers :data:`MISSING`, never a zero.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from data.schema import INDICATORS, label
from i18n import N_, _, babel_locale

if TYPE_CHECKING:
    from typing_extensions import TypeIs

MISSING = "–"
BILLION = 1e9
RUPIAH_UNITS = {
    "Rp": (1, ""),
    "triliun Rp": (1e12, ""),
    "ribu rupiah": (1e3, ""),
    "ribu rupiah/orang/tahun": (1e3, N_("per orang per tahun")),
    "rupiah/kapita/bulan": (1, N_("per orang per bulan")),
    "Rp/bulan": (1, N_("per bulan")),
    "rupiah/bulan": (1, N_("per bulan")),
}
BARE_UNITS = ("indeks", "indeks (2022=100)", "rasio", "skor 0-5", "skor 0-100")
SCALES = [(1e12, N_("triliun")), (1e9, N_("miliar")), (1e6, N_("juta"))]


def is_missing(value: object) -> TypeIs[None]:
    """Whether `value` stands for "not found"."""
    if value is None or value is pd.NA:
        return True
    return (isinstance(value, float) and math.isnan(value)) or value != value  # noqa: PLR0124


def number(value: float | None, decimals: int = 0) -> str:
    """`value` with at most `decimals` decimals: ``1.234,5``."""
    if is_missing(value):
        return MISSING
    return _decimal(value, "#,##0" + ("." + "#" * decimals if decimals else ""), babel_locale())


@lru_cache(maxsize=8192)
def _decimal(value: float, pattern: str, locale: str) -> str:
    return format_decimal(value, format=pattern, locale=locale)


def fixed(value: float | None, decimals: int = 1) -> str:
    """`value` with exactly `decimals` decimals, for columns of like figures: ``1,80``."""
    if is_missing(value):
        return MISSING
    return _decimal(value, "#,##0." + "0" * decimals, babel_locale())


def percent(share: float | None, decimals: int = 1) -> str:
    """`share` (0..1) as per cent: ``12,3%``."""
    if is_missing(share):
        return MISSING
    return format_percent(share, format="#,##0." + "0" * decimals + "%", locale=babel_locale())


def rupiah(value: float | None, decimals: int = 2) -> str:
    """`value` in rupiah, scaled: ``Rp 1,53 triliun``; three significant figures, no more."""
    if is_missing(value):
        return MISSING
    for size, name in SCALES:
        if abs(value) >= size * 0.9995:
            scaled = value / size
            digits = max(0, decimals - max(0, int(math.log10(abs(scaled)))))
            return f"Rp {number(scaled, digits)} {_(name)}"
    return f"Rp {number(value)}"


def rupiah_billion(value: float | None, decimals: int = 2) -> str:
    """`value` in billion rupiah, as :func:`rupiah`."""
    return MISSING if is_missing(value) else rupiah(value * BILLION, decimals)


def location_quotient(value: float | None) -> str:
    """How many times a sector's share of the reference economy it is in a city: ``1,8 kali``.

    Only the page on methods calls it a location quotient.
    """
    if is_missing(value):
        return MISSING
    return _("{times} kali").format(
        times=number(value) if value >= 100 else fixed(value, 2 if value < 1 else 1)
    )


def period(code: str) -> str:
    """A period in words: ``2026Q1`` -> ``Triwulan I 2026``, ``2025-08`` -> ``Agustus 2025``."""
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", str(code)):
        return format_date(date(int(code[:4]), int(code[5:]), 1), format="MMMM y", locale=babel_locale())
    match = re.fullmatch(r"(\d{4})Q([1-4])", str(code))
    if not match:
        return str(code)
    year, quarter = match.groups()
    return _("Triwulan {roman} {year}").format(roman=["I", "II", "III", "IV"][int(quarter) - 1], year=year)


def month(number: int) -> str:
    """Name of a calendar month: ``Agustus``."""
    return format_date(date(2000, number, 1), format="MMMM", locale=babel_locale())


def day(value: date | datetime | str | None, length: str = "long") -> str:
    """A date: ``30 Oktober 2025``; a month alone as ``Juni 2023``, any other text as it is."""
    if is_missing(value):
        return MISSING
    if isinstance(value, str):
        text = value
        try:
            value = date.fromisoformat(text[:10])
        except ValueError:
            return period(text)
    return format_date(value, format=length, locale=babel_locale())


def listing(items: list[str], last: str | None = None) -> str:
    """``a, b dan c``."""
    items = [str(item) for item in items]
    if len(items) < 2:
        return "".join(items)
    joined = last or _("dan")
    return f"{', '.join(items[:-1])} {joined} {items[-1]}"


def indicator(code: str, value: float | None) -> str:
    """An indicator's value with its unit: ``7,4%``, ``Rp 68,2 juta``, ``75,3``."""
    if is_missing(value):
        return MISSING
    unit = INDICATORS[code].unit
    if unit == "persen":
        return percent(value / 100, 2)
    if unit in RUPIAH_UNITS:
        factor, per = RUPIAH_UNITS[unit]
        return f"{rupiah(value * factor)} {_(per)}".strip()
    figure = number(value, 0 if abs(value) >= 1000 else 2)
    return figure if unit in BARE_UNITS else f"{figure} {label('unit', unit)}"


def people(count: float | None) -> str:
    """A large number of people: ``12,3 juta jiwa``."""
    if is_missing(count):
        return MISSING
    if count >= 1e6:
        return _("{count} juta jiwa").format(count=number(count / 1e6, 1))
    return _("{count} jiwa").format(count=number(count))
