"""Sinergi Kota: the ASGI application. Start it with ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from ui.frame.compression import CompressedStatic
from ui.frame.connection import ConnectionPeer, served_over_https
from ui.frame.faults import say_sorry
from ui.frame.front_page import FrontPage
from ui.frame.guard import Guard
from ui.frame.headers import SecurityHeaders
from ui.frame.owner_door import PATH, kept_open
from ui.frame.replica import ReplicaCookie
from ui.frame.routes import routes

# dashboard.py names the pages with st.navigation. Left undecided, Streamlit would take the folder
# pages/ for a menu of its own until the first visitor has run dashboard.py, and answer a deep link
# such as /peta without the frame every page shares.
PagesManager.uses_pages_directory = False

app = st.App(
    "dashboard.py",
    routes=routes(),
    # The first is the outermost: even what is turned away carries the headers.
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(Guard, secure=served_over_https),
        # Nobody need be known for Streamlit's own files.
        Middleware(CompressedStatic),
        Middleware(ReplicaCookie, secure=served_over_https),
        Middleware(ConnectionPeer, known_at=(PATH,)),
        Middleware(FrontPage),
    ],
    lifespan=kept_open,
    on_script_error=say_sorry,
)
