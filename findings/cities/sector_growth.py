"""Real output of the member cities by sector and year: growth, what made it, how the structure moved.

Two tables in one line, which the publisher's totals bear out; where they do not, the years are listed in
``data/facts/growth_breaks.csv`` and no growth is worked out over them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import pandas as pd

import data
from analysis import growth
from data.quality.growth_breaks import growth_breaks

SERIES = ("grdp_sectors_2013_2020", "grdp_sectors_2021_2025")
TOTAL = "TOTAL"
COVID = (2020, 2021)
LEAST_SHARE = 0.01
VALUE = "value_billion_rupiah"


class Span(NamedTuple):
    """How a city's output moved between two years; the years are those all 17 sectors are known in.

    Attributes
    ----------
    start, end
        Years.
    mean
        Mean yearly real growth, a share.
    contributions
        By sector, the largest first: share of the start's total; sums to the growth of the whole span.
    moved
        Part of the economy that changed sector, 0..1.
    shares
        By sector: ``start`` and ``end``, 0..1.
    """

    start: int
    end: int
    mean: float
    contributions: pd.Series
    moved: float
    shares: pd.DataFrame


@lru_cache(maxsize=1)
def _breaks() -> frozenset[tuple[str, int]]:
    rows = growth_breaks()
    return frozenset(zip(rows["region_code"], rows["year"], strict=True))


@data.by_version(*SERIES, "regions", "sectors")
def all_levels() -> pd.DataFrame:
    """Return real output of the 34, indexed by (`region_code`, year), sectors as columns, billion rupiah."""
    members = data.cities().index
    rows = pd.concat([data.load(table) for table in SERIES])
    rows = rows[rows["region_code"].isin(members) & (rows["price_basis"] == "ADHK")]
    wide = rows.pivot(index=["region_code", "period"], columns="sector", values=VALUE)
    wide.index = wide.index.set_levels(wide.index.levels[1].astype(int), level="period")
    return wide[list(data.load("sectors")["sector"])].sort_index()


def levels(city: str) -> pd.DataFrame:
    """Return real output of a city by year (rows) and sector, billion rupiah of 2010; NaN: not known."""
    table = all_levels()
    if city not in table.index.get_level_values(0):
        return table.iloc[:0].droplevel(0)
    return table.loc[city]


@data.by_version(*SERIES, "regions", "sectors", size=64)
def rates(city: str) -> pd.DataFrame:
    """Return real growth on the year before: sector (and ``TOTAL``, first) x year, a share.

    NaN where either year is not known, or the two are not one series (:func:`data.quality.growth_breaks`).
    """
    table = levels(city)
    table = table.assign(**{TOTAL: table.sum(axis=1, skipna=False)})
    long = table.rename_axis(index="period").reset_index()
    long = long.melt(id_vars="period", var_name="sector", value_name=VALUE).dropna(subset=[VALUE])
    if long.empty:
        return pd.DataFrame()
    found = growth.growth_rates(long, value=VALUE, region="sector")
    found.columns = found.columns.astype(int)
    broken = [year for code, year in _breaks() if code == city and year in found.columns]
    found[broken] = float("nan")
    order = [TOTAL, *(code for code in table.columns if code != TOTAL and code in found.index)]
    return found.loc[order].iloc[:, 1:]


def weighty(city: str) -> list[str]:
    """Return the sectors that make one per cent of the city or more in its latest year, the largest first."""
    table = levels(city).dropna()
    if table.empty:
        return []
    shares = table.iloc[-1] / table.iloc[-1].sum()
    return list(shares[shares >= LEAST_SHARE].sort_values(ascending=False).index)


@data.by_version(*SERIES, "regions", "sectors", size=64)
def span(city: str) -> Span | None:
    """Return how the city's output moved between the first and the last year all its sectors are known."""
    table = levels(city).dropna()
    if len(table) < 2:
        return None
    start, end = int(table.index[0]), int(table.index[-1])
    before, after = table.loc[[start]].set_axis([city]), table.loc[[end]].set_axis([city])
    whole_before, whole_after = float(before.sum(axis=None)), float(after.sum(axis=None))
    parts = growth.growth_contributions(before, after).loc[city].sort_values(ascending=False)
    shares = pd.DataFrame({"start": before.loc[city] / whole_before, "end": after.loc[city] / whole_after})
    return Span(
        start,
        end,
        (whole_after / whole_before) ** (1 / (end - start)) - 1,
        parts,
        float(growth.structural_change(before, after)[city]),
        shares,
    )


@data.by_version(*SERIES, "regions", "sectors", size=64)
def shift_share(cities: tuple[str, ...]) -> pd.DataFrame:
    """Return each city's growth split into common growth, mix of sectors and its own strength.

    The reference is the sum of the members known in both years.

    Returns
    -------
    DataFrame
        Indexed by city: ``national``, ``mix``, ``competitive``, ``change`` as a share of the output of the
        first year, ``from``, ``to``. A city not known in both years has no row.
    """
    table = all_levels().dropna()
    years = table.index.get_level_values("period")
    start, end = int(years.min()), int(years.max())
    before, after = (table.xs(year, level="period") for year in (start, end))
    both = before.index.intersection(after.index)
    before, after = before.loc[both], after.loc[both]
    wanted = [code for code in cities if code in both]
    parts = growth.shift_share(before.loc[wanted], after.loc[wanted], before.sum(), after.sum())
    sums = parts.groupby(level="region_code").sum().loc[wanted]
    names = ["national", "mix", "competitive", "change"]
    return sums[names].div(sums["start"], axis=0).assign(**{"from": start, "to": end})


@data.by_version(*SERIES, "regions", "sectors", size=64)
def mean_rates(cities: tuple[str, ...]) -> pd.DataFrame:
    """Return mean yearly real growth by sector over the longest span all the cities are known in.

    Returns
    -------
    DataFrame
        Sector (``TOTAL`` first) x city, a share; NaN where a sector was or is nought. ``attrs["from"]`` and
        ``attrs["to"]`` are the years. Empty where the cities have no two years together.
    """
    table = all_levels().dropna()
    known = [set(levels(city).dropna().index) for city in cities if city in table.index.get_level_values(0)]
    years = sorted(set.intersection(*known)) if known else []
    if len(years) < 2:
        return pd.DataFrame()
    start, end = years[0], years[-1]
    columns = {}
    for city in cities:
        if city in table.index.get_level_values(0):
            own = table.loc[city].assign(**{TOTAL: lambda each: each.sum(axis=1)})
            ratio = own.loc[end] / own.loc[start].where(own.loc[start] > 0)
            columns[city] = ratio.where(own.loc[end] > 0) ** (1 / (end - start)) - 1
    frame = pd.DataFrame(columns)
    frame = frame.loc[[TOTAL, *frame.index.drop(TOTAL)]]
    frame.attrs.update({"from": int(start), "to": int(end)})
    return frame


@data.by_version(*SERIES, size=64)
def source_ids(cities: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources of the sector figures of some cities."""
    found = [rows.loc[rows["region_code"].isin(cities), "source_id"] for rows in map(data.load, SERIES)]
    return tuple(pd.concat(found).unique())
