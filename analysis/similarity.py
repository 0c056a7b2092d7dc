"""How alike the structures of regions are."""

from __future__ import annotations

import pandas as pd

from analysis.checks import output_values
from analysis.complementarity import matched
from analysis.specialization import row_shares


def finger_kreinin(output: pd.DataFrame) -> pd.DataFrame:
    """Return the Finger-Kreinin similarity of each pair of regions, sum_k min(s_ik, s_jk).

    Parameters
    ----------
    output
        Region x sector, amounts >= 0 in any one unit.

    Returns
    -------
    DataFrame
        Region x region, symmetric, 0 (no sector in common) .. 1 (same structure; the diagonal), without
        unit. Equals 1 - sum_k abs(s_ik - s_jk) / 2. NaN where either region is missing, its own diagonal
        included.

    Raises
    ------
    AnalysisError
        If a label repeats or an amount is negative, infinite or text.

    References
    ----------
    Finger, J. M. and Kreinin, M. E. (1979). A measure of "export similarity" and its possible uses. The
    Economic Journal 89.
    """
    s = row_shares(output_values(output))
    return pd.DataFrame(matched(s, s), index=output.index, columns=output.index)
