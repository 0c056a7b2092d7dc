"""Everything the search finds: cities, products, foods, applications, sources, each with its page."""

from __future__ import annotations

from dataclasses import dataclass

import data
from data import goods_facts
from findings import applications
from findings.food import balance as food_balance

CITY, PRODUCT, FOOD, APP, SOURCE = "kota", "produk", "pangan", "aplikasi", "sumber"
MOST_WORDS = 4
LONGEST = 100  # of a text in an address


@dataclass(frozen=True)
class Entry:
    """One thing that can be found.

    Parameters
    ----------
    kind
        What it is, a code.
    title
        Its name in the data.
    region
        Code of its city; empty for none.
    beside
        Other words it is found by.
    page, choices
        Address of the page that shows it.
    """

    kind: str
    title: str
    region: str
    beside: str
    page: str
    choices: tuple[tuple[str, str], ...]


@data.by_version("regions", "products", "apps", "sources", "household_spending", "foods")
def entries() -> tuple[Entry, ...]:
    """Return all entries, cities first."""
    cities = data.cities()
    found = [
        Entry(CITY, row["name"], code, row["province"], "profil", (("kota", code),))
        for code, row in cities.iterrows()
    ]
    found += [Entry(FOOD, code, "", words, "pangan", (("pangan", code),)) for code, words in _foods().items()]
    for row in data.load("products").itertuples():
        if row.region_code in cities.index:
            there = (("cari", row.product[:LONGEST]), ("tempat", row.region_code))
            found.append(Entry(PRODUCT, row.product, row.region_code, row.category, "peta", there))
    for row in data.load("apps").itertuples():
        group = () if row.status in applications.OWN else (("kelompok", "lain"),)
        named = (*group, ("cari", row.app[:LONGEST]))
        found.append(Entry(APP, row.app, row.region_code, row.city, "aplikasi", named))
    for row in data.load("sources").itertuples():
        listed = (("bagian", "sumber"), ("cari", row.title[:LONGEST]))
        found.append(Entry(SOURCE, row.title, "", _text(row.publisher), "metode", listed))
    return tuple(found)


def _foods() -> dict[str, str]:
    """Return every food one can ask for, with other words for it: as people say it and as tables write it."""
    said: dict[str, list[str]] = {}
    for row in goods_facts.good_words().itertuples():
        if isinstance(row.good, str):
            said.setdefault(row.good, []).append(row.words)
    return {
        code: ", ".join(dict.fromkeys([code.lower(), *said.get(row["good"], [])[:MOST_WORDS]]))
        for code, row in food_balance.codes().iterrows()
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
