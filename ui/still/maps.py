"""A map of `ui.charts_map` as a picture in the page."""

from __future__ import annotations

import math
from typing import NamedTuple

import plotly.graph_objects as go

from ui.still import pen
from ui.still.pen import MARGIN

DASHES = {"dash": "9 6", "dot": "3 4"}
ANCHORS = {"left": "start", "right": "end", "center": "middle"}
BELOW_LINE = {"bottom": -0.2, "middle": 0.35, "top": 0.9}  # of a letter's height, from there to its foot
LINE_REACH = 12  # pixels across a line that do
ARROW_HALF = 0.4  # of an arrow head's length, half its width


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
    wanted = [
        _entry(trace)
        for trace in figure.data
        if figure.layout.showlegend and trace.showlegend is not False and trace.name
    ]
    legend, legend_height = pen.legend(wanted, width)
    sheet = _sheet(figure, width, legend_height)
    lines = "".join(_line(trace, sheet) for trace in figure.data if trace.mode == "lines")
    marks = [mark for trace in figure.data if trace.mode == "markers" for mark in _marks(trace, sheet)]
    said = [tip for trace in figure.data if trace.mode == "lines" for tip in _course_said(trace, sheet)]
    labels = "".join(_label(note, sheet) for note in figure.layout.annotations)
    shown = "".join(mark.shape for mark in marks)
    return pen.image(
        f"{lines}{shown}{labels}{legend}",
        [*said, *(mark.said() for mark in marks if mark.text)],
        (sheet.width, sheet.height),
        alt=alt,
        name=name,
    )


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


def _course_said(trace: go.Scatter, sheet: Sheet) -> list[pen.Said]:
    """What is said of a line that has words: beside its middle, wherever on it the pointer rests."""
    if trace.text is None:
        return []
    course = [place for part in _parts(trace, sheet) for place in part]
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in course)
    wide = max(trace.line.width, LINE_REACH)
    answers = f'<path d="{path}" fill="none" stroke="transparent" stroke-width="{wide:g}"/>'
    x, y = course[len(course) // 2]
    return [pen.Said(x, y, 0, _each(trace.text, 0), answers)]


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


class _Mark(NamedTuple):
    x: float
    y: float
    radius: float
    shape: str
    text: str

    def said(self) -> pen.Said:
        return pen.of_mark(self.x, self.y, self.radius, self.text)


def _marks(trace: go.Scatter, sheet: Sheet) -> list[_Mark]:
    places = [sheet.at(x, y) for x, y in zip(trace.x, trace.y, strict=True)]
    if trace.marker.symbol == "arrow":
        (before, end), size = places[-2:], _each(trace.marker.size, len(places) - 1)
        return [_Mark(*end, 0, _arrow(before, end, size, trace.marker), "")]
    # Asked for once: Plotly looks a property up at every asking.
    marker, texts, sizes = trace.marker, trace.text, trace.marker.size
    looks = _looks(marker, len(places))
    found = []
    for number, ((x, y), look) in enumerate(zip(places, looks, strict=True)):
        radius = _each(sizes, number) / 2
        text = "" if texts is None else _each(texts, number)
        found.append(_Mark(x, y, radius, pen.sign(look, x, y, radius), text))
    return found


def _each(value, number: int):
    """A property of one mark: Plotly takes one for all or one for each."""
    return value if isinstance(value, (str, int, float)) else value[number]


def _looks(marker, count: int) -> list[pen.Sign]:
    """How each of so many marks looks."""
    symbol, colour, rim, width = (
        marker.symbol or "circle",
        marker.color,
        marker.line.color or "",
        marker.line.width,
    )
    return [
        pen.Sign(symbol, _each(colour, number), rim, 0 if width is None else _each(width, number))
        for number in range(count)
    ]


def _entry(trace: go.Scatter) -> pen.Entry:
    """What the key says of marks; those without a place stand there for their size."""
    entry = pen.Entry(_looks(trace.marker, 1)[0], trace.name, trace.legendgrouptitle.text or "")
    return entry if len(trace.x) else entry._replace(radius=_each(trace.marker.size, 0) / 2)


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
    across, up = (note.ax, -note.ay) if note.showarrow else (note.xshift or 0, note.yshift or 0)
    foot = y - up + BELOW_LINE[note.yanchor] * size
    led = pen.leader((x, y), (x + across, y - up), note.standoff or 0) if note.showarrow else ""
    return led + pen.text(note.text, x + across, foot, size, anchor=ANCHORS[note.xanchor])
