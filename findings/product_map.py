"""What the product map shows: a value per city, products that pass the filters, flows, places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

import data
from analysis import specialization
from analysis.validation import CERTAIN
from data.geometry import places
from data.schema import INDICATORS

PRODUCT_COUNT = "produk"
LQ_PREFIX = "lq_"
SHARE_PREFIX = "porsi_"
SMALL_SHARE = 0.01
# Older concepts of an indicator that is there in its present one.
SUPERSEDED = ("hdi_sp2010", "life_expectancy_sp2010", "population_dukcapil")


def measures() -> list[str]:
    """Codes a city can be coloured by: number of products, LQ and share of a sector, rankable indicators."""
    sectors = data.load("sectors")["sector"]
    oldest = int(data.latest_year()) - 1  # an older one no longer describes the city
    indicators = [
        code
        for code, each in INDICATORS.items()
        if code not in SUPERSEDED and max(each.rankable_years, default=0) >= oldest
    ]
    return [
        PRODUCT_COUNT,
        *(f"{LQ_PREFIX}{sector}" for sector in sectors),
        *(f"{SHARE_PREFIX}{sector}" for sector in sectors),
        *indicators,
    ]


def kind_of(measure: str) -> str:
    """``count``, ``lq``, ``share`` or ``indicator``."""
    if measure == PRODUCT_COUNT:
        return "count"
    for prefix, kind in ((LQ_PREFIX, "lq"), (SHARE_PREFIX, "share")):
        if measure.startswith(prefix):
            return kind
    return "indicator"


def sector_of(measure: str) -> str:
    """Sector of an LQ or share measure."""
    return measure.removeprefix(LQ_PREFIX).removeprefix(SHARE_PREFIX)


@dataclass(frozen=True)
class Filters:
    """What the reader narrows the map to; an empty tuple or text narrows nothing."""

    komwil: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    words: str = ""

    def narrow_products(self) -> bool:
        """Whether some products of the cities shown are left out."""
        return bool(self.categories or self.sectors or self.roles or self.words.strip())


@data.by_version("regions", "products", "grdp_sectors", "sectors", "indicators")
def city_values(measure: str, reference: str = "indonesia", year: int | None = None) -> pd.DataFrame:
    """Return one value per member city.

    Parameters
    ----------
    year
        Of an indicator, one of :func:`years`; None: :func:`newest_complete`.

    Returns
    -------
    DataFrame
        Indexed by `region_code` (34): ``value`` (number of products, LQ, share 0..1, or the
        indicator in its unit; NaN where not known), ``period``, ``source_id``, ``small`` (the
        sector is under 1% of the city's output, so that its LQ says little).
    """
    codes = data.cities().index
    kind = kind_of(measure)
    if kind == "count":
        counts = data.load("products").groupby("region_code").size()
        frame = pd.DataFrame({"value": counts.reindex(codes).astype(float)})
        return frame.assign(period="", source_id="", small=False)
    if kind == "indicator":
        return _indicator(measure, codes, year or newest_complete(measure))
    output = data.sectors_matrix(regions=list(codes))
    shares = specialization.shares(output)
    sector = sector_of(measure)
    if kind == "share":
        value = shares[sector]
    elif reference == "province":
        by_city = pd.DataFrame({code: data.reference("province", city=code) for code in codes}).T
        value = specialization.location_quotient(output, by_city)[sector]
    else:
        value = specialization.location_quotient(output, data.reference(reference))[sector]
    rows = data.load("grdp_sectors")
    rows = rows[(rows["period"] == data.latest_quarter()) & (rows["sector"] == sector)]
    origin = rows.drop_duplicates("region_code").set_index("region_code")["source_id"]
    return pd.DataFrame(
        {
            "value": value,
            "period": data.latest_quarter(),
            "source_id": origin.reindex(codes),
            "small": shares[sector] < SMALL_SHARE,
        }
    )


def _indicator(code: str, codes: pd.Index, year: int) -> pd.DataFrame:
    rows = _rows(code, codes)
    frame = rows[rows["year"] == year].set_index("region_code").reindex(codes)[["value", "source_id"]]
    return frame.assign(period=str(year), small=False)


def _rows(code: str, codes: pd.Index) -> pd.DataFrame:
    """Rows of an indicator's present concept: a year of an older one is not the same measure."""
    rows = data.load("indicators")
    own = rows[(rows["indicator"] == code) & rows["region_code"].isin(codes)]
    own = own[own["year"] >= (INDICATORS[code].comparable_from or 0)]
    return own.drop_duplicates(["region_code", "year"], keep="last")


def newest_complete(measure: str) -> int:
    """The newest year in which every member has the indicator."""
    return max(INDICATORS[measure].rankable_years)


@data.by_version("indicators", "regions")
def by_year(measure: str) -> pd.DataFrame:
    """Return an indicator's values by city and year, from the first to the last year anyone has it.

    Returns
    -------
    DataFrame
        The 34 x every year in between, in the indicator's unit; NaN where a city has none that year, a
        whole column where nobody has. Years of an older concept are not in it.
    """
    codes = data.cities().index
    table = _rows(measure, codes).pivot(index="region_code", columns="year", values="value")
    every = range(int(table.columns.min()), int(table.columns.max()) + 1)
    return table.reindex(index=codes, columns=every)


def years(measure: str) -> tuple[int, ...]:
    """Return the years the slider steps through, oldest first; empty for what is no indicator."""
    return tuple(by_year(measure).columns) if kind_of(measure) == "indicator" else ()


@data.by_version("indicators", "regions")
def sources_of_years(measure: str, cities: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources of the figures of :func:`by_year` of `cities`, each once."""
    return tuple(_rows(measure, pd.Index(cities))["source_id"].dropna().unique())


def edges(measure: str, values: pd.Series) -> np.ndarray:
    """Return the inner edges of the colour classes: of an indicator from all its years together."""
    kind = kind_of(measure)
    return bins(by_year(measure).stack() if kind == "indicator" else values, kind)


@data.by_version("products", "regions")
def breadth(cities: tuple[str, ...]) -> pd.Series:
    """Return in how many of `cities` each category of product is recorded, the most widespread first."""
    rows = data.load("products")
    rows = rows[rows["region_code"].isin(cities)]
    return rows.groupby("category")["region_code"].nunique().sort_values(ascending=False, kind="stable")


@data.by_version("supply_links", "regions")
def traded_with(city: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the member cities `city` is reported to supply, and those reported to supply it."""
    pairs = flows()
    to = pairs.loc[pairs["supplier"] == city, "buyer"]
    return tuple(to), tuple(pairs.loc[pairs["buyer"] == city, "supplier"])


@data.by_version("products", "regions")
def products(filters: Filters) -> pd.DataFrame:
    """Return the products that pass `filters`, with city, province and Komwil beside each."""
    frame = data.load("products")
    places_of = data.cities()[["short_name", "province_code", "province", "komwil"]]
    frame = frame.join(places_of, on="region_code", how="inner")
    for column, wanted in (
        ("komwil", filters.komwil),
        ("province_code", filters.provinces),
        ("category", filters.categories),
        ("sector", filters.sectors),
        ("role", filters.roles),
    ):
        if wanted:
            frame = frame[frame[column].isin(wanted)]
    text = frame[["product", "description", "inputs", "recognition", "short_name"]].fillna("")
    text = text.agg(" ".join, axis=1).str.casefold()
    for word in filters.words.casefold().split():
        # An empty match keeps the rows' order and the columns; nothing is treated as a pattern.
        frame = frame[text.loc[frame.index].str.contains(word, regex=False)]
    return frame


@data.by_version("regions")
def cities_shown(filters: Filters) -> pd.Index:
    """Return the codes of the member cities that pass the filters on Komwil and province."""
    frame = data.cities()
    if filters.komwil:
        frame = frame[frame["komwil"].isin(filters.komwil)]
    if filters.provinces:
        frame = frame[frame["province_code"].isin(filters.provinces)]
    return frame.index


@data.by_version("supply_links", "regions")
def flows() -> pd.DataFrame:
    """Return documented flows between member cities, one row a pair.

    Returns
    -------
    DataFrame
        ``supplier``, ``buyer`` (codes), ``commodities`` (list), ``count``, ``certain`` (every row
        names the city plainly), ``certainties`` and ``source_ids`` (lists).
    """
    links = data.load("supply_links")
    members = data.cities().index
    links = links[links["supplier_city_code"].isin(members) & links["buyer_city_code"].isin(members)]
    links = links[links["supplier_city_code"] != links["buyer_city_code"]]
    grouped = links.groupby(["supplier_city_code", "buyer_city_code"])
    frame = grouped.agg(
        commodities=("commodity", lambda column: list(dict.fromkeys(column))),
        certainties=("certainty", lambda column: list(dict.fromkeys(column))),
        source_ids=("source_id", lambda column: list(dict.fromkeys(column))),
        certain=("certainty", lambda column: bool((column == CERTAIN).all())),
    ).reset_index(names=["supplier", "buyer"])
    frame["count"] = frame["commodities"].map(len)
    return frame


def bins(values: pd.Series, kind: str, classes: int = 6) -> np.ndarray:
    """Return the inner edges of the colour classes for `values`.

    LQ: fixed and symmetric around 1 in log2 (1/4, 1/2, 4/5, 5/4, 2, 4), so that the same colour means
    the same on every map. Else quantiles of the values present, without repeats.
    """
    if kind == "lq":
        return np.array([0.25, 0.5, 0.8, 1.25, 2.0, 4.0])
    present = values.dropna()
    if present.nunique() < 2:
        return np.array([])
    edges = np.unique(np.quantile(present, np.linspace(0, 1, classes + 1)[1:-1]))
    if kind == "count":
        edges = np.unique(np.ceil(edges))
    return edges[edges > present.min()]


def ports_and_airports() -> pd.DataFrame:
    """Return ports and airports with ``kind_group``: ``port`` or ``airport``."""
    frame = places()
    airport = frame["kind"].isin(["bandara", "pangkalan udara"])
    return frame.assign(kind_group=np.where(airport, "airport", "port"))


@data.by_version("products")
def categories() -> tuple[str, ...]:
    """Categories of the products there are, most frequent first."""
    return tuple(data.load("products")["category"].value_counts().index)


@data.by_version("products", "sectors")
def product_sectors() -> tuple[str, ...]:
    """Sectors the products belong to, in the order of the accounts."""
    present = set(data.load("products")["sector"])
    return tuple(sector for sector in data.load("sectors")["sector"] if sector in present)


@data.by_version("products")
def roles() -> tuple[str, ...]:
    """Roles of a city for its product: made there, or traded there."""
    return tuple(data.load("products")["role"].value_counts().index)


@data.by_version("regions")
def provinces() -> tuple[str, ...]:
    """Codes of the provinces that have a member city."""
    return tuple(dict.fromkeys(data.cities()["province_code"]))
