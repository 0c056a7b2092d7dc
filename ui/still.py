"""A map of `ui.charts_map` as a picture in the page: no Plotly in the browser, a third of a first visit.

What a reader asks of such a map is where things are and what a mark means: the words beside a mark come by
CSS (``ui/assets/shell.css``), the picture can be taken along like a chart (``ui/assets/picture.js``).
"""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

import plotly.graph_objects as go

from ui import charts_map
from wording.escaping.html import plain

MARGIN = 10
WIDTH_OF_LETTER = 0.56  # of its height, as `charts_map` reckons
LEGEND_LINE, LEGEND_GAP = 24, 18
TIP_SIZE, TIP_LINE, TIP_ROOM, TIP_LETTERS = 13, 17, 8, 46
DASHES = {"dash": "9 6", "dot": "3 4"}
ANCHORS = {"left": "start", "right": "end", "center": "middle"}
BELOW_LINE = {"bottom": -0.2, "middle": 0.35, "top": 0.9}  # of a letter's height, from there to its foot
READABLE = " /:;=,.-()<>'"  # what a picture's address may hold unescaped within double quotes
NEAREST = 9  # pixels around a mark's middle that answer the pointer at the least
LINE_REACH = 12  # pixels across a line that do
ARROW_HALF = 0.4  # of an arrow head's length, half its width


@dataclass(frozen=True)
class Pictures:
    """A function of a module that draws a map for a width, its arguments before the width, and the widths."""

    make: Callable[..., go.Figure]
    arguments: tuple
    widths: tuple[float, ...]

    def drawn(self, alt: str) -> str:
        """Return the pictures as HTML; of two, a window shows the first and a phone the second."""
        names = ("lebar", "sempit") if len(self.widths) > 1 else ("",)
        return "".join(
            drawing(self.make(*self.arguments, width), width, alt=alt, name=name)
            for width, name in zip(self.widths, names, strict=True)
        )


def pictures(
    make: Callable[..., go.Figure],
    *arguments,
    widths: tuple[float, ...] = (charts_map.PLOT_WIDTH, charts_map.PHONE_WIDTH),
) -> Pictures:
    """Return the pictures of ``make(*arguments, width)`` for each width, for :func:`ui.widgets.chart`.

    Parameters
    ----------
    make, arguments
        As for :func:`ui.finished.recipe`; it returns a map of ``ui.charts_map`` for a column so wide.
    widths
        Pixels of the column in a window and, where the map is another one there, on a phone.
    """
    return Pictures(make, arguments, widths)


