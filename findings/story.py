"""The figures behind a presentation or a brief: of one city, of a pair, or of all of Komwil I.

Codes and numbers only; the words are chosen in ``reports``. Every frame carries the period and the
source of its figures, and what is not known is missing.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

import data
from analysis import specialization
from findings import applications, city_profile
from findings import complementarity as fits

KOMWIL = "I"
KEY_INDICATORS = ("population", "grdp_per_capita_adhb", "hdi", "poverty_pct", "unemployment_pct")
OUTPUT = "grdp"
CERTAIN = "kota"
RUNNING = applications.RUNNING


class Subject(NamedTuple):
    """Who a story is about: one city, a pair, or (both empty) all of Komwil I."""

    city: str = ""
    other: str = ""

    @property
    def kind(self) -> str:
        """``city``, ``pair`` or ``all``."""
        return "pair" if self.other else "city" if self.city else "all"

    @property
    def cities(self) -> tuple[str, ...]:
        """Codes of the cities it is about."""
        return tuple(filter(None, self)) or tuple(data.cities(KOMWIL).index)


def subject(city: str | None = None, pair: tuple[str, str] | None = None) -> Subject:
    """Return the subject of a story.

    Raises
    ------
    data.UnknownCity
        If a code is not one of the 34 cities.
    ValueError
        If the two cities of a pair are one, or city and pair are both given.
    """
    if city and pair:
        raise ValueError("city or pair, not both")
    known = data.cities().index
    for code in (city, *(pair or ())):
        if code is not None and code not in known:
            raise data.UnknownCity(code, known)
    if pair and pair[0] == pair[1]:
        raise ValueError(f"a pair is two cities: {pair[0]}")
    return Subject(*pair) if pair else Subject(city or "")


@data.by_version("indicators", "grdp_totals", "regions", size=64)
def key_figures(city: str) -> pd.DataFrame:
    """Return what describes a city first, as its profile shows it.

    Returns
    -------
    DataFrame
        One row a figure that is known: ``measure`` (``grdp`` or an indicator), ``value``, ``period``,
        ``rank`` (1 is the best, or the largest where none is better) among the ``of`` cities measured
        in that year, NaN where not all were; ``source_id``.
    """
    rows = [_output(city)]
    known = city_profile.indicators(city)
    for code in known.index.intersection(KEY_INDICATORS, sort=False):
        row = known.loc[code]
        rows.append((code, row["value"], str(row["year"]), row["rank"], row["of"], row["source_id"]))
    columns = ["measure", "value", "period", "rank", "of", "source_id"]
    return pd.DataFrame([row for row in rows if row], columns=columns)


def _output(city: str) -> tuple | None:
    """The latest year of GRDP, with the city's place when all cities have it."""
    rows = data.load("grdp_totals")
    rows = rows[(rows["price_basis"] == "ADHB") & rows["period"].str.fullmatch(r"\d{4}")]
    own = output_by_year(city)
    if own.empty:
        return None
    last = own.iloc[-1]
    same = rows[rows["period"] == last["period"]].set_index("region_code")["value_billion_rupiah"]
    same = same.reindex(data.cities().index).dropna()
    rank = same.rank(method="min", ascending=False)[city] if len(same) == len(data.cities()) else np.nan
    return OUTPUT, last["value_billion_rupiah"], last["period"], rank, len(same), last["source_id"]


@data.by_version("grdp_totals", size=64)
def output_by_year(city: str) -> pd.DataFrame:
    """Return GRDP at current prices by year: ``period``, ``value_billion_rupiah``, ``source_id``."""
    rows = data.load("grdp_totals")
    rows = rows[(rows["region_code"] == city) & (rows["price_basis"] == "ADHB")]
    rows = rows[rows["period"].str.fullmatch(r"\d{4}")].dropna(subset=["value_billion_rupiah"])
    return rows.sort_values("period")[["period", "value_billion_rupiah", "source_id"]].reset_index(drop=True)


