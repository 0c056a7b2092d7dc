"""Boundaries and points of the map: compact GeoJSON for a browser, prepared once."""

from __future__ import annotations

import json
from functools import lru_cache

import numpy as np
import pandas as pd

from data.errors import DataError
from data.territory import HOME

DECIMALS = 4  # about 11 m: finer than the boundaries are
# layer -> (file, code property, name property)
LAYERS = {
    "cities": ("kota_detail.geojson", "bps_code", "short_name"),
    "regencies": ("sumatra_kabkota.geojson", "bps_code", "name"),
    "provinces": ("provinces.geojson", "province_code", "province_name"),
    "neighbours": ("neighbours.geojson", None, "name"),
    "lakes": ("lakes.geojson", None, "name"),
    "indonesia": ("indonesia_38_provinces.geojson", "KODE_PROV", "PROVINSI"),
}


class UnknownLayer(DataError):
    """No geometry of that name."""

    what = "lapisan peta"


@lru_cache(maxsize=len(LAYERS))
def geojson(layer: str) -> dict:
    """Return a layer as a GeoJSON mapping, longitude first, reduced to what a map needs.

    Each feature keeps two properties: ``code`` (BPS code of the region, absent for seas and
    neighbours) and ``name``. Coordinates have four decimals.

    Raises
    ------
    UnknownLayer
        Naming the value and the allowed ones.
    """
    if layer not in LAYERS:
        raise UnknownLayer(layer, LAYERS)
    file, code, name = LAYERS[layer]
    full = json.loads(HOME.file("geo", file).read_text(encoding="utf-8"))
    features = []
    for feature in full["features"]:
        properties = {"name": feature["properties"][name]}
        if code:
            properties["code"] = feature["properties"][code]
        geometry = {
            "type": feature["geometry"]["type"],
            "coordinates": _rounded(feature["geometry"]["coordinates"]),
        }
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return {"type": "FeatureCollection", "features": features}


def _rounded(coordinates: list) -> list:
    if coordinates and isinstance(coordinates[0], int | float):
        return [round(number, DECIMALS) for number in coordinates]
    return [_rounded(part) for part in coordinates]


@lru_cache(maxsize=len(LAYERS))
def geojson_bytes(layer: str) -> bytes:
    """Return :func:`geojson` of `layer` as compact UTF-8 JSON."""
    return json.dumps(geojson(layer), ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=1)
def places() -> pd.DataFrame:
    """Return ports and airports: name, kind, code, latitude, longitude, city_code, source."""
    frame = pd.read_csv(HOME.file("geo", "ports_airports.csv"), dtype={"city_code": str, "code": str})
    return frame.rename(columns={"lat": "latitude", "lon": "longitude"})


@lru_cache(maxsize=len(LAYERS))
def centroids(layer: str) -> pd.DataFrame:
    """Return the centroid by area of each region of a layer: `latitude`, `longitude` in degrees, by code.

    Worked out on a cylinder of equal area (Lambert 1772), where longitude and the sine of latitude are the
    axes; several features of one code are one region. A centroid may lie at sea between islands.

    Raises
    ------
    UnknownLayer
        Naming the value and the allowed ones.
    """
    moments: dict[str, np.ndarray] = {}
    for feature in geojson(layer)["features"]:
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        total = moments.setdefault(feature["properties"]["code"], np.zeros(3))
        for rings in parts:
            outline, *holes = (_moments(np.asarray(ring, dtype="float64")[:, :2]) for ring in rings)
            total += outline - sum(holes, np.zeros(3))
    values = {code: (np.degrees(np.arcsin(y / area)), x / area) for code, (area, x, y) in moments.items()}
    table = pd.DataFrame.from_dict(values, orient="index", columns=["latitude", "longitude"])
    return table.rename_axis("region_code").sort_index()


def _moments(ring: np.ndarray) -> np.ndarray:
    """Area of a ring and its first moments in x and y, whatever way round it runs (shoelace)."""
    x, y = ring[:, 0], np.sin(np.radians(ring[:, 1]))
    # Sums of small differences far from the origin lose digits: measure from the ring's own first point.
    x0, y0 = x[0], y[0]
    x, y = x - x0, y - y0
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    area = cross.sum() / 2
    mx, my = ((x[:-1] + x[1:]) * cross).sum() / 6, ((y[:-1] + y[1:]) * cross).sum() / 6
    return np.sign(area) * np.array([area, mx + x0 * area, my + y0 * area])
