"""Whom a story is about."""

from __future__ import annotations

from typing import NamedTuple

import data


class Subject(NamedTuple):
    """Who a story is about: one city, a pair, or (both empty) all of the home Komwil."""

    city: str = ""
    other: str = ""

    @property
    def kind(self) -> str:
        """``city``, ``pair`` or ``all``."""
        return "pair" if self.other else "city" if self.city else "all"

    @property
    def cities(self) -> tuple[str, ...]:
        """Codes of the cities it is about."""
        return tuple(filter(None, self)) or tuple(data.cities(data.HOME_KOMWIL).index)

    @property
    def key(self) -> str:
        """What tells this subject from any other: ``1271``, ``1271-1471``, ``komwil-i``."""
        return "-".join(filter(None, self)) or f"komwil-{data.HOME_KOMWIL.lower()}"


def subject(city: str | None = None, pair: tuple[str, str] | None = None) -> Subject:
    """Return the subject of a story.

    Raises
    ------
    data.UnknownCity
        If a code is not one of the 34 cities.
    ValueError
        If the two cities of a pair are one, or city and pair are both given.
    """
    if city and pair:
        raise ValueError("city or pair, not both")
    known = data.cities().index
    for code in (city, *(pair or ())):
        if code is not None and code not in known:
            raise data.UnknownCity(code, known)
    if pair and pair[0] == pair[1]:
        raise ValueError(f"a pair is two cities: {pair[0]}")
    return Subject(*pair) if pair else Subject(city or "")
