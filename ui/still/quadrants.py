"""Marks on two scales that a named value of each parts into four quadrants, as a picture in the page."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ui import labels
from ui.still import pen
from ui.still.lines import ticks
from ui.still.pen import MARGIN

SIZE = labels.SIZE
LETTER = 0.5  # of a letter's height, the width of one: enough for bold names too
LINE = 17  # pixels a line of letters takes
TICK_ROOM = 8  # between the plot and the figures of a scale
CLEAR = 4  # pixels a name keeps off other marks
FARTHER = tuple(range(6, 61, 6))  # pixels a name may stand off its mark, led to it by a line
STROKE = 2  # pixels, of the lines between the quadrants
ANCHORS = {1: "start", 0: "middle", -1: "end"}
BESIDE = labels.Stand(0, 1, 0, 1)
Box = tuple[float, float, float, float]  # left, bottom, right and top, counted upwards


class Mark(NamedTuple):
    """A sign at a place, its words under the pointer, and its name beside it if it has one."""

    across: float
    up: float
    look: pen.Sign
    radius: float
    said: str
    name: str = ""


class Scale(NamedTuple):
    """From which to which value, where it is parted, what it is, and how a value on it is written."""

    low: float
    high: float
    parted: float
    title: str
    tick: Callable[[float], str]


class Quadrants(NamedTuple):
    """Marks, later ones over earlier; names are placed for the last first.

    `corners` are the names of the quadrants: upper left, upper right, lower left, lower right.
    """

    marks: tuple[Mark, ...]
    across: Scale
    up: Scale
    corners: tuple[str, ...]
    height: float


class _Sheet(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float
    across: Scale
    up: Scale

    def x(self, value: float) -> float:
        part = (value - self.across.low) / (self.across.high - self.across.low)
        return round(self.left + part * (self.right - self.left), 1)

    def y(self, value: float) -> float:
        part = (value - self.up.low) / (self.up.high - self.up.low)
        return round(self.bottom - part * (self.bottom - self.top), 1)


def drawing(quadrants: Quadrants, width: float, *, alt: str, name: str = "") -> str:
    """Return the quadrants as a picture `width` pixels wide; see :func:`ui.still.pen.image`."""
    across, up = quadrants.across, quadrants.up
    scale = ticks(up.low, up.high)
    left = MARGIN + max(len(up.tick(each)) for each in scale) * SIZE * LETTER + TICK_ROOM
    sheet = _Sheet(
        left, width - MARGIN, MARGIN + 1.5 * LINE, quadrants.height - TICK_ROOM - 2.5 * LINE, across, up
    )
    parted = (
        f'<path d="M{sheet.x(across.parted):g} {sheet.top:g}V{sheet.bottom:g}'
        f'M{sheet.left:g} {sheet.y(up.parted):g}H{sheet.right:g}" fill="none" stroke="currentColor" '
        f'stroke-width="{STROKE}" stroke-dasharray="2 3"/>'
    )
    corners, taken = _corners(quadrants, sheet)
    signs = "".join(
        pen.sign(mark.look, sheet.x(mark.across), sheet.y(mark.up), mark.radius) for mark in quadrants.marks
    )
    said = [
        pen.of_mark(sheet.x(mark.across), sheet.y(mark.up), mark.radius, mark.said)
        for mark in quadrants.marks
    ]
    drawn = _scales(scale, sheet) + parted + signs + corners + _names(quadrants, sheet, taken)
    return pen.image(drawn, said, (width, quadrants.height), alt=alt, name=name, align="left")


def _scales(upwards: list[float], sheet: _Sheet) -> str:
    """What the scales are and some of their values: the upward one's title above it, read level."""
    drawn = pen.text(sheet.up.title, MARGIN, MARGIN + 0.7 * LINE, SIZE)
    foot = sheet.bottom + TICK_ROOM + LINE
    drawn += pen.text(sheet.across.title, sheet.right, foot + LINE, SIZE, anchor="end")
    for each in upwards:
        drawn += pen.text(
            sheet.up.tick(each), sheet.left - TICK_ROOM, sheet.y(each) + 0.35 * SIZE, SIZE, anchor="end"
        )
    for each in ticks(sheet.across.low, sheet.across.high):
        drawn += pen.text(sheet.across.tick(each), sheet.x(each), foot - 4, SIZE, anchor="middle")
    return drawn


def _corners(quadrants: Quadrants, sheet: _Sheet) -> tuple[str, list[Box]]:
    """The names of the quadrants, each in its own corner, and where they and the lines stand."""
    x, y = sheet.x(sheet.across.parted), sheet.y(sheet.up.parted)
    drawn = ""
    taken = [
        (x - STROKE, -sheet.bottom, x + STROKE, -sheet.top),
        (sheet.left, -y - STROKE, sheet.right, -y + STROKE),
    ]
    for number, words in enumerate(quadrants.corners):
        right, below = bool(number % 2), number > 1
        room = sheet.right - x if right else x - sheet.left
        lines = textwrap.wrap(words, int(room / SIZE / LETTER), break_long_words=False)
        wide, tall = max(map(len, lines)) * SIZE * LETTER, len(lines) * LINE
        at, top = (sheet.right if right else sheet.left), (sheet.bottom - tall if below else sheet.top)
        for line, said in enumerate(lines):
            drawn += pen.text(
                said, at, top + (line + 0.75) * LINE, SIZE, anchor="end" if right else "start",
                look=' font-weight="600"',
            )  # fmt: skip
        left = at - wide if right else at
        taken.append((left, -top - tall, left + wide, -top))
    return drawn, taken


def _names(quadrants: Quadrants, sheet: _Sheet, taken: list[Box]) -> str:
    """The names beside their marks, where they are free; where nothing is, on the right of it."""
    marks = quadrants.marks[::-1]
    # For the names, up is more.
    circles = np.array([(sheet.x(each.across), -sheet.y(each.up), each.radius) for each in marks])
    room = labels.Room(
        (sheet.left, -sheet.bottom, sheet.right, -sheet.top),
        circles.reshape(-1, 3),
        np.array([bool(each.name) for each in marks], dtype=bool),
        pixel=1,
        clear=CLEAR,
        farther=FARTHER,
        taken=taken,
    )
    return "".join(
        _name(each, circles[number], room.stand(number, each.name) or BESIDE)
        for number, each in enumerate(marks)
        if each.name
    )


def _name(mark: Mark, circle: np.ndarray, stand: labels.Stand) -> str:
    """A name where it stands, led to its mark by a line where it stands off it."""
    x, y, radius = map(float, circle)
    off, right, up, lean = stand
    gap = (radius + labels.GAP + off) * (labels.DIAGONAL if right and up else 1)
    end = (x + right * gap, -y - up * gap)
    foot = end[1] - up * labels.HEIGHT * SIZE / 2 + 0.35 * SIZE
    led = pen.leader((x, -y), end, radius) if off else ""
    return led + pen.text(mark.name, round(end[0], 1), round(foot, 1), SIZE, anchor=ANCHORS[lean])
