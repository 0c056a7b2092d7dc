"""Years over which no growth may be worked out, since the figures are of two vintages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

FILE = Path(__file__).resolve().parents[1] / "facts" / "growth_breaks.csv"


@lru_cache(maxsize=1)
def _read() -> pd.DataFrame:
    return pd.read_csv(FILE, dtype={"region_code": str})


def growth_breaks() -> pd.DataFrame:
    """Return the breaks.

    Returns
    -------
    DataFrame
        `region_code`, `year` (growth on the year before is not worked out), `older_year` (whose figure is of
        an older edition) and `excess` (by how much that figure lies above the newer one, a share).
    """
    return _read().copy(deep=False)
