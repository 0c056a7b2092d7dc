"""The food a city buys: rupiah a year, and how its basket differs from the country's."""

from __future__ import annotations

import numpy as np
import pandas as pd

import data
from analysis import market

TOTAL = "TOTAL"


@data.by_version("regions", "indicators")
def population(city: str) -> tuple[float, int]:
    """Return a city's mid-year population (BPS projection on the 2020 census) and its year; NaN and 0 if unknown."""
    rows = data.load("indicators")
    rows = rows[(rows["indicator"] == "population") & (rows["region_code"] == city) & (rows["year"] >= 2020)]
    if rows.empty:
        return np.nan, 0
    row = rows.sort_values("year").iloc[-1]
    return float(row["value"]), int(row["year"])


@data.by_version("household_spending", "regions")
def national_basket() -> pd.Series:
    """Return what Indonesia spends: rupiah per person per week by (commodity_group, commodity).

    The mean of the 514 kabupaten and kota, weighted with their registered population of 2024.
    """
    spending = data.load("household_spending")
    spending = spending[spending["region_code"].isin(data.regencies().index)]
    weight = spending["region_code"].map(data.regencies()["population_registered_2024"])
    known = weight.notna() & spending["rupiah_per_capita_per_week"].notna()
    keys = [spending.loc[known, "commodity_group"], spending.loc[known, "commodity"]]
    weighted = (spending["rupiah_per_capita_per_week"] * weight)[known].groupby(keys).sum()
    return weighted / weight[known].groupby(keys).sum()


@data.by_version("household_spending", "regions", "indicators")
def food_market(city: str) -> pd.DataFrame:
    """Return a city's market of each food, the largest first.

    Returns
    -------
    DataFrame
        ``commodity_group``, ``commodity`` (``TOTAL`` is the whole group), ``week`` (rupiah per person),
        ``national_week`` (the same of Indonesia), ``ratio`` (week / national_week), ``rupiah``
        (a year: week x 52 x population), ``source_id``, ``year`` of the survey.
    """
    rows = data.load("household_spending")
    rows = rows[rows["region_code"] == city]
    rows = rows[rows["year"] == rows["year"].max()]
    people, _year = population(city)
    index = pd.MultiIndex.from_frame(rows[["commodity_group", "commodity"]])
    national = national_basket().reindex(index).to_numpy()
    week = rows["rupiah_per_capita_per_week"].to_numpy()
    yearly = market.market_size(rows, pd.Series({city: people}))
    frame = pd.DataFrame(
        {
            "commodity_group": rows["commodity_group"].to_numpy(),
            "commodity": rows["commodity"].to_numpy(),
            "week": week,
            "national_week": national,
            "ratio": week / np.where(national > 0, national, np.nan),
            "rupiah": yearly["rupiah_per_year"].to_numpy(),
            "source_id": rows["source_id"].to_numpy(),
            "year": rows["year"].to_numpy(),
        }
    )
    return frame.sort_values("rupiah", ascending=False, kind="stable").reset_index(drop=True)
