"""What every picture in the page is drawn with: letters, signs, a key above, words under the pointer."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Sequence
from typing import Literal, NamedTuple
from urllib.parse import quote

from wording.escaping.html import plain

MARGIN = 10
WIDTH_OF_LETTER = 0.56  # of its height, as `charts_map` reckons
WIDTH_OF_WORDS = 0.5  # of several words, where a gap follows that may be narrower
LEGEND_LINE, LEGEND_GAP, LEGEND_SIZE = 24, 18, 15
TIP_SIZE, TIP_LINE, TIP_ROOM, TIP_LETTERS = 13, 17, 8, 46
ALIGNED = {"left": "xMinYMid", "middle": "xMidYMid"}
# Corners of forms around a place, in radii to the right and down.
CORNERS = {
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle-up": ((0, -1.2), (1.15, 0.8), (-1.15, 0.8)),
    "cross": (
        (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
        (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
    ),
}  # fmt: skip
STAR_POINTS, STAR_INNER = 5, 0.45  # its inner corners, of the way to the outer
NEAREST = 9  # pixels around a mark's middle that answer the pointer at the least
LEADER_GAP = 2  # pixels between a label and the line to it
READABLE = " /:;=,.-()<>'"  # what a picture's address may hold unescaped within double quotes


class Sign(NamedTuple):
    """How a mark looks: its form as Plotly calls it, its fill, and its rim where it has one."""

    symbol: str
    fill: str
    rim: str = ""
    rim_width: float = 0


class Entry(NamedTuple):
    """A sign of the key and what it means; `title` begins a line and names it and the signs after it."""

    look: Sign
    name: str
    title: str = ""
    radius: float = 6


class Said(NamedTuple):
    """Words that stand by a place while the pointer is on `answers`, a shape nobody sees."""

    x: float
    y: float
    away: float
    text: str
    answers: str


def width_of(words: str, size: float) -> float:
    """Return about how many pixels `words` take in letters `size` high."""
    return len(words) * size * WIDTH_OF_LETTER


def mixed(colours: Sequence[str], at: float) -> str:
    """Return the colour that stands at `at` on the way from the first colour (0) to the last (1).

    Parameters
    ----------
    colours
        As ``#RRGGBB``, at equal steps.
    at
        Beyond 0 and 1 the first and the last.
    """
    place = min(max(at, 0), 1) * (len(colours) - 1)
    before = min(int(place), len(colours) - 2)
    one, other = (
        [int(colours[each][digit : digit + 2], 16) for digit in (1, 3, 5)] for each in (before, before + 1)
    )
    channels = (a + (b - a) * (place - before) for a, b in zip(one, other, strict=True))
    return "#" + "".join(f"{round(each):02X}" for each in channels)


def text(words: str, x: float, y: float, size: float, *, anchor: str = "start", look: str = "") -> str:
    """Return a line of letters; `y` is where they stand, `anchor` the end of the line that is at `x`."""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"{look}>{plain(words)}</text>'
    )


def sign(look: Sign, x: float, y: float, radius: float) -> str:
    """Return a mark around a place: one of `CORNERS`, a circle, square, star, x or an upright tick."""
    paint = f'fill="{look.fill}"'
    if look.rim_width:
        paint += f' stroke="{look.rim}" stroke-width="{look.rim_width:g}"'
    if look.symbol == "square":
        side = f'width="{2 * radius:g}" height="{2 * radius:g}"'
        return f'<rect x="{x - radius:g}" y="{y - radius:g}" {side} {paint}/>'
    if look.symbol == "tick":
        return f'<rect x="{x - 1.5:g}" y="{y - radius:g}" width="3" height="{2 * radius:g}" {paint}/>'
    if look.symbol in CORNERS:
        corners = (f"{x + right * radius:g},{y + down * radius:g}" for right, down in CORNERS[look.symbol])
        return f'<polygon points="{" ".join(corners)}" {paint}/>'
    if look.symbol == "star":
        return f'<polygon points="{_star(x, y, radius)}" {paint}/>'
    if look.symbol == "x":
        strokes = "".join(
            f"M{x - radius:g} {y - side:g}L{x + radius:g} {y + side:g}" for side in (radius, -radius)
        )
        return f'<path d="{strokes}" {paint}/>'
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" {paint}/>'


def _star(x: float, y: float, radius: float) -> str:
    """The corners of a star with a point upwards, outer and inner ones in turn."""
    corners = []
    for number in range(2 * STAR_POINTS):
        reach = radius if number % 2 == 0 else STAR_INNER * radius
        angle = math.pi * number / STAR_POINTS
        corners.append(f"{x + reach * math.sin(angle):.1f},{y - reach * math.cos(angle):.1f}")
    return " ".join(corners)


def of_mark(x: float, y: float, radius: float, words: str) -> Said:
    """Return what is said of a mark while the pointer is on it, or near the middle of a small one."""
    reach = max(radius, NEAREST)
    return Said(x, y, radius, words, f'<circle cx="{x:g}" cy="{y:g}" r="{reach:g}" fill="transparent"/>')


def leader(place: tuple[float, float], end: tuple[float, float], off: float) -> str:
    """Return a fine line from `off` pixels beside a place almost to the label that ends at `end`."""
    length = math.dist(place, end)
    (x, y), (to_x, to_y) = (
        [round(here + far / length * (there - here), 1) for here, there in zip(place, end, strict=True)]
        for far in (off, length - LEADER_GAP)
    )
    return f'<path d="M{x:g} {y:g}L{to_x:g} {to_y:g}" fill="none" stroke="currentColor"/>'


def legend(entries: Sequence[Entry | tuple[Sign, str]], width: float) -> tuple[str, float]:
    """Return the signs and what they mean, in lines above the picture, and the height of these lines."""
    drawn, x, line = "", float(MARGIN), 0
    for each in entries:
        look, name, title, radius = each if isinstance(each, Entry) else Entry(*each)
        if title and x > MARGIN:
            x, line = float(MARGIN), line + 1
        if title:
            drawn += text(title, x, _legend_middle(line) + 5, LEGEND_SIZE)
            x += len(title) * LEGEND_SIZE * WIDTH_OF_WORDS + LEGEND_GAP
        wide = 22 + width_of(name, LEGEND_SIZE) + LEGEND_GAP
        if x > MARGIN and x + wide - LEGEND_GAP > width:
            x, line = float(MARGIN), line + 1
        middle = _legend_middle(line)
        drawn += sign(look, x + 8, middle, radius) + text(name, x + 22, middle + 5, LEGEND_SIZE)
        x += wide
    return drawn, (line + 1) * LEGEND_LINE if entries else 0


def _legend_middle(line: int) -> float:
    return MARGIN + (line + 0.4) * LEGEND_LINE


def tip(said: Said, width: float, height: float) -> str:
    """Return the words, over all marks and within a picture so large, behind what answers the pointer."""
    most = min(TIP_LETTERS, int((width - 2 * TIP_ROOM) / TIP_SIZE / WIDTH_OF_LETTER))
    lines, strong = [], []
    for whole in said.text.split("<br>"):
        parts = textwrap.wrap(re.sub(r"</?b>", "", whole), most)
        lines += parts
        strong += [whole.startswith("<b>")] * len(parts)
    wide = max(width_of(line, TIP_SIZE) for line in lines) + 2 * TIP_ROOM
    tall = len(lines) * TIP_LINE + TIP_ROOM
    left = min(max(said.x - wide / 2, 0), max(width - wide, 0))
    above = said.y - said.away - 4 - tall
    top = above if above >= 0 else min(said.y + said.away + 4, height - tall)
    words = "".join(
        text(
            line, left + TIP_ROOM, top + (number + 0.95) * TIP_LINE, TIP_SIZE,
            look=' font-weight="600"' if strong[number] else "",
        )
        for number, line in enumerate(lines)
    )  # fmt: skip
    box = f'<rect x="{left:g}" y="{top:g}" width="{wide:g}" height="{tall:g}" rx="4"/>'
    return f"<g>{said.answers}<g>{box}{words}</g></g>"


def image(
    drawn: str,
    said: Sequence[Said],
    size: tuple[float, float],
    *,
    alt: str,
    name: str = "",
    align: Literal["left", "middle"] = "middle",
) -> str:
    """Return a picture that scales down with its column and never up, with its words under the pointer.

    Parameters
    ----------
    drawn
        Shapes and letters, as SVG.
    said
        What stands by a mark while the pointer is on it, later ones over earlier.
    size
        Pixels wide and high.
    alt
        What the picture shows, in a sentence.
    name
        Class of the element, to show one picture of several.
    align
        Where the picture stands in a wider column.

    Returns
    -------
    str
        An ``<img>``: Streamlit's ``st.html`` takes drawings out. ``ui/assets/still.js`` puts the drawing in.
    """
    width, height = size
    tips = "".join(tip(each, width, height) for each in said)
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'preserveAspectRatio="{ALIGNED[align]}" '
        f'style="max-height:{height:g}px" width="100%" fill="currentColor">'
        f'{drawn}<g class="kata" visibility="hidden">{tips}</g></svg>'
    )
    source = f"data:image/svg+xml,{quote(whole, safe=READABLE)}"
    return f'<img class="sk-diam {name}" loading="lazy" alt="{plain(alt)}" src="{source}">'
