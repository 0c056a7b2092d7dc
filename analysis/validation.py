"""Whether a score finds the flows that are documented."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, columns_present, one_of
from analysis.partners.sensitivity import SEED

CERTAIN = "kota"  # the source plainly names both cities


def certain_links(supply_links: pd.DataFrame) -> pd.DataFrame:
    """Return the unique pairs of supplier and buyer that are plainly two cities.

    Parameters
    ----------
    supply_links
        `supplier_city_code`, `buyer_city_code`, `certainty`.

    Returns
    -------
    DataFrame
        `supplier`, `buyer`: codes, each pair once, only where `certainty` is ``kota``.

    Raises
    ------
    AnalysisError
        If a column lacks.
    """
    columns_present(supply_links, ["supplier_city_code", "buyer_city_code", "certainty"], "supply_links")
    certain = supply_links[supply_links["certainty"] == CERTAIN]
    pairs = certain[["supplier_city_code", "buyer_city_code"]].drop_duplicates(ignore_index=True)
    return pairs.set_axis(["supplier", "buyer"], axis=1)


def roc_auc(scores: pd.DataFrame, links: pd.DataFrame) -> float:
    """Return the area under the ROC curve of scores against links.

    The probability that a pair with a link scores higher than one without, equals counting half.

    Parameters
    ----------
    scores
        Suppliers x buyers, any scale, higher is likelier. Pairs with NaN and the diagonal are left out.
    links
        `supplier`, `buyer`: the pairs that have one.

    Returns
    -------
    float
        0.5 (no better than chance) .. 1 (every link above every other pair); below 0.5 is worse than chance.

    Raises
    ------
    AnalysisError
        If a link names a city that has no score, or all pairs or none have a link.

    References
    ----------
    Hanley, J. A. and McNeil, B. J. (1982). The meaning and use of the area under a receiver operating
    characteristic curve. Radiology 143.
    """
    wins, *_ = _wins(scores, links)
    return float(wins.mean())


def roc_auc_interval(
    scores: pd.DataFrame, links: pd.DataFrame, draws: int = 1000, seed: int = SEED, level: float = 0.95
) -> tuple[float, float]:
    """Return a bootstrap interval of the area under the ROC curve, drawing cities.

    A city stands in many pairs, so pairs are not independent: whole cities are drawn with replacement, and
    a pair counts as often as its two cities together were drawn.

    Parameters
    ----------
    scores, links
        As for :func:`roc_auc`.
    draws, seed
        Number and seed of the draws.
    level
        Share of the draws within the interval.

    Returns
    -------
    (low, high)
        Percentiles of the area over the draws that have a link at all.

    Raises
    ------
    AnalysisError
        As :func:`roc_auc`.

    References
    ----------
    Efron, B. (1979). Bootstrap methods: another look at the jackknife. The Annals of Statistics 7.
    Snijders, T. and Borgatti, S. (1999). Non-parametric standard errors and tests for network statistics.
    Connections 22.
    """
    areas = _drawn_areas(scores, links, draws, seed)
    low, high = np.nanquantile(areas, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def validate_score(
    scores: Mapping[str, pd.DataFrame],
    news: pd.DataFrame,
    later: pd.DataFrame,
    beside: str = "size_distance",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return how well several scores find documented flows: those known, those found later, and both.

    Parameters
    ----------
    scores
        Name -> suppliers x buyers; all of the same cities.
    news, later
        `supplier`, `buyer`: pairs with a documented flow; no pair in both.
    beside
        Name of the score that each is set against.
    level
        Share of the draws within `low` .. `high`.

    Returns
    -------
    DataFrame
        Indexed by measure: `auc_news`, `auc_later`, `auc_both` (see :func:`roc_auc`; a pair is without a
        flow on one ground even where the other has one), `low` and `high` (bootstrap interval of
        `auc_both`), `gap_news_low`, `gap_news_high`, `gap_later_low`, `gap_later_high` (90% interval of
        what it has more than `beside`, the same cities drawn for both; NaN in its own row), `pairs`,
        `links_news`, `links_later`. A measure reaches the other where the interval holds 0 or lies above.
        The links are few, mostly food and found in news: a high figure says that a score finds such flows,
        not that it forecasts trade.

    Raises
    ------
    AnalysisError
        As :func:`roc_auc`, and if `beside` is no score.
    """
    one_of(beside, scores, "Pembanding skor")
    grounds = {"news": news, "later": later}
    both = pd.concat([news, later], ignore_index=True)
    rows = {}
    for name, score in scores.items():
        wins, *_ = _wins(score, both)
        low, high = roc_auc_interval(score, both, level=level)
        row = {f"auc_{ground}": roc_auc(score, links) for ground, links in grounds.items()}
        row |= {"auc_both": float(wins.mean()), "low": low, "high": high}
        for ground, links in grounds.items():
            ends = (np.nan, np.nan) if name == beside else roc_auc_difference(score, scores[beside], links)
            row |= dict(zip((f"gap_{ground}_low", f"gap_{ground}_high"), ends, strict=True))
        row |= {"pairs": wins.shape[0] + wins.shape[1], "links_news": len(news), "links_later": len(later)}
        rows[name] = row
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("measure")
    return table.astype(dict.fromkeys(("pairs", "links_news", "links_later"), "int64"))


