"""The link and the picture of a chart; without a Chromium a sentence stands in its place."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from ui import picture

SCRIPT = """
import plotly.graph_objects as go
import streamlit as st
from ui import picture
picture.share(go.Figure(go.Bar(x=[1, 2])), "contoh")
"""


@pytest.fixture(autouse=True)
def fresh():
    picture.lacking.cache_clear()
    yield
    picture.lacking.cache_clear()


def test_what_lacks_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setattr(picture, "find_spec", lambda _name: None)
    at = AppTest.from_string(SCRIPT).run()
    assert not at.exception
    assert any("tidak punya kaleido" in each.value for each in at.caption)
    assert not at.get("download_button")


def test_no_browser_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setattr(picture, "find_spec", lambda _name: object())
    monkeypatch.setattr(picture.shutil, "which", lambda _name: None)
    assert picture.lacking() == "Chromium"


def test_link_holds_the_choices():
    at = AppTest.from_string(SCRIPT)
    at.query_params["kota"] = "1275"
    at.query_params["lang"] = "en"
    at.run()
    assert at.code[0].value.endswith("?kota=1275&lang=en")


def test_picture_is_a_png():
    if picture.lacking():
        pytest.skip(f"no {picture.lacking()} on this machine: pictures of charts are optional")
    import plotly.graph_objects as go

    assert picture.png(go.Figure(go.Bar(x=[1, 2]))).startswith(b"\x89PNG")
