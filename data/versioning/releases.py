"""Which versions of a table the application itself brings.

Release 1 is the data set the application first came with; a later release corrects some of its tables.
The file of a table is always its newest; what an earlier release held stands compressed in ``tables/kept``
and stays readable under its old number. ``tables/releases.json`` names the tables each release changed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.territory import HOME

TABLES_FOLDER = Path(__file__).resolve().parents[1] / "tables"
KEPT_FOLDER = TABLES_FOLDER / "kept"
FIRST = Path(__file__).resolve().parents[1] / "facts" / "first_release.json"


@dataclass(frozen=True, slots=True)
class Release:
    """One release: its number, date, the tables it changed, and what it says of itself."""

    number: int
    date: str
    tables: tuple[str, ...]
    note: str


@lru_cache(maxsize=1)
def releases() -> tuple[Release, ...]:
    """Return the releases after the first, oldest first."""
    entries = json.loads((TABLES_FOLDER / "releases.json").read_text(encoding="utf-8"))["releases"]
    # A table that stands in place of the shipped one has no history here.
    return tuple(
        Release(
            each["number"],
            each["date"],
            tuple(t for t in each["tables"] if t not in HOME.replaced),
            each["note"],
        )
        for each in entries
    )


@lru_cache(maxsize=8)
def release(number: int) -> Release:
    """Return a release by its number; the first one changed no table."""
    if number > 1:
        return releases()[number - 2]
    first = json.loads(FIRST.read_text(encoding="utf-8"))
    return Release(1, first["date"], (), first["note"])


def latest() -> int:
    """Return the number of the newest release: the edition of a data set nobody has published to."""
    return 1 + len(releases())


def version_of(table: str, release: int | None = None) -> int:
    """Return the version of `table` that `release` (None: the newest) brings."""
    return 1 + sum(table in each.tables for each in releases() if release is None or each.number <= release)


def release_of(table: str, version: int) -> int:
    """Return the release that brought `version` of `table`."""
    numbers = (1, *(each.number for each in releases() if table in each.tables))
    return numbers[version - 1]


def path(table: str, version: int | None = None) -> Path:
    """Return the file that holds a version the application brings; None: the newest."""
    if table in HOME.replaced:
        return HOME.file("tables", f"{table}.csv")
    if version is None or version == version_of(table):
        return TABLES_FOLDER / f"{table}.csv"
    return KEPT_FOLDER / f"{table}.{version}.csv.gz"
