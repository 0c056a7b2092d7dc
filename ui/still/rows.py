"""Rows of bars or signs, each with its name, as a picture in the page."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ui.still import pen, playing, room
from ui.still.pen import MARGIN

LABEL_SIZE, WORDS_SIZE, TICK_SIZE = 14, 15, 14
LETTER = 0.47  # of a letter's height: names here are lower case, and end where the plot begins
GAP = 8  # between a name, a bar or a sign and the words beside it
THICK = 0.65  # of a row, a bar
NAME_LINE = 22  # a name takes above its bar where it finds no room beside it
LEAST_PLOT = 0.33  # of the width: with less, names go above the bars
TICK_ROOM, LINE_ROOM, TITLE_ROOM = 24, 24, 24
LANE_GAP, LANES_ROOM = 2, 8  # pixels between signs in two lanes, and what a row of lanes keeps off the next
BEYOND_BAR = 3  # pixels the named line goes beyond a bar where names stand between them
GRID = "rgba(128,140,138,0.25)"
BETWEEN = "rgba(255,255,255,0.6)"  # parts of a bar are told apart by it
BELOW_LINE = 0.35  # of a letter's height, from its middle to its foot


class Bar(NamedTuple):
    """A bar from one value to another; `words` stand on its outer side, where bars stand apart."""

    start: float
    end: float
    colour: str
    said: str = ""
    words: str = ""

    def backwards(self) -> bool:
        """Whether it goes below where it starts, so that its words stand left of it."""
        return self.end < self.start


class Point(NamedTuple):
    """A sign at a value; `words` stand right of it, or left.

    One with `steps` moves: it is drawn as in the last of them, and what is said of it answers all its row.
    """

    at: float
    look: pen.Sign
    radius: float
    said: str = ""
    words: str = ""
    left: bool = False
    steps: tuple[playing.Step, ...] = ()

    def longest(self) -> str:
        """Return the longest of the words right of it; those where it is missing stand elsewhere."""
        moving = (step.words for step in self.steps if not math.isnan(step.at))
        return max((self.words, *moving), key=len) if not self.left else ""


class Row(NamedTuple):
    """A name, what is drawn beside it, and words after its last bar: left of one that goes down.

    Bars follow each other; `apart`, they stand below each other. Signs that would cover each other do.
    """

    name: str
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()
    words: str = ""
    apart: bool = False

    def said(self) -> list[tuple[str, bool]]:
        """Return what stands beside bars, and whether left of them."""
        ends = [(bar.words, bar.backwards()) for bar in self.bars] if self.apart else []
        whole = (self.words, bool(self.bars) and self.bars[-1].backwards())
        return [each for each in (*ends, whole) if each[0]]


class Line(NamedTuple):
    """A dotted line across all rows, over their bars, and what it is called, below them."""

    at: float
    words: str
    colour: str


class Rows(NamedTuple):
    """Rows from the top, and the scale they share.

    `low` and `high` are the values at the ends of the scale, above 0 where it is logarithmic; `pitch` is
    pixels a row at the least; `guides` draws a thin line along each row, for signs far from their names;
    `title` stands below the scale; `frames` are what the frames of signs that move are called.
    """

    rows: tuple[Row, ...]
    low: float
    high: float
    pitch: float
    log: bool = False
    ticks: tuple[tuple[float, str], ...] = ()
    line: Line | None = None
    legend: tuple[pen.Entry | tuple[pen.Sign, str], ...] = ()
    guides: bool = False
    title: str = ""
    frames: tuple[str, ...] = ()


class _Sheet(NamedTuple):
    """Where the plot lies on the picture, and where a row and a value lie in it."""

    left: float
    right: float
    names: float  # where names end, or begin where they stand above
    top: float
    pitch: float
    above: float  # room for a name above each bar, or 0
    at: Callable[[float], float]
    middles: tuple[float, ...] = ()  # of each row's bar
    bottom: float = 0


def drawing(rows: Rows, width: float, *, alt: str, name: str = "") -> str:
    """Return the rows as a picture `width` pixels wide; see :func:`ui.still.pen.image`.

    Names stand left of the plot, or above each bar where they would leave it less than `LEAST_PLOT`.
    """
    head, tall = pen.legend(rows.legend, width)
    if rows.frames:
        foot = tall + MARGIN + playing.FRAME_SIZE
        head += pen.text(rows.frames[-1], MARGIN, foot, playing.FRAME_SIZE, look=' class="bingkai"')
        tall += playing.FRAME_ROOM
    sheet = _sheet(rows, width, tall + MARGIN)
    lanes = [_lanes(row, sheet) for row in rows.rows]
    sheet = _stacked(sheet, [_tall(row, own, sheet) for row, own in zip(rows.rows, lanes, strict=True)])
    ground, line = _ground(rows, sheet), _line(rows, sheet, width)
    bars, over, said = "", "", []
    for number, row in enumerate(rows.rows):
        shapes, above, words = _row(row, lanes[number], sheet, sheet.middles[number])
        bars, over = bars + shapes, over + above
        said += words
    return pen.image(
        f"{ground}{bars}{line}{over}{head}",
        said,
        (width, round(_foot(rows, sheet) + (TITLE_ROOM if rows.title else 0) + MARGIN / 2)),
        alt=alt,
        name=name,
        align="left",
    )


def _foot(rows: Rows, sheet: _Sheet) -> float:
    """The lower edge of the scale's words."""
    ticked = any(words for _value, words in rows.ticks)
    return sheet.bottom + (LINE_ROOM if rows.line else 0) + (TICK_ROOM if ticked else 0)


