"""Where one region's surplus meets another's deficit.

Dissimilar is not complementary: what counts is that the sector one region has more of than the reference
economy is the sector another has less of. No trade flow is observed; surplus and deficit of regional output
stand in for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, named, one_of, output_values, tradable_mask
from analysis.specialization import structure_gap

UNITS = ("rupiah", "share")
NO_GAP = 1e-12
Tradable: TypeAlias = Iterable[str] | pd.Series | pd.Index | None


def surplus(output: pd.DataFrame, reference: pd.Series | pd.DataFrame, unit: str = "rupiah") -> pd.DataFrame:
    """Return what a region has beyond the reference structure, max(s_ik - n_k, 0).

    Parameters
    ----------
    output
        Region x sector, amounts >= 0 in any one unit of money.
    reference
        Series over the same sectors, or DataFrame region x sector (each region its own).
    unit
        ``"rupiah"``: times the region's total, in the unit of `output`; ``"share"``: of the region's total,
        0..1.

    Returns
    -------
    DataFrame
        Region x sector, >= 0. In shares each region's surplus sums to its deficit and to half its Krugman
        index. NaN where the region or the reference is missing.

    Raises
    ------
    AnalysisError
        If sectors differ, a label repeats, an amount is negative or the unit unknown.

    References
    ----------
    Isserman, A. M. (1977). The location quotient approach to estimating regional economic impacts. Journal
    of the American Institute of Planners 43: the export-base reading of the location quotient.
    """
    return _gap_frame(output, reference, unit, sign=1.0)


def deficit(output: pd.DataFrame, reference: pd.Series | pd.DataFrame, unit: str = "rupiah") -> pd.DataFrame:
    """Return what a region lacks to have the reference structure, max(n_k - s_ik, 0).

    Parameters
    ----------
    output, reference, unit
        As for :func:`surplus`.

    Returns
    -------
    DataFrame
        Region x sector, >= 0, in the unit of `output` or as share. NaN as in :func:`surplus`.

    Raises
    ------
    AnalysisError
        As :func:`surplus`.

    References
    ----------
    Isserman, A. M. (1977). The location quotient approach to estimating regional economic impacts. Journal
    of the American Institute of Planners 43.
    """
    return _gap_frame(output, reference, unit, sign=-1.0)


def complementarity(
    output: pd.DataFrame, reference: pd.Series | pd.DataFrame, tradable: Tradable = None
) -> pd.DataFrame:
    """Return how far the composition of one region's surplus fits another's deficit.

    C_ij = sum over tradable k of min(surplus_ik / surplus_i, deficit_jk / deficit_j), where surplus_i and
    deficit_j are the sums over the tradable sectors.

    Parameters
    ----------
    output, reference
        As for :func:`surplus`.
    tradable
        Sectors traded between regions: names, or a Series of booleans indexed by sector; None: all.

    Returns
    -------
    DataFrame
        Suppliers (rows) x buyers (columns), 0 (nothing fits) .. 1 (surplus and deficit are composed
        alike), without unit, directed; 0 on the diagonal. A region without any tradable surplus supplies
        nothing: 0. NaN where either region is missing.

    Raises
    ------
    AnalysisError
        As :func:`surplus`; also if a tradable sector is unknown or none is given.

    References
    ----------
    Michaely, M. (1996). Trade preferential agreements in Latin America. World Bank Policy Research Working
    Paper 1583, with surplus and deficit of output in place of exports and imports.
    """
    offers, wants, _ = _sides(output, reference, tradable)
    fit = matched(composition(offers), composition(wants))
    return pd.DataFrame(fit, index=output.index, columns=output.index)


def potential(
    output: pd.DataFrame, reference: pd.Series | pd.DataFrame, tradable: Tradable = None
) -> pd.DataFrame:
    """Return the amount of one region's surplus that another's deficit could take.

    P_ij = sum over tradable k of min(surplus_ik X_i, deficit_jk X_j), X the region's total.

    Parameters
    ----------
    output, reference, tradable
        As for :func:`complementarity`.

    Returns
    -------
    DataFrame
        Suppliers (rows) x buyers (columns), >= 0 in the unit of `output` for its period (a quarter stays a
        quarter); 0 on the diagonal. An upper bound of the structure, not a forecast of trade. NaN where
        either region is missing.

    Raises
    ------
    AnalysisError
        As :func:`complementarity`.

    References
    ----------
    Isserman (1977); Michaely (1996), see :func:`surplus` and :func:`complementarity`.
    """
    offers, wants, totals = _sides(output, reference, tradable)
    amount = matched(offers * totals, wants * totals)
    return pd.DataFrame(amount, index=output.index, columns=output.index)


def drivers(
    output: pd.DataFrame,
    reference: pd.Series | pd.DataFrame,
    tradable: Tradable,
    supplier: str,
    buyer: str,
) -> pd.DataFrame:
    """Return the sectors behind one pair's complementarity and potential.

    Parameters
    ----------
    output, reference, tradable
        As for :func:`complementarity`.
    supplier, buyer
        Labels of two regions of `output`.

    Returns
    -------
    DataFrame
        Indexed by tradable sector, the largest contribution first: `contribution` to the index (sums to
        C_ij), `potential` (sums to P_ij, unit of `output`), `surplus` of the supplier and `deficit` of the
        buyer (unit of `output`), `surplus_share` and `deficit_share` (of all their tradable surplus and
        deficit, 0..1). NaN where either region is missing.

    Raises
    ------
    AnalysisError
        As :func:`complementarity`; also if a region is not in `output`.

    References
    ----------
    Michaely (1996), see :func:`complementarity`.
    """
    unknown = [label for label in (supplier, buyer) if label not in output.index]
    if unknown:
        raise AnalysisError(f"Wilayah tidak dikenal: {named(unknown)}. Yang ada: {named(output.index)}")
    offers, wants, totals = _sides(output, reference, tradable)
    i, j = output.index.get_loc(supplier), output.index.get_loc(buyer)
    offered, wanted = composition(offers)[i], composition(wants)[j]
    has, lacks = offers[i] * totals[i], wants[j] * totals[j]
    table = pd.DataFrame(
        {
            "contribution": np.minimum(offered, wanted),
            "potential": np.minimum(has, lacks),
            "surplus": has,
            "deficit": lacks,
            "surplus_share": offered,
            "deficit_share": wanted,
        },
        index=output.columns[tradable_mask(tradable, output.columns)].rename("sector"),
    )
    return table.sort_values(["contribution", "potential"], ascending=False, kind="stable")


def composition(parts: np.ndarray) -> np.ndarray:
    """Divide each row by its sum; a row that sums to 0 has no composition and stays 0, NaN stays NaN."""
    totals = parts.sum(axis=1, keepdims=True)
    return parts / np.where(totals == 0, 1.0, totals)


def matched(offers: np.ndarray, wants: np.ndarray) -> np.ndarray:
    """Return sum_k min(offers_ik, wants_jk), suppliers x buyers, one sector at a time to stay small."""
    total = np.zeros((len(offers), len(wants)))
    for offered, wanted in zip(offers.T, wants.T, strict=True):
        total += np.minimum.outer(offered, wanted)
    return total


def _sides(
    output: pd.DataFrame, reference: pd.Series | pd.DataFrame, tradable: Tradable
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Shares of surplus and of deficit in the tradable sectors, and the totals of the regions (n x 1)."""
    mask = tradable_mask(tradable, output.columns)
    gap = structure_gap(output, reference)[:, mask].astype("float64", copy=False)
    # A gap of this size is the error of floating point; left in, its composition would be noise up to 1.
    gap[np.abs(gap) < NO_GAP] = 0.0
    totals = output_values(output).sum(axis=1, keepdims=True, dtype="float64")
    return np.maximum(gap, 0.0), np.maximum(-gap, 0.0), totals


def _gap_frame(
    output: pd.DataFrame, reference: pd.Series | pd.DataFrame, unit: str, sign: float
) -> pd.DataFrame:
    one_of(unit, UNITS, "Satuan")
    gap = np.maximum(sign * structure_gap(output, reference), 0.0)
    if unit == "rupiah":
        gap = gap * output_values(output).sum(axis=1, keepdims=True)
    return pd.DataFrame(gap, index=output.index, columns=output.columns)
