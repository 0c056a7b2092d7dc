"""Find a table's columns among the headings of a file."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from data.reading.grid import Cell, Grid, blank, shown
from data.reading.limits import HEADER_SEARCHED, Unreadable
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


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the file: where it stands, how it is written, and the column it was taken for."""

    position: int
    text: str
    column: str = ""
    suggestion: str = ""
    is_name: bool = False


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
        for word in (column.name, *column.synonyms, column.label.id, column.label.en):
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


def find_header(grid: Grid, table: Table, line: int | None = None) -> int:
    """Return the position among the rows of `grid` of the one that holds the headings.

    Raises
    ------
    Unreadable
        If no row near the top holds headings of the table, or `line` is none of the file's.
    """
    if line is not None:
        for position, (number, _cells) in enumerate(grid.rows[: HEADER_SEARCHED * 10]):
            if number == line:
                return position
        raise Unreadable("bad_choice", choice="header_line", value=line, allowed=f"1–{HEADER_SEARCHED * 10}")
    count = recogniser(table)
    counts = [count(cells) for _line, cells in grid.rows[:HEADER_SEARCHED]]
    if not counts or not max(counts):
        first = (
            ", ".join(shown(cell) for cell in grid.rows[0][1] if not blank(cell))[:200] if grid.rows else ""
        )
        raise Unreadable("no_header", found=first, wanted=", ".join(table.names))
    return counts.index(max(counts))


def match(cells: list[Cell], table: Table, chosen: dict[str, str] | None = None) -> list[Heading]:
    """Return every heading of a row with the column of `table` it means.

    Parameters
    ----------
    cells
        The row of headings.
    chosen
        What the user says: heading -> column, or ``""`` for a heading that means none.
    """
    known, chosen = known_headings(table), chosen or {}
    answer: list[Heading] = []
    for position, cell in enumerate(cells):
        text = shown(cell).strip().lstrip("\ufeff")
        word = plain(text)
        if not word:
            continue
        column = known.get(word) or known.get(without_unit(word)) or ""
        if text in chosen:
            column = chosen[text] if chosen[text] in table.names else ""
        near = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=0.8) if not column else []
        answer.append(
            Heading(position, text, column, known[near[0]] if near else "", not column and word in NAMES)
        )
    return answer


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
