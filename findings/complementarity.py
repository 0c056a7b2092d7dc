"""Who could supply whom: the matrix of cities, its strongest links, and one pair from both sides.

No trade flow is observed: surplus and deficit of regional output stand in for it. Codes and numbers
only; money in rupiah, of ONE quarter.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

import data
from analysis import complementarity, market, similarity

# Of the home Komwil, of all: "I" and "I+II".
SCOPES = (data.HOME_KOMWIL, "+".join(sorted(data.KOMWILS)))
ORDERS = ("similarity", "province", "name")
MEASURES = ("index", "rupiah")
RUPIAH_PER_BILLION = 1e9
TABLES = ("regions", "grdp_sectors", "sectors")


class View(NamedTuple):
    """What a reader looks at.

    Attributes
    ----------
    scope
        One of :data:`SCOPES`: the cities of the home Komwil, or all members.
    reference
        One of ``data.REFERENCES``; ``"province"`` compares each city with its own province.
    sectors
        Sectors traded between cities; None: those the data set marks as tradable.
    cities
        Codes the view is narrowed to; empty: all of the scope.
    """

    scope: str = SCOPES[0]
    reference: str = "indonesia"
    sectors: tuple[str, ...] | None = None
    cities: tuple[str, ...] = ()


@data.by_version("sectors")
def tradable_sectors() -> tuple[str, ...]:
    """Return the sectors the data set marks as traded between cities."""
    sectors = data.load("sectors")
    return tuple(sectors.loc[sectors["tradable"] == 1, "sector"])


@data.by_version("regions")
def members(scope: str) -> tuple[str, ...]:
    """Return the codes of the cities of a scope, by province."""
    frame = data.cities(SCOPES[0]) if scope == SCOPES[0] else data.cities()
    return tuple(frame.index)


@data.by_version("regions")
def provinces_of(scope: str) -> dict[str, str]:
    """Return code -> code of the province of the cities of a scope; whoever gets it must not change it."""
    return data.cities().loc[list(members(scope)), "province_code"].to_dict()


@data.by_version("sectors")
def all_sectors() -> tuple[str, ...]:
    """Return the codes of the sectors, in their order."""
    return tuple(data.load("sectors")["sector"])


@data.by_version(*TABLES)
def reference_for(name: str, codes: tuple[str, ...]) -> pd.Series | pd.DataFrame:
    """Return the reference economy over sectors; ``"province"``: one row a city, its own province."""
    if name != "province":
        return data.reference(name)
    provinces = data.regencies()["province_code"]
    by_province = {}
    for code in codes:
        if provinces[code] not in by_province:
            by_province[provinces[code]] = data.reference(name, city=code)
    return pd.DataFrame({code: by_province[provinces[code]] for code in codes}).T


@data.by_version(*TABLES)
def matrix(view: View, measure: str = "index") -> pd.DataFrame:
    """Return suppliers (rows) x buyers (columns) of a view.

    Returns
    -------
    DataFrame
        ``"index"``: 0..1. ``"rupiah"``: potential of the quarter ``data.latest_quarter()`` in rupiah.
        NaN on the diagonal (a city is not its own partner) and where a city has no figures.
    """
    codes = members(view.scope)
    output = data.sectors_matrix(regions=list(codes))
    reference = reference_for(view.reference, codes)
    sectors = list(view.sectors or tradable_sectors())
    if measure == "index":
        table = complementarity.complementarity(output, reference, sectors)
    else:
        table = complementarity.potential(output, reference, sectors) * RUPIAH_PER_BILLION
    values = table.to_numpy(dtype=float, copy=True)
    np.fill_diagonal(values, np.nan)
    table = pd.DataFrame(values, index=table.index, columns=table.columns)
    kept = [code for code in codes if not view.cities or code in view.cities]
    return table.loc[kept, kept]


@data.by_version(*TABLES)
def order(view: View, by: str = "similarity") -> tuple[str, ...]:
    """Return the cities of a view in an order for a matrix.

    ``"similarity"`` puts cities of like structure side by side: the order of the second smallest
    eigenvector of the Laplacian of their Finger-Kreinin similarity (Atkins, Boman and Hendrickson
    1998, A spectral algorithm for seriation). ``"province"`` keeps the order of the codes,
    ``"name"`` is alphabetical.
    """
    codes = [code for code in members(view.scope) if not view.cities or code in view.cities]
    names = data.cities()["short_name"]
    if by == "name":
        return tuple(sorted(codes, key=names.get))
    output = data.sectors_matrix(regions=codes)
    if by == "province" or len(codes) < 3 or output.isna().any(axis=None):
        return tuple(codes)
    alike = similarity.finger_kreinin(output).to_numpy(copy=True)
    # Only what sets cities apart orders them: similarities are high throughout.
    alike -= alike.min()
    laplacian = np.diag(alike.sum(axis=1)) - alike
    fiedler = np.linalg.eigh(laplacian)[1][:, 1]
    # An eigenvector has no sign of its own: let the larger economies come first.
    if fiedler @ output.sum(axis=1).to_numpy() > 0:
        fiedler = -fiedler
    return tuple(codes[position] for position in np.argsort(fiedler, kind="stable"))


@data.by_version(*TABLES)
def links(view: View, measure: str = "index") -> pd.DataFrame:
    """Return the directed pairs of a view, the strongest in `measure` first.

    Returns
    -------
    DataFrame
        ``supplier``, ``buyer``, ``index`` (0..1), ``rupiah`` (of the quarter). Pairs at zero are left
        out; of two pairs with the same index the one with more rupiah comes first.
    """
    index, rupiah = matrix(view), matrix(view, "rupiah")
    long = index.rename_axis(index="supplier", columns="buyer").stack().rename("index").reset_index()
    long["rupiah"] = rupiah.stack().to_numpy()
    other = "rupiah" if measure == "index" else "index"
    # Two cities with one and the same surplus sector tie up to the last bits of a float.
    keys = long.assign(index=long["index"].round(12))[[measure, other]]
    long = long.loc[keys.sort_values([measure, other], ascending=False, kind="stable").index]
    return long[long[measure] > 0].reset_index(drop=True)


def with_sectors(found: pd.DataFrame, view: View, measure: str = "index", most: int = 3) -> pd.DataFrame:
    """Return `found` (``supplier``, ``buyer``) with ``sectors``: up to `most`, the largest part first."""
    behind = [
        tuple(sectors_behind(view, row.supplier, row.buyer, measure).index[:most])
        for row in found.itertuples()
    ]
    return found.assign(sectors=pd.Series(behind, index=found.index, dtype=object))


@data.by_version(*TABLES, size=2048)
def sectors_behind(view: View, supplier: str, buyer: str, measure: str = "index") -> pd.DataFrame:
    """Return the tradable sectors one city could supply to another.

    Returns
    -------
    DataFrame
        Indexed by sector, the largest in `measure` first: ``contribution`` (sums to the index),
        ``potential``, ``surplus``, ``deficit`` (rupiah of the quarter), ``surplus_share``,
        ``deficit_share`` (0..1). Only sectors where both sides are above zero.
    """
    codes = members(view.scope)
    pair = tuple(dict.fromkeys((supplier, buyer)))
    output = data.sectors_matrix(regions=list(pair))
    reference = reference_for(view.reference, codes if set(pair) <= set(codes) else pair)
    table = complementarity.drivers(
        output, reference, list(view.sectors or tradable_sectors()), supplier, buyer
    )
    money = ["potential", "surplus", "deficit"]
    table[money] *= RUPIAH_PER_BILLION
    column = "contribution" if measure == "index" else "potential"
    return table[table[column] > 0].sort_values(column, ascending=False, kind="stable")


@data.by_version(*TABLES)
def pair_totals(view: View, supplier: str, buyer: str) -> dict[str, float]:
    """Return ``index`` and ``rupiah`` of one direction, and its ``rank`` by index.

    The rank counts from 1 over all ``of`` directed pairs of the scope; NaN for a pair outside it.
    """
    behind = sectors_behind(view, supplier, buyer)
    whole = matrix(view._replace(cities=()))
    inside = supplier in whole.index and buyer in whole.columns and supplier != buyer
    value = whole.at[supplier, buyer] if inside else np.nan
    everything = whole.to_numpy()
    return {
        "index": behind["contribution"].sum(),
        "rupiah": behind["potential"].sum(),
        "rank": float((everything > value).sum() + 1) if inside else np.nan,
        "of": float(np.isfinite(everything).sum()),
    }


@data.by_version(*TABLES, size=1024)
def stronger(view: View, one: str, other: str) -> tuple[str, str]:
    """Return the pair in the direction with the larger index: supplier, buyer."""
    there, back = (sectors_behind(view, *pair)["contribution"].sum() for pair in ((one, other), (other, one)))
    return (other, one) if back > there else (one, other)


@data.by_version(*TABLES)
def leading(view: View, city: str = "") -> tuple[str, str]:
    """Return supplier and buyer of the strongest link of `city`, where it supplies if it can.

    Of no city, or of one without a link in the view: the strongest of all; of an empty view its first city
    twice.
    """
    found = links(view)
    own = found[found["supplier"] == city]
    own = own if len(own) else found[found["buyer"] == city]
    found = own if len(own) else found
    if found.empty:
        first = members(view.scope)[0]
        return first, first
    return found.iloc[0]["supplier"], found.iloc[0]["buyer"]


@data.by_version("regions")
def distances() -> pd.DataFrame:
    """Return the great-circle distance between the 34 cities, kilometres."""
    return market.great_circle_km(data.cities()[["latitude", "longitude"]])


def sources() -> list[str]:
    """Return the sources of the sector figures the view rests on."""
    return _sources()


@data.by_version("grdp_sectors", "regions", "sectors")
def _sources() -> list[str]:
    rows = data.load("grdp_sectors")
    rows = rows[(rows["period"] == data.latest_quarter()) & (rows["price_basis"] == "ADHB")]
    rows = rows[rows["region_code"].isin(data.regencies().index)]
    return list(rows["source_id"].unique())
