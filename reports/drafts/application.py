"""What the letter that asks for an application says of it; what only people know stays None, a yellow blank.

Drafts are Indonesian in both languages; words shared with the screen are asked for in that language.
"""

from __future__ import annotations

import pandas as pd

import data
from data import publiccode
from data.proposals import Proposal
from data.schema import label
from findings import applications
from reports.drafts.parties import leader
from wording import applications as words
from wording import formats
from wording.names import full_name
from wording.phrases import lower_first

FIELDS = (
    "aplikasi_diminta", "kepala_pemilik", "pemda_pemilik", "alasan_celah", "pemakai_lain", "izin_tercatat",
    "belum_tercatat",
)  # fmt: skip
BLANKS = {
    "aplikasi_diminta": "nama aplikasi",
    "kepala_pemilik": "kepala daerah pemilik aplikasi",
    "pemda_pemilik": "pemerintah daerah pemilik aplikasi",
    "alasan_celah": "layanan yang hendak diperbaiki",
    "belum_tercatat": "keterangan yang diperlukan",
}
# What the letter asks about in its own numbered lines is not asked for again as missing.
_ASKED_ANYWAY = ("licence", "repository_url", "contact_name", "contact_email", "contact_phone")


def values(proposal: Proposal) -> dict[str, str | None]:
    """Return what each field of :data:`FIELDS` says; None where only people can fill it, "" where nothing."""
    app = _asked_for(proposal)
    if app is None:
        return dict.fromkeys(FIELDS) | {"pemakai_lain": "", "izin_tercatat": ""}
    taker, owner = proposal.parties[0], app["region_code"]
    domain = app["service_domain"]
    return {
        "aplikasi_diminta": app["app"],
        "kepala_pemilik": leader(owner),
        "pemda_pemilik": f"Pemerintah {full_name(owner)}",
        "alasan_celah": _gap(taker, domain),
        "pemakai_lain": _others(app),
        "izin_tercatat": _licence(app),
        "belum_tercatat": _not_recorded(app),
    }


def _asked_for(proposal: Proposal) -> pd.Series | None:
    """The first application picked that is not the proposer's own."""
    owners = data.load("apps").set_index("app_id")["region_code"]
    others = [app for app in proposal.apps if app in owners.index and owners[app] != proposal.parties[0]]
    return applications.one(others[0]) if others else None


def _gap(city: str, domain: str) -> str:
    """Why we ask; a gap nobody recorded is for the office to confirm, never written as if it were known."""
    why = applications.gap_of(city, domain)
    service = lower_first(label("service_domain", domain, "id"))
    if why.known:
        return words.gap_reason(why, full_name(city), domain)
    return f"Layanan di bidang {service} di {full_name(city)} hendak kami perbaiki."


def _others(app: pd.Series) -> str:
    said = words.adopters(app["adopters"])
    return f"Menurut sumber publik (lihat lampiran): {lower_first(said)}" if said else ""


def _licence(app: pd.Series) -> str:
    licence = app["licence"]
    return "" if pd.isna(licence) else f"Yang tercatat: {licence}."


def _not_recorded(app: pd.Series) -> str:
    lacking = [
        guide.asked
        for column, guide in publiccode.GUIDES.items()
        if pd.isna(app[column]) and column not in _ASKED_ANYWAY
    ]
    return formats.listing(lacking) if lacking else "tidak ada: semua keterangan sudah tercatat"