def roc_auc_difference(
    one: pd.DataFrame,
    other: pd.DataFrame,
    links: pd.DataFrame,
    *,
    draws: int = 1000,
    seed: int = SEED,
    level: float = 0.90,
) -> tuple[float, float]:
    """Return a paired bootstrap interval of the area of one score minus that of another.

    The same cities are drawn for both, as in :func:`roc_auc_interval`.

    Parameters
    ----------
    one, other
        Suppliers x buyers of the same cities.
    links
        As for :func:`roc_auc`.
    draws, seed, level
        Number and seed of the draws, share of them within the interval.

    Returns
    -------
    (low, high)
        Above 0 where `one` is the better.

    Raises
    ------
    AnalysisError
        As :func:`roc_auc`, and if the two score different cities.
    """
    if not (one.index.equals(other.index) and one.columns.equals(other.columns)):
        raise AnalysisError("Dua skor yang dibandingkan harus tentang kota yang sama")
    gap = _drawn_areas(one, links, draws, seed) - _drawn_areas(other, links, draws, seed)
    low, high = np.nanquantile(gap, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def _drawn_areas(scores: pd.DataFrame, links: pd.DataFrame, draws: int, seed: int) -> np.ndarray:
    """Return the area in each draw of cities, NaN in a draw without a link."""
    wins, linked, others, cities = _wins(scores, links)
    rng = np.random.default_rng(seed)
    count = rng.multinomial(cities, np.full(cities, 1 / cities), size=draws).astype("float64")
    of_linked = count[:, linked[0]] * count[:, linked[1]]
    of_others = count[:, others[0]] * count[:, others[1]]
    mass = of_linked.sum(axis=1) * of_others.sum(axis=1)
    total = ((of_linked @ wins) * of_others).sum(axis=1)
    return np.divide(total, mass, out=np.full(draws, np.nan), where=mass > 0)


def _wins(scores: pd.DataFrame, links: pd.DataFrame):
    """Return linked x other pairs, 1 where the linked one scores higher, half if equal; and their places."""
    columns_present(links, ["supplier", "buyer"], "links")
    if not scores.index.equals(scores.columns):
        raise AnalysisError(
            "Skor harus persegi: pemasok dan pembeli adalah kota yang sama, dalam urutan yang sama"
        )
    at = [scores.index.get_indexer(links[side]) for side in ("supplier", "buyer")]
    if min((min(side, default=0) for side in at), default=0) < 0:
        raise AnalysisError("Arus menyebut kota yang tidak punya skor")
    values = scores.to_numpy(dtype="float64")
    has = np.zeros(values.shape, dtype=bool)
    has[at[0], at[1]] = True
    scored = ~np.isnan(values) & ~np.eye(len(values), dtype=bool)
    linked, others = np.nonzero(has & scored), np.nonzero(~has & scored)
    if not len(linked[0]) or not len(others[0]):
        raise AnalysisError("Perlu pasangan dengan arus dan pasangan tanpa arus untuk menghitung AUC")
    left, right = values[linked][:, None], values[others][None, :]
    return (left > right) + (left == right) / 2, linked, others, len(values)