def _wide(words: str, size: float) -> float:
    return len(words) * size * LETTER


def _lanes(row: Row, sheet: _Sheet) -> list[float]:
    """How far each of a row's signs stands below its middle, so that none covers another."""
    if not row.points:
        return []
    large = 2 * max(point.radius for point in row.points) + LANE_GAP
    return [large * each for each in room.lanes([sheet.at(point.at) for point in row.points], large)]


def _tall(row: Row, lanes: list[float], sheet: _Sheet) -> float:
    """How high a row is, without the room for a name above it."""
    if not lanes:
        return sheet.pitch
    return max(sheet.pitch, 2 * (max(lanes) + max(point.radius for point in row.points)) + LANES_ROOM)


def _stacked(sheet: _Sheet, tall: list[float]) -> _Sheet:
    """The sheet with its rows on it."""
    middles, bottom = [], sheet.top
    for each in tall:
        middles.append(bottom + sheet.above + each / 2)
        bottom += sheet.above + each
    return sheet._replace(middles=tuple(middles), bottom=bottom)


def _sheet(rows: Rows, width: float, top: float) -> _Sheet:
    names = max((_wide(row.name, LABEL_SIZE) for row in rows.rows), default=0)
    said = [each for row in rows.rows for each in row.said()]
    after = max((_wide(words, WORDS_SIZE) for words, backwards in said if not backwards), default=0)
    before = max((_wide(words, WORDS_SIZE) + GAP for words, backwards in said if backwards), default=0)
    points = [point for row in rows.rows for point in row.points if point.longest()]
    beyond = max((point.radius + GAP + _wide(point.longest(), WORDS_SIZE) for point in points), default=0)
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


def _ground(rows: Rows, sheet: _Sheet) -> str:
    """Ticks with their lines, or the guides along the rows; what the scale is."""
    drawn, upright = "", []
    foot = sheet.bottom + (LINE_ROOM if rows.line else 0)
    for value, words in rows.ticks:
        x = sheet.at(value)
        upright.append(f"M{x:g} {sheet.top:g}V{sheet.bottom:g}")
        if words:
            drawn += pen.text(words, x, foot + TICK_SIZE * 1.2, TICK_SIZE, anchor="middle")
    if rows.title:
        foot = _foot(rows, sheet) + TICK_SIZE * 1.2
        drawn += pen.text(rows.title, sheet.right, foot, TICK_SIZE, anchor="end")
    along = [f"M{sheet.left:g} {middle:g}H{sheet.right:g}" for middle in sheet.middles]
    grid = along if rows.guides else upright
    return f'<path d="{"".join(grid)}" fill="none" stroke="{GRID}"/>{drawn}' if grid else drawn


def _line(rows: Rows, sheet: _Sheet, width: float) -> str:
    """The named line across the rows: below them there are no names in its way."""
    if not rows.line:
        return ""
    bottom, (at, words, colour) = sheet.bottom, rows.line
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
        tops = [middle - reach for middle in sheet.middles]
        feet = [middle + reach for middle in sheet.middles]
        feet[-1] = end
    course = "".join(f"M{x:g} {top:g}V{foot:g}" for top, foot in zip(tops, feet, strict=True))
    return (
        f'<path d="{course}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="2 3"/>'
    ) + pen.text(words, beside, bottom + 17, WORDS_SIZE, anchor=anchor, look=f' fill="{colour}"')


