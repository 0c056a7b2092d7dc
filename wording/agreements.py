"""How long an agreement still runs, and the units of its deliveries, in words."""

from __future__ import annotations

from datetime import date

import pandas as pd

from data.schema import codes, label
from findings.cooperation.agreements import NEWS
from i18n import N_, _, language, ngettext
from wording import formats
from wording.names import party_name

UNITS_OF_VOLUMES = "volume_unit"  # the list of the data
WEEK = 7
WHOLE = 100
# Of deliveries; the store keeps the Indonesian word.
UNIT_WORDS = {
    "kg": N_("kg"),
    "kuintal": N_("kuintal"),
    "ekor": N_("ekor"),
    "liter": N_("liter"),
    "ikat": N_("ikat"),
    "buah": N_("buah"),
    "lembar": N_("lembar"),
    "hari": N_("hari"),
    "minggu": N_("minggu"),
    "bulan": N_("bulan"),
    "tahun": N_("tahun"),
}


def unit_word(code: str) -> str:
    """Return what a unit or a span is called; the code itself where it is none of ours."""
    if code in codes(UNITS_OF_VOLUMES):
        return label(UNITS_OF_VOLUMES, code, language())
    return _(UNIT_WORDS[code]) if code in UNIT_WORDS else code


def time_left(days: int) -> str:
    """Say when an agreement ends: in weeks, in days within the last one, or since when it is over."""
    weeks = abs(days) // WEEK
    if days < 0:
        if weeks == 0:
            return _("berakhir minggu ini")
        return ngettext("berakhir {count} minggu lalu", "berakhir {count} minggu lalu", weeks).format(
            count=formats.number(weeks)
        )
    if weeks == 0:
        return ngettext("berakhir dalam {count} hari", "berakhir dalam {count} hari", days).format(count=days)
    return ngettext("berakhir dalam {count} minggu", "berakhir dalam {count} minggu", weeks).format(
        count=formats.number(weeks)
    )


def line(row, standing: str = "") -> str:
    """Say with whom an agreement is, until when, and how it goes; a row of :func:`.agreements.of_city`."""
    partners = formats.listing([party_name(code) for code in row.partners.split(";") if code])
    said = _("Dengan {partners}: {left} ({day})").format(
        partners=partners or formats.MISSING,
        left=time_left(row.days_left),
        day=formats.day(date.fromisoformat(row.end)),
    )
    if row.kind == NEWS:
        return said + _("; menurut berita, realisasinya tidak tercatat.")
    said += f"; {standing}" if standing else ""
    if not pd.isna(row.balance):
        pattern = _("; kurang {amount} {unit}") if row.balance < 0 else _("; lebih {amount} {unit}")
        said += pattern.format(
            amount=formats.number(abs(row.balance), 0 if abs(row.balance) >= WHOLE else 1),
            unit=unit_word(row.unit),
        )
    return said + "."
