"""Boundaries and points of the map, and what they measure.

Geometry is prepared once: this module hands out compact GeoJSON for a browser. Measuring uses
geopandas, which takes most of a second to import; it is imported where it is used, off the pages' way.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from data.errors import DataError

if TYPE_CHECKING:
    import geopandas

FOLDER = Path(__file__).parent / "geo"
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
EQUAL_AREA = "+proj=aea +lat_1=-7 +lat_2=6 +lat_0=0 +lon_0=101 +datum=WGS84 +units=m"


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
    full = json.loads((FOLDER / file).read_text(encoding="utf-8"))
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
    frame = pd.read_csv(FOLDER / "ports_airports.csv", dtype={"city_code": str, "code": str})
    return frame.rename(columns={"lat": "latitude", "lon": "longitude"})


def measured(layer: str) -> geopandas.GeoDataFrame:
    """Return a layer for measuring: a GeoDataFrame in an equal-area projection (metres)."""
    import geopandas  # noqa: PLC0415 - 0.8 s, only for those who measure

    frame = geopandas.GeoDataFrame.from_features(geojson(layer)["features"], crs="EPSG:4326")
    return frame.to_crs(EQUAL_AREA)


def areas_km2(layer: str) -> pd.Series:
    """Return the area of each region of `layer` in square kilometres, indexed by BPS code."""
    frame = measured(layer)
    return pd.Series(frame.area.to_numpy() / 1e6, index=frame["code"], name="area_km2")
