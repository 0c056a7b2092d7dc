"""Errors of the data package: each names what was asked for and what there is."""

from __future__ import annotations

from collections.abc import Iterable

MOST_NAMED = 40


class DataError(LookupError):
    """Something asked of the data set that is not in it."""

    what = "nilai"

    def __init__(self, value: object, allowed: Iterable[object]):
        self.value = value
        self.allowed = tuple(str(item) for item in allowed)
        named = ", ".join(self.allowed[:MOST_NAMED])
        more = len(self.allowed) - MOST_NAMED
        rest = f" … (+{more})" if more > 0 else ""
        super().__init__(f"{self.what} tidak dikenal: {value!r}. Yang ada: {named}{rest}")


class UnknownTable(DataError):
    """No table of that name."""

    what = "tabel"


class UnknownVersion(DataError):
    """The table has no version of that number."""

    what = "versi"


class UnknownCity(DataError):
    """No city, region or Komwil of that code."""

    what = "kota atau wilayah"


class UnknownPeriod(DataError):
    """The table does not hold that period in that price basis."""

    what = "periode"


class UnknownReference(DataError):
    """No reference economy of that name."""

    what = "ekonomi pembanding"
