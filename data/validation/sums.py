"""Check that parts add up to their total."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from data import schema
from data.validation.context import Upload
from data.validation.keys import merged

COMMON_SMALL_GAP = 0.005  # of the total: below it a difference is told, above it refused


class Rule(NamedTuple):
    """Which column tells parts from total, what the total is called, and how far rounding may part them."""

    across: str
    total: str
    value: str
    tolerance: float  # what rounding may come to; foods are rounded one by one to the rupiah
    complete: bool  # whether every part has to be there


RULES = {
    "grdp_sectors": Rule("sector", "TOTAL", "value_billion_rupiah", 0.1, True),
    "grdp_sectors_2013_2020": Rule("sector", "TOTAL", "value_billion_rupiah", 0.6, True),
    "grdp_sectors_2021_2025": Rule("sector", "TOTAL", "value_billion_rupiah", 0.6, False),
    "grdp_groups": Rule("group", "TOTAL", "value_billion_rupiah", 0.05, True),
    "grdp_expenditure": Rule("component", "PDRB", "value_billion_rupiah", 0.05, True),
    "household_spending": Rule("commodity", "TOTAL", "rupiah_per_capita_per_week", 6.0, False),
}
MOST_NAMED = 6


def check_sums(upload: Upload, frame: pd.DataFrame) -> None:
    """Compare the parts with the total, in every group the upload touches.

    In an update the parts not given are those in force. National GDP contains taxes less subsidies on
    products, which belong to no sector: its difference is told, never refused.
    """
    rule = RULES.get(upload.table.name)
    if rule is None or frame.empty:
        return
    keys = [column for column in upload.table.key if column != rule.across]
    touched = frame.dropna(subset=[*keys, rule.across])
    if touched.empty:
        return
    all_rows = merged(upload, touched)
    text = [*keys, rule.across]
    all_rows = all_rows.astype(dict.fromkeys(text, "str"))
    groups = pd.MultiIndex.from_frame(touched[keys].astype("str")).unique()
    here = pd.MultiIndex.from_frame(all_rows[keys]).isin(groups)
    wide = all_rows[here].pivot_table(
        index=keys, columns=rule.across, values=rule.value, aggfunc="first", dropna=False
    )
    wide = wide[pd.MultiIndex.from_tuples([_tuple(key) for key in wide.index], names=keys).isin(groups)]
    parts = [code for code in schema.codes(upload.table[rule.across].codes) if code != rule.total]
    wide = wide.reindex(columns=[*parts, rule.total])
    row_of = _rows_of(touched, keys, rule)
    absent = wide.isna() if rule.complete else wide.isna() & False
    for key in wide.index[absent.any(axis=1)]:
        named = list(wide.columns[absent.loc[key]])
        missing = ", ".join(named[:MOST_NAMED]) + (" …" if len(named) > MOST_NAMED else "")
        upload.report("sum_incomplete", row_of[_tuple(key)], rule.across, missing=missing)
    wide = wide[~absent.any(axis=1) & wide[rule.total].notna() & wide[parts].notna().any(axis=1)]
    sums, totals = wide[parts].sum(axis=1), wide[rule.total]
    for key in wide.index[(sums - totals).abs() > rule.tolerance]:
        gap = abs(sums[key] - totals[key])
        large = gap > COMMON_SMALL_GAP * abs(totals[key]) and _tuple(key)[0] != "00"
        told = {"parts": sums[key], "gap": gap, "total": totals[key]}
        facts = {name: round(float(value), 2) for name, value in told.items()}
        upload.report("sum" if large else "sum_small", row_of[_tuple(key)], rule.value, **facts)


def _tuple(key: object) -> tuple[object, ...]:
    return key if isinstance(key, tuple) else (key,)


def _rows_of(frame: pd.DataFrame, keys: list[str], rule: Rule) -> dict[tuple[object, ...], int]:
    """Row of each group's total, or of its first part where the upload holds no total."""
    found: dict[tuple[object, ...], int] = {}
    texts = frame[keys].astype("str").itertuples(index=False, name=None)
    for row, key, part in zip(frame.index, texts, frame[rule.across], strict=True):
        if key not in found or part == rule.total:
            found[key] = row
    return found
