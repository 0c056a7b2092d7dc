"""How complete and how old each city's data are, and what is missing."""

from __future__ import annotations

import re

import pandas as pd

from data.loading import load
from data.regions import cities
from data.schema import INDICATORS
from data.versioning.cache import by_version

# Tables in which every city is expected to have the same cells, and the key that tells the cells apart.
SERIES = {
    "grdp_sectors": ["period", "price_basis", "sector"],
    "grdp_totals": ["period", "price_basis"],
    "grdp_groups": ["period", "price_basis", "group"],
    "grdp_expenditure": ["period", "price_basis", "component"],
    "grdp_sectors_2013_2020": ["period", "price_basis", "sector"],
    "grdp_sectors_2021_2025": ["period", "price_basis", "sector"],
    "household_spending": ["year", "commodity_group"],
    "food_quantities": ["year", "commodity_group"],
    "food_prices": ["period", "commodity"],
    "indicators": ["indicator"],
}
# Tables of records: how many there are to find is not known, so only those recorded are counted.
RECORDS = {
    "products": ("region_code",),
    "needs": ("buyer_code",),
    "supply_links": ("supplier_city_code", "buyer_city_code"),
    "apps": ("region_code",),
    "cooperation": ("party_a_code", "party_b_code"),
    "awards": ("region_code",),
    "city_facts": ("region_code",),
    "recognitions": ("region_code",),
    "production": ("region_code",),
    "fish_production": ("region_code",),
    "supply_links_new": ("supplier_code", "buyer_code"),
    "supply_links_regencies": ("supplier_code", "buyer_code"),
    "food_agreement_pairs": ("buyer_code", "supplier_code"),
    "app_replications": ("from_region_code", "to_region_code"),
}
COUNTED = (*SERIES, *RECORDS)
ALL_VERSIONED = (*COUNTED, "regions", "sources")
# Measured in some cities only (index cities, border gates), published by province, an old series, or part of
# a year: no city can be asked for them.
NOT_TO_BE_HAD = frozenset(code for code, each in INDICATORS.items() if not each.asked_for)


def moment(value: object) -> float:
    """Return the end of a period or the date `value` stands for, as a year with decimals; NaN if none.

    ``2025`` is 2026.0, ``2026Q1`` 2026.25, ``2025-10`` 2025.83, ``2025-10-30`` 2025.83.
    """
    found = re.fullmatch(r"(\d{4})(?:Q([1-4])|-(\d{2})(?:-(\d{2}))?)?", str(value))
    if not found:
        return float("nan")
    year, quarter, month, _day = found.groups()
    if quarter:
        return int(year) + int(quarter) / 4
    return int(year) + int(month) / 12 if month else int(year) + 1.0


@by_version(*ALL_VERSIONED)
def rows_of(table: str) -> pd.DataFrame:
    """Return the rows of `table` that concern a member city, with its code in ``city``.

    A row of two cities (a flow, an agreement) is there once for each.
    """
    frame = load(table)
    members = cities().index
    if table in SERIES:
        return frame[frame["region_code"].isin(members)].assign(city=lambda rows: rows["region_code"])
    parts = [frame.assign(city=frame[column].str.split(";")).explode("city") for column in RECORDS[table]]
    rows = pd.concat(parts).reset_index(names="row")
    rows = rows[rows["city"].isin(members)].drop_duplicates(["row", "city"])
    return rows.drop(columns="row").reset_index(drop=True)


def _when(table: str, rows: pd.DataFrame) -> pd.Series:
    """Period, year or date of each row; for records without one the date of their source."""
    if "period" in rows:
        return rows["period"]
    if "year" in rows:
        return rows["year"].astype(str)
    dates = rows["source_id"].map(load("sources").set_index("source_id")["source_date"])
    return rows["date"].fillna(dates) if "date" in rows else dates


def expected_cells(table: str) -> pd.MultiIndex | pd.Index:
    """Return the cells a city is expected to have in a table of `SERIES`.

    Those at least half of the 34 cities have: what only a few publish (Batam's yearly sectors) is a gain for
    them, not a gap of others. Of ``indicators`` those any city has, save those no city can be asked for.
    """
    keys = SERIES[table]
    rows = rows_of(table)
    counts = rows.groupby(keys)["city"].nunique()
    if table == "indicators":
        return counts.index.difference(pd.Index(sorted(NOT_TO_BE_HAD)))
    return counts.index[counts * 2 >= len(cities())]


