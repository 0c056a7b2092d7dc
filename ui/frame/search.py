"""Search across cities, products, foods, applications, sources and pages, from any page.

The browser fetches the index once and looks through it by itself, typing errors allowed; what was
chosen comes back as one event, and the page changes as by the menu.
"""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

import i18n
from data.versioning import versions
from findings import search_index
from i18n import N_, _
from ui import pages
from wording.food_balance import food_name
from wording.names import city_name

ASSETS = Path(__file__).parents[1] / "assets"
PAGE = "halaman"
KINDS = {
    PAGE: N_("Halaman"),
    search_index.CITY: N_("Kota"),
    search_index.PRODUCT: N_("Produk"),
    search_index.FOOD: N_("Pangan"),
    search_index.APP: N_("Aplikasi"),
    search_index.SOURCE: N_("Sumber"),
}
_field = st.components.v2.component(
    "sinergi_search",
    html='<div class="cari"></div>',
    css=(ASSETS / "search.css").read_text("utf-8"),
    js=(ASSETS / "search.js").read_text("utf-8"),
)


def content(language: str) -> bytes:
    """Return the index as JSON: kinds, and for each entry kind, title, words beside, page, choices."""
    with i18n.using(language):
        kinds = {code: _(name) for code, name in KINDS.items()}
        rows = [[PAGE, _(each.title), "", each.stem, {}] for each in pages.existing()]
        for each in search_index.entries():
            beside = each.beside
            if each.region and each.kind != search_index.CITY:
                beside = city_name(each.region)
            title = food_name(each.title) if each.kind == search_index.FOOD else each.title
            rows.append([each.kind, title, beside, each.page, dict(each.choices)])
    return json.dumps({"kinds": kinds, "rows": rows}, ensure_ascii=False).encode("utf-8")


def draw() -> None:
    """Draw the field; go where the reader chose."""
    language = i18n.language()
    chosen = _field(
        key="cari_semua",
        data={
            "index": f"/search/index.json?lang={language}&edisi={versions.current_edition()}",
            "label": _("Cari kota, pangan, produk"),
            "none": _("Tidak ada yang cocok. Coba kata lain."),
            "found": _("{count} hasil"),
        },
        on_go_change=lambda: None,
    ).go
    if chosen:
        pages.go(str(chosen.get("page", "")), chosen.get("choices") or {})
