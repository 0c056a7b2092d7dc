"""The goods that are traded: which foods each sums, the words it goes by, who makes it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

import data
from analysis import goods, kinds
from data import goods_facts

GROUP_GOOD = "sayur_dataran_tinggi"
EGGS = "telur_ayam_ras"
SEA_FISH = "ikan_laut_segar"
RICE = "beras"
CHILI = ("cabai_merah", "cabai_rawit")


@dataclass(frozen=True)
class Good:
    """One good: a food of the closed list, or a thing named by its own words (`food` False)."""

    code: str
    food: bool
    kind: str
    limit_km: float
    io_factor: float
    measured_only: bool
    on_card: bool
    farm: bool
    susenas: tuple[str, ...] = ()
    pieces: bool = False

    @property
    def chili(self) -> bool:
        """Whether it is chili, whose price is no compass."""
        return self.code in CHILI

    @property
    def fish(self) -> bool:
        """Whether it swims."""
        return self.kind.startswith("ikan")


CRAFT_LIMIT_KM = 500.0


def craft(code: str) -> Good:
    """Return the good of a name that is no food of the list: crafts and dry goods travel 500 km."""
    nan = float("nan")
    return Good(code, False, "lain", CRAFT_LIMIT_KM, nan, False, True, False)


@data.by_version("foods")
def trade_goods() -> dict[str, Good]:
    """Return the closed list of foods traded as one good, by code."""
    foods = data.load("foods")
    pieces = set(foods.loc[foods["unit"] == "butir", "food_id"])
    found = {}
    for code, row in goods_facts.trade_goods().iterrows():
        parts = foods_of(code, foods)
        found[code] = Good(
            code,
            True,
            row["kind"],
            row["limit_km"],
            row["io_factor"],
            row["measured_only"],
            row["on_card"],
            row["farm"],
            tuple(parts["susenas_commodity"].dropna()),
            bool(len(parts)) and set(parts["food_id"]) <= pieces,
        )
    return found


def foods_of(code: str, foods: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of table ``foods`` that a good sums."""
    whole = (foods["trade_good"] == code) | (foods["trade_group"] == code)
    own = foods["trade_good"].isna() & (foods["food_id"] == code)
    return foods[whole | own]


def good(code: str) -> Good:
    """Return the good of `code`; anything not on the list is a craft of that name."""
    return trade_goods().get(code) or craft(code)


@data.by_version("foods")
def vocabulary() -> goods.Vocabulary:
    """Return the words that goods go by."""
    foods = data.load("foods")
    by_food: dict = {}
    for code, each in trade_goods().items():
        if code != GROUP_GOOD:
            by_food |= dict.fromkeys(each.susenas, code)
    by_food["ikan:TOTAL"] = SEA_FISH
    members = set(foods.loc[foods["trade_group"] == GROUP_GOOD, "food_id"])
    return goods.vocabulary(
        goods_facts.good_words(), goods_facts.made_words(), {GROUP_GOOD: members}, by_food, _kinds()
    )


# What the survey's names of foods say beside the kind.
NO_KIND = frozenset(("dan", "ikan", "segar", "basah", "diawetkan"))


def _kinds() -> dict[str, dict[str, frozenset[str]]]:
    """The foods of each good that sums several, with the words each goes by ("Cakalang, dencis")."""
    return {
        code: {
            food: frozenset(kinds.WORD.findall(food.casefold())) - NO_KIND
            for food in each.susenas
            if "lainnya" not in food
        }
        for code, each in trade_goods().items()
        if len(each.susenas) > 1 and code != GROUP_GOOD
    }


@data.by_version("foods", "products", "product_commodities")
def product_goods() -> pd.DataFrame:
    """Return the goods of each product: see :func:`analysis.goods.product_goods`."""
    return goods.product_goods(data.load("products"), data.load("product_commodities"), vocabulary())


@data.by_version("foods", "products", "product_commodities")
def makers() -> frozenset[tuple[str, str]]:
    """Return the (city, good) pairs where a product of the city itself is that good."""
    rows = product_goods()
    return frozenset(zip(rows.loc[rows["own"], "region_code"], rows.loc[rows["own"], "good"], strict=True))


@data.by_version("foods", "products")
def inputs() -> dict[str, frozenset[str]]:
    """Return the raw materials of the city's own makers: city -> goods."""
    known = vocabulary()
    found: dict[str, set[str]] = {}
    for row in data.load("products").itertuples():
        if row.role == "produk" and row.category not in ("jasa", "pariwisata"):
            found.setdefault(row.region_code, set()).update(
                named.good for named in goods.read(row.inputs, known).goods if named.good
            )
    return {city: frozenset(named) for city, named in found.items()}
