"""Templates of drafts: text files a legal bureau can read and change, checked before they are used.

One line is one paragraph; the first signs say what kind:

=====  ==================================
``#``   title, centred
``##``  heading of an article, centred
``=``   heading of a chapter
``==``  the same on a new page
``@``   whom a letter is written to
``~``   centred line
``>``   note about the draft, small
``1)``  numbered item, counted by itself
``-``   item
``:``   line of a letter's head, ``: Name : text``
``|``   line at the right
=====  ==================================

``{{field}}`` is filled in, ``[[words]]`` is a blank only people can fill; a field that is a whole block
stands alone in its line. What a person typed is never read as a template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from data import stages
from i18n import _
from reports.drafts import application, terms

FOLDER = Path(__file__).parent / "templates"
KINDS = ("kak", "penawaran", "kesepakatan", "pks", "pks_pangan", "tpid", "permintaan_aplikasi")

TEXT_FIELDS = frozenset({
    "judul", "judul_besar", "nomor_usulan", "pihak_daftar", "pihak_besar", "mitra_daftar", "pemda_pengusul",
    "kepala_pengusul_besar", "kepala_mitra", "kepala_pemilik", "wilayah_daftar", "pokok", "uraian",
    "narahubung", "dprd", "ringkasan_bukti", "versi_data", "dampak_ekonomi", "jalan", *terms.FIELDS,
    *application.FIELDS, *(f"dasar_{clause}" for clause in stages.CLAUSES),
})  # fmt: skip
BLOCK_FIELDS = frozenset({
    "objek", "bukti", "fakta_pangan", "dasar_sumber", "grafik", "sumber", "komparisi", "komparisi_kuasa",
    "hak_kewajiban", "tanda_tangan", "tanda_tangan_kuasa", "tanda_tangan_usaha", "tanda_tangan_pengusul",
    "tanda_tangan_pemrakarsa",
})  # fmt: skip
# A draft without one of these would hide where its figures come from, or that it is a draft.
NEEDED = frozenset({"nomor_usulan", "sumber", "versi_data"})
# Frozen tables, or the figures of one sheet with their periods and sources.
FIGURES = ("bukti", "fakta_pangan")

_MARKS = {
    "#": "title", "##": "article", "=": "chapter", "==": "annex", "@": "address", "~": "centred",
    ">": "note", "1)": "numbered", "-": "item", ":": "head", "|": "right",
}  # fmt: skip
_LINE = re.compile(r"^(?P<mark>##|#|==|=|@|~|>|1\)|-|:|\|)\s+(?P<rest>.*)$")
_PIECE = re.compile(r"\{\{(?P<field>[^{}]*)\}\}|\[\[(?P<blank>[^\[\]]*)\]\]")


class TemplateError(ValueError):
    """A template that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line: ``text``, ``field`` or ``blank``."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a template; `kind` ``block`` for a field that is a whole block."""

    kind: str
    pieces: tuple[Piece, ...]


def read(kind: str, folder: Path = FOLDER) -> tuple[Line, ...]:
    """Return the template of a draft.

    Raises
    ------
    TemplateError
        If it is not there or not readable, names a field that does not exist, puts a block inside a
        sentence, or lacks a field every draft needs.
    """
    path = folder / f"draf_{kind}.txt"
    if kind not in KINDS:
        raise TemplateError(_("Tidak ada draf jenis “{kind}”.").format(kind=kind[:40]))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise TemplateError(
            _("Templat “{name}” tidak ada atau tidak terbaca.").format(name=path.name)
        ) from None
    lines = tuple(_line(line.strip(), path.name) for line in text.splitlines() if line.strip())
    present = {piece.value for line in lines for piece in line.pieces if piece.kind == "field"}
    lacking = sorted(NEEDED - present | (set() if present & set(FIGURES) else {FIGURES[0]}))
    if lacking:
        raise TemplateError(
            _("Templat “{name}” tidak memuat isian {fields}; draf tidak dibuat.").format(
                name=path.name, fields=", ".join(lacking)
            )
        )
    return lines


def _line(text: str, name: str) -> Line:
    match = _LINE.match(text)
    kind, rest = (_MARKS[match["mark"]], match["rest"]) if match else ("plain", text)
    pieces = tuple(_pieces(rest, name))
    blocks = [piece for piece in pieces if piece.kind == "field" and piece.value in BLOCK_FIELDS]
    if not blocks:
        return Line(kind, pieces)
    if len(pieces) > 1 or kind != "plain":
        raise TemplateError(
            _("Templat “{name}”: isian {field} harus berdiri sendiri di barisnya.").format(
                name=name, field=blocks[0].value
            )
        )
    return Line("block", pieces)


def _pieces(text: str, name: str) -> list[Piece]:
    found, end = [], 0
    for match in _PIECE.finditer(text):
        if match.start() > end:
            found.append(Piece("text", text[end : match.start()]))
        field = match["field"]
        if field is None:
            found.append(Piece("blank", match["blank"].strip()))
        elif field.strip() in TEXT_FIELDS | BLOCK_FIELDS:
            found.append(Piece("field", field.strip()))
        else:
            raise TemplateError(
                _("Templat “{name}” memakai isian “{field}” yang tidak dikenal.").format(
                    name=name, field=field.strip()[:40]
                )
            )
        end = match.end()
    if end < len(text):
        found.append(Piece("text", text[end:]))
    return found
