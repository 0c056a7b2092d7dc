"""A chart to take along: the link to the view it stands in, and a picture where the server can draw one.

Pictures need the package ``kaleido`` and a Chromium; neither is required to run the application.
"""

from __future__ import annotations

import os
import shutil
from functools import cache
from importlib.util import find_spec
from urllib.parse import urlencode

import plotly.graph_objects as go
import streamlit as st

from i18n import _

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, SCALE = 1200, 2


@cache
def lacking() -> str:
    """What the server lacks to draw pictures; empty when it lacks nothing."""
    if find_spec("kaleido") is None:
        return "kaleido"
    return "" if any(map(shutil.which, BROWSERS)) else "Chromium"


@cache
def _start() -> None:
    """Keep one browser open for all pictures: the first takes seconds, the others a tenth of one."""
    import kaleido  # noqa: PLC0415 - not installed everywhere

    found = next(path for path in map(shutil.which, BROWSERS) if path)
    os.environ.setdefault("BROWSER_PATH", found)
    kaleido.start_sync_server(silence_warnings=True)


def png(figure: go.Figure) -> bytes:
    """Return `figure` as a picture on white ground with dark ink, whatever the reader's theme."""
    _start()
    shown = go.Figure(figure)
    shown.update_layout(template="plotly_white", paper_bgcolor="white", font_color="#17211F", margin_pad=4)
    return shown.to_image("png", width=WIDTH, height=shown.layout.height or 500, scale=SCALE)


def address() -> str:
    """Return the address of this view with the choices made so far."""
    query = urlencode(st.query_params.to_dict())
    return f"{st.context.url or ''}{'?' if query else ''}{query}"


def share(figure: go.Figure, key: str) -> None:
    """Draw the link to this view and the picture, or say why there is none."""
    st.caption(_("Tautan ke tampilan ini"))
    st.code(address(), language=None, wrap_lines=True)
    if lacking():
        st.caption(
            _(
                "Gambar PNG tidak dapat dibuat di sini: server tidak punya {lacking}. Datanya dapat diunduh "
                "sebagai CSV, dan grafik yang dapat disunting ada pada PowerPoint di halaman Presentasi."
            ).format(lacking=lacking())
        )
        return
    st.download_button(
        _("Unduh gambar PNG"),
        lambda: png(figure),
        file_name=f"{key}.png",
        mime="image/png",
        icon=":material/image:",
        on_click="ignore",
        key=f"{key}_png",
        type="tertiary",
    )
