"""Two to six cities side by side, and the places elsewhere that are most like one."""

from __future__ import annotations

import numpy as np
import pandas as pd

import data
from analysis import growth
from analysis.similarity import finger_kreinin
from data.schema import INDICATORS
from findings import applications
from findings.cities import profile as city_profile
from findings.food import market

MOST, LEAST, STARTING = 6, 2, 3
NATION = "00"
ALL_REGIONS = "grdp_totals_514_2010_2023"
KLASSEN_YEARS = 10
PER_HEAD = "grdp_per_capita_adhb"
SIZE_FACTOR = 2.0
# A larger city has more of everything: numbers of people or of firms have no best.
COUNTS = ("jiwa", "ribu jiwa", "orang", "usaha", "unit", "kunjungan", "Rp")
TABLES = ("regions", "grdp_sectors", "sectors")


@data.by_version("regions")
def choosable() -> tuple[str, ...]:
    """Return the codes of the member cities, which may be set side by side."""
    return tuple(data.cities().index)


@data.by_version("regions", "grdp_sectors", "sectors")
def start(city: str = "") -> tuple[str, ...]:
    """Return where a comparison begins: `city`, if any, and the largest economies of the home Komwil."""
    output = data.sectors_matrix(regions=list(data.cities(data.HOME_KOMWIL).index)).sum(axis=1)
    largest = sorted(output.drop(city, errors="ignore").nlargest(STARTING - bool(city)).index)
    return (city, *largest) if city else tuple(largest)


@data.by_version("indicators", "regions")
def indicators(cities: tuple[str, ...]) -> pd.DataFrame:
    """Return the indicators of some cities side by side, of one year wherever there is one.

    The year is the latest in which all cities that have the indicator at all have it. Where there is
    none, each city's latest is shown and the row is ``mixed``: such a row compares nothing and has no best.
    Years of an older concept, and an indicator whose look-alike has a newer year, are left out; so is one
    that fewer than two of the cities have.

    Returns
    -------
    DataFrame
        One row an indicator and city, in the order of the schema: ``indicator``, ``theme``,
        ``region_code``, ``value`` (NaN: not known), ``year``, ``mixed``, ``best``, ``source_id``.
    """
    rows = data.load("indicators")
    rows = rows[rows["region_code"].isin(cities)]
    rows = rows.drop_duplicates(["indicator", "region_code", "year"], keep="last")
    chosen: dict[str, pd.DataFrame] = {}
    for code, indicator in INDICATORS.items():
        own = rows[(rows["indicator"] == code) & (rows["year"] >= (indicator.comparable_from or 0))]
        having = own["region_code"].nunique()
        if having >= LEAST:
            chosen[code] = _of_one_year(own, having).assign(
                indicator=code, theme=indicator.theme, better=indicator.better
            )
    newest = {code: part["year"].max() for code, part in chosen.items()}
    kept = [
        part
        for code, part in chosen.items()
        if not any(newest.get(other, 0) > newest[code] for other in INDICATORS[code].not_with)
    ]
    columns = ["indicator", "theme", "region_code", "value", "year", "mixed", "best", "source_id"]
    if not kept:
        return pd.DataFrame(columns=columns)
    return pd.concat([_best(part) for part in kept], ignore_index=True)[columns]


def _of_one_year(own: pd.DataFrame, having: int) -> pd.DataFrame:
    counts = own.groupby("year")["region_code"].nunique()
    common = counts.index[counts == having]
    if len(common):
        return own[own["year"] == common.max()].assign(mixed=False)
    return own.sort_values("year").drop_duplicates("region_code", keep="last").assign(mixed=True)


def _best(part: pd.DataFrame) -> pd.DataFrame:
    better = part["better"].iloc[0]
    count = INDICATORS[part["indicator"].iloc[0]].unit in COUNTS
    if part["mixed"].any() or better == "neutral" or count:
        return part.assign(best=False)
    extreme = part["value"].max() if better == "higher" else part["value"].min()
    return part.assign(best=part["value"] == extreme)


