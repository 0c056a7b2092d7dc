"""What a proposal of cooperation says, and which of it is accepted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from data import stages
from data.proposals.terms import EMPTY, TEXTS, Delivery, Terms, problems
from data.regions import regencies
from data.texts import readable
from i18n import _

PRODUCT, APPLICATION, BOTH = "produk", "aplikasi", "keduanya"
SUBJECTS = (PRODUCT, APPLICATION, BOTH)
YES, NO, OPEN = "ya", "tidak", "belum"
ANSWERS = (OPEN, NO, YES)
MOST_PARTIES = 34
MOST_EVIDENCE = 12
LONGEST = {"title": 200, "subject": 2_000, "contact": 500, "notes": 5_000, "other_parties": 500}
LONGEST_NOTE = 1_000


class ProposalError(ValueError):
    """What was asked cannot be done; the message is the sentence for the screen."""


@dataclass(frozen=True, slots=True)
class Move:
    """One move from step to step: the day it happened, and who recorded it when."""

    origin: str
    to: str
    on: str
    note: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal.

    Attributes
    ----------
    parties
        Codes of regions, the one that proposes first.
    other_parties
        Parties that are no region of the data set, in words.
    evidence
        Tables frozen when they were picked, see :mod:`findings.cooperation.proposal_evidence`.
    terms, deliveries
        What is to be delivered, and what was, by date (see :mod:`data.proposals.terms`).
    origin
        Supplier, buyer and good of the deal it was started from; empty when it was not.
    burdens, unbudgeted
        Whether the plan burdens people and region, and whether its money is not in this year's budget:
        ``ya``, ``tidak`` or ``belum`` (not decided). Either ``ya`` asks for the DPRD's approval.
    """

    title: str
    parties: tuple[str, ...]
    subject_kind: str
    subject: str = ""
    other_parties: str = ""
    products: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    evidence: tuple[dict, ...] = ()
    contact: str = ""
    notes: str = ""
    burdens: str = OPEN
    unbudgeted: str = OPEN
    stage: str = stages.ORDER[0]
    created: str = ""
    moves: tuple[Move, ...] = ()
    terms: Terms = EMPTY
    deliveries: tuple[Delivery, ...] = ()
    origin: tuple[str, ...] = ()
    key: str = ""
    revision: int = 0
    author: str = field(default="", compare=False)
    at: datetime | None = field(default=None, compare=False)

    @property
    def needs_dprd(self) -> bool | None:
        """Whether the DPRD has to approve; None while that cannot be said."""
        answers = (self.burdens, self.unbudgeted)
        return True if YES in answers else None if OPEN in answers else False

    @property
    def ended(self) -> bool:
        """Whether it is finished or stopped."""
        return self.stage in {end.code for end in stages.ENDS}

    @property
    def since(self) -> str:
        """Day (ISO) since which it stands at its step."""
        return self.moves[-1].on if self.moves else self.created

    def days_at_stage(self, today: date) -> int:
        """Whole days since it came to its step."""
        return max(0, (today - date.fromisoformat(self.since)).days)


def clean(text: str) -> str:
    """Return `text` without control characters and marks that reverse its direction; all else stays."""
    return re.sub(r"[ \t]+\n", "\n", readable(unicodedata.normalize("NFC", text))).strip()


def check(proposal: Proposal) -> Proposal:
    """Return `proposal` tidied.

    Raises
    ------
    ProposalError
        With every reason, one sentence each.
    """
    texts: dict[str, Any] = {name: clean(getattr(proposal, name)) for name in LONGEST}
    terms: dict[str, Any] = {name: clean(getattr(proposal.terms, name)) for name in TEXTS}
    tidy = replace(proposal, terms=replace(proposal.terms, **terms), **texts)
    found = [*_wording(tidy), *_parties(tidy), *problems(tidy.terms)]
    if tidy.subject_kind not in SUBJECTS:
        found.append(_("Pokok kerja sama tidak dikenal: “{value}”.").format(value=tidy.subject_kind[:40]))
    if {tidy.burdens, tidy.unbudgeted} - set(ANSWERS):
        found.append(_("Jawaban tentang beban dan anggaran hanya ya, tidak, atau belum."))
    if tidy.stage not in stages.BY_CODE:
        found.append(_("Tahap tidak dikenal: “{value}”.").format(value=tidy.stage[:40]))
    if len(tidy.evidence) > MOST_EVIDENCE:
        found.append(_("Paling banyak {most} bukti pada satu usulan.").format(most=MOST_EVIDENCE))
    if found:
        raise ProposalError("\n".join(found))
    return tidy


def _wording(proposal: Proposal) -> list[str]:
    names = {
        "title": _("Judul"),
        "subject": _("Uraian"),
        "contact": _("Narahubung"),
        "notes": _("Catatan"),
        "other_parties": _("Pihak lain"),
    }
    found = [
        _("{field} terlalu panjang: {length} huruf, paling banyak {most}. Tulisan Anda tidak hilang.").format(
            field=names[name], length=len(getattr(proposal, name)), most=most
        )
        for name, most in LONGEST.items()
        if len(getattr(proposal, name)) > most
    ]
    return found if proposal.title else [_("Usulan belum berjudul."), *found]


def _parties(proposal: Proposal) -> list[str]:
    known = set(regencies().index) | {"31"}
    found = [
        _("Tidak ada daerah berkode “{code}”.").format(code=str(code)[:20])
        for code in proposal.parties
        if code not in known
    ]
    if len(set(proposal.parties)) < len(proposal.parties):
        found.append(_("Satu daerah disebut dua kali sebagai pihak."))
    if not proposal.parties or len(proposal.parties) + bool(proposal.other_parties) < 2:
        found.append(_("Kerja sama memerlukan sedikitnya dua pihak, salah satunya daerah pengusul."))
    if len(proposal.parties) > MOST_PARTIES:
        found.append(_("Paling banyak {most} pihak pada satu usulan.").format(most=MOST_PARTIES))
    return found


def changed(older: Proposal, newer: Proposal) -> tuple[str, ...]:
    """Return the names of the fields in which two revisions differ, revision and author apart."""
    passed_over = ("key", "revision", "author", "at")
    return tuple(
        each.name
        for each in fields(Proposal)
        if each.name not in passed_over and getattr(older, each.name) != getattr(newer, each.name)
    )
