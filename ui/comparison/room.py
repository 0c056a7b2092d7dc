"""Room for marks and names in a chart: marks at one place stacked, a name on the side that is free."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

PLOT_WIDTH = 640  # pixels a plot is at least expected to have; see ui.charts_map
SIDES = ("top center", "bottom center", "middle right", "middle left")
LETTER = 0.56  # of the type's size
Box = tuple[float, float, float, float]


def stacked(values: pd.DataFrame, span: float, mark: float) -> pd.DataFrame:
    """Return in which lane of its row each mark stands, so that no two in a row cover each other.

    Parameters
    ----------
    values
        Row x series, on the axis as it is drawn (logarithms for a log axis); NaN is not drawn.
    span
        Length of the axis in the unit of `values`.
    mark
        Width of a mark in pixels.

    Returns
    -------
    DataFrame
        Same shape: whole numbers from 0, NaN where nothing is drawn. Marks further apart than `mark`
        share a lane.
    """
    apart = mark * span / PLOT_WIDTH
    lanes = pd.DataFrame(np.nan, index=values.index, columns=values.columns)
    for row, own in values.iterrows():
        ends: list[float] = []
        for series, value in own.dropna().sort_values(kind="stable").items():
            lane = next((at for at, end in enumerate(ends) if value - end >= apart), len(ends))
            ends[lane : lane + 1] = [value]
            lanes.at[row, series] = lane
    return lanes


def sides(
    points: Sequence[tuple[float, float, str]], mark: float, size: float, taken: list[Box]
) -> list[str]:
    """Return on which side of its mark each name is written, free of other marks, names and `taken`.

    Parameters
    ----------
    points
        Pixels from the left and from the bottom, and the name, the most important first.
    mark, size
        Radius of a mark and size of the type, in pixels.
    taken
        Boxes (left, bottom, right, top) nothing may be written over.

    Returns
    -------
    list of str
        One of :data:`SIDES` each; the first where none is free.
    """
    used = [*taken, *((x - mark, y - mark, x + mark, y + mark) for x, y, _name in points)]
    chosen = []
    for x, y, name in points:
        boxes = {side: _box((x, y), side, len(name) * size * LETTER, mark, size) for side in SIDES}
        free = (each for each in SIDES if not any(_meets(boxes[each], other) for other in used))
        side = next(free, SIDES[0])
        used.append(boxes[side])
        chosen.append(side)
    return chosen


def _box(at: tuple[float, float], side: str, wide: float, mark: float, size: float) -> Box:
    x, y = at
    gap = mark + 2
    if side == "middle right":
        return x + gap, y - size / 2, x + gap + wide, y + size / 2
    if side == "middle left":
        return x - gap - wide, y - size / 2, x - gap, y + size / 2
    low = y + gap if side == "top center" else y - gap - size
    return x - wide / 2, low, x + wide / 2, low + size


def _meets(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
