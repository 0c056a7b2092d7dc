"""What an agreement promises and what was delivered: price rules, promised volume, balance by month."""

from __future__ import annotations

from datetime import date, timedelta
from math import isnan

import pandas as pd

from analysis.checks import AnalysisError, columns_present, one_of

FIXED, SHARED, BOUNDED = "tetap", "bagi", "batas"
RULES = (FIXED, SHARED, BOUNDED)
DAYS = {"hari": 1.0, "minggu": 7.0, "bulan": 365.25 / 12, "tahun": 365.25}
"""Length of a period in days; a month is a twelfth of the mean year."""


def agreed_price(
    rule: str,
    market: float,
    *,
    price: float = float("nan"),
    share: float = 0.0,
    floor: float = float("nan"),
    cap: float = float("nan"),
) -> float:
    """Return the price paid under a price rule when the market stands at `market`.

    ``tetap``: `price`. ``bagi``: price + share * max(0, market - price), the supplier's share of a rise.
    ``batas``: the market's price, never below `floor` and never above `cap`.

    Parameters
    ----------
    rule
        One of :data:`RULES`.
    market, price, floor, cap
        Rupiah per unit. A missing floor or cap does not bind.
    share
        0..1, the part of a rise above `price` that goes to the supplier.

    Returns
    -------
    float
        Rupiah per unit; NaN where the rule lacks its price, or ``bagi`` and ``batas`` the market's.

    Raises
    ------
    AnalysisError
        If there is no such rule.
    """
    one_of(rule, RULES, "Aturan harga")
    if rule == FIXED:
        return float(price)
    if isnan(market):  # NaN: without the market's price neither rule can be followed
        return float("nan")
    if rule == SHARED:
        return float(price + share * max(0.0, market - price))
    lower = market if isnan(floor) else max(market, floor)
    return float(lower if isnan(cap) else min(lower, cap))


def promised(volume: float, period: str, start: date, end: date, on: date) -> float:
    """Return what is promised from `start` until `on`: volume * days / length of the period.

    Parameters
    ----------
    volume
        Amount a period, in its own unit.
    period
        Key of :data:`DAYS`.
    start, end
        First and last day of the agreement, both counted.
    on
        Day up to which it is counted, itself included; days after `end` promise nothing more.

    Returns
    -------
    float
        In the unit of `volume`; 0 before `start`; NaN when `volume` is NaN.

    Raises
    ------
    AnalysisError
        If the period is unknown or the end lies before the start.
    """
    one_of(period, tuple(DAYS), "Satuan waktu")
    if end < start:
        raise AnalysisError(f"Akhir perjanjian ({end}) mendahului mulainya ({start})")
    days = (min(on, end) - start).days + 1
    return volume * max(0, days) / DAYS[period]


def monthly_balance(
    deliveries: pd.DataFrame, volume: float, period: str, *, start: date, end: date, on: date
) -> pd.DataFrame:
    """Return promised beside delivered for each calendar month from `start` to `on`.

    Parameters
    ----------
    deliveries
        ``on`` (dates) and ``amount`` (in the unit of `volume`).
    volume, period, start, end, on
        As for :func:`promised`.

    Returns
    -------
    DataFrame
        One row a month (``month``: its first day), ``promised``, ``delivered``, and the running
        ``promised_total``, ``delivered_total`` and ``balance`` (delivered less promised: negative is behind).
        A delivery before `start` or after `end` counts in its own month. Empty before the agreement
        starts, when nothing was delivered either.

    Raises
    ------
    AnalysisError
        As :func:`promised`, and if a column lacks.
    """
    columns_present(deliveries, ["on", "amount"], "deliveries")
    days = pd.to_datetime(deliveries["on"])
    first = min([start, *(day.date() for day in days)])
    last = max([min(on, end), *(day.date() for day in days)])
    if last < first:
        return pd.DataFrame(
            columns=["month", "promised", "delivered", "promised_total", "delivered_total", "balance"]
        )
    months = pd.period_range(first, last, freq="M")
    until = [promised(volume, period, start, end, min(month.end_time.date(), on)) for month in months]
    table = pd.DataFrame({"month": months.start_time, "promised_total": until})
    table["promised"] = table["promised_total"].diff().fillna(table["promised_total"])
    amount = deliveries["amount"].groupby(days.dt.to_period("M")).sum() if len(deliveries) else pd.Series()
    table["delivered"] = [float(amount.get(month, 0.0)) for month in months]
    table["delivered_total"] = table["delivered"].cumsum()
    table["balance"] = table["delivered_total"] - table["promised_total"]
    return table[["month", "promised", "delivered", "promised_total", "delivered_total", "balance"]]


def standing(start: date | None, end: date | None, delivered: bool, on: date, warn_days: int = 90) -> str:
    """Return how an agreement stands on a day.

    Returns
    -------
    str
        ``undated`` (no start or no end), ``ahead`` (not begun), ``never_started`` (begun, nothing booked),
        ``ending`` (ends within `warn_days`), ``ended``, else ``running``. An ended one of which nothing
        was booked is ``never_started`` too.
    """
    if start is None or end is None:
        return "undated"
    if on < start:
        return "ahead"
    if not delivered:
        return "never_started"
    if on > end:
        return "ended"
    return "ending" if end - on <= timedelta(days=warn_days) else "running"
