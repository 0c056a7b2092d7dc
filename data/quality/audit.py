"""What is suspicious in a table as a whole: a series that was copied from one region to another."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

LEAST_SHARED = 6


def copied_series(
    frame: pd.DataFrame,
    value: str,
    by: str = "region_code",
    along: Sequence[str] = ("period",),
    least: int = LEAST_SHARED,
) -> list[tuple[str, ...]]:
    """Return groups of regions whose whole series are the same: one was copied from the other.

    Parameters
    ----------
    frame
        One row a region and moment.
    value, by, along
        The column of the amounts, of the regions, and those that make one series.
    least
        Shorter series, and series of one single amount, may be alike by chance and are left out.

    Returns
    -------
    list of tuple of str
        Codes of the regions that share a series, each group sorted.
    """
    wide = frame.pivot(index=by, columns=list(along), values=value)
    long = wide[(wide.notna().sum(axis=1) >= least) & (wide.nunique(axis=1) > 1)]
    groups: dict[tuple, list[str]] = {}
    for region, row in zip(long.index, long.to_numpy(), strict=True):
        groups.setdefault(tuple(None if pd.isna(each) else float(each) for each in row), []).append(region)
    return sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)
