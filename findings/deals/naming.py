"""Which kabupaten or kota of Sumatra a text of the news means."""

from __future__ import annotations

import re

import data
from data.places import places

KIND = re.compile(r"(kota|kabupaten|kab\.?|provinsi|prov\.?)\s*$")
PROVINCE_WORDS = re.compile(r"tingkat provinsi|bisa (?:berarti )?provinsi|angka provinsi")
KOTA_DIGIT = "7"


def is_kota(code: str) -> bool:
    """Whether the BPS code is a kota's."""
    return len(code) == 4 and code[2] == KOTA_DIGIT


@data.by_version("regions", "place_aliases")
def _names() -> tuple[re.Pattern, dict[str, tuple[str, ...]], frozenset[str]]:
    """Pattern of all names, longer ones first; name -> codes; names that are a province's too."""
    regions = data.regencies()
    here = set(places().index)
    known: dict[str, list[str]] = {}
    for code, name in regions["short_name"].items():
        known.setdefault(name.casefold(), []).append(code)
    provinces = {name.casefold() for name in data.load("regions")["province"].dropna()}
    for row in data.load("place_aliases").itertuples():
        known.setdefault(row.alias.casefold(), []).append(row.region_code)
    words = sorted({*known, *provinces}, key=len, reverse=True)
    pattern = re.compile(r"(?<![a-z])(" + "|".join(map(re.escape, words)) + r")(?![a-z])")
    inside = {name: tuple(code for code in dict.fromkeys(codes)) for name, codes in known.items()}
    inside = {name: tuple(code for code in codes if code in here) or codes for name, codes in inside.items()}
    return pattern, inside, frozenset(provinces)


def named_in(text: object) -> dict[str, bool]:
    """Return the regions a text names: code -> whether it surely is that one.

    "Solok" alone may be kabupaten or kota and "Jambi" alone the province: both are left out. Places outside
    Sumatra have their code too.
    """
    if not isinstance(text, str):
        return {}
    pattern, known, provinces = _names()
    plain = text.casefold()
    found: dict[str, bool] = {}
    for match in pattern.finditer(plain):
        name = match.group(1)
        kind = KIND.search(plain[: match.start()])
        codes = list(known.get(name, ()))
        if kind is not None and kind.group(1).startswith("prov"):
            continue
        if kind is not None:
            kota = kind.group(1) == "kota"
            codes = [code for code in codes if is_kota(code) == kota] or codes
        elif name in provinces or len(codes) != 1:
            continue
        if len(codes) == 1:
            found[codes[0]] = True
    return found


def speaks_of_province(text: object) -> bool:
    """Whether a text says that its figure or its name may be a province's."""
    return isinstance(text, str) and PROVINCE_WORDS.search(text.casefold()) is not None
