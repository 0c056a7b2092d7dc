"""Agreements on a good of a city that have an end: proposals of the store and those the news tells of."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd

import data
from analysis import goods as matcher
from data.proposals import Proposal
from data.proposals.terms import day
from findings.cooperation import deliveries
from findings.goods import trade_goods, vocabulary

PROPOSAL, NEWS = "proposal", "news"
COLUMNS = ["kind", "key", "partners", "start", "end", "days_left", "standing", "balance", "unit", "source_id"]

_NONE = pd.DataFrame(columns=COLUMNS)


def good_of(proposal: Proposal) -> str:
    """Return the good of the closed list a proposal is about: its deal's, else what its terms name."""
    if len(proposal.origin) == len(("supplier", "buyer", "good")) and proposal.origin[2] in trade_goods():
        return proposal.origin[2]
    return _single(proposal.terms.good)


def _single(text: str) -> str:
    named = {each.good for each in matcher.read(text, vocabulary()).goods} & set(trade_goods())
    return next(iter(named)) if len(named) == 1 else ""


def of_city(city: str, good: str, proposals: list[Proposal], today: date) -> pd.DataFrame:
    """Return the agreements of a city on a good that have an end, the next to end first.

    Returns
    -------
    DataFrame
        ``kind`` (proposal or news), ``key`` of the proposal, ``partners`` (codes of the other parties, ``;``
        between), ``start``, ``end`` (ISO day, maybe only a month), ``days_left`` (negative: over),
        ``standing`` (of a proposal, :func:`analysis.deliveries.standing`; empty for news), ``balance``
        (delivered less promised so far, NaN unknown) in ``unit``, ``source_id`` (of news).
    """
    mine = [each for each in proposals if not each.ended and city in each.parties and good_of(each) == good]
    rows: list[tuple] = [] if not mine else _proposed(city, mine, today)
    for row in _reported():
        if city in (*row.buyers, *row.suppliers) and good in row.goods:
            others = [code for code in (*row.suppliers, *row.buyers) if code != city]
            left = (date.fromisoformat(row.end) - today).days
            rows.append(
                (NEWS, "", ";".join(others), row.start, row.end, left, "", float("nan"), "", row.source_id)
            )
    if not rows:
        return _NONE.copy(deep=False)
    found = pd.DataFrame(rows, columns=COLUMNS)
    # What is over stands last: it warns, but nothing of it can be renewed in time.
    return found.sort_values(
        "days_left", key=lambda days: days.where(days >= 0, 1e6 - days), ignore_index=True
    )


def _proposed(city: str, mine: list[Proposal], today: date) -> list[tuple]:
    """Return the rows of the city's proposals that have an end."""
    told = deliveries.summary(mine, today).set_index("key")
    rows: list[tuple] = []
    for each in mine:
        end = day(each.terms.end)
        if end is None:
            continue
        known = each.key in told.index
        stands, left = told.loc[each.key, ["standing", "balance"]] if known else ("", float("nan"))
        partners = ";".join(code for code in each.parties if code != city)
        until = (end - today).days
        rows.append((
            PROPOSAL, each.key, partners, each.terms.start, each.terms.end, until, stands, left,
            each.terms.unit, "",
        ))  # fmt: skip
    return rows


class Reported(NamedTuple):
    """A signed agreement of the news whose last day is told."""

    buyers: tuple[str, ...]
    suppliers: tuple[str, ...]
    goods: frozenset[str]
    start: str
    end: str
    source_id: str


@data.by_version("food_agreements", "foods")
def _reported() -> tuple[Reported, ...]:
    table = data.load("food_agreements")
    table = table[table["end"].fillna("").str.fullmatch(r"\d{4}-\d{2}-\d{2}")]
    return tuple(
        Reported(
            tuple(str(row.buyer_codes).split(";")),
            tuple(str(row.supplier_codes).split(";")),
            frozenset(each.good for each in matcher.read(row.commodity, vocabulary()).goods),
            "" if pd.isna(row.start) else row.start,
            row.end,
            row.source_id,
        )
        for row in table.itertuples()
    )
