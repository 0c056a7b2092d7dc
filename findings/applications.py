"""Applications of city governments: the catalogue, who has what, and who took over what from whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

import data
from analysis import described, replication
from data.schema import codes
from data.territory import HOME
from findings import replications, statements

RUNNING, PLANNED = "berjalan", "rencana"
# What is no application, a national channel or a bank's product is no application of the city.
OWN = (RUNNING, PLANNED)
KNOWN_GAPS = replication.KNOWN_GAPS
CHANNELS = tuple(code for code in codes("status") if code not in OWN)
UNKNOWN_PLATFORM = "unknown"
SPBE = "spbe_index"
JAKARTA = (106.83, -6.18)  # longitude, latitude

TABLES = (*replications.TABLES, statements.TABLE)


@data.by_version(*TABLES)
def catalogue() -> pd.DataFrame:
    """Return all applications, one a row.

    Returns
    -------
    DataFrame
        As table ``apps``, with ``komwil`` (None outside the members), ``outside`` (not on the home island),
        ``unconfirmed`` (only its public code was found), ``untold`` (no source says what it does),
        ``past`` (it was for the pandemic), ``platforms`` (tuple of codes, empty where not known),
        ``stated_on`` (day the city declared it, else missing), ``awarded``, ``replicated`` (somebody is known
        to use a copy: a signed paper or a plan is no proof), ``adopters`` (tuple of :class:`Adopter`, users
        first), ``launched_year`` as a whole number or NA, and every column of publiccode.yml, missing where
        no city supplied it.
    """
    apps = data.load("apps")
    regions = data.load("regions").set_index("region_code")
    adopters = replications.adopters()
    province = apps["region_code"].str[:2]
    apps["launched_year"] = pd.to_numeric(apps["launched_year"], errors="coerce").astype("Int64")
    apps["komwil"] = apps["region_code"].map(regions["komwil"])
    apps["outside"] = ~province.isin(HOME.provinces)
    apps["platforms"] = apps["platform"].map(_platforms)
    apps["unconfirmed"] = apps["evidence"] == replication.CODE
    silent = apps["description"].map(described.tells_nothing)
    apps["untold"] = (apps["evidence"] == replication.UNTOLD) | silent
    apps["past"] = apps["description"].map(described.for_the_pandemic)
    apps["stated_on"] = apps["app_id"].map(statements.stated_on())
    apps["awarded"] = apps["recognition"].notna()
    apps["adopters"] = [adopters.get(each, ()) for each in apps["app_id"]]
    apps["replicated"] = [any(each.in_use for each in found) for found in apps["adopters"]]
    return apps


def _platforms(text: object) -> tuple[str, ...]:
    if not isinstance(text, str):
        return ()
    return tuple(code for code in text.split("|") if code and code != UNKNOWN_PLATFORM)


def one(app_id: str) -> pd.Series | None:
    """Return one application; None when there is no such code."""
    rows = catalogue()
    rows = rows[rows["app_id"] == app_id]
    return None if rows.empty else rows.iloc[0]


@data.by_version(*TABLES)
def _by_id() -> dict[str, dict[str, Any]]:
    rows = catalogue().to_dict("records")
    return {row["app_id"]: row for row in rows}


def known(app_id: str) -> dict[str, Any]:
    """Return one application as column -> value; whoever gets it must not change it.

    Raises
    ------
    KeyError
        When there is no such code.
    """
    return _by_id()[app_id]


@dataclass(frozen=True, slots=True)
class Counts:
    """Applications of some cities, each kind apart: none is ever added to another.

    `running` somebody reported to run, `planned`; `unconfirmed` (only public code was found);
    `channels` (national channels, programmes, a bank's products: none of the city's own), `stated` (the
    city declared it as featured itself, recorded elsewhere or not).
    """

    running: int
    planned: int
    unconfirmed: int
    channels: int
    stated: int = 0


def counts(cities: Iterable[str] | None = None) -> Counts:
    """Count the applications of `cities` (None: all in the catalogue); home, profile and slides ask here."""
    return _counted(None if cities is None else tuple(cities))


@data.by_version(*TABLES)
def _counted(cities: tuple[str, ...] | None) -> Counts:
    apps, said = catalogue(), statements.standing()
    said = said[said["kind"] == statements.APPLICATION]
    if cities is not None:
        apps, said = apps[apps["region_code"].isin(cities)], said[said["region_code"].isin(cities)]
    own = apps[apps["status"].isin(OWN)]
    known = own[~own["unconfirmed"]]
    return Counts(
        running=int((known["status"] == RUNNING).sum()),
        planned=int((known["status"] == PLANNED).sum()),
        unconfirmed=int(own["unconfirmed"].sum()),
        channels=int(apps["status"].isin(CHANNELS).sum()),
        stated=len(said),
    )


@dataclass(frozen=True)
class Filters:
    """What is looked for in the catalogue; an empty filter lets all through.

    `text` is looked for, word by word and without regard to case, in name, description, city,
    recognition and adopters; it is plain text, not a pattern.
    """

    text: str = ""
    cities: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    awarded: bool = False
    replicated: bool = False


@data.by_version(*TABLES, size=512)
def found(among: tuple[str, ...], asked: Filters) -> tuple[str, ...]:
    """Return the codes of the applications of the statuses `among` that fit every filter."""
    frame = catalogue()
    keep = frame["status"].isin(among)
    for column, wanted in (
        ("region_code", asked.cities),
        ("service_domain", asked.domains),
        ("status", asked.statuses),
    ):
        if wanted:
            keep &= frame[column].isin(wanted)
    if asked.platforms:
        keep &= frame["platforms"].map(lambda codes: any(code in codes for code in asked.platforms))
    if asked.awarded:
        keep &= frame["awarded"]
    if asked.replicated:
        keep &= frame["replicated"]
    words = asked.text.casefold().split()
    if words:
        looked_in = ["app", "description", "city", "recognition"]
        names = frame["adopters"].map(lambda found: " ".join(each.name for each in found))
        haystack = (frame[looked_in].fillna("").agg(" ".join, axis=1) + " " + names).str.casefold()
        for each in words:
            keep &= haystack.str.contains(each, regex=False)
    return tuple(frame.loc[keep, "app_id"])


@data.by_version(*TABLES, size=512)
def own_first(app_ids: tuple[str, ...], city: str) -> tuple[str, ...]:
    """Return `app_ids` in their order, those of `city` before all others; no `city`: as they are."""
    return tuple(sorted(app_ids, key=lambda each: known(each)["region_code"] != city)) if city else app_ids


@data.by_version(*TABLES)
def offered(among: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the owners and the service domains of the applications of the statuses `among`, sorted."""
    rows = catalogue()
    rows = rows[rows["status"].isin(among)]
    return tuple(sorted(rows["region_code"].unique())), tuple(sorted(rows["service_domain"].unique()))


