"""The panel over the map: one city, its value, its products with their proof, the way to its partners."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from data.schema import label
from findings import product_map
from i18n import _
from ui import choices, pages, widgets
from ui.frame import my_city
from ui.map import state
from ui.map.view import CHOSEN_CITY
from wording import formats, theme
from wording.escaping.html import plain
from wording.escaping.markdown import plain as plain_words
from wording.names import city_name
from wording.sources import source_address, source_text

NONE = ""


def show(products: pd.DataFrame, measure: str, values: pd.DataFrame) -> str:
    """Draw the choice of city and what there is to say about it; return its code, empty for none.

    `products` are those that pass the filters.
    """
    code = choices.choose(
        CHOSEN_CITY,
        [NONE, *data.cities().index],
        _("Kota (klik pada peta, atau pilih di sini)"),
        default=my_city.chosen(),
        show=lambda item: city_name(item) if item else _("Klik sebuah kota, atau pilih di sini"),
        remember=True,
        label_visibility="collapsed",
    )
    if code:
        _city(code, products[products["region_code"] == code], measure, values)
    else:
        _overview(products)
    return code


def _overview(products: pd.DataFrame) -> None:
    st.header(
        _("{products} produk unggulan di {cities} kota").format(
            products=formats.number(len(products)),
            cities=formats.number(products["region_code"].nunique()),
        )
    )
    rows = [
        f"<tr><td>{_sign(category)} {plain(label('category', category))}</td>"
        f"<td>{plain(formats.number(len(own)))}</td>"
        f"<td>{plain(formats.number(own['region_code'].nunique()))}</td></tr>"
        for category, own in sorted(products.groupby("category"), key=lambda each: -len(each[1]))
    ]
    heads = "".join(f"<th>{plain(each)}</th>" for each in (_("Kategori"), _("Produk"), _("Kota")))
    if rows:
        st.html(f'<table class="sk-kategori"><tr>{heads}</tr>{"".join(rows)}</table>')


def _sign(category: str) -> str:
    colour, symbol = theme.CATEGORY_COLOURS[category], theme.CATEGORY_SYMBOLS[category]
    return f'<i style="color:{plain(colour)}">{plain(symbol)}</i>'


def _city(code: str, products: pd.DataFrame, measure: str, values: pd.DataFrame) -> None:
    row = data.cities().loc[code]
    st.header(row["name"])
    st.markdown(f"{row['province']} · {_figure(code, measure, values)}")
    with st.container(key="peta_laci_aksi", horizontal=True, vertical_alignment="center", gap="small"):
        pages.link(
            "mitra",
            _("Lihat mitra {city}").format(city=city_name(code)),
            icon=":material/handshake:",
            kota=code,
        )
        pages.link("profil", _("Profil"), kota=code)
    if products.empty:
        st.info(_("Tidak ada produk kota ini yang cocok dengan saringan."))
    else:
        ordered = products.sort_values(["category", "product"]).itertuples()
        st.html(f'<div class="sk-produk">{"".join(map(_product, ordered))}</div>')
    _flows_of(code)


def _figure(code: str, measure: str, values: pd.DataFrame) -> str:
    value, period = values.at[code, "value"], values.at[code, "period"]
    if measure == product_map.PRODUCT_COUNT:
        return _("Produk unggulan: {count}").format(count=formats.number(value))
    shown = state.value_text(measure, value) or _("belum terdata")
    return f"{state.measure_label(measure)}: **{shown}**" + (f" ({formats.period(period)})" if period else "")


def _product(product) -> str:
    """A product as a line that opens to what is known of it and to its source."""
    kind = " · ".join(label(name, getattr(product, name)) for name in ("category", "role", "sector"))
    known = formats.is_missing(product.description)
    lines = [(_("Belum ada uraian.") if known else product.description, "")]
    if not formats.is_missing(product.recognition):
        lines.append((_("Pengakuan: {recognition}").format(recognition=product.recognition), ""))
    if not formats.is_missing(product.inputs):
        lines.append((_("Bahan baku: {inputs}").format(inputs=product.inputs.replace(";", ", ")), ""))
    lines.append((kind, "kecil"))
    told = "".join(f'<p class="{style}">{plain(text)}</p>' for text, style in lines)
    summary = f"<summary>{_sign(product.category)}{plain(product.product)}</summary>"
    return f"<details>{summary}{told}{_source(product.source_id)}</details>"


def _source(source_id: str) -> str:
    address = source_address(source_id)
    opens = (
        f' <a href="{plain(address)}" target="_blank" rel="noopener noreferrer">{plain(_("Buka sumber"))}</a>'
        if address
        else ""
    )
    return f'<p class="kecil">{plain(source_text(source_id))}{opens}</p>'


def _flows_of(code: str) -> None:
    flows = product_map.flows()
    touching = flows[(flows["supplier"] == code) | (flows["buyer"] == code)]
    for column, other, words in (
        ("supplier", "buyer", _("Memasok {cities}")),
        ("buyer", "supplier", _("Dipasok {cities}")),
    ):
        rows = touching[touching[column] == code]
        if rows.empty:
            continue
        named = formats.listing([city_name(each) for each in rows.loc[rows["certain"], other]])
        unsure = formats.listing([city_name(each) for each in rows.loc[~rows["certain"], other]])
        if unsure:
            unsure = _("kotanya belum pasti: {cities}").format(cities=unsure)
        named = "; ".join(filter(None, (named, unsure)))
        goods = dict.fromkeys(each for goods in rows["commodities"] for each in goods)
        st.markdown(f"**{words.format(cities=named)}**: {plain_words(', '.join(goods))}")
    if len(touching):
        with st.container(horizontal=True):
            widgets.sources(
                [each for ids in touching["source_ids"] for each in ids], key="panel_flow_sources"
            )
        widgets.caveat("from_news")
