"""What stands beside a deal: need, what officials said of it, where a hub's goods come from, figures."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

import data
from analysis import goods
from findings.deals import need, supply, way
from findings.deals.naming import is_kota, named_in
from findings.deals.records import Fact, Need, Official, Origin
from findings.deals.reports import reports
from findings.deals.table import TABLES
from findings.goods import good, product_goods, vocabulary

NAN = float("nan")
ORIGIN_KM = 60.0
MOST_ORIGINS = 3
SPANS = ("hari", "bulan", "tahun")
CITY_MAKERS = 100
ONE_MAKER = re.compile(
    r"\b(?:satu|per (?:pedagang|usaha|toko|kios|pondok|produksi)|kelompok|target|provinsi|potensi|sampel)\b"
)
YEARLY = re.compile(r"per tahun|setahun|^ton$|^ton\b(?!.* per )|rata-rata kota")


@data.by_version("foods", "food_quantities", "household_spending", "regions", "indicators")
def _survey_sources() -> tuple[str, ...]:
    table = data.load("food_quantities")
    return tuple(table.loc[table["year"] == table["year"].max(), "source_id"].unique()[:1])


@data.by_version("foods", "food_quantities", "household_spending", "regions", "indicators")
def _all_needs() -> dict[tuple[str, str], Need]:
    """Recorded needs by place and good: a table of 514 places is looked up slowly, a card asks for many."""
    return {
        (region, code): Need(
            region, good(code), float(row.ton), float(row.pieces), float(row.rupiah), int(row.year),
            _survey_sources(),
        )
        for (region, code), row in zip(need.needs().index, need.needs().itertuples(), strict=True)
    }  # fmt: skip


def needs_of(region: str, codes: tuple[str, ...]) -> tuple[Need, ...]:
    """Return the recorded needs of a place for some goods; none for a good the survey does not hold."""
    known = _all_needs()
    return tuple(known[region, code] for code in codes if (region, code) in known)


def need_of(region: str, code: str) -> Need | None:
    """Return the recorded need of a place for one good; None where the survey does not hold the good."""
    return next(iter(needs_of(region, (code,))), None)


def officials(region: str, code: str) -> tuple[Official, ...]:
    """Return what officials said a place needs or makes of a good, the newest first."""
    return _all_said().get((region, code), ())


@data.by_version("food_balances", "foods")
def _all_said() -> dict[tuple[str, str], tuple[Official, ...]]:
    """What officials said, by place and good: the words of the table are read once, not for every card."""
    found: dict[tuple[str, str], list[Official]] = {}
    for row in data.load("food_balances").itertuples():
        named = [each.good for each in goods.read(row.commodity, vocabulary()).goods]
        if len(named) != 1 or row.span not in SPANS or pd.isna(row.need):
            continue
        numbers = (_number(row.need), _number(row.need_high), _number(row.production))
        period = row.period if isinstance(row.period, str) else ""
        said = Official(*numbers, row.unit, row.span, period, row.source_id)
        found.setdefault((row.region_code, named[0]), []).append(said)
    return {
        key: tuple(sorted(each, key=lambda said: said.period, reverse=True)) for key, each in found.items()
    }


def _number(value: Any) -> float:
    return NAN if pd.isna(value) else float(value)


@data.by_version(*TABLES, size=256)
def origins(hub: str, code: str) -> tuple[Origin, ...]:
    """Return where a trading city has a good from: reports, else known producers within 60 km.

    Reports of any year (an old one with its year); what a source says of the city's own trade in the
    good counts too. Places outside Sumatra are told as such by their code.
    """
    found: dict[str, Origin] = {}
    told = [each for each in reports() if each.buyer == hub and each.good == code and not each.failed]
    for report in sorted(told, key=lambda each: (not each.counted, each.old, -(each.year or 0))):
        if not report.substitute and not is_kota(report.supplier):
            found.setdefault(
                report.supplier, Origin(report.supplier, "berita", report.year, report.source_id)
            )
    if not found:
        for place in way.near(hub, ORIGIN_KM):
            if supply.is_producer(place, code) and not is_kota(place):
                known = supply.supply(place, code)
                if known.measured:
                    found[place] = Origin(place, "tabel", known.year, known.source_ids[0])
                elif known.area is not None:
                    found[place] = Origin(place, "tabel", known.area.year, known.area.source_id)
    if not found:
        for place, source, year in _told_of_products(code):
            if place != hub and way.km(place, hub) <= ORIGIN_KM:
                found.setdefault(place, Origin(place, "berita", year, source))
    return tuple(found.values())[:MOST_ORIGINS]


@data.by_version("foods", "products", "product_commodities", "regions", "place_aliases", "sources")
def _all_told() -> dict[str, tuple[tuple[str, str, int | None], ...]]:
    """Places that the descriptions of products name as centres of a good ("sentra telur")."""
    table = data.load("products").set_index("product_id")
    found: dict[str, list] = {}
    for row in product_goods().itertuples():
        text = table.at[row.product_id, "description"]
        if isinstance(text, str) and "sentra" in text.casefold() and row.own:
            source = table.at[row.product_id, "source_id"]
            places = {**dict.fromkeys(_paired(text), True), **named_in(text), row.region_code: True}
            found.setdefault(row.good, []).extend((place, source, None) for place in places)
    return {code: tuple(each) for code, each in found.items()}


def _paired(text: str) -> list[str]:
    """Places written with a hyphen between ("Payakumbuh-Lima Puluh Kota")."""
    return list(named_in(text.replace("-", "; ")))


def _told_of_products(code: str) -> tuple[tuple[str, str, int | None], ...]:
    return _all_told().get(code, ())


@data.by_version("product_facts", "products", "product_commodities", "foods")
def facts_of(city: str, code: str) -> tuple[Fact, ...]:
    """Return the figures of the city's own products that are this good: output, makers, price.

    City-wide ones first, then the newest; corrections say "of another place" and are left out of figures.
    """
    ids = _products_of(city, code)
    table = data.load("product_facts")
    table = table[table["product_id"].isin(ids) & table["fact"].isin(("production", "makers", "workers"))]
    found = [
        Fact(
            row.fact,
            _number(row.value_low),
            _number(row.value_high),
            row.value_text if isinstance(row.value_text, str) else "",
            row.unit if isinstance(row.unit, str) else "",
            None if pd.isna(row.year) else int(row.year),
            row.source_id,
        )
        for row in table.itertuples()
        if row.evidence == "berita"
    ]
    return tuple(sorted(found, key=lambda each: (not city_wide(each), -(each.year or 0))))


def _products_of(city: str, code: str) -> list[str]:
    rows = product_goods()
    mine = rows[(rows["region_code"] == city) & rows["own"]]
    exact = mine[mine["good"] == code]
    if exact.empty:
        words = set(code.split())
        close = pd.Series(
            [bool(words) and words <= set(str(each).split()) for each in mine["good"]],
            index=mine.index,
            dtype=bool,
        )
        exact = mine[close]
    return list(exact["product_id"].unique())


def city_wide(fact: Fact) -> bool:
    """Whether a figure speaks of the whole city: a yearly output, or a hundred makers and more."""
    if ONE_MAKER.search(fact.unit):
        return False
    if fact.fact in ("makers", "workers"):
        return bool(fact.low >= CITY_MAKERS)
    return YEARLY.search(fact.unit) is not None
