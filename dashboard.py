"""What every page shares: page settings, language, navigation, my city, search, the line about the data."""

import streamlit as st

from ui import choices, pages
from ui.frame import edition, full_screen, head, heap, my_city, replica, session
from ui.frame.routes import ASSETS

session.decide_language()
choices.begin()
st.set_page_config(page_title="Sinergi Kota", page_icon=str(ASSETS / "icon.svg"), layout="wide")
presenting = full_screen.presenting()
if not presenting:
    st.logo(ASSETS / "brand.svg", size="large")
page = st.navigation(pages.navigation(), position="hidden" if presenting else "top")
with edition.in_force() as number:
    if presenting:
        my_city.take()
    else:
        head.draw()
    page.run()
    if not presenting:
        head.foot(number)
    replica.come_along()
heap.after_run()
