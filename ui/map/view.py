"""Put the product map on a page and hear which city was clicked and at which year its slider rests."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit_folium import st_folium

from i18n import _
from ui import choices, picture
from ui.map import layers as maps
from wording import formats

KEY = "product_map"
CHOSEN_CITY = "tempat"
YEAR = "tahun"
HEIGHT = 520  # where the page's own rule does not say otherwise
STYLES = Path(__file__).parents[1] / "assets" / "map_page.css"


class Frame(NamedTuple):
    """Where the parts of the map page stand; what is drawn later may stand above what is drawn first."""

    above: DeltaGenerator
    filters: DeltaGenerator
    panel: DeltaGenerator
    canvas: DeltaGenerator


def frame() -> Frame:
    """Lay out the page: the sentence, then the map with its filters and the city's panel over it."""
    st.html(STYLES)
    above = st.container(key="peta_judul", gap="xxsmall")
    with st.container(key="peta", gap=None):
        filters = st.container(key="peta_pil", horizontal=True, vertical_alignment="center", gap="xsmall")
        panel = st.container(key="peta_laci", gap="xsmall")
        canvas = st.container(key="peta_kanvas")
    return Frame(above, filters, panel, canvas)


def show(state: dict) -> None:
    """Draw the map in `state`; a click on a city becomes the page's choice of city."""
    st_folium(
        maps.base_map(),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=maps.state_group(state),
        render=False,  # the map is rendered once more anyhow, and the page's whole frame goes nowhere
        on_change=_take_click,
    )


def take_along(said: str) -> None:
    """Draw the buttons that hand out the map as a picture, drawn by the browser that shows it."""
    picture.buttons("peta", said, _("Diunduh {day}").format(day=formats.day(date.today())), of="map")


def _take_click() -> None:
    """Before the page runs again: remember what was clicked."""
    drawing = (st.session_state.get(KEY) or {}).get("last_active_drawing") or {}
    properties = drawing.get("properties") or {}
    if properties.get("code"):
        choices.put(CHOSEN_CITY, properties["code"])
    if properties.get("year"):
        choices.put(YEAR, str(properties["year"]))
