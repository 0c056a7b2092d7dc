"""What a good costs at both ends: consumer prices of the last year, else the household survey."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

import data
from analysis import deals as rules
from findings import price_series
from findings.goods import foods_of, trade_goods

RECORDED = "tercatat"
MONTHS = 12
# Consumer prices that disagree with the province's (beef, rice) or are one series in many regions (milkfish).
NOT_SHOWN = ("beras", "sapi", "bandeng", "gula_pasir", "minyak_goreng")


@dataclass(frozen=True)
class Compared:
    """Prices of one good at two places.

    `basis` is ``consumer`` (mean of the months recorded at both) or ``survey`` (unit values of one food
    of quality ``baik`` at both); `period` first and last month or the year; `foods` how many foods could be
    compared, `cheaper` and `dearer` of them at the supplier; `verdict` yes, no or unknown.
    """

    basis: str
    supplier: float
    buyer: float
    unit: str
    verdict: str
    period: tuple[str, ...]
    months: int = 0
    food: str = ""
    foods: int = 1
    cheaper: int = 0
    dearer: int = 0
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Series:
    """Prices by place: `at[place]` is an array over `labels` (months or foods)."""

    at: dict[str, np.ndarray]
    labels: tuple[str, ...]
    units: tuple[str, ...]
    source_ids: tuple[str, ...]
    year: str = ""


def _by_place(wide: pd.DataFrame, units: tuple[str, ...], sources, year: str = "") -> _Series:
    values = wide.to_numpy(dtype=float)
    at = {place: values[row] for row, place in enumerate(wide.index)}
    return _Series(at, tuple(map(str, wide.columns)), units, tuple(sources), year)


@data.by_version("foods", "food_prices", size=2)
def _consumer() -> dict[str, _Series]:
    foods = data.load("foods")
    sources = data.load("food_prices").groupby("commodity")["source_id"].unique()
    found = {}
    for code in trade_goods():
        parts = foods_of(code, foods)
        names = parts["price_commodity"].dropna()
        if code in NOT_SHOWN or len(names) != 1 or len(parts) != 1 or names.iloc[0] not in sources:
            continue
        commodity = names.iloc[0]
        wide = price_series.monthly(commodity).loc[price_series.newest_year(commodity)].T
        found[code] = _by_place(wide, ("kg",), sources[commodity])
    return found


@data.by_version("foods", "food_quantities", size=2)
def _survey() -> dict[str, _Series]:
    foods = data.load("foods")
    table = data.load("food_quantities")
    year = int(table["year"].max())
    table = table[(table["year"] == year) & (table["quality"] == "baik")]
    found = {}
    for code in trade_goods():
        rows = foods_of(code, foods).dropna(subset=["susenas_commodity"])
        # A collection of foods ("lainnya") differs in what it holds from place to place.
        rows = rows[rows["form"] != "kumpulan"] if len(rows) > 1 else rows
        mine = table[table["commodity"].isin(rows["susenas_commodity"])]
        if mine.empty or code in NOT_SHOWN:
            continue
        wide = mine.pivot_table(index="region_code", columns="commodity", values="unit_value_rupiah")
        weight = mine.groupby("commodity")["quantity_per_capita_per_week"].sum()
        order = list(weight.sort_values(ascending=False).index)
        unit = rows.set_index("susenas_commodity")["unit"]
        units = tuple(unit.reindex(order))
        found[code] = _by_place(wide[order], units, mine["source_id"].unique(), str(year))
    return found


def compare(good: str, supplier: str, buyer: str) -> tuple[str, tuple[Compared, ...]]:
    """Compare the price of `good` at two places.

    Returns
    -------
    tuple
        The verdict (``yes``: at least 5% cheaper at the supplier, ``no``: at least 5% dearer, ``unknown``:
        between, not comparable, or two sources that disagree) and what it rests on; the second comparison
        stands there only where it says something else.
    """
    found = [
        each
        for each in (_by_consumer(good, supplier, buyer), _by_survey(good, supplier, buyer))
        if each is not None
    ]
    if not found:
        return rules.UNKNOWN, ()
    first = found[0]
    if len(found) == 1 or found[1].verdict == first.verdict:
        return first.verdict, (first,)
    opposed = {first.verdict, found[1].verdict} == {rules.YES, rules.NO}
    return rules.UNKNOWN if opposed else first.verdict, tuple(found)


def _pair(
    series: _Series | None, supplier: str, buyer: str
) -> tuple[_Series, np.ndarray, np.ndarray, np.ndarray] | None:
    """The series, its figures at both places, and where both have one; None where a place has none."""
    if series is None or supplier not in series.at or buyer not in series.at:
        return None
    here, there = series.at[supplier], series.at[buyer]
    both = np.isfinite(here) & np.isfinite(there)
    return (series, here, there, both) if both.any() else None


def _by_consumer(good: str, supplier: str, buyer: str) -> Compared | None:
    found = _pair(_consumer().get(good), supplier, buyer)
    if found is None or found[-1].sum() < rules.COMMON_MONTHS:
        return None
    series, here, there, both = found
    means = float(here[both].mean()), float(there[both].mean())
    months = [series.labels[place] for place in np.flatnonzero(both)]
    verdict = rules.price_verdict(*means)
    return Compared(
        "consumer",
        *means,
        "kg",
        verdict,
        (months[0], months[-1]),
        len(months),
        source_ids=series.source_ids,
    )


def _by_survey(good: str, supplier: str, buyer: str) -> Compared | None:
    found = _pair(_survey().get(good), supplier, buyer)
    if found is None:
        return None
    series, here, there, both = found
    common = np.flatnonzero(both)
    verdicts = [rules.price_verdict(here[place], there[place]) for place in common]
    agreed = rules.agreed_verdict(verdicts)
    # The food shown is one the verdict beside it holds for, the first of them.
    shown = common[verdicts.index(agreed) if agreed in verdicts else 0]
    return Compared(
        "survey",
        float(here[shown]),
        float(there[shown]),
        series.units[shown],
        agreed,
        (series.year,),
        food=series.labels[shown],
        foods=len(common),
        cheaper=verdicts.count(rules.YES),
        dearer=verdicts.count(rules.NO),
        source_ids=series.source_ids,
    )


def cheaper_places(good: str, buyer: str, within: list[str]) -> list[tuple[str, Compared]]:
    """Return the places of `within`, in their order, where the good is at least 5% cheaper, and by what."""
    seen = [(place, _by_consumer(good, place, buyer)) for place in within]
    return [(place, each) for place, each in seen if each is not None and each.verdict == rules.YES]
