"""Parts of the page on complementarity: matrix, map, pair."""

from __future__ import annotations

import streamlit as st

import data
from data.schema import label
from findings import complementarity
from findings.cities import records as city_records
from i18n import _
from ui import choices, finished, pages, tables, widgets
from ui.structure import charts as charts_links
from ui.structure import recorded, words
from wording import formats, theme
from wording.names import city_name

INDEX = "index"
SHOWN_LINKS = 12


def headline(view: complementarity.View, first: str, second: str) -> None:
    """The finding on a pair in its stronger direction: what, why, how sure, and the next step."""
    strong, weak = complementarity.stronger(view, first, second)
    st.title(words.finding(view, strong, weak), anchor=False)
    if strong == weak:
        return
    st.write(words.reason(view, strong, weak))
    with st.container(horizontal=True, vertical_alignment="center"):
        pages.link(
            "kerja_sama",
            _("Siapkan kerja sama {city} dan {partner}").format(
                city=city_name(strong), partner=city_name(weak)
            ),
            icon=":material/assignment:",
            pihak=f"{strong},{weak}",
        )
        pages.link("mitra", _("Barang dan mitra, jarak ikut dihitung"), icon=":material/handshake:")
    st.caption(f":material/compare_arrows: {words.differs()}")


def matrix(view: complementarity.View) -> None:
    """Suppliers against buyers, in an order that can be chosen."""
    by = choices.choose(
        "urut", complementarity.ORDERS, _("Urutkan kota menurut"), show=words.order, kind="segmented"
    )
    codes = list(complementarity.order(view, by))
    table = complementarity.matrix(view).loc[codes, codes]
    widgets.chart(
        finished.chart(charts_links.matrix_heatmap, table, {code: city_name(code) for code in codes}, INDEX),
        key="komplementaritas_matriks",
        alt=_("Matriks {count} kota yang kuat (baris) dan {count} yang lemah (kolom).").format(
            count=len(codes)
        ),
        table=lambda: words.matrix_table(table),
        reading=_(
            "Baris adalah kota yang kuat, kolom kota yang lemah di bidang yang sama. Makin gelap, makin "
            "cocok susunan keduanya. Arah berpengaruh: A ke B tidak sama dengan B ke A. Pada urutan "
            "kemiripan, kota yang struktur ekonominya mirip berdampingan."
        ),
        source_ids=complementarity.sources(),
        note=words.note(view),
    )


def strongest(view: complementarity.View) -> None:
    """Draw the strongest links on the map, and list them with their sectors."""
    found = complementarity.links(view)
    shown = complementarity.with_sectors(found.head(SHOWN_LINKS), view)
    st.header(words.headline(shown, view), anchor=False)
    if shown.empty:
        return
    kept = complementarity.order(view, "province")
    widgets.chart(
        finished.chart(charts_links.links_map, shown, data.cities().loc[list(kept)], INDEX),
        key="komplementaritas_peta",
        alt=words.map_alt(shown, INDEX),
        table=lambda: words.links_table(shown),
        reading=_(
            "Setiap busur berawal di kota yang kuat dan panahnya menunjuk kota yang lemah di bidang yang "
            "sama. Makin tebal, makin cocok. Titik kelabu adalah kota di luar pasangan terkuat."
        ),
        source_ids=complementarity.sources(),
        note=words.note(view),
    )
    tables.draw(
        words.links_shown(shown),
        key="komplementaritas_terkuat",
        height="content",
        column_config={_("Sektor"): st.column_config.TextColumn(width="large")},
    )
    widgets.download(
        lambda: words.links_table(complementarity.with_sectors(found, view)),
        "komplementaritas_semua_pasangan",
        key="komplementaritas_semua_csv",
        label_text=_("Unduh semua {count} pasangan (CSV)").format(count=formats.number(len(found))),
    )


def pair(view: complementarity.View, first: str, second: str) -> None:
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
            one_direction(view, supplier, buyer, colour)
    st.caption(recorded.between(first, second))
    st.write(words.cooperation_sentence(city_records.cooperation(first, second)))
    with st.container(horizontal=True):
        for code in (first, second):
            pages.link(
                "profil",
                _("Profil {city}").format(city=city_name(code)),
                icon=":material/location_city:",
                kota=code,
            )


def one_direction(view: complementarity.View, supplier: str, buyer: str, colour: str) -> None:
    """What one city could supply to the other: sectors, documented flows, products."""
    behind = complementarity.sectors_behind(view, supplier, buyer)
    totals = complementarity.pair_totals(view, supplier, buyer)
    key = f"komplementaritas_{supplier}_{buyer}"
    st.header(words.direction(supplier, buyer), anchor=False)
    st.write(words.pair_sentence(totals, behind, supplier, buyer))
    if len(behind):
        widgets.chart(
            finished.chart(
                charts_links.pair_bars,
                behind,
                {code: label("sector", code) for code in behind.index},
                INDEX,
                colour,
            ),
            key=key,
            alt=words.pair_sentence(totals, behind, supplier, buyer),
            table=lambda: words.behind_table(behind, supplier, buyer),
            reading=_(
                "Batang adalah yang lebih kecil dari bagian sektor itu dalam kelebihan kota yang kuat dan "
                "dalam kekurangan kota yang lemah; jumlahnya adalah indeks."
            ),
            source_ids=complementarity.sources(),
            note=words.note(view),
        )
    _flows(supplier, buyer, key)
    _products(supplier, tuple(behind.index))


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
