"""Tables of chance for the property tests, and the small economy worked by hand."""

import numpy as np
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

# Enough to find a broken identity, few enough for two cores.
settings.register_profile("analysis", max_examples=40, deadline=None)
QUICK = settings.get_profile("analysis")

SECTORS = ["A", "C", "G"]

# Totals 100, 50 and 50 in three sectors; the reference is their sum: 80, 60, 60 of 200.
OUTPUT = pd.DataFrame(
    [[60.0, 30.0, 10.0], [10.0, 20.0, 20.0], [10.0, 10.0, 30.0]], index=["x", "y", "z"], columns=SECTORS
)
REFERENCE = pd.Series({"A": 80.0, "C": 60.0, "G": 60.0})


@st.composite
def outputs(draw, max_regions=7, max_sectors=6, zeros=True):
    """A region x sector table of whole amounts, each row and column with something in it."""
    regions = draw(st.integers(2, max_regions))
    sectors = draw(st.integers(2, max_sectors))
    low = 0 if zeros else 1
    cells = draw(st.lists(st.integers(low, 1000), min_size=regions * sectors, max_size=regions * sectors))
    values = np.array(cells, dtype="float64").reshape(regions, sectors)
    values[values.sum(axis=1) == 0, 0] = 1.0
    values[0, values.sum(axis=0) == 0] = 1.0
    return pd.DataFrame(
        values, index=[f"r{i}" for i in range(regions)], columns=[f"k{i}" for i in range(sectors)]
    )
