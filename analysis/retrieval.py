"""How near the top an order puts what is known to be right."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, columns_present
from analysis.partners.sensitivity import SEED


def rank_correlation(scores: pd.DataFrame, trade: pd.DataFrame) -> float:
    """Return Spearman's rank correlation of a score with recorded trade over the pairs known in both.

    Parameters
    ----------
    scores, trade
        Sellers x buyers, the same labels; the diagonal and NaN are left out.

    Returns
    -------
    float
        -1..1; NaN where fewer than two pairs are known or all are equal.

    Raises
    ------
    AnalysisError
        If the labels differ.

    References
    ----------
    Spearman, C. (1904). The proof and measurement of association between two things.
    """
    one, other = _pairs(scores, trade)
    # The correlation of ranks, equals sharing their mean rank: pandas' own method wants another library.
    return float(pd.Series(one).rank().corr(pd.Series(other).rank()))


def top_overlap(scores: pd.DataFrame, trade: pd.DataFrame, top: int = 3) -> float:
    """Return the mean share of a buyer's largest sellers that stand at the top of the score.

    Parameters
    ----------
    scores, trade
        Sellers x buyers, the same labels; no place sells to itself.
    top
        How many.

    Returns
    -------
    float
        0..1, the mean over buyers of |top of score and top of trade| / top. By chance top / (sellers - 1).

    Raises
    ------
    AnalysisError
        If the labels differ or there are no more sellers than `top`.
    """
    _pairs(scores, trade)
    if len(trade.index) <= top:
        raise AnalysisError(f"Perlu lebih dari {top} penjual untuk membandingkan {top} teratas")
    shares = []
    for buyer in trade.columns:
        score, flow = (frame[buyer].drop(buyer, errors="ignore") for frame in (scores, trade))
        best, largest = (each.nlargest(top).index for each in (score, flow))
        shares.append(len(best.intersection(largest)) / top)
    return float(np.mean(shares))


def reciprocal_ranks(scores: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return at which place of a buyer's order each known supplier stands.

    Parameters
    ----------
    scores
        Candidates x buyers, higher is likelier; NaN is no candidate, a place is none for itself.
    pairs
        `supplier`, `buyer`: known to be right.

    Returns
    -------
    DataFrame
        The pairs with `rank` (1 is the top; equals share the better) and `reciprocal` = 1 / rank.

    Raises
    ------
    AnalysisError
        If a pair names a place that has no score.
    """
    columns_present(pairs, ["supplier", "buyer"], "pairs")
    ranks = []
    for supplier, buyer in zip(pairs["supplier"], pairs["buyer"], strict=True):
        if supplier not in scores.index or buyer not in scores.columns:
            raise AnalysisError(f"Pasangan menyebut wilayah tanpa skor: {supplier}, {buyer}")
        column = scores[buyer].drop(buyer, errors="ignore")
        ranks.append(int((column > column[supplier]).sum()) + 1)
    table = pairs[["supplier", "buyer"]].reset_index(drop=True)
    return table.assign(rank=ranks, reciprocal=1 / np.array(ranks, dtype="float64"))


def retrieval(
    scores: pd.DataFrame, pairs: pd.DataFrame, top: int = 5, draws: int = 1000, seed: int = SEED
) -> dict[str, float]:
    """Return the mean reciprocal rank of known suppliers, with an interval over buyers.

    Parameters
    ----------
    scores, pairs
        As for :func:`reciprocal_ranks`.
    top
        How many places count as found.
    draws, seed
        Bootstrap: whole buyers are drawn with replacement, since the suppliers of one buyer hang together.

    Returns
    -------
    dict
        `mrr` 0..1, `low` and `high` (95% of the draws), `top` (share of pairs among the first `top`),
        `top_low`, `top_high`, `pairs`, `buyers`.

    Raises
    ------
    AnalysisError
        As :func:`reciprocal_ranks`, and if there is no pair.

    References
    ----------
    Voorhees, E. M. (1999). The TREC-8 question answering track report. Efron, B. (1979).
    """
    table = reciprocal_ranks(scores, pairs)
    if table.empty:
        raise AnalysisError("Tidak ada pasangan untuk memeriksa urutan pemasok")
    table["found"] = (table["rank"] <= top).astype("float64")
    by_buyer = table.groupby("buyer")[["reciprocal", "found"]].agg(["sum", "count"])
    buyers = len(by_buyer)
    count = np.random.default_rng(seed).multinomial(buyers, np.full(buyers, 1 / buyers), size=draws)
    result: dict[str, float] = {"pairs": len(table), "buyers": buyers}
    for name, (value, low, high) in {
        "reciprocal": ("mrr", "low", "high"),
        "found": ("top", "top_low", "top_high"),
    }.items():
        drawn = (count @ by_buyer[name, "sum"].to_numpy()) / (count @ by_buyer[name, "count"].to_numpy())
        ends = np.quantile(drawn, [0.025, 0.975])
        result |= {value: float(table[name].mean()), low: float(ends[0]), high: float(ends[1])}
    return result


def _pairs(scores: pd.DataFrame, trade: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    if not (scores.index.equals(trade.index) and scores.columns.equals(trade.columns)):
        raise AnalysisError("Skor dan arus harus tentang penjual dan pembeli yang sama, seurut")
    one, other = scores.to_numpy(dtype="float64"), trade.to_numpy(dtype="float64")
    known = ~np.isnan(one) & ~np.isnan(other)
    known &= ~np.equal.outer(trade.index.to_numpy(), trade.columns.to_numpy())
    return one[known], other[known]