@data.by_version(*TABLES)
def coverage(komwil: str | None = None) -> pd.DataFrame:
    """Return how many applications each member city has in each service domain.

    Returns
    -------
    DataFrame
        One row a city and domain that occurs: ``region_code``, ``service_domain``, ``running``,
        ``planned``, ``apps`` (tuple of names, running first). Pairs that are absent: none found, which
        is not the same as none there.
    """
    apps = catalogue()
    apps = apps[apps["region_code"].isin(data.cities(komwil).index) & apps["status"].isin(OWN)]
    apps = apps.sort_values("status", key=lambda status: status != RUNNING, kind="stable")
    grouped = apps.groupby(["region_code", "service_domain"], sort=True)
    return grouped.agg(
        running=("status", lambda status: int((status == RUNNING).sum())),
        planned=("status", lambda status: int((status == PLANNED).sum())),
        apps=("app", tuple),
    ).reset_index()


@data.by_version(*TABLES, "cooperation", "indicators")
def adoptions(city: str) -> pd.DataFrame:
    """Return what a city could take over, see :func:`analysis.replication.suggest_adoptions`."""
    return replication.suggest_adoptions(
        _only_catalogue(), data.cities(), city, neighbourhood=HOME.provinces, **_known()
    )


@data.by_version(*TABLES, "cooperation", "indicators")
def recipients(city: str) -> pd.DataFrame:
    """Return whom a city could offer its own, see :func:`analysis.replication.suggest_recipients`."""
    return replication.suggest_recipients(
        _only_catalogue(), data.cities(), city, neighbourhood=HOME.provinces, **_known()
    )


@data.by_version(*TABLES)
def gaps(komwil: str | None = None) -> pd.DataFrame:
    """Return city x service domain: ``has``, ``planned``, ``lacking`` (the city's word), ``unknown``."""
    return replication.service_gaps(_only_catalogue(), data.cities(komwil).index, stated=statements.gaps())


@dataclass(frozen=True, slots=True)
class Gap:
    """Why a service counts as lacking in a city: `code` of :func:`gaps`, and what the plan is called.

    `known` is False where nothing was found: that is no statement about the city.
    """

    code: str
    planned: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    stated_on: str = ""
    stated_by: str = ""

    @property
    def known(self) -> bool:
        """Whether the city said or recorded it, rather than nobody having found anything."""
        return self.code in replication.KNOWN_GAPS


@data.by_version(*TABLES, size=1024)
def gap_of(city: str, domain: str) -> Gap:
    """Return why a service of `city` counts as lacking; its `code` is ``has`` where it does not."""
    apps = _only_catalogue()
    plans = apps[(apps["region_code"] == city) & (apps["service_domain"] == domain)]
    plans = plans[plans["status"] == PLANNED]
    table = gaps()
    code = table.at[city, domain] if domain in table.columns else replication.UNKNOWN
    said = statements.gaps()
    said = said[(said["region_code"] == city) & (said["service_domain"] == domain)].head(1)
    when, who = (said["stated_on"].iloc[0], said["stated_by"].iloc[0]) if len(said) else ("", "")
    return Gap(code, tuple(plans["app"]), tuple(plans["source_id"]), when, who)


def _only_catalogue() -> pd.DataFrame:
    """Return the table as analysis wants it: rows that are no application left out."""
    apps = data.load("apps")
    return apps[apps["status"].isin(OWN)]


def _known() -> dict:
    regions = data.load("regions").set_index("region_code")
    indicators = data.load("indicators")
    spbe = (
        indicators[indicators["indicator"] == SPBE]
        .sort_values("year")
        .drop_duplicates("region_code", keep="last")
    )
    return {
        "cooperation": data.load("cooperation"),
        "population": data.registered_population().reindex(regions.index),
        "spbe": spbe.set_index("region_code")["value"],
        "replications": replications.all_of_them(),
        "stated": statements.gaps(),
    }


@data.by_version("regions")
def _points() -> pd.DataFrame:
    regions = data.load("regions").set_index("region_code")
    points = regions[["short_name", "longitude", "latitude"]].dropna().copy()
    # The data set has no point of Jakarta's cities; the province stands where its middle is.
    points.loc["31"] = ("Jakarta", *JAKARTA)
    return points.rename(columns={"short_name": "name"})


def places(links: pd.DataFrame) -> pd.DataFrame:
    """Return where the parties of takeovers lie: code -> ``name``, ``longitude``, ``latitude``.

    Regencies have no point in the data set and are left out.
    """
    points = _points()
    codes = pd.unique(links[["donor_code", "adopter_code"]].to_numpy().ravel())
    return points.loc[[code for code in codes if code in points.index]]
