"""What recorded trade between provinces leaves for two cities, by sector, as a range."""

from __future__ import annotations

import pandas as pd

import data
from analysis import trade
from findings import interregional

TABLES = ("regions", "grdp_sectors", "sectors", "grdp_totals_514_2010_2023")
LEVELS = "grdp_totals_514_2010_2023"
RUPIAH_PER_MILLION = 1e6
EMPTY = pd.DataFrame(columns=["low", "middle", "high"], dtype="float64").rename_axis("sector")


@data.by_version(LEVELS, "regions")
def growth_factors() -> tuple[pd.Series, int]:
    """Return nominal GRDP of each province since the year of the interregional table, and until which year.

    Summed from the regencies of both years; NaN for a province that lacks one of them in either year.
    """
    rows = data.load(LEVELS)
    rows = rows[rows["price_basis"] == "ADHB"]
    provinces = rows["region_code"].str[:2]
    start, end = str(interregional.year()), rows["period"].max()
    grouped = rows["value_billion_rupiah"].groupby([provinces, rows["period"]])
    levels, counts = grouped.sum().unstack(), grouped.count().unstack()
    whole = counts[start] == counts[end]
    return (levels[end] / levels[start]).where(whole).rename("growth"), int(end)


@data.by_version("regions", "grdp_sectors", "sectors")
def province_matrix() -> pd.DataFrame:
    """Return GRDP by sector of each province, summed from its regencies, billion rupiah of the quarter."""
    output = data.sectors_matrix()
    return output.groupby(data.regencies().loc[output.index, "province_code"]).sum(min_count=1)


@data.by_version(*TABLES, size=512)
def expected(seller: str, buyer: str) -> pd.DataFrame:
    """Return the goods that makers in `buyer` can be expected to buy from `seller` in a year.

    Parameters
    ----------
    seller, buyer
        Codes of a kabupaten or kota of Sumatra.

    Returns
    -------
    DataFrame
        By sector of goods: ``low``, ``middle``, ``high``, rupiah a year at the prices of the last year of
        :func:`growth_factors`; intermediate use only. Empty within one province, where the table says nothing
        about distance.
    """
    regions = data.regencies()
    p, q = regions.loc[[seller, buyer], "province_code"]
    if p == q:
        return EMPTY.copy()
    goods = list(interregional.GOODS)
    flow = pd.Series({sector: interregional.flows((sector,)).at[p, q] for sector in goods})
    ratio = (interregional.output() / interregional.value_added()).fillna(0.0)
    places = data.sectors_matrix(regions=[seller, buyer])
    whole = province_matrix()
    supply = places.loc[seller, goods] / whole.loc[p, goods]
    made = pd.DataFrame([places.loc[buyer] * ratio.loc[q], whole.loc[q] * ratio.loc[q]], index=["own", "all"])
    demand = trade.intermediate_demand(made, interregional.province_coefficients(q))
    share = demand.loc["own", goods] / demand.loc["all", goods]
    factors, _until = growth_factors()
    table = trade.expected_trade(flow, float(factors[p]), supply, share) * RUPIAH_PER_MILLION
    return table.rename_axis("sector")
