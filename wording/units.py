"""Units and spans of time of a delivery in the reader's language; the store keeps the Indonesian word."""

from __future__ import annotations

from i18n import N_, _

WORDS = {
    "kg": N_("kg"),
    "kuintal": N_("kuintal"),
    "ton": N_("ton"),
    "butir": N_("butir"),
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


def word(code: str) -> str:
    """Return what a unit or a span is called; the code itself where it is none of ours."""
    return _(WORDS[code]) if code in WORDS else code
