"""Whether a score finds the flows that are documented."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, columns_present
from analysis.components import component_matrices
from analysis.evidence import Evidence
from analysis.partners import STRUCTURAL, score_matrix
from analysis.sensitivity import SEED

CERTAIN = "kota"


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
    wins, linked, others, cities = _wins(scores, links)
    rng = np.random.default_rng(seed)
    count = rng.multinomial(cities, np.full(cities, 1 / cities), size=draws).astype("float64")
    of_linked = count[:, linked[0]] * count[:, linked[1]]
    of_others = count[:, others[0]] * count[:, others[1]]
    mass = of_linked.sum(axis=1) * of_others.sum(axis=1)
    drawn = mass > 0
    areas = ((of_linked @ wins) * of_others).sum(axis=1)[drawn] / mass[drawn]
    low, high = np.quantile(areas, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def validation_table(matrices: Mapping[str, pd.DataFrame], links: pd.DataFrame) -> pd.DataFrame:
    """Return area and interval of several scores against the same links.

    Parameters
    ----------
    matrices
        Name -> suppliers x buyers.
    links
        As for :func:`roc_auc`.

    Returns
    -------
    DataFrame
        Indexed by name: `auc`, `low`, `high` (95%), `pairs` (scored), `links` (of them with one).
    """
    rows = {}
    for name, matrix in matrices.items():
        wins, *_ = _wins(matrix, links)
        low, high = roc_auc_interval(matrix, links)
        area = {"auc": float(wins.mean()), "low": low, "high": high}
        rows[name] = area | {"pairs": wins.shape[0] + wins.shape[1], "links": wins.shape[0]}
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("measure")
    return table.astype({"pairs": "int64", "links": "int64"})


def validate_score(evidence: Evidence, reference: str = "indonesia") -> pd.DataFrame:
    """Return how well the structural score, its parts and plain distance find the documented flows.

    Parameters
    ----------
    evidence
        The tables.
    reference
        Name of the reference economy.

    Returns
    -------
    DataFrame
        As :func:`validation_table`: `score` (structural components, default weights), `score_both_ways`
        (mean of the two directions, as a partner is ranked by default), each structural component, and
        `distance` (the nearer the likelier). The links are few, mostly food and found in news: a high
        figure says that the score finds such flows, not that it forecasts trade.

    Raises
    ------
    AnalysisError
        If the reference is unknown or no link is documented.
    """
    score = score_matrix(evidence, reference=reference)
    parts = component_matrices(evidence, reference)
    matrices = {"score": score, "score_both_ways": (score + score.to_numpy().T) / 2}
    matrices |= {name: parts[name] for name in STRUCTURAL} | {"distance": -evidence.distance_km}
    return validation_table(matrices, certain_links(evidence.supply_links))


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
