"""Compare an upload with the data in force: jumps, mixed series, units and ranges of indicators."""

from __future__ import annotations

import math

import pandas as pd

from data.reading.grid import Percent
from data.schema import INDICATORS
from data.validation.cells import within
from data.validation.context import Upload
from data.validation.report import Named

JUMP = 0.5
SCALES = (1e-9, 1e-6, 1e-3, 1e-2, 1e2, 1e3, 1e6, 1e9)
# Value and time of each table that has a history.
SERIES = {
    "grdp_sectors": ("value_billion_rupiah", "period"),
    "grdp_totals": ("value_billion_rupiah", "period"),
    "grdp_groups": ("value_billion_rupiah", "period"),
    "grdp_expenditure": ("value_billion_rupiah", "period"),
    "household_spending": ("rupiah_per_capita_per_week", "year"),
    "indicators": ("value", "year"),
}
# Series that look alike: number, its twin, and the first year of the former.
TWINS = (
    ("hdi", "hdi_sp2010", 2020),
    ("life_expectancy", "life_expectancy_sp2010", 2020),
    ("population", "population_dukcapil", None),
    ("grdp_per_capita_adhb", "grdp_per_capita_adhk", None),
)
OLD_SERIES = ("sp2010", "seri lama", "sensus 2010", "old series")


def check_indicators(upload: Upload) -> None:
    """Check unit and range of each indicator; an impossible value becomes missing."""
    if upload.table.name != "indicators" or not {"indicator", "value"} <= set(upload.values):
        return
    units = upload.values.get("unit", [None] * len(upload.lines))
    for row, code in enumerate(upload.values["indicator"]):
        if code is None:
            continue
        indicator, value = INDICATORS[code], upload.values["value"][row]
        if units[row] is not None and units[row] != indicator.unit:
            upload.report("wrong_unit", row, "unit", unit=Named("unit", indicator.unit))
        if value is None:
            continue
        cell = upload.cells["value"][row]
        percent = isinstance(cell, Percent) or (isinstance(cell, str) and cell.strip().endswith("%"))
        if percent and indicator.unit != "persen":
            upload.report("percent_unit", row, "value", unit=Named("unit", indicator.unit))
            upload.values["value"][row] = None
            continue
        checked, wrong, facts = within(value, indicator.least, indicator.most, indicator.low, indicator.high)
        upload.values["value"][row] = checked
        if wrong:
            upload.report(wrong, row, "value", **facts)


def check_jumps(upload: Upload, frame: pd.DataFrame) -> None:
    """Warn of every value that differs by more than half from the one before it.

    The one before is the value in force for the same key, else the latest earlier one of the same length
    (a quarter is never compared with a year), in force or in the upload itself.
    """
    if upload.table.name not in SERIES or frame.empty:
        return
    value, time = SERIES[upload.table.name]
    series = [column for column in upload.table.key if column != time]
    columns = [*series, time, value]
    new = frame.dropna(subset=columns)[columns].assign(row=lambda rows: rows.index)
    old = upload.nearby()[columns].assign(row=-1)
    both = pd.concat([old, new], ignore_index=True)
    both[time] = both[time].astype("str")
    both["length"] = both[time].str.len()
    # At the same key the value in force stands before the one of the upload.
    both = both.sort_values([*series, "length", time, "row"], kind="stable")
    by_series = both.groupby([*series, "length"], sort=False, observed=True)
    both["previous"], both["when"] = by_series[value].shift(), by_series[time].shift()
    same = both["when"] == both[time]
    mine = both[(both["row"] >= 0) & both["previous"].notna() & (both["previous"] != 0)]
    change = mine[value] / mine["previous"] - 1
    unchanged = same & (both[value] == both["previous"])
    for at in mine.index[(change.abs() > JUMP) & ~unchanged.loc[mine.index]]:
        _report_jump(upload, int(both.at[at, "row"]), value, both.loc[at], float(change[at]))


def _report_jump(upload: Upload, row: int, column: str, found: pd.Series, change: float) -> None:
    previous, ratio = float(found["previous"]), 1 + change
    if column == "value" and INDICATORS[found["indicator"]].least is None:
        return  # a growth or an inflation may well change sign
    facts = {"previous": previous, "when": found["when"]}
    scale = next((each for each in SCALES if ratio > 0 and abs(math.log10(ratio / each)) < 0.15), None)
    if scale:
        upload.report("jump_scale", row, column, times=scale, **facts)
    else:
        upload.report("jump", row, column, change=f"{change * 100:+.0f}%", **facts)


def check_mixed_series(upload: Upload, frame: pd.DataFrame) -> None:
    """Warn of values that belong to the twin of the series they are given for."""
    if upload.table.name != "indicators" or frame.empty:
        return
    keys = ["region_code", "indicator", "year"]
    given = frame.dropna(subset=[*keys, "value"])
    given = given[given["indicator"].isin([code for twins in TWINS for code in twins[:2]])]
    if given.empty:
        return
    old = upload.nearby().set_index(keys)["value"]
    new = given.drop_duplicates(keys).set_index(keys)["value"]
    notes = frame["note"] if "note" in frame else pd.Series(index=frame.index, dtype="str")
    for row, region, indicator, year, value in given[[*keys, "value"]].itertuples(name=None):
        for first, second, since in TWINS:
            if indicator not in (first, second):
                continue
            other = second if indicator == first else first
            mine = old.get((region, indicator, year))
            twin = new.get((region, other, year), old.get((region, other, year)))
            if twin is not None and value == twin and mine is not None and mine != value:
                facts = {
                    "other": Named("indicator", other),
                    "mine": Named("indicator", indicator),
                    "value": mine,
                }
                upload.report("other_series", row, "value", **facts)
            if indicator == first and since and year < since:
                facts = {"mine": Named("indicator", first), "other": second, "year": str(since)}
                upload.report("series_too_early", row, "indicator", **facts)
            said = str(notes.get(row)).lower()
            if indicator == first and since and any(word in said for word in OLD_SERIES):
                if "tidak digabung" not in said:
                    facts = {"mine": Named("indicator", first), "other": second}
                    upload.report("series_named", row, "indicator", **facts)
