"""Open a page inside the application's navigation, as a visitor does, without a browser."""

from __future__ import annotations

import dataclasses
from functools import lru_cache

from streamlit.testing.v1 import AppTest

from data.permissions import Identity

HERE = Identity(login_required=False, this_machine=True, peer="127.0.0.1")
ELSEWHERE = dataclasses.replace(HERE, this_machine=False, peer="10.0.0.7")

FRAME = """
import streamlit as st
from ui import pages
from data.versioning import versions
from ui.frame import my_city, session

session.decide_language()
entries = [
    st.Page(each.path, url_path=each.stem, default=each.stem == "{stem}")
    for each in pages.existing()
]
page = st.navigation(entries, position="hidden")
# As the frame does, but without opening the store of this machine.
with versions.held(int(st.query_params.get("edisi", versions.latest_edition()))):
    my_city.choose()
    page.run()
"""


def opened(stem: str, language: str = "id", **address: str) -> AppTest:
    """Return page `stem` after its first run with `address`; fails on an exception on the page."""
    at = AppTest.from_string(FRAME.format(stem=stem), default_timeout=60)
    if language != "id":
        at.query_params["lang"] = language
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception, at.exception
    return at


@lru_cache(maxsize=64)
def seen(stem: str, language: str = "id", **address: str) -> AppTest:
    """As :func:`opened`, one for all tests of a file that only read; whoever acts opens an own."""
    return opened(stem, language, **address)


def texts(at: AppTest) -> str:
    """Return every sentence on the page, one a line."""
    elements = [*at.title, *at.header, *at.subheader, *at.markdown, *at.caption, *at.info, *at.warning]
    # Signs of Markdown that a text holds by itself are written with a backslash.
    return "\n".join(str(each.value) for each in elements).replace("\\", "")


def logged_in(email: str) -> Identity:
    """Who stands there after a login with `email`."""
    return Identity(email=email, email_verified=True, login_required=True, peer="10.0.0.7")
