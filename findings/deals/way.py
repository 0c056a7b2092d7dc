"""How far one place is from another, and whether the sea lies between."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.market import great_circle_km
from data.places import CENTROID, places

# A kabupaten whose point lies this near surrounds the city: a distance between points says nothing.
RING_KM = 15.0


@lru_cache(maxsize=1)
def _distances() -> tuple[dict[str, int], np.ndarray]:
    table = great_circle_km(places()[["latitude", "longitude"]])
    return {code: place for place, code in enumerate(table.index)}, table.to_numpy()


def km(one: str, other: str) -> float:
    """Return the straight line between two places of Sumatra in kilometres; NaN where one is not there."""
    order, table = _distances()
    if one not in order or other not in order:
        return float("nan")
    return float(table[order[one], order[other]])


def distances() -> pd.DataFrame:
    """Return the straight lines between all 154 places, kilometres."""
    order, table = _distances()
    return pd.DataFrame(table, index=list(order), columns=list(order))


def places_here() -> dict[str, int]:
    """Return the 154 places of Sumatra in their order; membership is what is asked mostly."""
    return _distances()[0]


@lru_cache(maxsize=256)
def near(place: str, within: float) -> tuple[str, ...]:
    """Return the places within so many kilometres on the same island, the nearest first."""
    found = [each for each in places_here() if each != place and km(place, each) <= within]
    found = [each for each in found if not sea(place, each)]
    return tuple(sorted(found, key=lambda each: km(place, each)))


@lru_cache(maxsize=1)
def _islands() -> dict[str, str]:
    return places()["island"].to_dict()


def sea(one: str, other: str) -> bool | None:
    """Whether the sea lies between two places; None where one is not known."""
    islands = _islands()
    if one not in islands or other not in islands:
        return None
    return islands[one] != islands[other]


@lru_cache(maxsize=1)
def _centroids() -> frozenset[str]:
    where = places()
    return frozenset(where.index[where["point"] == CENTROID])


def surrounds(one: str, other: str) -> bool:
    """Whether one of the two is a kabupaten whose point lies within 15 km of the other."""
    if one not in _centroids() and other not in _centroids():
        return False
    return bool(km(one, other) < RING_KM)


@lru_cache(maxsize=1)
def coastal() -> frozenset[str]:
    """Return the places that the open sea touches."""
    where = places()
    return frozenset(where.index[where["coast"]])


def reach_km(limit: float, one: str, other: str) -> float:
    """Return how far a good of that limit travels between the two: half of it over sea."""
    return limit / 2 if sea(one, other) else limit
