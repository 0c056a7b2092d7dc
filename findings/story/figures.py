"""The frames a story is made of, each a question of its own.

Codes and numbers only; the words are chosen in ``reports``. Every frame carries the period and the
source of its figures, and what is not known is missing.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

import data
from analysis.checks import AnalysisError
from analysis.replication import KNOWN_GAPS
from analysis.validation import CERTAIN
from findings import applications, home, replications
from findings import complementarity as fits
from findings import partners as ranking
from findings.cities import profile as city_profile

KEY_INDICATORS = ("population", "grdp_per_capita_adhb", "hdi", "poverty_pct", "unemployment_pct")
OUTPUT = "grdp"
RUNNING = applications.RUNNING
NO_DOMAIN = "lainnya"  # applications of no service domain in particular are not compared


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
    own = output_by_year(city)
    if own.empty:
        return None
    last, members = own.iloc[-1], data.cities().index
    same = home.outputs(last["period"]).reindex(members).dropna()
    rank = same.rank(method="min", ascending=False)[city] if len(same) == len(members) else np.nan
    return OUTPUT, last["value_billion_rupiah"], last["period"], rank, len(same), last["source_id"]


@data.by_version("grdp_totals", size=64)
def output_by_year(city: str) -> pd.DataFrame:
    """Return GRDP at current prices by year: ``period``, ``value_billion_rupiah``, ``source_id``."""
    rows = data.load("grdp_totals")
    rows = rows[(rows["region_code"] == city) & (rows["price_basis"] == "ADHB")]
    rows = rows[rows["period"].str.fullmatch(r"\d{4}")].dropna(subset=["value_billion_rupiah"])
    return rows.sort_values("period")[["period", "value_billion_rupiah", "source_id"]].reset_index(drop=True)


@data.by_version(*city_profile.SECTOR_TABLES, size=64)
def structure(cities: tuple[str, ...], reference: str = "indonesia") -> pd.DataFrame:
    """Return the sectors of one city, or of several taken together, against a reference economy.

    Returns
    -------
    DataFrame
        By ``sector``, the largest LQ first, the columns of ``city_profile.beside``. Empty without figures.
    """
    try:
        output = data.sectors_matrix(regions=list(cities)).dropna()
        economy = data.reference(reference, city=cities[0])
    except data.DataError:  # the quarter is not complete: no reference economy to compare with
        output = pd.DataFrame()
    if output.empty:
        return pd.DataFrame(columns=["sector", "share", "gap", "lq", "small", "basis", "tradable"])
    frame = city_profile.beside(output.sum().to_frame().T, economy)
    return frame.sort_values("lq", ascending=False, kind="stable").reset_index()


def strengths(cities: tuple[str, ...], most: int = 6) -> pd.DataFrame:
    """Return the rows of :func:`structure` above the reference and of some weight, the largest LQ first.

    ``main`` marks the one to speak of, as ``city_profile.leading`` chooses it; none where only local
    services stand out.
    """
    frame = structure(cities).set_index("sector")
    frame = frame[frame["basis"].astype(bool)].sort_values("gap", ascending=False, kind="stable").head(most)
    frame["main"] = frame.index.isin(city_profile.led_by(frame).index[:1])
    return frame.sort_values("lq", ascending=False, kind="stable").reset_index()


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


def sector_sources(cities: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources of the sector figures of `cities` and of the reference economy's first ones."""
    rows = data.load("grdp_sectors")
    rows = rows[(rows["period"] == data.latest_quarter()) & (rows["price_basis"] == "ADHB")]
    return tuple(rows.loc[rows["region_code"].isin(cities), "source_id"].unique())


@data.by_version(*applications.TABLES, size=8)
def lacking(komwil: str = data.HOME_KOMWIL) -> pd.Series:
    """Return service domain -> number of cities of the Komwil without a running application in it."""
    missing = (applications.gaps(komwil) != "has").sum().rename("cities")
    return missing.drop(NO_DOMAIN, errors="ignore").sort_values(ascending=False, kind="stable")


def offers() -> pd.DataFrame:
    """Return running applications of the 34 cities, those taken over elsewhere first, then the awarded.

    Without those of which only the public code was found, of which no source says what it does, that were
    for the pandemic, or that are somebody else's.
    """
    frame = applications.catalogue()
    frame = frame[(frame["status"] == RUNNING) & frame["komwil"].isin(data.KOMWILS)]
    frame = _own(frame[~frame["unconfirmed"] & ~frame["untold"] & ~frame["past"]])
    frame = frame[frame["service_domain"] != NO_DOMAIN]
    return frame.sort_values(["replicated", "awarded", "app"], ascending=[False, False, True], kind="stable")


