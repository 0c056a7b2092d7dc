"""Read the sheets of an XLSX workbook. Runs in a process of its own, see :mod:`data.reading.apart`."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils.exceptions import InvalidFileException

from data.reading.grid import Cell, EmptyFormula, ExcelError, Percent, blank
from data.reading.limits import HEADER_SEARCHED, MAX_COLUMNS, MAX_ROWS, Unreadable
from data.reading.package import Package, Reader
from data.reading.scanning import Scan, count_elements, scan_sheet

# Everything openpyxl is known to raise on files that only look like workbooks.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    AssertionError,
    OverflowError,
    SyntaxError,  # the XML parser's
)


@dataclass(slots=True)
class Sheet:
    """One sheet as read.

    Attributes
    ----------
    rows
        Line and cells, blank rows left out.
    refused
        Code, line and facts of why it cannot be read; None when it can.
    formulas
        Cells whose value is the stored result of a formula.
    hidden_lines, hidden_columns
        Rows and columns with cells that the workbook does not show.
    """

    name: str
    hidden: bool = False
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    refused: tuple[str, int | None, dict[str, object]] | None = None
    formulas: int = 0
    hidden_lines: int = 0
    hidden_columns: int = 0
    filtered: bool = False


def read_sheets(content: bytes, check: Callable[[], None], only: str | None = None) -> list[Sheet]:
    """Return every sheet of a workbook; `only` one of them with its rows where one is named.

    Raises
    ------
    Unreadable
        If it is no workbook, damaged, too large, or takes too long. What makes a single sheet unreadable
        stands with that sheet.
    """
    try:
        package = Reader(content, check).read()
        if not package.sheets:
            raise Unreadable("no_sheet")
        if package.strings:
            count_elements(package.strings, check, "si")
        if package.styles:
            count_elements(package.styles, check)
        with warnings.catch_warnings():
            # Styles and extensions we do not read.
            warnings.filterwarnings("ignore", module="openpyxl")
            return _read(package, check, only)
    except DAMAGED as wrong:
        raise Unreadable("damaged", detail=type(wrong).__name__) from None


def _read(package: Package, check: Callable[[], None], only: str | None) -> list[Sheet]:
    scans: list[Scan | Unreadable] = []
    for part in package.sheets:
        try:
            scans.append(scan_sheet(part.content, check) if only in (None, part.name) else Scan())
        except Unreadable as refused:
            if len(package.sheets) == 1:
                raise
            scans.append(refused)
            part.content = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>"
    book = load_workbook(io.BytesIO(package.archive()), read_only=True, data_only=True, keep_links=False)
    try:
        answer = []
        for part, scan, page in zip(package.sheets, scans, book.worksheets, strict=True):
            sheet = Sheet(part.name, part.hidden)
            if isinstance(scan, Unreadable):
                sheet.refused = (scan.code, scan.line, scan.facts)
            elif only in (None, part.name):
                _read_sheet(sheet, page, scan, package.calculated, check)
            answer.append(sheet)
        return answer
    finally:
        book.close()


def _read_sheet(sheet: Sheet, page, scan: Scan, trusted: bool, check: Callable[[], None]) -> None:
    # What the file says of its own size is not believed: it may claim a million rows or leave out some.
    page.reset_dimensions()
    gap, results = None, []
    try:
        for line, cells in enumerate(page.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
            if line % 500 == 0:
                check()
            # Rows the file leaves out come as one and the same row of nothing: a million of them cost little.
            if cells is gap:
                continue
            if all(cell is EMPTY_CELL for cell in cells):
                gap = cells
                continue
            values = [_value(cell) for cell in cells]
            if scan.formulas:
                results += _results(values, line, scan)
            _add_row(sheet, line, values)
    except Unreadable as refused:
        sheet.refused = (refused.code, refused.line, refused.facts)
        sheet.rows = []
        return
    sheet.formulas = len(results)
    _doubt_zeros(results, trusted)
    lines = {line for line, _cells in sheet.rows}
    sheet.merged = [span for span in scan.merged if span[0] in lines]
    sheet.hidden_lines = len(lines & scan.hidden_rows)
    width = max((len(cells) for _line, cells in sheet.rows), default=0)
    sheet.hidden_columns = sum(at < width for at in scan.hidden_columns)
    sheet.filtered = scan.filtered and bool(sheet.hidden_lines)


def _results(values: list[Cell], line: int, scan: Scan) -> list[tuple[list[Cell], int]]:
    """Return the cells of a row that hold the result of a formula; one without a result is marked."""
    found = [at for at in range(len(values)) if (line, at) in scan.formulas]
    for at in found:
        if values[at] is None:
            values[at] = EmptyFormula()
    return [(values, at) for at in found]


def _doubt_zeros(results: list[tuple[list[Cell], int]], trusted: bool) -> None:
    """Take a 0 for no result where the formulas were never calculated.

    Programs that cannot calculate write 0 for every formula, and leave the work to Excel.
    """
    given = [(values, at) for values, at in results if at < len(values)]
    zeros = [(values, at) for values, at in given if type(values[at]) in (int, float) and values[at] == 0]
    worked = any(not isinstance(values[at], EmptyFormula) and values[at] != 0 for values, at in given)
    if zeros and not (trusted and worked):
        for values, at in zeros:
            values[at] = EmptyFormula()


def _add_row(sheet: Sheet, line: int, values: list[Cell]) -> None:
    if all(map(blank, values)) and not any(isinstance(value, EmptyFormula) for value in values):
        return
    if len(values) > MAX_COLUMNS and not blank(values[MAX_COLUMNS]):
        raise Unreadable("too_many_columns", line, most=MAX_COLUMNS)
    while blank(values[-1]):
        values.pop()
    sheet.rows.append((line, values))
    if len(sheet.rows) > MAX_ROWS + HEADER_SEARCHED:
        raise Unreadable("too_many_rows", most=MAX_ROWS)


def _value(cell) -> Cell:
    value = cell.value
    if value is None or isinstance(value, bool | str | int | datetime | date | time | timedelta):
        if getattr(cell, "data_type", "") == "e":
            return ExcelError(str(value))
        if isinstance(value, int) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
            return Percent(value)
        return value
    if isinstance(value, float):
        if "%" in (cell.number_format or ""):
            return Percent(value)
        # Excel keeps 15 digits; what lies beyond is an artefact of binary fractions (0.1 + 0.2).
        value = float(f"{value:.15g}")
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return str(value)
