"""What the reader narrows the map to and colours it by; drawn over the map."""

from __future__ import annotations

import streamlit as st

import data
from data.schema import label
from findings import product_map
from i18n import _
from ui import choices
from ui import reference as reference_of
from ui.map import layers as maps
from ui.map import state
from ui.map.asked import Asked
from ui.map.view import YEAR
from wording import theme
from wording.names import city_name


def draw() -> Asked:
    """Draw the categories as pills and the rest behind one button; return what is chosen."""
    categories = choices.choose_many(
        "kategori",
        product_map.categories(),
        _("Kategori produk"),
        kind="pills",
        show=lambda code: f"{theme.CATEGORY_SYMBOLS[code]} {label('category', code)}",
        label_visibility="collapsed",
    )
    with st.popover(_("Saring"), icon=":material/tune:", key="peta_saring"):
        return _more(categories)


def _more(categories: list[str]) -> Asked:
    measure = choices.choose(
        "warna", product_map.measures(), _("Warnai kota menurut"), show=state.measure_label
    )
    year = _year(measure)
    # An LQ alone is measured against something.
    reference = reference_of.choose(_("Pembanding kekhasan"), disabled=product_map.kind_of(measure) != "lq")
    left, right = st.columns(2)
    with left:
        komwil = choices.choose_many(
            "komwil", data.KOMWILS, _("Komwil"), default=[data.HOME_KOMWIL], kind="pills"
        )
        roles = choices.choose_many(
            "peran", product_map.roles(), _("Peran kota"), kind="pills", show=lambda code: label("role", code)
        )
    with right:
        provinces = choices.choose_many("provinsi", product_map.provinces(), _("Provinsi"), show=city_name)
        sectors = choices.choose_many(
            "sektor",
            product_map.product_sectors(),
            _("Sektor produk"),
            show=lambda code: label("sector", code),
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
    return Asked(filters, measure, reference, year, tuple(layers), certain_only)


def _year(measure: str) -> int | None:
    """The year of an indicator; the slider on the map sets it too. None for what has one period."""
    years = product_map.years(measure)
    if not years:
        return None
    newest = str(product_map.newest_complete(measure))
    return int(choices.choose(YEAR, [str(each) for each in reversed(years)], _("Tahun"), default=newest))
