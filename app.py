"""Sinergi Kota: the ASGI application. Start it with ``streamlit run app.py``."""

import streamlit as st
from starlette.middleware import Middleware

from ui.headers import SecurityHeaders
from ui.routes import routes

app = st.App("dashboard.py", routes=routes(), middleware=[Middleware(SecurityHeaders)])
