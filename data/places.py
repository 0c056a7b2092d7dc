"""Where the kabupaten and kota of Sumatra lie: a point, the island, whether the sea washes them."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from data.territory import HOME

CITY_POINT = "titik_kota"
CENTROID = "titik_berat_wilayah"


@lru_cache(maxsize=1)
def _places() -> pd.DataFrame:
    frame = pd.read_csv(HOME.file("facts", "places.csv"), dtype={"region_code": str}).set_index("region_code")
    return frame.assign(coast=frame["coast"] == "ya")


def places() -> pd.DataFrame:
    """Return the 154 kabupaten and kota of Sumatra, indexed by `region_code`.

    Returns
    -------
    DataFrame
        ``latitude``, ``longitude`` in degrees; ``point``: :data:`CITY_POINT` (as table ``regions`` has it)
        or :data:`CENTROID` (centroid by area of the polygon in ``geo/sumatra_kabkota.geojson``: a kabupaten
        is wider than its point); ``island`` its largest part lies on; ``coast``: the open sea touches its
        polygon (a harbour up a river, as Tanjungbalai's, does not count).
    """
    return _places().copy(deep=False)
