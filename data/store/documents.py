"""Small named documents with revisions: sets for a presentation, proposals of cooperation."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, and_, bindparam, func, insert, select
from sqlalchemy.exc import IntegrityError

from data.store import moment
from data.store.connect import decoding, reading, writing
from data.store.errors import Conflict
from data.store.schema import DOCUMENT
from i18n import _

LARGEST_PAYLOAD = 1_000_000
# Asked in every run of a page: composed once.
_OF_COLLECTION = DOCUMENT.c.collection == bindparam("collection")
_LATEST = (
    select(DOCUMENT.c.key, func.max(DOCUMENT.c.revision).label("revision"))
    .where(_OF_COLLECTION)
    .group_by(DOCUMENT.c.key)
    .subquery()
)
_NEWEST = (
    select(DOCUMENT)
    .join(_LATEST, and_(DOCUMENT.c.key == _LATEST.c.key, DOCUMENT.c.revision == _LATEST.c.revision))
    .where(_OF_COLLECTION, DOCUMENT.c.payload.is_not(None))
    .order_by(DOCUMENT.c.key)
)
_HISTORY = (
    select(DOCUMENT)
    .where(_OF_COLLECTION, DOCUMENT.c.key == bindparam("key"))
    .order_by(DOCUMENT.c.revision.desc())
)


@dataclass(frozen=True, slots=True)
class Document:
    """One revision of a document; `payload` is None when that revision removed it."""

    collection: str
    key: str
    revision: int
    payload: Any
    author: str
    at: datetime


class Documents:
    """Save and read documents. Append-only: every save is a new revision."""

    def __init__(self, engine: Engine):
        self._engine = engine

    def save(
        self, collection: str, key: str, payload: object, author: str, expected_revision: int
    ) -> Document:
        """Append the next revision.

        Parameters
        ----------
        payload
            Anything JSON can say, up to 1 MB.
        expected_revision
            The revision the change was made from; 0 for a document that is new.

        Raises
        ------
        Conflict
            If the document has another revision by now; nothing is changed.
        """
        written = None if payload is None else json.dumps(payload, ensure_ascii=False, sort_keys=True)
        if written is not None and len(written.encode()) > LARGEST_PAYLOAD:
            raise ValueError(_("Dokumen terlalu besar: paling banyak 1 MB."))
        row = {
            "collection": collection,
            "key": key,
            "revision": expected_revision + 1,
            "payload": written,
            "author": author,
            "at": moment.now(),
        }
        subject = f"{collection}/{key}"
        try:
            with writing(self._engine) as connection:
                here = and_(DOCUMENT.c.collection == collection, DOCUMENT.c.key == key)
                newest = connection.execute(select(func.max(DOCUMENT.c.revision)).where(here)).scalar() or 0
                if newest != expected_revision:
                    raise Conflict(subject, expected_revision, newest)
                _insert(connection, row)
        except _Taken:
            raise Conflict(subject, expected_revision, expected_revision + 1) from None
        return _told(row)

    def remove(self, collection: str, key: str, author: str, expected_revision: int) -> None:
        """Append a revision that says the document is gone; its history stays. Raises Conflict."""
        self.save(collection, key, None, author, expected_revision)

    def get(self, collection: str, key: str) -> Document | None:
        """Return the latest revision; None when there is none or it was removed."""
        revisions = self.history(collection, key)
        return revisions[0] if revisions and revisions[0].payload is not None else None

    def of_collection(self, collection: str) -> list[Document]:
        """Return the latest revision of every document of a collection that is there, by key."""
        with reading(self._engine) as connection:
            return [_told(row._mapping) for row in connection.execute(_NEWEST, {"collection": collection})]

    def history(self, collection: str, key: str) -> list[Document]:
        """Return all revisions of a document, newest first."""
        asked = {"collection": collection, "key": key}
        with reading(self._engine) as connection:
            return [_told(row._mapping) for row in connection.execute(_HISTORY, asked)]


class _Taken(Exception):
    """Somebody else wrote that revision a moment ago."""


def _insert(connection, row: dict) -> None:
    try:
        connection.execute(insert(DOCUMENT).values(row))
    except IntegrityError as error:
        raise _Taken from error


def _told(row) -> Document:
    with decoding(f"{row['collection']}/{row['key']}"):
        payload = None if row["payload"] is None else json.loads(row["payload"])
        return Document(
            row["collection"],
            row["key"],
            int(row["revision"]),
            payload,
            row["author"],
            moment.written(row["at"]),
        )
