"""Find a table's columns among the headings of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.reading.grid import Cell
from data.schema import Table

# Headings under which a region's name arrives beside its code: not read, but they prove what the code means.
NAMES = frozenset(
    (
        "nama wilayah", "nama kota", "nama daerah", "nama kabupaten/kota", "nama kab/kota", "nama kabkota",
        "kabupaten/kota", "kab/kota", "kabkota", "kab kota", "kabupaten kota", "kota", "kabupaten", "wilayah",
        "daerah", "pemda", "nama", "city", "city name", "region name",
    )
)  # fmt: skip
SCALES = {
    "ribu": 1e3, "ribuan": 1e3, "juta": 1e6, "jutaan": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12,
    "trilyun": 1e12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
SCALE_OF_UNIT = {
    "miliar Rp": 1e9, "rupiah/kapita/minggu": 1.0, "jiwa": 1.0, "km2": 1.0, "km": 1.0,
}  # fmt: skip
OTHER_MEASURES = {
    "km2": ("ha", "hektar", "hektare", "m2"),
    "km": ("m", "mil"),
    "rupiah/kapita/minggu": ("bulan", "sebulan", "tahun", "setahun", "hari", "month", "year", "day"),
}


# What a heading is beside, or instead of, a column of the table.
NAME, PARENT, QUARTER, UNIT, PROOF = "name", "parent", "quarter", "unit", "proof"


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the file: where it stands, how it is written, and what it was taken for.

    Attributes
    ----------
    column
        The column of the table it means; empty for none.
    suggestion
        The column it is spelled like, where it means none.
    role
        ``name``: names of regions, proof of what their codes mean. ``parent``: the province above them.
        ``quarter``: the quarter of a year that stands in another column. ``unit``: the unit of the
        figures. ``proof``: labels of the codes of another column. Empty: none of these.
    """

    position: int
    text: str
    column: str = ""
    suggestion: str = ""
    role: str = ""

    @property
    def is_name(self) -> bool:
        """Whether names of regions stand below it."""
        return self.role == NAME


def plain(text: str) -> str:
    """Return a heading without case, underscores, doubled blanks and marks around it."""
    text = text.replace("_", " ").replace("\ufeff", "").replace("\u00a0", " ").lower()
    return re.sub(r"\s+", " ", text).strip(" .:*'\"")


def without_unit(text: str) -> str:
    """Return a plain heading without what stands in brackets."""
    return re.sub(r"\s*[(\[].*?[)\]]", "", text).strip()


def known_headings(table: Table) -> dict[str, str]:
    """Return plain heading -> column of `table`: its name, labels and synonyms."""
    known: dict[str, str] = {}
    for column in table.columns:
        for word in (column.name, *column.synonyms, *column.label.words):
            known.setdefault(plain(word), column.name)
    # A column's own name always means that column.
    return known | {plain(column.name): column.name for column in table.columns}


def recogniser(table: Table):
    """Return a function that counts the headings of `table` in a row of cells."""
    known = known_headings(table)

    def count(cells: list[Cell]) -> int:
        found = set()
        for cell in cells:
            if isinstance(cell, str) and len(cell) < 100:
                word = plain(cell)
                found.add(known.get(word) or known.get(without_unit(word)))
        return len(found - {None})

    return count


def wrong_unit(heading: Heading, table: Table) -> str:
    """Return the unit a heading names where it is not the unit of its column; empty when it agrees."""
    unit = table[heading.column].unit if heading.column else ""
    if not unit:
        return ""
    words = re.findall(r"[a-z0-9]+", plain(heading.text))
    scale = SCALE_OF_UNIT.get(unit)
    for word in words:
        if scale is not None and word in SCALES and SCALES[word] != scale:
            return word
        if word in OTHER_MEASURES.get(unit, ()):
            return word
    return ""
