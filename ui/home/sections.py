"""The parts of the home page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from findings import home
from findings.deals.records import Card
from i18n import _
from ui import finished, pages, tables, widgets
from ui.cards import deal, parts
from wording import formats, periods, theme
from wording.names import city_name
from wording.phrases import lower_first


def figures() -> None:
    """Draw what the cities bring as four large figures."""
    totals = home.totals()
    st.header(_("Yang dibawa {count} kota").format(count=totals["cities"]))
    first, second, third, fourth = st.columns(4)
    first.metric(_("Produk unggulan"), formats.number(totals["products"]), border=True)
    second.metric(_("Aplikasi yang berjalan"), formats.number(totals["applications"]), border=True)
    third.metric(
        _("PDRB {year}").format(year=totals["output_year"]),
        formats.rupiah_billion(totals["output"]),
        border=True,
    )
    fourth.metric(
        _("Penduduk terdaftar {year}").format(year=totals["population_year"]),
        formats.people(totals["population"]),
        border=True,
    )
    st.caption(
        _(
            "PDRB atas dasar harga berlaku ({year}); "
            "porsi ke-{count} kota pada {period}: {share} dari Indonesia. "
            "Produk dan aplikasi: yang tercatat dari sumber publik, bukan seluruhnya."
        ).format(
            year=periods.year(totals["output_year"]),
            count=totals["cities"],
            period=lower_first(formats.period(totals["quarter"])),
            share=formats.percent(totals["output_share"]),
        )
    )


def ways_in() -> None:
    """Draw the three ways in: for a mayor, a planner, an analyst."""
    mayor, planner, analyst = st.columns(3)
    with mayor.container(border=True):
        st.subheader(_("Wali kota"))
        st.write(_("Dengan kota mana sebaiknya bekerja sama, untuk apa, dan seberapa yakin?"))
        pages.link("mitra", _("Lihat mitra yang cocok"), icon=":material/handshake:")
        pages.link("presentasi", _("Buka mode presentasi"), icon=":material/slideshow:")
    with planner.container(border=True):
        st.subheader(_("Perencana"))
        st.write(_("Apa kekuatan tiap kota, siapa membutuhkannya, dan apa buktinya?"))
        pages.link("profil", _("Buka profil kota"), icon=":material/location_city:")
        pages.link("komplementaritas", _("Lihat siapa melengkapi siapa"), icon=":material/grid_on:")
    with analyst.container(border=True):
        st.subheader(_("Analis"))
        st.write(_("Dari mana angkanya, bagaimana dihitung, dan bagaimana memperbaruinya?"))
        pages.link("data", _("Unggah dan periksa data"), icon=":material/database:")
        pages.link("metode", _("Baca metode"), icon=":material/menu_book:")


def strongest(cards: tuple[Card, ...], numbers: parts.Numbers) -> None:
    """Draw the strongest deals of all, each one line of proof and the way to its card."""
    lines = tuple((deal.said(deal.line, card, numbers), card.city, card.side) for card in cards)
    pages.piece(_strongest, lines)


def _strongest(lines: tuple[tuple[str, str, str], ...]) -> None:
    """Draw lines of proof: (HTML, city, side)."""
    for told, city, side in lines:
        with st.container(border=True):
            st.html(told)
            pages.link(
                "mitra",
                _("Buka kartu {city}").format(city=city_name(city)),
                icon=":material/arrow_forward:",
                kota=city,
                sisi=side,
            )


def _hundredths(share: float) -> str:
    return formats.percent(share / 100, 0)


def completeness() -> pd.DataFrame:
    """Return how complete and how old each city's data are, in words under headings."""
    state = home.data_state()
    return pd.DataFrame(
        {
            _("Kota"): state.index.map(city_name),
            _("Kelengkapan"): state["share"] * 100,
            _("Indikator"): [
                f"{formats.number(have)}/{formats.number(wanted)}"
                for have, wanted in zip(state["indicators"], state["indicators_expected"], strict=True)
            ],
            _("Produk"): state["products"],
            _("Aplikasi"): state["apps"],
            _("Kebutuhan"): state["needs"],
            _("PDRB terbaru"): state["grdp_latest"].map(formats.period),
            _("Indikator terbaru"): state["indicators_latest"],
        }
    )


def completeness_table() -> None:
    """Draw how complete and how old each city's data are."""
    bar = st.column_config.ProgressColumn(format="%.0f%%", min_value=0, max_value=100, color=theme.ACCENT)
    tables.draw(
        finished.recipe(completeness),
        height=380,
        column_config={_("Kelengkapan"): bar},
        key="completeness_table",
        written={_("Kelengkapan"): _hundredths},
    )
    widgets.download(completeness, "kelengkapan-data", key="completeness_csv")
    st.caption(
        _(
            "Kelengkapan: bagian terisi dari deret yang dimiliki sekurangnya separuh kota. Indikator: yang "
            "terdata dari semua yang dapat diperoleh. Sel kosong berarti belum ditemukan, bukan nol."
        )
    )
