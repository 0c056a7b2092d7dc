"""Which foods of the household survey a free text of the news speaks of.

The text is read into goods by the one matcher (:mod:`analysis.goods`); a good is one food of the survey
(`named`) or several of a kind ("ikan laut", "sayuran": `kind`, unless the text names the very food). A text
that names no food at all ("sembako", "hasil pertanian") matches none: it says too little.
"""

from __future__ import annotations

import re
from functools import lru_cache

from analysis import goods
from findings.goods import GROUP_GOOD, SEA_FISH, trade_goods, vocabulary

NAMED, KIND = "named", "kind"
GROUPS = {
    "sayur": "sayur",
    "daging": "daging",
    "telur": "telur_susu",
    "susu": "telur_susu",
    "buah": "buah",
    "ikan_laut": "ikan",
    "ikan_tawar": "ikan",
    "ikan_payau": "ikan",
    "ikan_olahan": "ikan",
}
# Spices are vegetables to the survey and not to a market that asks for "sayuran".
SPICES = re.compile(r"^(?:cabe|bawang)", re.IGNORECASE)
WORD = re.compile(r"[a-z]{3,}")
GENERAL = frozenset(("ikan", "lainnya", "segar", "basah"))


def match(text: str, food: str, group: str) -> str | None:
    """Say how `text` speaks of `food` of `group`: :data:`NAMED`, :data:`KIND`, or None.

    `food` equal to `group` or ``TOTAL`` stands for the whole group: any text on the group names it.
    """
    found = [_how(each, food, group) for each in _read(str(text)).goods]
    return next((how for how in (NAMED, KIND) if how in found), None)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold()))


def _read(text: str) -> goods.Reading:
    return goods.read(text, vocabulary())


def _how(named: goods.Named, food: str, group: str) -> str | None:
    if food in (group, "TOTAL"):
        return NAMED if _speaks_of_group(named, group) else None
    if named.kind == goods.OTHER:
        # A food that is no good of the list is named by its own words ("jengkol", "daging kerbau").
        return NAMED if _words(named.text) <= _words(food.split(",", maxsplit=1)[0]) else None
    if named.good == GROUP_GOOD and group == "sayur":
        return None if SPICES.match(food) else KIND
    good = trade_goods().get(named.good) if named.kind in (goods.GOOD, goods.GROUP) else None
    return _of_good(named.text, food, good.susenas) if good is not None else None


def _speaks_of_group(named: goods.Named, group: str) -> bool:
    good = trade_goods().get(named.good)
    if named.kind == goods.GROUP and named.text.split()[0] == group:
        return True
    return good is not None and named.kind != goods.MADE and GROUPS.get(good.kind) == group


def _of_good(text: str, food: str, foods: tuple[str, ...]) -> str | None:
    """How a text on a good speaks of one of its foods: the species it names, else all of the kind."""
    if food not in foods:
        return None
    said = _words(text)
    species = [each for each in foods if said & (_words(each) - GENERAL)]
    if len(foods) == 1 or food in species:
        return NAMED
    return None if species else KIND


def is_sea_fish(food: str) -> bool:
    """Whether a food of the group ``ikan`` is fresh from the sea, which "ikan laut" may mean."""
    return food in trade_goods()[SEA_FISH].susenas
