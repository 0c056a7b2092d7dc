"""What a check knows of the upload and of the data in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from data.loading import load
from data.reading.grid import Cell
from data.reading.headings import Heading
from data.reading.limits import Deadline
from data.schema import Table
from data.validation.report import Problems, Recognised

# Before the heading of a column that was made by unfolding.
UNFOLDED = "↔ "


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user says about a file; everything None or False is found out or left alone.

    Attributes
    ----------
    encoding
        ``utf-8``, ``windows-1252``, ``utf-16``, ``utf-16-le`` or ``utf-16-be``.
    separator
        ``;``, ``,``, tab or ``|``.
    decimal
        ``","`` or ``"."`` for all columns, or column -> mark.
    sheet
        Name of the sheet of a workbook.
    header_line
        Line of the headings.
    columns
        Heading -> column of the table, ``""`` for one not to be read, or, for a column of figures, the
        member of a dimension they are of: ``{"IPM": "hdi"}``.
    translate_codes
        Turn codes of the Ministry of Home Affairs into BPS codes.
    translate_names
        Turn names (of regions, sectors, categories …) into codes.
    restore_zeros
        Give codes back the zeros a spreadsheet took.
    mode
        ``update``: the rows given are added or replaced by key, columns not given keep what is in force.
        ``replace``: the upload becomes the whole table.
    seconds
        Time the check may take; None: the usual.
    constants
        Column -> what is said once for the whole file. ``unit`` agrees to turn figures of that unit into the
        table's own: ``{"unit": "juta rupiah"}``.
    mended
        Cells corrected after a first check: (line, heading) -> what stands there now.
    """

    encoding: str | None = None
    separator: str | None = None
    decimal: str | dict[str, str] | None = None
    sheet: str | None = None
    header_line: int | None = None
    columns: dict[str, str] | None = None
    translate_codes: bool = False
    translate_names: bool = False
    restore_zeros: bool = False
    mode: Literal["update", "replace"] = "update"
    seconds: float | None = None
    constants: dict[str, str] | None = None
    mended: dict[tuple[int, str], str] | None = None

    def decimal_of(self, column: str) -> str | None:
        """Return the decimal mark chosen for `column`."""
        mark = self.decimal.get(column) if isinstance(self.decimal, dict) else self.decimal
        return mark if mark in (",", ".") else None


@dataclass(slots=True)
class Upload:
    """An upload on its way: cells by column, their lines, and the problems found so far.

    Attributes
    ----------
    cells
        Column of the table -> cells as read, one a row.
    names
        Names standing beside region codes, by heading; evidence of what the codes mean.
    parents
        Names or codes of the provinces above the regions, by heading.
    proofs
        Column -> labels of its codes standing in another column, by that heading.
    headings
        Column of the table -> heading in the user's file.
    values
        Column of the table -> parsed values, None where missing or unreadable.
    origins
        For an unfolded table: the heading the figure of each row stood under.
    constants
        Column -> what was said once for the whole file.
    waiting
        Columns that can only be read once another is said: the unit of an indicator nobody named yet.
    factors
        For each row what its figure is multiplied with; None: nothing is.
    flags
        (column, flag) -> rows with a sign behind figure or year.
    """

    table: Table
    choices: Choices
    problems: Problems
    recognised: Recognised
    deadline: Deadline
    lines: list[int] = field(default_factory=list)
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    names: dict[str, list[Cell]] = field(default_factory=dict)
    parents: dict[str, list[Cell]] = field(default_factory=dict)
    proofs: dict[str, dict[str, list[Cell]]] = field(default_factory=dict)
    headings: dict[str, Heading] = field(default_factory=dict)
    values: dict[str, list[Any]] = field(default_factory=dict)
    origins: list[str] | None = None
    constants: dict[str, str] = field(default_factory=dict)
    factors: list[float] | None = None
    waiting: set[str] = field(default_factory=set)
    flags: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    _current: pd.DataFrame | None = None

    @property
    def translates(self) -> bool:
        """Whether names may stand for codes: the user says so, or is shown them with the unfolded table."""
        return self.choices.translate_names or self.origins is not None

    def heading(self, column: str, row: int | None = None) -> str:
        """Return what the user calls `column`; of an unfolded one what stands above the figure of `row`."""
        if column not in self.headings:
            return column
        text = self.headings[column].text
        if text.startswith(UNFOLDED):
            return column if row is None or self.origins is None else self.origins[row]
        return text

    def report(self, code: str, row: int, column: str, /, **facts: object) -> None:
        """Note a problem of one cell; of what was said once for the file, once."""
        if column in self.constants:
            self.problems.add(code, None, column, self.constants[column], **facts)
            return
        value = self.cells[column][row] if column in self.cells else ""
        self.problems.add(code, self.lines[row], self.heading(column, row), value, **facts)

    def current(self) -> pd.DataFrame:
        """Return the table in force."""
        if self._current is None:
            self._current = load(self.table.name)
        return self._current

    def nearby(self, more: Iterable[str] = ()) -> pd.DataFrame:
        """Return the rows in force of the regions the upload names, and of `more`."""
        region, current = self.table.region_column, self.current()
        if region is None or region not in self.values:
            return current
        named = {code for code in self.values[region] if code is not None}
        return current[current[region].isin([*named, *more])]
