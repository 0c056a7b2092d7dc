"""Which sectors tend to be found together, and how close a region is to the ones it lacks.

Both are meant to be learned on many regions (all 514 kabupaten and kota), not on the few that are shown.
Large tables are worked in blocks of rows, so that no second table of the full size is ever held.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, output_values, reference_values, same_labels
from analysis.specialization import row_shares

BLOCK = 1024


def proximity(
    output: pd.DataFrame, reference: pd.Series | pd.DataFrame, threshold: float = 1.0
) -> pd.DataFrame:
    """Return how often two sectors are specialities of the same region.

    phi_kl = (regions where LQ_k >= 1 and LQ_l >= 1) / (regions where LQ >= 1 in the more frequent of the
    two): the smaller of the two conditional probabilities.

    Parameters
    ----------
    output
        Region x sector, amounts >= 0 in any one unit; many regions.
    reference
        As for :func:`analysis.specialization.location_quotient`.
    threshold
        The LQ from which a sector counts as a speciality.

    Returns
    -------
    DataFrame
        Sector x sector, symmetric, 0 (never together) .. 1 (always; the diagonal), without unit. NaN for a
        sector that is nobody's speciality, the diagonal included. A region with missing sectors teaches
        nothing. float32 in, float32 out: the counts are exact in both.

    Raises
    ------
    AnalysisError
        If sectors differ, a label repeats, or an amount is negative, infinite or text.

    References
    ----------
    Hidalgo, C. A., Klinger, B., Barabasi, A.-L. and Hausmann, R. (2007). The product space conditions the
    development of nations. Science 317.
    """
    values, n = output_values(output), reference_values(reference, output)
    together = np.zeros((output.shape[1], output.shape[1]), dtype="float32")
    for rows in _blocks(len(values)):
        special = _specialities(values[rows], _rows(n, rows), threshold, "float32")
        # A matrix times its own transpose: BLAS does half of the work.
        together += special.T @ special
    phi = together if values.dtype == "float32" else together.astype("float64")
    ubiquity = phi.diagonal().copy()
    ubiquity[ubiquity == 0] = np.nan
    for row, ubiquity_k in zip(phi, ubiquity, strict=True):
        np.divide(row, np.maximum(ubiquity, ubiquity_k), out=row)
    return pd.DataFrame(phi, index=output.columns, columns=output.columns, copy=False)


def density(
    output: pd.DataFrame,
    reference: pd.Series | pd.DataFrame,
    proximity: pd.DataFrame,
    threshold: float = 1.0,
) -> pd.DataFrame:
    """Return how much of what is related to a sector is a speciality of the region.

    density_ik = sum_l M_il phi_kl / sum_l phi_kl, over l other than k, where M_il is 1 if the region's LQ in
    l is at least `threshold`. The sector itself is left out (diagonal 0), so that having it does not count as
    being close to it.

    Parameters
    ----------
    output
        Region x sector, amounts >= 0 in any one unit.
    reference
        As for :func:`analysis.specialization.location_quotient`.
    proximity
        Sector x sector from :func:`proximity`, learned on all regions.
    threshold
        The LQ from which a sector counts as a speciality.

    Returns
    -------
    DataFrame
        Region x sector, 0..1, without unit. NaN where the region is missing, or where the sector has no
        known or no related sector. A sector without a known proximity counts for no other. Type as
        `proximity`.

    Raises
    ------
    AnalysisError
        As :func:`proximity`; also if the sectors of `proximity` are not those of `output`.

    References
    ----------
    Hidalgo et al. (2007), see :func:`proximity`.
    """
    values, n = output_values(output), reference_values(reference, output)
    phi = _aligned(proximity, output)
    itself = phi.diagonal().copy()
    around = phi.sum(axis=0, dtype="float64") - itself
    around[around <= 0] = np.nan
    around = around.astype(phi.dtype)
    result = np.empty(values.shape, dtype=phi.dtype)
    for rows in _blocks(len(values)):
        block = result[rows]
        special = _specialities(values[rows], _rows(n, rows), threshold, phi.dtype)
        np.matmul(special, phi, out=block)
        special *= itself
        block -= special
        block /= around
        # The diagonal is taken off again after the product: a hair below 0 is rounding.
        np.maximum(block, 0, out=block)
        block[np.isnan(values[rows].sum(axis=1))] = np.nan
    return pd.DataFrame(result, index=output.index, columns=output.columns, copy=False)


def _aligned(proximity: pd.DataFrame, output: pd.DataFrame) -> np.ndarray:
    """Proximity in the order of the sectors of `output`, unknown ones as 0: they count for nothing."""
    if not isinstance(proximity, pd.DataFrame):
        raise AnalysisError(f"proximity harus berupa tabel sektor x sektor, bukan {type(proximity).__name__}")
    for labels in (proximity.columns, proximity.index):
        same_labels(labels, output.columns, "Sektor pada proximity", "output")
    if not (proximity.columns.equals(output.columns) and proximity.index.equals(output.columns)):
        proximity = proximity.loc[output.columns, output.columns]
    phi = output_values(proximity, "proximity")
    return np.nan_to_num(phi, nan=0.0) if np.isnan(phi.diagonal()).any() else phi


def _specialities(values: np.ndarray, n: np.ndarray, threshold: float, dtype: np.dtype | str) -> np.ndarray:
    """1 where LQ >= threshold, 0 elsewhere and where it is not known."""
    quotient = row_shares(values)
    with np.errstate(divide="ignore", invalid="ignore"):
        quotient /= row_shares(n).astype(quotient.dtype, copy=False)
    return (quotient >= threshold).astype(dtype)


def _rows(reference: np.ndarray, rows: slice) -> np.ndarray:
    return reference if len(reference) == 1 else reference[rows]


def _blocks(length: int) -> list[slice]:
    return [slice(start, start + BLOCK) for start in range(0, length, BLOCK)]
