"""Choose the sheet of a workbook that holds the table, and say what the workbook does not show."""

from __future__ import annotations

from collections.abc import Callable

from data.reading.grid import Grid
from data.reading.limits import Unreadable
from data.reading.workbook import Sheet

# A sheet that fits so much as well as the best is offered too.
NEARLY = 0.6


def choose(sheets: list[Sheet], named: str | None, fit: Callable[[Grid], float]) -> Grid:
    """Return the sheet named, else the one that fits best; one not hidden goes first.

    Raises
    ------
    Unreadable
        If there is no sheet of that name, or the one chosen cannot be read.
    """
    names = tuple(sheet.name for sheet in sheets)
    if named is not None and named not in names:
        raise Unreadable("unknown_sheet", sheet=named, allowed=", ".join(names))
    if named is not None:
        return _grid(sheets[names.index(named)], sheets)
    readable = [sheet for sheet in sheets if sheet.refused is None and sheet.rows]
    if not readable:
        return _grid(next((sheet for sheet in sheets if sheet.refused), sheets[0]), sheets)
    scores = {sheet.name: fit(_grid(sheet, sheets)) for sheet in readable}
    seen = [sheet for sheet in readable if not sheet.hidden and scores[sheet.name]] or readable
    best = max(seen, key=lambda sheet: scores[sheet.name])
    grid = _grid(best, sheets)
    fitting = [
        sheet.name
        for sheet in seen
        if scores[sheet.name] and scores[sheet.name] >= NEARLY * scores[best.name]
    ]
    if len(fitting) > 1:
        grid.fitting = tuple(fitting)
        grid.remark(
            "several_sheets", None, sheet=best.name, others=", ".join(n for n in fitting if n != best.name)
        )
    return grid


def _grid(sheet: Sheet, sheets: list[Sheet]) -> Grid:
    if sheet.refused:
        code, line, facts = sheet.refused
        raise Unreadable(code, line, **facts)
    grid = Grid("xlsx", sheet.rows, sheet=sheet.name, sheets=tuple(each.name for each in sheets))
    grid.merged = sheet.merged
    if sheet.formulas:
        grid.remark("formulas", count=sheet.formulas)
    hidden = [each.name for each in sheets if each.hidden and each.rows and each is not sheet]
    if hidden:
        grid.remark("hidden_sheets", count=len(hidden), names=", ".join(hidden)[:200])
    if sheet.hidden:
        grid.remark("hidden_sheet", sheet=sheet.name)
    if sheet.hidden_lines:
        grid.remark("filtered_rows" if sheet.filtered else "hidden_rows", count=sheet.hidden_lines)
    if sheet.hidden_columns:
        grid.remark("hidden_columns", count=sheet.hidden_columns)
    return grid
