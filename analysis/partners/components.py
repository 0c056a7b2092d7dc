"""What makes one city a partner of another, each a matrix suppliers x buyers in [0, 1].

The diagonal is NaN throughout: no city is its own partner.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.agreements import agreement_matrix
from analysis.goods import need_match_scores
from analysis.market import D0_KM
from analysis.partners.evidence import Evidence
from analysis.replication import HAS, UNKNOWN
from analysis.trade import log_size

COMPONENTS = ("supply", "demand", "nearness", "needs", "applications", "agreements")
# Made from output, population and place only. What news of needs, flows and agreements feeds is left out: a
# score with it cannot be checked against documented flows, for it is the same news.
STRUCTURAL = COMPONENTS[:3]
# Market at which the logarithm starts to bite: Rp 1 billion a year.
M0_RUPIAH = 1e9
# Standard deviations either side of the mean that fill the scale from 0 to 1.
SPAN = 4.0


@lru_cache(maxsize=4)
def component_matrices(evidence: Evidence) -> dict[str, pd.DataFrame]:
    """Return every component as a matrix, the row city looking at the column city.

    Each but `agreements` is standardised and put on one scale by :func:`standard_scale`, so that a weight
    counts standard deviations whatever the component.

    Parameters
    ----------
    evidence
        The tables; never changed afterwards, so the matrices are made once.

    Returns
    -------
    dict
        Name of the component -> row city (supplier) x column city (buyer), 0..1, 0.5 the mean:

        `supply`
            ln S_i of the row, over the cities.
        `demand`
            ln of the column's population, over the cities.
        `nearness`
            -ln(km + 50), over the pairs.
        `needs`
            1 - 1 / (1 + matches), the column's needs that the row's products answer by name, over the pairs.
        `applications`
            services the row runs that the column is not known to have / all that the column is not known to
            have, over the pairs.
        `agreements`
            1 if the two have signed anything, else 0.

        NaN where not known, and on the diagonal.

    References
    ----------
    Reilly (1929) and Tinbergen, J. (1962), Shaping the World Economy: gravity is a sum of logarithms.
    """
    cities = evidence.cities
    matrices = standard_parts(
        evidence.supply.reindex(cities), evidence.population.reindex(cities), evidence.distance_km
    )
    words = evidence.vocabulary
    answers = need_match_scores(evidence.matches, evidence.needs, evidence.products, cities, words)
    matrices |= {
        "needs": standardised(_without_diagonal(answers)),
        "applications": standardised(_without_diagonal(application_fit(evidence.service_gaps))),
    }
    scaled = {name: standard_scale(matrix) for name, matrix in matrices.items()}
    signed = agreement_matrix(evidence.agreements, cities)
    return scaled | {"agreements": _without_diagonal(signed)}


def standard_parts(
    supply: pd.Series, demand: pd.Series, distance_km: pd.DataFrame, d0: float = D0_KM
) -> dict[str, pd.DataFrame]:
    """Return the three parts of the checked score in standard deviations.

    z(ln S_i) and z(ln D_j) over the cities, z(-ln(km_ij + d0)) over their directed pairs.

    Parameters
    ----------
    supply, demand
        By city, > 0, any unit.
    distance_km
        City x city, kilometres.
    d0
        Kilometres that stand for handling costs.

    Returns
    -------
    dict
        `supply`, `demand`, `nearness`: suppliers x buyers, mean 0, standard deviation 1. NaN on the diagonal
        and where not known.
    """
    cities = distance_km.index
    ones = np.ones((len(cities), len(cities)))
    given = {"supply": supply, "demand": demand}
    sizes = {name: _z(log_size(size[cities]).to_numpy()) for name, size in given.items()}
    parts = {
        "supply": pd.DataFrame(sizes["supply"][:, None] * ones, index=cities, columns=cities),
        "demand": pd.DataFrame(sizes["demand"][None, :] * ones, index=cities, columns=cities),
    }
    parts = {name: _without_diagonal(matrix) for name, matrix in parts.items()}
    return parts | {"nearness": standardised(_without_diagonal(-np.log(distance_km + d0)))}


def standardised(matrix: pd.DataFrame) -> pd.DataFrame:
    """Return a matrix in standard deviations from the mean of its known cells.

    Parameters
    ----------
    matrix
        Any numbers, NaN where not known.

    Returns
    -------
    DataFrame
        Mean 0 and (population) standard deviation 1 over the known cells; 0 where all are equal.
    """
    return pd.DataFrame(_z(matrix.to_numpy()), index=matrix.index, columns=matrix.columns)


def standard_scale(z: pd.DataFrame, span: float = SPAN) -> pd.DataFrame:
    """Return standard deviations as a place between 0 and 1, 0.5 + z / (2 span), cut off at the ends.

    The scale is one for all components and straight, so that it changes no order a weighted sum of z gives.

    Parameters
    ----------
    z
        Standard deviations.
    span
        How many of them, > 0, reach from the mean to either end.

    Returns
    -------
    DataFrame
        0..1, 0.5 the mean. NaN stays.
    """
    return (0.5 + z / (2 * span)).clip(0.0, 1.0)


def _z(values: np.ndarray) -> np.ndarray:
    known = values[~np.isnan(values)]
    if not known.size:
        return values
    spread = known.std()
    return (values - known.mean()) / (spread if spread > 0 else 1.0)


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
