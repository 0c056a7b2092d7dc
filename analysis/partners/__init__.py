"""With whom a city fits: a score, what it is made of, why, and how sure its rank is."""

from analysis.partners.components import COMPONENTS, STRUCTURAL, component_matrices
from analysis.partners.evidence import Evidence
from analysis.partners.reasons import AGAINST
from analysis.partners.score import (
    DEFAULT_WEIGHTS,
    ROLES,
    checked_weights,
    pair_score,
    rank_partners,
    score_matrix,
)

__all__ = [
    "AGAINST",
    "COMPONENTS",
    "DEFAULT_WEIGHTS",
    "ROLES",
    "STRUCTURAL",
    "Evidence",
    "checked_weights",
    "component_matrices",
    "pair_score",
    "rank_partners",
    "score_matrix",
]
