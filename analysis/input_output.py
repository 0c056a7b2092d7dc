"""What a purchase sets in motion along the chain of suppliers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, same_labels

DELTA = 0.05


def input_coefficients(intermediate: pd.DataFrame, output: pd.Series) -> pd.DataFrame:
    """Return the inputs for one unit of output, A_kl = Z_kl / x_l.

    Parameters
    ----------
    intermediate
        Z, seller x buyer, >= 0.
    output
        x by buyer, the same unit.

    Returns
    -------
    DataFrame
        Seller x buyer, >= 0; a column of an activity without output is 0.

    Raises
    ------
    AnalysisError
        If the labels differ.
    """
    same_labels(output.index, intermediate.columns, "Keluaran", "transaksi antara")
    made = output[intermediate.columns].to_numpy(dtype="float64")
    flows = intermediate.to_numpy(dtype="float64")
    values = np.divide(flows, made, out=np.zeros_like(flows), where=made > 0)
    return pd.DataFrame(values, index=intermediate.index, columns=intermediate.columns)


def leontief_inverse(coefficients: pd.DataFrame) -> pd.DataFrame:
    """Return L = (I - A)^-1, the output of each seller that one unit of final demand sets in motion.

    Parameters
    ----------
    coefficients
        A, seller x buyer, the same labels on both sides, column sums below 1.

    Returns
    -------
    DataFrame
        Seller x bought from, >= 0, the diagonal >= 1. The sum of a column is the output multiplier.

    Raises
    ------
    AnalysisError
        If the labels differ or the matrix has no inverse.

    References
    ----------
    Leontief, W. (1936). Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, chapter 2.
    """
    same_labels(coefficients.index, coefficients.columns, "Baris", "kolom")
    square = coefficients.loc[coefficients.columns]
    try:
        values = np.linalg.inv(np.eye(len(square)) - square.to_numpy(dtype="float64"))
    except np.linalg.LinAlgError as error:
        raise AnalysisError("Tabel input-output ini tidak punya kebalikan Leontief") from error
    return pd.DataFrame(values, index=square.index, columns=square.columns)


def impact(
    inverse: pd.DataFrame, value_added_ratio: pd.Series, bought_from: str, amount: float
) -> pd.DataFrame:
    """Return the output and value added that a purchase sets in motion, by seller along the chain.

    output = v L[., bought_from]; value added = (va / x) L[., bought_from] v.

    Parameters
    ----------
    inverse
        From :func:`leontief_inverse`.
    value_added_ratio
        Value added / output of each seller, 0..1.
    bought_from
        Label of what is bought.
    amount
        v, of any unit, >= 0.

    Returns
    -------
    DataFrame
        Indexed by seller: `output` (the purchase itself included) and `value_added`, in the unit of `amount`.

    Raises
    ------
    AnalysisError
        If the labels differ, what is bought is not in the table, or the amount is no number >= 0.
    """
    same_labels(value_added_ratio.index, inverse.index, "Nilai tambah", "tabel input-output")
    if bought_from not in inverse.columns:
        raise AnalysisError(f"Tidak ada dalam tabel input-output: {bought_from!r}")
    if not np.isfinite(amount) or amount < 0:
        raise AnalysisError(f"Nilai pembelian harus angka nol atau lebih: {amount!r}")
    output = inverse[bought_from] * amount
    return pd.DataFrame({"output": output, "value_added": output * value_added_ratio[inverse.index]})


def flegg_quotient(
    output: pd.Series, nation: pd.Series, delta: float = DELTA, share: float | None = None
) -> pd.DataFrame:
    """Return Flegg's quotient, how much of an input a place can be expected to find at home.

    FLQ_kl = min(1, CILQ_kl lambda), CILQ_kl = SLQ_k / SLQ_l (on the diagonal SLQ_k),
    lambda = log2(1 + X_r / X_n)^delta. The national coefficient times it is the place's own.

    Parameters
    ----------
    output
        Of the place by sector, >= 0.
    nation
        Of the nation by sector, > 0, the same unit and period.
    delta
        0..1: the larger, the more a small place buys elsewhere.
    share
        X_r / X_n; None: of the two sums.

    Returns
    -------
    DataFrame
        Selling x buying sector, 0..1. 0 where the place lacks the selling or the buying sector.

    Raises
    ------
    AnalysisError
        If the sectors differ or the place makes nothing.

    References
    ----------
    Flegg, A. T. and Webber, C. D. (2000). Regional size, regional specialization and the FLQ formula.
    Regional Studies 34.
    """
    same_labels(output.index, nation.index, "Sektor daerah", "nasional")
    total, whole = float(output.sum(skipna=False)), float(nation.sum(skipna=False))
    if not total > 0 or not whole > 0:
        raise AnalysisError("Keluaran daerah atau nasional nol atau belum terdata: tidak ada yang dihitung")
    own = (output / total / (nation[output.index] / whole)).to_numpy(dtype="float64")
    with np.errstate(invalid="ignore", divide="ignore"):
        cross = own[:, None] / own[None, :]
    np.fill_diagonal(cross, own)
    scale = np.log2(1 + (total / whole if share is None else share)) ** delta
    # A sector that is absent buys nothing: its column of inputs is nought, not infinite.
    values = np.where(own[None, :] > 0, np.minimum(cross * scale, 1.0), 0.0)
    return pd.DataFrame(values, index=output.index, columns=output.index)
