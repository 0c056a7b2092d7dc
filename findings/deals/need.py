"""What the households of a region use of a good in a year."""

from __future__ import annotations

import numpy as np
import pandas as pd

import data
from findings.goods import foods_of, trade_goods
from findings.partner_evidence import population_of

WEEKS = 365.25 / 7
GOOD_QUALITY = "baik"
# Kilograms of rice a head and year: only to test a surplus and to order cards, never printed.
RICE_KG_HEAD = 113.0


@data.by_version("regions", "indicators")
def persons() -> pd.Series:
    """Return persons by region: BPS for the members (latest year all have), elsewhere the registered."""
    people = data.registered_population().reindex(data.regencies().index).astype("float64")
    members, _year = population_of(data.cities().index)
    return members.combine_first(people).reindex(people.index)


@data.by_version("foods", "food_quantities", "household_spending", "regions", "indicators")
def needs() -> pd.DataFrame:
    """Return what each region's households use of each good in a year.

    quantity a person and week x 365.25 / 7 x persons, summed over the foods of the good, whatever their
    quality.

    Returns
    -------
    DataFrame
        Indexed by (`region_code`, `good`): ``ton`` (NaN for goods counted in pieces), ``pieces`` (NaN for
        the others), ``rupiah``, ``reliable`` (share of the quantity in rows of quality ``baik``, 0..1),
        ``year``. A good the survey does not hold (rice, potatoes) has no row. Hotels and restaurants are
        not in it.
    """
    foods = data.load("foods")
    table = data.load("food_quantities")
    year = int(table["year"].max())
    table = table[table["year"] == year]
    spent = data.load("household_spending")
    spent = spent[spent["year"] == spent["year"].max()]
    spent = spent.set_index(["region_code", "commodity_group", "commodity"])["rupiah_per_capita_per_week"]
    keys = ["region_code", "commodity_group", "commodity"]
    weekly = table.join(spent.rename("weekly_rupiah"), on=keys)
    weekly = weekly.drop_duplicates(keys)
    people = persons()
    parts = []
    for code, good in trade_goods().items():
        rows = foods_of(code, foods).dropna(subset=["susenas_commodity"])
        if rows.empty:
            continue
        factor = rows.set_index("susenas_commodity")["kg_per_unit"].astype("float64")
        mine = weekly[weekly["commodity"].isin(factor.index)]
        quantity = mine["quantity_per_capita_per_week"].astype("float64")
        if not good.pieces:
            quantity = quantity * mine["commodity"].map(factor)
        if quantity.isna().all():  # the survey's unit is not certain (milk)
            continue
        part = pd.DataFrame(
            {
                "region_code": mine["region_code"],
                "good": code,
                "quantity": quantity,
                "sure": quantity.where(mine["quality"] == GOOD_QUALITY, 0.0),
                "rupiah": mine["weekly_rupiah"],
            }
        )
        parts.append(part)
    sums = pd.concat(parts).groupby(["region_code", "good"]).sum(min_count=1)
    whole = sums.index.get_level_values("region_code").map(people).astype("float64") * WEEKS
    in_pieces = {code: good.pieces for code, good in trade_goods().items()}
    pieces = sums.index.get_level_values("good").map(in_pieces).to_numpy(dtype=bool)
    amount = sums["quantity"] * whole
    return pd.DataFrame(
        {
            "ton": (amount / 1000).where(~pieces),
            "pieces": amount.where(pieces),
            "rupiah": sums["rupiah"] * whole,
            "reliable": sums["sure"] / sums["quantity"],
            "year": year,
        }
    )


def rice_ton(region: str) -> float:
    """Return tons of rice a year by a national figure a head; only for tests and order, never printed."""
    return float(persons().get(region, np.nan)) * RICE_KG_HEAD / 1000