@data.by_version(*TABLES)
def structure(cities: tuple[str, ...], reference: str = "indonesia") -> pd.DataFrame:
    """Return share and LQ of each sector in each place, quarter ``data.latest_quarter()``.

    Returns
    -------
    DataFrame
        One row a place and sector: ``region_code``, ``sector``, ``share``, ``reference_share``, ``lq``,
        ``small`` (under 1% of the place), ``source_id``. Any of the 514.
    """
    parts = [
        city_profile.structure(code, reference).reset_index().assign(region_code=code) for code in cities
    ]
    columns = ["region_code", "sector", "share", "reference_share", "lq", "small", "source_id"]
    return pd.concat(parts, ignore_index=True)[columns]


@data.by_version("grdp_totals", ALL_REGIONS, "regions")
def growth_index(cities: tuple[str, ...]) -> pd.DataFrame:
    """Return real GRDP as an index by place and year, Indonesia (``00``) the last row; the base year is 100.

    Only the one final series at constant prices: later years come from another source. A place founded
    after the base year has no row: no growth is worked out over the year a region was split.
    """
    wanted = [*cities, NATION]
    return growth.growth_index(_final_series(wanted), data.base_year(), value="value_billion_rupiah").reindex(
        [code for code in wanted if code in set(_final_series(wanted)["region_code"])]
    )


