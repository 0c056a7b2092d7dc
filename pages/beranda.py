"""Home: what the member cities bring, and the ways in."""

import streamlit as st

from i18n import _

st.title(_("Apa yang dapat dikerjakan bersama oleh 24 kota?"))
