"""What the checker hands back: the reading, what was recognised, and every problem in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd
from babel.numbers import format_decimal

from data.reading.grid import shown
from data.schema import label
from data.validation.messages import ERROR, MESSAGES
from i18n import _, babel_locale, language

MOST_PROBLEMS = 20_000
# Larger numbers are written as they are; no figure of the data set comes near.
MOST_WRITTEN = 1e18
PROBLEM_COLUMNS = ["severity", "line", "column", "value", "reason", "remedy"]


class Named(NamedTuple):
    """A code among the facts of a problem, written as its label; with the code behind it where `coded`."""

    kind: str
    code: str
    coded: bool = False


def column_named(table: str, column: str) -> Named:
    """Return a column among the facts of a problem, written as the screen calls it."""
    return Named(f"column:{table}", column)


def _written(facts: tuple[tuple[str, object], ...]) -> dict[str, str]:
    """Facts as text: numbers and labels in the language in force."""

    def write(fact: object) -> str:
        if isinstance(fact, Named):
            name = label(fact.kind, fact.code)
            return f"{name} ({fact.code})" if fact.coded and name != fact.code else name
        if isinstance(fact, tuple):
            return " / ".join(write(each) for each in fact)
        if isinstance(fact, int | float) and abs(fact) >= MOST_WRITTEN:
            return f"{fact:.6g}"
        if isinstance(fact, int | float) and not isinstance(fact, bool):
            return format_decimal(float(f"{fact:.12g}"), format="#,##0.######", locale=babel_locale())
        return str(fact)

    return {name: write(fact) for name, fact in facts}


class Problem(NamedTuple):
    """One problem: its code, where it stands, and the facts its sentences are filled with."""

    code: str
    line: int | None = None
    column: str = ""
    value: str = ""
    facts: tuple[tuple[str, object], ...] = ()

    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
        return MESSAGES[self.code].severity

    @property
    def reason(self) -> str:
        """What is wrong, in the language in force."""
        message = MESSAGES[self.code].reason
        return _(message).format(**_written(self.facts))

    @property
    def remedy(self) -> str:
        """How to mend it, in the language in force."""
        message = MESSAGES[self.code].remedy
        return _(message).format(**_written(self.facts))


class Problems:
    """Collects problems, each once; beyond `MOST_PROBLEMS` they are counted only."""

    def __init__(self) -> None:
        self.found: dict[Problem, None] = {}
        self.left_out = 0
        self.errors = 0

    def add(
        self, code: str, line: int | None = None, column: str = "", value: object = "", /, **facts: object
    ) -> None:
        """Note a problem."""
        problem = Problem(code, line, column, shown(value)[:200], tuple(facts.items()))
        if problem in self.found:
            return
        self.errors += problem.severity == ERROR
        if len(self.found) < MOST_PROBLEMS or line is None:
            self.found[problem] = None
        else:
            self.left_out += 1

    def all(self) -> list[Problem]:
        """Return the problems: those of the file first, then by line; last how many more there are."""
        ordered = sorted(self.found, key=lambda each: (each.line is not None, each.line or 0))
        return [*ordered, Problem("more", facts=(("count", self.left_out),))] if self.left_out else ordered


@dataclass(slots=True)
class Recognised:
    """What was recognised in a file, for the user to see and to correct through the choices of ``check``.

    Attributes
    ----------
    kind
        ``csv`` or ``xlsx``; empty when it is neither.
    encoding, separator
        Of a delimited text.
    sheet, sheets, fitting
        The sheet read, those there are, and those that fit about as well where there are several.
    header_line
        Line of the headings.
    columns
        Heading -> column of the table, ``""`` for one that is not read.
    unknown, missing, missing_optional
        Headings no column goes by; columns the file lacks.
    decimal
        Numeric column -> its decimal mark.
    evidence
        Numeric column -> what the mark was decided by: ``chosen``, ``cells``, ``file``, ``separator``,
        ``none``.
    ambiguous
        Columns with numbers that could be read otherwise.
    codes
        Scheme of the region codes: ``bps``, ``kemendagri``, ``suspect`` (figures fit the Ministry of Home
        Affairs' codes better), ``unconfirmed`` (valid in both, nothing tells), or ``""`` without such a
        column.
    rows
        Rows of data.
    unfolded
        Dimension -> the headings it was unfolded from; empty for a table that came in the long form.
    proposed
        Column the file lacks, or ``unit`` -> what title, sheet or file name say, and where they say it.
    unmapped
        Heading of figures that is no one indicator's -> the indicators it may mean.
    given_unit
        The unit the file says its figures are in, as written, where it is not the table's.
    roles
        Heading that means no column -> what it is for, see :class:`data.reading.headings.Heading`.
    titles, notes
        Lines above the headings and under the figures.
    """

    kind: str = ""
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    fitting: tuple[str, ...] = ()
    header_line: int | None = None
    columns: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    missing_optional: tuple[str, ...] = ()
    decimal: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    ambiguous: tuple[str, ...] = ()
    codes: str = ""
    rows: int = 0
    unfolded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    proposed: dict[str, tuple[str, str]] = field(default_factory=dict)
    unmapped: dict[str, tuple[str, ...]] = field(default_factory=dict)
    given_unit: str = ""
    roles: dict[str, str] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class Report:
    """The outcome of a check.

    Attributes
    ----------
    frame
        The reading: columns, order and types of the table; a cell that could not be read is missing.
        None when nothing could be read. When there are errors whole numbers are nullable.
    lines
        Line of the user's file each row of `frame` stands on.
    recognised
        What was recognised.
    raw
        The cells as the user wrote them, under the user's headings; of an unfolded table the rows before.
    raw_lines
        Line each row of `raw` stands on.
    """

    table: str
    filename: str
    frame: pd.DataFrame | None = None
    lines: list[int] = field(default_factory=list)
    recognised: Recognised = field(default_factory=Recognised)
    raw: pd.DataFrame | None = None
    raw_lines: list[int] = field(default_factory=list)
    found: list[Problem] = field(default_factory=list)
    errors: int = 0
    _tables: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False)

    @property
    def ok(self) -> bool:
        """Whether the reading may be published: something was read and there is no error."""
        return self.frame is not None and self.errors == 0

    @property
    def problems(self) -> pd.DataFrame:
        """Every problem: ``severity``, ``line``, ``column``, ``value``, ``reason``, ``remedy``.

        Written in the language in force. ``line`` is missing and ``column`` empty where a problem is the
        file's as a whole.
        """
        if language() not in self._tables:
            rows = [(p.severity, p.line, p.column, p.value, p.reason, p.remedy) for p in self.found]
            frame = pd.DataFrame(rows, columns=PROBLEM_COLUMNS)
            texts = dict.fromkeys(["severity", "column", "value", "reason", "remedy"], "str")
            self._tables[language()] = frame.astype({**texts, "line": "Int64"})
        return self._tables[language()].copy(deep=False)

    def marked(self) -> pd.DataFrame:
        """Return the rows as the user wrote them, each with its line and its problems in words.

        Returns
        -------
        DataFrame
            ``baris``, the user's own columns, ``masalah`` (empty for a row without any); a row that could
            not be read at all is there with its line and problem alone.
        """
        problems = self.problems.dropna(subset=["line"])
        sentences = (
            ((problems["column"] + ": ").where(problems["column"] != "", "") + problems["reason"])
            .groupby(problems["line"])
            .agg(" | ".join)
        )
        lines = self.raw_lines
        rows = self.raw.copy() if self.raw is not None else pd.DataFrame(index=range(len(lines)))
        # Headings of a file may stand there twice: columns go by position until the end.
        headings, rows.columns = list(rows.columns), range(rows.shape[1])
        rows["baris"] = lines
        rows["masalah"] = pd.array([sentences.get(line, "") for line in lines], dtype="str")
        lost = sentences[~sentences.index.isin(lines)]
        if len(lost):
            rows = pd.concat(
                [rows, pd.DataFrame({"baris": lost.index.astype("int64"), "masalah": lost.to_numpy()})]
            )
        rows = rows.sort_values("baris", kind="stable", ignore_index=True)
        rows = rows[["baris", *range(len(headings)), "masalah"]]
        rows.columns = ["baris", *headings, "masalah"]
        return rows
