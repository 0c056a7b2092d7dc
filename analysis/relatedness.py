"""Which sectors tend to be found together, and how close a region is to the ones it lacks.

Both are meant to be learned on many regions (all 514 kabupaten and kota), not on the few that are shown.
Large tables are worked in blocks of rows, so that no second table of the full size is ever held. One of
which few cells are filled (every kecamatan by every class of industry) is multiplied as a sparse matrix where
scipy is installed; the application itself does without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, output_values, reference_values, same_labels
from analysis.specialization import row_shares

if TYPE_CHECKING:
    from scipy.sparse import csr_array

BLOCK, STRIP = 2048, 128
# A sparse product is worth its making from so many cells on, of which at most this share is filled: half
# again as many, and BLAS is as fast.
LARGE, SPARSE = 1_000_000, 0.1
EVERY = 16  # One row in so many is looked at for that: it decides the time alone, not the result.
# Columns of a sparse product made at once, so that what is added up stays in the cache.
COUNTED, WEIGHED = 64, 192


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
    if _is_sparse(values):
        together = _together(_sparse_specialities(values, n, threshold)[0])
    else:
        together = np.zeros((output.shape[1], output.shape[1]), dtype="float32")
        for special, _, _ in _specialities(values, n, threshold, "float32"):
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
    weights = _aligned(proximity, output)
    np.fill_diagonal(weights, 0)
    around = weights.sum(axis=0, dtype="float64")
    around[around == 0] = np.nan
    # Divided before the product, where the table is small: what comes out of the product is final.
    weights /= around.astype(weights.dtype)
    result = np.empty(values.shape, dtype=weights.dtype)
    if _is_sparse(values):
        few, unknown = _sparse_specialities(values, n, threshold)
        few = few.astype(weights.dtype)
        for first in range(0, len(weights), WEIGHED):
            columns = slice(first, first + WEIGHED)
            result[:, columns] = few @ weights[:, columns]
        result[unknown] = np.nan
    else:
        for special, rows, missing in _specialities(values, n, threshold, weights.dtype):
            np.matmul(special, weights, out=result[rows])
            result[rows][missing] = np.nan
    return pd.DataFrame(result, index=output.index, columns=output.columns, copy=False)


def _aligned(proximity: pd.DataFrame, output: pd.DataFrame) -> np.ndarray:
    """Copy proximity in the order of the sectors of `output`, 0 where it is not known."""
    if not isinstance(proximity, pd.DataFrame):
        raise AnalysisError(f"proximity harus berupa tabel sektor x sektor, bukan {type(proximity).__name__}")
    for labels in (proximity.columns, proximity.index):
        same_labels(labels, output.columns, "Sektor pada proximity", "output")
    if not (proximity.columns.equals(output.columns) and proximity.index.equals(output.columns)):
        proximity = proximity.loc[output.columns, output.columns]
    return np.nan_to_num(output_values(proximity, "proximity"), nan=0.0)


def _is_sparse(values: np.ndarray) -> bool:
    """Say whether a table is large and empty enough for sparse products, and scipy there to make them."""
    few = values[::EVERY]
    if values.size < LARGE or np.count_nonzero(few) > SPARSE * few.size:
        return False
    try:
        import scipy.sparse  # noqa: F401, PLC0415 (not installed with the application)
    except ModuleNotFoundError:
        return False
    return True


def _sparse_specialities(values: np.ndarray, n: np.ndarray, threshold: float) -> tuple[csr_array, np.ndarray]:
    """Return the specialities as a sparse matrix of ones, region x sector, and which regions are missing."""
    from scipy.sparse import csr_array  # noqa: PLC0415

    regions, sectors = values.shape
    ends, places = np.zeros(regions + 1, dtype="int32"), []
    unknown = np.empty(regions, dtype=bool)
    for special, rows, missing in _specialities(values, n, threshold, "bool"):
        flat = np.flatnonzero(special)
        places.append((flat % sectors).astype("int32"))
        starts = np.arange(1, len(special) + 1) * sectors
        ends[rows.start + 1 : rows.stop + 1] = ends[rows.start] + np.searchsorted(flat, starts)
        unknown[rows] = missing
    indices = np.concatenate(places)
    # Counts of regions fit the narrowest type there is room for, and the narrower the faster.
    ones = np.ones(len(indices), dtype="int16" if regions <= np.iinfo("int16").max else "int32")
    return csr_array((ones, indices, ends), shape=values.shape), unknown


def _together(special: csr_array) -> np.ndarray:
    """Return in how many regions two sectors are specialities both: sector x sector, float32.

    Symmetric, so that each strip of columns is made down to the diagonal only.
    """
    from scipy.sparse import csr_array  # noqa: PLC0415

    regions, sectors = special.shape
    found = special.T.tocsr()
    together = np.empty((sectors, sectors), dtype="float32")
    for first in range(0, sectors, COUNTED):
        last = min(first + COUNTED, sectors)
        end = found.indptr[last]
        before = csr_array(
            (found.data[:end], found.indices[:end], found.indptr[: last + 1]), shape=(last, regions)
        )
        strip = before @ before[first:].T.toarray()
        together[:last, first:last] = strip
        together[first:last, :last] = strip.T
    return together


def _specialities(
    values: np.ndarray, n: np.ndarray, threshold: float, dtype: np.dtype | str
) -> Iterator[tuple[np.ndarray, slice, np.ndarray]]:
    """Yield blocks: 1 where LQ >= threshold and 0 elsewhere, which rows they are, and which are missing.

    The block is the same piece of memory each time. Quotients are made a few rows at a time, in the cache.
    """
    special = np.empty((min(BLOCK, len(values)), values.shape[1]), dtype=dtype)
    missing = np.empty(len(special), dtype=bool)
    n = row_shares(n)
    for start in range(0, len(values), BLOCK):
        stop = min(start + BLOCK, len(values))
        for first in range(start, stop, STRIP):
            strip = slice(first, min(first + STRIP, stop))
            place = slice(strip.start - start, strip.stop - start)
            quotient = row_shares(values[strip])
            missing[place] = np.isnan(quotient[:, 0])
            with np.errstate(divide="ignore", invalid="ignore"):
                quotient /= (n if len(n) == 1 else n[strip]).astype(quotient.dtype, copy=False)
            np.greater_equal(quotient, threshold, out=special[place])
        yield special[: stop - start], slice(start, stop), missing[: stop - start]
