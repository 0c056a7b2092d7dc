"""Walk through the XML of a workbook before it is read: counted, and what readers of values leave out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from data.reading.limits import LAST_LINE, MAX_CELLS, MAX_MERGED, MAX_STYLES, MAX_TEXTS, Unreadable

PIECE = 1 << 18


@dataclass(slots=True)
class Scan:
    """What stands in a sheet beside its values.

    Attributes
    ----------
    formulas
        Line and column (from 0) of every cell with a formula.
    merged
        First line, first column (from 0), last line, last column of every merged cell.
    hidden_rows, hidden_columns
        Lines not shown, by hand or by a filter; columns (from 0) not shown.
    filtered
        Whether a filter is set.
    """

    cells: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False


def walk(content: bytes, start: Callable[[str, dict[str, str]], None], check: Callable[[], None]) -> None:
    """Call `start` with local name and attributes of every element."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for at in range(0, len(content), PIECE):
        check()
        parser.Parse(content[at : at + PIECE], False)
    parser.Parse(b"", True)


def _refuse_doctype(*_declaration: object) -> None:
    raise Unreadable("entities")


class _Sheet:
    def __init__(self) -> None:
        self.found, self.line, self.column = Scan(), 0, -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._cell(attributes)
        elif name == "f":
            self.found.formulas.add((self.line, self.column))
        elif name == "row":
            self._row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes.get("min", 1)), int(attributes.get("max", 1))
            self.found.hidden_columns.update(range(first - 1, min(last, first + 200)))
        elif name in ("filterColumn", "filters"):
            self.found.filtered = True

    def _row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self.line = int(number) if number.isdecimal() else self.line + 1
        self.column = -1
        if self.line > LAST_LINE:
            raise Unreadable("line_number", most=LAST_LINE)
        if attributes.get("hidden") in ("1", "true"):
            self.found.hidden_rows.add(self.line)

    def _cell(self, attributes: dict[str, str]) -> None:
        self.found.cells += 1
        if self.found.cells > MAX_CELLS:
            raise Unreadable("too_many_cells", most=MAX_CELLS)
        place = attributes.get("r")
        if not place:
            self.column += 1
            return
        line, column = coordinate_to_tuple(place) if len(place) < 12 else (LAST_LINE + 1, 1)
        if line > LAST_LINE:
            raise Unreadable("line_number", most=LAST_LINE)
        self.line, self.column = line, column - 1

    def _merge(self, ref: str) -> None:
        if len(self.found.merged) >= MAX_MERGED:
            raise Unreadable("too_many_cells", most=MAX_MERGED)
        left, top, right, bottom = range_boundaries(ref)
        if None not in (left, top, right, bottom):
            self.found.merged.append((top, left - 1, bottom, right - 1))


def scan_sheet(content: bytes, check: Callable[[], None]) -> Scan:
    """Return what stands in a sheet. Raises Unreadable beyond the bounds, ExpatError where it is no XML."""
    sheet = _Sheet()
    walk(content, sheet.start, check)
    return sheet.found


def count_elements(content: bytes, check: Callable[[], None], named: str = "") -> None:
    """Refuse shared strings (`named` ``si``) or styles of more elements than any workbook has."""
    most, seen = (MAX_TEXTS if named else MAX_STYLES), 0

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal seen
        seen += not named or name == named
        if seen > most:
            raise Unreadable("too_many_cells", most=most)

    walk(content, start, check)
