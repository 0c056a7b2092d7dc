"""Section: the emblem of my city, seen on every page; set by whoever may publish for the city."""

from __future__ import annotations

import streamlit as st

from data import emblems
from data.emblems import EmblemError, Emblems
from data.permissions import Refused
from data.store import Store, StoreError
from i18n import _
from ui import widgets
from ui.frame import connection, my_city
from wording.escaping.html import plain
from wording.names import full_name

FILE, _MESSAGE = "lambang_berkas", "_lambang_pesan"


def draw(store: Store) -> None:
    """Draw the emblem that stands, and what sets another."""
    city = my_city.shown()
    st.header(_("Lambang {city}").format(city=full_name(city)))
    kind, text = st.session_state.pop(_MESSAGE, ("", ""))
    if kind:
        {"success": st.success, "error": st.error}[kind](widgets.plain(text))
    image = emblems.address(store, city)
    if image:
        st.html(
            f'<img alt="{plain(_("Lambang {city}").format(city=full_name(city)))}" height="96" src="{image}">'
        )
    else:
        st.caption(_("Belum diunggah; lambang tampil di samping nama kota pada setiap halaman."))
    try:
        Emblems(store).may_set(city, connection.identity())
    except Refused as refusal:
        st.caption(f":material/lock: {widgets.plain(str(refusal))}")
        return
    key = f"{FILE}_{city}"
    st.file_uploader(_("Berkas PNG, JPEG, atau WebP, paling besar 1 MB"), key=key)
    with st.container(horizontal=True):
        st.button(_("Pasang lambang"), on_click=_set, args=(store, city, key), icon=":material/shield:")
        if image:
            st.button(_("Lepas lambang"), on_click=_remove, args=(store, city), type="tertiary")


def _set(store: Store, city: str, key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen is None:
        st.session_state[_MESSAGE] = ("error", _("Pilih dahulu berkas lambangnya."))
        return
    _keep(store, city, chosen.getvalue(), _("Lambang terpasang dan tampil di setiap halaman kota ini."))


def _remove(store: Store, city: str) -> None:
    _keep(store, city, None, _("Lambang dilepas."))


def _keep(store: Store, city: str, content: bytes | None, done: str) -> None:
    try:
        Emblems(store).put(city, content, connection.identity())
    except (EmblemError, StoreError) as problem:
        st.session_state[_MESSAGE] = ("error", str(problem))
    else:
        st.session_state[_MESSAGE] = ("success", done)
