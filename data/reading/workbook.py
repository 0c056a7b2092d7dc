"""Read XLSX workbooks, measured before they are expanded."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from datetime import date, datetime, time, timedelta

from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils.exceptions import InvalidFileException

from data.reading.grid import Cell, EmptyFormula, ExcelError, Grid, Percent, blank
from data.reading.limits import (
    HEADER_SEARCHED,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_EXPANDED,
    MAX_EXPANDED_REST,
    MAX_PARTS,
    MAX_ROWS,
    Deadline,
    Unreadable,
)

CELL = re.compile(rb"<(?:\w+:)?(?:c|si)[\s>/]")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
FULL_CALC = re.compile(rb"fullCalcOnLoad\s*=\s*[\"'](?:1|true)")
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
CHUNK = 1 << 18
LARGE = re.compile(r"xl/(worksheets/[^/]+\.xml|sharedStrings\.xml)", re.IGNORECASE)
# Everything openpyxl is known to raise on files that only look like workbooks.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
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


def measure(content: bytes, deadline: Deadline) -> bool:
    """Refuse a workbook that is none, or that would not stay small; return whether it holds formulas.

    Parts are expanded piece by piece and counted, nothing is kept. Declared sizes are checked first.

    Raises
    ------
    Unreadable
        With the reason.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        names = {part.filename.lower() for part in parts}
        if "xl/workbook.xml" not in names:
            raise Unreadable("open_document" if "mimetype" in names else "not_a_workbook")
        large = [part for part in parts if LARGE.fullmatch(part.filename)]
        rest = [part for part in parts if not LARGE.fullmatch(part.filename)]
        if (
            len(parts) > MAX_PARTS
            or sum(part.file_size for part in large) > MAX_EXPANDED
            or sum(part.file_size for part in rest if part.filename.lower().endswith((".xml", ".rels")))
            > MAX_EXPANDED_REST
        ):
            raise Unreadable("expands", most=MAX_EXPANDED // 1024 // 1024)
        cells, formulas = 0, False
        for part in parts:
            if not part.filename.lower().endswith((".xml", ".rels")):
                continue
            with archive.open(part) as stream:
                tail, total = b"", 0
                while chunk := stream.read(CHUNK):
                    deadline.check()
                    total += len(chunk)
                    piece = tail + chunk
                    if (
                        not total - len(chunk) and chunk[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
                    ) or (ENTITIES.search(piece)):
                        raise Unreadable("entities")
                    cells += _count(piece) - _count(tail)
                    formulas = formulas or bool(FORMULA.search(piece))
                    if cells > MAX_CELLS:
                        raise Unreadable("too_many_cells", most=MAX_CELLS)
                    tail = piece[-16:]
    return formulas


def _count(piece: bytes) -> int:
    return sum(1 for _found in CELL.finditer(piece))


def read_workbook(content: bytes, deadline: Deadline, sheet: str | None = None) -> Grid:
    """Read one sheet of an XLSX workbook, the first unless one is named.

    Raises
    ------
    Unreadable
        If it is no workbook, damaged, too large, or takes too long.
    """
    try:
        formulas = measure(content, deadline)
        with warnings.catch_warnings():
            # Styles and extensions we do not read.
            warnings.filterwarnings("ignore", module="openpyxl")
            return _read(content, deadline, sheet, formulas)
    except DAMAGED as wrong:
        raise Unreadable("damaged", detail=type(wrong).__name__) from None


def _read(content: bytes, deadline: Deadline, sheet: str | None, formulas: bool) -> Grid:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    texts = load_workbook(io.BytesIO(content), read_only=True, keep_links=False) if formulas else None
    try:
        names = tuple(each.title for each in book.worksheets)
        if not names:
            raise Unreadable("no_sheet")
        if sheet is not None and sheet not in names:
            raise Unreadable("unknown_sheet", sheet=sheet, allowed=", ".join(names))
        chosen = names[0] if sheet is None else sheet
        grid = Grid("xlsx", [], sheet=chosen, sheets=names)
        rows = _rows(book[chosen])
        sources = _rows(texts[chosen]) if texts else None
        used, gap = 0, None
        zeros: list[tuple[list[Cell], int]] = []
        calculated = False
        for line, cells in enumerate(rows, start=1):
            if line % 500 == 0:
                deadline.check()
            formula = [_is_formula(cell) for cell in next(sources)] if sources is not None else []
            # Rows the file leaves out come as one and the same row of nothing: a million of them cost little.
            if cells is gap:
                continue
            if all(cell is EMPTY_CELL for cell in cells):
                gap = cells
                continue
            used += sum(formula)
            _add_row(grid, line, cells, formula)
            if sum(formula) and grid.rows and grid.rows[-1][0] == line:
                values = grid.rows[-1][1]
                results = [at for at, has in enumerate(formula[: len(values)]) if has]
                zeros += [
                    (values, at) for at in results if values[at] == 0 and not isinstance(values[at], bool)
                ]
                calculated = calculated or any(
                    values[at] != 0 and not isinstance(values[at], EmptyFormula) for at in results
                )
        # Programs that cannot calculate write 0 for every formula, and leave the work to Excel.
        if zeros and (not calculated or FULL_CALC.search(_workbook_part(content))):
            for values, at in zeros:
                values[at] = EmptyFormula()
        if used:
            grid.remark("formulas", count=used)
        return grid
    finally:
        book.close()
        if texts:
            texts.close()


def _workbook_part(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = next(each for each in archive.namelist() if each.lower() == "xl/workbook.xml")
        return archive.read(name)


def _add_row(grid: Grid, line: int, cells: tuple, formula: list[bool]) -> None:
    values = [_value(cell) for cell in cells]
    for at, has in enumerate(formula[: len(values)]):
        if has and values[at] is None:
            values[at] = EmptyFormula()
    if all(map(blank, values)):
        return
    if len(values) > MAX_COLUMNS and not blank(values[MAX_COLUMNS]):
        raise Unreadable("too_many_columns", line, most=MAX_COLUMNS)
    while blank(values[-1]):
        values.pop()
    grid.rows.append((line, values))
    if len(grid.rows) > MAX_ROWS + HEADER_SEARCHED:
        raise Unreadable("too_many_rows", most=MAX_ROWS)


def _rows(sheet):
    # What the file says of its own size is not believed: it may claim a million rows or leave out some.
    sheet.reset_dimensions()
    return sheet.iter_rows(max_col=MAX_COLUMNS + 1)


def _is_formula(cell) -> bool:
    return getattr(cell, "data_type", "") == "f"


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
