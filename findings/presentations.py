"""Named sets of slides: which, in which order, with the presenter's words, at which edition of the data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from data.permissions import Identity, KeyNeeded, Refused, permission
from data.store import Store
from data.versioning import versions
from findings import story
from i18n import _

COLLECTION = "presentasi"
LONGEST_NAME, LONGEST_NOTE = 80, 300


class SetError(ValueError):
    """The set cannot be kept; says why."""


@dataclass(frozen=True, slots=True)
class SlideSet:
    """One named set.

    Attributes
    ----------
    kinds
        Codes of the slides in their order.
    edition
        Edition of the data set the slides show, whatever is published later.
    revision
        0 for a set not yet kept.
    """

    name: str
    subject: story.Subject
    kinds: tuple[str, ...]
    edition: int
    title: str = ""
    note: str = ""
    key: str = ""
    revision: int = 0
    author: str = ""
    at: datetime | None = field(default=None, compare=False)


def key_of(name: str) -> str:
    """Return the key a name is kept under: ``Raker Medan`` -> ``raker-medan``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]


def keep(store: Store, wanted: SlideSet, identity: Identity) -> SlideSet:
    """Keep a set under its name, as a new one or as the next revision of the one it was made from.

    Raises
    ------
    data.permissions.Refused
        If the person may not write.
    data.store.Conflict
        If somebody else kept a set of that name meanwhile.
    SetError
        If the name is empty or nothing is chosen.
    """
    author = _author(store, identity)
    key = key_of(wanted.name)
    if not key:
        raise SetError(_("Beri nama pada susunan ini sebelum menyimpannya."))
    if not wanted.kinds:
        raise SetError(_("Pilih paling sedikit satu salindia sebelum menyimpan."))
    payload = asdict(wanted) | {"subject": list(wanted.subject), "kinds": list(wanted.kinds)}
    payload["name"] = wanted.name.strip()[:LONGEST_NAME]
    payload["note"] = wanted.note.strip()[:LONGEST_NOTE]
    payload["title"] = wanted.title.strip()[:LONGEST_NAME]
    for own in ("key", "revision", "author", "at"):
        payload.pop(own)
    kept = store.documents.save(COLLECTION, key, payload, author, wanted.revision)
    return _read(kept)


def remove(store: Store, wanted: SlideSet, identity: Identity) -> None:
    """Take a set away; its history stays. Raises as :func:`keep`."""
    author = _author(store, identity)
    store.documents.remove(COLLECTION, wanted.key, author, wanted.revision)


def _author(store: Store, identity: Identity) -> str:
    try:
        return permission(store, identity).author
    except KeyNeeded:
        raise
    except Refused:
        raise Refused(
            _(
                "Susunan disimpan dan dihapus oleh akun yang diberi peran; tanpa akun hanya dari komputer "
                "tempat aplikasi ini berjalan. Alamat halaman ini sudah memuat pilihan Anda dan dapat "
                "disimpan atau dikirim."
            )
        ) from None


def every(store: Store) -> dict[str, SlideSet]:
    """Return the sets that can still be shown, by key; one that names what is gone is left out."""
    found = {}
    for document in store.documents.of_collection(COLLECTION):
        try:
            found[document.key] = _read(document)
        except (KeyError, TypeError, ValueError, LookupError):
            continue
    return found


def _read(document) -> SlideSet:
    payload: Mapping = document.payload
    first, second = payload["subject"]
    whose = story.subject(pair=(first, second)) if second else story.subject(first or None)
    edition = int(payload["edition"])
    if not versions.is_edition(edition):
        raise versions.UnknownEdition(edition, [f"1–{versions.latest_edition()}"])
    return SlideSet(
        str(payload["name"]),
        whose,
        tuple(payload["kinds"]),
        edition,
        str(payload.get("title", "")),
        str(payload.get("note", "")),
        document.key,
        document.revision,
        document.author,
        document.at,
    )
