"""Which cities see a price rise beyond their threshold, as the data in force stand."""

from __future__ import annotations

import pandas as pd

import data
from data.thresholds import Threshold
from findings.food import prices

COLUMNS = ["region_code", "commodity", "period", "price", "change", "percent"]


def of_city(city: str, threshold: Threshold) -> pd.DataFrame:
    """Return a city's foods beyond its threshold: :func:`findings.food.prices.rises` by its own limits."""
    foods = tuple(sorted((name, percent / 100) for name, percent in threshold.foods.items()))
    return prices.rises(city, threshold.percent / 100, foods)


def passed(thresholds: dict[str, Threshold]) -> pd.DataFrame:
    """Return every rise beyond the threshold of its city, the strongest first.

    Parameters
    ----------
    thresholds
        City -> what it set; only these cities are looked at.

    Returns
    -------
    DataFrame
        ``region_code``, ``commodity``, ``period``, ``price``, ``change`` (share), ``percent`` (the limit).
    """
    members, rows = set(data.cities().index), []
    for city, threshold in thresholds.items():
        if city not in members:
            continue
        for row in of_city(city, threshold).itertuples():
            limit = threshold.of_food(row.commodity)
            rows.append((city, row.commodity, row.period, row.price, row.change, limit))
    found = pd.DataFrame(rows, columns=COLUMNS)
    return found.sort_values("change", ascending=False, ignore_index=True)
