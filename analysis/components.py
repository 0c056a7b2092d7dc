"""What makes one city a partner of another, each a matrix suppliers x buyers in [0, 1].

The diagonal is NaN throughout: no city is its own partner.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.agreements import agreement_matrix
from analysis.checks import one_of
from analysis.complementarity import Tradable, complementarity, potential
from analysis.evidence import Evidence
from analysis.goods import need_match_scores
from analysis.market import D0_KM
from analysis.replication import HAS, UNKNOWN

COMPONENTS = (
    "complementarity_out",
    "complementarity_in",
    "potential",
    "market",
    "nearness",
    "needs",
    "applications",
    "agreements",
)
# Made from output, spending, population and place only. What news of needs, flows and agreements feeds is
# left out: a score with it cannot be checked against documented flows, for it is the same news.
STRUCTURAL = COMPONENTS[:5]
# Market at which the logarithm starts to bite: Rp 1 billion a year.
M0_RUPIAH = 1e9


def component_matrices(
    evidence: Evidence, reference: str = "indonesia", tradable: Tradable = None
) -> dict[str, pd.DataFrame]:
    """Return every component as a matrix, the row city looking at the column city.

    Parameters
    ----------
    evidence
        The tables.
    reference
        Name of the reference economy for surplus and deficit.
    tradable
        Sectors traded between cities; None: those of the evidence.

    Returns
    -------
    dict
        Name of the component -> row city (supplier) x column city (buyer), 0..1:

        - `complementarity_out`, `complementarity_in`: complementarity from row to column, and from column
        to row; - `potential`: the amount of it from row to column / the total of the smaller of the two; -
        `market`: log(1 + m / m0) / log(1 + B / m0), with m what the column's households spend a year on the
        foods
          that the row's products are, m0 = Rp 1 billion, B the largest whole food basket of a city;
        - `nearness`: 1 - log(1 + d / d0) / log(1 + D / d0), d0 = 50 km, D the largest distance between two
        cities; - `needs`: 1 - 1 / (1 + matches), the column's needs that the row's products answer by name;
        - `applications`: services the row runs that the column is not known to have / all that the column
        is not
          known to have;
        - `agreements`: 1 if the two have signed anything.

        NaN where not known, and on the diagonal.

    Raises
    ------
    AnalysisError
        If the reference or a tradable sector is unknown.

    References
    ----------
    Michaely (1996) for complementarity. Reilly (1929) and Tinbergen, J. (1962), Shaping the World Economy,
    for the logarithms of market and distance: gravity is a sum of logarithms.
    """
    one_of(reference, evidence.references, "Ekonomi pembanding")
    matrices = trade_matrices(evidence, reference, tradable)
    matrices |= _fixed_matrices(evidence)
    return {name: matrices[name] for name in COMPONENTS}


def trade_matrices(evidence: Evidence, reference: str, tradable: Tradable = None) -> dict[str, pd.DataFrame]:
    """Return the three components that depend on the reference economy, in their order."""
    economy = evidence.references[reference]
    traded = evidence.tradable if tradable is None else tradable
    fit = complementarity(evidence.output, economy, traded)
    totals = evidence.output.sum(axis=1, skipna=False).to_numpy()
    amount = potential(evidence.output, economy, traded)
    matrices = {
        "complementarity_out": fit,
        "complementarity_in": fit.T,
        "potential": amount / np.minimum.outer(totals, totals),
    }
    return {name: _without_diagonal(matrix) for name, matrix in matrices.items()}


@lru_cache(maxsize=4)
def _fixed_matrices(evidence: Evidence) -> dict[str, pd.DataFrame]:
    """Return the components that no choice changes; evidence is never changed, so they are made once."""
    matrices = {
        "market": market_score(evidence.product_markets, float(evidence.food_baskets.max())),
        "nearness": nearness(evidence.distance_km),
        "needs": need_match_scores(
            evidence.matches, evidence.needs, evidence.products, evidence.cities, evidence.vocabulary
        ),
        "applications": application_fit(evidence.service_gaps),
        "agreements": agreement_matrix(evidence.agreements, evidence.cities),
    }
    return {name: _without_diagonal(matrix) for name, matrix in matrices.items()}


def market_score(market: pd.DataFrame, largest: float, m0: float = M0_RUPIAH) -> pd.DataFrame:
    """Return markets on a logarithmic scale, log(1 + m / m0) / log(1 + largest / m0).

    Parameters
    ----------
    market
        Rupiah a year, >= 0, suppliers x buyers.
    largest
        Rupiah a year that is 1 on the scale.
    m0
        Rupiah a year, > 0, below which the scale is about linear.

    Returns
    -------
    DataFrame
        0 (no market) .. 1. NaN where the market is not known.
    """
    return np.log1p(market / m0) / np.log1p(largest / m0)


def nearness(distance_km: pd.DataFrame, d0: float = D0_KM) -> pd.DataFrame:
    """Return closeness on the scale of gravity, 1 - log(1 + d / d0) / log(1 + D / d0).

    Parameters
    ----------
    distance_km
        City x city, kilometres; D is its largest.
    d0
        Kilometres, > 0, that stand for handling costs.

    Returns
    -------
    DataFrame
        0 (the two farthest apart) .. 1 (the same place). NaN where a coordinate is not known.
    """
    farthest = np.nanmax(distance_km.to_numpy()) if distance_km.notna().any(axis=None) else np.nan
    return 1 - np.log1p(distance_km / d0) / np.log1p(farthest / d0)


def application_fit(gaps: pd.DataFrame) -> pd.DataFrame:
    """Return the share of the services a city is not known to have that another one runs.

    Parameters
    ----------
    gaps
        City x service domain from :func:`analysis.replication.service_gaps`.

    Returns
    -------
    DataFrame
        Donors x adopters, 0..1. NaN where no application at all was found for either: nothing is known of
        them.
    """
    has = (gaps == HAS).to_numpy(dtype="float64")
    lacks = 1 - has
    open_ = lacks.sum(axis=1)
    fit = (has @ lacks.T) / np.where(open_ > 0, open_, 1.0)
    unknown = (gaps == UNKNOWN).all(axis=1).to_numpy()
    fit[unknown] = np.nan
    fit[:, unknown] = np.nan
    return pd.DataFrame(fit, index=gaps.index, columns=gaps.index)


def _without_diagonal(matrix: pd.DataFrame) -> pd.DataFrame:
    values = matrix.to_numpy(copy=True)
    np.fill_diagonal(values, np.nan)
    return pd.DataFrame(values, index=matrix.index, columns=matrix.columns)
