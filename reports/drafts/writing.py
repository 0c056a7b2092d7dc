"""Drafts of the papers of a cooperation as DOCX, in the Bahasa of an official letter.

Filled with parties, subject and frozen evidence; what only people can decide stays a yellow blank.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from docx.document import Document as Paper
from docx.shared import Pt

import i18n
from data import stages
from data.proposals import Proposal
from data.sourcing import citations
from data.versioning import versions
from findings.cooperation import proposal_impact
from i18n import N_
from reports.drafts import application, chart, food, layout, parties, reading, tables, terms
from reports.drafts.reading import KINDS, Line, TemplateError
from wording import formats, impact
from wording.names import full_name, party_name
from wording.phrases import dated, lower_first

TITLES = {
    "kak": N_("Kerangka Acuan Kerja"),
    "penawaran": N_("Surat Penawaran"),
    "kesepakatan": N_("Rancangan Kesepakatan Bersama"),
    "pks": N_("Rancangan Perjanjian Kerja Sama"),
    "pks_pangan": N_("Rancangan PKS pangan antarpelaku usaha"),
    "tpid": N_("Lembar TPID"),
    "permintaan_aplikasi": N_("Surat permintaan aplikasi"),
}
BLANKS = terms.BLANKS | application.BLANKS
ADDRESS = re.compile(r"\.? ?(?:salinan: )?\S*[\w-]+\.[a-z]{2,}/\S*$")
SHEET = "tpid"  # stands on one page, with its sources
Value = str | None  # None: a blank, named by the field


def draft(kind: str, proposal: Proposal, folder: Path = reading.FOLDER) -> bytes:
    """Return one draft as DOCX.

    Parameters
    ----------
    kind
        One of :data:`KINDS`.
    proposal
        Its evidence is written as it was frozen; nothing is looked up anew.
    folder
        Where the templates lie.

    Raises
    ------
    TemplateError
        If the template lacks a needed field or names one that does not exist; nothing is written.
    """
    lines = reading.read(kind, folder)
    with i18n.using("id"):
        return _Writer(kind, proposal, lines).write(lines)


def fitting(proposal: Proposal) -> tuple[str, ...]:
    """Return the kinds of draft that make sense: food papers need a good, the letter an application."""
    left_out = set()
    if not proposal.terms.good:
        left_out |= {"pks_pangan", "tpid"}
    if not proposal.apps:
        left_out.add("permintaan_aplikasi")
    return tuple(kind for kind in KINDS if kind not in left_out)


def file_name(kind: str, proposal: Proposal) -> str:
    """Return a file name of plain letters: ``KS-001_kak_rev3.docx``."""
    key = "".join(letter for letter in proposal.key if letter.isalnum() or letter == "-") or "usulan"
    return f"{key}_{kind}_rev{proposal.revision}.docx"


def _number(proposal: Proposal) -> str:
    return f"{proposal.key} revisi {proposal.revision}" if proposal.key else "yang belum disimpan"


class _Writer:
    def __init__(self, kind: str, proposal: Proposal, lines: tuple[Line, ...]):
        self.proposal = proposal
        self.names = parties.party_names(proposal)
        asked = {piece.value for line in lines for piece in line.pieces if piece.kind == "field"}
        self.sheet = kind == SHEET
        self.facts = food.facts(proposal) if "fakta_pangan" in asked else ()
        self.sources = tables.numbered_sources(proposal.evidence if "bukti" in asked else ())
        for fact in self.facts:
            for each in fact.source_ids:
                self.sources.setdefault(each, (len(self.sources) + 1, citations.told(each)))
        foot = f"{TITLES[kind]} – draf, usulan {_number(proposal)}"
        self.paper: Paper = layout.new_paper(f"{TITLES[kind]}: {proposal.title}", foot, tight=self.sheet)
        self.counted = 0
        self.values: dict[str, Value] = self._values()
        self.blocks: dict[str, Callable[[], None]] = {
            "objek": self._objects,
            "bukti": self._evidence,
            "fakta_pangan": self._facts,
            "dasar_sumber": self._read_through,
            "grafik": self._charts,
            "sumber": self._sources,
            "komparisi": self._parties,
            "komparisi_kuasa": lambda: self._parties(by_proxy=True),
            "hak_kewajiban": self._rights,
            "tanda_tangan": self._all_sign,
            "tanda_tangan_kuasa": self._all_sign,
            "tanda_tangan_usaha": self._traders_sign,
            "tanda_tangan_pengusul": self._proposer_signs,
            "tanda_tangan_pemrakarsa": lambda: layout.signatures(
                self.paper, [("Kepala Perangkat Daerah Pemrakarsa", "nama, pangkat, NIP")]
            ),
        }

    def write(self, lines: tuple[Line, ...]) -> bytes:
        for line, following in zip(lines, (*lines[1:], None), strict=True):
            self.counted = self.counted + 1 if line.kind == "numbered" else 0
            if line.kind == "block":
                self.blocks[line.pieces[0].value]()
            elif not self._empty(line):
                self._line(line)
                # Who signs never signs a page without a word of what is signed.
                if following and following.pieces[0].value.startswith("tanda_tangan"):
                    self.paper.paragraphs[-1].paragraph_format.keep_with_next = True
        written = io.BytesIO()
        self.paper.save(written)
        return written.getvalue()

    def _empty(self, line: Line) -> bool:
        """Whether a line is one field that has nothing to say."""
        return len(line.pieces) == 1 and line.pieces[0].kind == "field" and self._text(line.pieces[0]) == ""

    def _text(self, piece) -> Value:
        return self.values[piece.value] if piece.kind == "field" else piece.value

    def _line(self, line: Line) -> None:
        target = layout.paragraph(self.paper, line.kind)
        if self.sheet and line.kind == "chapter":
            target.paragraph_format.space_before = Pt(4)
        bold, small = line.kind in ("title", "article", "chapter", "annex"), line.kind == "note"
        if line.kind == "numbered":
            layout.write(target, f"({self.counted})\t")
        elif line.kind == "item":
            layout.write(target, "–\t")
        for piece in line.pieces:
            text = self._text(piece)
            if piece.kind == "blank" or text is None:
                layout.blank(target, BLANKS.get(piece.value, piece.value), bold=bold)
            elif line.kind == "head" and piece.kind == "text":
                layout.write(target, text.replace(" : ", "\t:\t", 1))
            else:
                layout.write(target, text, bold=bold, small=small)

    def _values(self) -> dict[str, Value]:
        one, others = self.proposal, self.names[1:]
        partner = one.parties[1] if len(one.parties) > 1 else None
        editions = sorted({item["edition"] for item in one.evidence})
        days = sorted({item["taken"] for item in one.evidence})
        return {
            "judul": one.title,
            "judul_besar": one.title.upper(),
            "nomor_usulan": _number(one),
            "pihak_daftar": formats.listing(self.names),
            "pihak_besar": formats.listing(self.names, "dan").upper(),
            "mitra_daftar": formats.listing(others) if others else None,
            "pemda_pengusul": self.names[0],
            "kepala_pengusul_besar": parties.leader(one.parties[0]).upper(),
            "kepala_mitra": parties.leader(partner) if partner else None,
            "wilayah_daftar": formats.listing([full_name(code) for code in one.parties]),
            "pokok": parties.subject(one),
            "jalan": food.way(one),
            **{f"dasar_{key}": clause.note for key, clause in stages.CLAUSES.items()},
            "uraian": one.subject,
            "narahubung": one.contact or None,
            "dprd": self._dprd(),
            "ringkasan_bukti": self._summary(),
            "versi_data": (
                f"Data: Sinergi Kota, edisi {formats.listing([dated(each) for each in editions])}; "
                f"diambil {formats.listing([formats.day(each) for each in days])}."
                if one.evidence and not self.sheet
                else f"Angka lembar ini: Sinergi Kota, edisi data {versions.current_edition()}."
                if self.facts
                else "Usulan ini belum memuat bukti dari dasbor."
            ),
            "dampak_ekonomi": _impact(one),
            **terms.values(one),
            **application.values(one),
        }

    def _dprd(self) -> str:
        words = {
            True: "Menurut jawaban pada usulan, rencana ini memerlukan persetujuan DPRD karena membebani "
            "masyarakat dan daerah dan/atau pendanaannya belum dianggarkan dalam APBD tahun berjalan.",
            False: "Menurut jawaban pada usulan, rencana ini tidak membebani masyarakat dan daerah dan "
            "pendanaannya sudah dianggarkan, sehingga tidak memerlukan persetujuan DPRD.",
            None: "Perlu tidaknya persetujuan DPRD belum ditentukan pada usulan: persetujuan diperlukan bila "
            "rencana membebani masyarakat dan daerah dan/atau pendanaannya belum dianggarkan dalam APBD "
            "tahun berjalan.",
        }
        return words[self.proposal.needs_dprd]

    def _summary(self) -> str:
        if not self.proposal.evidence:
            return ""
        titles = [lower_first(tables.title(item))
                  for item in self.proposal.evidence]  # fmt: skip
        return f"Penawaran ini didasarkan pada data yang terlampir: {formats.listing(titles)}."

    # Blocks ---------------------------------------------------------------------------------------

    def _objects(self) -> None:
        goods, apps = (
            parties.named("products", "product", self.proposal.products),
            parties.named("apps", "app", self.proposal.apps),
        )
        for name in [*(f"produk {each}" for each in goods), *(f"aplikasi {each}" for each in apps)]:
            target = layout.paragraph(self.paper, "item")
            layout.write(target, f"–\t{name}")
        agreed = self.proposal.terms
        if agreed.good and not goods and not apps:
            target = layout.paragraph(self.paper, "item")
            layout.write(target, f"–\tpenyediaan {lower_first(agreed.good)}")
            volume = self.values["volume"]
            if volume:
                layout.write(target, f", {volume}")
        elif not goods and not apps:
            target = layout.paragraph(self.paper, "item")
            layout.write(target, "–\t")
            layout.blank(target, "produk dan/atau aplikasi")

    def _parties(self, by_proxy: bool = False) -> None:
        for position, name in enumerate(self.names):
            who = parties.ordinal(position)
            target = layout.paragraph(self.paper, "numbered")
            layout.write(target, f"{position + 1}.\t")
            layout.blank(target, "nama")
            known = position < len(self.proposal.parties)
            if by_proxy or not known:
                layout.write(target, ", ")
                layout.blank(
                    target, "jabatan, dan nomor surat kuasa bila dikuasakan" if by_proxy else "jabatan"
                )
            else:
                layout.write(target, f", {parties.leader(self.proposal.parties[position])}")
            layout.write(target, ", berkedudukan di ")
            layout.blank(target, "alamat")
            layout.write(
                target,
                f", bertindak untuk dan atas nama {name}, selanjutnya disebut {who}.",
            )

    def _rights(self) -> None:
        for position in range(len(self.names)):
            for what in ("berhak atas", "berkewajiban"):
                target = layout.paragraph(self.paper, "item")
                layout.write(target, f"–\t{parties.ordinal(position)} {what} ")
                layout.blank(target, "rincian")

    def _evidence(self) -> None:
        for number, item in enumerate(self.proposal.evidence, start=1):
            heading = layout.paragraph(self.paper, "chapter")
            layout.write(heading, f"Tabel {number}. {tables.title(item)}", bold=True)
            layout.table(self.paper, tables.table(item, self.sources))
            own = [f"[{self.sources[each][0]}]" for each in item["sources"]]
            figures = " Sumber: " + " ".join(own) + "." if own and "source_id" not in item["columns"] else ""
            note = layout.paragraph(self.paper, "note")
            text = f"{tables.remark(item)}{figures} {tables.version_text(item)}".strip()
            layout.write(note, text, small=True)
        if not self.proposal.evidence:
            layout.blank(layout.paragraph(self.paper), "data pendukung belum dipilih")

    def _facts(self) -> None:
        if not self.facts:
            if self.sheet:
                layout.blank(
                    layout.paragraph(self.paper), "kebutuhan sebulan, harga sekarang dan sebulan lalu"
                )
            return
        rows = [
            (
                fact.what,
                fact.figure,
                fact.when,
                "".join(f"[{self.sources[each][0]}]" for each in fact.source_ids),
            )
            for fact in self.facts
        ]
        columns = ["Yang diketahui", "Angka", "Periode", "Sumber"]
        layout.table(self.paper, pd.DataFrame(rows, columns=columns))
        layout.gap(self.paper)

    def _read_through(self) -> None:
        """Through what the rules beside the clauses were read."""
        cited = sorted({number for clause in stages.CLAUSES.values() for number in clause.sources})
        for number in cited:
            target = layout.paragraph(self.paper, "item")
            layout.write(target, f"[H{number}]\t{stages.SOURCES[number]}", small=True)

    def _charts(self) -> None:
        for item in self.proposal.evidence:
            if item["kind"] == "sektor" and item["rows"]:
                frame = pd.DataFrame(item["rows"], columns=item["columns"])
                self._sector_chart(frame, item["period"])

    def _sector_chart(self, frame: pd.DataFrame, period: str) -> None:
        frame = frame.assign(way=[
            f"{party_name(a)} → {party_name(b)}"
            for a, b in zip(frame["supplier"], frame["buyer"], strict=True)
        ])  # fmt: skip
        wide = frame.pivot_table(index="sector", columns="way", values="contribution", sort=False)
        wide = wide.loc[wide.max(axis=1).sort_values(ascending=False).index].head(8)
        caption = f"Sumbangan sektor pada indeks saling melengkapi, {formats.period(period)}"
        heading = layout.paragraph(self.paper, "chapter")
        layout.write(heading, f"Grafik. {caption}", bold=True)
        series = {
            str(way): [None if pd.isna(value) else float(value) for value in wide[way]]
            for way in wide.columns
        }
        names = [tables.label("sector", code) for code in wide.index]
        chart.bars(self.paper, names, series, alt=caption, number_format="0.00")

    def _sources(self) -> None:
        if self.sheet:  # the addresses stand in the proposal and in the other drafts
            cited = [f"[{number}] {ADDRESS.sub('', words)}" for number, words in self.sources.values()]
            layout.write(layout.paragraph(self.paper, "note"), "; ".join(cited), small=True)
            return
        for number, words in self.sources.values():
            target = layout.paragraph(self.paper, "item")
            layout.write(target, f"[{number}]\t{words}")

    def _all_sign(self) -> None:
        columns = [
            (f"{parties.ordinal(position)}\n{name}", "nama dan jabatan")
            for position, name in enumerate(self.names)
        ]
        layout.signatures(self.paper, columns)

    def _traders_sign(self) -> None:
        terms = self.proposal.terms
        traders = (("PEMBELI", terms.buyer), ("PEMASOK", terms.seller))
        layout.signatures(
            self.paper, [(f"{role}\n{name}".strip(), "nama dan jabatan") for role, name in traders]
        )
        knowing = [("Mengetahui,\n" + parties.leader(code), "nama") for code in self.proposal.parties[:2]]
        layout.signatures(self.paper, knowing)

    def _proposer_signs(self) -> None:
        layout.signatures(self.paper, [(parties.leader(self.proposal.parties[0]), "nama")])


__all__ = ["KINDS", "TITLES", "TemplateError", "draft", "file_name"]


def _impact(proposal: Proposal) -> str | None:
    """What the terms would set in motion, in a sentence with its limits; None while they are open."""
    found = proposal_impact.of_proposal(proposal)
    made = proposal_impact.impact(found) if found else None
    return None if made is None else impact.clause(made)
