"""City profile: what one city is, whom it could work with, and how we know."""

import streamlit as st

import data
from i18n import _
from ui import choices
from ui import reference as reference_of
from ui.frame import my_city
from ui.profile import head, words
from ui.profile import sections as profile_sections


def main() -> None:
    """Choose a city, say what it is, and open one part of its proof."""
    city = my_city.shown()
    title, right = st.columns([7, 5], vertical_alignment="bottom")
    with right:
        reference = reference_of.choose()
    with title:
        st.title(data.cities().at[city, "name"], anchor=False)
    head.draw(city, reference)
    part = choices.choose(
        "bagian",
        words.SECTIONS,
        _("Bagian profil"),
        show=words.section,
        kind="pills",
        label_visibility="collapsed",
    )
    profile_sections.DRAW[part](city, reference)


main()
