"""Periods as sentences name them, looked up in the data."""

from __future__ import annotations

import data
from findings import partners
from i18n import _
from wording import formats


def quarter() -> str:
    """The quarter that shares and quotients speak of: ``Triwulan I 2026``."""
    return formats.period(data.latest_quarter())


def status(code: str) -> str:
    """How settled a year's GRDP is, see :func:`data.year_status`."""
    return {
        "final": _("tetap"),
        "preliminary": _("sementara"),
        "very_preliminary": _("sangat sementara"),
    }[code]


def year(period: str) -> str:
    """A year with what is to be said about it: ``2025, sangat sementara``; a final year alone."""
    code = data.year_status(period)
    return period if code == "final" else f"{period}, {status(code)}"


def unsettled() -> str:
    """Which years of GRDP are not final, as a sentence; empty when all are."""
    years = ", ".join(f"{each} {status(data.year_status(each))}" for each in data.unsettled_years())
    return _("PDRB {years}.").format(years=years) if years else ""


def spending() -> str:
    """The survey and the count of people behind food markets: ``Susenas 2025, penduduk 2024``."""
    known = partners.periods()
    return _("Susenas {survey}, penduduk {people}").format(
        survey=known["spending"], people=known["population"]
    )
