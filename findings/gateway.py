"""Which hinterland stands behind each city, and what a city can be expected to supply for lack of better."""

from __future__ import annotations

import pandas as pd

import data
from analysis import market, trade
from data.places import places
from findings import interregional

FARM = "A"
GOODS = ("A", "C")
TRADE_AND_TRANSPORT = ["G", "H"]
TABLES = ("regions", "grdp_sectors", "sectors")


@data.by_version(*TABLES)
def farm_output() -> pd.Series:
    """Return output of agriculture of each kabupaten and kota of Sumatra, billion rupiah of the quarter.

    GRDP of sector A times its province's output for one rupiah of value added (interregional table).
    """
    codes = places().index
    grdp = data.sectors_matrix(regions=list(codes))[FARM]
    ratio = (interregional.output() / interregional.value_added())[FARM]
    return (grdp * data.regencies().loc[codes, "province_code"].map(ratio)).rename("farm_output")


@data.by_version(*TABLES)
def shares() -> pd.DataFrame:
    """Return through which member city each kabupaten's and kota's farm output is likely to pass.

    As :func:`analysis.trade.gateway_shares`, the mass of a city being its GRDP of trade and transport.
    """
    cities = data.cities().index
    mass = data.sectors_matrix(regions=list(cities))[TRADE_AND_TRANSPORT].sum(axis=1, skipna=False)
    return trade.gateway_shares(mass, market.great_circle_km(places())[list(cities)])


@data.by_version(*TABLES)
def supply() -> pd.Series:
    """Return S_i of each member city: gateway supply plus its own GRDP of agriculture and manufacturing.

    Billion rupiah of the quarter ``data.latest_quarter()``; a size for comparing cities, no amount of sales.
    """
    through = trade.gateway_supply(farm_output(), shares())
    own = data.sectors_matrix(regions=list(through.index))[list(GOODS)].sum(axis=1, skipna=False)
    return (through + own).rename("supply")


@data.by_version(*TABLES, size=64)
def hinterland(city: str, most: int = 5) -> pd.DataFrame:
    """Return the regions whose farm output is most likely to pass through `city`.

    Returns
    -------
    DataFrame
        Indexed by code, the largest first: ``through`` (billion rupiah of the quarter), ``share`` (0..1, the
        part of the region's farm output that passes here). The city itself is left out.
    """
    part = shares()[city].drop(city)
    through = (part * farm_output()).dropna().sort_values(ascending=False, kind="stable").head(most)
    return pd.DataFrame({"through": through, "share": part[through.index]})
