"""Check an upload: read it, say what was recognised, and report every bad cell at once."""

from __future__ import annotations

import logging

import pandas as pd

from data.errors import UnknownTable
from data.reading import MAX_BYTES, MAX_ROWS, Deadline, Grid, Unreadable, read
from data.reading.grid import blank, shown
from data.reading.headings import Heading, find_header, match, recogniser, wrong_unit
from data.schema import TABLES, Column, Table
from data.validation.cells import read_columns
from data.validation.context import Choices, Upload
from data.validation.history import check_indicators, check_jumps, check_mixed_series
from data.validation.keys import check_duplicates, check_examples, check_foreign_keys, check_pairs
from data.validation.regions import check_regions
from data.validation.report import Named, Problem, Problems, Recognised, Report
from data.validation.sums import check_sums

log = logging.getLogger(__name__)


def check(content: bytes, filename: str, table: str, **choices: object) -> Report:
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
        _check(content, TABLES[table], chosen, problems, report)
    except Unreadable as refused:
        problems.add(refused.code, refused.line, **refused.facts)
        report.frame = report.raw = None
        report.lines = []
    except Exception:
        # Whatever a file does to us, the user gets a sentence and the log the reason.
        log.exception("check of an upload for %s failed", table)
        problems.add("unexpected")
        report.frame = report.raw = None
        report.lines = []
    report.found, report.errors = problems.all(), problems.errors
    return report


def _check(content: bytes, table: Table, choices: Choices, problems: Problems, report: Report) -> None:
    deadline = Deadline(choices.seconds)
    grid = read(
        content,
        recogniser(table),
        deadline,
        encoding=choices.encoding,
        separator=choices.separator,
        sheet=choices.sheet,
    )
    recognised = report.recognised
    recognised.kind, recognised.encoding, recognised.separator = grid.kind, grid.encoding, grid.separator
    recognised.sheet, recognised.sheets = grid.sheet, grid.sheets
    for code, line, facts in grid.remarks:
        problems.add(code, line, **facts)
    if not grid.rows:
        raise Unreadable("empty")
    at = find_header(grid, table, choices.header_line)
    recognised.header_line, header = grid.rows[at]
    if at:
        problems.add("lines_above", count=at)
    headings = match(header, table, choices.columns)
    upload = Upload(table, choices, problems, recognised, deadline)
    _take_columns(upload, grid, at, headings)
    recognised.rows = len(upload.lines)
    report.lines = upload.lines
    report.raw = _raw(grid, at, headings)
    if not upload.lines:
        raise Unreadable("no_rows")
    read_columns(upload)
    check_regions(upload)
    check_indicators(upload)
    check_pairs(upload)
    check_foreign_keys(upload)
    check_examples(upload)
    check_duplicates(upload)
    frame = _frame(upload)
    deadline.check()
    if set(table.key) <= set(upload.values):
        check_sums(upload, frame)
        check_jumps(upload, frame)
        check_mixed_series(upload, frame)
    deadline.check()
    report.frame = _finish(frame, upload)


def _take_columns(upload: Upload, grid: Grid, at: int, headings: list[Heading]) -> None:
    """Take the cells of each column, and report what is wrong with headings and the shape of rows."""
    body, problems, recognised = grid.rows[at + 1 :], upload.problems, upload.recognised
    upload.lines = [line for line, _cells in body]
    recognised.columns = {heading.text: heading.column for heading in headings}
    recognised.unknown = tuple(each.text for each in headings if not each.column and not each.is_name)
    for heading in headings:
        if heading.column:
            _take(upload, heading, headings, body)
        elif heading.is_name:
            upload.names[heading.text] = _column(body, heading.position)
        else:
            code = "unknown_column_near" if heading.suggestion else "unknown_column"
            problems.add(code, None, heading.text, near=heading.suggestion)
    _check_missing(upload)
    last = max((heading.position for heading in headings), default=0) + 1
    for line, cells in body:
        if len(cells) > last and not all(map(blank, cells[last:])):
            problems.add("shifted", line, "", shown(cells[last]), count=len(cells), headings=last)
        elif grid.kind == "csv" and len(cells) < last:
            problems.add("short", line, count=len(cells), headings=last)


def _take(upload: Upload, heading: Heading, headings: list[Heading], body: list) -> None:
    column = heading.column
    if column in upload.cells:
        same = ", ".join(each.text for each in headings if each.column == column)
        upload.problems.add("repeated_column", None, heading.text, name=column, headings=same)
        return
    upload.headings[column] = heading
    upload.cells[column] = _column(body, heading.position)
    word = wrong_unit(heading, upload.table)
    if word:
        unit = Named("unit", upload.table[column].unit)
        upload.problems.add("heading_unit", None, heading.text, word=word, unit=unit)


def _column(body: list, position: int) -> list:
    return [cells[position] if position < len(cells) else None for _line, cells in body]


def _check_missing(upload: Upload) -> None:
    """Report the columns the file lacks; names may stand in for region codes when the user says so."""
    table, names = upload.table, next(iter(upload.names), None)
    region = table.region_column
    if region and region not in upload.cells and names is not None and table[region].required:
        if upload.choices.translate_names:
            upload.cells[region] = upload.names.pop(names)
            upload.headings[region] = Heading(0, names, region)
        else:
            upload.problems.add("missing_code", None, "", name=region, names=names)
    absent = [each for each in table.columns if each.name not in upload.cells and _expected(upload, each)]
    upload.recognised.missing = tuple(column.name for column in absent if column.required)
    upload.recognised.missing_optional = tuple(column.name for column in absent if not column.required)
    for column in absent:
        said = column.name == region and names is not None and column.required
        if not said:
            upload.problems.add("missing_column" if column.required else "missing_optional", name=column.name)


def _expected(upload: Upload, column: Column) -> bool:
    """Whether a file without `column` has to be told so: not where nothing would be lost by it."""
    if column.shipped:
        return True
    return upload.choices.mode == "replace" and bool(upload.current()[column.name].notna().any())


def _raw(grid: Grid, at: int, headings: list[Heading]) -> pd.DataFrame:
    """Return the rows as the user wrote them, under the user's headings."""
    body = grid.rows[at + 1 :]
    columns = [[shown(cell) for cell in _column(body, heading.position)] for heading in headings]
    frame = pd.DataFrame(dict(enumerate(columns)), dtype="str")
    frame.columns = [heading.text for heading in headings]
    return frame


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


def _finish(frame: pd.DataFrame, upload: Upload) -> pd.DataFrame:
    """Return the frame with the types of the table; in an update, columns not given keep what is in force."""
    optional = [column.name for column in upload.table.columns if not column.required]
    absent = [name for name in optional if name not in upload.cells]
    if absent and upload.choices.mode == "update":
        key = list(upload.table.key)
        # The whole table: an update may move a row to another region.
        current = upload.current().set_index(key)
        index = pd.MultiIndex.from_frame(frame[key]) if len(key) > 1 else pd.Index(frame[key[0]])
        if index.is_unique and current.index.is_unique:
            for column in absent:
                frame[column] = current[column].reindex(index).to_numpy()
    if not upload.problems.errors:
        frame = frame.astype({column.name: column.dtype for column in upload.table.columns})
    return frame


__all__ = ["MAX_BYTES", "MAX_ROWS", "Choices", "Problem", "Recognised", "Report", "check"]
