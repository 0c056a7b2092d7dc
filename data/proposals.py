"""Proposals of cooperation: what one says, the step it is at, and how it may move.

A proposal is a document of the store: every save is a new revision with author and time, and a save
made from an old revision is refused (:class:`data.store.Conflict`), so nothing is ever lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime

from data import stages
from data.access import Identity, Permission, Refused, permission
from data.regions import regencies
from data.store import Conflict, Store
from data.store.documents import Document
from i18n import _

COLLECTION = "proposals"
PRODUCT, APPLICATION, BOTH = "produk", "aplikasi", "keduanya"
SUBJECTS = (PRODUCT, APPLICATION, BOTH)
YES, NO, OPEN = "ya", "tidak", "belum"
ANSWERS = (OPEN, NO, YES)
MOST_PARTIES = 34
MOST_EVIDENCE = 12
LONGEST = {"title": 200, "subject": 2_000, "contact": 500, "notes": 5_000, "other_parties": 500}
LONGEST_NOTE = 1_000
_ATTEMPTS = 50

# Marks that turn the direction of the text around them, or are no text at all.
_TURNING = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


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
        Tables frozen when they were picked, see :mod:`findings.proposal_evidence`.
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
    kept = [
        letter
        for letter in unicodedata.normalize("NFC", text)
        if letter in "\n\t" or (unicodedata.category(letter) not in ("Cc", "Cs") and letter not in _TURNING)
    ]
    return re.sub(r"[ \t]+\n", "\n", "".join(kept)).strip()


def next_stage(proposal: Proposal) -> str | None:
    """Return the step that follows; None at an end or when it depends on an answer still open."""
    if proposal.ended:
        return None
    place = stages.ORDER.index(proposal.stage) + 1
    if place == len(stages.ORDER):
        return stages.FINISHED.code
    following = stages.ORDER[place]
    if following != stages.DPRD or proposal.needs_dprd:
        return following
    return None if proposal.needs_dprd is None else stages.ORDER[place + 1]


def possible_moves(proposal: Proposal) -> tuple[str, ...]:
    """Return where the proposal may go now: the next step, any earlier one, or a stop."""
    if proposal.ended:
        return ()
    forward = next_stage(proposal)
    earlier = stages.ORDER[: stages.ORDER.index(proposal.stage)]
    return (*([forward] if forward else []), *reversed(earlier), stages.STOPPED.code)


def check(proposal: Proposal) -> Proposal:
    """Return `proposal` tidied.

    Raises
    ------
    ProposalError
        With every reason, one sentence each.
    """
    tidy = replace(proposal, **{name: clean(getattr(proposal, name)) for name in LONGEST})
    problems = [*_wording(tidy), *_parties(tidy)]
    if tidy.subject_kind not in SUBJECTS:
        problems.append(_("Pokok kerja sama tidak dikenal: “{value}”.").format(value=tidy.subject_kind[:40]))
    if {tidy.burdens, tidy.unbudgeted} - set(ANSWERS):
        problems.append(_("Jawaban tentang beban dan anggaran hanya ya, tidak, atau belum."))
    if tidy.stage not in stages.BY_CODE:
        problems.append(_("Tahap tidak dikenal: “{value}”.").format(value=tidy.stage[:40]))
    if len(tidy.evidence) > MOST_EVIDENCE:
        problems.append(_("Paling banyak {most} bukti pada satu usulan.").format(most=MOST_EVIDENCE))
    if problems:
        raise ProposalError("\n".join(problems))
    return tidy


def _wording(proposal: Proposal) -> list[str]:
    names = {
        "title": _("Judul"),
        "subject": _("Uraian"),
        "contact": _("Narahubung"),
        "notes": _("Catatan"),
        "other_parties": _("Pihak lain"),
    }
    problems = [
        _("{field} terlalu panjang: {length} huruf, paling banyak {most}. Tulisan Anda tidak hilang.").format(
            field=names[name], length=len(getattr(proposal, name)), most=most
        )
        for name, most in LONGEST.items()
        if len(getattr(proposal, name)) > most
    ]
    return problems if proposal.title else [_("Usulan belum berjudul."), *problems]


def _parties(proposal: Proposal) -> list[str]:
    known = set(regencies().index) | {"31"}
    problems = [
        _("Tidak ada daerah berkode “{code}”.").format(code=str(code)[:20])
        for code in proposal.parties
        if code not in known
    ]
    if len(set(proposal.parties)) < len(proposal.parties):
        problems.append(_("Satu daerah disebut dua kali sebagai pihak."))
    if not proposal.parties or len(proposal.parties) + bool(proposal.other_parties) < 2:
        problems.append(_("Kerja sama memerlukan sedikitnya dua pihak, salah satunya daerah pengusul."))
    if len(proposal.parties) > MOST_PARTIES:
        problems.append(_("Paling banyak {most} pihak pada satu usulan.").format(most=MOST_PARTIES))
    return problems


def moved(proposal: Proposal, to: str, on: date, note: str, *, author: str, now: datetime) -> Proposal:
    """Return the proposal at step `to`.

    Raises
    ------
    ProposalError
        If a step would be skipped, the day lies before the last move or after today, a way back or a
        stop has no reason, or whether the DPRD must approve is still open.
    """
    note = clean(note)
    if to not in stages.BY_CODE:
        raise ProposalError(_("Tahap tidak dikenal: “{value}”.").format(value=str(to)[:40]))
    if proposal.ended:
        raise ProposalError(_("Usulan ini sudah berakhir; buat usulan baru untuk melanjutkannya."))
    if to not in possible_moves(proposal):
        raise ProposalError(_why_not(proposal, to))
    back = to == stages.STOPPED.code or (
        to in stages.ORDER and stages.ORDER.index(to) < stages.ORDER.index(proposal.stage)
    )
    if back and not note:
        raise ProposalError(_("Tulis alasannya: usulan dihentikan atau dikembalikan ke tahap sebelumnya."))
    if len(note) > LONGEST_NOTE:
        raise ProposalError(_("Catatan paling banyak {most} huruf.").format(most=LONGEST_NOTE))
    if on > now.date():
        raise ProposalError(_("Tanggal kejadian belum tiba; catat setelah terjadi."))
    if on.isoformat() < proposal.since:
        raise ProposalError(
            _("Tanggal mendahului tahap sebelumnya ({since}). Periksa urutan tanggalnya.").format(
                since=proposal.since
            )
        )
    step = Move(proposal.stage, to, on.isoformat(), note, author, now.isoformat(timespec="seconds"))
    return replace(proposal, stage=to, moves=(*proposal.moves, step))


def _why_not(proposal: Proposal, to: str) -> str:
    if to == proposal.stage:
        return _("Usulan sudah berada pada tahap itu.")
    if proposal.stage == "ttd_kb" and proposal.needs_dprd is None:
        return _(
            "Tentukan dahulu apakah rencana membebani masyarakat dan daerah dan apakah dananya sudah "
            "dianggarkan: dari situ diketahui perlu tidaknya persetujuan DPRD."
        )
    if to == stages.DPRD or (proposal.stage == "ttd_kb" and proposal.needs_dprd):
        return (
            _("Rencana ini memerlukan persetujuan DPRD; tahap itu tidak dapat dilewati.")
            if proposal.needs_dprd
            else _("Persetujuan DPRD tidak diperlukan menurut jawaban pada usulan ini.")
        )
    return _("Tahap tidak dapat dilompati: setelah “{here}” berikutnya “{following}”.").format(
        here=_(stages.BY_CODE[proposal.stage].title),
        following=_(stages.BY_CODE[next_stage(proposal) or proposal.stage].title),
    )


class Proposals:
    """Proposals kept in the store. Everybody may read; every writing names an identity and is checked.

    Creating, changing, moving and refusing each leave a line in the audit trail of the store.
    """

    def __init__(self, store: Store):
        self._store = store
        self._documents = store.documents

    def all(self) -> list[Proposal]:
        """Return every proposal as it stands now."""
        return [_read(document) for document in self._documents.list(COLLECTION)]

    def get(self, key: str) -> Proposal | None:
        """Return one proposal; None when there is none of that key."""
        document = self._documents.get(COLLECTION, key)
        return None if document is None else _read(document)

    def history(self, key: str) -> list[Proposal]:
        """Return all revisions, newest first."""
        revisions = self._documents.history(COLLECTION, key)
        return [_read(document) for document in revisions if document.payload is not None]

    def may_write(self, identity: Identity, parties: Sequence[str] | None = None) -> Permission:
        """Return the permission to write a proposal of `parties` (None: any at all).

        Raises
        ------
        Refused
            Without a role, or for an analyst none of whose cities is a party. With no login configured
            only the machine itself may write.
        """
        try:
            granted = permission(self._store, identity)
        except Refused:
            raise Refused(
                _(
                    "Usulan dibuat dan dipindahkan oleh akun yang diberi peran; tanpa akun hanya dari "
                    "komputer tempat aplikasi ini berjalan. Anda tetap dapat membaca semuanya."
                )
            ) from None
        if parties is not None and not granted.everything and not set(granted.cities) & set(parties):
            raise Refused(_("Peran Anda terbatas pada kota Anda; kota itu bukan pihak pada usulan ini."))
        return granted

    def create(self, proposal: Proposal, identity: Identity, today: date) -> Proposal:
        """Keep a new proposal under the next free number. Raises ProposalError, Refused."""
        author = self._author(identity, proposal)
        tidy = check(replace(proposal, created=today.isoformat(), stage=stages.ORDER[0], moves=()))
        taken = [int(found[1]) for each in self.all() if (found := re.fullmatch(r"KS-(\d+)", each.key))]
        number = max(taken, default=0) + 1
        for attempt in range(_ATTEMPTS):
            try:
                saved = self._save(replace(tidy, key=f"KS-{number + attempt:03d}", revision=0), author)
            except Conflict:  # somebody took that number a moment ago
                continue
            self._store.audit.record(author, "proposal_created", saved.key)
            return saved
        raise ProposalError(_("Nomor usulan sedang diperebutkan; coba simpan sekali lagi."))

    def update(self, proposal: Proposal, identity: Identity) -> Proposal:
        """Keep a change of the words, parties or evidence. Raises ProposalError, Refused, Conflict."""
        here = self.get(proposal.key)
        author = self._author(identity, here or proposal)
        saved = self._save(check(proposal), author)
        self._store.audit.record(author, "proposal_changed", saved.key, revision=saved.revision)
        return saved

    def move(
        self, proposal: Proposal, to: str, on: date, note: str, *, identity: Identity, now: datetime
    ) -> Proposal:
        """Move a proposal and keep that; arguments as :func:`moved`. Raises also Refused and Conflict."""
        author = self._author(identity, proposal)
        saved = self._save(moved(proposal, to, on, note, author=author, now=now), author)
        self._store.audit.record(
            author, "proposal_moved", saved.key, origin=proposal.stage, to=to, revision=saved.revision
        )
        return saved

    def _author(self, identity: Identity, proposal: Proposal) -> str:
        try:
            return self.may_write(identity, proposal.parties).author
        except Refused as refusal:
            subject = f"{COLLECTION}/{proposal.key or '-'}"
            self._store.audit.record(
                identity.actor, "refused", subject, reason=str(refusal), peer=identity.peer
            )
            raise

    def _save(self, proposal: Proposal, author: str) -> Proposal:
        payload = asdict(proposal)
        for name in ("key", "revision", "author", "at"):
            del payload[name]
        return _read(self._documents.save(COLLECTION, proposal.key, payload, author, proposal.revision))


def changed(older: Proposal, newer: Proposal) -> tuple[str, ...]:
    """Return the names of the fields in which two revisions differ, revision and author apart."""
    passed_over = ("key", "revision", "author", "at")
    return tuple(
        each.name
        for each in fields(Proposal)
        if each.name not in passed_over and getattr(older, each.name) != getattr(newer, each.name)
    )


def _read(document: Document) -> Proposal:
    payload: Mapping = document.payload
    known = {each.name for each in fields(Proposal)}
    values = {name: value for name, value in payload.items() if name in known}
    for name in ("parties", "products", "apps", "evidence"):
        values[name] = tuple(values.get(name, ()))
    values["moves"] = tuple(Move(**move) for move in _mappings(values.get("moves", ())))
    return Proposal(
        **values, key=document.key, revision=document.revision, author=document.author, at=document.at
    )


def _mappings(moves: Sequence) -> list[dict]:
    return [dict(move) for move in moves]
