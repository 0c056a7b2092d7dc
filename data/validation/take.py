"""Take the cells of each column from the arranged rows, with what is said once for the whole file."""

from __future__ import annotations

import pandas as pd

from data.reading.grid import blank, shown
from data.reading.headings import NAME, PARENT, PROOF, QUARTER, UNIT, Heading, wrong_unit
from data.schema import Column, Table
from data.validation.context import UNFOLDED, Upload
from data.validation.periods import join_periods
from data.validation.report import Named, column_named
from data.validation.shape.arrange import Arranged
from data.validation.unit_said import settle_units


def take_columns(upload: Upload, found: Arranged, kind: str) -> None:
    """Fill cells, names, lines and headings of `upload`; report what is wrong with headings and rows."""
    problems, recognised = upload.problems, upload.recognised
    upload.lines = [line for line, _cells in found.rows]
    upload.origins = found.origins
    _say_once(upload)
    _recognise(upload, found)
    times: list[Heading] = []
    units: list[Heading] = []
    for heading in found.headings:
        if heading.role == NAME:
            upload.names[heading.text] = column_of(found, heading)
        elif heading.role == PARENT:
            upload.parents[heading.text] = column_of(found, heading)
        elif heading.role == PROOF:
            upload.proofs.setdefault(heading.suggestion, {})[heading.text] = column_of(found, heading)
        elif heading.role == QUARTER or heading.column == "period" or _year_of(upload, heading):
            times.append(heading)
        elif heading.role == UNIT:
            units.append(heading)
        elif heading.column:
            _take(upload, heading, found)
    join_periods(upload, times, found)
    _fill_constants(upload)
    for heading in found.wide[0]:
        moved = any(heading.text in texts for texts in found.unfolded.values())
        if heading.column or heading.role or moved or heading.text in found.unmapped:
            continue
        if recognised.unfolded and heading.column in upload.table.names:
            continue
        code = "unknown_column_near" if heading.suggestion else "unknown_column"
        near = column_named(upload.table.name, heading.suggestion) if heading.suggestion else ""
        problems.add(code, None, heading.text, near=near)
    for text, meant in found.unmapped.items():
        named = tuple(Named("indicator", code, coded=True) for code in meant) or "–"
        problems.add("column_unmapped", None, text, near=named)
    settle_units(upload, found, units)
    _check_missing(upload)
    _check_width(upload, found, kind)


def _year_of(upload: Upload, heading: Heading) -> bool:
    return heading.column == "year" and "year" in upload.table.key


def column_of(found: Arranged, heading: Heading) -> list:
    """Return the cells below a heading, one a row."""
    at = heading.position
    return [cells[at] if at < len(cells) else None for _line, cells in found.rows]


def _say_once(upload: Upload) -> None:
    table = upload.table
    for name, value in (upload.choices.constants or {}).items():
        if name not in table.names and name != "unit":
            allowed = ", ".join((*table.names, "unit"))
            upload.problems.add("bad_choice", None, "", "", choice="constants", value=name, allowed=allowed)
        elif not (name == "unit" and agrees_to_unit(table)) and not blank(value):
            upload.constants[name] = str(value)


def agrees_to_unit(table: Table) -> bool:
    """Whether ``unit`` said once agrees to a conversion: where the table, or its indicator, has a unit."""
    return "unit" not in table.names or "indicator" in table.names


def _fill_constants(upload: Upload) -> None:
    """Write what is said once into every row the file has no column for."""
    for name, value in list(upload.constants.items()):
        if name in upload.cells:
            # The file says it itself: what it says has to agree, see :func:`check_constants`.
            del upload.constants[name]
            continue
        upload.cells[name] = [value] * len(upload.lines)
        upload.headings[name] = Heading(0, name, name)


def check_constants(upload: Upload) -> None:
    """Report where the file says otherwise than what was said once for all of it."""
    for name, said in (upload.choices.constants or {}).items():
        # A unit of the whole file is settled row by row, see :mod:`data.validation.unit_said`.
        if name in upload.constants or name not in upload.values or blank(said):
            continue
        if name == "unit" and agrees_to_unit(upload.table):
            continue
        other = [
            row
            for row, value in enumerate(upload.values[name])
            if value is not None and str(value) != str(said) and shown(upload.cells[name][row]) != str(said)
        ]
        if other:
            upload.report("constant_disagrees", other[0], name, said=str(said), count=len(other))


