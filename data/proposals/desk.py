"""Proposals kept in the store, each save a new revision.

A proposal is a document of the store: every save is a new revision with author and time, and a save
made from an old revision is refused (:class:`data.store.Conflict`), so nothing is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import date, datetime

from data import stages
from data.permissions import Identity, KeyNeeded, Permission, Refused, permission
from data.proposals.deliveries import booked
from data.proposals.moves import moved
from data.proposals.record import Move, Proposal, ProposalError, check
from data.proposals.terms import read_delivery, read_terms
from data.store import Conflict, Store
from data.store.documents import Document
from i18n import _

COLLECTION = "proposals"
_ATTEMPTS = 50


class Proposals:
    """Proposals kept in the store. Everybody may read; every writing names an identity and is checked.

    Creating, changing, moving and refusing each leave a line in the audit trail of the store.
    """

    def __init__(self, store: Store):
        self._store = store
        self._documents = store.documents

    def all(self) -> list[Proposal]:
        """Return every proposal as it stands now."""
        return [_read(document) for document in self._documents.of_collection(COLLECTION)]

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
        except KeyNeeded:
            raise
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

    def book(
        self,
        proposal: Proposal,
        on: date,
        amount: float,
        unit: str,
        *,
        identity: Identity,
        now: datetime,
        price: float | None = None,
        note: str = "",
    ) -> Proposal:
        """Book one delivery and keep that; arguments as :func:`booked`. Raises also Refused and Conflict."""
        author = self._author(identity, proposal)
        more = booked(proposal, on, amount, unit, author=author, now=now, price=price, note=note)
        saved = self._save(more, author)
        self._store.audit.record(
            author, "delivery_booked", saved.key, on=on.isoformat(), amount=amount, unit=unit
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


def _read(document: Document) -> Proposal:
    payload: Mapping = document.payload
    known = {each.name for each in fields(Proposal)}
    values = {name: value for name, value in payload.items() if name in known}
    for name in ("parties", "products", "apps", "evidence", "origin"):
        values[name] = tuple(values.get(name, ()))
    values["terms"] = read_terms(values.get("terms"))
    values["deliveries"] = tuple(read_delivery(each) for each in _mappings(values.get("deliveries", ())))
    values["moves"] = tuple(Move(**move) for move in _mappings(values.get("moves", ())))
    return Proposal(
        **values, key=document.key, revision=document.revision, author=document.author, at=document.at
    )


def _mappings(moves: Sequence) -> list[dict]:
    return [dict(move) for move in moves]
