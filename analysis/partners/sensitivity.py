"""How much a score and its ranks hang on the weights."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

DRAWS = 1000
SEED = 20251030
# A range over draws leaves out a twentieth at each end: the extreme of a thousand draws says nothing.
TAIL = 0.05


def weighted_score(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the weighted mean of the known components.

    A negative weight counts what is not there: abs(w) (1 - v).

    Parameters
    ----------
    values
        Any shape, components last, each 0..1 or NaN (not known).
    weights
        One a component, or draws x components.

    Returns
    -------
    ndarray
        The shape of `values` without its last axis (and one of draws at the end), 0..1. NaN where no
        component with a weight is known.
    """
    size, known = np.abs(weights), ~np.isnan(values)
    filled = np.where(known, values, 0.0)
    total = filled @ weights.T + known @ np.where(weights < 0, size, 0.0).T
    mass = known @ size.T
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(mass > 0, total / mass, np.nan)


@lru_cache(maxsize=32)
def random_weights(weights: tuple[float, ...], draws: int = DRAWS, seed: int = SEED) -> np.ndarray:
    """Return weights drawn at random around the ones chosen.

    Dirichlet with mean abs(w) / sum abs(w) and as much mass as there are weights other than zero: equal
    weights give the uniform distribution over all weightings. Signs and zeros stay.

    Parameters
    ----------
    weights
        The ones chosen, not all zero.
    draws
        How many.
    seed
        The same seed gives the same draws.

    Returns
    -------
    ndarray
        draws x components; absolute values of a row sum to 1.

    References
    ----------
    OECD and JRC (2008). Handbook on Constructing Composite Indicators, step 7.
    """
    chosen = np.asarray(weights, dtype="float64")
    used = chosen != 0
    alpha = np.abs(chosen[used]) / np.abs(chosen).sum() * used.sum()
    drawn = np.zeros((draws, len(chosen)))
    drawn[:, used] = np.random.default_rng(seed).dirichlet(alpha, size=draws) * np.sign(chosen[used])
    return drawn


def ranks(scores: np.ndarray) -> np.ndarray:
    """Return ranks along the last axis, 1 for the highest; equals share the better rank, NaN stays NaN.

    Parameters
    ----------
    scores
        Any shape.

    Returns
    -------
    ndarray
        float64 of the same shape.
    """
    negative = -scores
    order = np.argsort(negative, axis=-1)
    ordered = np.take_along_axis(negative, order, axis=-1)
    position = np.arange(1, scores.shape[-1] + 1, dtype="float64")
    fresh = np.ones(scores.shape, dtype=bool)
    fresh[..., 1:] = ordered[..., 1:] != ordered[..., :-1]
    # Equals carry the position of the first of them.
    first = np.maximum.accumulate(np.where(fresh, position, 0.0), axis=-1)
    result = np.empty(scores.shape)
    np.put_along_axis(result, order, first, axis=-1)
    result[np.isnan(scores)] = np.nan
    return result


def rank_range(values: np.ndarray, draws: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return within which ranks the partners stay when the weights are drawn at random.

    Parameters
    ----------
    values
        (..., partners, components), 0..1 or NaN.
    draws
        Draws x components, from :func:`random_weights`.

    Returns
    -------
    (low, high)
        (..., partners) each: the 5th and the 95th percentile of the rank, as ranks that occur. NaN where
        there is no score.
    """
    drawn = np.swapaxes(weighted_score(values, draws), -1, -2)
    placed = np.sort(ranks(np.ascontiguousarray(drawn)), axis=-2)
    last = len(draws) - 1
    low, high = int(np.floor(TAIL * last)), int(np.ceil((1 - TAIL) * last))
    return placed[..., low, :], placed[..., high, :]