class Sheet(NamedTuple):
    """Where degrees lie on the picture."""

    west: float
    north: float
    scale: float  # pixels a degree
    top: float
    width: float
    height: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the place in pixels from the left and from the top."""
        return (
            round(MARGIN + (longitude - self.west) * self.scale, 1),
            round(self.top + (self.north - latitude) * self.scale, 1),
        )


def drawing(figure: go.Figure, width: float, *, alt: str, name: str = "") -> str:
    """Return a map as a picture that scales down with its column and never up.

    Parameters
    ----------
    figure
        Of :func:`ui.charts_map.land` with lines, marks and labels on it; nothing else is drawn.
    width
        Pixels the picture is at most wide; its height follows, at most that of `figure`.
    alt
        What it shows, in a sentence.
    name
        Class of the element, to show one picture of several.

    Returns
    -------
    str
        An ``<img>``: Streamlit's ``st.html`` takes drawings out. ``ui/assets/still.js`` puts the drawing in.
    """
    wanted = [trace for trace in figure.data if trace.showlegend is not False and trace.name]
    legend, legend_height = _legend(wanted if figure.layout.showlegend else [], width)
    sheet = _sheet(figure, width, legend_height)
    lines = "".join(_line(trace, sheet) for trace in figure.data if trace.mode == "lines")
    marks = [mark for trace in figure.data if trace.mode == "markers" for mark in _marks(trace, sheet)]
    said = [tip for trace in figure.data if trace.mode == "lines" for tip in _course_said(trace, sheet)]
    labels = "".join(_label(note, sheet) for note in figure.layout.annotations)
    tips = "".join(_tip(each, sheet) for each in [*said, *(mark.said() for mark in marks if mark.text)])
    shown = "".join(mark.shape for mark in marks)
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width:g} {sheet.height:g}" '
        f'style="max-height:{sheet.height:g}px" width="100%" fill="currentColor">'
        f'{lines}{shown}{labels}{legend}<g class="kata" visibility="hidden">{tips}</g></svg>'
    )
    source = f"data:image/svg+xml,{quote(drawn, safe=READABLE)}"
    return f'<img class="sk-diam {name}" alt="{plain(alt)}" src="{source}">'


def _sheet(figure: go.Figure, width: float, legend: float) -> Sheet:
    (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    room = figure.layout.height - 2 * MARGIN - legend
    scale = min((width - 2 * MARGIN) / (east - west), room / (north - south))
    wide, tall = (east - west) * scale + 2 * MARGIN, (north - south) * scale + 2 * MARGIN + legend
    return Sheet(west, north, scale, MARGIN + legend, round(wide), round(tall))


def _line(trace: go.Scatter, sheet: Sheet) -> str:
    parts = [part for part in _parts(trace, sheet) if _meets(part, sheet)]
    course = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in part) for part in parts)
    dash = DASHES.get(trace.line.dash)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    faint = "" if trace.opacity is None else f' opacity="{trace.opacity:.2g}"'
    fill = trace.fillcolor if trace.fill else "none"
    return (
        f'<path d="{course}" fill="{fill}" stroke="{trace.line.color}" '
        f'stroke-width="{trace.line.width:.3g}"{dashed}{faint}/>'
    )


def _course_said(trace: go.Scatter, sheet: Sheet) -> list[_Said]:
    """What is said of a line that has words: beside its middle, wherever on it the pointer rests."""
    if trace.text is None:
        return []
    course = [place for part in _parts(trace, sheet) for place in part]
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in course)
    wide = max(trace.line.width, LINE_REACH)
    answers = f'<path d="{path}" fill="none" stroke="transparent" stroke-width="{wide:g}"/>'
    x, y = course[len(course) // 2]
    return [_Said(x, y, 0, _each(trace.text, 0), answers)]


def _parts(trace: go.Scatter, sheet: Sheet) -> list[list[tuple[float, float]]]:
    """The places of a line, a list for each of its parts, which Plotly parts by None."""
    found: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace.x, trace.y, strict=True):
        if x is None:
            found.append([])
        else:
            found[-1].append(sheet.at(x, y))
    return [part for part in found if part]


def _meets(part: list[tuple[float, float]], sheet: Sheet) -> bool:
    across, down = zip(*part, strict=True)
    return max(across) > 0 and min(across) < sheet.width and max(down) > 0 and min(down) < sheet.height


class _Said(NamedTuple):
    """Words that stand by a place while the pointer is on what answers it."""

    x: float
    y: float
    away: float
    text: str
    answers: str


class _Mark(NamedTuple):
    x: float
    y: float
    radius: float
    shape: str
    text: str

    def said(self) -> _Said:
        reach = max(self.radius, NEAREST)
        answers = f'<circle cx="{self.x:g}" cy="{self.y:g}" r="{reach:g}" fill="transparent"/>'
        return _Said(self.x, self.y, self.radius, self.text, answers)


def _marks(trace: go.Scatter, sheet: Sheet) -> list[_Mark]:
    places = [sheet.at(x, y) for x, y in zip(trace.x, trace.y, strict=True)]
    if trace.marker.symbol == "arrow":
        (before, end), size = places[-2:], _each(trace.marker.size, len(places) - 1)
        return [_Mark(*end, 0, _arrow(before, end, size, trace.marker), "")]
    found = []
    for number, (x, y) in enumerate(places):
        radius = _each(trace.marker.size, number) / 2
        text = "" if trace.text is None else _each(trace.text, number)
        found.append(_Mark(x, y, radius, _shape(trace.marker, number, (x, y), radius), text))
    return found


def _each(value, number: int):
    """A property of one mark: Plotly takes one for all or one for each."""
    return value if isinstance(value, (str, int, float)) else value[number]


def _shape(marker, number: int, place: tuple[float, float], radius: float) -> str:
    x, y = place
    look = f'fill="{_each(marker.color, number)}"'
    if marker.line.width:
        look += f' stroke="{marker.line.color}" stroke-width="{marker.line.width:g}"'
    if marker.symbol == "square":
        side = f'width="{2 * radius:g}" height="{2 * radius:g}"'
        return f'<rect x="{x - radius:g}" y="{y - radius:g}" {side} {look}/>'
    if marker.symbol == "diamond":
        reach = 1.3 * radius
        corners = f"{x:g},{y - reach:g} {x + reach:g},{y:g} {x:g},{y + reach:g} {x - reach:g},{y:g}"
        return f'<polygon points="{corners}" {look}/>'
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" {look}/>'


def _arrow(before: tuple[float, float], end: tuple[float, float], size: float, marker) -> str:
    """A head whose point stands off the end of a line, turned as the line comes in."""
    angle = math.degrees(math.atan2(end[1] - before[1], end[0] - before[0]))
    off, half = -(marker.standoff or 0), size * ARROW_HALF
    corners = f"{off:g},0 {off - size:.3g},{half:.3g} {off - size:.3g},{-half:.3g}"
    turned = f"translate({end[0]:g} {end[1]:g}) rotate({angle:.0f})"
    return f'<polygon points="{corners}" transform="{turned}" fill="{marker.color}"/>'


def _label(note, sheet: Sheet) -> str:
    x, y = sheet.at(note.x, note.y)
    size = note.font.size
    foot = y - (note.yshift or 0) + BELOW_LINE[note.yanchor] * size
    return _text(note.text, x + (note.xshift or 0), foot, size, anchor=ANCHORS[note.xanchor])


def _text(words: str, x: float, y: float, size: float, *, anchor: str = "start", look: str = "") -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"{look}>{plain(words)}</text>'
    )


def _legend(traces: list[go.Scatter], width: float) -> tuple[str, float]:
    """The signs and what they mean, in lines above the map, and the height of these lines."""
    drawn, x, line = "", float(MARGIN), 0
    for trace in traces:
        wide = 22 + len(trace.name) * 15 * WIDTH_OF_LETTER + LEGEND_GAP
        if x > MARGIN and x + wide - LEGEND_GAP > width:
            x, line = MARGIN, line + 1
        middle = MARGIN + (line + 0.4) * LEGEND_LINE
        drawn += _shape(trace.marker, 0, (x + 8, middle), 6) + _text(trace.name, x + 22, middle + 5, 15)
        x += wide
    return drawn, (line + 1) * LEGEND_LINE if traces else 0


def _tip(said: _Said, sheet: Sheet) -> str:
    """The words, over all marks and within the sheet, behind what answers the pointer."""
    most = min(TIP_LETTERS, int((sheet.width - 2 * TIP_ROOM) / TIP_SIZE / WIDTH_OF_LETTER))
    lines, strong = [], []
    for whole in said.text.split("<br>"):
        parts = textwrap.wrap(re.sub(r"</?b>", "", whole), most)
        lines += parts
        strong += [whole.startswith("<b>")] * len(parts)
    wide = max(map(len, lines)) * TIP_SIZE * WIDTH_OF_LETTER + 2 * TIP_ROOM
    tall = len(lines) * TIP_LINE + TIP_ROOM
    left = min(max(said.x - wide / 2, 0), max(sheet.width - wide, 0))
    above = said.y - said.away - 4 - tall
    top = above if above >= 0 else min(said.y + said.away + 4, sheet.height - tall)
    words = "".join(
        _text(
            line, left + TIP_ROOM, top + (number + 0.95) * TIP_LINE, TIP_SIZE,
            look=' font-weight="600"' if strong[number] else "",
        )
        for number, line in enumerate(lines)
    )  # fmt: skip
    box = f'<rect x="{left:g}" y="{top:g}" width="{wide:g}" height="{tall:g}" rx="4"/>'
    return f"<g>{said.answers}<g>{box}{words}</g></g>"
