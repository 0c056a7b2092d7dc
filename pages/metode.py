"""Methods: how every figure is made, checked on a live example, and what it does not say."""

import streamlit as st

import data
from i18n import _
from ui import choices
from ui.methods import sections
from wording.names import city_name


def main() -> None:
    st.title(_("Bagaimana setiap angka dibuat, dan apa batasnya"))
    part = choices.choose("bagian", sections.SECTIONS, _("Bagian"), show=sections.section, kind="segmented")
    city = choices.choose(
        "kota",
        sorted(data.cities().index, key=city_name),
        _("Contoh untuk"),
        default="1275",
        show=city_name,
        remember=True,
        disabled=part not in sections.MEASURES,
    )
    sections.draw(part, city)


main()
