"""Read the cells of each column as the schema says, and report each that cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from data.quality import offices
from data.quality.completeness import moment
from data.reading.flags import split_flags
from data.reading.grid import EmptyFormula, ExcelError, blank, shown
from data.reading.limits import MAX_TEXT
from data.reading.moments import month_first, read_date, read_period, read_year, stamped_years
from data.reading.numbers import NOTHING, Marks, find_marks, read_number, votes
from data.schema import Column
from data.validation.context import Upload
from data.validation.lists import code_text, read_code
from data.validation.shape.members import value_column

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# Put before text by our own exports so that a spreadsheet does not run it; taken off again here.
NEUTRALISED = re.compile(r"'(?=[=+\-@\t\r])")
FLAGGED = ("number", "whole", "year", "period")
Reading = tuple[Any, str, dict[str, Any]]


def text_of(cell: object) -> str:
    """Return the text of a cell: blanks around it gone, line ends unified, a neutralising apostrophe off."""
    text = shown(cell).replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").strip()
    return NEUTRALISED.sub("", text, count=1) if text.startswith("'") else text


def read_columns(upload: Upload) -> None:
    """Fill ``upload.values``; every cell that cannot be read is reported and left missing."""
    numeric = [column for column in upload.table.columns if column.kind in ("number", "whole")]
    counted = {column.name: votes(upload.cells.get(column.name, ())) for column in numeric}
    for column in upload.table.columns:
        if column.name not in upload.cells:
            continue
        upload.deadline.check()
        cells = upload.cells[column.name]
        elsewhere = {
            mark: sum(each[mark] for name, each in counted.items() if name != column.name) for mark in ",."
        }
        reader = _reader(upload, column, cells, elsewhere)
        factors = upload.factors if column.name == value_column(upload.table) else None
        known: dict[tuple[type, object, float], Reading] = {}
        labels: dict[str, str] = {}
        values: list[object] = []
        for row, cell in enumerate(cells):
            times = factors[row] if factors else 1.0
            key = (type(cell), cell, times)
            if key not in known:
                known[key] = _read(column, cell, reader, times)
            value, code, facts = known[key]
            if code == "coded_label" or (code == "label_translated" and upload.origins is not None):
                labels[shown(cell)] = facts["near"]
            elif code:
                upload.report(code, row, column.name, **facts)
            if column.kind in FLAGGED and isinstance(cell, str) and value is not None:
                for flag in split_flags(cell.strip())[1]:
                    upload.flags.setdefault((column.name, flag), []).append(row)
            values.append(value)
        upload.values[column.name] = values
        if labels:
            text, near = next(iter(labels.items()))
            heading, example = upload.heading(column.name), f"{text.splitlines()[0][:60]} → {near}"
            upload.problems.add("labels_read", None, heading, "", count=len(labels), example=example)
    _tell_flags(upload)


def _tell_flags(upload: Upload) -> None:
    """Say once for each column what its signs mean."""
    for (column, flag), rows in upload.flags.items():
        first = upload.cells[column][rows[0]]
        upload.problems.add(f"flag_{flag}", None, upload.heading(column, rows[0]), first, count=len(rows))


def _read(column: Column, cell: object, reader: Callable[..., Reading], times: float = 1.0) -> Reading:
    if isinstance(cell, ExcelError):
        return None, "excel_error", {}
    if isinstance(cell, EmptyFormula):
        return None, "empty_formula", {}
    if isinstance(cell, str):
        if CONTROL.search(cell):
            return None, "control", {}
        longest = column.longest if column.dtype == "str" else MAX_TEXT
        if len(cell) > longest and len(text_of(cell)) > longest:
            return None, "too_long", {"most": longest}
    if blank(cell):
        return None, "required" if column.required else "", {}
    value, code, facts = reader(cell) if times == 1.0 else reader(cell, times)
    if code == "nothing_mark" and not column.required:
        code = "nothing_mark_optional"
    if value is None and not code and column.required:
        code = "required"
    return value, code, facts


def _reader(upload: Upload, column: Column, cells: Sequence[object], elsewhere: dict[str, int]):
    """Return the function that reads one cell of `column`."""
    if column.kind in ("number", "whole"):
        return _number_reader(upload, column, cells, elsewhere)
    if column.kind in ("year", "period"):
        read, stamped = (read_year if column.kind == "year" else read_period), stamped_years(cells)
        return lambda cell: _checked_year(
            column, *read(split_flags(cell.strip())[0] if isinstance(cell, str) else cell, stamped)
        )
    if column.kind == "date":
        turned = month_first(cells)
        return lambda cell: _date(column, cell, turned)
    if column.kind == "code" and (column.codes or column.pattern) and not column.refers.startswith("regions"):
        translates = upload.translates or column.name in upload.constants
        return lambda cell: read_code(column, cell, translates, upload.choices.restore_zeros)
    if column.kind == "code":
        return lambda cell: (code_text(cell) or None, "", {})
    return lambda cell: _text(column, text_of(cell))


def _text(column: Column, text: str) -> Reading:
    if text and column.pattern and not re.fullmatch(column.pattern, text):
        return None, "form", {"example": column.example or column.pattern}
    return text or None, "", {}


def _number_reader(upload: Upload, column: Column, cells: Sequence[object], elsewhere: dict[str, int]):
    chosen = upload.choices.decimal_of(column.name)
    marks = find_marks(cells, elsewhere, upload.recognised.separator, chosen)
    upload.recognised.decimal[column.name] = marks.decimal
    upload.recognised.evidence[column.name] = marks.evidence
    if marks.ambiguous:
        upload.recognised.ambiguous += (column.name,)
        reading, _code, _facts = read_number(marks.example, marks)
        upload.problems.add(
            "ambiguous",
            None,
            upload.heading(column.name),
            marks.example,
            example=marks.example,
            reading=reading,
        )
    return lambda cell, times=1.0: _number(column, cell, marks, times)


def _number(column: Column, cell: object, marks: Marks, times: float) -> Reading:
    value, code, facts = read_number(cell, marks)
    if value is None:
        return value, code, facts
    if times != 1.0:
        value = float(f"{value * times:.15g}")
    if column.kind == "whole":
        if float(value) != int(value):
            return None, "not_whole", {}
        value = int(value)
        if abs(value) > 2**53:  # beyond it a spreadsheet has already lost digits
            return None, "not_number", {}
    else:
        value = float(value)
    if code == "percent" and column.unit and column.unit != "persen":
        return None, "percent_unit", {"unit": column.unit}
    if code in ("percent", "scientific"):
        facts = {"reading": value}
    if not code:
        return _bounded(column, value)
    checked, wrong, bound = _bounded(column, value)
    return (checked, wrong, bound) if checked is None else (value, code, facts)


def _bounded(column: Column, value: float) -> Reading:
    """Return the value, or None where it is impossible; out of the plausible range it is a warning."""
    return within(value, column.least, column.most, column.low, column.high)


def within(value, least, most, low, high) -> Reading:
    """Check a value against its possible and its plausible range."""
    if least is not None and value < least:
        return None, "impossible_low", {"bound": least}
    if most is not None and value > most:
        return None, "impossible_high", {"bound": most}
    if low is not None and value < low:
        return value, "low", {"bound": low}
    if high is not None and value > high:
        return value, "high", {"bound": high}
    return value, "", {}


def _checked_year(column: Column, value: object, code: str) -> Reading:
    if value is None:
        return None, code, {}
    if code:
        return value, code, {"reading": str(value)}
    year = int(str(value)[:4])
    _value, wrong, facts = within(year, column.least or 1900, column.most or 2100, column.low, column.high)
    if wrong.startswith("impossible"):
        return None, wrong, {"bound": str(int(facts["bound"]))}
    today = date.today()
    # A wage or a budget is set ahead of its year; a quarter's output is not known before its end.
    over = year > today.year or ("Q" in str(value) and moment(value) > today.year + today.month / 12 + 1e-9)
    if over:
        return value, "future", {}
    return value, wrong, {"bound": str(int(facts["bound"]))} if wrong else {}


def _date(column: Column, cell: object, turned: bool | None) -> Reading:
    if isinstance(cell, str) and cell.strip().lower() in NOTHING:
        return None, "nothing_mark", {}
    value, code = read_date(cell, turned)
    if value is None or code:
        return value, code, {"reading": value} if value else {}
    _value, wrong, facts = within(int(str(value)[:4]), column.least, column.most, column.low, column.high)
    return value, wrong, {"bound": str(int(facts["bound"]))} if wrong else {}


def check_offices(upload: Upload) -> None:
    """Report every cell of the directory that looks like a private person's; other tables are left alone."""
    if upload.table.name != offices.TABLE:
        return
    for column in upload.table.columns:
        if column.kind != "text":
            continue
        for row, text in enumerate(upload.values.get(column.name, ())):
            for code, facts in offices.problems(column.name, text) if isinstance(text, str) else ():
                upload.report(code, row, column.name, **facts)
