"""The button that leads to writing, for whoever may not yet: log in, or give the owner's key."""

from __future__ import annotations

import streamlit as st

from i18n import _
from ui.frame import connection, owner_door


def draw(key: str) -> None:
    """Draw the way in there is; nothing for whoever is in already or has none."""
    who = connection.identity()
    if connection.login_configured():
        if not who.email:
            st.button(_("Masuk"), on_click=st.login, icon=":material/login:", type="primary", key=key)
    elif who.near:
        st.link_button(_("Masukkan kunci pemilik"), owner_door.PATH, icon=":material/key:", type="primary")