@data.by_version("grdp_sectors", "sectors", "regions", size=64)
def structure(cities: tuple[str, ...], reference: str = "indonesia") -> pd.DataFrame:
    """Return the sectors of one city, or of several taken together, against a reference economy.

    Returns
    -------
    DataFrame
        By ``sector``, the largest LQ first: ``value_billion_rupiah`` of the quarter, ``share`` (0..1),
        ``lq``, ``small`` (under 1% of the city, so that the LQ says little). Empty without figures.
    """
    output = data.sectors_matrix(regions=list(cities)).dropna()
    if output.empty:
        return pd.DataFrame(columns=["sector", "value_billion_rupiah", "share", "lq", "small"])
    whole = output.sum().to_frame().T
    economy = data.reference(reference, city=cities[0])
    frame = pd.DataFrame(
        {
            "value_billion_rupiah": whole.iloc[0],
            "share": specialization.shares(whole).iloc[0],
            "lq": specialization.location_quotient(whole, economy).iloc[0],
        }
    )
    frame["small"] = frame["share"] < city_profile.SMALL_SHARE
    return frame.sort_values("lq", ascending=False, kind="stable").rename_axis("sector").reset_index()


def strengths(cities: tuple[str, ...], most: int = 6) -> pd.DataFrame:
    """Return the rows of :func:`structure` above the reference and of some weight, the largest LQ first.

    ``main`` marks the one whose share lies furthest above the reference's, the first of
    ``city_profile.leading``: a large LQ alone may be a small sector.
    """
    frame = structure(cities)
    frame = frame[(frame["lq"] >= 1) & ~frame["small"]]
    gap = frame["share"] - frame["share"] / frame["lq"]
    frame = frame.assign(gap=gap).sort_values("gap", ascending=False, kind="stable").head(most)
    frame["main"] = range(len(frame))
    frame["main"] = frame["main"] == 0
    return frame.sort_values("lq", ascending=False, kind="stable").reset_index(drop=True)


@data.by_version("products", "regions", size=64)
def products(cities: tuple[str, ...]) -> pd.DataFrame:
    """Return the featured products of `cities`: as table ``products``, made there before traded there."""
    frame = data.load("products")
    frame = frame[frame["region_code"].isin(cities)]
    return frame.sort_values("role", ascending=False, kind="stable").reset_index(drop=True)


@data.by_version("supply_links", "regions", size=128)
def flows(city: str = "", other: str = "") -> pd.DataFrame:
    """Return documented supplies between the 34 that are plainly the cities'.

    ``supplier``, ``buyer``, ``commodity``, ``source_id``; of all, of one city, or between two.
    """
    rows = data.load("supply_links")
    rows = rows[rows["certainty"] == CERTAIN]
    rows = rows.rename(columns={"supplier_city_code": "supplier", "buyer_city_code": "buyer"})
    for code in filter(None, (city, other)):
        rows = rows[(rows["supplier"] == code) | (rows["buyer"] == code)]
    return rows[["supplier", "buyer", "commodity", "source_id"]].reset_index(drop=True)


def pair(supplier: str, buyer: str) -> pd.DataFrame:
    """Return the sectors one city could supply to another, as on page Komplementaritas."""
    return fits.sectors_behind(fits.View(), supplier, buyer)


