"""The board of all proposals by step, and one proposal in full."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import pandas as pd
import streamlit as st

from data import stages
from data.proposals import LONGEST_NOTE, Proposal, Proposals, changed, possible_moves
from findings.cooperation import proposal_impact
from i18n import N_, _
from ui import choices, pages, widgets
from ui.cooperation import proposal_actions as actions
from ui.cooperation import proposal_words as words
from ui.tables import draw as draw_table
from wording import formats

COLUMNS = (
    (N_("Persiapan"), stages.ORDER[:4]),
    (N_("Penawaran dan Kesepakatan Bersama"), stages.ORDER[4:7]),
    (N_("DPRD dan PKS"), stages.ORDER[7:10]),
    (N_("Pelaksanaan"), stages.ORDER[10:]),
)


class Tables(Protocol):
    """Writes frozen evidence in words."""

    def title(self, item: dict, /) -> str:
        """What the evidence is called."""

    def remark(self, item: dict, /) -> str:
        """What to know about it."""

    def version_text(self, item: dict, /) -> str:
        """Which state of the data it was taken from."""

    def table(self, item: dict, /) -> pd.DataFrame:
        """Its rows under headings."""


def board(proposals: list[Proposal], today: date) -> None:
    """Draw the proposals in four columns, the one that waits longest on top; ended ones below."""
    running = [each for each in proposals if not each.ended]
    for column, (title, codes) in zip(st.columns(len(COLUMNS)), COLUMNS, strict=True):
        here = sorted((each for each in running if each.stage in codes), key=lambda each: each.since)
        with column:
            st.markdown(f"**{_(title)} ({formats.number(len(here))})**")
            for each in here:
                _card(each, today)
            if not here:
                st.caption(_("Belum ada usulan di sini."))
    ended = [each for each in proposals if each.ended]
    if ended:
        with st.expander(_("Selesai atau dihentikan ({count})").format(count=formats.number(len(ended)))):
            for each in ended:
                _card(each, today)


def _card(proposal: Proposal, today: date) -> None:
    with st.container(border=True):
        st.markdown(f"**{widgets.plain(proposal.title)}**")
        st.caption(widgets.plain(words.parties(proposal)))
        st.markdown(f":green[**{words.stage(proposal.stage)}**]")
        st.markdown(f":material/timer: {words.age(proposal, today)}")
        st.caption(words.next_step(proposal))
        st.button(
            _("Buka {key}").format(key=proposal.key),
            key=f"buka_{proposal.key}",
            on_click=_open,
            args=(proposal.key,),
        )


def _open(key: str) -> None:
    choices.put(actions.OPEN, key)


def detail(proposal: Proposal, tables: Tables) -> None:
    """Draw what a proposal says: parties, step, conditions, evidence."""
    st.header(widgets.plain(f"{proposal.key}: {proposal.title}"))
    st.markdown(widgets.plain(words.parties(proposal)))
    if proposal.subject:
        st.markdown(widgets.plain(proposal.subject))
    named = [*map(words.product, proposal.products), *map(words.application, proposal.apps)]
    for name in named:
        st.markdown(f"- {widgets.plain(name)}")
    for label, text in ((_("Narahubung"), proposal.contact), (_("Catatan"), proposal.notes)):
        if text:
            st.markdown(f"{label}: {widgets.plain(text)}")
    impact_link(proposal)
    step(stages.BY_CODE[proposal.stage])
    st.markdown(words.dprd(proposal).replace("[", "\\["))
    for position, item in enumerate(proposal.evidence):
        with st.expander(tables.title(item)):
            draw_table(tables.table(item), key=f"bukti_{proposal.key}_{position}")
            st.caption(widgets.plain(tables.remark(item)))
            st.caption(f":material/ac_unit: {widgets.plain(tables.version_text(item))}")
            for source in item["sources"].values():
                st.caption(widgets.plain(source))


def impact_link(proposal: Proposal) -> None:
    """Lead to what the terms would set in motion, where they name a good and two places."""
    found = proposal_impact.of_proposal(proposal)
    if found is None:
        return
    open_yet = {
        name: str(value) for name, value in (("jumlah", found.amount), ("harga", found.price)) if value
    }
    pages.link(
        "dampak",
        _("Lihat dampaknya bila ditandatangani"),
        icon=":material/account_tree:",
        kota=found.buyer,
        penjual=found.seller,
        barang=found.good,
        **open_yet,
    )


def step(stage: stages.Stage) -> None:
    """Draw one step: what to do, who, which documents, whose word that is, and what is not verified."""
    if stage.number is None:
        st.markdown(f"**{_(stage.title)}**")
        return
    with st.container(border=True):
        marks = words.references(stage.sources).replace("[", "\\[")
        st.markdown(f"**{stage.number}. {_(stage.title)}** – {_(stage.todo)} {marks}")
        papers = formats.listing([_(each) for each in stage.documents])
        st.caption(_("Siapa: {who}. Dokumen: {papers}.").format(who=_(stage.who), papers=papers))
        unverified(stage.unverified)


def unverified(text: str) -> None:
    """Mark what could not be verified."""
    if text:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.badge(_("belum terverifikasi"), icon=":material/gpp_maybe:", color="orange")
            st.caption(_(text))


def mover(desk: Proposals, proposal: Proposal, today: date) -> None:
    """Draw the form that moves a proposal; what is moved is the revision seen here."""
    targets = possible_moves(proposal)
    if not targets:
        st.caption(_("Usulan ini sudah berakhir; buat usulan baru untuk melanjutkannya."))
        return
    form = f"pindah_{proposal.key}_{proposal.revision}"
    with st.form(form, border=True):
        st.selectbox(
            _("Pindahkan"), targets, format_func=lambda code: words.target(proposal, code), key=f"{form}_to"
        )
        st.date_input(
            _("Tanggal kejadian"),
            today,
            min_value=date.fromisoformat(proposal.since),
            max_value=today,
            format="DD/MM/YYYY",
            key=f"{form}_on",
        )
        st.text_area(
            _("Catatan (wajib bila kembali atau dihentikan)"),
            st.session_state.pop(f"_catatan_{proposal.key}", ""),
            max_chars=LONGEST_NOTE,
            key=f"{form}_note",
        )
        st.form_submit_button(_("Catat perpindahan"), on_click=actions.move, args=(desk, proposal, form))


def _moment(proposal: Proposal) -> str:
    """Say when a revision was saved, by the clock of western Indonesia."""
    if proposal.at is None:
        return formats.MISSING
    here = proposal.at.astimezone(actions.WESTERN_INDONESIA)
    return _("{day} pukul {time} WIB").format(day=formats.day(here), time=f"{here:%H.%M}")


def history(revisions: list[Proposal]) -> None:
    """Draw every revision: when, who, what changed; newest first."""
    older = [*revisions[1:], None]
    rows = []
    for newer, before in zip(revisions, older, strict=True):
        names = [] if before is None else [_(words.FIELDS[name]) for name in changed(before, newer)]
        step_taken = (
            newer.moves[-1] if newer.moves and (before is None or newer.moves != before.moves) else None
        )
        rows.append(
            {
                _("Revisi"): newer.revision,
                _("Kapan"): _moment(newer),
                _("Siapa"): newer.author,
                _("Yang berubah"): formats.listing(names) if names else _("Dibuat"),
                _("Tahap"): words.stage(newer.stage),
                _("Tanggal kejadian"): formats.day(step_taken.on) if step_taken else formats.MISSING,
                _("Alasan atau catatan"): step_taken.note if step_taken else "",
            }
        )
    draw_table(pd.DataFrame(rows))
