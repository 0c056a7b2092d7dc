"""Rows of bars or signs, each with its name, as a picture in the page."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from ui.still import pen
from ui.still.pen import MARGIN

LABEL_SIZE, WORDS_SIZE, TICK_SIZE = 14, 15, 14
LETTER = 0.47  # of a letter's height: names here are lower case, and end where the plot begins
GAP = 8  # between a name, a bar or a sign and the words beside it
THICK = 0.65  # of a row, a bar
NAME_LINE = 22  # a name takes above its bar where it finds no room beside it
LEAST_PLOT = 0.33  # of the width: with less, names go above the bars
TICK_ROOM, LINE_ROOM = 24, 24
BEYOND_BAR = 3  # pixels the named line goes beyond a bar where names stand between them
GRID = "rgba(128,140,138,0.25)"
BETWEEN = "rgba(255,255,255,0.6)"  # parts of a bar are told apart by it
BELOW_LINE = 0.35  # of a letter's height, from its middle to its foot


class Bar(NamedTuple):
    """A bar from one value to another."""

    start: float
    end: float
    colour: str
    said: str = ""


class Point(NamedTuple):
    """A sign at a value; `words` stand right of it, or left."""

    at: float
    look: pen.Sign
    radius: float
    said: str = ""
    words: str = ""
    left: bool = False


class Row(NamedTuple):
    """A name, what is drawn beside it, and words after its last bar: left of one that goes down."""

    name: str
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()
    words: str = ""


class Line(NamedTuple):
    """A dotted line across all rows, over their bars, and what it is called, below them."""

    at: float
    words: str
    colour: str


class Rows(NamedTuple):
    """Rows from the top, and the scale they share.

    `low` and `high` are the values at the ends of the scale, above 0 where it is logarithmic; `pitch` is
    pixels a row; `guides` draws a thin line along each row, for signs far from their names.
    """

    rows: tuple[Row, ...]
    low: float
    high: float
    pitch: float
    log: bool = False
    ticks: tuple[tuple[float, str], ...] = ()
    line: Line | None = None
    legend: tuple[tuple[pen.Sign, str], ...] = ()
    guides: bool = False


class _Sheet(NamedTuple):
    """Where the plot lies on the picture, and where a row and a value lie in it."""

    left: float
    right: float
    names: float  # where names end, or begin where they stand above
    top: float
    pitch: float
    above: float  # room for a name above each bar, or 0
    at: Callable[[float], float]

    def row(self, number: int) -> float:
        """Middle of a row's bar."""
        return self.top + number * (self.pitch + self.above) + self.above + self.pitch / 2


def drawing(rows: Rows, width: float, *, alt: str, name: str = "") -> str:
    """Return the rows as a picture `width` pixels wide; see :func:`ui.still.pen.image`.

    Names stand left of the plot, or above each bar where they would leave it less than `LEAST_PLOT`.
    """
    legend, legend_height = pen.legend(rows.legend, width)
    sheet = _sheet(rows, width, legend_height + MARGIN)
    bottom = sheet.row(len(rows.rows) - 1) + rows.pitch / 2
    ground, line = _ground(rows, sheet, bottom), _line(rows, sheet, bottom, width)
    bars, over, said = "", "", []
    for number, row in enumerate(rows.rows):
        shapes, above, words = _row(row, sheet, number)
        bars, over = bars + shapes, over + above
        said += words
    height = bottom + (LINE_ROOM if rows.line else 0) + (TICK_ROOM if rows.ticks else 0) + MARGIN / 2
    return pen.image(
        f"{ground}{bars}{line}{over}{legend}", said, (width, round(height)), alt=alt, name=name, align="left"
    )


def _wide(words: str, size: float) -> float:
    return len(words) * size * LETTER


def _backwards(row: Row) -> bool:
    """Whether a row's bars go below where they start, so that its words stand left of them."""
    return bool(row.bars) and row.bars[-1].end < row.bars[-1].start


def _sheet(rows: Rows, width: float, top: float) -> _Sheet:
    names = max((_wide(row.name, LABEL_SIZE) for row in rows.rows), default=0)
    said = [row for row in rows.rows if row.words]
    after = max((_wide(row.words, WORDS_SIZE) for row in said if not _backwards(row)), default=0)
    before = max((_wide(row.words, WORDS_SIZE) + GAP for row in said if _backwards(row)), default=0)
    points = [point for row in rows.rows for point in row.points if point.words and not point.left]
    beyond = max((point.radius + GAP + _wide(point.words, WORDS_SIZE) for point in points), default=0)
    beside = width - names - before - after - 2 * (MARGIN + GAP)
    scale = math.log if rows.log else float
    # Where all values are the same, nothing is as long as nothing.
    low, span = scale(rows.low), (scale(rows.high) - scale(rows.low)) or 1.0
    above = bool(said) and beside < LEAST_PLOT * width
    left = MARGIN if above else MARGIN + names + GAP + before
    right = width - MARGIN - max(beyond, 0 if above or not after else after + GAP)

    def at(value: float) -> float:
        return round(left + (scale(value) - low) / span * (right - left), 1)

    return _Sheet(
        left, right, left if above else left - before, top, rows.pitch, NAME_LINE if above else 0, at
    )


