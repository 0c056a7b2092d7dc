"""Read codes: of a closed list, of a pattern, or what a spreadsheet made of them."""

from __future__ import annotations

import difflib
import re
from functools import cache

from data import schema
from data.reading.grid import Percent, shown
from data.schema import Column
from data.validation.context import Choices

ALIASES = {
    "unit": {"%": "persen", "persen (%)": "persen", "rupiah": "Rp", "km²": "km2", "jiwa/km²": "jiwa/km2"},
    "price_basis": {"berlaku": "ADHB", "konstan": "ADHK", "hb": "ADHB", "hk": "ADHK"},
    "sector": {
        "m,n": "MN",
        "m-n": "MN",
        "r,s,t,u": "RSTU",
        "r-u": "RSTU",
        "jumlah": "TOTAL",
        "pdrb": "TOTAL",
    },
    "commodity": {"jumlah": "TOTAL"},
    "group": {"jumlah": "TOTAL", "pdrb": "TOTAL"},
}
MOST_NAMED = 30
Reading = tuple[object, str, dict[str, object]]


def code_text(cell: object) -> str:
    """Return a code as text; a number a spreadsheet made of it gets its plain form (1171.0 -> 1171)."""
    if isinstance(cell, Percent | bool):
        return shown(cell)
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    text = shown(cell).replace("\u00a0", " ").strip().removeprefix("'").strip()
    return re.sub(r"^(\d+)[.,]0+$", r"\1", text) if re.fullmatch(r"\d{3,}[.,]0", text) else text


@cache
def _spellings(kind: str) -> dict[str, tuple[str, str]]:
    """Lower-case spelling -> code and how it was told: ``case`` or ``label``."""
    found: dict[str, tuple[str, str]] = {}
    for code in schema.codes(kind):
        found[code.lower()] = (code, "case")
    for alias, code in ALIASES.get(kind, {}).items():
        found.setdefault(alias, (code, "label"))
    kinds = (kind, "sector_name") if kind == "sector" else (kind,)
    for code in schema.codes(kind):
        for each in kinds:
            for language in ("id", "en"):
                found.setdefault(schema.label(each, code, language).lower(), (code, "label"))
    return found


def read_code(column: Column, cell: object, choices: Choices) -> Reading:
    """Return the code a cell holds, the code of a problem and its facts.

    A code in other case is read and reported; a name in place of a code is translated only when the user
    says so.
    """
    text = code_text(cell)
    if column.separator:
        return _several(column, text, choices)
    if column.closed:
        return _listed(column, text, choices)
    return _patterned(column, text, choices)


def _several(column: Column, text: str, choices: Choices) -> Reading:
    codes: list[str] = []
    remark: tuple[str, dict[str, object]] = ("", {})
    read = _listed if column.closed else _patterned
    for part in text.split(column.separator):
        value, code, facts = read(column, part.strip(), choices)
        if value is None:
            return None, code, facts
        remark = (code, facts) if code else remark
        codes.append(value)
    return column.separator.join(codes), *remark


def _listed(column: Column, text: str, choices: Choices) -> Reading:
    codes = schema.codes(column.codes)
    if text in codes:
        return text, "", {}
    spellings = _spellings(column.codes)
    found = spellings.get(re.sub(r"\s+", " ", text).lower())
    if found:
        code, told = found
        if told == "case":
            return code, "other_spelling", {"near": code}
        return (code, "label_translated", {"near": code}) if choices.translate_names else (
            None, "label_given", {"near": code},
        )  # fmt: skip
    near = difflib.get_close_matches(text.lower()[:80], list(spellings), n=1, cutoff=0.8)
    if near:
        return None, "not_in_list_near", {"near": spellings[near[0]][0]}
    named = ", ".join(codes[:MOST_NAMED]) + (" …" if len(codes) > MOST_NAMED else "")
    return None, "not_in_list", {"allowed": named}


def _patterned(column: Column, text: str, choices: Choices) -> Reading:
    if re.fullmatch(column.pattern, text, re.ASCII):
        return text, "", {}
    restored = restore_zero(text, column.pattern)
    if restored:
        if choices.restore_zeros:
            return restored, "zero_restored", {"near": restored}
        return None, "zero_lost", {"near": restored}
    return None, "pattern", {"example": column.example or column.pattern}


def restore_zero(text: str, pattern: str) -> str:
    """Return `text` with the one zero before or after that makes it fit `pattern`; empty when none does.

    ``1.1`` of a number 01.10 lost two and is not guessed.
    """
    if not re.fullmatch(r"[\d.]+", text, re.ASCII):
        return ""
    fits = [each for each in (f"0{text}", f"{text}0") if re.fullmatch(pattern, each)]
    return fits[0] if len(fits) == 1 and "." in text else ("0" + text if f"0{text}" in fits else "")
