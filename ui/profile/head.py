"""The head of a profile, drawn once for city and reference: what the city is known for, its key figures."""

from __future__ import annotations

import streamlit as st

import data
from data.schema import INDICATORS, label
from findings.cities import profile as city_profile
from findings.cities import records as city_records
from i18n import _, language
from ui import finished, widgets
from ui.profile import words
from wording import deals, periods


def draw(city: str, reference: str) -> None:
    """Draw the finding, the sentences below it and six figures."""
    finished.piece(_drawn, city, reference)


def _drawn(city: str, reference: str) -> None:
    st.header(widgets.plain(deals.headline(city)), anchor=False)
    st.write(words.headline(city_profile.leading(city, reference), city, reference))
    st.write(widgets.plain(words.known_for(city_records.products(city), city_records.flows(city), city)))
    key_figures(city)


def key_figures(city: str) -> None:
    """Draw six figures with their year and the city's place among those measured in that year."""
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
