"""City profile: what one city is, whom it could work with, and how we know."""

import streamlit as st

import data
from data.schema import INDICATORS, label
from findings.cities import profile as city_profile
from findings.cities import records as city_records
from i18n import _, language
from ui import choices, widgets
from ui import reference as reference_of
from ui.frame import my_city
from ui.profile import sections as profile_sections
from ui.profile import words
from wording import deals, periods


def main() -> None:
    """Choose a city, say what it is, and open one part of its proof."""
    city = my_city.shown()
    title, right = st.columns([7, 5], vertical_alignment="bottom")
    with right:
        reference = reference_of.choose()
    with title:
        st.title(data.cities().at[city, "name"], anchor=False)
    st.header(widgets.plain(deals.headline(city)), anchor=False)
    st.write(words.headline(city_profile.leading(city, reference), city, reference))
    st.write(widgets.plain(words.known_for(city_records.products(city), city_records.flows(city), city)))
    key_figures(city)
    part = choices.choose(
        "bagian",
        words.SECTIONS,
        _("Bagian profil"),
        show=words.section,
        kind="pills",
        label_visibility="collapsed",
    )
    profile_sections.DRAW[part](city, reference)


def key_figures(city: str) -> None:
    """Six figures with their year and the city's place among those measured in that year."""
    frame = city_profile.indicators(city)
    shown = [code for code in city_profile.HEADLINE if code in frame.index]
    for row in (shown[:3], shown[3:]):
        for code, column in zip(row, st.columns(3), strict=False):
            figure = frame.loc[code]
            column.metric(
                label("indicator", code),
                words.key_value(code, figure["value"]),
                delta=f"{figure['year']} · {words.place(figure['rank'], figure['of'], figure['better'])}",
                delta_color="off",
                delta_arrow="off",
                help=INDICATORS[code].description.in_(language()),
                border=True,
            )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            _("Urutan 1 adalah yang terbaik di antara {count} kota, tahun yang sama. {unsettled}").format(
                count=len(data.cities()), unsettled=periods.unsettled()
            )
        )
        widgets.sources(frame.loc[shown, "source_id"], key="profil_utama_sumber")


main()
