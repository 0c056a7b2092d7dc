"""Find the lines that hold the headings of a table: one, two or three, with merged cells filled."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from data.reading.grid import Cell, Grid, blank, shown
from data.reading.headings import NAMES, known_headings, plain, recogniser, without_unit
from data.reading.limits import HEADER_SEARCHED, MAX_COLUMNS, Unreadable
from data.reading.moments import NUMERIC
from data.schema import Table
from data.validation.shape.members import dimensions, members_of, value_column

MOST_LINES = 3
WHOLE_YEAR = frozenset(("jumlah", "total", "tahunan", "setahun", "annual", "tahun", "year", "tahun/year"))
INDEX = re.compile(r"\(?\s*\d{1,2}\s*\)?")
BETWEEN_LEVELS = " · "


@dataclass(frozen=True, slots=True)
class Header:
    """The lines of the headings: positions among the rows, and the cells above each column, from above."""

    top: int
    bottom: int
    levels: list[list[Cell]]

    @property
    def texts(self) -> list[str]:
        """One text a column: its levels, each once."""
        return [
            BETWEEN_LEVELS.join(dict.fromkeys(shown(cell).strip() for cell in each)) for each in self.levels
        ]


def lookup(known: dict[str, str], cells: list[Cell]) -> str:
    """Return the column of a table that the cells above a column name; empty when none."""
    texts = [shown(cell) for cell in cells if isinstance(cell, str)]
    for text in [*texts, " ".join(texts)]:
        word = plain(text)
        found = known.get(word) or known.get(without_unit(word))
        if found:
            return found
        lines = [plain(line) for line in re.split(r"[\n]|\s/\s", text) if line.strip()]
        if len(lines) > 1 and (known.get(lines[0]) or known.get(without_unit(lines[0]))):
            return known.get(lines[0]) or known[without_unit(lines[0])]
    return ""


def names_region(cells: list[Cell]) -> bool:
    """Whether a heading says that names of regions stand below."""
    for cell in cells:
        if isinstance(cell, str) and ({plain(cell), plain(cell.split("\n")[0])} & NAMES):
            return True
    return False


def is_index(cells: list[Cell]) -> bool:
    """Whether a row only counts the columns: ``(1) (2) (3)``."""
    given = [shown(cell).strip() for cell in cells if not blank(cell)]
    if len(given) < 2 or not all(INDEX.fullmatch(text) for text in given):
        return False
    numbers = [int(re.sub(r"\D", "", text)) for text in given]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] in (0, 1, 2)


def find_header(grid: Grid, table: Table, line: int | None = None) -> Header:
    """Return the headings of a table in a grid.

    Parameters
    ----------
    line
        The first line of the headings as the user says; None: found out.

    Raises
    ------
    Unreadable
        If no row near the top holds headings or members of the table, or `line` is none of the file's.
    """
    known = known_headings(table)
    if line is not None:
        starts = [at for at, (number, _c) in enumerate(grid.rows[: HEADER_SEARCHED * 10]) if number == line]
        if not starts:
            raise Unreadable(
                "bad_choice", choice="header_line", value=line, allowed=f"1–{HEADER_SEARCHED * 10}"
            )
    else:
        starts = list(range(min(len(grid.rows), HEADER_SEARCHED)))
    best, best_score = None, 0.0
    for top in starts:
        for lines in range(1, MOST_LINES + 1):
            header = _stack(grid, top, lines)
            if header is None:
                break
            score = _score(header, table, known)
            if score > best_score:
                best, best_score = header, score
    if best is None and line is not None:
        best = _stack(grid, starts[0], 1)
    if best is None:
        first = (
            ", ".join(shown(cell) for cell in grid.rows[0][1] if not blank(cell))[:200] if grid.rows else ""
        )
        raise Unreadable("no_header", found=first, wanted=", ".join(table.names))
    return best


def known_cells(table: Table) -> Callable[[list[Cell]], int]:
    """Return a function that counts the cells of a row a table knows: as headings, twice, or as members."""
    headings, unfolds = recogniser(table), bool(value_column(table))

    def count(cells: list[Cell]) -> int:
        known = 2 * headings(cells)
        if unfolds and len(cells) <= MAX_COLUMNS and _headerlike(cells):
            known += sum(bool(members_of(cell, table)) for cell in cells)
        return known

    return count


def score_of(grid: Grid, table: Table) -> float:
    """Return how well the headings of a grid fit a table; 0 when they do not."""
    try:
        return _score(find_header(grid, table), table, known_headings(table))
    except Unreadable:
        return 0.0


def _stack(grid: Grid, top: int, lines: int) -> Header | None:
    """Return `lines` rows from `top` on as headings; None where a row below the first cannot be one."""
    rows = grid.rows[top : top + lines]
    if len(rows) < lines or (lines > 1 and not all(_headerlike(cells) for _line, cells in rows)):
        return None
    width = max(len(cells) for _line, cells in rows)
    if lines > 1 and sum(not blank(cell) for cell in rows[0][1]) == 1 and not blank(rows[0][1][0]):
        return None  # a title
    filled = []
    for depth, (line, cells) in enumerate(rows):
        padded = [*cells, *[None] * (width - len(cells))]
        filled.append(_filled(grid, line, padded, last=depth == lines - 1))
    return Header(
        top, top + lines - 1, [[row[at] for row in filled if not blank(row[at])] for at in range(width)]
    )


def _filled(grid: Grid, line: int, cells: list[Cell], last: bool) -> list[Cell]:
    """Return a line of headings with what a merged cell says in every column it covers."""
    spans = [span for span in grid.merged if span[0] <= line <= span[2] and span[3] > span[1]]
    filled = list(cells)
    for top, left, _bottom, right in spans:
        if top == line and left < len(filled):
            for at in range(left, min(right + 1, len(filled))):
                filled[at] = filled[left]
    if spans or last or grid.kind != "csv":
        return filled
    # A text file keeps only the first cell of a merged one.
    for at in range(2, len(filled)):
        if blank(filled[at]) and not blank(filled[at - 1]) and at > 1:
            filled[at] = filled[at - 1]
    return filled


def _headerlike(cells: list[Cell]) -> bool:
    """Whether a row may be a line of headings: texts and years only."""
    if is_index(cells):
        return False
    for cell in cells:
        if isinstance(cell, bool) or (isinstance(cell, int | float) and not _year(cell)):
            return False
        if (
            isinstance(cell, str)
            and re.fullmatch(r"[\d.,\s%-]*\d[\d.,\s%-]*", cell.strip())
            and not _year(cell)
            and not NUMERIC.fullmatch(cell.strip())
        ):
            return False
    return any(not blank(cell) for cell in cells)


def _year(cell: Cell) -> bool:
    text = shown(cell).strip()
    return bool(re.fullmatch(r"(19|20)\d\d", text))


def _score(header: Header, table: Table, known: dict[str, str]) -> float:
    """Known headings count twice, members of one set of dimensions once, each line more costs half."""
    found: set[str] = set()
    groups: dict[tuple[str, ...], set[tuple[tuple[str, str], ...]]] = {}
    may_unfold = value_column(table) and _headerlike([cell for each in header.levels for cell in each])
    wanted = dimensions(table) if may_unfold else ()
    named = 0
    for cells in header.levels:
        if not cells or all(isinstance(cell, str) and len(cell) >= 300 for cell in cells):
            continue
        column = lookup(known, cells) if not above_members(cells, table) else ""
        if column:
            found.add(column)
        elif names_region(cells):
            named += 1
        elif wanted:
            members = stacked_members(cells, table)
            if members:
                groups.setdefault(tuple(sorted(members)), set()).add(tuple(sorted(members.items())))
    group = max((len(each) for each in groups.values()), default=0)
    depth = max((len(key) for key, each in groups.items() if len(each) == group), default=0)
    if group < 2 and not found:
        return 0.0
    extra = group * (1 + 0.6 * (depth - 1)) if group else 0.0
    return 2 * len(found) + 0.5 * min(named, 1) + extra - 0.5 * (header.bottom - header.top)


def above_members(cells: list[Cell], table: Table) -> bool:
    """Whether the lowest of several levels names a member: ``Tahun`` above 2021 is no column of years."""
    return len(cells) > 1 and bool(value_column(table)) and bool(stacked_members(cells, table))


def stacked_members(cells: list[Cell], table: Table) -> dict[str, str]:
    """Return the members the levels of a heading name together; empty when a level says something else.

    ``Jumlah`` or ``Tahunan`` below a year, beside its quarters, is the year.
    """
    found: dict[str, str] = {}
    unread = 0
    for cell in cells:
        members = members_of(cell, table)
        if not members:
            if _whole_year(cell):
                continue
            unread += 1
        for name, member in members.items():
            if found.get(name, member) != member:
                return {}
            found[name] = member
    if "quarter" in found and "period" in found and len(found["period"]) == 4:
        found["period"] += f"Q{found.pop('quarter')}"
    if unread and not (unread < len(cells) and _spanning(cells, table)):
        return {}
    return found


def _whole_year(cell: Cell) -> bool:
    return isinstance(cell, str) and plain(cell) in WHOLE_YEAR


def _spanning(cells: list[Cell], table: Table) -> bool:
    """Whether the levels that name no member only introduce those below: ``Kabupaten/Kota`` above cities."""
    head = cells[:-1]
    return bool(members_of(cells[-1], table)) and all(
        isinstance(cell, str) and (not members_of(cell, table))
        for cell in head
        if not members_of(cell, table)
    )
