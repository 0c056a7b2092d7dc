"""The points of kabupaten are the centroids of their polygons; islands and coasts are those of the map."""

import json

import pandas as pd
import pytest
from shapely import make_valid
from shapely.geometry import shape

import data
from data.loading import GEO_FOLDER
from data.places import CENTROID, CITY_POINT, places

AGAM, BATAM, BUKITTINGGI, GUNUNGSITOLI, SABANG, SIBOLGA, TANJUNGPINANG = (
    "1307", "2171", "1375", "1278", "1172", "1271", "2172",
)  # fmt: skip


def test_every_kabupaten_and_kota_of_sumatra_has_a_place():
    codes = data.regencies().index
    wanted = codes[codes.str[:2].isin(data.regions.SUMATRA_PROVINCES)]
    assert sorted(places().index) == sorted(wanted)
    assert places().notna().all(axis=None)


def test_points_of_kota_are_those_of_the_table():
    kota = places()[places()["point"] == CITY_POINT]
    table = data.regencies().loc[kota.index, ["latitude", "longitude"]]
    pd.testing.assert_frame_equal(kota[["latitude", "longitude"]], table, check_dtype=False)


def test_points_of_kabupaten_are_centroids_by_area():
    features = json.loads((GEO_FOLDER / "sumatra_kabkota.geojson").read_text(encoding="utf-8"))["features"]
    shapes = {each["properties"]["bps_code"]: make_valid(shape(each["geometry"])) for each in features}
    for code, row in places()[places()["point"] == CENTROID].iterrows():
        centre = shapes[code].centroid
        assert (row["longitude"], row["latitude"]) == pytest.approx((centre.x, centre.y), abs=0.02), code


def test_islands_and_coasts():
    where = places()
    assert where.loc[[SABANG, BATAM, GUNUNGSITOLI], "island"].tolist() == ["weh", "batam", "nias"]
    assert where.at[TANJUNGPINANG, "island"] == where.at["2102", "island"] == "bintan"
    assert where.at[AGAM, "coast"] and where.at[SIBOLGA, "coast"]
    assert not where.at[BUKITTINGGI, "coast"]
