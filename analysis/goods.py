"""Goods named in words: one reading of a text, from words to a good, for needs, products and reports.

Words are read whole and the longest name first: "beras" is not in "Berastagi", "kol" not in "tongkol",
"ikan asin" is not "ikan". What is made from a good is not the good: "keripik pisang" is no banana. A text
lists its goods between commas; what a bracket says in place of a general word counts for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import kinds
from analysis.checks import columns_present

GOOD, GROUP, STAPLES, COMPANY, SERVICE, EXPORT = "good", "group", "staples", "company", "service", "export"
OTHER, MADE = "other", "made"
# "Sembako" stands for several goods without naming one: a source that says it has listed.
STAPLES_WORD, STAPLES_COUNT = "sembako", 3
MIN_STRENGTH = 0.6

SPLIT = re.compile(r"[,;/&]|\bserta\b|\batau\b")
JOINED = re.compile(r"\bdan\b")
BRACKET = re.compile(r"\(([^()]*)\)?")
RAW = re.compile(r"\b(?:bahan(?: baku)?|umpan)\b")
RETURNED = re.compile(
    r"\b(?:against|ditukar(?: dengan)?|imbalan(?: berupa)?|dibalas(?: dengan)?)\b:?\s*(.*)$"
)
FIRST = re.compile(r"\b(?:first|terutama|utama|didahulukan)\b")
ABROAD = re.compile(r"\b(?:ekspor|impor|uht)\b")
PURPOSE = re.compile(r"\b(?:untuk|bahan baku)\b.*$")
WORD = re.compile(r"[a-z]+")
# Words that say how much, where from or what for, not what.
EMPTY = frozenset(
    """dari dengan yang di ke para seluruh semua umum lain lainnya dll dsb luar dalam khas kota kab kabupaten
    hasil bahan bahannya baku barang olahan pengolahan dagang pasokan pemasok antarkota pasar produk produksi
    industri kampung sentra biji segar basah beku curah kemasan pendukung tradisional total lokal jadi premium
    merek""".split()
)


class Named(NamedTuple):
    """One good of a text: `good` is its id (a food's, else its own words), `kind` how it is known."""

    good: str
    kind: str
    text: str
    raw: bool


@dataclass(frozen=True)
class Reading:
    """What a text names: its goods, how many it lists, whether one is put first, what is given in return."""

    goods: tuple[Named, ...] = ()
    count: int = 0
    first: str = ""
    returned: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The words goods are known by.

    Parameters
    ----------
    entries
        Words in their order -> (good, kind); kind is ``good``, ``group`` (a bracket may say which),
        ``staples``, ``company``, ``service``, ``export`` or ``other`` (no good of the closed list).
    made
        Words that a thing made from a good begins with.
    members
        Group good -> its goods ("sayuran" is more than one vegetable).
    foods
        Name of a food in the household survey -> good.
    kinds
        Good that sums several foods -> those foods, each with the words it goes by.
    """

    entries: Mapping[tuple[str, ...], tuple[str, str]] = field(default_factory=dict)
    made: frozenset[str] = frozenset()
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    foods: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)

    @cached_property
    def longest(self) -> int:
        """Number of words of the longest name."""
        return max((len(words) for words in self.entries), default=0)


def vocabulary(
    words: pd.DataFrame,
    made: Iterable[str],
    members: Mapping[str, Iterable[str]],
    foods: Mapping[str, str],
    kinds_of: Mapping[str, Mapping[str, frozenset[str]]],
) -> Vocabulary:
    """Return the vocabulary of a table of `words`, `good` (missing where none) and `role`.

    Raises
    ------
    AnalysisError
        If a column lacks.
    """
    columns_present(words, ["words", "good", "role"], "words")
    entries = {
        tuple(row.words.split()): ("" if pd.isna(row.good) else row.good, row.role)
        for row in words.itertuples()
    }
    together = {group: frozenset(goods) for group, goods in members.items()}
    return Vocabulary(entries, frozenset(made), together, dict(foods), dict(kinds_of))


def read(text: object, known: Vocabulary) -> Reading:
    """Return the goods that a text names.

    Parameters
    ----------
    text
        Name of a good or a list of them as a newspaper writes it; anything else names nothing.
    known
        The words goods are known by.

    Returns
    -------
    Reading
        Goods in the order of the text, each once. Nothing for services, exports and imports.
    """
    if not isinstance(text, str) or not text.strip():
        return Reading()
    plain = text.casefold().replace("-", " ")
    returned: tuple[Named, ...] = ()
    if (given := RETURNED.search(plain)) is not None:
        returned = _goods(given.group(1).strip(" ()"), known, raw=False)[0]
        plain = plain[: given.start()].strip(" (,;")
    abroad = ABROAD.search(plain) is not None
    outside, inside, raw = _brackets(plain, known)
    goods, count = _goods(outside, known, raw)
    if inside and all(each.kind in (GROUP, STAPLES) for each in goods):
        named, number = _goods(inside, known, raw)
        if named:
            goods, count = named, number
    first = goods[0].good if goods and FIRST.search(plain) else ""
    if abroad:
        goods = tuple(Named(each.text, MADE, each.text, each.raw) for each in goods if "uht" in plain)
    return Reading(goods, count, first, returned)


def _brackets(text: str, known: Vocabulary) -> tuple[str, str, bool]:
    """Text outside brackets, the first bracket that names goods, and whether it is a raw material."""
    inside, raw = "", RAW.search(text) is not None
    for bracket in BRACKET.findall(text):
        if (
            not RAW.search(bracket)
            and not inside
            and any(each.kind in (GOOD, OTHER) and each.good for each in _goods(bracket, known, raw=False)[0])
        ):
            inside = bracket
    return BRACKET.sub(" ", text), inside, raw


def _goods(text: str, known: Vocabulary, raw: bool) -> tuple[tuple[Named, ...], int]:
    found: dict[str, Named] = {}
    count = 0
    for chunk in SPLIT.split(text):
        parts = [part for part in JOINED.split(chunk) if WORD.search(part)]
        read_parts = [_part(tuple(WORD.findall(part)), part, known, raw) for part in parts]
        if len(parts) > 1 and all(each is not None and each.kind == MADE for each in read_parts):
            # "Kain dan busana bordir" is one thing that is sold; foods so joined are two.
            one = " ".join(chunk.split())
            parts, read_parts = [chunk], [Named(" ".join(WORD.findall(chunk)), MADE, one, raw)]
        for part, named in zip(parts, read_parts, strict=True):
            count += STAPLES_COUNT if STAPLES_WORD in WORD.findall(part) else 1
            if named is not None and named.good:
                found.setdefault(named.good, named)
    return tuple(found.values()), count


def _part(words: tuple[str, ...], part: str, known: Vocabulary, raw: bool) -> Named | None:
    part = " ".join(PURPOSE.sub("", part).split()) or " ".join(part.split())
    hits = _hits(words, known)
    kinds = {kind for _, kind in hits}
    if SERVICE in kinds or EXPORT in kinds:
        return None
    head = next((word for word in words if word not in EMPTY), "")
    craft = head in known.made and not any(words[: len(name)] == name for name in known.entries)
    if COMPANY in kinds and not craft:
        return Named("", COMPANY, part, raw)
    goods = [(good, kind) for good, kind in hits if kind == GOOD]
    # A name known as a whole is that good, whatever it begins with ("minyak goreng").
    whole = known.entries.get(words, ("", ""))[1] == GOOD
    if (words[0] in known.made or head in known.made) and not whole:
        return Named(" ".join(WORD.findall(part)), MADE, part, raw)
    if goods:
        return Named(goods[0][0], GOOD, part, raw)
    if hits:
        good, kind = hits[0]
        own = " ".join(words) if kind == OTHER else good or part
        return Named(own, kind, part, raw)
    own = " ".join(WORD.findall(part))
    return Named(own, MADE, part, raw) if head else None


def _hits(words: tuple[str, ...], known: Vocabulary) -> list[tuple[str, str]]:
    """The names found in the words from left to right, the longest first at each place."""
    hits, place, longest = [], 0, known.longest
    while place < len(words):
        for length in range(min(longest, len(words) - place), 0, -1):
            entry = known.entries.get(words[place : place + length])
            if entry is not None:
                hits.append(entry)
                place += length
                break
        else:
            place += 1
    return hits


class Match(NamedTuple):
    """One product that answers one need, by its name and its good.

    `strength` is 1 for the same good, less for a part of it.
    """

    supplier: str
    buyer: str
    need: str
    good: str
    product_id: str
    strength: float


def city_needs(
    needs: pd.DataFrame, products: pd.DataFrame, known: Vocabulary | None = None
) -> dict[str, dict[str, str]]:
    """Return what each city is known to need: buyer -> {good: the name as given}.

    Parameters
    ----------
    needs
        `buyer_code`, `commodity`: what a city is reported to buy from elsewhere.
    products
        `region_code`, `inputs` (separated by semicolons): what its own products are made from.
    known
        The words goods are known by; without them a good is its own words.

    Returns
    -------
    dict
        A city without any entry has no known need (which is not: needs nothing). Company goods, services
        and what is bought abroad are no need of a city.

    Raises
    ------
    AnalysisError
        If a column lacks.
    """
    columns_present(needs, ["buyer_code", "commodity"], "needs")
    columns_present(products, ["region_code", "inputs"], "products")
    known = known or Vocabulary()
    found: dict[str, dict[str, str]] = {}
    rows = [*zip(needs["buyer_code"], needs["commodity"], strict=True)]
    rows += [*zip(products["region_code"], products["inputs"], strict=True)]
    for city, text in rows:
        for named in read(text, known).goods:
            if named.kind in (GOOD, OTHER, MADE):
                found.setdefault(city, {}).setdefault(named.good, named.text)
    return found


def product_goods(
    products: pd.DataFrame, product_commodities: pd.DataFrame, known: Vocabulary
) -> pd.DataFrame:
    """Return the goods that each product is: `product_id`, `region_code`, `good`, `role`, `own`, `kinds`.

    A port is not its goods, a service none at all, and no product is what it takes in. `own` says that it
    is made or grown there: role ``produk``, or an animal that is fed there. `kinds` are the foods of the
    good that it is; empty: all of them.
    """
    columns_present(products, ["product_id", "region_code", "product", "role", "inputs"], "products")
    sold: dict[str, dict[str, set[str]]] = {}
    outputs = product_commodities[product_commodities["relation"] == "output"]
    for row in outputs.itertuples():
        good = known.foods.get(row.commodity) or known.foods.get(f"{row.commodity_group}:{row.commodity}")
        if good:
            sold.setdefault(row.product_id, {}).setdefault(good, set()).add(row.commodity)
    rows = []
    for row in products.itertuples():
        if getattr(row, "category", "") in ("jasa", "pariwisata"):
            continue
        inputs = {named.good for named in read(row.inputs, known).goods}
        fed = isinstance(row.inputs, str) and "pakan" in row.inputs
        named = [each.good for each in read(row.product, known).goods if each.kind in (GOOD, OTHER, MADE)]
        goods = dict.fromkeys(
            [*sold.get(row.product_id, []), *(good for good in named if good not in inputs)]
        )
        for good in goods:
            linked = sold.get(row.product_id, {}).get(good, set())
            which = kinds.sold_as(row.product, linked, known.kinds.get(good, {}))
            own = row.role == "produk" or fed
            rows.append((row.product_id, row.region_code, good, row.role, own, which))
    return pd.DataFrame(rows, columns=["product_id", "region_code", "good", "role", "own", "kinds"])


def need_matches(
    products: pd.DataFrame,
    product_commodities: pd.DataFrame,
    needs: pd.DataFrame,
    known: Vocabulary | None = None,
) -> list[Match]:
    """Return every product that answers another city's need by name.

    Parameters
    ----------
    products
        `product_id`, `region_code`, `product`, `category`, `role`, `inputs`.
    product_commodities
        `product_id`, `relation`, `commodity_group`, `commodity`: the foods a product is sold as (relation
        ``output``).
    needs
        `buyer_code`, `commodity`.
    known
        The words goods are known by.

    Returns
    -------
    list of Match
        The best product for each supplier, buyer and need. A buyer that makes the good itself is not
        answered: goods would travel both ways.

    Raises
    ------
    AnalysisError
        If a column lacks.
    """
    known = known or Vocabulary()
    offers = product_goods(products, product_commodities, known)
    made = {(row.region_code, row.good) for row in offers.itertuples() if row.own}
    best: dict[tuple[str, str, str], Match] = {}
    for buyer, wanted in city_needs(needs, products, known).items():
        for need, name in wanted.items():
            if (buyer, need) in made:
                continue
            named = kinds.kinds_in(name, known.kinds.get(need, {}))
            for offer in offers.itertuples():
                if offer.region_code == buyer:
                    continue
                strength = kinds.answer_strength((need, named), (offer.good, offer.kinds), known.members)
                key = (offer.region_code, buyer, name)
                if strength >= MIN_STRENGTH and (key not in best or strength > best[key].strength):
                    best[key] = Match(offer.region_code, buyer, name, need, offer.product_id, strength)
    return list(best.values())


def need_match_scores(
    matches: list[Match],
    needs: pd.DataFrame,
    products: pd.DataFrame,
    cities: pd.Index,
    known: Vocabulary | None = None,
) -> pd.DataFrame:
    """Return how many of a buyer's needs a supplier's products answer, 1 - 1 / (1 + sum of strengths).

    Parameters
    ----------
    matches
        From :func:`need_matches`.
    needs, products, known
        As there; they say whose needs and products are known at all.
    cities
        Codes of the cities wanted.

    Returns
    -------
    DataFrame
        Suppliers x buyers, 0 (none) .. below 1; one full match gives 1/2, each further adds less. NaN where
        the supplier has no known product or the buyer no known need.
    """
    total = pd.DataFrame(0.0, index=cities, columns=cities)
    place = {city: position for position, city in enumerate(cities)}
    values = total.to_numpy(copy=True)
    for match in matches:
        if match.supplier in place and match.buyer in place:
            values[place[match.supplier], place[match.buyer]] += match.strength
    values = 1 - 1 / (1 + values)
    values[~cities.isin(products["region_code"])] = np.nan
    values[:, ~cities.isin(list(city_needs(needs, products, known)))] = np.nan
    return pd.DataFrame(values, index=cities, columns=cities)
