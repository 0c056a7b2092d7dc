"""The page our map is measured against: the usual streamlit-folium way, with local assets."""

import streamlit as st

from ui.frame.routes import routes

app = st.App("page.py", routes=routes())
