"""Room for marks in a row of a picture: those at one place stand below each other."""

from __future__ import annotations

from collections.abc import Sequence


def lanes(places: Sequence[float], apart: float) -> list[float]:
    """Return in which lane each mark of a row stands, so that none covers another.

    Parameters
    ----------
    places
        Where the marks stand along the row, in any order.
    apart
        How far two marks must be from each other, in the unit of `places`.

    Returns
    -------
    list of float
        Lanes from the row's middle, downwards: 0 where a mark is alone. Marks that are near each other, or
        near one that is, have lanes around the middle of their own.
    """
    found = [0.0] * len(places)
    crowd: list[int] = []
    for number in sorted(range(len(places)), key=places.__getitem__):
        if crowd and places[number] - places[crowd[-1]] >= apart:
            _spread(crowd, places, apart, found)
            crowd = []
        crowd.append(number)
    _spread(crowd, places, apart, found)
    return found


def _spread(crowd: Sequence[int], places: Sequence[float], apart: float, found: list[float]) -> None:
    """Give each mark of a crowd, from the left, the first lane whose last mark is `apart` from it."""
    ends: list[float] = []
    own = []
    for number in crowd:
        lane = next((at for at, end in enumerate(ends) if places[number] - end >= apart), len(ends))
        ends[lane : lane + 1] = [places[number]]
        own.append(lane)
    for number, lane in zip(crowd, own, strict=True):
        found[number] = lane - (len(ends) - 1) / 2
