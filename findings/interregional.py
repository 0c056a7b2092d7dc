"""Trade between provinces as the interregional input-output table records it, and where the provinces lie.

Sales to makers only (intermediate use), one year. Money in million rupiah as published.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

import data
from analysis import input_output
from analysis.market import great_circle_km
from data import geometry
from data.regions import SUMATRA_PROVINCES

GOODS = ("A", "C")
# The outlines carry the Ministry's codes of the two provinces that Papua was in the year of the table.
OUTLINES = {"91": "94", "92": "91"}


@lru_cache(maxsize=1)
def year() -> int:
    """Return the year the table is of."""
    return int(data.load("irio_2016_flows")["year"].max())


@lru_cache(maxsize=1)
def source_ids() -> tuple[str, ...]:
    """Return the sources of the table."""
    return tuple(data.load("irio_2016_flows")["source_id"].unique())


@lru_cache(maxsize=2)
def output(column: str = "output_million_rupiah") -> pd.DataFrame:
    """Return output (or ``value_added_million_rupiah``) of each province by sector."""
    rows = data.load("irio_2016_output")
    wide = rows.pivot(index="province_code", columns="sector", values=column)
    return wide[data.load("sectors")["sector"]]


def value_added() -> pd.DataFrame:
    """Return value added of each province by sector."""
    return output("value_added_million_rupiah")


def provinces(island: str = "sumatra") -> list[str]:
    """Return the codes of the provinces of the table: all (``"indonesia"``) or those of Sumatra."""
    known = list(output().index)
    return known if island == "indonesia" else [code for code in known if code in SUMATRA_PROVINCES]


@lru_cache(maxsize=8)
def flows(sectors: tuple[str, ...] = GOODS) -> pd.DataFrame:
    """Return what makers of each province (columns) bought of each province (rows), these sectors together.

    The diagonal is what a province bought at home.
    """
    rows = data.load("irio_2016_flows")
    rows = rows[rows["sector"].isin(sectors)]
    keys = ["origin_province_code", "destination_province_code"]
    wide = rows.groupby(keys)["million_rupiah"].sum().unstack()
    known = provinces("indonesia")
    return wide.reindex(index=known, columns=known).rename_axis(index="seller", columns="buyer")


@lru_cache(maxsize=1)
def _intermediate() -> pd.DataFrame:
    table = data.load("irio_2016_intermediate")
    return table.set_index(table.columns[0]).astype("float64")


def _by_label(column: str) -> pd.Series:
    rows = data.load("irio_2016_output")
    return rows.set_index(rows["province_code"] + "_" + rows["sector"])[column].astype("float64")


@lru_cache(maxsize=1)
def coefficients() -> pd.DataFrame:
    """Return the inputs for one rupiah of output, seller x buyer, labels ``province_sector``."""
    return input_output.input_coefficients(_intermediate(), _by_label("output_million_rupiah"))


@lru_cache(maxsize=1)
def inverse() -> pd.DataFrame:
    """Return the Leontief inverse of the whole table, labels ``province_sector``."""
    return input_output.leontief_inverse(coefficients())


@lru_cache(maxsize=1)
def value_added_ratio() -> pd.Series:
    """Return value added for one rupiah of output, by ``province_sector``; 0 where nothing is made."""
    made, added = _by_label("output_million_rupiah"), _by_label("value_added_million_rupiah")
    return (added / made.where(made > 0)).fillna(0.0).reindex(inverse().index)


@lru_cache(maxsize=64)
def province_coefficients(province: str) -> pd.DataFrame:
    """Return the inputs of a province's makers wherever they were bought, selling x buying sector."""
    own = coefficients().loc[:, [label for label in coefficients().columns if label[:2] == province]]
    sectors = own.index.str.slice(3)
    table = own.groupby(sectors).sum()
    table.columns = table.columns.str.slice(3)
    order = list(output().columns)
    return table.loc[order, order]


@lru_cache(maxsize=2)
def points(island: str = "sumatra") -> pd.DataFrame:
    """Return the centroid of each province of the table, by area of its outlines; degrees."""
    if island != "indonesia":
        return geometry.centroids("provinces").loc[provinces()]
    coarse = geometry.centroids("indonesia").rename(index=OUTLINES)
    return coarse.loc[provinces("indonesia")]


@lru_cache(maxsize=2)
def distance_km(island: str = "sumatra") -> pd.DataFrame:
    """Return the great-circle distance between the provinces' centroids."""
    return great_circle_km(points(island))


def bought_elsewhere(sectors: tuple[str, ...] = GOODS, island: str = "sumatra") -> pd.DataFrame:
    """Return :func:`flows` among the provinces of an island, without what each bought at home (NaN)."""
    codes = provinces(island)
    values = flows(sectors).loc[codes, codes].to_numpy(copy=True)
    np.fill_diagonal(values, np.nan)
    return pd.DataFrame(values, index=codes, columns=codes).rename_axis(index="seller", columns="buyer")
