"""Parts of the page on complementarity: matrix, map, pair."""

from __future__ import annotations

import streamlit as st

import data
from data.schema import label
from findings import city_records, complementarity
from i18n import _
from ui import choices, pages, widgets
from ui.structure import charts as charts_links
from ui.structure import words
from wording import formats, theme
from wording.names import city_name

SHOWN_LINKS = 12
SHOWN_NEEDS = 6


def matrix(view: complementarity.View, measure: str) -> None:
    """Suppliers against buyers, in an order that can be chosen."""
    by = choices.choose(
        "urut", complementarity.ORDERS, _("Urutkan kota menurut"), show=words.order, kind="segmented"
    )
    codes = list(complementarity.order(view, by))
    table = complementarity.matrix(view, measure).loc[codes, codes]
    widgets.chart(
        charts_links.matrix_heatmap(table, {code: city_name(code) for code in codes}, measure),
        key="komplementaritas_matriks",
        alt=_("Matriks {count} pemasok (baris) dan {count} pembeli (kolom).").format(count=len(codes)),
        table=words.matrix_table(table),
        reading=_(
            "Baris adalah pemasok, kolom adalah pembeli. Makin gelap, makin banyak kelebihan pemasok yang "
            "mengisi kekurangan pembeli. Arah berpengaruh: A ke B tidak sama dengan B ke A. Pada urutan "
            "kemiripan, kota yang struktur ekonominya mirip berdampingan."
        ),
        source_ids=complementarity.sources(),
        note=words.note(view),
    )


def strongest(view: complementarity.View, measure: str) -> None:
    """Draw the strongest links on the map, and list them with their sectors."""
    found = complementarity.links(view, measure)
    shown = complementarity.with_sectors(found.head(SHOWN_LINKS), view, measure)
    st.subheader(words.headline(shown, view, measure), anchor=False)
    if shown.empty:
        return
    kept = complementarity.order(view, "province")
    widgets.chart(
        charts_links.links_map(shown, data.cities().loc[list(kept)], measure),
        key="komplementaritas_peta",
        alt=words.map_alt(shown, measure),
        table=words.links_table(shown),
        reading=_(
            "Setiap busur menghubungkan pemasok dengan pembelinya; panahnya menunjuk pembeli. Makin tebal, "
            "makin besar. Titik kelabu adalah kota di luar hubungan terkuat."
        ),
        source_ids=complementarity.sources(),
        note=words.note(view),
    )
    st.dataframe(
        words.links_shown(shown),
        hide_index=True,
        key="komplementaritas_terkuat",
        height="content",
        column_config={_("Sektor"): st.column_config.TextColumn(width="large")},
    )
    widgets.download(
        lambda: words.links_table(complementarity.with_sectors(found, view, measure)),
        "komplementaritas_semua_pasangan",
        key="komplementaritas_semua_csv",
        label_text=_("Unduh semua {count} pasangan (CSV)").format(count=formats.number(len(found))),
    )


def pair(view: complementarity.View, measure: str, first: str, second: str) -> None:
    """Both directions of one pair, side by side."""
    kilometres = complementarity.distances().at[first, second]
    st.caption(_("Jarak garis lurus {distance} km.").format(distance=formats.number(kilometres)))
    for column, (supplier, buyer), colour in zip(
        st.columns(2, gap="large"),
        ((first, second), (second, first)),
        (theme.SUPPLY, theme.NEED),
        strict=True,
    ):
        with column:
            one_direction(view, measure, supplier, buyer, colour)
    st.write(words.cooperation_sentence(city_records.cooperation(first, second)))
    with st.container(horizontal=True):
        for code in (first, second):
            pages.link(
                "profil",
                _("Profil {city}").format(city=city_name(code)),
                icon=":material/location_city:",
                kota=code,
            )


def one_direction(view: complementarity.View, measure: str, supplier: str, buyer: str, colour: str) -> None:
    """What one city could supply to the other: sectors, products, documented flows, needs that fit."""
    behind = complementarity.sectors_behind(view, supplier, buyer, measure)
    totals = complementarity.pair_totals(view, supplier, buyer)
    key = f"komplementaritas_{supplier}_{buyer}"
    st.subheader(words.direction(supplier, buyer), anchor=False)
    st.write(words.pair_sentence(totals, behind, supplier, buyer))
    if len(behind):
        widgets.chart(
            charts_links.pair_bars(
                behind, {code: label("sector", code) for code in behind.index}, measure, colour
            ),
            key=key,
            alt=words.pair_sentence(totals, behind, supplier, buyer),
            table=words.behind_table(behind, supplier, buyer),
            reading=_(
                "Pada indeks, batang adalah yang lebih kecil dari bagian sektor itu dalam kelebihan pemasok "
                "dan dalam kekurangan pembeli; jumlahnya adalah indeks. Pada rupiah, batang adalah yang "
                "lebih kecil dari kelebihan pemasok dan kekurangan pembeli, satu triwulan."
            ),
            source_ids=complementarity.sources(),
            note=words.note(view),
        )
    _flows(supplier, buyer, key)
    _products(supplier, tuple(behind.index))
    _needs(supplier, buyer, key)


def _flows(supplier: str, buyer: str, key: str) -> None:
    flows = city_records.flows(supplier, buyer)
    flows = flows[flows["direction"] == "out"]
    st.markdown("**" + _("Arus yang tercatat") + "**")
    if flows.empty:
        st.caption(_("Belum ada arus yang tercatat ke arah ini."))
        return
    for row in flows.itertuples():
        st.markdown("- " + words.flow_line(row))
    widgets.download(words.flows_table(flows), f"{key}_arus", key=f"{key}_arus_csv")


def _products(supplier: str, sectors: tuple[str, ...]) -> None:
    goods = city_records.products_of_sectors(supplier, sectors)
    st.markdown("**" + _("Produk unggulan pada sektor itu") + "**")
    if goods.empty:
        st.caption(_("Belum ada produk unggulan yang tercatat pada sektor itu."))
    for product in goods.itertuples():
        with st.expander(widgets.plain(f"{theme.CATEGORY_SYMBOLS[product.category]} {product.product}")):
            st.caption(f"{label('sector', product.sector)} · {label('role', product.role)}")
            if not formats.is_missing(product.description):
                st.text(product.description)
            widgets.source_line(product.source_id)


def _needs(supplier: str, buyer: str, key: str) -> None:
    needs = city_records.needs_fitting(supplier, buyer)
    st.markdown("**" + _("Kebutuhan {buyer} yang cocok").format(buyer=city_name(buyer)) + "**")
    if needs.empty:
        st.caption(_("Belum ada kebutuhan tercatat yang cocok dengan pemasok ini."))
        return
    for row in needs.head(SHOWN_NEEDS).itertuples():
        st.markdown("- " + words.need_line(row))
    if len(needs) > SHOWN_NEEDS:
        st.caption(_("… dan {count} lagi, lengkap pada unduhan.").format(count=len(needs) - SHOWN_NEEDS))
    widgets.download(words.fitting_needs_table(needs), f"{key}_kebutuhan", key=f"{key}_kebutuhan_csv")
