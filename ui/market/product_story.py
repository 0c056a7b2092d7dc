"""A product without a survey market on the page: what is known of it instead of a dead end."""

from __future__ import annotations

import streamlit as st

import data
from findings import deals
from findings.food.product_story import ProductStory, product_story
from i18n import N_, _
from ui import pages, widgets
from ui.cards import deal, parts
from wording import formats
from wording.escaping.html import plain
from wording.names import city_name

FACT_NAMES = {
    "production": N_("Produksi"),
    "makers": N_("Pembuat"),
    "workers": N_("Tenaga kerja"),
    "price": N_("Harga"),
    "buyers": N_("Pembeli"),
    "exports": N_("Ekspor"),
    "visits": N_("Kunjungan"),
    "turnover": N_("Omzet"),
}
MOST_FACTS = 8


def draw(product_id: str, numbers: parts.Numbers) -> None:
    """Draw figures, recognition, likes of it, visitors, and the cards that sell something of the city."""
    known = product_story(product_id)
    row = data.load("products").set_index("product_id").loc[product_id]
    st.markdown(widgets.plain(str(row["description"])))
    _facts(known, numbers)
    if len(known.recognitions):
        st.header(_("Pengakuan"))
        st.html(parts.block(*(_recognition(each, numbers) for each in known.recognitions.itertuples())))
    if len(known.alike):
        st.header(_("Yang serupa di kota lain"))
        said = [f"{each.product} ({city_name(each.region_code)})" for each in known.alike.itertuples()]
        st.markdown(widgets.plain("; ".join(said)))
    _visitors(known, numbers)
    selling = [card for card in deals.cards(row["region_code"]).selling if card.deal is not None]
    if selling:
        st.header(_("Yang sudah punya pembeli tercatat di {city}").format(city=city_name(row["region_code"])))
        deal.draw_all(selling, numbers, whole=False)
    pages.link(
        "profil",
        _("Buka profil {city}").format(city=city_name(row["region_code"])),
        icon=":material/location_city:",
        kota=row["region_code"],
    )


def _facts(known: ProductStory, numbers: parts.Numbers) -> None:
    st.header(_("Angka yang tercatat"))
    if known.facts.empty:
        widgets.missing_note(_("produksi, pembuat, dan pembelinya"))
        return
    st.html(parts.block(*(_fact(each, numbers) for each in known.facts.head(MOST_FACTS).itertuples())))
    st.caption(
        _("Tiap angka berlaku bagi lingkup dan tahun yang disebut; angka satu perajin bukan angka kota.")
    )


def _fact(row, numbers: parts.Numbers) -> str:
    value = row.value_text if isinstance(row.value_text, str) else formats.number(row.value_low, 1)
    if not isinstance(row.value_text, str) and not formats.is_missing(row.value_high):
        if row.value_high != row.value_low:
            value += f"–{formats.number(row.value_high, 1)}"
    unit = row.unit if isinstance(row.unit, str) else ""
    year = str(row.year_text if isinstance(row.year_text, str) else row.year)
    when = _("tahun tidak tercatat") if year in ("nan", "<NA>", "None") else year
    return (
        f"<p><b>{plain(_(FACT_NAMES[row.fact]))}:</b> {plain(f'{value} {unit}'.strip())} ({plain(when)})"
        f"{numbers.marks([row.source_id])}</p>"
    )


def _recognition(row, numbers: parts.Numbers) -> str:
    number = f", {row.number}" if isinstance(row.number, str) else ""
    note = f"; {row.note}" if isinstance(row.note, str) else ""
    said = f"{row.name}: {row.scheme}{number}, {row.status}{note}"
    return f"<p>{plain(said)}{numbers.marks([row.source_id])}</p>"


def _visitors(known: ProductStory, numbers: parts.Numbers) -> None:
    if known.visitors.empty:
        return
    st.header(_("Kota dengan tamu asing yang tercatat"))
    rows = [
        f"<p>{plain(city_name(each.region_code))}: {plain(formats.number(each.value))} ({plain(each.year)})"
        f"{numbers.marks([each.source_id])}</p>"
        for each in known.visitors.head(5).itertuples()
    ]
    st.html(parts.block(*rows))
    st.caption(_("Tamu membeli oleh-oleh; berapa yang dibelanjakan belum terdata."))
