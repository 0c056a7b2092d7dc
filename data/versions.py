"""Which version of each table is in force.

Shipped tables are version 1. The store, when it is opened, registers itself here with
:func:`set_source`; until then every table stands at version 1.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

TABLES_FOLDER = Path(__file__).parent / "tables"
SHIPPED_VERSION = 1

_source: list[Callable[[str], int]] = []


def table_names() -> tuple[str, ...]:
    """Names of all tables: the file stems of ``data/tables``."""
    return tuple(sorted(path.stem for path in TABLES_FOLDER.glob("*.csv")))


def set_source(source: Callable[[str], int] | None) -> None:
    """Let `source` say the current version of a table; None returns to the shipped ones."""
    _source[:] = [source] if source else []


def current_version(table: str) -> int:
    """Version number of `table` in force for this call."""
    return _source[0](table) if _source else SHIPPED_VERSION
