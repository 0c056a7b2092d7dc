"""Read numbers written the Indonesian or the English way, and say when that cannot be told apart."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from data.reading.flags import split_flags
from data.reading.grid import ExcelError, Percent, blank

SPACES = re.compile("[\\s\u00a0\u202f\u2009\u2007]+")
PLAIN = re.compile(r"[+-]?\d+", re.ASCII)
# "1.234" and "1,234": a thousand or a decimal with three places; nothing in the cell itself tells.
EITHER = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}", re.ASCII)
GROUPED = {mark: re.compile(rf"[+-]?[1-9]\d{{0,2}}(\{mark}\d{{3}})+", re.ASCII) for mark in ".,"}
DECIMAL = {mark: re.compile(rf"[+-]?(\d+\{mark}\d*|\{mark}\d+)(e[+-]?\d{{1,3}})?", re.ASCII) for mark in ".,"}
BOTH = {
    mark: re.compile(rf"[+-]?[1-9]\d{{0,2}}(\{other}\d{{3}})+\{mark}\d+", re.ASCII)
    for mark, other in ((",", "."), (".", ","))
}
EXPONENT = re.compile(r"[+-]?\d+e[+-]?\d{1,3}", re.ASCII)
SPACED = re.compile(r"[+-]?\d{1,3}( \d{3})+([.,]\d+)?", re.ASCII)
NOTHING = frozenset(
    (
        "-",
        "–",
        "—",
        "...",
        "…",
        "..",
        "na",
        "n/a",
        "n.a",
        "n.a.",
        "nan",
        "null",
        "none",
        "x",
        "?",
        "#n/a",
        "--",
        "---",
        "*",
        "**",
        "n. a.",
    )
)
CURRENCY = re.compile(r"^(rp\.?|idr)\s*", re.IGNORECASE)
NO_NUMBER = {bool: "boolean", ExcelError: "excel_error", int: "not_number", float: "not_number"}
OTHER = {",": ".", ".": ","}


@dataclass(frozen=True, slots=True)
class Marks:
    """How a column writes its numbers.

    Attributes
    ----------
    decimal
        ``","`` or ``"."``.
    evidence
        ``chosen`` by the user; ``cells``: some cell allows one reading only; ``file``: another column of
        the file does; ``separator``: only the way the file separates its cells speaks for it; ``none``
        needed, because no cell holds a mark.
    example
        A cell that could be read otherwise; empty when there is none, or the evidence settles it.
    """

    decimal: str = "."
    evidence: str = "none"
    example: str = ""

    @property
    def ambiguous(self) -> bool:
        """Whether the reading is a guess."""
        return bool(self.example) and self.evidence == "separator"


def tidy(text: str) -> str:
    """Return a number's text without currency, blanks, typographic minus, Excel's apostrophe and flags."""
    text = SPACES.sub(" ", text).strip().removeprefix("'").replace("\u2212", "-")
    text = split_flags(text)[0]
    text = CURRENCY.sub("", text).strip().lower()
    # "1 234 567": blanks between groups of three.
    return text.replace(" ", "") if SPACED.fullmatch(text) else text


def tells(text: str) -> str:
    """Return the decimal mark the text of one number proves: ``","``, ``"."``, or empty when none."""
    text = tidy(text).removesuffix("%").strip()
    if EITHER.fullmatch(text) or PLAIN.fullmatch(text):
        return ""
    for mark in ",.":
        if (
            BOTH[mark].fullmatch(text)
            or GROUPED[OTHER[mark]].fullmatch(text)
            or DECIMAL[mark].fullmatch(text)
        ):
            return mark
    return ""


def votes(cells: Iterable[object]) -> dict[str, int]:
    """Count the cells that prove each decimal mark."""
    counted = {",": 0, ".": 0}
    for cell in cells:
        mark = tells(cell) if isinstance(cell, str) else ""
        if mark:
            counted[mark] += 1
    return counted


def find_marks(
    cells: Sequence[object], elsewhere: dict[str, int], separator: str, chosen: str | None = None
) -> Marks:
    """Decide how a column writes its numbers.

    Parameters
    ----------
    cells
        The column's cells; those that are no text hold numbers as such and tell nothing.
    elsewhere
        Votes of the other columns of the file.
    separator
        What separates the cells of the file; empty for a workbook. A file separated by commas comes from
        a program that writes decimal points, one separated by semicolons from an Indonesian Excel.
    chosen
        What the user says.
    """
    example = next(
        (
            cell
            for cell in cells
            if isinstance(cell, str) and EITHER.fullmatch(tidy(cell).removesuffix("%").strip())
        ),
        "",
    )
    if chosen:
        return Marks(chosen, "chosen", example)
    here = votes(cells)
    if here[","] != here["."]:
        return Marks(max(here, key=here.__getitem__), "cells", example)
    if not example and not sum(here.values()):
        return Marks()
    if elsewhere[","] != elsewhere["."]:
        return Marks(max(elsewhere, key=elsewhere.__getitem__), "file", example)
    return Marks("." if separator == "," else ",", "separator", example)


def read_number(cell: object, marks: Marks) -> tuple[float | int | None, str, dict[str, Any]]:
    """Return value, code of a problem (empty: none) and its facts.

    The value is None when the cell holds nothing or cannot be read; it is never a guess between readings
    that the column's marks do not settle.
    """
    if blank(cell):
        return None, "", {}
    if isinstance(cell, str):
        return _read_text(cell, marks)
    if isinstance(cell, Percent):
        return float(f"{cell.value * 100:.12g}"), "percent", {}
    if isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell):
        return cell, "", {}
    return None, NO_NUMBER.get(type(cell), "date_in_number"), {}


def _read_text(cell: str, marks: Marks) -> tuple[float | int | None, str, dict[str, Any]]:
    text = tidy(cell)
    if text in NOTHING:
        return None, "nothing_mark", {}
    problem = ""
    if text.endswith("%"):
        text, problem = text.removesuffix("%").strip(), "percent"
    decimal, thousand = marks.decimal, OTHER[marks.decimal]
    if PLAIN.fullmatch(text):
        return (int(text), problem, {}) if len(text) <= 18 else (float(text), problem, {})
    if EXPONENT.fullmatch(text):
        plain, problem = text, "scientific"
    elif GROUPED[thousand].fullmatch(text) or BOTH[decimal].fullmatch(text):
        plain = text.replace(thousand, "").replace(decimal, ".")
    elif DECIMAL[decimal].fullmatch(text):
        plain = text.replace(decimal, ".")
        problem = "scientific" if "e" in text else problem
    elif tells(text):
        return None, "other_mark", {"mark": decimal}
    elif re.fullmatch(r"\(.+\)", text):
        return None, "in_brackets", {}
    else:
        return None, "not_number", {}
    value = float(plain)
    return (value, problem, {}) if math.isfinite(value) else (None, "not_number", {})
