"""Draw a map without a browser: the ground, arrows, points, and labels that do not cover each other."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

from reports.blocks import Map
from reports.drawing import fonts, ground
from reports.drawing.typesetting import typeset
from wording import theme

LABEL, STRONGER = 10.5, 1.2
LEADING = 1.25
LEGEND_LINE, LEGEND_GAP = 1.5, 4.0
RADIUS = 4.0
Box = tuple[float, float, float, float]


def scene(chart: Map, width: float, height: float, label: float = LABEL) -> dict:
    """Lay `chart` out on a sheet of `width` x `height` points, its labels `label` points high.

    Returns
    -------
    dict
        ``points`` (x, y, radius, colour), ``labels`` (x, y, text, size, strong and the end of a
        leader line, if it needs one), ``arrows`` (two ends, the bend, width, colour), ``legend``, which
        stands below the map (``ground_height``): no city lies under it.
    """
    whole, height = height, height - _legend_height(chart, label)
    window = ground.around([(each.longitude, each.latitude) for each in chart.places], width, height)
    spots = {each.code: window.project(each.longitude, each.latitude) for each in chart.places}
    points = [
        {
            "x": spots[each.code][0],
            "y": spots[each.code][1],
            "r": RADIUS * each.size * (1.35 if each.strong else 1.0),
            "colour": each.colour or theme.ACCENT,
            "strong": each.strong,
        }
        for each in chart.places
    ]
    arrows = [_arrow(spots[each.start], spots[each.end], each) for each in chart.arrows]
    return {
        "width": width,
        "height": whole,
        "ground_height": height,
        "points": points,
        "labels": _labels(chart, spots, (width, height), label),
        "arrows": arrows,
        "label": label,
        "legend": [{"colour": colour, "text": text} for colour, text in chart.legend],
        "font": fonts.FAMILY,
        "ink": theme.INK,
        "credit": chart.credit,
        "ground": ground.svg(window),
    }


def _arrow(start: tuple[float, float], end: tuple[float, float], arrow) -> dict:
    """A bent line that stops short of both points, so that its head is seen."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    bend = min(0.18 * length, 40)
    middle = ((x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend)
    x2, y2, angle = _short_of((x2, y2), middle, RADIUS * 1.6)
    return {
        "x1": x1,
        "y1": y1,
        "x2": x2,
        "y2": y2,
        "mx": middle[0],
        "my": middle[1],
        "angle": angle,
        "width": 1.0 + 3.0 * arrow.weight,
        "colour": arrow.colour or theme.SUPPLY,
    }


def _short_of(end: tuple[float, float], before: tuple[float, float], gap: float):
    angle = math.atan2(end[1] - before[1], end[0] - before[0])
    return end[0] - gap * math.cos(angle), end[1] - gap * math.sin(angle), angle


def _legend_height(chart: Map, label: float) -> float:
    """Height of the legend, a line an entry."""
    return len(chart.legend) * label * LEGEND_LINE + LEGEND_GAP if chart.legend else 0.0


def _labels(chart: Map, spots: dict, sheet: tuple[float, float], label: float) -> list[dict]:
    """Find a place for each label: near its point, on the sheet, over no other label and no point."""
    taken: list[Box] = [(x - 5, y - 5, x + 5, y + 5) for x, y in spots.values()]
    found = []
    crowded = sorted(chart.places, key=lambda each: (not each.strong, -_neighbours(spots[each.code], spots)))
    for each in crowded:
        size = label * (STRONGER if each.strong else 1)
        wide = fonts.text_width(each.name, size, bold=True) + 2
        tall = size * LEADING
        x, y = spots[each.code]
        best = min(
            _candidates(x, y, wide, tall, RADIUS * each.size),
            key=lambda box: _cost(box, (x, y), taken, *sheet) + _misread(box, (x, y), spots.values()),
        )
        taken.append(best)
        written = {"x": best[0], "y": best[1], "text": each.name, "size": size, "strong": each.strong}
        near = _nearest(best, (x, y))
        if math.dist(near, (x, y)) > 9 or _misread(best, (x, y), spots.values()):
            written |= {"fx": x, "fy": y, "tx": near[0], "ty": near[1]}
        found.append(written)
    return found


def _neighbours(spot: tuple[float, float], spots: dict) -> int:
    return sum(math.dist(spot, other) < 60 for other in spots.values())


def _candidates(x: float, y: float, wide: float, tall: float, radius: float):
    """Boxes around a point, nearest first."""
    for away in (3, 8, 14, 20, 27, 35, 44, 54, 66, 80):
        for step in range(24):
            angle = step * math.pi / 12
            cx = x + math.cos(angle) * (radius + away + wide / 2)
            cy = y + math.sin(angle) * (radius + away + tall / 2)
            yield (cx - wide / 2, cy - tall / 2, cx + wide / 2, cy + tall / 2)


def _cost(box: Box, point: tuple[float, float], taken: list[Box], width: float, height: float) -> float:
    overlap = sum(_common(box, other) for other in taken)
    outside = (
        max(0, 3 - box[0]) + max(0, 3 - box[1]) + max(0, box[2] - width + 3) + max(0, box[3] - height + 12)
    )
    return overlap * 50 + outside * 2000 + math.dist(_nearest(box, point), point)


def _misread(box: Box, point: tuple[float, float], spots) -> float:
    """How easily the label in `box` is taken for another point's: that one is as near as its own."""
    own = math.dist(_nearest(box, point), point)
    others = (math.dist(_nearest(box, spot), spot) for spot in spots if spot != point)
    return 12 * sum(max(0.0, own + 7 - other) for other in others)


def _nearest(box: Box, point: tuple[float, float]) -> tuple[float, float]:
    return min(max(point[0], box[0]), box[2]), min(max(point[1], box[1]), box[3])


def _common(a: Box, b: Box) -> float:
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


@lru_cache(maxsize=64)
def picture(
    chart: Map,
    width: float = 640,
    height: float = 480,
    form: Literal["svg", "png"] = "png",
    *,
    ppi: float = 220,
    label: float = LABEL,
) -> bytes:
    """Draw `chart` as a picture.

    Parameters
    ----------
    width, height
        The sheet in points; labels are `label` points high on it.
    ppi
        Sharpness of a PNG: pixels for 72 points.

    Raises
    ------
    reports.drawing.fonts.FontMissing
        If the typeface is not installed.
    """
    drawn = scene(chart, width, height, label)
    return typeset("map", {"map": drawn | {"ground": None}}, form, ppi=ppi, ground=drawn["ground"])
