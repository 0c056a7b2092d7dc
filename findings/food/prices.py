"""Prices of food by city and month, as recorded: lines, neighbours, season, gaps, thresholds."""

from __future__ import annotations

import pandas as pd

import data
from analysis import deals as rules
from analysis import prices
from data.places import places
from findings.deals import way
from findings.price_series import NOT_SHOWN, changes, monthly, newest_year

NEIGHBOURS = 5
TABLE = "food_prices"
# Beside the other panel (PIHPS) beef runs the other way: a gap between two places would be noise.
NO_GAPS = frozenset({"Daging Sapi Murni"})
LEAST_MONTHS = 6  # common months below which two means are not set side by side


@data.by_version("food_prices", "foods")
def commodities() -> tuple[str, ...]:
    """Return the foods that have monthly prices worth showing, as the price table calls them."""
    names = data.load("food_prices")["commodity"].unique()
    return tuple(sorted(str(name) for name in names if name not in NOT_SHOWN))


@data.by_version("food_prices")
def unit(commodity: str) -> str:
    """Return the unit a food is priced in."""
    rows = data.load("food_prices")
    units = rows.loc[rows["commodity"] == commodity, "unit"]
    return str(units.iloc[0]) if len(units) else ""


@data.by_version("food_prices", size=32)
def source_ids(commodity: str) -> tuple[str, ...]:
    """Return the sources of the prices of a food."""
    rows = data.load("food_prices")
    return tuple(rows.loc[rows["commodity"] == commodity, "source_id"].unique())


@data.by_version("regions", "food_prices", size=64)
def neighbours(city: str, commodity: str, count: int = NEIGHBOURS, level: str = "") -> tuple[str, ...]:
    """Return the regions with recorded prices (of a market level) nearest to a city, the nearest first."""
    known = monthly(commodity, level).columns
    kilometres = way.distances()
    if city not in kilometres:
        return ()
    near = kilometres.loc[city].drop(city)
    return tuple(near[near.index.isin(known)].sort_values().index[:count])


@data.by_version("food_prices", "regions", size=256)
def line(city: str, commodity: str, level: str = "") -> pd.DataFrame:
    """Return the price in a city beside its neighbours by month, of one market level ("": the usual one).

    Returns
    -------
    DataFrame
        Month with ``price``, ``low``, ``high``, ``median`` of the neighbours and ``count`` of neighbours
        with a price; NaN where nothing was recorded.
    """
    table = monthly(commodity, level)
    near = table.reindex(columns=list(neighbours(city, commodity, level=level)))
    own = table[city] if city in table else pd.Series(float("nan"), index=table.index)
    return pd.DataFrame({
        "price": own, "low": near.min(axis=1), "high": near.max(axis=1), "median": near.median(axis=1),
        "count": near.notna().sum(axis=1),
    })  # fmt: skip