def _own(frame: pd.DataFrame) -> pd.DataFrame:
    """Without copies: they are their owner's to give, and a slide has no room to name the owner."""
    return frame[~frame["app_id"].isin(replications.owners_of_copies())]


APP_TABLES = (*applications.TABLES, "cooperation", "indicators")


def _known_gaps_first(frame: pd.DataFrame) -> pd.DataFrame:
    """The best suggestion first, those that fill a gap the city itself told before the rest."""
    known = frame["gap"].isin(KNOWN_GAPS)
    return frame.assign(known=known).sort_values(["known", "score"], ascending=False, kind="stable")


@data.by_version(*APP_TABLES, size=256)
def to_take(city: str, owner: str = "") -> pd.DataFrame:
    """Return one application for each service the city is not known to offer, the best suggestion first.

    Of the 34 cities, or of `owner` only, known gaps first.
    ``service_domain``, ``gap``, ``app_id``, ``app``, ``donor`` (code), ``score``, ``source_id``, ``why``
    (:class:`applications.Gap`); see ``applications.adoptions``.
    """
    frame = _own(applications.adoptions(city))
    frame = frame[frame["donor"].isin([owner] if owner else data.cities().index)]
    frame = _known_gaps_first(frame[frame["service_domain"] != NO_DOMAIN])
    columns = ["service_domain", "gap", "app_id", "app", "donor", "score"]
    frame = frame.drop_duplicates("service_domain")[columns]
    why = [applications.gap_of(city, domain) for domain in frame["service_domain"]]
    return frame.assign(source_id=frame["app_id"].map(_app_sources()), why=why).reset_index(drop=True)


@data.by_version(*APP_TABLES, size=64)
def to_give(city: str) -> pd.DataFrame:
    """Return the city's own running applications that others could take over, the best suggestion first.

    ``app_id``, ``app``, ``service_domain``, ``adopter`` (whom it suits best), ``cities`` (of Komwil I
    that have none running for that service), ``score``, ``source_id``; see ``applications.recipients``.
    """
    frame = _own(applications.recipients(city))
    best = _known_gaps_first(frame[frame["service_domain"] != NO_DOMAIN])
    best = best.drop_duplicates("app_id")[["app_id", "app", "service_domain", "adopter", "score"]]
    return best.assign(
        cities=best["service_domain"].map(lacking()), source_id=best["app_id"].map(_app_sources())
    ).reset_index(drop=True)


def _app_sources() -> pd.Series:
    return data.load("apps").set_index("app_id")["source_id"]


def partners(city: str, most: int = 5) -> pd.DataFrame:
    """Return the best partners of a city, as page Mitra ranks them unless its weights are changed.

    ``partner``, ``score``, ``rank``, ``rank_low``, ``rank_high``, ``km`` and ``reasons`` by code, which
    ``wording.reasons`` turns into goods and sentences. Empty where no ranking is possible.
    """
    columns = ["partner", "score", "rank", "rank_low", "rank_high", "km", "reasons"]
    try:
        frame = ranking.ranking(city)
    except (AnalysisError, data.DataError):  # no evidence on the city, or no reference economy
        return pd.DataFrame(columns=columns)
    frame = frame.loc[frame["score"].notna(), columns].head(most)
    return frame.assign(reasons=frame["reasons"].map(ranking.reasons_by_code)).reset_index(drop=True)


def distance_km(one: str, other: str) -> float:
    """Return the great-circle distance between two cities; NaN where a place is not known."""
    return float(fits.distances().at[one, other])


def nearest(city: str, most: int) -> tuple[str, ...]:
    """Return the `most` cities nearest to a city, the nearest first."""
    others = [code for code in data.cities().index if code != city]
    return tuple(sorted(others, key=lambda code: distance_km(city, code))[:most])


@data.by_version("products", "regions")
def categories() -> pd.DataFrame:
    """Return city -> ``category`` most of its products are of, their ``number``, all its ``products``."""
    frame = products(tuple(data.cities(data.HOME_KOMWIL).index))
    counted = frame.groupby(["region_code", "category"]).size().rename("number").reset_index()
    counted = counted.sort_values(["number", "category"], ascending=[False, True], kind="stable")
    most = counted.drop_duplicates("region_code").set_index("region_code")
    return most.assign(products=frame.groupby("region_code").size())
