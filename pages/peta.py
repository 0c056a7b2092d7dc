"""Product map: where the cities are, what they make, what flows between them, a figure through the years."""

import streamlit as st

from i18n import _
from ui import choices
from ui.frame import session
from ui.map import filters as map_filters
from ui.map import layers as maps
from ui.map import product_panel, told
from ui.map import view as map_view
from ui.map.product_table import flow_table, product_table, value_table

# What the map is asked for stands over it and decides the sentence above it.
frame = map_view.frame()
with frame.filters:
    asked = map_filters.draw()
with frame.panel:
    city = product_panel.show(asked)
said = told.above(asked, city)
with frame.above:
    st.title(said.headline)
    st.caption(said.reason)
with frame.canvas:
    map_view.show(told.drawn(asked, city, session.is_dark()))

if not said.products:
    st.info(_("Tidak ada produk yang cocok dengan saringan ini. Longgarkan salah satunya."))
tables = {
    "produk": (_("Tabel produk"), product_table),
    "kota": (_("Tabel kota"), value_table),
    "alur": (_("Tabel alur pasokan"), flow_table),
}
with st.container(horizontal=True, vertical_alignment="bottom"):
    table = choices.choose(
        "tabel",
        list(tables),
        _("Isi peta sebagai tabel"),
        show=lambda code: tables[code][0],
        kind="segmented",
    )
    map_view.take_along(said.headline)
tables[table][1](asked, city)
with st.expander(_("Sumber peta"), icon=":material/map:"):
    st.markdown(maps.full_attribution())
