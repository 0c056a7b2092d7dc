"""Methods: how every figure is made, checked on a live example, and what it does not say."""

import streamlit as st

from i18n import _
from ui import choices
from ui.frame import my_city
from ui.methods import sections


def main() -> None:
    st.title(_("Bagaimana setiap angka dibuat, dan apa batasnya"))
    part = choices.choose("bagian", sections.SECTIONS, _("Bagian"), show=sections.section, kind="segmented")
    sections.draw(part, my_city.shown())


main()
