"""Evidence for a proposal of cooperation: tables of the data set, frozen when they are picked.

A frozen table is plain JSON: codes and numbers, the sources' own words, and the versions of the tables
it was taken from. It never changes again, whatever is published later; words for its headings are
chosen where it is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from itertools import combinations, permutations

import pandas as pd

import data
from data.sourcing import citations
from data.versioning import versions
from findings import applications, complementarity, deals, replications
from findings.cities import records as city_records
from findings.cooperation import register as cooperation
from findings.deals.summary import CARD_TABLES

INDEX, SECTORS, FLOWS, NEEDS = "komplementaritas", "sektor", "aliran", "kebutuhan"
PRODUCTS, APPS, ADOPTIONS, RECORDS = "produk", "aplikasi", "adopsi", "riwayat"
DEAL = "peluang"
ONE_APP, COPIES = "aplikasi_diminta", "replikasi"  # of one application, for the letter that asks for it
KINDS = (DEAL, INDEX, SECTORS, FLOWS, NEEDS, PRODUCTS, APPS, ADOPTIONS, RECORDS)
MOST_ROWS = 25
MOST_PARTIES = 4  # evidence of pairs: more parties give more pairs than a person reads
REFERENCE = "indonesia"
# Pictures of structure are no offer of a good: what was picked before stays readable, nothing new is picked.
NO_LONGER_PICKED = frozenset({INDEX, SECTORS})
UNCONFIRMED = "unconfirmed"  # of an application: only its public code was found
_COPY_NAMES = {"donor": "owner", "adopter": "user", "instrument": "told_as"}  # names, not codes of regions
_COPY_COLUMNS = ["app", "owner", "user", "proof", "year", "told_as", "source_id"]
_TABLES = {
    DEAL: CARD_TABLES,
    INDEX: ("grdp_sectors", "sectors", "regions"),
    SECTORS: ("grdp_sectors", "sectors", "regions"),
    FLOWS: ("supply_links", "regions"),
    NEEDS: ("needs", "products", "regions"),
    PRODUCTS: ("products", "regions"),
    APPS: applications.TABLES,
    ONE_APP: applications.TABLES,
    COPIES: applications.TABLES,
    ADOPTIONS: (*applications.TABLES, "cooperation", "indicators"),
    RECORDS: ("cooperation", "regions"),
}


def offered(parties: tuple[str, ...]) -> dict[str, int]:
    """Return the kinds of evidence there are for these parties, each with its number of rows."""
    tables = {kind: table(kind, parties) for kind in KINDS if kind not in NO_LONGER_PICKED}
    return {kind: len(frame) for kind, frame in tables.items() if len(frame)}


def table(kind: str, parties: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of one kind of evidence for `parties`, with ``source_id`` where a row has one.

    Parties that are none of the 34 cities have no evidence and are passed over.

    Raises
    ------
    KeyError
        If there is no such kind.
    """
    if kind == DEAL:  # goods come from kabupaten too
        return _deals(tuple(dict.fromkeys(parties))[:MOST_PARTIES])
    members = data.cities().index
    cities = tuple(code for code in dict.fromkeys(parties) if code in members)[:MOST_PARTIES]
    return _MAKERS[kind](cities)


def freeze(kind: str, parties: tuple[str, ...], today: date) -> dict:
    """Return one kind of evidence as it stands now.

    Returns
    -------
    dict
        ``kind``, ``parties``, ``columns``, ``rows`` (at most :data:`MOST_ROWS`), ``left_out`` (how many
        more there were), ``sources`` (id -> words), ``versions`` (table -> number), ``edition``,
        ``period`` and ``reference`` (empty where they say nothing), ``taken`` (ISO day).
    """
    with versions.held(versions.current_edition()):
        return _frozen(kind, parties, table(kind, parties), today)


def freeze_application(app_id: str, today: date) -> tuple[dict, ...]:
    """Return what stands about one application, as :func:`freeze` does: its row, and who took it over."""
    with versions.held(versions.current_edition()):
        apps, copies = applications.catalogue(), replications.all_of_them()
        tables = {
            ONE_APP: _as_evidence(apps[apps["app_id"] == app_id]),
            COPIES: copies[copies["app_id"] == app_id].rename(columns=_COPY_NAMES)[_COPY_COLUMNS],
        }
        return tuple(_frozen(kind, (), rows, today) for kind, rows in tables.items() if len(rows))


def _frozen(kind: str, parties: tuple[str, ...], whole: pd.DataFrame, today: date) -> dict:
    kept = whole.head(MOST_ROWS)
    ids = _named_sources(kept) if "source_id" in kept else _figures_sources(kind)
    figures = kind in (INDEX, SECTORS)
    return {
        "kind": kind,
        "parties": list(parties),
        "columns": list(kept.columns),
        "rows": [[_json(value) for value in row] for row in kept.itertuples(index=False)],
        "left_out": len(whole) - len(kept),
        "sources": {each: citations.told(each) for each in ids},
        "versions": {name: versions.current_version(name) for name in _TABLES[kind]},
        "edition": versions.current_edition(),
        "period": data.latest_quarter() if figures else "",
        "reference": REFERENCE if figures else "",
        "taken": today.isoformat(),
    }


