"""A plain map of the home island drawn with plotly: outlines, circles, arcs, labels; no tiles, no network."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from data import geometry
from data.territory import HOME
from ui import charts

SUMATRA = (94.6, -6.3, 107.3, 6.4)  # west, south, east, north
NORTH = (94.4, -1.7, 105.2, 6.3)
ELSEWHERE = 0.25  # of the wider side, kept free around cities elsewhere
ROOM = 0.35  # degrees kept free around the outermost city
PLOT_WIDTH = 640  # pixels a plot is at least expected to have beside the menu; labels are placed for it
PHONE_WIDTH = 350
LAND = "rgba(128,140,138,0.22)"
COAST = "rgba(110,122,120,0.55)"
LABEL_SIZE = 14
LABEL_GAP = 3  # pixels between a circle and its label
LINE_STEP = 3  # pixels between the points a line to a label is looked at
# Where a label may stand beside its circle, best first: (steps right, steps up).
PLACES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
# Where a label may stand that a line leads to: at the line's end it begins (1), ends (-1) or has its middle.
LED_PLACES = tuple((side, side[0]) for side in PLACES) + tuple(
    ((right, up), lean) for right, up in PLACES if up for lean in (-1, 0, 1) if lean != right
)


class Box(NamedTuple):
    """A rectangle in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, other: Box) -> bool:
        """Whether the other lies within this one."""
        return (
            self.west < other.west
            and other.east < self.east
            and self.south < other.south
            and other.north < self.north
        )

    def meets(self, other: Box) -> bool:
        """Whether the two rectangles overlap."""
        return (
            self.west < other.east
            and other.west < self.east
            and self.south < other.north
            and other.south < self.north
        )


class Circle(NamedTuple):
    """A circle in degrees."""

    x: float
    y: float
    radius: float

    def grown(self, by: float) -> Circle:
        """Return the circle with more around it."""
        return self._replace(radius=self.radius + by)

    def meets(self, box: Box) -> bool:
        """Whether a part of the box lies within the circle."""
        across = self.x - min(max(self.x, box.west), box.east)
        up = self.y - min(max(self.y, box.south), box.north)
        return across**2 + up**2 < self.radius**2


def _rings(geometry_: dict) -> Iterable[list]:
    parts = [geometry_["coordinates"]] if geometry_["type"] == "Polygon" else geometry_["coordinates"]
    for polygon in parts:
        yield polygon[0]