def _recognise(upload: Upload, found: Arranged) -> None:
    recognised, headings = upload.recognised, found.wide[0]
    recognised.header_line = found.header_line
    recognised.columns = {each.text: each.column for each in headings}
    recognised.unfolded, recognised.unmapped = found.unfolded, found.unmapped
    recognised.roles = {each.text: each.role for each in headings if each.role}
    recognised.titles = tuple(text for _line, text in found.titles)
    recognised.notes = tuple(text for _line, text in found.notes)
    moved = {text for texts in found.unfolded.values() for text in texts}
    recognised.unknown = tuple(
        each.text for each in headings if not each.column and not each.role and each.text not in moved
    )
    if found.unfolded:
        columns = len(next(iter(found.unfolded.values())))
        upload.problems.add(
            "unfolded", None, "", "", columns=columns, rows=len(found.rows), absent=found.absent
        )
    if found.notes:
        upload.problems.add("note_lines", found.notes[0][0], "", found.notes[0][1], count=len(found.notes))
    for code, lines in found.left_out.items():
        upload.problems.add(code, lines[0], "", "", count=len(lines))


def _take(upload: Upload, heading: Heading, found: Arranged) -> None:
    column = heading.column
    if column in upload.cells:
        same = ", ".join(each.text for each in found.headings if each.column == column)
        upload.problems.add(
            "repeated_column", None, heading.text, name=column_named(upload.table.name, column), headings=same
        )
        return
    upload.headings[column] = heading
    upload.cells[column] = column_of(found, heading)
    word = wrong_unit(heading, upload.table)
    if word and not (upload.choices.constants or {}).get("unit"):
        unit = Named("unit", upload.table[column].unit)
        upload.problems.add("heading_unit", None, heading.text, word=word, unit=unit)


def _check_missing(upload: Upload) -> None:
    """Report the columns the file lacks; names may stand in for region codes when the user says so."""
    table, names = upload.table, next(iter(upload.names), None)
    region = table.region_column
    if region and region not in upload.cells and names is not None and table[region].required:
        if upload.translates:
            upload.cells[region] = upload.names.pop(names)
            upload.headings[region] = Heading(0, names, region)
        else:
            upload.problems.add("missing_code", None, "", name=column_named(table.name, region), names=names)
    lacking = [
        each for each in table.columns if each.name not in upload.cells | dict.fromkeys(upload.waiting)
    ]
    absent = [each for each in lacking if _expected(upload, each)]
    upload.recognised.missing = tuple(column.name for column in absent if column.required)
    upload.recognised.missing_optional = tuple(column.name for column in absent if not column.required)
    for column in absent:
        if column.name == region and names is not None and column.required:
            continue
        if upload.recognised.unmapped and column.name in ("indicator", "value", "unit"):
            continue  # the columns that were not mapped are reported already
        named = column_named(table.name, column.name)
        proposed = upload.recognised.proposed.get(column.name)
        if column.required and proposed:
            value, where = proposed
            near = Named(column.codes, value) if column.codes else value
            upload.problems.add("missing_proposed", name=named, near=near, where=where)
        else:
            upload.problems.add("missing_column" if column.required else "missing_optional", name=named)


def _expected(upload: Upload, column: Column) -> bool:
    """Whether a file without `column` has to be told so: not where nothing would be lost by it."""
    if column.shipped:
        return True
    return upload.choices.mode == "replace" and bool(upload.current()[column.name].notna().any())


def _check_width(upload: Upload, found: Arranged, kind: str) -> None:
    headings, rows = found.wide
    last = max((heading.position for heading in headings), default=0) + 1
    for line, cells in rows:
        if len(cells) > last and not all(map(blank, cells[last:])):
            upload.problems.add("shifted", line, "", shown(cells[last]), count=len(cells), headings=last)
        elif kind == "csv" and len(cells) < last:
            upload.problems.add("short", line, count=len(cells), headings=last)


def raw_frame(found: Arranged) -> pd.DataFrame:
    """Return the rows as the user wrote them, under the user's headings."""
    headings, rows = found.wide
    columns = [
        [shown(cells[each.position]) if each.position < len(cells) else "" for _line, cells in rows]
        for each in headings
    ]
    frame = pd.DataFrame(dict(enumerate(columns)), dtype="str")
    frame.columns = [each.text.removeprefix(UNFOLDED) for each in headings]
    return frame
