"""Product map: where the cities are, what they make, what flows between them, a figure through the years."""

import streamlit as st

from findings import product_map
from i18n import _
from ui import choices
from ui.frame import session
from ui.map import filters as map_filters
from ui.map import layers as maps
from ui.map import product_panel, state, words
from ui.map import view as map_view
from ui.map.product_table import flow_table, product_table, value_table

# What the map is asked for stands over it and decides the sentence above it.
frame = map_view.frame()
with frame.filters:
    asked = map_filters.draw()
products = product_map.products(asked.filters)
shown = product_map.cities_shown(asked.filters)
values = product_map.city_values(asked.measure, asked.reference, asked.year)
note = state.measure_note(asked.measure, values, asked.reference)
with frame.panel:
    city = product_panel.show(products, asked.measure, values)
said = words.headline(asked.measure, values.loc[shown], products, asked.filters, city)
with frame.above:
    st.title(said)
    st.caption(words.reason(asked.measure, products, values.loc[shown], note))
with frame.canvas:
    map_view.show(
        state.state(
            asked.measure,
            values,
            products=products,
            filters=asked.filters,
            cities=list(shown),
            layers=asked.layers,
            selected=city,
            certain_only=asked.certain_only,
            dark=session.is_dark(),
            note=note,
        )
    )

if products.empty:
    st.info(_("Tidak ada produk yang cocok dengan saringan ini. Longgarkan salah satunya."))
tables = {
    "produk": (_("Tabel produk"), lambda: product_table(products, city)),
    "kota": (_("Tabel kota"), lambda: value_table(asked.measure, values.loc[shown], asked.reference, city)),
    "alur": (_("Tabel alur pasokan"), lambda: flow_table(shown, city, certain_only=asked.certain_only)),
}
with st.container(horizontal=True, vertical_alignment="bottom"):
    table = choices.choose(
        "tabel",
        list(tables),
        _("Isi peta sebagai tabel"),
        show=lambda code: tables[code][0],
        kind="segmented",
    )
    map_view.take_along(said)
tables[table][1]()
with st.expander(_("Sumber peta"), icon=":material/map:"):
    st.markdown(maps.full_attribution())
