"""With whom a city fits: the ranking, what each score is made of, and the data years behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

import data
from analysis import partners
from analysis.partners import AGAINST, DEFAULT_WEIGHTS, ROLES
from analysis.partners.components import COMPONENTS, STRUCTURAL
from findings.partner_evidence import TABLES, evidence

# What the reader weighs: every component but the agreements, which have modes of their own.
SUBJECTS = tuple(name for name in COMPONENTS if name != "agreements")
DEFAULTS = {name: int(DEFAULT_WEIGHTS[name]) for name in SUBJECTS}
AGREEMENT_MODES = {"tampil": 0, "mendukung": 1, "mengurangi": -1}
SCOPES = ("komwil_1", "anggota")
CARDS = 5


class Choices(NamedTuple):
    """What the reader asked the ranking for; hashable.

    Attributes
    ----------
    weights
        One whole number a subject, in the order of :data:`SUBJECTS`.
    agreements
        Key of :data:`AGREEMENT_MODES`.
    role
        ``both``, ``supplier`` (to whom the city could sell), ``buyer`` (from whom it could buy).
    scope
        ``komwil_1`` or ``anggota`` (the 34).
    same_province
        Whether partners of the same province are among the candidates.
    """

    weights: tuple[int, ...] = tuple(DEFAULTS.values())
    agreements: str = "tampil"
    role: str = ROLES[0]
    scope: str = SCOPES[0]
    same_province: bool = True


def rank_partners(city: str, **asked) -> pd.DataFrame:
    """Return the partners of a city by the evidence in force, the best first.

    Parameters
    ----------
    city
        Code of the city.
    **asked
        As for :func:`analysis.partners.rank_partners`, whose result this is.
    """
    return partners.rank_partners(city, evidence(), **asked)


def score_matrix(
    cities: Iterable[str] | None = None, components: Iterable[str] = STRUCTURAL, **asked
) -> pd.DataFrame:
    """Return the score of every pair of the 34 by the evidence in force, suppliers x buyers.

    As :func:`analysis.partners.score_matrix`.
    """
    return partners.score_matrix(evidence(), cities, components, **asked)


def component_weights(choices: Choices) -> dict[str, float]:
    """Return the weight of each component of the ranking."""
    weights = {name: float(weight) for name, weight in zip(SUBJECTS, choices.weights, strict=True)}
    return weights | {"agreements": float(AGREEMENT_MODES[choices.agreements])}


def rankable(choices: Choices) -> bool:
    """Whether any weight is above zero, without which there is no ranking."""
    return any(weight > 0 for weight in component_weights(choices).values())


def default_choices(city: str, **asked) -> Choices:
    """Return what is asked for `city` unless the reader says otherwise; `asked` names what differs.

    A city of the home Komwil looks among its own, one of another among all members. Page, slides, briefs,
    workbook and the check before publishing all start here.
    """
    own = data.cities().at[city, "komwil"] == data.HOME_KOMWIL
    return Choices(**({"scope": SCOPES[0 if own else 1]} | asked))


def candidates(city: str, choices: Choices) -> list[str]:
    """Return the cities that may become partners of `city` by the scope asked for."""
    members = data.cities(data.HOME_KOMWIL if choices.scope == SCOPES[0] else None).index
    return [code for code in members if code != city]


@data.by_version(*TABLES, size=256)
def ranking(city: str, choices: Choices | None = None) -> pd.DataFrame:
    """Return the partners of a city, the best first.

    Parameters
    ----------
    choices
        None: :func:`default_choices`.

    Returns
    -------
    DataFrame
        As :func:`analysis.partners.rank_partners`, with ``km`` (great circle).

    Raises
    ------
    AnalysisError
        If no weight is above zero, or the choice leaves no candidate.
    """
    choices = choices or default_choices(city)
    frame = rank_partners(
        city,
        weights=component_weights(choices),
        role=choices.role,
        cities=candidates(city, choices),
        same_province=choices.same_province,
    )
    kilometres = evidence().distance_km.loc[city]
    return frame.assign(km=frame["partner"].map(kilometres))


def contributions(frame: pd.DataFrame, choices: Choices) -> pd.DataFrame:
    """Return what each subject adds to the score of each partner; rows add up to the score.

    Parameters
    ----------
    frame
        From :func:`ranking`.

    Returns
    -------
    DataFrame
        Partner x subject (and ``agreements`` where they count), NaN where not known or of no weight.
    """
    weights = pd.Series(component_weights(choices)).reindex(list(COMPONENTS)).to_numpy()
    values = frame[list(COMPONENTS)].to_numpy(dtype=float)
    counted = np.where(weights < 0, 1 - values, values) * np.abs(weights)
    mass = (~np.isnan(values) * np.abs(weights)).sum(axis=1, keepdims=True)
    parts = pd.DataFrame(
        counted / np.where(mass > 0, mass, np.nan), index=frame["partner"], columns=list(COMPONENTS)
    )
    return parts.loc[:, np.abs(weights) > 0]


def reasons_by_code(reasons: tuple) -> dict[str, list[dict]]:
    """Return the records of a partner by code, in their order."""
    found: dict[str, list[dict]] = {}
    for code, params in reasons:
        found.setdefault(code, []).append(params)
    return found


def against(reasons: tuple) -> list[tuple[str, dict]]:
    """Return the records that speak against a partner or make the advice less sure."""
    return [(code, params) for code, params in reasons if code in AGAINST]


@data.by_version("products")
def product_names() -> dict[str, str]:
    """Return product id -> name."""
    return data.load("products").set_index("product_id")["product"].to_dict()


@data.by_version(*TABLES)
def periods() -> dict[str, str]:
    """Return the period of each table behind the score: ``output``, ``population``, ``spending``."""
    return dict(evidence().periods)


@data.by_version(*TABLES)
def source_ids() -> tuple[str, ...]:
    """Return the sources of the figures behind the score: output, spending, population."""
    members = data.cities().index
    found: list[str] = []
    for table, period, column in (
        ("grdp_sectors", data.latest_quarter(), "period"),
        ("household_spending", None, "year"),
    ):
        rows = data.load(table)
        rows = rows[rows["region_code"].isin(members)]
        rows = rows if period is None else rows[rows[column] == period]
        found += rows["source_id"].unique().tolist()
    return tuple(dict.fromkeys(found))
