"""What differs between two contents of a table: rows added and removed, cells changed, by city."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.errors import UnknownTable
from data.loading import load
from data.schema import TABLES

_COUNT = "__count"


@dataclass(frozen=True, slots=True)
class Difference:
    """The difference between an old and a new content of a table.

    Attributes
    ----------
    table, key
        Table and the columns a row is recognised by.
    added, removed
        Whole rows only the new, only the old content has.
    before, after
        Whole rows both have but not alike: old and new, aligned by position.
    changed
        One row a changed cell: key columns, ``column``, ``old``, ``new`` (missing is NaN or NA).
    """

    table: str
    key: tuple[str, ...]
    added: pd.DataFrame
    removed: pd.DataFrame
    before: pd.DataFrame
    after: pd.DataFrame
    changed: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether both contents hold the same rows (their order does not count)."""
        return self.added.empty and self.removed.empty and self.before.empty

    def by_city(self) -> pd.DataFrame:
        """Return one row a region touched: region_code, added, removed, changed_rows, changed_cells.

        A row of two cities counts for both; ``region_code`` is empty for rows of no region.
        """
        per_row = pd.Series(0, index=self.before.index)
        for column in self.before.columns.difference(list(self.key)):
            per_row += _unlike(self.before[column], self.after[column])
        parts = {
            "added": _count(self.table, self.added),
            "removed": _count(self.table, self.removed),
            "changed_rows": _count(self.table, self.before),
            "changed_cells": _count(self.table, self.before, per_row),
        }
        counted = pd.DataFrame(parts).fillna(0).astype("int64").rename_axis("region_code")
        return counted.sort_index().reset_index()


def key_of(table: str) -> tuple[str, ...]:
    """Return the columns a row of `table` is recognised by."""
    if table not in TABLES:
        raise UnknownTable(table, TABLES)
    return TABLES[table].key


def city_columns(table: str) -> tuple[str, ...]:
    """Return the columns that say whose a row is: all that hold codes of regions."""
    if table == "regions":
        return ("region_code",)  # a region is its own, not its province's
    return tuple(column.name for column in TABLES[table].columns if column.refers == "regions.region_code")


def row_cities(table: str, frame: pd.DataFrame) -> pd.Series:
    """Return the codes of the regions each row belongs to, as a tuple; empty for a row of none.

    What is told of a product belongs to the city of the product as it stands now.
    """
    columns = city_columns(table)
    if not columns and "product_id" in frame:
        homes = load("products").drop_duplicates("product_id").set_index("product_id")["region_code"]
        return frame["product_id"].map(homes).map(lambda code: () if pd.isna(code) else (code,))
    cells = [
        [_split(cell, TABLES[table][column].separator) for cell in frame[column].tolist()]
        for column in columns
    ]
    rows = [tuple(dict.fromkeys(code for cell in row for code in cell)) for row in zip(*cells, strict=True)]
    return pd.Series(rows if columns else [()] * len(frame), index=frame.index, dtype=object)


def difference(
    old: pd.DataFrame, new: pd.DataFrame, table: str, key: tuple[str, ...] | None = None
) -> Difference:
    """Return what differs between two contents of `table`.

    Rows are recognised by `key` (None: the table's); missing equals missing; rows that share a key are
    paired in their order.
    """
    key = tuple(key or key_of(table))
    old, new = old.reset_index(drop=True), new.reset_index(drop=True)
    places = _places(old, key).merge(
        _places(new, key), on=[*key, _COUNT], how="outer", suffixes=("_old", "_new")
    )
    only_new = places.loc[places["place_old"].isna(), "place_new"].astype("int64").sort_values()
    only_old = places.loc[places["place_new"].isna(), "place_old"].astype("int64").sort_values()
    both = places.dropna(subset=["place_old", "place_new"]).astype(
        {"place_old": "int64", "place_new": "int64"}
    )
    both = both.sort_values("place_old")
    before = old.iloc[both["place_old"].to_numpy()].reset_index(drop=True)
    after = new.iloc[both["place_new"].to_numpy()].reset_index(drop=True)
    values = [column for column in old.columns if column not in key and column in new.columns]
    unlike = pd.DataFrame(
        {column: _unlike(before[column], after[column]) for column in values}, index=before.index
    )
    touched = unlike.any(axis=1)
    return Difference(
        table,
        key,
        new.iloc[only_new.to_numpy()].reset_index(drop=True),
        old.iloc[only_old.to_numpy()].reset_index(drop=True),
        before[touched].reset_index(drop=True),
        after[touched].reset_index(drop=True),
        _cells(before, after, unlike, key),
    )