@data.by_version("food_prices", size=64)
def latest(commodity: str, regions: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Return the newest recorded price of each region and its change against the month before.

    Returns
    -------
    DataFrame
        Region code with ``period``, ``price``, ``change`` (NaN where the month before is not recorded).
    """
    table = monthly(commodity)
    if regions is not None:
        table = table.reindex(columns=list(regions))
    change = changes(commodity).reindex(columns=table.columns)
    last = table.apply(lambda column: column.last_valid_index())
    rows = [
        (code, period, table.at[period, code], change.at[period, code])
        for code, period in last.items()
        if period is not None
    ]
    return pd.DataFrame(rows, columns=["region_code", "period", "price", "change"]).set_index("region_code")


@data.by_version("food_prices", size=1024)
def newest_change(city: str, commodity: str) -> tuple[str, float | None]:
    """Return the newest month a city has a price of, and its change against the month before.

    ``("", None)`` without any price; the change None where the month before is not recorded.
    """
    table = latest(commodity, (city,))
    if table.empty:
        return "", None
    row = table.iloc[0]
    return str(row["period"]), None if pd.isna(row["change"]) else float(row["change"])


@data.by_version("food_prices", size=256)
def gap_months(city: str, commodity: str, cost: float, months: int = 12) -> pd.DataFrame:
    """Return in how many of the newest months the city was dearer than each other region by more than `cost`.

    As :func:`analysis.prices.months_above`; empty where the city has no price.
    """
    table = monthly(commodity).loc[newest_year(commodity)[-months:]]
    if city not in table:
        return pd.DataFrame(columns=["above", "months", "median"])
    return prices.months_above(prices.price_gap(table, city), cost)


@data.by_version("food_prices", size=256)
def months_short(city: str, commodity: str, place: str, cost: float) -> tuple[tuple[str, ...], int]:
    """Return the newest months in which a place was not cheaper by more than `cost`, and how many count.

    Only months with both prices count; empty and 0 where there is none.
    """
    table = monthly(commodity).loc[newest_year(commodity)]
    if place == city or not {city, place} <= set(table):
        return (), 0
    gap = prices.price_gap(table, city)[place].dropna()
    return tuple(map(str, gap.index[gap <= cost])), len(gap)


@data.by_version("food_prices_province", "foods", size=64)
def season(province: str, commodity: str) -> pd.DataFrame:
    """Return the season of a food in a province (:func:`analysis.prices.seasonal_index`), PIHPS by month.

    The months of the price table reach over less than two complete years; the province's reach further.
    All NaN where the province or the food is not there.
    """
    foods = data.load("foods")
    names = foods.loc[foods["price_commodity"] == commodity, "pihps_commodity"].dropna()
    rows = data.load("food_prices_province")
    rows = rows[(rows["region_code"] == province) & rows["commodity"].isin(set(names))]
    return prices.seasonal_index(rows.groupby("period")["price_rupiah"].mean())


@data.by_version("food_prices", size=64)
def rises(city: str, threshold: float, foods: tuple[tuple[str, float], ...] = ()) -> pd.DataFrame:
    """Return the foods whose newest recorded price rose by more than `threshold` (0.1: ten per cent).

    Parameters
    ----------
    foods
        Foods with a threshold of their own: (commodity, share).

    Returns
    -------
    DataFrame
        ``commodity``, ``period``, ``price``, ``change``, the strongest rise first; only foods recorded in
        the newest month the city has any price of.
    """
    own, rows = dict(foods), []
    tables = {name: table[city] for name in commodities() if city in (table := monthly(name))}
    newest = max((column.last_valid_index() or "" for column in tables.values()), default="")
    for commodity, column in tables.items():
        if column.last_valid_index() != newest:
            continue
        change = changes(commodity).at[newest, city]
        if change > own.get(commodity, threshold):
            rows.append((commodity, newest, column.at[newest], change))
    found = pd.DataFrame(rows, columns=["commodity", "period", "price", "change"])
    return found.sort_values("change", ascending=False, ignore_index=True)


@data.by_version("food_prices", "regions", size=256)
def offers(city: str, commodity: str, suppliers: tuple[str, ...], month: str = "") -> pd.DataFrame:
    """Return the price at each supplier beside the city's, and the way between them.

    Parameters
    ----------
    month
        ``YYYY-MM``: the prices of that month alone; empty: means of the newest twelve.

    Returns
    -------
    DataFrame
        Supplier code with ``price`` and ``here`` (means of the months of the newest twelve that both have
        recorded, at least six, else NaN), ``months`` (how many), ``gap`` (here less price), ``km`` (great
        circle; NaN where a point is not known), ``sea`` (points on different islands), ``ring`` (one lies
        around the other: the way between their points means nothing), ``unit`` of the prices.
    """
    table = monthly(commodity).loc[[month] if month else newest_year(commodity)]
    least = 1 if month else LEAST_MONTHS
    rows = []
    for code in suppliers:
        both = table.reindex(columns=[city, code]).dropna()
        enough = len(both) >= least and commodity not in NO_GAPS
        there, here = (both[code].mean(), both[city].mean()) if enough else (float("nan"), float("nan"))
        between = (way.km(city, code), bool(way.sea(city, code)), way.surrounds(city, code))
        rows.append((code, there, here, len(both), here - there, *between))
    columns = ["supplier", "price", "here", "months", "gap", "km", "sea", "ring"]
    return pd.DataFrame(rows, columns=columns).set_index("supplier").assign(unit=unit(commodity))


@data.by_version("food_prices", "regions", size=128)
def gaps(city: str, commodity: str) -> pd.DataFrame:
    """Return :func:`offers` of every place with a comparable price, with ``verdict`` and its point.

    Returns
    -------
    DataFrame
        As :func:`offers`, and ``verdict`` (yes: cheaper there by 5% or more, no: dearer, unknown: alike),
        ``latitude``, ``longitude``; the cheapest first. Empty where no other place can be compared.
    """
    others = tuple(code for code in monthly(commodity).columns if code != city)
    table = offers(city, commodity, others).dropna(subset=["gap"]).sort_values("price")
    table["verdict"] = [
        rules.price_verdict(there, here) for there, here in zip(table["price"], table["here"], strict=True)
    ]
    return table.join(places()[["latitude", "longitude"]], how="inner")


@data.by_version("food_prices", size=256)
def months_of(city: str, commodity: str) -> tuple[str, ...]:
    """Return the months the city has a price of the food, the newest first."""
    table = monthly(commodity)
    return tuple(table[city].dropna().index[::-1]) if city in table else ()


def landed(table: pd.DataFrame, road: float | None, ship: float | None, loss: float | None) -> pd.DataFrame:
    """Return :func:`offers` with ``landed`` and ``cheaper`` (here less landed), what the user's rates make.

    Parameters
    ----------
    road
        Rupiah per unit and kilometre.
    ship
        Rupiah per unit, where the sea lies between.
    loss
        Share lost on the way, 0 <= loss < 1.

    Returns
    -------
    DataFrame
        Both columns NaN where a rate that the way needs has not been set: there is no default.
    """
    freight = pd.Series(float("nan") if road is None else road, index=table.index) * table["km"]
    crossing = table["sea"].map({True: float("nan") if ship is None else ship, False: 0.0})
    freight = freight + crossing.astype(float)
    if loss is None:
        return table.assign(landed=float("nan"), cheaper=float("nan"))
    value = prices.landed_price(table["price"], freight, loss)
    return table.assign(landed=value, cheaper=table["here"] - value)