def _named_sources(rows: pd.DataFrame) -> list[str]:
    """The sources of the rows, each once; a row may name several, parted by ``;``."""
    return list(
        dict.fromkeys(each for cell in rows["source_id"].dropna() for each in cell.split(";") if each)
    )


def _json(value: object) -> object:
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, tuple):
        return list(value)
    return value.item() if hasattr(value, "item") else value


def _figures_sources(kind: str) -> list[str]:
    return complementarity.sources() if kind in (INDEX, SECTORS) else []


def _view(cities: tuple[str, ...]) -> complementarity.View:
    own, everyone = complementarity.SCOPES
    first = set(data.cities(own).index)
    return complementarity.View(own if set(cities) <= first else everyone, REFERENCE)


def _deals(parties: tuple[str, ...]) -> pd.DataFrame:
    known = data.regencies().index
    pairs = [pair for pair in permutations(parties, 2) if set(pair) <= set(known)]
    frames = [deals.deals(supplier=one, buyer=other) for one, other in pairs]
    columns = [
        "supplier", "buyer", "good", "demand_ton", "demand_pieces", "amount_ton", "supply_year",
        "unit_value_supplier", "unit_value_buyer", "unit", "km", "stage", "stage_year", "light", "source_id",
    ]  # fmt: skip
    if not frames:
        return pd.DataFrame(columns=columns)
    found = pd.concat(frames, ignore_index=True)
    found = found[(found["stage"] != "") | found["measured_only"]]
    return found.assign(source_id=found["source_ids"].map(";".join))[columns]


def _index(cities: tuple[str, ...]) -> pd.DataFrame:
    rows = []
    for supplier, buyer in permutations(cities, 2):
        total = complementarity.pair_totals(_view(cities), supplier, buyer)
        rows.append((supplier, buyer, total["index"], total["rank"], total["of"]))
    return pd.DataFrame(rows, columns=["supplier", "buyer", "index", "rank", "of"])


def _sectors(cities: tuple[str, ...]) -> pd.DataFrame:
    parts = []
    for supplier, buyer in permutations(cities, 2):
        behind = complementarity.sectors_behind(_view(cities), supplier, buyer).reset_index(names="sector")
        parts.append(behind.assign(supplier=supplier, buyer=buyer))
    columns = ["supplier", "buyer", "sector", "contribution"]
    return pd.concat(parts)[columns] if parts else pd.DataFrame(columns=columns)


def _flows(cities: tuple[str, ...]) -> pd.DataFrame:
    parts = []
    for city, partner in combinations(cities, 2):
        rows = city_records.flows(city, partner)
        outward = rows["direction"] == "out"
        rows = rows.assign(supplier=outward.map({True: city, False: partner}))
        parts.append(rows.assign(buyer=outward.map({True: partner, False: city})))
    columns = ["supplier", "buyer", "commodity", "certainty", "source_id"]
    return pd.concat(parts)[columns] if parts else pd.DataFrame(columns=columns)


def _needs(cities: tuple[str, ...]) -> pd.DataFrame:
    parts = [
        city_records.needs_fitting(supplier, buyer).assign(supplier=supplier, buyer=buyer)
        for supplier, buyer in permutations(cities, 2)
    ]
    columns = ["buyer", "commodity", "supplier", "fit", "product", "description", "source_id"]
    return pd.concat(parts)[columns] if parts else pd.DataFrame(columns=columns)


def _products(cities: tuple[str, ...]) -> pd.DataFrame:
    rows = data.load("products")
    rows = rows[rows["region_code"].isin(cities)].rename(columns={"region_code": "city"})
    return rows[["city", "product", "category", "role", "recognition", "source_id"]]


def _apps(cities: tuple[str, ...]) -> pd.DataFrame:
    rows = applications.catalogue()
    return _as_evidence(rows[rows["region_code"].isin(cities) & rows["status"].isin(applications.OWN)])


def _as_evidence(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows.drop(columns="city").rename(columns={"region_code": "city"})
    return rows[
        ["city", "app", "service_domain", "status", UNCONFIRMED, "launched_year", "recognition", "source_id"]
    ]


def _adoptions(cities: tuple[str, ...]) -> pd.DataFrame:
    apps = applications.catalogue().set_index("app_id")
    parts = []
    for city in cities:
        rows = applications.adoptions(city)
        rows = rows[rows["donor"].isin(cities)].assign(adopter=city)
        parts.append(rows.sort_values("score", ascending=False, kind="stable"))
    columns = ["adopter", "service_domain", "app", UNCONFIRMED, "donor", "score", "source_id"]
    if not parts:
        return pd.DataFrame(columns=columns)
    found = pd.concat(parts)
    told = {name: found["app_id"].map(apps[name]) for name in (UNCONFIRMED, "source_id")}
    return found.assign(**told)[columns]


def _records(cities: tuple[str, ...]) -> pd.DataFrame:
    return cooperation.between(cities)[["date", "instrument", "party_a", "party_b", "subject", "source_id"]]


_MAKERS: dict[str, Callable[[tuple[str, ...]], pd.DataFrame]] = {
    INDEX: _index,
    SECTORS: _sectors,
    FLOWS: _flows,
    NEEDS: _needs,
    PRODUCTS: _products,
    APPS: _apps,
    ADOPTIONS: _adoptions,
    RECORDS: _records,
}
