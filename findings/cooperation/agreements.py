"""Agreements on a good of a city that have an end: proposals of the store and those the news tells of."""

from __future__ import annotations

from datetime import date

import pandas as pd

import data
from analysis import goods as matcher
from data.proposals import Proposal
from data.proposals.terms import day
from findings.cooperation import deliveries
from findings.goods import trade_goods, vocabulary

PROPOSAL, NEWS = "proposal", "news"
COLUMNS = ["kind", "key", "partners", "start", "end", "days_left", "standing", "balance", "unit", "source_id"]


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
    for row in _reported().itertuples():
        if city in (*row.buyers, *row.suppliers) and good in row.goods:
            others = [code for code in (*row.suppliers, *row.buyers) if code != city]
            left = (date.fromisoformat(row.end) - today).days
            rows.append(
                (NEWS, "", ";".join(others), row.start, row.end, left, "", float("nan"), "", row.source_id)
            )
    found = pd.DataFrame(rows, columns=COLUMNS)
    # What is over stands last: it warns, but nothing of it can be renewed in time.
    return found.sort_values(
        "days_left", key=lambda days: days.where(days >= 0, 1e6 - days), ignore_index=True
    )


@data.by_version("food_agreements", "foods")
def _reported() -> pd.DataFrame:
    """Signed agreements of the news whose last day is told."""
    table = data.load("food_agreements")
    table = table[table["end"].fillna("").str.fullmatch(r"\d{4}-\d{2}-\d{2}")]
    return pd.DataFrame({
        "buyers": [tuple(str(codes).split(";")) for codes in table["buyer_codes"]],
        "suppliers": [tuple(str(codes).split(";")) for codes in table["supplier_codes"]],
        "goods": [
            frozenset(each.good for each in matcher.read(text, vocabulary()).goods)
            for text in table["commodity"]
        ],
        "start": table["start"].fillna("").to_list(),
        "end": table["end"].to_list(),
        "source_id": table["source_id"].to_list(),
    })  # fmt: skip
