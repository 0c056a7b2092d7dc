"""Emblems of cities: a small picture each, handed in by the city and kept in the store; none is shipped."""

from __future__ import annotations

import base64
import io
import time

from data.permissions import Identity, Refused, permission
from data.store import Store
from i18n import _

COLLECTION = "emblems"
KINDS = ("PNG", "JPEG", "WEBP")
LARGEST = 1_000_000  # bytes handed in
SIDE = 160  # pixels kept: enough for a head of 28 px on a sharp screen and for a cover
LEAST = 32
MOST_PIXELS = 25_000_000  # of a picture before it is unpacked: a bomb says it is larger
REMEMBERED = 30.0  # seconds until what another server keeps is asked for again


class EmblemError(ValueError):
    """The picture cannot be an emblem; the message is the sentence for the screen."""


def cleaned(content: bytes) -> bytes:
    """Return a picture as a PNG of at most :data:`SIDE` pixels, drawn anew from its dots.

    Only dots pass: scripts, links, text and whatever hides in a file are left behind. SVG is therefore not
    taken at all.

    Raises
    ------
    EmblemError
        If it is no PNG, JPEG or WebP, too large, too small, or broken.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only for those who hand one in

    if len(content) > LARGEST:
        raise EmblemError(_("Berkas lambang paling besar 1 MB."))
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise EmblemError(
            _(
                "SVG dan berkas teks lain tidak diterima karena dapat memuat skrip; simpan lambang "
                "sebagai PNG."
            )
        )
    try:
        with Image.open(io.BytesIO(content), formats=KINDS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise EmblemError(
                    _("Gambar lambang terlalu besar; kecilkan dahulu, misalnya 500 × 500 titik.")
                )
            if min(picture.size) < LEAST:
                raise EmblemError(
                    _("Gambar lambang terlalu kecil: sedikitnya {least} × {least} titik.").format(least=LEAST)
                )
            drawn = picture.convert("RGBA")
    except UnidentifiedImageError:
        raise EmblemError(_("Berkas ini bukan gambar PNG, JPEG, atau WebP.")) from None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as broken:
        if isinstance(broken, EmblemError):
            raise
        raise EmblemError(
            _("Gambar lambang rusak dan tidak dapat dibaca; simpan ulang sebagai PNG.")
        ) from None
    drawn.thumbnail((SIDE, SIDE))
    made = io.BytesIO()
    bare = Image.new("RGBA", drawn.size)
    bare.paste(drawn)
    bare.save(made, "PNG", optimize=True)
    return made.getvalue()


class Emblems:
    """Emblems of cities. Everybody sees them; who may publish for a city may set its own."""

    def __init__(self, store: Store):
        self._store = store

    def all(self) -> dict[str, bytes]:
        """Return the emblem of every city that handed one in, as PNG."""
        return {
            each.key: base64.b64decode(each.payload["png"])
            for each in self._store.documents.of_collection(COLLECTION)
        }

    def put(self, city: str, content: bytes | None, identity: Identity) -> None:
        """Keep the emblem of a city, or take it away (None); earlier ones stay in the history.

        Raises
        ------
        EmblemError, Refused, :class:`data.store.Conflict`
        """
        author = self.may_set(city, identity)
        png = None if content is None else cleaned(content)
        history = self._store.documents.history(COLLECTION, city)
        payload = None if png is None else {"png": base64.b64encode(png).decode()}
        revision = history[0].revision if history else 0
        self._store.documents.save(COLLECTION, city, payload, author, revision)
        self._store.audit.record(author, "emblem_set", city, removed=png is None)
        _REMEMBERED.pop(str(self._store.url), None)

    def may_set(self, city: str, identity: Identity) -> str:
        """Return in whose name `identity` sets the emblem of a city. Raises Refused."""
        granted = permission(self._store, identity)
        if not granted.everything and city not in granted.cities:
            raise Refused(_("Peran Anda terbatas pada kota Anda; lambang kota lain tidak dapat diubah."))
        return granted.author


_REMEMBERED: dict[str, tuple[float, dict[str, str]]] = {}


def address(store: Store, city: str) -> str:
    """Return the emblem of a city as the address of an image; empty where it handed none in.

    Every page asks: what the store holds is remembered for :data:`REMEMBERED` seconds.
    """
    now = time.monotonic()
    at, known = _REMEMBERED.get(str(store.url), (-REMEMBERED, {}))
    if now - at >= REMEMBERED:
        found = Emblems(store).all().items()
        known = {code: f"data:image/png;base64,{base64.b64encode(png).decode()}" for code, png in found}
        _REMEMBERED[str(store.url)] = (now, known)
    return known.get(city, "")
