"""Which foods of the household survey a free text of the news speaks of.

The texts of ``supply_links`` and ``needs`` name foods as newspapers do ("cabai", "sayur-mayur"); the
survey names them as the statistics office does ("Cabe merah"). A text that names the food is `named`,
one that names only its kind ("sayuran" for carrots) is `kind`. Texts that name no food at all
("sembako", "hasil pertanian") match none: they say too little.
"""

from __future__ import annotations

import re
from functools import lru_cache

NAMED, KIND = "named", "kind"
# Word of the news (a regular expression) -> beginnings of survey foods it names.
NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"cabai merah|cabai keriting|cabai besar|cabai kopay", ("Cabe merah",)),
    (r"cabai rawit|merah dan rawit", ("Cabe rawit",)),
    (r"cabai hijau|merah dan hijau", ("Cabe hijau",)),
    (
        r"cabai(?! (merah|rawit|hijau|keriting|besar|kopay|kering))",
        ("Cabe merah", "Cabe rawit", "Cabe hijau"),
    ),
    (r"bawang merah", ("Bawang merah",)),
    (r"bawang(?! (merah|putih|bombay))", ("Bawang merah", "Bawang putih")),
    (r"telur ayam", ("Telur ayam",)),
    (r"telur itik", ("Telur itik",)),
    (r"telur(?! (ayam|itik))", ("Telur ayam ras", "Telur ayam kampung")),
    (r"ayam (ras|potong)|ayam, kelapa", ("Daging ayam ras",)),
    (r"daging sapi|sapi potong|sapi hidup|sapi dan kambing", ("Daging sapi",)),
    (r"daging (sapi dan )?kerbau|sapi dan kerbau", ("Daging kerbau",)),
    (r"kambing", ("Daging kambing",)),
    (r"susu", ("Susu",)),
    (r"tuna", ("Tuna",)),
    (r"teri", ("Teri",)),
    (r"gabus", ("Gabus",)),
    (r"kakap", ("Kakap",)),
    (r"tenggiri", ("Tenggiri",)),
    (r"mujair", ("Mujair",)),
    (r"\bmas\b", ("Mas",)),
    (r"lele", ("Lele",)),
    (r"mentimun", ("Mentimun",)),
    (r"buncis", ("Buncis",)),
    (r"wortel", ("Wortel",)),
    (r"\bkol\b|kubis", ("Kol/kubis",)),
    (r"tomat", ("Tomat",)),
    (r"sawi", ("Sawi",)),
    (r"jengkol", ("Jengkol",)),
    (r"kacang panjang", ("Kacang panjang",)),
    (r"pisang", ("Pisang",)),
    (r"salak", ("Salak",)),
)
KINDS: tuple[tuple[str, str], ...] = (
    (r"ikan|hasil laut", "ikan"),
    (r"sayur|hortikultura|cabai|bawang", "sayur"),
    (r"buah|hortikultura", "buah"),
    (r"\bdaging|hasil ternak|(?<!telur )\bayam\b|\bsapi\b", "daging"),
    (r"telur|susu", "telur_susu"),
)
SEA_FISH = r"ikan laut|hasil laut"
# Of the survey's fish and seafood, what a fisher of the sea does not land as fresh fish.
NOT_SEA_FISH = (
    "Lele", "Mas", "Mujair", "Nila", "Gurame", "Patin", "Gabus", "Belut", "Ikan Baung", "Ikan Wader", "Sepat",
    "Udang", "Kerang", "Ketam", "Ikan dalam kaleng", "Olahan ikan", "Ikan diawetkan",
)  # fmt: skip
# An animal for sacrifice or a feed is not the household's food; a tool is no fish.
NOT_FOOD = r"kurban|pakan|pabrik|es batangan|mesin|daun nanas|bibit$"


@lru_cache(maxsize=4096)
def match(text: str, food: str, group: str) -> str | None:
    """Say how `text` speaks of `food` of `group`: :data:`NAMED`, :data:`KIND`, or None.

    `food` equal to `group` or ``TOTAL`` stands for the whole group: any text on the group names it.
    """
    text = str(text).lower()
    if re.search(NOT_FOOD, text):
        return None
    of_kind = any(kind == group and re.search(pattern, text) for pattern, kind in KINDS)
    if food in (group, "TOTAL"):
        return NAMED if of_kind else None
    if any(re.search(pattern, text) and food.startswith(foods) for pattern, foods in NAMES):
        return NAMED
    return KIND if of_kind and _means_the_kind(text, food, group) else None


def _means_the_kind(text: str, food: str, group: str) -> bool:
    """Whether a text on the group that does not name `food` may still mean it."""
    # A text that lists foods names only those; a general word beside them still means the kind.
    specific = any(re.search(pattern, text) for pattern, _foods in NAMES)
    if specific and not re.search(r"sayur|hortikultura|hasil laut|ikan laut|buah", text):
        return False
    if group == "ikan" and re.search(SEA_FISH, text):
        return is_sea_fish(food)
    return group != "buah" or re.search(r"buah|hortikultura", text) is not None


def is_sea_fish(food: str) -> bool:
    """Whether a food of the group ``ikan`` is fresh fish of the sea, which "ikan laut" may mean."""
    return not food.startswith(NOT_SEA_FISH) and "diawetkan" not in food
