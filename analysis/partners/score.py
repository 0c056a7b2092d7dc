"""With whom a city fits: a score, what it is made of, and how sure its rank is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from analysis.checks import AnalysisError, named, one_of
from analysis.market import D0_KM
from analysis.partners.components import COMPONENTS, STRUCTURAL, component_matrices, standard_parts
from analysis.partners.evidence import Evidence
from analysis.partners.reasons import pair_reasons
from analysis.partners.sensitivity import DRAWS, SEED, random_weights, rank_range, ranks, weighted_score

DEFAULT_WEIGHTS = {
    "supply": 1.0,
    "demand": 1.0,
    "nearness": 2.0,
    "needs": 1.0,
    "applications": 1.0,
    "agreements": 0.0,
}
"""One for each subject, two for nearness: in the law of gravity (Reilly 1929) trade falls with the square of
distance while it rises with the size of what meets, and in logarithms an exponent is a weight.
Complementarity of sectors is no part: recorded trade between provinces does not follow it. Existing
agreements are shown and count neither for nor against: to have signed already is a reason to go on for one
city and a reason to look elsewhere for another. Nothing is fitted."""

ROLES = ("both", "supplier", "buyer")


def rank_partners(
    city: str,
    evidence: Evidence,
    *,
    weights: Mapping[str, float] | None = None,
    role: str = "both",
    cities: Iterable[str] | None = None,
    same_province: bool = True,
    draws: int = DRAWS,
    seed: int = SEED,
) -> pd.DataFrame:
    """Return the partners of a city, the best first.

    score = sum_k w_k v_k / sum_k abs(w_k) over the components k that are known; a negative weight counts
    abs(w_k) (1 - v_k).

    Parameters
    ----------
    city
        Code of the city.
    evidence
        The tables.
    weights
        Component -> weight; one not named keeps its own of :data:`DEFAULT_WEIGHTS`. `agreements` may be
        negative.
    role
        ``"supplier"``: to whom the city could sell; ``"buyer"``: from whom it could buy; ``"both"``:
        each component is the mean of the two directions.
    cities
        Codes of the partners to choose from; None: all of the evidence.
    same_province
        False leaves out the city's own province.
    draws, seed
        Number and seed of the random weightings.

    Returns
    -------
    DataFrame
        `partner` (code), `score` 0..1, `rank` (1 is best, equals share it), `rank_low` and `rank_high`
        (best and worst rank over 90% of the
        random weightings; always around `rank`), one column a component 0..1 (NaN: not known,
        the score is of the rest), and `reasons`: a tuple of (code, params) pairs; codes in
        :data:`analysis.partners.reasons.AGAINST` speak against. A partner of whom nothing is known has
        NaN for score and ranks, and stands last.

    Raises
    ------
    AnalysisError
        If a city, component or role is unknown, a city is chosen twice, or the weights are all
        zero, none of them above zero, or not numbers.

    References
    ----------
    OECD and JRC (2008). Handbook on Constructing Composite Indicators. Weights: see :data:`DEFAULT_WEIGHTS`.
    """
    w = checked_weights(weights)
    one_of(role, ROLES, "Peran")
    partners = _partners(evidence, city, cities, same_province)
    matrices = component_matrices(evidence)
    at = evidence.cities.get_indexer([city, *partners])
    values = _directed(matrices, role)[at[0], at[1:]]
    score = weighted_score(values, w)
    rank = ranks(score)
    low, high = rank_range(values, random_weights(tuple(w), draws, seed))
    low, high = np.fmin(low, rank), np.fmax(high, rank)
    table = pd.DataFrame(
        {"partner": partners, "score": score, "rank": rank, "rank_low": low, "rank_high": high}
        | dict(zip(COMPONENTS, values.T, strict=True))
    )
    unsure = (high - low) > len(partners) / 3
    reasons = pair_reasons(evidence, city, partners, table)
    table["reasons"] = [
        (*found, ("wide_range", {"low": int(low[i]), "high": int(high[i])})) if unsure[i] else found
        for i, found in enumerate(reasons)
    ]
    for column in ("rank", "rank_low", "rank_high"):
        table[column] = table[column].astype("Int64" if table[column].isna().any() else "int64")
    return table.sort_values(["score", "partner"], ascending=[False, True], kind="stable", ignore_index=True)


def score_matrix(
    evidence: Evidence,
    cities: Iterable[str] | None = None,
    components: Iterable[str] = STRUCTURAL,
    *,
    weights: Mapping[str, float] | None = None,
    role: str = "supplier",
) -> pd.DataFrame:
    """Return the score of every pair, each row city as supplier of each column city.

    Parameters
    ----------
    evidence
        The tables.
    cities
        Codes wanted, in that order; None: all of the evidence (the 34). The scale does not depend on the
        choice.
    components
        Which components count.
    weights, role
        As for :func:`rank_partners`; the row city is the one that looks for partners.

    Returns
    -------
    DataFrame
        Suppliers x buyers, 0..1. The row of a city is its ranking in that role. NaN on the diagonal
        and where no component is known.

    Raises
    ------
    AnalysisError
        As :func:`rank_partners`.
    """
    chosen = list(components)
    for name in chosen:
        one_of(name, COMPONENTS, "Komponen")
    w = checked_weights(weights, chosen)
    one_of(role, ROLES, "Peran")
    codes = evidence.cities if cities is None else _known(cities, evidence.cities)
    matrices = component_matrices(evidence)
    values = _directed(matrices, role)
    scores = pd.DataFrame(weighted_score(values, w), index=evidence.cities, columns=evidence.cities)
    return scores.loc[codes, codes].rename_axis(index="supplier", columns="buyer")


def pair_score(
    supply: pd.Series, demand: pd.Series, distance_km: pd.DataFrame, d0: float = D0_KM
) -> pd.DataFrame:
    """Return the checked score of every pair, z(ln S_i) + z(ln D_j) + 2 z(-ln(km_ij + d0)).

    Parameters
    ----------
    supply
        What each place can supply, > 0, any unit.
    demand
        What each place takes, > 0, any unit.
    distance_km
        Place x place, kilometres.
    d0
        Kilometres that stand for handling costs.

    Returns
    -------
    DataFrame
        Suppliers x buyers, in standard deviations: 0 is the mean pair. NaN on the diagonal and where a part
        is not known.

    References
    ----------
    Reilly, W. J. (1929). Tinbergen, J. (1962). Weights: see :data:`DEFAULT_WEIGHTS`.
    """
    parts = standard_parts(supply, demand, distance_km, d0)
    return sum(DEFAULT_WEIGHTS[name] * parts[name] for name in STRUCTURAL)


def checked_weights(
    weights: Mapping[str, float] | None = None, components: Iterable[str] = COMPONENTS
) -> np.ndarray:
    """Return one weight a component in the order of :data:`COMPONENTS`, 0 for those not in `components`.

    Raises
    ------
    AnalysisError
        If a component is unknown, a weight no finite number, all are zero or none is above zero.
    """
    given = dict(weights or {})
    for name, weight in given.items():
        one_of(name, COMPONENTS, "Komponen")
        if (
            isinstance(weight, bool)
            or not isinstance(weight, int | float | np.number)
            or not np.isfinite(weight)
        ):
            raise AnalysisError(f"Bobot {name} bukan angka: {weight!r}")
    wanted = set(components)
    w = np.array(
        [(DEFAULT_WEIGHTS | given)[name] if name in wanted else 0.0 for name in COMPONENTS], dtype="float64"
    )
    if not w.any():
        raise AnalysisError("Semua bobot nol: beri sedikitnya satu komponen bobot di atas nol")
    if not (w > 0).any():
        raise AnalysisError("Tidak ada bobot di atas nol: komponen negatif saja tidak membuat peringkat")
    return w


def _directed(matrices: Mapping[str, pd.DataFrame], role: str) -> np.ndarray:
    """City x partner x component as the row city sees it in a role."""
    columns = []
    for name in COMPONENTS:
        sells = matrices[name].to_numpy()
        buys = sells.T
        # One direction that is not known leaves the other to speak.
        both = np.where(np.isnan(sells), buys, np.where(np.isnan(buys), sells, (sells + buys) / 2))
        columns.append({"supplier": sells, "buyer": buys, "both": both}[role])
    return np.stack(columns, axis=-1)


def _partners(evidence: Evidence, city: str, cities: Iterable[str] | None, same_province: bool) -> list[str]:
    _known([city], evidence.cities)
    wanted = evidence.cities if cities is None else _known(cities, evidence.cities)
    chosen = [code for code in wanted if code != city]
    if not same_province:
        province = evidence.places["province_code"]
        chosen = [code for code in chosen if province[code] != province[city]]
    if not chosen:
        raise AnalysisError("Tidak ada kota lain yang dapat diperingkat dengan pilihan ini")
    return chosen


def _known(cities: Iterable[str], known: pd.Index) -> list[str]:
    codes = pd.Index([cities] if isinstance(cities, str) else list(cities))
    if unknown := [code for code in codes if code not in known]:
        raise AnalysisError(f"Kota tidak dikenal: {named(unknown)}. Yang ada: {', '.join(known)}")
    if codes.has_duplicates:
        raise AnalysisError(f"Kota dipilih dua kali: {named(codes[codes.duplicated()].unique())}")
    return list(codes)
