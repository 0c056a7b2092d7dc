"""Recorded prices by month, place and source: one line a place, and what other sources say beside it."""

from __future__ import annotations

import pandas as pd

import data
from analysis.prices import monthly_change

RECORDED = "tercatat"
# Forty regions share one series of milkfish: the copy was filled, so none of it is shown.
NOT_SHOWN = ("Ikan Bandeng",)
YEAR = 12
# A month counts as the newest when so large a share of the places have a price: one city's own later
# months do not end the comparison with all others.
WELL_COVERED = 1 / 3


@data.by_version("food_prices")
def market_level() -> str:
    """Return the market level (consumer, traditional market …) that most prices of the table are of."""
    return str(data.load("food_prices")["market"].mode().iloc[0])


@data.by_version("food_prices")
def months() -> list[str]:
    """Return every calendar month from the first to the last of the table, ``YYYY-MM``."""
    known = data.load("food_prices")["period"].str[:7]
    known = known[known.str.len() == len("2025-08")]
    return [str(month) for month in pd.period_range(known.min(), known.max(), freq="M")]


@data.by_version("food_prices", size=32)
def by_source(commodity: str) -> pd.DataFrame:
    """Return the recorded prices of a food, each source for itself.

    Returns
    -------
    DataFrame
        Every month of the table x (region code, market, source id), rupiah per unit; the mean where a source
        has several prices of a month (weeks). NaN where the copy was filled, its peak clipped or the value
        an outlier (``quality`` other than ``tercatat``).
    """
    rows = data.load("food_prices")
    rows = rows[
        (rows["commodity"] == commodity) & (rows["quality"] == RECORDED) & ~rows["commodity"].isin(NOT_SHOWN)
    ]
    rows = rows.assign(month=rows["period"].str[:7])
    wide = rows.pivot_table(
        index="month", columns=["region_code", "market", "source_id"], values="price_rupiah", aggfunc="mean"
    )
    return wide.reindex(months())


@data.by_version("food_prices", size=256)
def levels(city: str, commodity: str) -> tuple[str, ...]:
    """Return the market levels of which a city has recorded prices of a food, the usual one first."""
    table, usual = by_source(commodity), market_level()
    if city not in table.columns.get_level_values(0):
        return ()
    found = table[city].dropna(axis=1, how="all").columns.get_level_values(0).unique()
    return tuple(sorted(map(str, found), key=lambda level: (level != usual, level)))


@data.by_version("food_prices", size=32)
def monthly(commodity: str, level: str = "") -> pd.DataFrame:
    """Return one line of prices a place, at one market level ("": the usual one), sources never averaged.

    Where two sources give a price of the same month, the one with more months of that place stands (then the
    later id); the other only fills months the first does not have. :func:`beside` shows both.

    Returns
    -------
    DataFrame
        Every month of the table x region code.
    """
    return _a_region(_ordered(commodity, level)).first().T.rename_axis(columns=None)


@data.by_version("food_prices", size=32)
def changes(commodity: str) -> pd.DataFrame:
    """Return the change against the month before along :func:`monthly`, within one source.

    Returns
    -------
    DataFrame
        Every month of the table x region code, as a share; NaN where the source of the month's price has none
        of the month before: a step from one source to another is no rise.
    """
    mine = _ordered(commodity)
    known = mine.notna()
    leading = known & (_a_region(known).cumsum().T == 1)
    return _a_region(monthly_change(mine).where(leading)).max().T.rename_axis(columns=None)


def _ordered(commodity: str, level: str = "") -> pd.DataFrame:
    """Month x (region, source) at a market level ("": the usual one), in a region the leading one first."""
    table = by_source(commodity).rename_axis(index="month")
    mine = table.loc[:, table.columns.get_level_values(1) == (level or market_level())].droplevel(1, axis=1)
    recorded = mine.notna().sum()
    return mine[sorted(mine, key=lambda line: (line[0], -recorded[line], line[1]))]


def _a_region(lines: pd.DataFrame):
    """Gather the sources of each region: one step for all of them, not one a region."""
    return lines.T.groupby(level=0)


@data.by_version("food_prices", size=32)
def newest_year(commodity: str) -> list[str]:
    """Return the twelve months up to the newest in which a third of the places have a price."""
    table = monthly(commodity)
    covered = table.notna().mean(axis=1)
    known = covered.index[covered >= WELL_COVERED * covered.max()] if len(table.columns) else []
    last = list(table.index).index(known[-1]) + 1 if len(known) else len(table)
    return list(table.index[max(0, last - YEAR) : last])


@data.by_version("food_prices", size=256)
def beside(city: str, commodity: str) -> pd.DataFrame:
    """Return what each source and market level says of a food in a city.

    Returns
    -------
    DataFrame
        One row a source and market: ``source_id``, ``market``, ``months`` (recorded), ``period`` and
        ``price`` (its newest), ``common`` (months in which the first row has a price too) and ``gap`` (its
        mean there less the first row's, as a share; NaN for the first and without a common month). The one
        that makes the city's line stands first.
    """
    table = by_source(commodity)
    columns = ["source_id", "market", "months", "period", "price", "common", "gap"]
    if city not in table.columns.get_level_values(0):
        return pd.DataFrame(columns=columns)
    mine = table[city].dropna(axis=1, how="all")
    level = market_level()
    order = sorted(mine, key=lambda key: (key[0] != level, -mine[key].notna().sum(), key[1]))
    rows = []
    for market, source in order:
        line, first = mine[market, source], mine[order[0]]
        both = pd.DataFrame({"line": line, "first": first}).dropna()
        gap = float("nan")
        if (market, source) != order[0] and len(both):
            gap = both["line"].mean() / both["first"].mean() - 1
        newest = line.last_valid_index()
        rows.append((source, market, line.notna().sum(), newest, line[newest], len(both), gap))
    return pd.DataFrame(rows, columns=columns)
