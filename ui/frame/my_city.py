"""My city: chosen once at the top of every page, by link, or as on the last visit."""

from __future__ import annotations

import streamlit as st

import data
from i18n import _
from ui import choices, pages
from wording.escaping.markdown import plain
from wording.names import city_name

NAME = "kota"
NONE = "komwil_1"  # the whole of Komwil I; what addresses and kept slide sets have always called it
COOKIE = "sinergi_kota"


def choose() -> str:
    """Draw the choice at the top and return the city's code, empty for none."""
    cities = sorted(data.cities().index, key=city_name)
    last = st.context.cookies.get(COOKIE, "")
    if last in cities:
        choices.suggest(NAME, last)
    code = choices.choose(
        NAME,
        [NONE, *cities],
        _("Kota saya"),
        show=lambda each: _("Semua kota Komwil I") if each == NONE else city_name(each),
        remember=True,
        label_visibility="collapsed",
    )
    choices.made(NAME, code)
    return "" if code == NONE else code


def line(code: str) -> None:
    """Draw the head of a city: name, province, and the ways to its profile, partners, slides."""
    if not code:
        st.markdown(f"**{_('24 kota APEKSI Komwil I')}** · {_('pilih kota Anda di sebelah kanan')}")
        return
    row = data.cities().loc[code]
    said = f"**{plain(row['name'])}**, {plain(row['province'])}"
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
        st.markdown(said, width="content")
        for stem, label in (("profil", _("Profil")), ("mitra", _("Mitra")), ("presentasi", _("Slide rapat"))):
            pages.link(stem, label, kota=code)
