"""Share a view: its address to copy, and as a QR code for the phones in the room."""

from __future__ import annotations

from functools import lru_cache

import segno
import streamlit as st

from i18n import _
from ui import picture
from wording.escaping.html import plain

WIDTH = 180
MOST = 1800  # characters a code still holds that a phone reads from a wall


def draw() -> None:
    """Draw the button that opens the address and the code."""
    with st.popover(_("Bagikan tampilan ini"), icon=":material/qr_code_2:", key="bagikan"):
        address = picture.address()
        st.caption(_("Salin tautan ini, atau arahkan kamera telepon ke kodenya."))
        st.code(address, language=None, wrap_lines=True)
        if len(address) <= MOST:
            st.html(code(address))


@lru_cache(maxsize=512)
def _drawn(address: str) -> str:
    return segno.make(address, error="m", micro=False).svg_data_uri(border=3, dark="#17211F", light="#FFFFFF")


def code(address: str) -> str:
    """Return the QR code of an address as HTML: an image, dark on white in either theme."""
    drawn = _drawn(address)
    alt = plain(_("Kode QR untuk {address}").format(address=address))
    return f'<img alt="{alt}" width="{WIDTH}" height="{WIDTH}" src="{plain(drawn)}">'
