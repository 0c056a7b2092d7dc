"""What is known of a product whose market no survey holds: figures, recognition, likes of it, visitors."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

import data

MOST_LIKE = 6
LEAST_LETTERS = 4
VISITORS = "foreign_visitors"
# Figures that say something of the product itself; corrections speak of another place's.
FACTS = ("production", "makers", "workers", "price", "buyers", "exports", "visits", "turnover")
# Words of a product's name that name its kind too loosely to make two products alike.
_LOOSE = frozenset(
    "khas kota olahan produk kerajinan makanan minuman kuliner wisata pasar kampung sentra industri rumah "
    "tangga dan dari aneka tradisional pusat pelabuhan perdagangan hasil".split()
)
_WORD = re.compile(r"[a-zA-Z]+")


@dataclass(frozen=True)
class ProductStory:
    """What is known of one product.

    Attributes
    ----------
    facts
        Rows of table ``product_facts`` that are no correction, the newest first.
    recognitions
        Rows of table ``recognitions``: geographical indications and heritage, with their numbers.
    alike
        Products of other members that share a word of the name and the category: ``product_id``,
        ``region_code``, ``product``.
    visitors
        Members whose foreign visitors are recorded, newest year each: ``region_code``, ``value``, ``year``,
        ``source_id``, the most first; the survey's basket says nothing of them.
    """

    facts: pd.DataFrame
    recognitions: pd.DataFrame
    alike: pd.DataFrame
    visitors: pd.DataFrame


def _words(name: str) -> set[str]:
    found = {word.lower() for word in _WORD.findall(name.split("(", maxsplit=1)[0])}
    return {word for word in found if len(word) >= LEAST_LETTERS and word not in _LOOSE}


@data.by_version("products", "product_facts", "recognitions", "indicators", "regions", size=256)
def product_story(product_id: str) -> ProductStory:
    """Return what is known of a product; empty frames where nothing is.

    Raises
    ------
    KeyError
        If there is no such product.
    """
    products = data.load("products").set_index("product_id")
    own = products.loc[product_id]
    facts = data.load("product_facts")
    facts = facts[(facts["product_id"] == product_id) & facts["fact"].isin(FACTS)]
    facts = facts.sort_values("year", ascending=False, na_position="last", kind="stable")
    recognitions = data.load("recognitions")
    recognitions = recognitions[recognitions["product_id"] == product_id]
    places = set().union(*(_words(name) for name in data.cities()["short_name"]))
    mine = _words(own["product"]) - places
    others = products[
        (products["region_code"] != own["region_code"]) & (products["category"] == own["category"])
    ]
    shared = others["product"].map(lambda name: len(mine & _words(name)))
    alike = others[shared > 0].assign(shared=shared).sort_values("shared", ascending=False, kind="stable")
    rows = data.load("indicators")
    rows = rows[(rows["indicator"] == VISITORS) & rows["region_code"].isin(data.cities().index)]
    visitors = rows.sort_values("year").drop_duplicates("region_code", keep="last")
    return ProductStory(
        facts.reset_index(drop=True),
        recognitions.reset_index(drop=True),
        alike.reset_index()[["product_id", "region_code", "product"]].head(MOST_LIKE),
        visitors.sort_values("value", ascending=False)[["region_code", "value", "year", "source_id"]]
        .reset_index(drop=True),
    )  # fmt: skip
