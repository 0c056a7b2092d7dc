"""The panel beside the map: one city, its value, its products with their proof, the way to its profile."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from data.schema import label
from findings import product_map
from i18n import _
from ui import choices, pages, widgets
from ui.frame import my_city
from ui.map import layers as maps
from ui.map.view import CHOSEN_CITY, CHOSEN_PRODUCT
from wording import formats, theme
from wording.names import city_name

NONE = ""
HEIGHT = 520


def selected() -> str:
    """Code of the city now chosen, empty for none; also right before the choice is drawn."""
    return choices.standing(CHOSEN_CITY, [NONE, *data.cities().index], my_city.chosen(), remember=True)


def show(products: pd.DataFrame, measure: str, values: pd.DataFrame, cities: pd.Index) -> None:
    """Draw the choice of city and what there is to say about it.

    `products` are those that pass the filters; `cities` those on the map.
    """
    code = choices.choose(
        CHOSEN_CITY,
        [NONE, *data.cities().index],
        _("Kota (klik pada peta, atau pilih di sini)"),
        default=my_city.chosen(),
        show=lambda item: city_name(item) if item else _("Belum ada yang dipilih"),
        remember=True,
    )
    if not code:
        _overview(products, cities)
        return
    with st.container(height=HEIGHT, border=True):
        _city(code, products[products["region_code"] == code], measure, values)


def _overview(products: pd.DataFrame, cities: pd.Index) -> None:
    with st.container(border=True):
        st.header(
            _("{products} produk unggulan di {cities} kota").format(
                products=formats.number(len(products)),
                cities=formats.number(products["region_code"].nunique()),
            )
        )
        counts = products["category"].value_counts()
        for category, count in counts.items():
            symbol = theme.CATEGORY_SYMBOLS[category]
            st.markdown(f":small[{symbol}] {label('category', category)}: **{formats.number(count)}**")
        st.caption(
            _("Klik sebuah kota untuk melihat produknya satu per satu. Satu titik kecil adalah satu produk.")
        )


def _city(code: str, products: pd.DataFrame, measure: str, values: pd.DataFrame) -> None:
    row = data.cities().loc[code]
    st.header(row["name"])
    value = values.at[code, "value"]
    period = values.at[code, "period"]
    shown = maps.value_text(measure, value) or _("belum terdata")
    when = f" ({formats.period(period)})" if period else ""
    st.markdown(f"{row['province']} · {maps.measure_label(measure)}: **{shown}**{when}")
    with st.container(horizontal=True):
        pages.link("profil", _("Profil kota"), icon=":material/location_city:", kota=code)
        pages.link("mitra", _("Mitra yang cocok"), icon=":material/handshake:", kota=code)
    if products.empty:
        st.info(_("Tidak ada produk kota ini yang cocok dengan saringan."))
    clicked = st.session_state.get(CHOSEN_PRODUCT)
    ordered = products.assign(first=products["product_id"] != clicked).sort_values(
        ["first", "category", "product"]
    )
    for product in ordered.itertuples():
        _product(product, product.product_id == clicked)
    _flows_of(code)


def _product(product, is_clicked: bool) -> None:
    symbol = theme.CATEGORY_SYMBOLS[product.category]
    codes = {"category": product.category, "role": product.role, "sector": product.sector}
    kind = " · ".join(label(name, code) for name, code in codes.items())
    with st.expander(widgets.plain(f"{symbol} {product.product}"), expanded=is_clicked):
        st.caption(kind)
        st.text(
            product.description if not formats.is_missing(product.description) else _("Belum ada uraian.")
        )
        if not formats.is_missing(product.recognition):
            st.text("🏅 " + product.recognition)
        if not formats.is_missing(product.inputs):
            st.text(_("Bahan baku: {inputs}").format(inputs=product.inputs.replace(";", ", ")))
        widgets.source_line(product.source_id)


def _flows_of(code: str) -> None:
    flows = product_map.flows()
    for column, other, words in (
        ("supplier", "buyer", _("Memasok ke")),
        ("buyer", "supplier", _("Menerima dari")),
    ):
        rows = flows[flows[column] == code]
        if rows.empty:
            continue
        st.markdown(f"**{words}**")
        for row in rows.to_dict("records"):
            mark = "" if row["certain"] else " (" + _("kotanya belum pasti") + ")"
            st.text(f"{city_name(row[other])}: {', '.join(row['commodities'])}{mark}")
    count = int(((flows["supplier"] == code) | (flows["buyer"] == code)).sum())
    if count:
        touching = flows[(flows["supplier"] == code) | (flows["buyer"] == code)]
        widgets.sources([item for ids in touching["source_ids"] for item in ids], key="panel_flow_sources")
        widgets.caveat("from_news")
