"""Check an upload: read it, say what was recognised, and report every bad cell at once."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

import pandas as pd

from data.errors import UnknownTable
from data.reading import MAX_BYTES, MAX_ROWS, Deadline, Unreadable, read
from data.reading.grid import shown
from data.schema import TABLES, Table
from data.validation.cells import check_offices, read_columns
from data.validation.context import Choices, Upload
from data.validation.copies import check_copies
from data.validation.history import check_indicators, check_jumps, check_mixed_series
from data.validation.keys import (
    check_duplicates,
    check_examples,
    check_foreign_keys,
    check_pairs,
    check_statements,
)
from data.validation.proofs import check_proofs
from data.validation.regions import check_regions
from data.validation.report import Problem, Problems, Recognised, Report
from data.validation.said import check_titles, propose
from data.validation.shape.arrange import arrange
from data.validation.shape.headers import known_cells, score_of
from data.validation.sums import check_sums
from data.validation.take import check_constants, raw_frame, take_columns

log = logging.getLogger(__name__)
CHECKS_AT_ONCE = 3
WAIT_FOR_TURN = 60.0
_turns = BoundedSemaphore(CHECKS_AT_ONCE)
# Written into the column of notes, in the language of the data.
FLAG_NOTES = {
    "preliminary": "angka sementara",
    "very_preliminary": "angka sangat sementara",
    "revised": "angka direvisi",
    "footnote": "bercatatan kaki pada sumbernya",
}


def check(content: bytes, filename: str, table: str, **choices: Any) -> Report:
    """Check a file somebody wants to publish as `table`.

    Nothing is written anywhere. The file is known by its content; its name is only repeated.

    Parameters
    ----------
    content
        Bytes of a CSV or XLSX file, at most 5 MB and 200,000 rows.
    filename
        What the user calls it; never used as a path.
    table
        The table it is meant for.
    **choices
        What the user says about the file, see :class:`data.validation.context.Choices`.

    Returns
    -------
    Report
        ``frame`` (None when it cannot be read), ``problems``, ``ok``, ``recognised``, ``marked()``. Any
        file gives a report, never an exception.

    Raises
    ------
    UnknownTable
        If there is no such table.
    TypeError
        If a choice is none of :class:`Choices`.
    """
    if table not in TABLES:
        raise UnknownTable(table, TABLES)
    chosen = Choices(**choices)
    report = Report(table, shown(filename).replace("\\", "/").rsplit("/", 1)[-1][:120])
    problems = Problems()
    try:
        with _turn():
            _check(content, TABLES[table], chosen, problems, report)
    except Unreadable as refused:
        problems.add(refused.code, refused.line, **refused.facts)
        report.frame = report.raw = None
        report.lines, report.raw_lines = [], []
    except Exception:
        # Whatever a file does to us: the user gets a sentence with a number, the log the reason beside it.
        number = uuid.uuid4().hex[:8]
        log.exception("fault %s in the check of an upload for %s", number, table)
        problems.add("unexpected", number=number)
        report.frame = report.raw = None
        report.lines, report.raw_lines = [], []
    report.found, report.errors = problems.all(), problems.errors
    return report


@contextmanager
def _turn() -> Iterator[None]:
    """Wait for one of the places there are; a check holds a processor for seconds."""
    if not _turns.acquire(timeout=WAIT_FOR_TURN):
        raise Unreadable("busy")
    try:
        yield
    finally:
        _turns.release()


def _check(content: bytes, table: Table, choices: Choices, problems: Problems, report: Report) -> None:
    deadline = Deadline(choices.seconds)
    grid = read(
        content,
        known_cells(table),
        deadline,
        encoding=choices.encoding,
        separator=choices.separator,
        sheet=choices.sheet,
        fit=lambda sheet: score_of(sheet, table),
    )
    recognised = report.recognised
    recognised.kind, recognised.encoding, recognised.separator = grid.kind, grid.encoding, grid.separator
    recognised.sheet, recognised.sheets, recognised.fitting = grid.sheet, grid.sheets, grid.fitting
    for code, line, facts in grid.remarks:
        problems.add(code, line, **facts)
    if not grid.rows:
        raise Unreadable("empty")
    upload = Upload(table, choices, problems, recognised, deadline)
    said = frozenset(choices.constants or ())
    found = arrange(
        grid,
        table,
        deadline,
        header_line=choices.header_line,
        chosen=choices.columns,
        said=said,
        mended=choices.mended,
    )
    if found.titles:
        problems.add("lines_above", count=len(found.titles))
    propose(upload, found, grid, report.filename)
    take_columns(upload, found, grid.kind)
    recognised.rows = len(upload.lines)
    report.lines = upload.lines
    report.raw, report.raw_lines = raw_frame(found), [line for line, _cells in found.wide[1]]
    if not upload.lines:
        raise Unreadable("no_rows")
    read_columns(upload)
    check_regions(upload)
    check_proofs(upload)
    check_constants(upload)
    check_titles(upload, found)
    check_indicators(upload)
    check_pairs(upload)
    check_statements(upload)
    check_foreign_keys(upload)
    check_examples(upload)
    check_duplicates(upload)
    check_offices(upload)
    frame = _frame(upload)
    deadline.check()
    if set(table.key) <= set(upload.values):
        check_sums(upload, frame)
        check_jumps(upload, frame)
        check_mixed_series(upload, frame)
        check_copies(upload, frame)
    deadline.check()
    report.frame = _finish(frame, upload, report)


def _frame(upload: Upload) -> pd.DataFrame:
    """Return the parsed values as a frame: every column of the table, whole numbers nullable."""
    rows = len(upload.lines)
    columns = {}
    for column in upload.table.columns:
        values = upload.values.get(column.name, [None] * rows)
        dtype = "Int64" if column.kind in ("whole", "year") else column.dtype
        columns[column.name] = pd.array(
            [pd.NA if value is None else value for value in values] if dtype == "Int64" else values,
            dtype=dtype,
        )
    return pd.DataFrame(columns)


def _finish(frame: pd.DataFrame, upload: Upload, report: Report) -> pd.DataFrame:
    """Return the frame with the types of the table; in an update, columns not given keep what is in force."""
    optional = [column.name for column in upload.table.columns if not column.required]
    absent = [name for name in optional if name not in upload.cells and name not in upload.table.key]
    if absent and upload.choices.mode == "update":
        key = list(upload.table.key)
        # The whole table: an update may move a row to another region.
        current = upload.current().set_index(key)
        index = pd.MultiIndex.from_frame(frame[key]) if len(key) > 1 else pd.Index(frame[key[0]])
        if index.is_unique and current.index.is_unique:
            for column in absent:
                frame[column] = current[column].reindex(index).to_numpy()
    if upload.flags and "note" in upload.table.names:
        frame["note"] = _with_flags(frame["note"], upload)
    if not upload.problems.errors:
        frame = _without_nothing(frame, upload, report)
    if not upload.problems.errors:
        frame = frame.astype({column.name: column.dtype for column in upload.table.columns})
    return frame


def _with_flags(notes: pd.Series, upload: Upload) -> pd.Series:
    """Return the notes of the rows with what the signs behind their figures mean."""
    told = notes.astype("object").where(notes.notna(), None).tolist()
    for (_column, flag), rows in upload.flags.items():
        for row in rows:
            word = FLAG_NOTES[flag]
            if word not in str(told[row] or ""):
                told[row] = f"{told[row]}; {word}" if told[row] else word
    return pd.Series(told, index=notes.index, dtype="str")


def _without_nothing(frame: pd.DataFrame, upload: Upload, report: Report) -> pd.DataFrame:
    """Leave out the rows whose figure is said not to exist: what is not known is not stored, nor is zero."""
    required = [column.name for column in upload.table.columns if column.required and column.kind == "number"]
    keep = frame[required].notna().all(axis=1) if required else None
    if keep is None or keep.all():
        return frame
    if not keep.any():
        upload.problems.add("no_figures")
        return frame
    report.lines = [line for line, kept in zip(report.lines, keep, strict=True) if kept]
    upload.recognised.rows = len(report.lines)
    return frame[keep].reset_index(drop=True)


__all__ = ["MAX_BYTES", "MAX_ROWS", "Choices", "Problem", "Recognised", "Report", "check"]