@by_version(*ALL_VERSIONED)
def completeness() -> pd.DataFrame:
    """Return how complete and how old the data of the 34 cities are, one row a city and table.

    Returns
    -------
    DataFrame
        ``region_code``, ``table``; ``recorded``: cells (of a table of `SERIES`, only expected ones) or rows
        found, NA when none; ``expected``: cells expected, NA where that is not known (products,
        applications, needs …); ``share`` in [0, 1], NaN likewise; ``latest``: the latest period, year or
        date (of the source, for records without one); ``newest``: the latest among all cities;
        ``age_years``: years between the two, 0 for the newest, NaN when nothing is dated.
    """
    return pd.concat([_of_table(table) for table in COUNTED], ignore_index=True)


def _of_table(table: str) -> pd.DataFrame:
    """The rows of :func:`completeness` of one table, all cities at once: 514 one by one took 6 s."""
    rows = rows_of(table)
    when = _when(table, rows)
    # A table without rows has no moments either, which would leave text.
    order = when.map(moment).astype("float64")
    newest, newest_at = (when[order.idxmax()], order.max()) if order.notna().any() else (None, float("nan"))
    expected = None
    if table in SERIES:
        cells = expected_cells(table)
        expected = len(cells)
        known = rows.set_index(SERIES[table]).index.isin(cells)
        rows, when, order = rows[known], when[known], order[known]
        rows = rows.drop_duplicates(["city", *SERIES[table]])
    members = cities().index
    found = rows.groupby("city").size().reindex(members, fill_value=0)
    # The rows of a cell found twice count here: the latest of them may be any.
    dated = order.dropna().groupby(rows_of(table)["city"])
    last = dated.idxmax().reindex(members)
    return pd.DataFrame(
        {
            "region_code": members,
            "table": table,
            "recorded": found.where(found > 0).astype("Int64").array,
            "expected": pd.array([pd.NA if expected is None else expected] * len(members), dtype="Int64"),
            "share": float("nan") if expected is None else (found.where(found > 0) / expected).array,
            "latest": when.reindex(last).array,
            "newest": pd.Series([newest] * len(members), dtype="str").array,
            "age_years": (newest_at - dated.max().reindex(members)).array,
        }
    )


@by_version(*ALL_VERSIONED)
def city_summary() -> pd.DataFrame:
    """Return one row a city, indexed by `region_code`: how complete, how old, how much is recorded.

    Returns
    -------
    DataFrame
        ``share``: mean share of the tables of `SERIES`, nothing found counting as none of it found;
        ``indicators`` of ``indicators_expected``: indicators present of those that can be had;
        ``rankable``: of those complete for all cities in some year, how many it has;
        ``products``, ``apps``, ``needs``: rows recorded, NA when none; ``grdp_latest``: latest period of GRDP
        by sector; ``indicators_latest``: latest year of any indicator; ``oldest_table`` and
        ``oldest_age_years``: the table furthest behind the newest city.
    """
    table = completeness()
    series = table[table["table"].isin(SERIES)]
    wide = table.pivot(index="region_code", columns="table")
    answer = pd.DataFrame(index=cities().index)
    answer["share"] = series.fillna({"share": 0}).groupby("region_code")["share"].mean()
    answer["indicators"] = wide["recorded"]["indicators"]
    answer["indicators_expected"] = wide["expected"]["indicators"]
    rows = rows_of("indicators")
    rankable = [code for code, each in INDICATORS.items() if each.rankable_years]
    answer["rankable"] = rows[rows["indicator"].isin(rankable)].groupby("city")["indicator"].nunique()
    for name in ("products", "apps", "needs"):
        answer[name] = wide["recorded"][name]
    answer["grdp_latest"] = wide["latest"]["grdp_sectors"]
    answer["indicators_latest"] = wide["latest"]["indicators"]
    dated = series.dropna(subset=["age_years"])
    oldest = dated.loc[dated.groupby("region_code")["age_years"].idxmax()].set_index("region_code")
    answer["oldest_table"] = oldest["table"]
    answer["oldest_age_years"] = oldest["age_years"]
    return answer
