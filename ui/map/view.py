"""Put the product map on a page and hear which city was clicked."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from ui import choices
from ui.map import layers as maps

KEY = "product_map"
CHOSEN_CITY = "tempat"
CHOSEN_PRODUCT = "_product_clicked"
HEIGHT = 620


def show(state: dict) -> None:
    """Draw the map in `state`; a click on a city or product becomes the page's choice of city."""
    st_folium(
        maps.base_map(),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=maps.state_group(state),
        on_change=_take_click,
    )


def _take_click() -> None:
    """Before the page runs again: remember what was clicked."""
    drawing = (st.session_state.get(KEY) or {}).get("last_active_drawing") or {}
    properties = drawing.get("properties") or {}
    if properties.get("code"):
        choices.put(CHOSEN_CITY, properties["code"])
        st.session_state[CHOSEN_PRODUCT] = properties.get("product")
