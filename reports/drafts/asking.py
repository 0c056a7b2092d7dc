"""The letter that asks for one application, straight from its card: no proposal has to be saved first."""

from __future__ import annotations

from datetime import date

import data
from data.proposals import APPLICATION, Proposal
from findings.cooperation import proposal_evidence
from reports.drafts.writing import draft

KIND = "permintaan_aplikasi"


def request(app_id: str, city: str, today: date) -> bytes:
    """Return the letter by which `city` asks the owner of an application for it, as DOCX.

    Raises
    ------
    KeyError
        If there is no such application.
    ValueError
        If the application is the city's own.
    """
    row = data.load("apps").set_index("app_id").loc[app_id]
    if row["region_code"] == city:
        raise ValueError(f"{app_id} is an application of {city} itself")
    proposal = Proposal(
        row["app"],
        (city, row["region_code"]),
        APPLICATION,
        apps=(app_id,),
        evidence=proposal_evidence.freeze_application(app_id, today),
    )
    return draft(KIND, proposal)


def file_name(app_id: str, city: str) -> str:
    """Return a file name of plain letters: ``permintaan_A014_untuk_1275.docx``."""
    return f"permintaan_{app_id}_untuk_{city}.docx"
