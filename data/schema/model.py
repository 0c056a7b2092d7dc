"""Records the schema is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "code", "number", "whole", "year", "period", "date"]
NUMERIC_KINDS = ("number", "whole", "year")
# Several codes may stand in one cell.
LONGEST_CODE = 400


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Indonesian, and in every language it is translated into: pairs of language and text."""

    id: str
    translations: tuple[tuple[str, str], ...] = ()

    def in_(self, language: str) -> str:
        """Return the text in `language`; Indonesian for any language there is none in."""
        return dict(self.translations).get(language) or self.id

    @property
    def words(self) -> tuple[str, ...]:
        """The text in all its languages."""
        return (self.id, *(text for _language, text in self.translations))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    kind
        ``text``; ``code`` (text, never a number); ``number``; ``whole`` (no decimals); ``year``
        (four digits); ``period`` (``2025`` or ``2026Q1``); ``date`` (``2025-10-30``, or
        ``2025-10`` or ``2025`` where only that is known).
    unit
        Unit code, see ``label("unit", …)``; empty for texts and where a row names its own unit.
    codes
        Name of the code list the values belong to, see :func:`data.schema.label`.
    closed
        True: a value outside the code list is an error.
    low, high
        Plausible range: a value outside is unusual.
    least, most
        Possible range: a value outside is wrong.
    refers
        Foreign key, ``"table.column"``.
    separator
        The sign between several values of one cell; empty when a cell holds one.
    pattern
        Regular expression a whole value matches; each of several values of a code.
    shipped
        False: the shipped file does not have the column; it is empty until a city supplies it.
    longest
        Most characters of a text; a longer one is an error. Every export relies on it.
    synonyms
        Other headings under which the column arrives, lower case.
    named_by
        Column that holds the name of the region this column holds the code of.
    """

    name: str
    kind: Kind
    label: Text
    description: Text
    required: bool = True
    shipped: bool = True
    unit: str = ""
    codes: str = ""
    closed: bool = False
    low: float | None = None
    high: float | None = None
    least: float | None = None
    most: float | None = None
    refers: str = ""
    separator: str = ""
    pattern: str = ""
    synonyms: tuple[str, ...] = ()
    example: str = ""
    named_by: str = ""
    longest: int = LONGEST_CODE

    @property
    def numeric(self) -> bool:
        """Whether the values are numbers."""
        return self.kind in NUMERIC_KINDS

    @property
    def dtype(self) -> str:
        """The pandas type the column is read as."""
        if self.kind == "number":
            return "float64"
        if self.kind in ("whole", "year"):
            return "int64" if self.required else "Int64"
        return "str"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its key, its columns and where it comes from."""

    name: str
    label: Text
    description: Text
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    source: Text

    def __getitem__(self, column: str) -> Column:
        for each in self.columns:
            if each.name == column:
                return each
        raise KeyError(column)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns in the order of the file, those it does not have at the end."""
        return tuple(column.name for column in self.columns)

    @property
    def supplied(self) -> tuple[str, ...]:
        """Names of the columns the shipped file does not have."""
        return tuple(column.name for column in self.columns if not column.shipped)

    @property
    def region_column(self) -> str | None:
        """The column that says which region a row belongs to; None when rows belong to none."""
        for column in self.columns:
            if column.refers == "regions.region_code" and not column.separator:
                return column.name
        return None


@dataclass(frozen=True, slots=True)
class Fixed:
    """Reference data published as one whole (a matrix): read, never uploaded row by row.

    `path` is relative to the folder of the tables; `types` column -> type, None for a sheet kept as it is,
    whose heading stands in its first lines.
    """

    name: str
    label: Text
    description: Text
    path: str
    types: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of ``indicators``.

    Attributes
    ----------
    unit
        The unit every row of the indicator carries.
    better
        ``higher``, ``lower`` or ``neutral``.
    rankable_years
        Years complete for all 34 cities with one concept, hence fit for ranking.
    breaks
        What must be said about the continuity of the series; None when nothing.
    not_with
        Codes of indicators that look alike and must never share a chart, a ranking or a line.
    comparable_from
        First year of the concept now in use; earlier years are not the same line. None: all years are.
    asked_for
        Whether a city can be asked for it; not where it is measured in some cities only, published by
        province, an old series or of part of a year.
    """

    code: str
    label: Text
    description: Text
    unit: str
    theme: str
    better: Literal["higher", "lower", "neutral"]
    rankable_years: tuple[int, ...] = ()
    low: float | None = None
    high: float | None = None
    least: float | None = 0
    most: float | None = None
    breaks: Text | None = None
    not_with: tuple[str, ...] = ()
    comparable_from: int | None = None
    asked_for: bool = True
