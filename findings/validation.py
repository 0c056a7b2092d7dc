"""Whether the ranking of partners finds what is documented: the data in force, and the check of them."""

from __future__ import annotations

import pandas as pd

import data
from analysis import validation
from findings.partner_evidence import TABLES, evidence


@data.by_version(*TABLES, size=8)
def validate_score(reference: str = "indonesia") -> pd.DataFrame:
    """Return how well the score, its parts and plain distance find the documented flows.

    As :func:`analysis.validation.validate_score`: indexed by measure, ``auc``, ``low``, ``high``, ``pairs``,
    ``links``.
    """
    return validation.validate_score(evidence(), reference)