@lru_cache(maxsize=1)
def outlines() -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Return longitudes and latitudes of the coasts of the home provinces, rings parted by None.

    Where no outline of them is known, the outlines of the cities.
    """
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    provinces = geometry.geojson("indonesia")["features"]
    own = [each for each in provinces if each["properties"].get("code") in HOME.provinces]
    for feature in own or geometry.geojson("cities")["features"]:
        for ring in _rings(feature["geometry"]):
            longitudes += [*(point[0] for point in ring), None]
            latitudes += [*(point[1] for point in ring), None]
    return tuple(longitudes), tuple(latitudes)


def box_of(points: pd.DataFrame) -> tuple[float, float, float, float]:
    """Return the frame of the map for some cities: the north or all of Sumatra, elsewhere what holds them."""
    found = (
        points["longitude"].min(),
        points["latitude"].min(),
        points["longitude"].max(),
        points["latitude"].max(),
    )
    for frame in (NORTH, SUMATRA):
        if holds(frame, found):
            return frame
    west, south, east, north = found
    room = max(ROOM, ELSEWHERE * max(east - west, north - south))
    return west - room, south - room, east + room, north + room


def holds(frame: tuple[float, float, float, float], found: tuple[float, float, float, float]) -> bool:
    """Whether the box `found` lies within `frame` with some room around it."""
    west, south, east, north = frame
    return (
        west + ROOM <= found[0]
        and south + ROOM <= found[1]
        and found[2] <= east - ROOM
        and found[3] <= north - ROOM
    )


def land(height: int = 560, box: tuple[float, float, float, float] = SUMATRA) -> go.Figure:
    """Return a map to draw on: x is longitude, y is latitude, true to scale at the equator.

    Parameters
    ----------
    box
        West, south, east, north of what is shown.
    """
    figure = charts.base(height, showlegend=False)
    longitudes, latitudes = outlines()
    figure.add_scatter(
        x=longitudes, y=latitudes, mode="lines", fill="toself", fillcolor=LAND,
        line={"color": COAST, "width": 1}, hoverinfo="skip", name="",
    )  # fmt: skip
    west, south, east, north = box
    figure.update_xaxes(visible=False, range=[west, east], fixedrange=True, constrain="domain")
    figure.update_yaxes(
        visible=False,
        range=[south, north],
        fixedrange=True,
        scaleanchor="x",
        scaleratio=1,
        constrain="domain",
    )
    return figure


def add_labels(
    figure: go.Figure,
    points: pd.DataFrame,
    *,
    radius: pd.Series | float = 6,
    width: float = PLOT_WIDTH,
    clear: float = 0,
    farther: Sequence[float] = (),
) -> list[str]:
    """Write names beside points so that none covers another; return those that found no room.

    Parameters
    ----------
    figure
        Made by :func:`land`.
    points
        ``longitude``, ``latitude``, ``name``; the most important first, they are placed first. One with an
        empty name gets none; the names of others keep off it, their lines may pass over it.
    radius
        Radius of each point's circle in pixels, aligned with `points`.
    width
        Pixels the map is wide at the least.
    clear
        Pixels a name without a line keeps off the circles of others, so that it does not seem to be theirs.
    farther
        Pixels a name may stand off its circle where there is no room right beside it, tried one after the
        other; an arrow without a head then leads from it to the circle.
    """
    (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    # Degrees a pixel.
    degree = max((north - south) / (figure.layout.height - 20), (east - west) / width)
    radii = radius if isinstance(radius, pd.Series) else pd.Series(float(radius), index=points.index)
    circles = [Circle(row.longitude, row.latitude, radii[row.Index] * degree) for row in points.itertuples()]
    named = {circle for circle, name in zip(circles, points["name"], strict=True) if name}
    frame, taken = Box(west, south, east, north), list[Box]()
    left_out, labels = [], []
    for row, own in zip(points.itertuples(), circles, strict=True):
        if not row.name:
            continue
        others = [circle for circle in circles if circle is not own]
        others_named = [circle for circle in others if circle in named]
        kept_off = {each: [other.grown(each * degree) for other in others] for each in (clear, LABEL_GAP)}
        size = (len(row.name) * LABEL_SIZE * 0.56 * degree, LABEL_SIZE * 1.15 * degree)
        ways = [(0, (side, side[0])) for side in PLACES] + list(itertools.product(farther, LED_PLACES))
        for off, (side, lean) in ways:
            gap = own.radius + (LABEL_GAP + off) * degree
            box = _label_box((own.x, own.y), side, lean, size, gap)
            line = _line(own, side, gap, degree) if off else []
            near = LABEL_GAP if off else clear
            if (
                frame.holds(box)
                and not any(other.meets(box) for other in taken)
                and not any(other.meets(box) for other in kept_off[near])
                and not _crosses(line, own, taken, others_named)
            ):
                taken += [box, *line]
                labels.append(_label(row, side, lean, radii[row.Index], off))
                break
        else:
            left_out.append(row.name)
    # All at once: plotly copies every annotation for each one added.
    figure.update_layout(annotations=[*figure.layout.annotations, *labels])
    return left_out


def _line(own: Circle, side: tuple[int, int], gap: float, pixel: float) -> list[Box]:
    """Points of the line from a circle's edge to a label that stands off it, as boxes that touch."""
    diagonal = 0.75 if all(side) else 1
    length = gap * diagonal * math.hypot(*side) - own.radius
    right, up = (step / math.hypot(*side) for step in side)
    half, found = LINE_STEP / 2 * pixel, []
    # Not its very end, which touches its own label.
    for number in range(1, int(length / pixel / LINE_STEP)):
        far = own.radius + number * LINE_STEP * pixel
        x, y = own.x + right * far, own.y + up * far
        found.append(Box(x - half, y - half, x + half, y + half))
    return found


def _crosses(line: list[Box], own: Circle, taken: list[Box], others: list[Circle]) -> bool:
    """Whether a line meets a name or another line, or a circle other than one its own lies in."""
    here = Box(own.x, own.y, own.x, own.y)
    foreign = [other for other in others if not other.meets(here)]
    met = itertools.chain(
        (box.meets(point) for box in taken for point in line),
        (circle.meets(point) for circle in foreign for point in line),
    )
    return any(met)


def _label_box(
    at: tuple[float, float], side: tuple[int, int], lean: int, size: tuple[float, float], gap: float
) -> Box:
    (x, y), (right, up), (wide, high) = at, side, size
    diagonal = 0.75 if right and up else 1
    middle_x = x + right * gap * diagonal + lean * wide / 2
    middle_y = y + up * (gap * diagonal + high / 2)
    return Box(middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2)


def _label(row, side: tuple[int, int], lean: int, radius: float, off: float) -> dict:
    right, up = side
    diagonal = 0.75 if right and up else 1
    label = {
        "x": row.longitude,
        "y": row.latitude,
        "text": row.name,
        "showarrow": False,
        "xanchor": {1: "left", -1: "right", 0: "center"}[lean],
        "yanchor": {1: "bottom", -1: "top", 0: "middle"}[up],
        "xshift": right * (radius + LABEL_GAP + off) * diagonal,
        "yshift": up * (radius + 1 + off) * diagonal,
        "font": {"size": LABEL_SIZE},
    }
    if not off:
        return label
    # An arrow's end is so far from the point, its beginning is the text's place: pixels, down positive.
    across, down = label.pop("xshift"), -label.pop("yshift")
    return label | {
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 1,
        "standoff": radius,
        "ax": across,
        "ay": down,
    }