def merge_update(
    current: pd.DataFrame, given: pd.DataFrame, key: tuple[str, ...] | list[str]
) -> pd.DataFrame:
    """Return `current` with the rows of `given` in place of those of the same `key`, new ones appended.

    Columns `given` does not have keep their values (missing in appended rows); a missing value given
    is written as missing.

    Raises
    ------
    ValueError
        If two rows of `given` share a key.
    """
    key = list(key)
    if given.duplicated(key).any():
        raise ValueError(f"two rows given share the same {', '.join(key)}")
    current, given = current.reset_index(drop=True), given.reset_index(drop=True)
    pairs = _places(given, key).merge(
        _places(current, key), on=[*key, _COUNT], how="left", suffixes=("_given", "_current")
    )
    known = pairs["place_current"].notna()
    target = pairs.loc[known, "place_current"].astype("int64").to_numpy()
    source = pairs.loc[known, "place_given"].to_numpy()
    merged = current.copy()
    for column in given.columns.intersection(current.columns):
        values = given[column].iloc[source].astype(current[column].dtype)
        merged.iloc[target, merged.columns.get_loc(column)] = values.to_numpy()
    fresh = given.iloc[pairs.loc[~known, "place_given"].to_numpy()].reindex(columns=current.columns)
    if fresh.empty:
        return merged
    return pd.concat([merged, fresh.astype(current.dtypes.to_dict())], ignore_index=True)


def _split(cell: object, separator: str) -> list[str]:
    if pd.isna(cell):
        return []
    codes = str(cell).split(separator) if separator else [str(cell)]
    return [code.strip() for code in codes if code.strip()]


def _places(frame: pd.DataFrame, key: tuple[str, ...] | list[str]) -> pd.DataFrame:
    keys = frame[list(key)]
    count = keys.groupby(list(key), dropna=False, sort=False).cumcount()
    return keys.assign(**{_COUNT: count, "place": range(len(frame))})


def _unlike(before: pd.Series, after: pd.Series) -> pd.Series:
    same = before.astype(object).where(before.notna(), None) == after.astype(object).where(
        after.notna(), None
    )
    return ~(same | (before.isna() & after.isna()))


def _cells(
    before: pd.DataFrame, after: pd.DataFrame, unlike: pd.DataFrame, key: tuple[str, ...]
) -> pd.DataFrame:
    parts = []
    for place, column in enumerate(unlike.columns):
        rows = unlike.index[unlike[column]]
        cells = before.loc[rows, list(key)].assign(
            column=column,
            old=before.loc[rows, column].astype(object),
            new=after.loc[rows, column].astype(object),
            _row=rows,
            _place=place,
        )
        parts.append(cells)
    if not parts:
        return pd.DataFrame(columns=[*key, "column", "old", "new"])
    listed = pd.concat(parts, ignore_index=True).sort_values(["_row", "_place"], kind="stable")
    return listed.drop(columns=["_row", "_place"]).reset_index(drop=True)


def _count(table: str, rows: pd.DataFrame, weights: pd.Series | None = None) -> pd.Series:
    weights = pd.Series(1, index=rows.index) if weights is None else weights
    homes = row_cities(table, rows).map(lambda codes: codes or ("",)).explode()
    return weights.reindex(homes.index).groupby(homes.to_numpy()).sum()
