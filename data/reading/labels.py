"""Read the labels statistics offices write for a code: bilingual, with letters before them, with underscores.

One reader for uploads and for tables of the BPS WebAPI. Facts are in ``labels.csv`` beside the code lists.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from data import schema

ALIASES = Path(__file__).with_name("labels.csv")
# "A", "M,N", "M. N", "R-U", "R,S,T,U" before a label: followed by a mark, a blank or a capital letter.
LETTERS = re.compile(r"^([A-U](?:\s*[,.\-/]\s*[A-U](?![a-z]))*)(?:\s*[.)\-:]\s*|\s+|(?=[A-Z][a-z]))(?=\S)")
COUNTED = re.compile(r"^(?:sum|average|avg|max|min|jumlah dari|rata rata dari) (?:of )?")
# GRDP without oil and gas is another measure than GRDP.
OTHER_TOTALS = re.compile(
    r"\b(tanpa|non|nonmigas|without)\b.*\b(migas|oil|gas)\b|\bnonmigas\b|\btanpa migas\b"
)
PART = re.compile(r"^\s*(?:\d{1,2}|[a-z])\s*[.)]\s*\S")
FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Label:
    """What a text was taken for.

    Attributes
    ----------
    code
        The code of the list; empty when several are meant, see `others`.
    told
        ``code``, ``case`` (a code in another spelling), ``coded`` (code and label, agreeing), ``label``.
    others
        Codes the text may mean when it is no one's alone.
    """

    code: str
    told: str
    others: tuple[str, ...] = ()


@lru_cache(maxsize=65_536)
def normal(text: str) -> str:
    """Return a label without case, marks, underscores, accents and doubled blanks."""
    text = unicodedata.normalize("NFKC", text).lower().replace("&", " dan ")
    return re.sub(r"[^a-z0-9%²]+", " ", text).strip()


@cache
def _aliases() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    with ALIASES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            of_kind = found.setdefault(row["kind"], {})
            word = normal(row["label"])
            of_kind[word] = (*of_kind.get(word, ()), row["code"])
    return found


@cache
def _index(kind: str) -> dict[str, tuple[str, ...]]:
    """Normal label -> the codes it may mean. Words given in ``labels.csv`` go before labels of the screen."""
    found = dict(_aliases().get(kind, {}))
    for code in schema.codes(kind):
        for each in (kind, "sector_name") if kind == "sector" else (kind,):
            for language in ("id", "en"):
                found.setdefault(normal(schema.label(each, code, language)), (code,))
    return {word: codes for word, codes in found.items() if word}


@cache
def _by_code(kind: str) -> dict[str, str]:
    """Code without case and marks -> code: ``m, n`` is MN."""
    codes = {re.sub(r"[^a-z0-9]", "", code.lower()): code for code in schema.codes(kind)}
    return codes | ({"ru": "RSTU"} if kind == "sector" else {})


def labels_of(kind: str, code: str) -> tuple[str, ...]:
    """Return every normal label `code` goes by."""
    return tuple(word for word, codes in _index(kind).items() if code in codes)


@cache
def label_words(kind: str) -> dict[str, str]:
    """Return every code in lower case and every label that is one code's alone -> the code."""
    words = {word: codes[0] for word, codes in _index(kind).items() if len(codes) == 1}
    return words | {code.lower(): code for code in schema.codes(kind)}


@lru_cache(maxsize=16_384)
def read_label(kind: str, text: str) -> Label | None:
    """Return what `text` means among the codes of `kind`; None when it is no label of any.

    Parameters
    ----------
    kind
        A closed code list of the schema: ``sector``, ``component``, ``price_basis``, ``indicator`` …
    text
        As written: ``"C"``, ``"CIndustri Pengolahan/Manufacturing"``, ``"M,N. Jasa Perusahaan"``,
        ``"Rata_rata_lama_sekolah"``.

    Notes
    -----
    A letter before a label must agree with the label, else the text means nothing: ``"B. Konstruksi"``.
    """
    text = text.replace("\u00a0", " ").strip()
    codes = schema.codes(kind)
    if not text or not codes:
        return None
    if text in codes:
        return Label(text, "code")
    if OTHER_TOTALS.search(normal(text)):
        return None
    whole = _label_of(kind, text)
    if kind != "sector":
        code = next((each for each in codes if each.lower() == re.sub(r"\s+", " ", text).lower()), "")
        return Label(code, "case") if code else whole
    code = _by_code(kind).get(re.sub(r"[^a-z0-9]", "", text.lower()), "")
    if code and (len(code) < len("TOTAL") or text.lower() == code.lower()):
        return Label(code, "case")
    return _lettered(kind, text) or whole


def _lettered(kind: str, text: str) -> Label | None:
    """Read a label with its letters before it; None without letters, or when the two disagree."""
    found = LETTERS.match(text)
    if not found:
        return None
    code = _by_code(kind).get(re.sub(r"[^a-z]", "", found.group(1).lower()), "")
    rest = text[found.end() :]
    meant = _label_of(kind, rest)
    if code and ((meant and meant.code == code) or (not meant and _shares_words(kind, code, rest))):
        return Label(code, "coded")
    return None


def _label_of(kind: str, text: str) -> Label | None:
    index = _index(kind)
    for variant in _variants(text):
        codes = index.get(variant)
        if codes:
            return Label(codes[0], "label") if len(codes) == 1 else Label("", "label", codes)
    # The label may go on in English, or break off: "Pengadaan Air; Pengelolaan Sampah, Limbah,".
    word = normal(text)
    starts = {
        codes[0]
        for label, codes in index.items()
        if len(codes) == 1
        and " " in label
        and (word.startswith(label + " ") or (label.startswith(word + " ") and word.count(" ") >= 2))
    }
    if kind == "sector" and len(starts) == 1:
        return Label(starts.pop(), "label")
    return None


def _variants(text: str) -> list[str]:
    """Return the normal forms a label may be found by: whole, its first line, either side of a slash."""
    pieces = [text, *text.splitlines(), *re.split(r"\s*/\s*", text), re.sub(r"\s*[(\[].*?[)\]]", "", text)]
    found = []
    for piece in pieces:
        word = normal(piece)
        found += [word, COUNTED.sub("", word)]
    return [word for word in dict.fromkeys(found) if word]


def _shares_words(kind: str, code: str, text: str) -> bool:
    """Whether more than half of the long words of `text` stand in a label of `code`."""
    words = [word for word in normal(text).split() if len(word) >= FEWEST_LETTERS]
    known = {word for label in labels_of(kind, code) for word in label.split()}
    return bool(words) and 2 * sum(word in known for word in words) > len(words)


def is_part(text: str) -> bool:
    """Whether a label is a part of a sector, counted by a figure or a small letter: ``1. Pertanian …``."""
    return bool(PART.match(text))
