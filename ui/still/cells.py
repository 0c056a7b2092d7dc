"""A table of coloured cells with a figure in each, as a picture in the page."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from ui.still import pen
from ui.still.pen import MARGIN
from wording import theme

SIZE = 14
LETTER = 0.49  # of a letter's height, the width of one in a name
DIGIT = 0.52  # and in a figure
LINE = 17  # pixels a line of a column's name takes
GAP = 8  # between a row's name and its cells
BETWEEN = 2  # pixels between cells
NAME_LINE = 22  # a name takes above its row where its cells need the room beside it
FRAME_ROOM = 24


class Cell(NamedTuple):
    """A figure, the colour it stands on, and what is said of it under the pointer."""

    words: str
    colour: str
    said: str


class Frame(NamedTuple):
    """A dotted frame around some columns, the first and the last of them, and what it is called, below."""

    first: int
    last: int
    words: str


class Cells(NamedTuple):
    """Rows from the top of cells from the left; None is an empty one. `pitch` is pixels a row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    pitch: float
    frame: Frame | None = None


class _Sheet(NamedTuple):
    left: float
    wide: float  # of a column
    top: float
    pitch: float
    above: float  # room for a name above each row's cells, or 0
    bottom: float
    names: list[list[str]]  # of columns, in lines
    upright: bool

    def x(self, column: float) -> float:
        return round(self.left + column * self.wide, 1)

    def y(self, row: int) -> float:
        """Upper edge of a row's cells."""
        return self.top + row * (self.pitch + self.above) + self.above


def drawing(cells: Cells, width: float, *, alt: str, name: str = "") -> str:
    """Return the cells as a picture `width` pixels wide; see :func:`ui.still.pen.image`.

    Names of rows stand left of the cells, or above them where the figures need all the room. Names of
    columns are broken into lines; where a word is wider than its column all of them stand upright.
    """
    sheet = _sheet(cells, width)
    drawn, figures, said = _columns(sheet), "", []
    for number, (row, own) in enumerate(cells.rows):
        y, foot = sheet.y(number), sheet.y(number) + sheet.pitch / 2 + 0.35 * SIZE
        if sheet.above:
            drawn += pen.text(row, sheet.left, y - 6, SIZE)
        else:
            drawn += pen.text(row, sheet.left - GAP, foot, SIZE, anchor="end")
        for column, cell in enumerate(own):
            if cell is None:
                continue
            place = (
                f'<rect x="{sheet.x(column):g}" y="{y:g}" width="{sheet.wide - BETWEEN:.4g}" '
                f'height="{sheet.pitch - BETWEEN:g}"'
            )
            middle = sheet.x(column) + (sheet.wide - BETWEEN) / 2
            drawn += f'{place} fill="{cell.colour}"/>'
            figures += pen.text(cell.words, round(middle, 1), foot - BETWEEN / 2, SIZE, anchor="middle")
            answers = f'{place} fill="transparent"/>'
            said.append(pen.Said(middle, y + sheet.pitch / 2, sheet.pitch / 2, cell.said, answers))
    # Figures stand on the cells, in dark ink in either theme and without the page's edge around letters.
    drawn += f'<g fill="{theme.INK}">{figures}</g>' + _framed(cells.frame, sheet)
    height = sheet.bottom + (FRAME_ROOM if cells.frame else 0) + MARGIN / 2
    return pen.image(drawn, said, (width, round(height)), alt=alt, name=name, align="left")


def _sheet(cells: Cells, width: float) -> _Sheet:
    names = max((len(row) for row, _cells in cells.rows), default=0) * SIZE * LETTER
    words = max((len(cell.words) for _row, own in cells.rows for cell in own if cell), default=0)
    columns, whole = max(len(cells.columns), 1), width - 2 * MARGIN
    above = (whole - names - GAP) / columns < words * SIZE * DIGIT + BETWEEN
    left = MARGIN if above else MARGIN + names + GAP
    wide = (width - MARGIN - left) / columns
    most = int((wide - BETWEEN) / SIZE / LETTER)  # letters a column has room for
    upright = any(len(word) > most for each in cells.columns for word in each.split())
    lines = [[each] if upright else textwrap.wrap(each, most) for each in cells.columns]
    tall = max((len(each) for each in (cells.columns if upright else lines)), default=0)
    top = MARGIN + tall * (SIZE * pen.WIDTH_OF_LETTER if upright else LINE) + GAP
    room = NAME_LINE if above else 0
    bottom = top + (cells.pitch + room) * len(cells.rows)
    return _Sheet(left, wide, top, cells.pitch, room, bottom, lines, upright)


def _columns(sheet: _Sheet) -> str:
    """Names above their columns, the last line of each right above its cells."""
    drawn, foot = "", sheet.top - GAP + (sheet.above and -GAP)
    for column, lines in enumerate(sheet.names):
        middle = round(sheet.x(column) + (sheet.wide - BETWEEN) / 2, 1)
        for number, words in enumerate(reversed(lines)):
            if sheet.upright:
                x = middle + 0.35 * SIZE
                turned = f' transform="rotate(-90 {x:g} {foot:g})"'
                drawn += pen.text(words, x, foot, SIZE, look=turned)
            else:
                drawn += pen.text(words, middle, foot - number * LINE, SIZE, anchor="middle")
    return drawn


def _framed(frame: Frame | None, sheet: _Sheet) -> str:
    if frame is None:
        return ""
    x, end, top = sheet.x(frame.first), sheet.x(frame.last + 1), sheet.top + sheet.above
    place = f'x="{x - 1:g}" y="{top - 1:g}" width="{end - x:g}" height="{sheet.bottom - top:g}"'
    drawn = f'<rect {place} fill="none" stroke="{theme.MUTED}" stroke-width="2" stroke-dasharray="2 3"/>'
    return drawn + pen.text(frame.words, (x + end) / 2, sheet.bottom + LINE, SIZE, anchor="middle")
