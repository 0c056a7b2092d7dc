"""What every page shares: page settings, language, navigation, the line about the data."""

import streamlit as st

from i18n import _
from ui import pages, session
from ui.routes import ASSETS

SIDEBAR_WIDTH = 270

session.decide_language()
st.set_page_config(
    page_title="Sinergi Kota",
    page_icon=str(ASSETS / "icon.svg"),
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH,
)
page = st.navigation(pages.navigation(), position="sidebar", expanded=True)
with st.sidebar:
    session.language_switch()
    st.caption(
        _(
            "Sinergi Kota – potensi dan kerja sama kota-kota APEKSI Komwil I. "
            "Angka dari sumber publik; lihat halaman Metode."
        )
    )
page.run()
