"""Where a figure comes from: publisher, table, period, status, licence and date of every row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from data.errors import DataError
from data.loading import load
from data.schema import GEO_TABLES, TABLES
from data.sourcing.addresses import site_of, web_address
from data.versioning.cache import by_version
from i18n import N_

Status = Literal["official", "computed", "reported"]

BPS = "Badan Pusat Statistik"
HOME_AFFAIRS = "Kementerian Dalam Negeri"
OFFICIAL = {
    BPS,
    HOME_AFFAIRS,
    f"Badan Informasi Geospasial / {HOME_AFFAIRS}",
    "Kementerian Kelautan dan Perikanan",
    "Badan Pangan Nasional",
    "Bank Indonesia",
}
REGION_SOURCES = {
    "latitude": "coordinates_source_id",
    "longitude": "coordinates_source_id",
    "area_km2": "area_source_id",
    "population_registered_2024": "population_source_id",
}
# Names and codes of every region are those of the annex that also gives the areas.
CODE_LIST = "S0003"
EDITORS = "Sinergi Kota"
# A ministry's host, but of journal articles.
JOURNALS = "garuda.kemdiktisaintek.go.id"


class UnknownSource(DataError):
    """No source of that code."""

    what = N_("sumber")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one figure comes from.

    Attributes
    ----------
    publisher
        Who publishes the figure; where the source does not say, the newspaper or site named in its title
        or address.
    title, reference
        Title of the table, article or document, and its address.
    table, period
        Table of the data set and period of the row; empty for a source as such.
    status
        ``official``: published by a statistical or government office; ``computed``: worked out from other
        figures; ``reported``: taken from news or another compilation.
    licence, date
        As stated; empty where not stated.
    how
        For a computed figure the way it was worked out, else the row's own note.
    inputs
        Origins of the figures a computed one was made of.
    """

    publisher: str
    title: str
    reference: str
    status: Status
    table: str = ""
    period: str = ""
    licence: str = ""
    date: str = ""
    source_id: str = ""
    how: str = ""
    inputs: tuple[Origin, ...] = ()

    @property
    def link(self) -> str:
        """Address a reader can open; empty where the reference is none."""
        if self.reference.startswith(("https://", "http://")):
            return web_address(self.reference.split()[0]) or ""
        repository = re.match(r"github:([\w.-]+/[\w.-]+)@(\w+):(.+)", self.reference)
        if repository:
            name, commit, path = repository.groups()
            return f"https://github.com/{name}/blob/{commit}/{path.replace(' ', '%20')}"
        return ""


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _publisher(row: Mapping[str, object]) -> str:
    stated, title, reference = (_text(row[column]) for column in ("publisher", "title", "reference"))
    if stated:
        return stated
    host = site_of(reference)
    if title.startswith("BPS") or host.endswith("bps.go.id") or "BPS" in _text(row["licence"]):
        return BPS
    if re.match(r"(Ditjen Dukcapil|Kepmendagri)", title):
        return HOME_AFFAIRS
    if "wikipedia" in title.lower():
        return "Wikipedia"
    # "(arsip)", "(angka pembanding 2024)" and the like name no publisher.
    named = re.search(r"\(([A-Z][^()]{1,40})\)\s*$", title)
    if named:
        return named.group(1)
    return host.removeprefix("www.") or reference.split("@")[0].removeprefix("github:")


def _status(publisher: str, title: str, reference: str) -> Status:
    if "DERIVED" in title:
        return "computed"
    host = site_of(reference)
    government = host.endswith(".go.id") and host != JOURNALS
    return "official" if publisher in OFFICIAL or government else "reported"


@by_version("sources")
def _sources() -> dict[str, Origin]:
    found = {}
    for row in load("sources").to_dict("records"):
        publisher = _publisher(row)
        title, reference = _text(row["title"]), _text(row["reference"])
        found[row["source_id"]] = Origin(
            publisher=publisher,
            title=title,
            reference=reference,
            status=_status(publisher, title, reference),
            licence=_text(row["licence"]),
            date=_text(row["source_date"]),
            source_id=row["source_id"],
        )
    return found


def source(source_id: str) -> Origin:
    """Return the origin a `source_id` of any table stands for.

    Raises
    ------
    UnknownSource
        Naming the code and the known ones.
    """
    known = _sources()
    if source_id not in known:
        raise UnknownSource(source_id, known)
    return known[source_id]


def origin(row: Mapping[str, object] | pd.Series, table: str, column: str | None = None) -> Origin:
    """Return where one row comes from.

    Parameters
    ----------
    row
        A row of `table`, as a Series or a mapping of its columns.
    table
        Name of the table.
    column
        Which figure of the row; needed in ``regions`` only, where coordinates, area and population have
        each their own source.

    Returns
    -------
    Origin
        With table, period and, where the row's note says it was computed, status ``computed``.

    Raises
    ------
    UnknownSource
        If the row names a source there is none of.
    """
    row = dict(row)
    period = next((_text(row[each]) for each in ("period", "year", "date") if _text(row.get(each))), "")
    found = _origin_of(row, table, column)
    note = _text(row.get("note"))
    status = "computed" if "dihitung dari" in note else found.status
    return replace(found, table=table, period=period, status=status, how=note or found.how)


def _origin_of(row: Mapping[str, object], table: str, column: str | None) -> Origin:
    if table == "regions":
        return source(_text(row.get(REGION_SOURCES.get(column or "", "area_source_id"))) or CODE_LIST)
    if table in GEO_TABLES:
        stated = _text(row["source"])
        return Origin(EDITORS, GEO_TABLES[table].source.id, stated, "reported")
    if table == "sectors":
        return Origin(BPS, TABLES["sectors"].source.id, "", "official")
    if table == "product_commodities":
        products = load("products").set_index("product_id")["source_id"]
        product = source(products[row["product_id"]])
        return computed(TABLES[table].source.id, [product])
    if "source_id" not in row:
        how = TABLES[table].source.id
        return Origin(EDITORS, how, "", "computed", how=how)
    return source(_text(row["source_id"]))


def computed(how: str, inputs: Iterable[Origin], title: str = "", period: str = "") -> Origin:
    """Return the origin of a figure worked out from others.

    Parameters
    ----------
    how
        The way in one sentence, e.g. ``"Pangsa sektor kota dibagi pangsa sektor pembanding"``.
    inputs
        Origins of the figures it was made of; the same one twice counts once.
    title, period
        What the figure is called and when it holds; the period defaults to the inputs' if they share one.

    Returns
    -------
    Origin
        Status ``computed``; the publisher is this application, the inputs name theirs.
    """
    inputs = tuple(dict.fromkeys(inputs))
    periods = {each.period for each in inputs if each.period}
    return Origin(
        publisher=EDITORS,
        title=title or how,
        reference="; ".join(dict.fromkeys(each.title for each in inputs)),
        status="computed",
        table=next((each.table for each in inputs if each.table), ""),
        period=period or (periods.pop() if len(periods) == 1 else ""),
        how=how,
        inputs=inputs,
    )


def origins(frame: pd.DataFrame, table: str, limit: int = 50) -> tuple[Origin, ...]:
    """Return the different origins of the rows of `frame`, the most frequent first.

    Parameters
    ----------
    frame
        Rows of `table`; the columns that name the source have to be among them.
    limit
        The most returned.
    """
    if "source_id" in frame and table != "regions":
        counted = frame["source_id"].value_counts()
        return tuple(replace(source(code), table=table) for code in counted.index[:limit])
    found = (origin(row, table) for row in frame.to_dict("records"))
    return tuple(dict.fromkeys(found))[:limit]
