"""Sinergi Kota: the ASGI application. Start it with ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from ui.frame.compression import CompressedStatic
from ui.frame.connection import ConnectionPeer
from ui.frame.faults import say_sorry
from ui.frame.headers import SecurityHeaders
from ui.frame.routes import routes

# dashboard.py names the pages with st.navigation. Left undecided, Streamlit would take the folder
# pages/ for a menu of its own until the first visitor has run dashboard.py, and answer a deep link
# such as /peta without the frame every page shares.
PagesManager.uses_pages_directory = False

app = st.App(
    "dashboard.py",
    routes=routes(),
    middleware=[Middleware(ConnectionPeer), Middleware(SecurityHeaders), Middleware(CompressedStatic)],
    on_script_error=say_sorry,
)
