"""Cooperation: proposals by step, a new proposal, the register of agreements, and the rules."""

from functools import partial

import streamlit as st

from data import stages, store
from data.proposals import Proposal, Proposals
from data.store import StoreError
from i18n import N_, _
from reports import drafts
from reports.drafts import reading, tables
from ui import choices, widgets
from ui.cooperation import deliveries, directory, proposal_board, proposal_form
from ui.cooperation import proposal_actions as actions
from ui.cooperation import proposal_words as words
from ui.cooperation import register as cooperation_register
from ui.frame import my_city
from wording import formats

PARTS = {
    "papan": N_("Papan usulan"),
    "baru": N_("Usulan baru"),
    "daftar": N_("Perjanjian terdokumentasi"),
    "lembaga": N_("Direktori lembaga"),
    "aturan": N_("Langkah dan aturan"),
}
NOTHING = "tidak"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def main() -> None:
    st.title(widgets.plain(words.headline(my_city.chosen(), proposals())))
    start = "baru" if "pihak" in st.query_params else "papan"
    part = choices.choose(
        "bagian", list(PARTS), _("Lihat"), default=start, kind="segmented", show=lambda code: _(PARTS[code])
    )
    actions.show_message()
    if part == "daftar":
        cooperation_register.draw()
    elif part == "lembaga":
        directory.draw()
    elif part == "aturan":
        rules()
    else:
        not_legal_advice()
        desk = open_desk()
        if desk and part == "baru":
            proposal_form.new(desk, tables.title)
        elif desk:
            board(desk)


def proposals() -> list[Proposal] | None:
    """Every proposal; None while the store does not answer, which the part below says."""
    opened = store.start()
    try:
        return None if opened is None else Proposals(opened).all()
    except StoreError:
        return None


def not_legal_advice() -> None:
    st.caption(
        _(
            ":material/gavel: Langkah dan dokumen diringkas dari sumber publik dan bukan nasihat hukum; "
            "yang belum terverifikasi ditandai dan diperiksa dahulu pada JDIH."
        )
    )


def open_desk() -> Proposals | None:
    opened = store.start()
    if opened is None:
        problem = store.trouble()
        st.error(str(problem) if problem else _("Penyimpanan belum dapat dibuka; coba lagi sebentar."))
        return None
    return Proposals(opened)


def board(desk: Proposals) -> None:
    proposals = desk.all()
    if not proposals:
        st.info(
            _("Belum ada usulan. Mulailah dari “Usulan baru”, atau dari kartu mitra dan aplikasi."),
            icon=":material/add_task:",
        )
        return
    running = [each for each in proposals if not each.ended]
    st.markdown(
        _("{running} usulan berjalan, {ended} selesai atau dihentikan.").format(
            running=formats.number(len(running)), ended=formats.number(len(proposals) - len(running))
        )
    )
    deliveries.needs_a_look(proposals, actions.today())
    proposal_board.board(proposals, actions.today())
    by_key = {each.key: each for each in proposals}
    key = choices.choose(
        actions.OPEN,
        [NOTHING, *by_key],
        _("Buka usulan"),
        show=lambda code: (
            _("Tidak ada yang dibuka") if code == NOTHING else f"{code}: {by_key[code].title[:60]}"
        ),
    )
    if key != NOTHING:
        one(desk, by_key[key])


def one(desk: Proposals, proposal: Proposal) -> None:
    st.divider()
    proposal_board.detail(proposal, tables)
    allowed = proposal_form.may_write(desk, proposal.parties)
    deliveries.draw(desk, proposal, actions.today(), may_write=allowed)
    papers(proposal)
    if allowed:
        st.header(_("Pindahkan atau ubah"))
        proposal_board.mover(desk, proposal, actions.today())
        with st.expander(
            _("Ubah isi usulan"), expanded=st.session_state.get(actions.KEPT, ("",))[0] == proposal.key
        ):
            proposal_form.change(desk, proposal, tables.title)
    st.header(_("Riwayat"))
    proposal_board.history(desk.history(proposal.key))


def papers(proposal: Proposal) -> None:
    """Offer the drafts that fit the proposal; a template that cannot be used is named instead."""
    st.header(_("Draf naskah (DOCX)"))
    st.caption(_("Bagian kuning pada draf hanya dapat diisi manusia. Draf berbahasa Indonesia."))
    with st.container(horizontal=True):
        for kind in drafts.fitting(proposal):
            try:
                reading.read(kind)
            except drafts.TemplateError as problem:
                st.warning(widgets.plain(str(problem)))
                continue
            st.download_button(
                _(drafts.TITLES[kind]),
                partial(drafts.draft, kind, proposal),
                file_name=drafts.file_name(kind, proposal),
                mime=DOCX,
                icon=":material/description:",
                on_click="ignore",
                key=f"draf_{proposal.key}_{kind}",
            )


def rules() -> None:
    st.header(_("Langkah dari pemetaan urusan sampai pelaksanaan"))
    not_legal_advice()
    for stage in stages.STAGES:
        proposal_board.step(stage)
    st.header(_("Yang perlu diketahui"))
    for point in stages.POINTS:
        with st.container(border=True):
            st.markdown(f"{_(point.text)} {words.references(point.sources)}".replace("[", "\\["))
            proposal_board.unverified(point.unverified)
    st.header(_("Sumber"))
    for number, source in stages.SOURCES.items():
        st.markdown(widgets.plain(f"[{number}] {source}"))


try:
    main()
except StoreError as trouble:
    st.error(str(trouble), icon=":material/database_off:")
