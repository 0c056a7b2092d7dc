"""Values over months as a picture in the page: lines named at their ends, a band, points with a range."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ui.still import pen
from ui.still.pen import MARGIN

SIZE = 14
LETTER = 0.5  # of a letter's height, the width of one: enough for bold names too
LINE = 17  # pixels a line of a name takes
STUB = 22  # from a line's end to its name
BESIDE = 110  # pixels from a month to its words, so that they do not cover it
GRID = "rgba(128,140,138,0.25)"
DASHES = {"dash": "9 5", "dot": "2 3", "dashdot": "9 4 2 4", "longdash": "14 5"}
MOST_TICKS = 5
MOST_FOR_NAMES = 0.36  # of the width, for the names at the ends
STEPS = (1, 2, 2.5, 5, 10)

Values = Sequence[float]


class Course(NamedTuple):
    """A line: its values (NaN parts it), how it is drawn, and its name in lines of words, at its end.

    `look` is a sign at each value, `radius` pixels large.
    """

    values: Values
    colour: str
    dash: str = "solid"
    width: float = 2
    name: tuple[str, ...] = ()
    look: pen.Sign | None = None
    radius: float = 4

    def last(self) -> float:
        """The last value there is; NaN without one."""
        known = [each for each in self.values if not math.isnan(each)]
        return known[-1] if known else math.nan


class Spread(NamedTuple):
    """From the lowest to the highest at each position: one surface, or an upright for each."""

    low: Values
    high: Values
    colour: str
    upright: bool = False


class Points(NamedTuple):
    """A sign at each position."""

    values: Values
    look: pen.Sign
    radius: float


class Lines(NamedTuple):
    """Values at positions from the left, on one scale.

    `said` are the words of each position, under the pointer; `below` what stands under some of them, in
    lines; `tick` how a value on the scale is written; `even` a value with a dotted line across.
    """

    said: tuple[str, ...]
    below: tuple[tuple[int, tuple[str, ...]], ...]
    height: float
    tick: Callable[[float], str]
    courses: tuple[Course, ...] = ()
    spread: Spread | None = None
    points: Points | None = None
    even: float | None = None

    def values(self) -> list[float]:
        """Return all values there are."""
        found = [value for course in self.courses for value in course.values]
        found += [*self.spread.low, *self.spread.high] if self.spread else []
        found += self.points.values if self.points else []
        found += [] if self.even is None else [self.even]
        return [value for value in found if not math.isnan(value)]


class _Sheet(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float
    positions: int
    edge: float  # of the way from one position to the next, kept free before the first and after the last
    low: float
    high: float

    def step(self) -> float:
        """Pixels from one position to the next."""
        return (self.right - self.left) / (self.positions - 1 + 2 * self.edge or 1)

    def x(self, position: float) -> float:
        return round(self.left + (position + self.edge) * self.step(), 1)

    def y(self, value: float) -> float:
        return round(self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top), 1)


def ticks(low: float, high: float) -> list[float]:
    """Return round values within a range, at most `MOST_TICKS`; a range of nothing has one."""
    span = high - low
    if span <= 0:
        return [low]
    size = 10 ** math.floor(math.log10(span / MOST_TICKS))
    step = next(step * size for step in STEPS if span / (step * size) <= MOST_TICKS)
    first = math.ceil(low / step)
    return [each * step for each in range(first, math.floor(high / step) + 1)]


def drawing(lines: Lines, width: float, *, alt: str, name: str = "") -> str:
    """Return the lines as a picture `width` pixels wide; see :func:`ui.still.pen.image`."""
    values = lines.values() or [0.0, 1.0]
    low, high = min(values), max(values)
    air = 0.04 * ((high - low) or abs(high) or 1)
    scale = ticks(low - air, high + air)
    ends = [
        course._replace(name=_broken(course.name, width))
        for course in lines.courses
        if course.name and not math.isnan(course.last())
    ]
    longest = max((_wide(words) for course in ends for words in course.name), default=0)
    left = MARGIN + max(_wide(lines.tick(each)) for each in scale) + 8
    foot = max((len(words) for _position, words in lines.below), default=0) * LINE + 8
    sheet = _Sheet(
        left, width - MARGIN - (STUB + longest if ends else 0), MARGIN, lines.height - foot,
        len(lines.said), 0.0 if lines.courses else 0.5, low - air, high + air,
    )  # fmt: skip
    drawn = _ground(lines, scale, sheet)
    if lines.spread:
        drawn += _spread(lines.spread, sheet)
    drawn += "".join(_course(course, sheet) for course in reversed(lines.courses))
    drawn += "".join(
        _signs(each.values, each.look, each.radius, sheet) for each in lines.courses if each.look
    )
    if lines.points:
        drawn += _signs(lines.points.values, lines.points.look, lines.points.radius, sheet)
    drawn += _names(ends, sheet)
    said = [_said(words, position, sheet) for position, words in enumerate(lines.said) if words]
    return pen.image(drawn, said, (width, lines.height), alt=alt, name=name, align="left")


def _wide(words: str) -> float:
    return len(words) * SIZE * LETTER


def _broken(name: Sequence[str], width: float) -> tuple[str, ...]:
    """A name in lines that leave the plot its part of the width."""
    most = int(MOST_FOR_NAMES * width / SIZE / LETTER)
    return tuple(line for words in name for line in textwrap.wrap(words, most, break_long_words=False))


def _ground(lines: Lines, scale: Sequence[float], sheet: _Sheet) -> str:
    course = "".join(f"M{sheet.left:g} {sheet.y(each):g}H{sheet.right:g}" for each in scale)
    drawn = f'<path d="{course}" fill="none" stroke="{GRID}"/>'
    for each in scale:
        drawn += pen.text(lines.tick(each), sheet.left - 8, sheet.y(each) + 5, SIZE, anchor="end")
    if lines.even is not None:
        at = sheet.y(lines.even)
        drawn += (
            f'<path d="M{sheet.left:g} {at:g}H{sheet.right:g}" fill="none" stroke="currentColor" '
            f'stroke-dasharray="2 3"/>'
        )
    free = 0.0
    for position, words in lines.below:
        half = max(map(_wide, words)) / 2
        if sheet.x(position) - half < free:
            continue  # no room beside the words before
        free = sheet.x(position) + half
        for number, line in enumerate(words):
            foot = sheet.bottom + 8 + LINE * (number + 0.7)
            drawn += pen.text(line, sheet.x(position), foot, SIZE, anchor="middle")
    return drawn


def _runs(values: Values) -> list[list[int]]:
    """Positions that follow each other and have a value."""
    found: list[list[int]] = [[]]
    for position, value in enumerate(values):
        if math.isnan(value):
            found.append([])
        else:
            found[-1].append(position)
    return [run for run in found if run]


def _course(course: Course, sheet: _Sheet) -> str:
    drawn = ""
    for run in _runs(course.values):
        places = [f"{sheet.x(each):g} {sheet.y(course.values[each]):g}" for each in run]
        # A value between two that are missing is a line of no length, which a round end shows.
        drawn += "M" + "L".join(places if len(places) > 1 else places * 2)
    return f'<path d="{drawn}" fill="none" stroke-linecap="round" {_stroke(course)}/>' if drawn else ""


def _signs(values: Values, look: pen.Sign, radius: float, sheet: _Sheet) -> str:
    return "".join(
        pen.sign(look, sheet.x(position), sheet.y(value), radius)
        for position, value in enumerate(values)
        if not math.isnan(value)
    )


def _stroke(course: Course) -> str:
    dash = DASHES.get(course.dash)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{course.colour}" stroke-width="{course.width:g}"{dashed}'


def _spread(spread: Spread, sheet: _Sheet) -> str:
    both = [low + high for low, high in zip(spread.low, spread.high, strict=True)]
    if spread.upright:
        course = "".join(
            f"M{sheet.x(each):g} {sheet.y(spread.low[each]):g}V{sheet.y(spread.high[each]):g}"
            for run in _runs(both)
            for each in run
        )
        return f'<path d="{course}" fill="none" stroke="{spread.colour}" stroke-width="5"/>'
    drawn = ""
    for run in _runs(both):
        above = [f"{sheet.x(each):g} {sheet.y(spread.high[each]):g}" for each in run]
        under = [f"{sheet.x(each):g} {sheet.y(spread.low[each]):g}" for each in reversed(run)]
        drawn += f"M{'L'.join([*above, *under])}Z"
    return f'<path d="{drawn}" fill="{spread.colour}"/>'


def _names(ends: Sequence[Course], sheet: _Sheet) -> str:
    """Each line's name at its end, apart from the others, a stub of the line leading there."""
    upwards = sorted(ends, key=lambda course: -course.last())  # from the top of the picture
    tall = [len(course.name) * LINE + 3 for course in upwards]
    middles = [sheet.y(course.last()) for course in upwards]
    gaps = [(one + other) / 2 for one, other in pairwise(tall)]
    for place, gap in enumerate(gaps):
        middles[place + 1] = max(middles[place + 1], middles[place] + gap)
    if middles:
        # What was pushed below the plot comes up again, and pushes the others.
        middles[-1] = min(middles[-1], sheet.bottom - tall[-1] / 2)
    for place, gap in reversed(list(enumerate(gaps))):
        middles[place] = min(middles[place], middles[place + 1] - gap)
    drawn = ""
    for course, middle in zip(upwards, middles, strict=True):
        stub = f"M{sheet.right:g} {sheet.y(course.last()):g}L{sheet.right + STUB - 5:g} {middle:g}"
        drawn += f'<path d="{stub}" fill="none" {_stroke(course)}/>'
        strong = ' font-weight="600"' if course.width > 2 else ""
        for number, words in enumerate(course.name):
            foot = middle + (number - (len(course.name) - 1) / 2) * LINE + 0.35 * SIZE
            drawn += pen.text(words, sheet.right + STUB, foot, SIZE, look=strong)
    return drawn


def _said(words: str, position: int, sheet: _Sheet) -> pen.Said:
    """The words of a position, beside it, wherever above it the pointer rests."""
    half = sheet.step() / 2
    x = sheet.x(position)
    answers = (
        f'<rect class="bulan" x="{x - half:.1f}" y="{sheet.top:g}" width="{2 * half:.1f}" '
        f'height="{sheet.bottom - sheet.top:g}" fill="transparent"/>'
    )
    aside = BESIDE if x < (sheet.left + sheet.right) / 2 else -BESIDE
    return pen.Said(x + aside, sheet.bottom, 0, words, answers)
