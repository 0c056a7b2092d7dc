"""What every page shares: page settings, language, navigation, my city, search, the line about the data."""

import streamlit as st

from ui import choices, pages
from ui.frame import edition, head, replica, session
from ui.frame.routes import ASSETS
from ui.frame.running import heap, turns

PAGE_GAP = 12  # px between the parts of a page

with turns.taken():
    session.decide_language()
    st.set_page_config(page_title="Sinergi Kota", page_icon=str(ASSETS / "icon.svg"), layout="wide")
    st.logo(ASSETS / "brand.svg", size="large")
    page = st.navigation(pages.navigation(), position="top")
    # A name of our own around everything: what shell.css says of space and headings stays within it.
    with st.container(key="seluruh_isi", gap=PAGE_GAP), edition.in_force() as number:
        head.draw()
        with choices.said_in(st.empty()):
            page.run()
        head.foot(number)
        replica.come_along()
    heap.after_run()
