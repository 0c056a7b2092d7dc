"""What every page shares: page settings, language, navigation, the line about the data."""

import streamlit as st

from i18n import _
from ui import pages
from ui.frame import edition, full_screen, heap, session
from ui.frame.routes import ASSETS

SIDEBAR_WIDTH = 270

session.decide_language()
st.set_page_config(
    page_title="Sinergi Kota",
    page_icon=str(ASSETS / "icon.svg"),
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH,
)
presenting = full_screen.presenting()
page = st.navigation(pages.navigation(), position="hidden" if presenting else "sidebar", expanded=True)
if not presenting:
    with st.sidebar:
        session.language_switch()
        st.caption(
            _(
                "Sinergi Kota – potensi dan kerja sama kota-kota APEKSI Komwil I. "
                "Angka dari sumber publik; lihat halaman Metode."
            )
        )
with edition.in_force() as number:
    if not presenting:
        with st.sidebar:
            edition.line(number)
    page.run()
heap.after_run()
