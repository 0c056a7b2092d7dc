"""A plain map of the home island drawn with plotly: outlines, circles, arcs, labels; no tiles, no network."""

from __future__ import annotations

from collections.abc import Iterable
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
# Where a label may stand beside its circle, best first: (steps right, steps up).
PLACES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


class Box(NamedTuple):
    """A rectangle in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Whether the two rectangles overlap."""
        return (
            self.west < other.east
            and other.west < self.east
            and self.south < other.north
            and other.south < self.north
        )


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
    figure: go.Figure, points: pd.DataFrame, *, radius: pd.Series | float = 6, width: float = PLOT_WIDTH
) -> list[str]:
    """Write names beside points so that none covers another; return those that found no room.

    Parameters
    ----------
    figure
        Made by :func:`land`.
    points
        ``longitude``, ``latitude``, ``name``; the most important first, they are placed first.
    radius
        Radius of each point's circle in pixels, aligned with `points`.
    width
        Pixels the map is wide at the least.
    """
    (west, east), (south, north) = figure.layout.xaxis.range, figure.layout.yaxis.range
    # Degrees a pixel.
    degree = max((north - south) / (figure.layout.height - 20), (east - west) / width)
    radii = radius if isinstance(radius, pd.Series) else pd.Series(float(radius), index=points.index)
    taken = [
        _around(row.longitude, row.latitude, radii[row.Index] * degree * 0.8) for row in points.itertuples()
    ]
    left_out, labels = [], []
    for row in points.itertuples():
        wide, high = len(row.name) * LABEL_SIZE * 0.56 * degree, LABEL_SIZE * 1.15 * degree
        gap = (radii[row.Index] + 3) * degree
        for right, up in PLACES:
            box = _label_box((row.longitude, row.latitude), (right, up), (wide, high), gap)
            inside = box.west > west and box.east < east
            if inside and not any(box.meets(other) for other in taken):
                taken.append(box)
                labels.append(_label(row, right, up, radii[row.Index]))
                break
        else:
            left_out.append(row.name)
    # All at once: plotly copies every annotation for each one added.
    figure.update_layout(annotations=[*figure.layout.annotations, *labels])
    return left_out


def _around(x: float, y: float, reach: float) -> Box:
    return Box(x - reach, y - reach, x + reach, y + reach)


def _label_box(at: tuple[float, float], side: tuple[int, int], size: tuple[float, float], gap: float) -> Box:
    (x, y), (right, up), (wide, high) = at, side, size
    diagonal = 0.75 if right and up else 1
    middle_x = x + right * (gap * diagonal + wide / 2)
    middle_y = y + up * (gap * diagonal + high / 2)
    return Box(middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2)


def _label(row, right: int, up: int, radius: float) -> dict:
    diagonal = 0.75 if right and up else 1
    return {
        "x": row.longitude,
        "y": row.latitude,
        "text": row.name,
        "showarrow": False,
        "xanchor": {1: "left", -1: "right", 0: "center"}[right],
        "yanchor": {1: "bottom", -1: "top", 0: "middle"}[up],
        "xshift": right * (radius + 3) * diagonal,
        "yshift": up * (radius + 1) * diagonal,
        "font": {"size": LABEL_SIZE},
    }
