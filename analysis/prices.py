"""Monthly prices side by side: change, season, gap between places, months when a gap pays the way."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError


def monthly_change(prices: pd.DataFrame) -> pd.DataFrame:
    """Return the change against the month before, p_t / p_(t-1) - 1.

    Parameters
    ----------
    prices
        Month (``YYYY-MM``, ascending) x place, rupiah per unit; NaN where no price was recorded.

    Returns
    -------
    DataFrame
        Same shape; NaN in the first month, where either price is missing, and where the row before is not
        the calendar month before.
    """
    months = pd.PeriodIndex(prices.index, freq="M")
    adjacent = np.diff(months.asi8, prepend=months.asi8[:1] - 2) == 1
    change = prices / prices.shift(1) - 1
    return change.where(pd.Series(adjacent, index=prices.index), np.nan)


def seasonal_index(prices: pd.Series, least_years: int = 2) -> pd.DataFrame:
    """Return how each calendar month stands to its year: mean over the years of p / (year's mean * drift).

    The drift of month m is g^((m - 6.5) / 12), with g the mean yearly growth from the first complete year to
    the last: a price that only climbs has no season. Without it December would always be dear and January
    cheap. The twelve means are scaled to a mean of 1.

    Parameters
    ----------
    prices
        Month (``YYYY-MM``) -> rupiah per unit.
    least_years
        With fewer complete years (twelve prices) there is no season to speak of.

    Returns
    -------
    DataFrame
        Calendar month 1..12 with ``index`` (1 is the year's mean), ``low`` and ``high`` (over the years) and
        ``years``; all NaN where fewer than `least_years` complete years are known.
    """
    months = pd.PeriodIndex(prices.index.astype(str), freq="M")
    table = pd.DataFrame({"year": months.year, "month": months.month, "price": prices.to_numpy(float)})
    wide = table.pivot_table(index="year", columns="month", values="price").reindex(columns=range(1, 13))
    whole = wide.dropna()
    result = pd.DataFrame(
        index=pd.RangeIndex(1, 13, name="month"), columns=["index", "low", "high"], dtype=float
    )
    if len(whole) >= max(least_years, 2):
        mean = whole.mean(axis=1)
        growth = (mean.iloc[-1] / mean.iloc[0]) ** (1 / (whole.index[-1] - whole.index[0]))
        drift = growth ** ((np.arange(1, 13) - 6.5) / 12)
        ratio = whole.div(mean, axis=0) / drift
        ratio /= ratio.mean().mean()
        result = pd.DataFrame({"index": ratio.mean(), "low": ratio.min(), "high": ratio.max()})
        result.index.name = "month"
    return result.assign(years=len(whole))


def price_gap(prices: pd.DataFrame, place: str) -> pd.DataFrame:
    """Return how much dearer `place` is than each other place, month by month: p_place - p_other.

    Returns
    -------
    DataFrame
        Month x other place, rupiah per unit, positive where `place` is dearer; NaN where either price is
        missing.

    Raises
    ------
    AnalysisError
        If there is no price of `place`.
    """
    if place not in prices:
        raise AnalysisError(f"Tidak ada harga untuk {place}")
    return prices.drop(columns=place).rsub(prices[place], axis=0)


def months_above(gap: pd.DataFrame, cost: float) -> pd.DataFrame:
    """Return how often a gap exceeds what the way costs.

    Parameters
    ----------
    gap
        From :func:`price_gap`.
    cost
        Freight and loss, rupiah per unit.

    Returns
    -------
    DataFrame
        Other place -> ``above`` (months with gap > cost), ``months`` (months with both prices), ``median``
        (of the gap, NaN without any).
    """
    return pd.DataFrame({
        "above": (gap > cost).sum(),
        "months": gap.notna().sum(),
        "median": gap.median(),
    })  # fmt: skip


def landed_price(price: pd.Series, freight: float | pd.Series, loss: float) -> pd.Series:
    """Return the price at the buyer, (p + freight) / (1 - loss).

    Parameters
    ----------
    price
        Rupiah per unit at the supplier.
    freight
        Road and ship together, rupiah per unit; one for all or one each (NaN: not known).
    loss
        Share of the weight lost on the way, 0 <= loss < 1: what arrives has to pay for what was loaded.

    Raises
    ------
    AnalysisError
        If the loss is outside its range or the freight negative.
    """
    if not 0 <= loss < 1 or (pd.Series(freight) < 0).any():
        raise AnalysisError("Susut harus 0 sampai di bawah 100 persen dan ongkos tidak negatif")
    return (price + freight) / (1 - loss)
