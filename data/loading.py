"""Read a table of the data set, every code as text, every absent value as missing."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

import pandas as pd

from data.errors import UnknownTable, UnknownVersion
from data.schema import FIXED, GEO_TABLES, TABLES
from data.territory import HOME
from data.texts import place_name
from data.versioning import releases
from data.versioning.versions import (
    SHIPPED_VERSION,
    TABLES_FOLDER,
    current_edition,
    current_version,
    read_source,
    source_number,
    standing,
    table_names,
)

# Columns of `regions` that stand in sentences everywhere.
PLACE_NAMES = ("name", "short_name", "province")
GEO_FOLDER = TABLES_FOLDER.parent / "geo"
CORRECTIONS = TABLES_FOLDER.parent / "facts" / "corrections.csv"


def load(table: str, version: int | None = None) -> pd.DataFrame:
    """Return one table of the data set.

    Parameters
    ----------
    table
        File stem of ``data/tables``, e.g. ``"grdp_sectors"``, or of ``data/tables/fixed`` (matrices).
    version
        Version number; None is the version in force.

    Returns
    -------
    DataFrame
        One row a record; types as :mod:`data.schema` says: codes, periods and texts as ``str``,
        amounts as ``float64`` in the unit the column names, years and counts as ``int64``, or ``Int64``
        where some are absent. Absent values are missing (NaN, NA), never zero; so are columns nobody
        supplied yet. The caller may change it freely.

    Raises
    ------
    UnknownTable, UnknownVersion
        Naming the value and the allowed ones.
    """
    if table in FIXED:
        return _load_fixed(table, version)
    if table not in table_names():
        raise UnknownTable(table, (*table_names(), *FIXED))
    number = current_version(table) if version is None else version
    # A trial (negative) is looked at once and not remembered.
    read = _read if number >= SHIPPED_VERSION else _read.__wrapped__
    kept = standing((table,), current_edition())[0] if version is None else ("source", source_number())
    return read(table, number, kept).copy(deep=False)


def _load_fixed(table: str, version: int | None) -> pd.DataFrame:
    if version not in (None, SHIPPED_VERSION):
        raise UnknownVersion(version, [SHIPPED_VERSION])
    return _read_fixed(table).copy(deep=False)


@lru_cache(maxsize=8)
def _read_fixed(table: str) -> pd.DataFrame:
    fixed = FIXED[table]
    header = None if fixed.types is None else "infer"
    types = fixed.types or "str"
    return pd.read_csv(
        TABLES_FOLDER / fixed.path, dtype=types, header=header, keep_default_na=False, na_values=[""]
    )


@lru_cache(maxsize=64)
def _read(table: str, version: int, _kept: Hashable) -> pd.DataFrame:
    stored = read_source(table, version)
    if stored is None:
        return read_shipped(table, version)
    return _with_names_of_places(completed(stored, table), table)


def read_shipped(table: str, version: int | None = None) -> pd.DataFrame:
    """Return what a release brings of `table` (None: the newest), with the rows one's own folder adds.

    A row of one's own stands in place of the shipped row of the same key.
    """
    frame = read_csv(releases.path(table, version), table)
    own = None if table in HOME.replaced else HOME.own("tables", f"{table}.csv")
    if own is None:
        return frame
    joined = pd.concat([frame, read_csv(own, table)], ignore_index=True)
    key = list(TABLES[table].key)
    kept = joined.drop_duplicates(key, keep="last", ignore_index=True) if key else joined
    return kept.astype(frame.dtypes.to_dict())


def _with_names_of_places(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    if table != "regions":
        return frame
    names = {name: frame[name].map(place_name, na_action="ignore").astype("str") for name in PLACE_NAMES}
    return frame.assign(**names)


def read_csv(path, table: str) -> pd.DataFrame:
    """Read a CSV in the data set's own form (UTF-8, comma, dot decimals) as `table`."""
    types = {column.name: column.dtype for column in (TABLES | GEO_TABLES)[table].columns}
    frame = pd.read_csv(path, dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8")
    return completed(frame, table)


def completed(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return `frame` with every column only a city supplies: missing where the frame lacks it.

    Columns stand in the order of the schema; any it does not know stay behind them.
    """
    spec = (TABLES | GEO_TABLES)[table]
    if not spec.supplied:
        return frame
    absent = {
        name: pd.Series(pd.NA, index=frame.index, dtype=spec[name].dtype)
        for name in spec.supplied
        if name not in frame
    }
    known = [name for name in spec.names if name in frame or name in absent]
    return frame.assign(**absent)[[*known, *frame.columns.difference(known, sort=False)]]


def corrections() -> pd.DataFrame:
    """Return what later releases corrected in the shipped tables: where, old, new, reason, source."""
    return pd.read_csv(CORRECTIONS, dtype="str", keep_default_na=False)


@lru_cache(maxsize=1)
def _ports_airports() -> pd.DataFrame:
    return read_csv(HOME.file("geo", "ports_airports.csv"), "ports_airports")


def ports_airports() -> pd.DataFrame:
    """Return the ports and airports of Sumatra, each with the nearest member city where one is in reach."""
    return _ports_airports().copy(deep=False)
