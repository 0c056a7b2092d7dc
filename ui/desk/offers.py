"""Corrections that came with the application, for a table the store holds its own version of."""

from __future__ import annotations

import streamlit as st

import data
from data import store as stores
from data.changes import offers
from data.changes.offers import Offer
from data.store import Store
from i18n import _
from ui import tables, widgets
from ui.desk import actions as data_actions
from ui.desk import words as data_words
from wording import formats


def notice(store: Store) -> None:
    """Say which tables have a correction waiting, with the way to each."""
    waiting = offers.waiting(store)
    if not waiting:
        return
    names = ", ".join(data_words.table_name(table) for table in waiting)
    st.info(
        widgets.plain(
            _(
                "Aplikasi membawa koreksi untuk tabel yang versinya milik penyimpanan ini: {tables}. "
                "Tidak ada yang diubah sebelum digabungkan pada bagian Riwayat."
            ).format(tables=names)
        ),
        icon=":material/merge:",
    )


def notice_if_open() -> None:
    """As :func:`notice`, where a store is open."""
    store = stores.active()
    if store is not None:
        notice(store)


def draw(store: Store, table: str) -> None:
    """Draw what the release would change in `table`, and the button that merges it."""
    found = offers.offer(store, table)
    if found is None:
        return
    st.header(_("Koreksi bawaan menunggu keputusan"))
    st.markdown(widgets.plain(_told(found)))
    _tables(found)
    st.text_input(_("Catatan"), key=data_actions.NOTE, max_chars=data_actions.LONGEST_NOTE)
    st.button(
        _("Gabungkan koreksi ke versi yang berlaku"),
        key="gabung_koreksi",
        on_click=data_actions.take_offer,
        args=(store, found),
        icon=":material/merge:",
    )


def _told(found: Offer) -> str:
    return _(
        "{note} Pada tabel ini: {added} baris baru, {removed} baris dikeluarkan, {changed} sel dibetulkan. "
        "{kept} tempat yang sudah Anda ubah sendiri dibiarkan."
    ).format(
        note=found.release.note,
        added=formats.number(len(found.added)),
        removed=formats.number(len(found.removed)),
        changed=formats.number(len(found.changed)),
        kept=formats.number(len(found.kept)),
    )


def _tables(found: Offer) -> None:
    why = data.corrections()
    why = why[why["table"] == found.table][["key", "column", "reason", "source_id"]]
    why = why.rename(columns={"key": _("Baris"), "reason": _("Alasan"), "source_id": _("Sumber")})
    parts = (
        (_("Alasan setiap koreksi"), why),
        (_("Sel yang dibetulkan"), found.changed),
        (_("Baris baru"), found.added),
        (_("Baris yang dikeluarkan"), found.removed),
        (_("Dibiarkan karena sudah Anda ubah"), found.kept),
    )
    for title, frame in parts:
        if len(frame):
            with st.expander(f"{title} ({formats.number(len(frame))})"):
                tables.draw(frame.astype("str").head(500))
