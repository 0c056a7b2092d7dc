"""Join year, quarter and period columns into the one period of a row: a quarter never becomes a year."""

from __future__ import annotations

from data.reading.flags import split_flags
from data.reading.grid import Cell, blank, shown
from data.reading.headings import QUARTER, Heading
from data.reading.moments import read_period, read_quarter, stamped_years
from data.reading.numbers import NOTHING
from data.validation.context import Upload
from data.validation.shape.arrange import Arranged


def join_periods(upload: Upload, times: list[Heading], found: Arranged) -> None:
    """Fill the cells of ``period`` or ``year`` from every column of the file that says a part of it."""
    table = upload.table
    target = next((name for name in ("period", "year") if name in table.names), "")
    if not times or not target:
        return
    quarters = [each for each in times if each.role == QUARTER]
    whole = [each for each in times if each.role != QUARTER]
    cells = {each: _cells(found, each) for each in times}
    for each in quarters:
        given = [row for row, cell in enumerate(cells[each]) if not _nothing(cell)]
        dropped = (upload.choices.columns or {}).get(each.text) == ""
        if given and (dropped or target == "year"):
            code = "quarter_dropped" if target == "period" else "quarter_in_year"
            upload.problems.add(
                code, upload.lines[given[0]], each.text, cells[each][given[0]], count=len(given)
            )
    if target == "year":
        quarters = []
    if not whole and not quarters:
        return
    upload.headings[target] = (whole or quarters)[0]
    if len(whole) == 1 and not quarters:
        upload.cells[target] = cells[whole[0]]
        return
    said = upload.constants.get(target, "")
    if said and not whole:
        del upload.constants[target]
    joined = _Joining(upload, whole, quarters, cells, said)
    upload.cells[target] = [joined.row(row) for row in range(len(upload.lines))]


def _cells(found: Arranged, heading: Heading) -> list[Cell]:
    at = heading.position
    return [cells[at] if at < len(cells) else None for _line, cells in found.rows]


def _nothing(cell: Cell) -> bool:
    return blank(cell) or (isinstance(cell, str) and cell.strip().lower() in NOTHING | {"tahunan", "setahun"})


class _Joining:
    """Joins the parts of one row after the other."""

    def __init__(
        self,
        upload: Upload,
        whole: list[Heading],
        quarters: list[Heading],
        cells: dict[Heading, list[Cell]],
        said: str,
    ):
        self.upload, self.whole, self.quarters, self.cells = upload, whole, quarters, cells
        self.said = "" if whole else said
        self.stamped = {each for each in whole if stamped_years(cells[each])}

    def row(self, row: int) -> Cell:
        """Return the period of a row; what cannot be joined stays as it is written and is refused later."""
        written = [(each, self.cells[each][row]) for each in self.whole]
        written = [(each, cell) for each, cell in written if not _nothing(cell)]
        read = [self.said] if self.said else []
        for each, cell in written:
            text = split_flags(cell)[0] if isinstance(cell, str) else cell
            value, _code = read_period(text, each in self.stamped)
            if value is None:
                return cell
            read.append(value)
        parts = [shown(cell) for _each, cell in written]
        numbers: set[str] = set()
        for each in self.quarters:
            cell = self.cells[each][row]
            if _nothing(cell):
                continue
            parts.append(shown(cell))
            number, (period, _code) = read_quarter(cell), read_period(cell)
            if number is None and period is None:
                return " ".join(parts)
            if number is None:
                read.append(period)
            else:
                numbers.add(str(number))
        return self._one(row, read, numbers, parts, [cell for _each, cell in written])

    def _one(
        self, row: int, read: list[str], numbers: set[str], parts: list[str], written: list[Cell]
    ) -> Cell:
        years, quarters = (
            {value[:4] for value in read},
            {value[5:] for value in read if len(value) > 4} | numbers,
        )
        if len(years) > 1 or len(quarters) > 1:
            heading, said = (self.whole or self.quarters)[0], ", ".join(parts)
            self.upload.problems.add(
                "period_disagrees", self.upload.lines[row], heading.text, said, parts=said
            )
            return None
        if not years:
            return " ".join(parts) or None
        if quarters:
            return f"{years.pop()}Q{quarters.pop()}"
        flagged = [cell for cell in written if isinstance(cell, str) and split_flags(cell)[1]]
        return flagged[0] if flagged else years.pop()
