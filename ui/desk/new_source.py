"""Sources by their names, and a new one added without leaving the upload."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

import data
from data import store as stores
from data.versioning import versions
from i18n import _
from ui.desk import actions as data_actions
from ui.desk import kept
from ui.desk.actions import Upload

LONGEST = 80
FIELDS = ("title", "publisher", "reference", "licence")


@data.by_version("sources")
def names() -> dict[str, str]:
    """Return code -> ``S0021 · Badan Pusat Statistik · title``, the newest first."""
    sources = data.load("sources").iloc[::-1]
    return {
        row.source_id: " · ".join(
            str(part)[:LONGEST] for part in (row.source_id, row.publisher, row.title) if pd.notna(part)
        )
        for row in sources.itertuples()
    }


def named(code: str) -> str:
    """Return the name of a source; the code itself when there is none."""
    return names().get(code, code)


def draw(key: str, upload: Upload) -> None:
    """Offer to add the source of an upload; once it is in, it is the one chosen under `key`."""
    store = stores.active()
    if store is None or data_actions.allowed(store)[0] is None:
        return
    form = f"{key}_baru"
    with st.popover(_("Tambah sumber baru"), icon=":material/add_link:", key=f"{form}_buka"):
        with st.form(form, border=False):
            st.text_input(
                _("Judul terbitan atau tabel"), key=f"{form}_title", max_chars=300, placeholder=upload.name
            )
            st.text_input(_("Penerbit"), key=f"{form}_publisher", max_chars=200, placeholder="BPS Kota …")
            st.text_input(_("Alamat atau nomor terbitan"), key=f"{form}_reference", max_chars=400)
            st.text_input(_("Lisensi"), key=f"{form}_licence", max_chars=200)
            st.date_input(
                _("Tanggal terbit, bila diketahui"), value=None, key=f"{form}_date", max_value=date.today()
            )
            st.form_submit_button(
                _("Tambahkan sumber"), type="primary", icon=":material/add:", on_click=_add, args=(key, form)
            )


def _add(key: str, form: str) -> None:
    """Publish the new source and choose it; what was typed stays when something lacks or is refused."""
    store = stores.active()
    typed = {field: str(st.session_state.get(f"{form}_{field}") or "").strip() for field in FIELDS}
    missing = [field for field in ("title", "publisher", "reference") if not typed[field]]
    if store is None or missing:
        data_actions.say(
            "warning", _("Isi judul, penerbit, dan alamat sumbernya; belum ada yang ditambahkan.")
        )
        return
    with versions.held(versions.latest_edition()):
        sources = data.load("sources")
    numbers = sources["source_id"].str.extract(r"^S(\d+)$")[0].dropna().astype(int)
    published = st.session_state.get(f"{form}_date")
    row = {
        "source_id": f"S{numbers.max() + 1:04d}",
        **typed,
        "licence": typed["licence"] or None,
        "source_date": published.isoformat() if published else None,
    }
    frame = pd.DataFrame([row]).reindex(columns=sources.columns).astype(sources.dtypes)
    note = _("Sumber baru: {title}").format(title=typed["title"])
    if data_actions.publish_rows(store, "sources", frame, note):
        kept.say(key, row["source_id"])
        for field in (*FIELDS, "date"):
            st.session_state.pop(f"{form}_{field}", None)
