"""The first row of every page: whose city, the choice of it, the search, the language; and the foot."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import streamlit as st

from i18n import _
from ui import picture
from ui.frame import edition, guide, my_city, search, session, sharing
from wording import formats
from wording.escaping.html import plain
from wording.names import home_komwil

ASSETS = Path(__file__).parents[1] / "assets"
# Light, dark: ink of captions, which Streamlit fades to 4.4 to 1; on the accent, which it keeps white;
# focus; the edge of a table.
INK = (("#5B6966", "#FFFFFF", "#0B6E69", "#FFFFFF"), ("#A3B1AE", "#101716", "#7FD1CA", "#101716"))
CITY_WIDTH, SEARCH_WIDTH = 210, 262


def draw() -> None:
    """Draw the row above the page."""
    for styles in ("shell.css", "print.css"):
        st.html(ASSETS / styles)
    caption, on_accent, focus, edge = INK[session.is_dark()]
    inks = f"--sk-caption:{caption};--sk-on-accent:{on_accent};--sk-focus:{focus};--sk-edge:{edge}"
    st.html(f"<style>:root{{{inks}}}</style>")
    with st.container(key="kepala", horizontal=True, vertical_alignment="center", gap="small"):
        about = st.container(key="kepala_kota")
        with st.container(width=CITY_WIDTH, key="kepala_pilih"):
            code = my_city.choose()
        with st.container(width=SEARCH_WIDTH, key="kepala_cari"):
            search.draw()
        with st.container(width="content", key="kepala_bahasa"):
            session.language_switch()
        with about:
            my_city.line(code)


def foot(number: int) -> None:
    """Draw what stands under every page: what this is, which data, from when."""
    with st.container(key="kaki"):
        st.divider()
        with st.container(horizontal=True, vertical_alignment="center"):
            sharing.draw()
            with st.container(width="content", key="kaki_panduan"):
                guide.draw()
        st.caption(
            _(
                "Sinergi Kota – potensi dan kerja sama kota-kota APEKSI {home}. "
                "Angka dari sumber publik; lihat halaman Metode."
            ).format(home=home_komwil())
        )
        edition.line(number)
        printed = _("Dicetak {day} dari {address}").format(
            day=formats.day(date.today()), address=picture.address()
        )
        st.html(f'<p class="sk-cetak">{plain(printed)}</p>')