def _ground(rows: Rows, sheet: _Sheet, bottom: float) -> str:
    """Ticks with their lines, or the guides along the rows."""
    drawn, upright = "", []
    foot = bottom + (LINE_ROOM if rows.line else 0)
    for value, words in rows.ticks:
        x = sheet.at(value)
        upright.append(f"M{x:g} {sheet.top:g}V{bottom:g}")
        drawn += pen.text(words, x, foot + TICK_SIZE * 1.2, TICK_SIZE, anchor="middle")
    along = [f"M{sheet.left:g} {sheet.row(each):g}H{sheet.right:g}" for each in range(len(rows.rows))]
    grid = along if rows.guides else upright
    return f'<path d="{"".join(grid)}" fill="none" stroke="{GRID}"/>{drawn}' if grid else drawn


def _line(rows: Rows, sheet: _Sheet, bottom: float, width: float) -> str:
    """The named line across the rows: below them there are no names in its way."""
    if not rows.line:
        return ""
    at, words, colour = rows.line
    x, wide = sheet.at(at), _wide(words, WORDS_SIZE) + MARGIN + GAP
    end, anchor, beside = bottom + LINE_ROOM, "end", x - GAP
    if wide > x:
        anchor, beside = "start", x + GAP
    if wide > x and wide > width - x:
        # No room on either side: the line ends above its name.
        half = wide / 2
        end, anchor, beside = bottom, "middle", min(max(x, half), width - half)
    tops, feet = [sheet.top], [end]
    if sheet.above:
        # It crosses the bars alone: names stand between them.
        reach = rows.pitch * THICK / 2 + BEYOND_BAR
        middles = [sheet.row(each) for each in range(len(rows.rows))]
        tops, feet = [middle - reach for middle in middles], [middle + reach for middle in middles]
        feet[-1] = end
    course = "".join(f"M{x:g} {top:g}V{foot:g}" for top, foot in zip(tops, feet, strict=True))
    return (
        f'<path d="{course}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="2 3"/>'
    ) + pen.text(words, beside, bottom + 17, WORDS_SIZE, anchor=anchor, look=f' fill="{colour}"')


def _row(row: Row, sheet: _Sheet, number: int) -> tuple[str, str, list[pen.Said]]:
    """The bars of a row, what is drawn over all bars, and what is said of it."""
    middle = sheet.row(number)
    half = sheet.pitch * THICK / 2
    bars, over, said = "", "", []
    for bar in row.bars:
        x, end = sorted((sheet.at(bar.start), sheet.at(bar.end)))
        place = f'<rect x="{x:g}" y="{middle - half:g}" width="{end - x:g}" height="{2 * half:g}"'
        bars += f'{place} fill="{bar.colour}"/>'
        if bar.said:
            answers = f'{place} fill="transparent"/>'
            said.append(pen.Said((x + end) / 2, middle, half, bar.said, answers))
    edges = [sheet.at(before.end) for before, _after in pairwise(row.bars)]
    if edges:
        course = "".join(f"M{x:g} {middle - half:g}v{2 * half:g}" for x in edges)
        bars += f'<path d="{course}" fill="none" stroke="{BETWEEN}"/>'
    foot = middle + BELOW_LINE * LABEL_SIZE
    if sheet.above:
        foot = middle - half - 6
        over += pen.text(row.name, sheet.names, foot, LABEL_SIZE)
        over += pen.text(row.words, sheet.right, foot, WORDS_SIZE, anchor="end") if row.words else ""
    else:
        over += pen.text(row.name, sheet.names - GAP, foot, LABEL_SIZE, anchor="end")
        over += _after_bars(row, sheet, foot) if row.words else ""
    for point in row.points:
        x = sheet.at(point.at)
        over += pen.sign(point.look, x, middle, point.radius)
        if point.words:
            beside = x + (point.radius + GAP) * (-1 if point.left else 1)
            over += pen.text(point.words, beside, foot, WORDS_SIZE, anchor="end" if point.left else "start")
        if point.said:
            reach = max(point.radius, GAP)
            answers = f'<circle cx="{x:g}" cy="{middle:g}" r="{reach:g}" fill="transparent"/>'
            said.append(pen.Said(x, middle, point.radius, point.said, answers))
    return bars, over, said


def _after_bars(row: Row, sheet: _Sheet, foot: float) -> str:
    """The words of a row, on the outer side of its bars."""
    ends = [sheet.at(bar.end) for bar in row.bars]
    if _backwards(row):
        return pen.text(row.words, min(ends) - GAP, foot, WORDS_SIZE, anchor="end")
    return pen.text(row.words, max(ends, default=sheet.left) + GAP, foot, WORDS_SIZE)
