"""Check keys and foreign keys."""

from __future__ import annotations

from datetime import date

import pandas as pd

from data.loading import load
from data.schema import Column
from data.validation.context import Upload
from data.validation.report import Named

# What a city's own statement must say beside its columns' types, by what it states.
NEEDED_BY_KIND = {"produk": "category", "aplikasi": "service_domain", "celah": "service_domain"}


def check_duplicates(upload: Upload) -> None:
    """Report every row whose key stands on an earlier row of the upload too."""
    key = [column for column in upload.table.key if column in upload.values]
    if len(key) < len(upload.table.key):
        return
    must = [upload.table[column].required for column in key]
    first: dict[tuple[object, ...], int] = {}
    shown_at = next((column for column in upload.table.key if column in upload.headings), key[0])
    for row, values in enumerate(zip(*(upload.values[column] for column in key), strict=True)):
        if any(value is None and needed for value, needed in zip(values, must, strict=True)):
            continue  # the cell that could not be read is reported already
        before = first.setdefault(values, upload.lines[row])
        if before != upload.lines[row]:
            upload.report("duplicate", row, shown_at, first=str(before))


def check_foreign_keys(upload: Upload) -> None:
    """Report every code that another table has to know and does not; regions are checked elsewhere."""
    for column in upload.table.columns:
        table, _dot, target = column.refers.partition(".")
        if not table or table == "regions" or column.name not in upload.values:
            continue
        known = set(load(table)[target].dropna().unique())
        for row, value in enumerate(upload.values[column.name]):
            if value is not None and value not in known:
                upload.report("unknown_key", row, column.name, table=Named("table", table))


def check_examples(upload: Upload) -> None:
    """Report the example row of the template where it was left in."""
    # Whichever source it cites: a template names one of the table's own.
    columns = [
        column
        for column in upload.table.columns
        if column.name in upload.values and column.refers != "sources.source_id"
    ]
    example = tuple(_example(column) for column in columns)
    current = upload.nearby()[[column.name for column in columns]]
    for row, values in enumerate(zip(*(upload.values[column.name] for column in columns), strict=True)):
        if values == example:
            told = {
                name: value for name, value in zip(current.columns, example, strict=True) if value is not None
            }
            if not current[list(told)].eq(pd.Series(told)).all(axis=1).any():
                upload.report("example_row", row, columns[0].name)


def _example(column: Column) -> object:
    """Return the example of a column as a parsed value."""
    if not column.example:
        return None
    return (
        (int if column.dtype.lower() == "int64" else float)(column.example)
        if column.numeric
        else column.example
    )


def check_pairs(upload: Upload) -> None:
    """Report foods that stand under another group, and units that are not the indicator's."""
    if upload.table.name in ("household_spending", "product_commodities"):
        _check_foods(upload)


def _check_foods(upload: Upload) -> None:
    if not {"commodity_group", "commodity"} <= set(upload.values):
        return
    foods = load("household_spending")[["commodity", "commodity_group"]].drop_duplicates()
    group_of = foods[foods["commodity"] != "TOTAL"].set_index("commodity")["commodity_group"].to_dict()
    pairs = zip(upload.values["commodity"], upload.values["commodity_group"], strict=True)
    for row, (food, group) in enumerate(pairs):
        right = group_of.get(food)
        if group is not None and right is not None and right != group:
            upload.report(
                "other_group", row, "commodity_group", near=right, group=Named("commodity_group", right)
            )


def check_statements(upload: Upload, today: date | None = None) -> None:
    """Report a statement without its category or domain, and one of a day to come."""
    if upload.table.name != "city_statements":
        return
    last = (today or date.today()).isoformat()
    for row, kind in enumerate(upload.values.get("kind", ())):
        column = NEEDED_BY_KIND.get(str(kind))
        if column and not upload.values.get(column, [None] * (row + 1))[row]:
            upload.report("statement_needs", row, column, kind=Named("statement_kind", str(kind)))
    for column in ("stated_on", "withdrawn_on"):
        for row, day in enumerate(upload.values.get(column, ())):
            if day is not None and str(day) > last:
                upload.report("statement_ahead", row, column)


def merged(upload: Upload, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the regions concerned as they would stand after an update with `frame`."""
    key = list(upload.table.key)
    current = upload.nearby()
    if upload.choices.mode == "replace" or frame[key].empty:
        return frame
    given = pd.MultiIndex.from_frame(frame[key].astype("str"))
    stays = ~pd.MultiIndex.from_frame(current[key].astype("str")).isin(given)
    return pd.concat([current[stays], frame], ignore_index=True)
