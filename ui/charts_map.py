"""A plain map of the home island drawn with plotly: outlines, circles, arcs, labels; no tiles, no network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from data import geometry
from data.territory import HOME
from ui import charts, labels

SUMATRA = (94.6, -6.3, 107.3, 6.4)  # west, south, east, north
NORTH = (94.4, -1.7, 105.2, 6.3)
ELSEWHERE = 0.25  # of the wider side, kept free around cities elsewhere
ROOM = 0.35  # degrees kept free around the outermost city
PLOT_WIDTH = 640  # pixels a plot is at least expected to have beside the menu; labels are placed for it
PHONE_WIDTH = 350
LAND = "rgba(128,140,138,0.22)"
COAST = "rgba(110,122,120,0.55)"


class Box(NamedTuple):
    """A rectangle in degrees."""

    west: float
    south: float
    east: float
    north: float


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
    radii = radii[points.index]
    room = labels.Room(
        (west, south, east, north),
        np.column_stack([points["longitude"], points["latitude"], radii * degree]).astype(float),
        (points["name"] != "").to_numpy(),
        pixel=degree,
        clear=clear,
        farther=farther,
    )
    left_out, notes = [], []
    for number, (row, own) in enumerate(zip(points.itertuples(), radii, strict=True)):
        stand = room.stand(number, row.name) if row.name else None
        if stand is not None:
            notes.append(_label(row, stand, own))
        elif row.name:
            left_out.append(row.name)
    # All at once: plotly copies every annotation for each one added.
    figure.update_layout(annotations=[*figure.layout.annotations, *notes])
    return left_out


def _label(row, stand: labels.Stand, radius: float) -> dict:
    off, right, up, lean = stand
    diagonal = labels.DIAGONAL if right and up else 1
    label = {
        "x": row.longitude,
        "y": row.latitude,
        "text": row.name,
        "showarrow": False,
        "xanchor": {1: "left", -1: "right", 0: "center"}[lean],
        "yanchor": {1: "bottom", -1: "top", 0: "middle"}[up],
        "xshift": right * (radius + labels.GAP + off) * diagonal,
        "yshift": up * (radius + 1 + off) * diagonal,
        "font": {"size": labels.SIZE},
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
