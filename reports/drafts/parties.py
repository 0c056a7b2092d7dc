"""Parties and object of a proposal in the Bahasa of an official letter: governments, heads, ordinals."""

from __future__ import annotations

import data
from data.proposals import APPLICATION, BOTH, PRODUCT, Proposal
from wording.names import full_name
from wording.phrases import lower_first

ORDINALS = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN")
SUBJECT_WORDS = {
    PRODUCT: "produk unggulan",
    APPLICATION: "aplikasi unggulan",
    BOTH: "produk unggulan dan aplikasi unggulan",
}
_LEADERS = {"kota": "Wali Kota", "kabupaten": "Bupati", "provinsi": "Gubernur"}


def leader(code: str) -> str:
    """Return the head of a region as a letter addresses one: ``Wali Kota Medan``."""
    region = _regions().get(code, {})
    place = region.get("province" if region.get("level") == "provinsi" else "short_name", code)
    return f"{_LEADERS.get(str(region.get('level')), 'Kepala Daerah')} {place}"


@data.by_version("regions")
def _regions() -> dict[str, dict]:
    return data.load("regions").set_index("region_code").to_dict("index")


def party_names(proposal: Proposal) -> list[str]:
    """Return the parties as governments: ``Pemerintah Kota Medan``; others as they were typed."""
    named = [f"Pemerintah {full_name(code)}" for code in proposal.parties]
    return [*named, *([proposal.other_parties] if proposal.other_parties else [])]


def ordinal(position: int) -> str:
    """Return what the party at a place is called in an agreement: ``PIHAK KESATU``."""
    return f"PIHAK {ORDINALS[position]}" if position < len(ORDINALS) else f"PIHAK KE-{position + 1}"


def named(table: str, column: str, codes: tuple[str, ...]) -> list[str]:
    """Return the names of products or applications with their city, in the order picked."""
    key = "product_id" if table == "products" else "app_id"
    rows = data.load(table).set_index(key)
    return [
        f"{rows.at[code, column]} ({full_name(rows.at[code, 'region_code'])})"
        for code in codes
        if code in rows.index
    ]


def subject(proposal: Proposal) -> str:
    """What the cooperation is about: the good of its terms, else the kind of subject."""
    kind = SUBJECT_WORDS.get(proposal.subject_kind, proposal.subject_kind)
    if not proposal.terms.good or proposal.subject_kind != PRODUCT:
        return kind
    return f"penyediaan {lower_first(proposal.terms.good)}"
