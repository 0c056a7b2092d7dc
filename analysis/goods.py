"""Goods named in words: which product of one city answers a need of another.

Indonesian puts the head of a name first ("telur ayam ras", "ikan laut"). A product answers a need when the
head of the product's name is one of the words of the need; the more of the need's words the product shares,
the stronger the match. Names only: neither quality nor quantity is known.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.checks import columns_present

MIN_STRENGTH = 0.6

# Names of several words that are one good, put as one word before anything else.
ONE_WORD = {
    "minyak sawit mentah": "cpo", "minyak sawit": "cpo", "tbs kelapa sawit": "sawit", "kelapa sawit": "sawit",
    "minyak dan gas bumi": "minyakbumi, gas", "minyak mentah": "minyakbumi",
    "gas bumi": "gas", "gas alam": "gas",
    "ubi kayu": "singkong", "sayur-mayur": "sayur",
}  # fmt: skip
SAME = {
    "cabe": "cabai", "sayuran": "sayur", "kakao": "cokelat", "halia": "jahe", "bareh": "beras",
    "unggas": "ayam",
}  # fmt: skip
# A fish is a fish: who needs "ikan" is served by each of these, who needs tuna only by tuna.
FISH = set("tuna cakalang tongkol dencis gabus teri kakap belida tenggiri patin lele nila mujair".split())
# Words that say how much, where from or what for, not what.
EMPTY = set(
    """dan atau dari untuk dengan yang di ke para seluruh semua umum lain lainnya dll dsb luar dalam khas kota
    kab kabupaten hasil bahan bahannya baku barang kebutuhan pokok pangan sembako olahan pengolahan dagang
    pasokan pemasok antarkota pasar ekspor impor produk produksi jasa pusat perdagangan distribusi industri
    kampung sentra biji buah daun benih segar basah kering beku curah kemasan premium laut tangkap ras
    potong kurban pendukung tradisional total""".split()
)
GROUPS = {"telur_susu": "telur", "buah": "buah-buahan"}
# What a good is for, or where it was seen, is no second good.
ASIDE = re.compile(
    r"\((?:bahan|pasokan|pasar|pembangkit|pendukung|tradisional)[^)]*\)|\b(?:untuk|bahan baku)\b.*$"
)
SPLIT = re.compile(r"[,;/()]| dan | atau ")
WORD = re.compile(r"[a-z]{2,}")


class Match(NamedTuple):
    """One product that answers one need: `strength` is the share of the need's words it has, 0.6..1."""

    supplier: str
    buyer: str
    need: str
    product_id: str
    strength: float


def words(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase that say what it is, in their order, in one spelling."""
    found: list[str] = []
    for word in WORD.findall(phrase.lower()):
        word = SAME.get(word, word)  # noqa: PLW2901
        found += ["ikan", word] if word in FISH else [word]
    return tuple(dict.fromkeys(word for word in found if word not in EMPTY))


def parts(text: object) -> list[tuple[str, tuple[str, ...]]]:
    """Split the name of a good into its parts, each with its words; nothing for a missing name."""
    if not isinstance(text, str):
        return []
    plain = ASIDE.sub("", text.lower())
    for name, one in ONE_WORD.items():
        plain = plain.replace(name, one)
    return [(part.strip(), found) for part in SPLIT.split(plain) if (found := words(part))]


def phrases(text: object) -> list[tuple[str, ...]]:
    """Return only the words of each part of the name of a good."""
    return [found for _, found in parts(text)]


def city_needs(needs: pd.DataFrame, products: pd.DataFrame) -> dict[str, dict[tuple[str, ...], str]]:
    """Return what each city is known to need: buyer -> {words: the name as given}.

    Parameters
    ----------
    needs
        `buyer_code`, `commodity`: what a city is reported to buy from elsewhere.
    products
        `region_code`, `inputs` (separated by semicolons): what its own products are made from.

    Returns
    -------
    dict
        A city without any entry has no known need (which is not: needs nothing).

    Raises
    ------
    AnalysisError
        If a column lacks.
    """
    columns_present(needs, ["buyer_code", "commodity"], "needs")
    columns_present(products, ["region_code", "inputs"], "products")
    found: dict[str, dict[tuple[str, ...], str]] = {}
    rows = [*zip(needs["buyer_code"], needs["commodity"], strict=True)]
    rows += [*zip(products["region_code"], products["inputs"], strict=True)]
    for city, text in rows:
        for part, key in parts(text):
            found.setdefault(city, {}).setdefault(key, part)
    return found


def need_matches(
    products: pd.DataFrame, product_commodities: pd.DataFrame, needs: pd.DataFrame
) -> list[Match]:
    """Return every product that answers another city's need by name.

    Parameters
    ----------
    products
        `product_id`, `region_code`, `product`, `sector`, `role`, `inputs`.
    product_commodities
        `product_id`, `relation`, `commodity_group`, `commodity`: the foods a product is sold as (relation
        ``output``) count as its names too.
    needs
        `buyer_code`, `commodity`.

    Returns
    -------
    list of Match
        The best product for each supplier, buyer and need. What a maker needs itself as an input it is not
        taken to supply (coffee cake is no supply of coffee).

    Raises
    ------
    AnalysisError
        If a column lacks.
    """
    columns_present(
        products, ["product_id", "region_code", "product", "sector", "role", "inputs"], "products"
    )
    offers = _offers(products, product_commodities)
    best: dict[tuple[str, str, str], Match] = {}
    for buyer, wanted in city_needs(needs, products).items():
        for need, name in wanted.items():
            for product_id, supplier, offered in offers:
                if supplier == buyer:
                    continue
                strength = max((_strength(need, phrase) for phrase in offered), default=0.0)
                key = (supplier, buyer, name)
                if strength >= MIN_STRENGTH and (key not in best or strength > best[key].strength):
                    best[key] = Match(supplier, buyer, name, product_id, strength)
    return list(best.values())


def need_match_scores(
    matches: list[Match], needs: pd.DataFrame, products: pd.DataFrame, cities: pd.Index
) -> pd.DataFrame:
    """Return how many of a buyer's needs a supplier's products answer, 1 - 1 / (1 + sum of strengths).

    Parameters
    ----------
    matches
        From :func:`need_matches`.
    needs, products
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
    values[:, ~cities.isin(list(city_needs(needs, products)))] = np.nan
    return pd.DataFrame(values, index=cities, columns=cities)


def _offers(
    products: pd.DataFrame, product_commodities: pd.DataFrame
) -> list[tuple[str, str, list[tuple[str, ...]]]]:
    """Each product with the phrases it may be bought under."""
    sold_as: dict[str, list[str]] = {}
    outputs = product_commodities[product_commodities["relation"] == "output"]
    for row in outputs.itertuples():
        group = GROUPS.get(row.commodity_group, row.commodity_group)
        sold_as.setdefault(row.product_id, []).append(group if row.commodity == "TOTAL" else row.commodity)
    offers = []
    for row in products.itertuples():
        names = [row.product, *sold_as.get(row.product_id, [])]
        offered = [phrase for name in names for phrase in phrases(name)]
        if row.role == "produk" and row.sector != "A":
            used = {word for phrase in phrases(row.inputs) for word in phrase}
            offered = [phrase for phrase in offered if phrase[0] not in used]
        offers.append((row.product_id, row.region_code, offered))
    return offers


def _strength(need: tuple[str, ...], offered: tuple[str, ...]) -> float:
    if offered[0] not in need:
        return 0.0
    return len(set(need) & set(offered)) / len(need)
