"""The ground of a drawn map: land, lakes and cities of a window, projected to the sheet, as SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from data import geometry

SEA, LAND, ABROAD, SHORE, CITY = "#E4EFF2", "#FBFAF5", "#EFEFEC", "#9FB3B1", "#BFDDDA"
FINEST = 0.35  # points of the sheet: below this two corners of a coast are one


@dataclass(frozen=True)
class Window:
    """A window on the globe and the sheet it fills (equirectangular, true at its middle)."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the place on the sheet, from its upper left corner."""
        return (
            (longitude - self.west) / (self.east - self.west) * self.width,
            (self.north - latitude) / (self.north - self.south) * self.height,
        )


def around(points: list[tuple[float, float]], width: float, height: float, *, least: float = 1.7) -> Window:
    """Return the window that shows all `points` (longitude, latitude) with room for their labels.

    `least`: degrees of latitude to show at least, so that one city is not a map of itself.
    """
    longitudes, latitudes = zip(*points, strict=True)
    middle_x = (min(longitudes) + max(longitudes)) / 2
    middle_y = (min(latitudes) + max(latitudes)) / 2
    squeeze = math.cos(math.radians(middle_y))
    tall = max((max(latitudes) - min(latitudes)) * 1.22, least)
    wide = max((max(longitudes) - min(longitudes)) * squeeze * 1.4, tall * width / height)
    tall = wide * height / width
    return Window(
        middle_x - wide / squeeze / 2,
        middle_y - tall / 2,
        middle_x + wide / squeeze / 2,
        middle_y + tall / 2,
        width,
        height,
    )


@lru_cache(maxsize=4)
def _shapes(layer: str) -> tuple:
    from shapely.geometry import shape  # noqa: PLC0415 - 0.1 s, only for those who draw a map

    return tuple(shape(feature["geometry"]).buffer(0) for feature in geometry.geojson(layer)["features"])


@lru_cache(maxsize=64)
def svg(window: Window) -> str:
    """Return the ground of `window` as an SVG of the sheet's size."""
    parts = [f'<rect width="{window.width}" height="{window.height}" fill="{SEA}"/>']
    for layer, fill, stroke in (
        ("neighbours", ABROAD, "none"),
        ("provinces", LAND, SHORE),
        ("lakes", SEA, "none"),
        ("cities", CITY, "none"),
    ):
        path = "".join(_path(each, window) for each in _shapes(layer))
        if path:
            parts.append(
                f'<path d="{path}" fill="{fill}" stroke="{stroke}" stroke-width="0.5" fill-rule="evenodd"/>'
            )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {window.width} {window.height}" '
    return head + f'width="{window.width}" height="{window.height}">' + "".join(parts) + "</svg>"


def _path(shape, window: Window) -> str:
    """One region as the commands of an SVG path; empty when it lies outside the window."""
    from shapely.geometry import box  # noqa: PLC0415

    seen = box(window.west, window.south, window.east, window.north)
    if not shape.intersects(seen):
        return ""
    part = shape.intersection(seen).simplify((window.north - window.south) / window.height * FINEST)
    rings = []
    for polygon in getattr(part, "geoms", [part]):
        if polygon.geom_type != "Polygon":
            continue
        for ring in (polygon.exterior, *polygon.interiors):
            corners = [window.project(*corner[:2]) for corner in ring.coords]
            rings.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners[:-1]) + "Z")
    return "".join(rings)