@data.by_version("grdp_totals", ALL_REGIONS)
def growth_sources(cities: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources of :func:`growth_index`."""
    return tuple(_final_series([*cities, NATION])["source_id"].unique())


def _final_series(codes: list[str]) -> pd.DataFrame:
    rows = data.load("grdp_totals")
    elsewhere = [code for code in codes if code not in set(rows["region_code"])]
    if elsewhere:
        # The two tables agree in every cell they share: one series, from one publisher.
        more = data.load(ALL_REGIONS)
        rows = pd.concat([rows, more[more["region_code"].isin(elsewhere)]])
    years = rows["period"].str.fullmatch(r"\d{4}") & (rows["period"] <= data.final_year())
    rows = rows[years & (rows["price_basis"] == "ADHK") & rows["region_code"].isin(codes)]
    started = set(rows.loc[rows["period"] == data.base_year(), "region_code"])
    rows = rows[rows["region_code"].isin(started)]
    return rows[["region_code", "period", "price_basis", "value_billion_rupiah", "source_id"]]


def klassen_years() -> tuple[str, str, str]:
    """Return from and to which year the quadrants measure growth, and the year of GRDP per head."""
    last = data.final_year()
    return str(int(last) - KLASSEN_YEARS), last, str(max(INDICATORS[PER_HEAD].rankable_years))


@data.by_version("grdp_totals", "indicators", "regions")
def klassen() -> pd.DataFrame:
    """Return growth, GRDP per head and Klassen quadrant of the 34 cities.

    Returns
    -------
    DataFrame
        Indexed by `region_code`: ``growth`` (mean yearly real growth over :func:`klassen_years`, a share),
        ``per_head`` (rupiah of the newest year fit for ranking, at current prices), ``quadrant`` (code of
        :data:`analysis.growth.KLASSEN_NAMES`). Its last row, ``reference``, is the 34 taken together:
        growth of their sum, and their GRDP over their people.
    """
    codes = list(data.cities().index)
    wide = _final_series(codes).pivot(index="region_code", columns="period", values="value_billion_rupiah")
    first, last, per_head_year = klassen_years()
    mean = (wide[last] / wide[first]) ** (1 / KLASSEN_YEARS) - 1
    both = wide.dropna(subset=[first, last])
    together = (both[last].sum() / both[first].sum()) ** (1 / KLASSEN_YEARS) - 1
    rows = data.load("indicators")
    rows = rows[(rows["indicator"] == PER_HEAD) & (rows["year"] == int(per_head_year))]
    per_head = rows.set_index("region_code")["value"].reindex(codes) * 1e3
    totals = data.load("grdp_totals")
    of_year = (totals["price_basis"] == "ADHB") & (totals["period"] == per_head_year)
    output = totals[of_year].set_index("region_code")["value_billion_rupiah"].reindex(codes) * 1e9
    average = output[per_head.notna()].sum() / (output / per_head).sum()
    mean = mean.reindex(codes)
    quadrant = growth.klassen_typology(mean, per_head, together, average)
    frame = pd.DataFrame({"growth": mean, "per_head": per_head, "quadrant": quadrant})
    frame.loc["reference"] = [together, average, np.nan]
    return frame.rename_axis("region_code")


@data.by_version(*TABLES)
def sizes() -> pd.DataFrame:
    """Return size of each of the 514 in one quarter, ``data.latest_quarter()``.

    Returns
    -------
    DataFrame
        Indexed by `region_code`: ``rupiah`` (GRDP of that ONE quarter), ``population`` (registered),
        ``per_head`` (rupiah of the quarter a registered person: never to be compared with a year).
    """
    places = data.regencies()
    rupiah = data.sectors_matrix().sum(axis=1, skipna=False).reindex(places.index) * 1e9
    people = data.registered_population().reindex(places.index)
    return pd.DataFrame({"rupiah": rupiah, "population": people, "per_head": rupiah / people})


@data.by_version(*TABLES)
def most_like(
    city: str,
    *,
    kota_only: bool = True,
    same_province: bool = False,
    similar_size: bool = True,
    most: int = 12,
) -> pd.DataFrame:
    """Return the places in Indonesia whose structure is most like that of `city`.

    Parameters
    ----------
    kota_only
        Leave out the kabupaten.
    same_province
        Whether places of the same province may be among them.
    similar_size
        Only places of at least half and at most twice the registered population.

    Returns
    -------
    DataFrame
        Indexed by `region_code`, the most alike first: ``similarity`` (Finger-Kreinin, 0..1), ``name``,
        ``province``, ``level``, ``komwil``, ``population``, ``per_head`` (one quarter), ``km`` (great
        circle; NaN where a coordinate is not known).

    Raises
    ------
    UnknownCity
        If `city` is none of the 514.
    """
    places = data.regencies()
    if city not in places.index:
        raise data.UnknownCity(city, data.cities().index)
    frame = places[["name", "province", "province_code", "level", "komwil"]].assign(
        similarity=_similarity()[city].reindex(places.index),
        population=sizes()["population"],
        per_head=sizes()["per_head"],
        km=_distances_from(city).reindex(places.index),
    )
    keep = (frame.index != city) & frame["similarity"].notna()
    if kota_only:
        keep &= frame["level"] == "kota"
    if not same_province:
        keep &= frame["province_code"] != places.at[city, "province_code"]
    if similar_size:
        ratio = frame["population"] / frame.at[city, "population"]
        keep &= ratio.between(1 / SIZE_FACTOR, SIZE_FACTOR)
    frame = frame[keep].drop(columns="province_code")
    return frame.sort_values("similarity", ascending=False, kind="stable").head(most)


@data.by_version(*TABLES)
def _similarity() -> pd.DataFrame:
    return finger_kreinin(data.sectors_matrix())


def _distances_from(city: str) -> pd.Series:
    kilometres = market.distances()
    return kilometres.loc[city] if city in kilometres.index else pd.Series(dtype=float)


@data.by_version(*applications.TABLES, "products")
def records() -> pd.DataFrame:
    """Return how many products and running applications each member has, by kind.

    Applications of which only public code was found are not among them.

    Returns
    -------
    DataFrame
        ``region_code``, ``what`` (``product``, ``app``), ``kind`` (category or service domain), ``name``.
    """
    products = data.load("products")
    apps = applications.catalogue()
    apps = apps[(apps["status"] == applications.RUNNING) & ~apps["unconfirmed"]]
    parts = [
        products[["region_code", "category", "product"]].set_axis(["region_code", "kind", "name"], axis=1),
        apps[["region_code", "service_domain", "app"]].set_axis(["region_code", "kind", "name"], axis=1),
    ]
    return pd.concat([parts[0].assign(what="product"), parts[1].assign(what="app")], ignore_index=True)
