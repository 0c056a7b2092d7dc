"""Bring the rows of a file into the long form of a table: one row a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from data.reading.grid import Cell, EmptyFormula, ExcelError, Grid, Percent, blank, shown
from data.reading.headings import QUARTER as QUARTER_ROLE
from data.reading.headings import Heading
from data.reading.labels import OTHER_TOTALS, is_part, normal, read_label
from data.reading.limits import MAX_ROWS, Deadline, Unreadable
from data.reading.numbers import NOTHING, tidy
from data.reading.titles import NOTE
from data.schema import Table
from data.validation.shape import members as shape_members
from data.validation.shape.headers import Header, find_header, is_index, stacked_members
from data.validation.shape.roles import take_roles

Row = tuple[int, list[Cell]]
# Dimensions, and the columns that are members of them.
Spread = tuple[tuple[str, ...], list[tuple[Heading, dict[str, str]]]]
TOTAL_ROW = re.compile(r"^(?:jumlah|total|grand total|jumlah total|rata rata|average|sum)\b")


@dataclass(slots=True)
class Arranged:
    """A file in the long form.

    Attributes
    ----------
    header_line
        Line of the headings, the last where there are several.
    headings
        What each column of `rows` is.
    rows
        Line of the file and cells; a row of a wide table stands here once for each of its figures.
    origins
        For an unfolded table: the heading each row's figure stood under.
    titles, notes
        Lines above the headings and below the figures that are texts.
    unfolded
        Dimension -> the headings it was unfolded from; empty for a long table.
    unmapped
        Columns of figures whose heading names no member for sure -> the members it may mean.
    absent
        Cells without a figure that were left out: nothing recorded.
    left_out
        Why a row was left out -> its lines.
    wide
        The rows as they stand in the file, and their headings.
    """

    header_line: int
    headings: list[Heading]
    rows: list[Row]
    origins: list[str] | None = None
    titles: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    unfolded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unmapped: dict[str, tuple[str, ...]] = field(default_factory=dict)
    absent: int = 0
    left_out: dict[str, list[int]] = field(default_factory=dict)
    wide: tuple[list[Heading], list[Row]] = field(default_factory=lambda: ([], []))


def arrange(
    grid: Grid,
    table: Table,
    deadline: Deadline,
    *,
    header_line: int | None = None,
    chosen: dict[str, str] | None = None,
    said: frozenset[str] = frozenset(),
    mended: dict[tuple[int, str], str] | None = None,
) -> Arranged:
    """Return a grid in the long form of `table`.

    Parameters
    ----------
    header_line
        Line of the headings as the user says; None: found out.
    chosen
        What the user says of headings: heading -> column, ``""``, or member of a dimension.
    said
        Columns said once for the whole file: nothing is unfolded into them.
    mended
        Cells corrected after reading: (line, heading) -> what stands there now.

    Raises
    ------
    Unreadable
        If there are no headings, or the unfolded table is too long.
    """
    header = find_header(grid, table, header_line)
    above = grid.rows[: header.top]
    body = grid.rows[header.bottom + 1 :]
    if body and is_index(body[0][1]):
        body = body[1:]
    headings = take_roles(header, body, table, chosen)
    found = Arranged(grid.rows[header.bottom][0], headings, body)
    found.titles = [(line, _joined(cells)) for line, cells in above]
    _take_notes(found, len(header.levels))
    _fill_merged(grid, found, table)
    if mended:
        _mend(found, mended)
    found.wide = (headings, found.rows)
    if shape_members.value_column(table):
        _unfold(found, header, table, chosen or {}, said=said, deadline=deadline)
    _leave_out(found, table)
    return found


def _mend(found: Arranged, mended: dict[tuple[int, str], str]) -> None:
    positions = {each.text: each.position for each in found.headings}
    by_line: dict[int, dict[int, str]] = {}
    for (line, text), value in mended.items():
        if text in positions:
            by_line.setdefault(line, {})[positions[text]] = value
    rows = []
    for line, cells in found.rows:
        if line in by_line:
            now = [*cells, *[None] * (max(by_line[line]) + 1 - len(cells))]
            for at, value in by_line[line].items():
                now[at] = value
            rows.append((line, now))
        else:
            rows.append((line, cells))
    found.rows = rows


def _joined(cells: list[Cell]) -> str:
    return " ".join(dict.fromkeys(shown(cell).strip() for cell in cells if not blank(cell)))[:400]


def _take_notes(found: Arranged, width: int) -> None:
    """Take the lines under the figures that are notes: one text, alone on its line."""
    rows = found.rows
    last = len(rows)
    while last:
        line, cells = rows[last - 1]
        given = [cell for cell in cells if not blank(cell)]
        first = given[0] if given and isinstance(given[0], str) else ""
        text = first.strip() if len(given) == 1 and width > 1 else ""
        is_note = NOTE.match(text) or (text.count(" ") >= 2 and not re.match(r"\d", text))
        if not is_note and not (NOTE.match(first) and len(given) <= 2):
            break
        found.notes.insert(0, (line, _joined(cells)))
        last -= 1
    if last:
        found.rows = rows[:last]
    else:
        found.notes = []


def _fill_merged(grid: Grid, found: Arranged, table: Table) -> None:
    """Write into every row a merged cell covers what it says; figures are never repeated."""
    if not grid.merged:
        return
    figures = {column.name for column in table.columns if column.kind in ("number", "whole")}
    keys = {
        each.position for each in found.headings if each.column not in figures and (each.column or each.role)
    }
    at_line = {line: at for at, (line, _cells) in enumerate(found.rows)}
    for top, left, bottom, _right in grid.merged:
        if bottom == top or left not in keys or top not in at_line or bottom - top > len(found.rows):
            continue
        source = found.rows[at_line[top]][1]
        value = source[left] if left < len(source) else None
        for line in range(top + 1, bottom + 1):
            if line in at_line:
                cells = found.rows[at_line[line]][1]
                cells.extend([None] * (left + 1 - len(cells)))
                if blank(cells[left]):
                    cells[left] = value


def _leave_out(found: Arranged, table: Table) -> None:
    """Leave out rows that are no figures of ours: parts of sectors, GRDP without oil, sums over regions."""
    listed = [(each.position, table[each.column].codes) for each in found.headings if each.column == "sector"]
    region = next(
        (each.position for each in found.headings if each.column == table.region_column or each.is_name), None
    )
    lettered = listed and any(
        (label := read_label("sector", shown(cells[listed[0][0]]))) and label.told == "coded"
        for _line, cells in found.rows[:200]
        if listed[0][0] < len(cells)
    )
    kept, origins = [], []
    for at, (line, cells) in enumerate(found.rows):
        why = ""
        for position, _kind in listed:
            text = shown(cells[position]) if position < len(cells) else ""
            if OTHER_TOTALS.search(normal(text)):
                why = "other_total"
            elif lettered and is_part(text) and read_label("sector", text) is None:
                why = "part_row"
        if region is not None and region < len(cells) and TOTAL_ROW.match(normal(shown(cells[region]))):
            why = "total_row"
        if why:
            found.left_out.setdefault(why, []).append(line)
            continue
        kept.append((line, cells))
        if found.origins is not None:
            origins.append(found.origins[at])
    if found.left_out:
        found.rows = kept
        found.origins = origins if found.origins is not None else None


def figure_like(cell: Cell) -> bool:
    """Whether a cell holds a figure, or a sign that there is none."""
    if isinstance(cell, bool):
        return False
    if isinstance(cell, int | float | Percent | EmptyFormula | ExcelError):
        return True
    if isinstance(cell, str):
        text = tidy(cell)
        return text in NOTHING or bool(re.fullmatch(r"[+\-(]?[\d.,\s]*\d[\d.,\s%)]*", text))
    return False


def _unfold(
    found: Arranged,
    header: Header,
    table: Table,
    chosen: dict[str, str],
    *,
    said: frozenset[str],
    deadline: Deadline,
) -> None:
    """Turn columns that are members of a dimension into rows, where the file has such columns."""
    value = shape_members.value_column(table)
    taken = {each.column for each in found.headings if each.column and each.column != value} | said
    given = {*taken, *(["quarter"] if any(each.role == QUARTER_ROLE for each in found.headings) else [])}
    groups: dict[tuple[str, ...], list[tuple[Heading, dict[str, str]]]] = {}
    stated = [each for each in found.headings if each.column == value]
    for each in found.headings:
        if (each.column and each.column != value) or each.role in ("quarter", "unit", "proof"):
            continue
        if each.text in chosen and (chosen[each.text] == "" or chosen[each.text] in table.names):
            continue
        members = _members(each, header, table, chosen)
        members = {name: member for name, member in members.items() if name not in given}
        if members:
            groups.setdefault(tuple(sorted(members)), []).append((each, members))
    # A column is not left out for its bad cells while those beside it are read: they are named one by one.
    groups = {
        dims: columns
        for dims, columns in groups.items()
        if 2 * sum(_holds_figures(found.rows, each.position) for each, _members in columns) >= len(columns)
    }
    if not groups:
        if not stated:
            _look_for_unmapped(found, table, given, chosen, None)
        if not stated and not found.unmapped:
            _take_figures(found, header, table, value)
        return
    dims = max(groups, key=lambda key: (len(groups[key]), len(key)))
    columns = groups[dims]
    if len(columns) < 2 and stated and stated[0] not in [each for each, _m in columns]:
        return
    if stated and len(columns) == 1 and columns[0][0].column == value and dims != ("price_basis",):
        return  # a plain heading of figures, e.g. "PDRB"
    if stated and len(columns) == 1 and dims == ("price_basis",) and "price_basis" in given:
        return
    _look_for_unmapped(found, table, given, chosen, (dims, columns))
    _spread(found, value, dims, columns, deadline)


def _take_figures(found: Arranged, header: Header, table: Table, value: str) -> None:
    """Take the one column of figures whose heading says no more than that: ``PDRB ADHB``, ``Nilai PDRB``."""
    free = [
        each
        for each in found.headings
        if not each.column
        and not each.role
        and _holds_figures(found.rows, each.position)
        and (
            stacked_members(header.levels[each.position], table)
            or not shape_members.NEUTRAL.sub(
                " ", normal(shape_members.UNIT_IN_TEXT.sub(" ", each.text))
            ).strip()
        )
    ]
    if len(free) == 1:
        found.headings = [replace(each, column=value) if each is free[0] else each for each in found.headings]
        found.titles.append((found.header_line, free[0].text))


def _members(heading: Heading, header: Header, table: Table, chosen: dict[str, str]) -> dict[str, str]:
    word = chosen.get(heading.text, "")
    if word:
        word = word.rpartition("=")[2].rpartition(":")[2]
        for name in shape_members.dimensions(table):
            if table[name].codes and (label := read_label(table[name].codes, word)) and label.told == "code":
                return {name: label.code}
    return stacked_members(header.levels[heading.position], table)


def _holds_figures(rows: list[Row], position: int) -> bool:
    cells = [
        cells[position] for _line, cells in rows[:300] if position < len(cells) and not blank(cells[position])
    ]
    given = [cell for cell in cells if not (isinstance(cell, str) and tidy(cell) in NOTHING)]
    return not given or 2 * sum(map(figure_like, given)) > len(given)


def _look_for_unmapped(
    found: Arranged, table: Table, given: set[str], chosen: dict[str, str], unfolded: Spread | None
) -> None:
    """Note the columns of figures of a table of indicators whose heading is no one indicator's."""
    if table.name != "indicators" or "indicator" in given:
        return
    if unfolded and "indicator" not in unfolded[0]:
        return
    spread = {each.position for each, _members in unfolded[1]} if unfolded else set()
    for each in found.headings:
        free = not each.column and not each.role and each.position not in spread and each.text not in chosen
        if free and _holds_figures(found.rows, each.position):
            label = read_label("indicator", each.text)
            found.unmapped[each.text] = label.others if label else ()
    if not unfolded and not any(found.unmapped.values()):
        found.unmapped = {}


