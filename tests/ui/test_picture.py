"""The address of a view, the name of a picture file, and the buttons that hand it out."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from ui import picture

SCRIPT = """
import streamlit as st
from ui import picture
st.code(picture.address())
picture.buttons("contoh", 'Pangsa <b>Medan</b> & "Batam"', "Triwulan I 2026")
"""


def test_address_holds_the_choices():
    at = AppTest.from_string(SCRIPT)
    at.query_params["kota"] = "1275"
    at.query_params["lang"] = "en"
    at.run()
    assert at.code[0].value.endswith("?kota=1275&lang=en")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Batang pangsa 17 sektor Sibolga.", "batang-pangsa-17-sektor-sibolga"),
        ("Rp 1,5 juta / orang: Banda Aceh", "rp-1-5-juta-orang-banda-aceh"),
        ("Café – «é»", "cafe-e"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", "gambar"),
        ("", "gambar"),
        ("kata " * 40, "-".join(["kata"] * 14)),
        ("x" * 200, "x" * picture.LONGEST_NAME),
    ],
)
def test_file_name_says_what_it_is_and_is_safe(said, name):
    assert picture.file_name(said) == name
    assert re.fullmatch(r"[a-z0-9-]{1,70}", name)


def test_buttons_carry_texts_as_texts():
    at = AppTest.from_string(SCRIPT).run()
    assert not at.exception
    drawn = at.get("html")[0].proto.body
    assert drawn.count("<button") == 2 and "<b>" not in drawn
    assert 'data-format="png"' in drawn and 'data-format="svg"' in drawn
    assert "Triwulan I 2026 · Sinergi Kota" in drawn
