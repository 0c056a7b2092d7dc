"""What proposals promised and delivered so far, and which of them need a look."""

from __future__ import annotations

from datetime import date

import pandas as pd

from analysis import deliveries as measures
from data.proposals import Proposal
from data.proposals.terms import day, in_unit

WARN_DAYS = 90
ATTENTION = ("never_started", "ending", "ended")
COLUMNS = [
    "key", "title", "good", "unit", "promised", "delivered", "balance", "deliveries", "last", "start", "end",
    "days_left", "standing",
]  # fmt: skip


def amounts(proposal: Proposal) -> pd.DataFrame:
    """Return the deliveries of a proposal in the unit of its terms: ``on``, ``amount``; empty without any."""
    rows = [
        (each.on, in_unit(each.amount, each.unit, proposal.terms.unit) or 0.0) for each in proposal.deliveries
    ]
    return pd.DataFrame(rows, columns=["on", "amount"])


def summary(proposals: list[Proposal], today: date) -> pd.DataFrame:
    """Return one row for each proposal that promises a volume.

    Returns
    -------
    DataFrame
        ``key``, ``title``, ``good``, ``unit``; ``promised`` and ``delivered`` until `today` and ``balance``
        (delivered less promised) in that unit, NaN where the terms do not say from when to when;
        ``deliveries`` (count), ``last`` (ISO day, empty without any), ``start``, ``end``, ``days_left`` (NA
        without an end), ``standing`` (see :func:`analysis.deliveries.standing`).
    """
    rows = []
    for each in proposals:
        terms = each.terms
        if terms.volume is None or not terms.unit:
            continue
        start, end = day(terms.start), day(terms.end)
        total = float(amounts(each)["amount"].sum())
        known = bool(start and end and terms.period)
        promise = (
            measures.promised(terms.volume, terms.period, start, end, today)
            if start and end and terms.period
            else float("nan")
        )
        rows.append((
            each.key, each.title, terms.good, terms.unit, promise, total,
            total - promise if known else float("nan"), len(each.deliveries),
            max((one.on for one in each.deliveries), default=""), terms.start, terms.end,
            (end - today).days if end else pd.NA,
            measures.standing(start, end, bool(each.deliveries), today, WARN_DAYS),
        ))  # fmt: skip
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.astype({"days_left": "Int64"})


def months(proposal: Proposal, today: date) -> pd.DataFrame:
    """Return promised beside delivered by month (:func:`analysis.deliveries.monthly_balance`).

    Empty where the terms do not say volume, period, start and end.
    """
    terms = proposal.terms
    start, end = day(terms.start), day(terms.end)
    if terms.volume is None or not terms.period or start is None or end is None:
        return pd.DataFrame(columns=["month", "promised", "delivered", "balance"])
    return measures.monthly_balance(
        amounts(proposal), terms.volume, terms.period, start=start, end=end, on=today
    )
