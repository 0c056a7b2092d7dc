"""Measures of what a region is specialised in, against a reference economy.

Notation: x_ik is the output of region i in sector k, s_ik = x_ik / sum_k x_ik its share, n_k the share of k
in the reference economy. One missing sector makes the region's total unknown, hence its whole row NaN.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.checks import output_values, reference_values


def shares(output: pd.DataFrame) -> pd.DataFrame:
    """Return each sector's share of its region, s_ik = x_ik / sum_k x_ik.

    Parameters
    ----------
    output
        Region x sector, amounts >= 0 in any one unit.

    Returns
    -------
    DataFrame
        Region x sector, 0..1, rows sum to 1. NaN where the region has a missing sector or a total of zero.

    Raises
    ------
    AnalysisError
        If a label repeats or an amount is negative, infinite or text.
    """
    values = output_values(output)
    return pd.DataFrame(row_shares(values), index=output.index, columns=output.columns, copy=False)


def location_quotient(output: pd.DataFrame, reference: pd.Series | pd.DataFrame) -> pd.DataFrame:
    """Return the location quotient, LQ_ik = s_ik / n_k.

    Parameters
    ----------
    output
        Region x sector, amounts >= 0 in any one unit.
    reference
        Series over the same sectors (one economy for all), or DataFrame region x sector (each region its
        own). Any unit: only its shares count.

    Returns
    -------
    DataFrame
        Region x sector, >= 0 and without unit; 1 is the reference, above it the sector is concentrated here.
        sum_k n_k LQ_ik = 1. NaN where the region is missing or the reference has nothing of the sector.
        float32 in, float32 out.

    Raises
    ------
    AnalysisError
        If sectors differ, a label repeats, or an amount is negative, infinite or text.

    References
    ----------
    Balassa, B. (1965). Trade liberalisation and "revealed" comparative advantage. The Manchester School 33.
    """
    quotients = row_shares(output_values(output))
    n = row_shares(reference_values(reference, output)).astype(quotients.dtype, copy=False)
    with np.errstate(divide="ignore", invalid="ignore"):
        quotients /= np.where(n > 0, n, np.nan)
    return pd.DataFrame(quotients, index=output.index, columns=output.columns, copy=False)


def symmetric_location_quotient(output: pd.DataFrame, reference: pd.Series | pd.DataFrame) -> pd.DataFrame:
    """Return the symmetric location quotient, (LQ - 1) / (LQ + 1).

    Parameters
    ----------
    output, reference
        As for :func:`location_quotient`.

    Returns
    -------
    DataFrame
        Region x sector, -1 (absent) .. below 1, without unit; 0 is the reference. NaN as in the LQ.

    Raises
    ------
    AnalysisError
        As :func:`location_quotient`.

    References
    ----------
    Laursen, K. (2015). Revealed comparative advantage and the alternatives as measures of international
    specialization. Eurasian Business Review 5.
    """
    quotient = location_quotient(output, reference)
    return (quotient - 1) / (quotient + 1)


def krugman_index(output: pd.DataFrame, reference: pd.Series | pd.DataFrame) -> pd.Series:
    """Return the Krugman specialisation index, sum_k abs(s_ik - n_k).

    Parameters
    ----------
    output, reference
        As for :func:`location_quotient`.

    Returns
    -------
    Series
        One number a region, 0 (structure of the reference) .. 2 (nothing in common), without unit. NaN
        where the region or the reference is missing.

    Raises
    ------
    AnalysisError
        As :func:`location_quotient`.

    References
    ----------
    Krugman, P. (1991). Geography and Trade. MIT Press.
    """
    distance = np.abs(structure_gap(output, reference)).sum(axis=1)
    return pd.Series(distance, index=output.index, name="krugman_index")


def hachman_index(output: pd.DataFrame, reference: pd.Series | pd.DataFrame) -> pd.Series:
    """Return the Hachman index, 1 / sum_k (s_ik^2 / n_k).

    Parameters
    ----------
    output, reference
        As for :func:`location_quotient`.

    Returns
    -------
    Series
        One number a region, above 0 .. 1 (exactly the structure of the reference), without unit; 0 where
        the region has a sector that the reference has none of. NaN where the region or the reference is
        missing.

    Raises
    ------
    AnalysisError
        As :func:`location_quotient`.

    References
    ----------
    Hachman index of economic diversity, Bureau of Economic and Business Research, University of Utah (1995).
    """
    s = row_shares(output_values(output))
    n = row_shares(reference_values(reference, output))
    with np.errstate(divide="ignore", invalid="ignore"):
        # 0 / 0 is a sector that neither has: it adds nothing. x / 0 is infinite, and the index 0.
        terms = np.where((s == 0) & (n == 0), 0.0, s * s / n)
        index = 1 / terms.sum(axis=1)
    return pd.Series(index, index=output.index, name="hachman_index")


def herfindahl_index(output: pd.DataFrame) -> pd.Series:
    """Return the Herfindahl-Hirschman index, sum_k s_ik^2, not normalised.

    Parameters
    ----------
    output
        Region x sector, amounts >= 0 in any one unit.

    Returns
    -------
    Series
        One number a region, 1 / number of sectors (even) .. 1 (a single sector), without unit. NaN where
        the region is missing.

    Raises
    ------
    AnalysisError
        If a label repeats or an amount is negative, infinite or text.

    References
    ----------
    Hirschman, A. O. (1964). The paternity of an index. American Economic Review 54.
    """
    s = row_shares(output_values(output))
    return pd.Series((s * s).sum(axis=1), index=output.index, name="herfindahl_index")


def structure_gap(output: pd.DataFrame, reference: pd.Series | pd.DataFrame) -> np.ndarray:
    """Return s_ik - n_k as an array: above 0 a surplus, below 0 a deficit; rows sum to 0."""
    return row_shares(output_values(output)) - row_shares(reference_values(reference, output))


def row_shares(values: np.ndarray) -> np.ndarray:
    """Divide each row by its sum; a row with a NaN or a sum of zero becomes NaN. Keeps float32."""
    # Sums of thousands of float32 are taken in float64: the one place where the narrow type would lose.
    totals = values.sum(axis=1, keepdims=True, dtype="float64")
    totals[totals == 0] = np.nan
    return values / totals.astype(values.dtype, copy=False)
