"""The evidence that partners are ranked by, gathered from the data set."""

from __future__ import annotations

import pandas as pd

import data
from analysis import partners
from findings import gateway
from findings.goods import vocabulary

TABLES = (
    "regions", "sectors", "grdp_sectors", "indicators", "household_spending", "products",
    "product_commodities", "needs", "supply_links", "apps", "cooperation", "sources", "foods",
)  # fmt: skip


def population_of(cities: pd.Index) -> tuple[pd.Series, int]:
    """Return the population of the cities in the latest year that BPS gives all of them, and that year."""
    rows = data.load("indicators")
    rows = rows[(rows["indicator"] == "population") & rows["region_code"].isin(cities)]
    years = rows.groupby("year")["region_code"].nunique()
    year = int(years.index[years == years.max()].max())
    of_year = rows[rows["year"] == year].set_index("region_code")["value"]
    return of_year.reindex(cities), year


@data.by_version(*TABLES, size=4)
def evidence() -> partners.Evidence:
    """Return the evidence on the 34 cities in the edition of the data set in force."""
    cities = data.cities().index
    output = data.sectors_matrix(regions=list(cities))
    population, year = population_of(cities)
    spending = data.load("household_spending")
    tables = {
        name: data.load(name)
        for name in ("products", "product_commodities", "needs", "supply_links", "apps", "cooperation")
    }
    dates = data.load("sources").set_index("source_id")["source_date"].dropna()
    return partners.Evidence(
        output=output,
        supply=gateway.supply(),
        regions=data.regencies(),
        population=population,
        spending=spending[spending["region_code"].isin(cities)],
        periods={
            "output": data.latest_quarter(),
            "population": str(year),
            "spending": str(spending["year"].max()),
        },
        source_dates=dates.to_dict(),
        vocabulary=vocabulary(),
        **tables,
    )