def sector_sources(cities: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources of the sector figures of `cities` and of the reference economy's first ones."""
    rows = data.load("grdp_sectors")
    rows = rows[(rows["period"] == data.DEFAULT_PERIOD) & (rows["price_basis"] == "ADHB")]
    return tuple(rows.loc[rows["region_code"].isin(cities), "source_id"].unique())


def edition() -> int:
    """Return the edition of the data set in force for this call."""
    return data.current_edition()


@data.by_version("apps", "regions", size=64)
def lacking(komwil: str = KOMWIL) -> pd.Series:
    """Return service domain -> number of cities of the Komwil without a running application in it."""
    coverage = applications.coverage(komwil)
    running = coverage[coverage["running"] > 0].groupby("service_domain")["region_code"].nunique()
    domains = sorted(set(applications.catalogue()["service_domain"]))
    return (len(data.cities(komwil)) - running.reindex(domains, fill_value=0)).rename("cities")


def _offered(frame: pd.DataFrame) -> pd.DataFrame:
    """Running applications of the member cities, those proved elsewhere first."""
    frame = frame[(frame["status"] == RUNNING) & frame["komwil"].isin(data.KOMWILS)]
    frame = frame[frame["service_domain"] != "lainnya"]
    return frame.sort_values(["replicated", "awarded", "app"], ascending=[False, False, True], kind="stable")


def offers() -> pd.DataFrame:
    """Return running applications of the member cities, those proved elsewhere first, as table ``apps``."""
    return _offered(applications.catalogue())


APP_COLUMNS = ["app_id", "app", "service_domain", "region_code", "city", "awarded", "replicated", "source_id"]


@data.by_version("apps", "regions", size=256)
def to_take(city: str, owner: str = "") -> pd.DataFrame:
    """Return one application for each service domain in which the city has none running.

    The domain most cities already serve comes first; within it an application taken over elsewhere,
    then one with an award. `owner` narrows the choice to one other city. Columns of table ``apps``.
    """
    catalogue = applications.catalogue()
    own = catalogue[(catalogue["region_code"] == city) & (catalogue["status"] == RUNNING)]
    frame = _offered(catalogue)
    frame = frame[~frame["service_domain"].isin(own["service_domain"]) & (frame["region_code"] != city)]
    if owner:
        frame = frame[frame["region_code"] == owner]
    frame = frame.drop_duplicates("service_domain").assign(cities=lambda each: each["service_domain"].map(lacking()))
    return frame.sort_values("cities", kind="stable")[[*APP_COLUMNS, "cities"]].reset_index(drop=True)


@data.by_version("apps", "regions", size=256)
def to_give(city: str) -> pd.DataFrame:
    """Return the city's own running applications and how many cities of Komwil I have none of their kind.

    Columns of table ``apps`` and ``cities``; those proved elsewhere first.
    """
    frame = _offered(applications.catalogue())
    frame = frame[frame["region_code"] == city]
    frame = frame.assign(cities=frame["service_domain"].map(lacking()))
    return frame[[*APP_COLUMNS, "cities"]].reset_index(drop=True)


@data.by_version("regions", size=8)
def distance_km(one: str, other: str) -> float:
    """Return the great-circle distance between two cities; NaN where a place is not known."""
    places = np.radians(data.cities().loc[[one, other], ["latitude", "longitude"]].to_numpy(dtype=float))
    (lat1, lon1), (lat2, lon2) = places
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    return float(2 * 6371.0088 * np.arcsin(np.sqrt(half)))


@data.by_version("products", "apps", "supply_links", "regions", "grdp_totals")
def totals() -> dict[str, float]:
    """Return what the 24 bring together: ``cities``, ``products``, ``apps`` (running), ``flows``, ``population``
    (registered, 2024), ``output`` (billion rupiah, 2025; NaN unless all have it).
    """  # fmt: skip
    cities = data.cities(KOMWIL)
    apps = applications.catalogue()
    output = data.load("grdp_totals")
    output = output[(output["period"] == "2025") & (output["price_basis"] == "ADHB")]
    output = output.set_index("region_code")["value_billion_rupiah"].reindex(cities.index)
    return {
        "cities": len(cities),
        "products": len(products(tuple(cities.index))),
        "apps": int((apps["region_code"].isin(cities.index) & (apps["status"] == RUNNING)).sum()),
        "flows": len(flows()),
        "population": cities["population_registered_2024"].sum(min_count=len(cities)),
        "output": output.sum(min_count=len(cities)),
    }


@data.by_version("products", "regions")
def categories() -> pd.DataFrame:
    """Return city -> ``category`` most of its products are of, their ``number`` and the city's ``products``."""
    frame = products(tuple(data.cities(KOMWIL).index))
    counted = frame.groupby(["region_code", "category"]).size().rename("number").reset_index()
    counted = counted.sort_values(["number", "category"], ascending=[False, True], kind="stable")
    most = counted.drop_duplicates("region_code").set_index("region_code")
    return most.assign(products=frame.groupby("region_code").size())
