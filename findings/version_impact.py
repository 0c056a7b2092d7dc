"""What a new version changes in the answers: location quotients, places in rankings, top partners.

Old beside new, only what moves. Codes and numbers only; the page chooses the words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

import data
from analysis.checks import AnalysisError
from analysis.specialization import location_quotient
from data.schema import INDICATORS
from data.versioning.versions import pinned, trial
from findings import partners

TOP_PARTNERS = 5
# Below this a location quotient reads the same on the screen.
LEAST_LQ_MOVE = 0.005
OUTPUT = "grdp"
LQ_COLUMNS = ["region_code", "sector", "old", "new", "crosses_one"]
RANK_COLUMNS = ["measure", "year", "region_code", "old", "new"]
PARTNER_COLUMNS = ["region_code", "old", "new", "entered", "left"]


@dataclass(frozen=True, slots=True)
class Impact:
    """What moves between an old and a new state of the data set.

    Attributes
    ----------
    lq
        region_code, sector, old, new (location quotient against Indonesia, sum of 514, NaN: not known),
        crosses_one (whether the city gains or loses a specialisation). Largest move first.
    ranks
        measure (an indicator fit for ranking, or ``"grdp"``: output of the quarter), year or period,
        region_code, old, new (place among the member cities, 1 is best; NA: not ranked).
    partners
        region_code, old, new (the five best partners in order, tuples of codes), entered, left.
    trouble
        Why part of it could not be worked out with the new content; one sentence each.
    """

    lq: pd.DataFrame
    ranks: pd.DataFrame
    partners: pd.DataFrame
    trouble: tuple[str, ...] = field(default=())

    @property
    def empty(self) -> bool:
        """Whether no answer moves and everything could be worked out."""
        return self.lq.empty and self.ranks.empty and self.partners.empty and not self.trouble


def of_content(table: str, frame: pd.DataFrame) -> Impact:
    """Return what publishing `frame` as the content of `table` would change. Publishes nothing."""
    old, _none = _answers()
    with trial(**{table: frame}):
        return _compare(old, *_answers())


def between(old_edition: int, new_edition: int) -> Impact:
    """Return what changed in the answers from one edition of the data set to another.

    Raises
    ------
    data.versioning.versions.UnknownEdition
        If there is no such edition.
    """
    with pinned(old_edition):
        old, _none = _answers()
    with pinned(new_edition):
        return _compare(old, *_answers())


@data.by_version("regions", "sectors", "grdp_sectors", size=8)
def quotients() -> pd.DataFrame:
    """Return the location quotients of the member cities: region_code x sector."""
    return location_quotient(
        data.sectors_matrix(regions=list(data.cities().index)), data.reference("indonesia")
    )


@data.by_version("regions", "sectors", "grdp_sectors", "indicators", size=8)
def places() -> pd.DataFrame:
    """Return the place of each member city in each ranking: (measure, year) x region_code, NaN: not ranked.

    Indicators count in the last year that is complete for all cities and comparable; equal values share
    the better place.
    """
    cities = data.cities().index
    rows = data.load("indicators")
    found = {}
    for code, indicator in INDICATORS.items():
        if not indicator.rankable_years or indicator.better == "neutral":
            continue
        year = max(indicator.rankable_years)
        of_year = rows[(rows["indicator"] == code) & (rows["year"] == year)]
        values = of_year.drop_duplicates("region_code").set_index("region_code")["value"].reindex(cities)
        found[code, str(year)] = values.rank(method="min", ascending=indicator.better == "lower")
    output = data.sectors_matrix(regions=list(cities)).sum(axis=1, min_count=1)
    found[OUTPUT, data.latest_quarter()] = output.rank(method="min", ascending=False)
    return pd.DataFrame(found).T


@data.by_version(*partners.TABLES, size=8)
def top_partners() -> pd.Series:
    """Return the five best partners of each member city in order, as ``partners.ranking`` starts."""
    scores = partners.score_matrix(components=partners.COMPONENTS, role="both")
    best = {}
    for city, row in scores.iterrows():
        asked = partners.candidates(city, partners.default_choices(city))
        found = row.reindex(asked).dropna().rename_axis("partner").reset_index(name="score")
        found = found.sort_values(["score", "partner"], ascending=[False, True])
        best[city] = tuple(found["partner"].head(TOP_PARTNERS))
    return pd.Series(best, dtype=object)


_PARTS: dict[str, Callable] = {"lq": quotients, "ranks": places, "partners": top_partners}


def _answers() -> tuple[dict[str, pd.DataFrame | pd.Series | None], tuple[str, ...]]:
    answers, trouble = {}, []
    for name, work_out in _PARTS.items():
        try:
            answers[name] = work_out()
        except (data.DataError, AnalysisError, ValueError, KeyError, IndexError) as error:
            answers[name] = None
            trouble.append(str(error))
    return answers, tuple(dict.fromkeys(trouble))


def _compare(old: dict, new: dict, trouble: tuple[str, ...]) -> Impact:
    return Impact(
        _moved_quotients(old["lq"], new["lq"]),
        _moved_places(old["ranks"], new["ranks"]),
        _moved_partners(old["partners"], new["partners"]),
        trouble,
    )


def _side_by_side(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    # Pivoted by hand: stacking drops the missing, and a figure that goes missing is a move.
    index, columns = old.index.union(new.index), old.columns.union(new.columns)
    pairs = pd.MultiIndex.from_product([index, columns])
    flat = {
        name: frame.reindex(index=index, columns=columns).to_numpy(dtype=float).ravel()
        for name, frame in (("old", old), ("new", new))
    }
    return pd.DataFrame(flat, index=pairs)


def _moved_quotients(old: pd.DataFrame | None, new: pd.DataFrame | None) -> pd.DataFrame:
    if old is None or new is None:
        return pd.DataFrame(columns=LQ_COLUMNS)
    pairs = _side_by_side(old, new)
    size = (pairs["new"] - pairs["old"]).abs()
    moved = pairs[(size >= LEAST_LQ_MOVE) | (pairs["old"].isna() != pairs["new"].isna())]
    moved = moved.assign(crosses_one=(moved["old"] > 1) != (moved["new"] > 1))
    order = size.reindex(moved.index).fillna(np.inf).sort_values(ascending=False, kind="stable").index
    return moved.loc[order].rename_axis(["region_code", "sector"]).reset_index()[LQ_COLUMNS]


def _moved_places(old: pd.DataFrame | None, new: pd.DataFrame | None) -> pd.DataFrame:
    if old is None or new is None:
        return pd.DataFrame(columns=RANK_COLUMNS)
    pairs = _side_by_side(old, new)
    moved = pairs[(pairs["old"] != pairs["new"]) & ~(pairs["old"].isna() & pairs["new"].isna())]
    rows = [(measure, year, city) for (measure, year), city in moved.index]
    named = pd.DataFrame(rows, columns=RANK_COLUMNS[:3])
    numbers = moved[["old", "new"]].astype("Int64").reset_index(drop=True)
    return pd.concat([named, numbers], axis=1)


def _moved_partners(old: pd.Series | None, new: pd.Series | None) -> pd.DataFrame:
    if old is None or new is None:
        return pd.DataFrame(columns=PARTNER_COLUMNS)
    rows = []
    for city in old.index.union(new.index):
        before, after = old.get(city, ()), new.get(city, ())
        if before != after:
            entered = tuple(code for code in after if code not in before)
            left = tuple(code for code in before if code not in after)
            rows.append((city, before, after, entered, left))
    return pd.DataFrame(rows, columns=PARTNER_COLUMNS)
