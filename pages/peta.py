"""Product map: where the cities are, what they make, what flows between them."""

import streamlit as st

import data
from data.schema import label
from findings import product_map
from i18n import _, ngettext
from ui import choices
from ui import reference as reference_of
from ui.frame import session
from ui.map import layers as maps
from ui.map import product_panel
from ui.map import view as map_view
from ui.map.product_table import flow_table, product_table, value_table
from wording import formats
from wording.names import city_name

st.title(_("Peta produk unggulan"))

with st.container(horizontal=True, vertical_alignment="bottom"):
    komwil = choices.choose_many(
        "komwil", data.KOMWILS, _("Komwil"), default=[data.HOME_KOMWIL], kind="pills"
    )
    categories = choices.choose_many(
        "kategori",
        product_map.categories(),
        _("Kategori produk"),
        kind="pills",
        show=lambda code: label("category", code),
    )
with st.expander(_("Saring lebih lanjut, warna kota, dan lapisan"), icon=":material/tune:"):
    first, second, third = st.columns(3)
    with first:
        measure = choices.choose(
            "warna", product_map.measures(), _("Warnai kota menurut"), show=maps.measure_label
        )
        reference = reference_of.choose(
            _("Pembanding kekhasan"), disabled=product_map.kind_of(measure) != "lq"
        )
    with second:
        provinces = choices.choose_many("provinsi", product_map.provinces(), _("Provinsi"), show=city_name)
        sectors = choices.choose_many(
            "sektor",
            product_map.product_sectors(),
            _("Sektor produk"),
            show=lambda code: label("sector", code),
        )
    with third:
        roles = choices.choose_many(
            "peran", product_map.roles(), _("Peran kota"), kind="pills", show=lambda code: label("role", code)
        )
        words = choices.text("cari", _("Cari kata"), placeholder=_("misalnya: ikan, tenun, kopi"))
    layers = choices.choose_many(
        "lapisan",
        list(maps.LAYER_LABELS),
        _("Lapisan"),
        kind="pills",
        show=lambda code: _(maps.LAYER_LABELS[code]),
    )
    certain_only = choices.flag("pasti", _("Hanya alur yang kotanya disebut pasti"))

filters = product_map.Filters(
    tuple(komwil), tuple(provinces), tuple(categories), tuple(sectors), tuple(roles), words
)
products = product_map.products(filters)
shown = product_map.cities_shown(filters)
values = product_map.city_values(measure, reference)

st.caption(
    choices.count_shown(
        len(products), len(data.load("products")), ngettext("produk", "produk", len(products))
    )
    + " · "
    + _("{count} kota").format(count=formats.number(len(shown)))
)
on_map, beside = st.columns([2, 1], gap="medium")
with on_map:
    map_view.show(
        maps.state(
            measure,
            values,
            products=None if len(products) == len(data.load("products")) else list(products["product_id"]),
            cities=list(shown),
            layers=layers,
            selected=product_panel.selected(),
            certain_only=certain_only,
            dark=session.is_dark(),
            note=maps.measure_note(measure, values, reference),
        )
    )
with beside:
    product_panel.show(products, measure, values, shown)

if products.empty:
    st.info(_("Tidak ada produk yang cocok dengan saringan ini. Longgarkan salah satunya."))
tables = {
    "produk": (_("Tabel produk"), lambda: product_table(products)),
    "kota": (_("Tabel kota"), lambda: value_table(measure, values.loc[shown], reference)),
    "alur": (_("Tabel alur pasokan"), lambda: flow_table(shown, certain_only)),
}
table = choices.choose(
    "tabel", list(tables), _("Isi peta sebagai tabel"), show=lambda code: tables[code][0], kind="segmented"
)
tables[table][1]()
with st.expander(_("Sumber peta"), icon=":material/map:"):
    st.markdown(maps.full_attribution())
