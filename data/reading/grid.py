"""A file as read: rows of cells with the line each stands on, and what was recognised on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class ExcelError:
    """A cell whose formula failed, e.g. ``#N/A``."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class EmptyFormula:
    """A cell with a formula whose result the file does not hold."""

    text: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Percent:
    """A number shown as a percentage: ``value`` 0.123 shown as 12.3%."""

    value: float

    def __str__(self) -> str:
        return f"{float(f'{self.value * 100:.12g}'):g}%"


Cell = (
    str | int | float | bool | date | datetime | time | timedelta | ExcelError | EmptyFormula | Percent | None
)


@dataclass(slots=True)
class Grid:
    """What a reader found in a file.

    Attributes
    ----------
    rows
        Line number (in the user's file or sheet, from 1) and cells, blank rows left out.
    fitting
        Sheets that fit the table about as well as the one taken, where there are several.
    merged
        Merged cells: first line, first column (from 0), last line, last column.
    remarks
        Code, line and facts of what has to be reported of the file as such.
    """

    kind: str
    rows: list[tuple[int, list[Cell]]]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    fitting: tuple[str, ...] = ()
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    remarks: list[tuple[str, int | None, dict[str, object]]] = field(default_factory=list)

    def remark(self, code: str, line: int | None = None, **facts: object) -> None:
        """Note something to be reported."""
        self.remarks.append((code, line, facts))


def blank(cell: object) -> bool:
    """Whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip().strip("\ufeff\u200b"))


def shown(cell: object) -> str:
    """Return a cell as the user sees it."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return str(cell)
