"""Errors of the data package: each names what was asked for and what there is."""

from __future__ import annotations

from collections.abc import Iterable

from i18n import N_, _

MOST_NAMED = 40


class DataError(LookupError):
    """Something asked of the data set that is not in it."""

    what = N_("nilai")

    def __init__(self, value: object, allowed: Iterable[object]):
        self.value = value
        self.allowed = tuple(str(item) for item in allowed)
        super().__init__(value, self.allowed)

    def __str__(self) -> str:
        named = ", ".join(self.allowed[:MOST_NAMED])
        more = len(self.allowed) - MOST_NAMED
        rest = f" … (+{more})" if more > 0 else ""
        return _("{what} tidak dikenal: {value}. Yang ada: {allowed}").format(
            what=_(self.what), value=repr(self.value), allowed=named + rest
        )


class UnknownTable(DataError):
    """No table of that name."""

    what = N_("tabel")


class UnknownVersion(DataError):
    """The table has no version of that number."""

    what = N_("versi")


class UnknownCity(DataError):
    """No city, region or Komwil of that code."""

    what = N_("kota atau wilayah")


class UnknownPeriod(DataError):
    """The table does not hold that period in that price basis."""

    what = N_("periode")


class UnknownReference(DataError):
    """No reference economy of that name."""

    what = N_("ekonomi pembanding")