def _spread(
    found: Arranged,
    value: str,
    dims: tuple[str, ...],
    columns: list[tuple[Heading, dict[str, str]]],
    deadline: Deadline,
) -> None:
    moved = {each.position for each, _members in columns}
    fixed = [each for each in found.headings if each.position not in moved and each.column != value]
    width = len(fixed)
    headings = [replace(each, position=at) for at, each in enumerate(fixed)]
    for at, name in enumerate(dims):
        role = QUARTER_ROLE if name == shape_members.QUARTER else ""
        headings.append(Heading(width + at, f"↔ {name}", "" if role else name, role=role))
    headings.append(Heading(width + len(dims), f"↔ {value}", value))
    parts = [([members[name] for name in dims], each.position, each.text) for each, members in columns]
    rows: list[Row] = []
    origins: list[str] = []
    for line, cells in found.rows:
        length = len(cells)
        base = [cells[each.position] if each.position < length else None for each in fixed]
        if not any(
            each.column or each.role for each, cell in zip(fixed, base, strict=True) if not blank(cell)
        ):
            if not any(position < length and not blank(cells[position]) for _m, position, _t in parts):
                continue
        for members, position, text in parts:
            cell = cells[position] if position < length else None
            if blank(cell) or (isinstance(cell, str) and tidy(cell) in NOTHING):
                found.absent += 1
                continue
            rows.append((line, [*base, *members, cell]))
            origins.append(text)
        if len(rows) > MAX_ROWS:
            raise Unreadable("too_many_rows", most=MAX_ROWS)
        if len(rows) % 1000 < len(parts):
            deadline.check()
    for name in dims:
        names = [each.text for each, _members in columns]
        found.unfolded[name] = tuple(dict.fromkeys(names))
    found.headings, found.rows, found.origins = headings, rows, origins