def _row(row: Row, lanes: list[float], sheet: _Sheet, middle: float) -> tuple[str, str, list[pen.Said]]:
    """The bars of a row, what is drawn over all bars, and what is said of it."""
    half = sheet.pitch * THICK / 2
    bars, over, said = _bars(row, sheet, middle)
    foot = middle + BELOW_LINE * LABEL_SIZE
    if sheet.above:
        foot = middle - half - 6
        over += pen.text(row.name, sheet.names, foot, LABEL_SIZE)
        over += pen.text(row.words, sheet.right, foot, WORDS_SIZE, anchor="end") if row.words else ""
    else:
        over += pen.text(row.name, sheet.names - GAP, foot, LABEL_SIZE, anchor="end")
        over += _beside(row.bars, row.words, sheet, foot) if row.words else ""
    for point, down in zip(row.points, lanes, strict=True):
        x, y = sheet.at(point.at), round(middle + down, 1)
        if point.steps:
            over += _moving(point, y, sheet)
            said.append(_along(point, y, sheet))
            continue
        over += pen.sign(point.look, x, y, point.radius)
        if point.words:
            beside = x + (point.radius + GAP) * (-1 if point.left else 1)
            anchor = "end" if point.left else "start"
            over += pen.text(point.words, beside, y + BELOW_LINE * LABEL_SIZE, WORDS_SIZE, anchor=anchor)
        if point.said:
            said.append(pen.of_mark(x, y, point.radius, point.said))
    return bars, over, said


def _moving(point: Point, y: float, sheet: _Sheet) -> str:
    stops = [
        playing.Stop(round(sheet.left, 1), step.words, there=False)
        if math.isnan(step.at)
        else playing.Stop(sheet.at(step.at), step.words, there=True)
        for step in point.steps
    ]
    words = pen.text(stops[-1].words, point.radius + GAP, y + BELOW_LINE * LABEL_SIZE, WORDS_SIZE)
    return playing.moving(stops, pen.sign(point.look, 0, y, point.radius), words)


def _along(point: Point, y: float, sheet: _Sheet) -> pen.Said:
    """What is said of a sign that moves, wherever on its row the pointer rests."""
    place = f'x="{sheet.left:g}" y="{y - sheet.pitch / 2:g}" width="{sheet.right - sheet.left:g}"'
    answers = f'<rect {place} height="{sheet.pitch:g}" fill="transparent"/>'
    return pen.Said((sheet.left + sheet.right) / 2, y, point.radius, point.said, answers)


def _bars(row: Row, sheet: _Sheet, middle: float) -> tuple[str, str, list[pen.Said]]:
    """The bars of a row, the words beside those that stand apart, and what is said of each."""
    whole = sheet.pitch * THICK
    tall = whole / len(row.bars) if row.apart and row.bars else whole
    bars, words, said = "", "", []
    for number, bar in enumerate(row.bars):
        x, end = sorted((sheet.at(bar.start), sheet.at(bar.end)))
        top = middle - whole / 2 + (number * tall if row.apart else 0)
        place = f'<rect x="{x:g}" y="{top:g}" width="{end - x:g}" height="{tall:g}"'
        bars += f'{place} fill="{bar.colour}"/>'
        if bar.words and row.apart:
            words += _beside((bar,), bar.words, sheet, top + tall / 2 + BELOW_LINE * WORDS_SIZE)
        if bar.said:
            answers = f'{place} fill="transparent"/>'
            said.append(pen.Said((x + end) / 2, top + tall / 2, tall / 2, bar.said, answers))
    edges = [] if row.apart else [sheet.at(before.end) for before, _after in pairwise(row.bars)]
    if edges:
        course = "".join(f"M{x:g} {middle - whole / 2:g}v{whole:g}" for x in edges)
        bars += f'<path d="{course}" fill="none" stroke="{BETWEEN}"/>'
    return bars, words, said


def _beside(bars: Sequence[Bar], words: str, sheet: _Sheet, foot: float) -> str:
    """Words on the outer side of bars."""
    ends = [sheet.at(bar.end) for bar in bars]
    if bars and bars[-1].backwards():
        return pen.text(words, min(ends) - GAP, foot, WORDS_SIZE, anchor="end")
    return pen.text(words, max(ends, default=sheet.left) + GAP, foot, WORDS_SIZE)
