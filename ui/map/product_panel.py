"""The panel over the map: one city, its value, its products with their proof, the way to its partners."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st

import data
from data import by_language
from data.schema import label
from findings import product_map
from i18n import _
from ui import choices, pages, widgets
from ui.frame import my_city
from ui.map import state
from ui.map.asked import Asked
from ui.map.told import MOST_CHOICES
from ui.map.view import CHOSEN_CITY
from wording import formats, theme
from wording.escaping.html import plain
from wording.escaping.markdown import plain as plain_words
from wording.names import city_name, city_names
from wording.sources import source_address, source_text

NONE = ""


def show(asked: Asked) -> str:
    """Draw the choice of city and what there is to say about it; return its code, empty for none."""
    code = choices.choose(
        CHOSEN_CITY,
        [NONE, *city_names()],
        _("Kota (klik pada peta, atau pilih di sini)"),
        default=my_city.chosen(),
        show=lambda item: city_name(item) if item else _("Klik sebuah kota, atau pilih di sini"),
        remember=True,
        label_visibility="collapsed",
    )
    if code:
        _city(code, asked)
    else:
        _overview(asked.filters)
    return code


def _overview(filters: product_map.Filters) -> None:
    said, table = _counted(filters)
    st.header(said)
    if table:
        st.html(table)


@by_language("products", "regions")
def _counted(filters: product_map.Filters) -> tuple[str, str]:
    """How many products there are in how many cities, and the same by category as HTML; empty for none."""
    products = product_map.products(filters)
    said = _("{products} produk unggulan di {cities} kota").format(
        products=formats.number(len(products)),
        cities=formats.number(products["region_code"].nunique()),
    )
    rows = [
        f"<tr><td>{_sign(category)} {plain(label('category', category))}</td>"
        f"<td>{plain(formats.number(len(own)))}</td>"
        f"<td>{plain(formats.number(own['region_code'].nunique()))}</td></tr>"
        for category, own in sorted(products.groupby("category"), key=lambda each: -len(each[1]))
    ]
    heads = "".join(f"<th>{plain(each)}</th>" for each in (_("Kategori"), _("Produk"), _("Kota")))
    return said, f'<table class="sk-kategori"><tr>{heads}</tr>{"".join(rows)}</table>' if rows else ""


def _sign(category: str) -> str:
    colour, symbol = theme.CATEGORY_COLOURS[category], theme.CATEGORY_SYMBOLS[category]
    return f'<i style="color:{plain(colour)}">{plain(symbol)}</i>'


class City(NamedTuple):
    """What the panel says of a city.

    `products` is HTML, empty where none passes the filters; `flows` are paragraphs; `sources` those of them.
    """

    name: str
    figure: str
    products: str
    flows: tuple[str, ...]
    sources: tuple[str, ...]


@by_language(size=MOST_CHOICES)
def _told(code: str, filters: product_map.Filters, measure: str, reference: str, year: int | None) -> City:
    row = data.cities().loc[code]
    values = product_map.city_values(measure, reference, year)
    products = product_map.products(filters)
    products = products[products["region_code"] == code]
    ordered = products.sort_values(["category", "product"]).itertuples()
    listed = "".join(map(_product, ordered))
    flows, sources = _flows_of(code)
    return City(
        row["name"],
        f"{row['province']} · {_figure(code, measure, values)}",
        f'<div class="sk-produk">{listed}</div>' if listed else "",
        flows,
        sources,
    )


def _city(code: str, asked: Asked) -> None:
    told = _told(code, asked.filters, asked.measure, asked.reference, asked.year)
    st.header(told.name)
    st.markdown(told.figure)
    pages.piece(_ways_on, code)
    if told.products:
        st.html(told.products)
    else:
        st.info(_("Tidak ada produk kota ini yang cocok dengan saringan."))
    for each in told.flows:
        st.markdown(each)
    if told.sources:
        with st.container(horizontal=True):
            widgets.sources(told.sources, key="panel_flow_sources")
        widgets.caveat("from_news")


def _ways_on(code: str) -> None:
    with st.container(key="peta_laci_aksi", horizontal=True, vertical_alignment="center", gap="small"):
        pages.link(
            "mitra",
            _("Lihat mitra {city}").format(city=city_name(code)),
            icon=":material/handshake:",
            kota=code,
        )
        pages.link("profil", _("Profil"), kota=code)


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


def _flows_of(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom a city supplies and who supplies it, with what, as paragraphs; and their sources."""
    flows, told = product_map.flows(), []
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
        told.append(f"**{words.format(cities=named)}**: {plain_words(', '.join(goods))}")
    return tuple(told), tuple(each for ids in touching["source_ids"] for each in ids)
