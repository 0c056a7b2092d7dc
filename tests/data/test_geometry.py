"""Boundaries against the official areas and the cities' own points."""

from __future__ import annotations

import pytest
from shapely import transform
from shapely.geometry import Point, shape

import data
from data import geometry, places

# The coast moved, or the area is disputed: see the caveats.
KNOWN_TO_DIFFER = {"1271": 0.10, "1278": 0.36}


EQUAL_AREA = "+proj=aea +lat_1=-7 +lat_2=6 +lat_0=0 +lon_0=101 +datum=WGS84 +units=m"


def areas_km2() -> dict[str, float]:
    pyproj = pytest.importorskip("pyproj", reason="requirements-dev.txt is not installed")
    flat = pyproj.Transformer.from_crs("EPSG:4326", EQUAL_AREA, always_xy=True).transform
    return {
        each["properties"]["code"]: transform(shape(each["geometry"]), flat, interleaved=False).area / 1e6
        for each in geometry.geojson("cities")["features"]
    }


def test_measured_areas_agree_with_the_official_ones():
    official = data.cities()["area_km2"]
    for code, measured in areas_km2().items():
        assert abs(measured / official[code] - 1) < KNOWN_TO_DIFFER.get(code, 0.02), code


def test_every_city_point_lies_at_its_polygon():
    shapes = {f["properties"]["code"]: shape(f["geometry"]) for f in geometry.geojson("cities")["features"]}
    for code, row in data.cities().iterrows():
        assert shapes[code].distance(Point(row["longitude"], row["latitude"])) < 0.06, row["name"]


@pytest.mark.parametrize(
    ("layer", "count"),
    [("cities", 34), ("regencies", 154), ("provinces", 10), ("indonesia", 38), ("lakes", 3)],
)
def test_layers_are_whole(layer, count):
    features = geometry.geojson(layer)["features"]
    assert len(features) == count
    assert all(feature["properties"]["name"] for feature in features)


def test_unknown_layer_is_named():
    with pytest.raises(geometry.UnknownLayer, match=r"bulan.*cities"):
        geometry.geojson("bulan")


def test_centroids_are_those_of_the_table_of_places():
    """The table was made with another library and projection: within a few hundred metres."""
    listed = places.places()
    listed = listed[listed["point"] == places.CENTROID]
    ours = geometry.centroids("regencies").loc[listed.index]
    off = (ours - listed[["latitude", "longitude"]]).abs()
    assert off.max().max() < 0.005


def test_a_province_of_several_outlines_is_one():
    found = geometry.centroids("indonesia")
    assert found.index.is_unique
    assert found.notna().all(axis=None)
