"""Read codes: of a closed list, of a pattern, or what a spreadsheet made of them."""

from __future__ import annotations

import difflib
import re
from typing import Any

from data import schema
from data.reading.grid import Percent, shown
from data.reading.labels import label_words, read_label
from data.schema import Column
from data.validation.report import Named

MOST_NAMED = 30
# How a label was told -> what is said of it.
TOLD = {"code": "", "case": "other_spelling", "coded": "coded_label", "label": "label_translated"}
Reading = tuple[Any, str, dict[str, Any]]


def code_text(cell: object) -> str:
    """Return a code as text; a number a spreadsheet made of it gets its plain form (1171.0 -> 1171)."""
    if isinstance(cell, Percent | bool):
        return shown(cell)
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    text = shown(cell).replace("\u00a0", " ").strip().removeprefix("'").strip()
    return re.sub(r"^(\d+)[.,]0+$", r"\1", text) if re.fullmatch(r"\d{3,}[.,]0", text) else text


def read_code(column: Column, cell: object, translates: bool, restores: bool = False) -> Reading:
    """Return the code a cell holds, the code of a problem and its facts.

    A code in other case is read and reported, as is a label that names its code (``C. Industri
    Pengolahan``); a name in place of a code is translated only when the user says so (`translates`), and so
    is a lost zero given back (`restores`).
    """
    text = code_text(cell)
    if column.separator:
        return _several(column, text, translates, restores)
    if column.closed:
        return _listed(column, text, translates, restores)
    return _patterned(column, text, translates, restores)


def _several(column: Column, text: str, translates: bool, restores: bool) -> Reading:
    codes: list[str] = []
    remark: tuple[str, dict[str, Any]] = ("", {})
    read = _listed if column.closed else _patterned
    for part in text.split(column.separator):
        value, code, facts = read(column, part.strip(), translates, restores)
        if value is None:
            return None, code, facts
        remark = (code, facts) if code else remark
        codes.append(value)
    return column.separator.join(codes), *remark


def _listed(column: Column, text: str, translates: bool, _restores: bool) -> Reading:
    label = read_label(column.codes, text)
    if label and label.others:
        others = tuple(Named(column.codes, code, coded=True) for code in label.others)
        return None, "several_meant", {"allowed": others}
    if label:
        meant = {"near": label.code}
        if label.told == "label" and not translates:
            return None, "label_given", meant
        return label.code, TOLD[label.told], meant if TOLD[label.told] else {}
    words = label_words(column.codes)
    near = difflib.get_close_matches(text.lower()[:80], list(words), n=1, cutoff=0.8)
    if near:
        return None, "not_in_list_near", {"near": Named(column.codes, words[near[0]], coded=True)}
    codes = schema.codes(column.codes)
    named = ", ".join(codes[:MOST_NAMED]) + (" …" if len(codes) > MOST_NAMED else "")
    return None, "not_in_list", {"allowed": named}


def _patterned(column: Column, text: str, _translates: bool, restores: bool) -> Reading:
    if re.fullmatch(column.pattern, text, re.ASCII):
        return text, "", {}
    restored = restore_zero(text, column.pattern)
    if restored:
        if restores:
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
