"""Parts of the page on complementarity: matrix, map, pair."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import data
from data.schema import label
from findings import complementarity
from findings.cities import records as city_records
from i18n import _
from ui import choices, finished, pages, still, tables, widgets
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
    st.markdown(words.reason(view, strong, weak))
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
    count = len(complementarity.order(view, by))
    widgets.chart(
        finished.recipe(_matrix_drawn, view, by),
        key="komplementaritas_matriks",
        alt=_("Matriks {count} kota yang kuat (baris) dan {count} yang lemah (kolom).").format(count=count),
        table=lambda: words.matrix_table(_ordered(view, by)),
        reading=_(
            "Baris adalah kota yang kuat, kolom kota yang lemah di bidang yang sama. Makin gelap, makin "
            "cocok susunan keduanya. Arah berpengaruh: A ke B tidak sama dengan B ke A. Pada urutan "
            "kemiripan, kota yang struktur ekonominya mirip berdampingan."
        ),
        source_ids=complementarity.sources(),
        note=words.note(view),
    )


def _ordered(view: complementarity.View, by: str) -> pd.DataFrame:
    codes = list(complementarity.order(view, by))
    return complementarity.matrix(view).loc[codes, codes]


def _matrix_drawn(view: complementarity.View, by: str) -> go.Figure:
    table = _ordered(view, by)
    return charts_links.matrix_heatmap(table, {code: city_name(code) for code in table.index}, INDEX)


def _shown_links(view: complementarity.View) -> pd.DataFrame:
    """The strongest links with their sectors."""
    return complementarity.with_sectors(complementarity.links(view).head(SHOWN_LINKS), view)


@data.by_language()
def _strongest(view: complementarity.View) -> tuple[str, str, int]:
    """Headline, what the map shows, and how many links there are."""
    shown = _shown_links(view)
    return words.headline(shown, view), words.map_alt(shown, INDEX), len(complementarity.links(view))


def _links_drawn(view: complementarity.View, width: float) -> go.Figure:
    kept = complementarity.order(view, "province")
    return charts_links.links_map(_shown_links(view), data.cities().loc[list(kept)], INDEX, width=width)


def _links_table(view: complementarity.View) -> pd.DataFrame:
    return words.links_shown(_shown_links(view))


def strongest(view: complementarity.View) -> None:
    """Draw the strongest links on the map, and list them with their sectors."""
    headline, alt, count = _strongest(view)
    st.header(headline, anchor=False)
    if not count:
        return
    widgets.chart(
        still.pictures(_links_drawn, view),
        key="komplementaritas_peta",
        alt=alt,
        table=lambda: words.links_table(_shown_links(view)),
        reading=_(
            "Setiap busur berawal di kota yang kuat dan panahnya menunjuk kota yang lemah di bidang yang "
            "sama. Makin tebal, makin cocok. Titik kelabu adalah kota di luar pasangan terkuat."
        ),
        source_ids=complementarity.sources(),
        note=words.note(view),
    )
    tables.draw(
        finished.recipe(_links_table, view),
        key="komplementaritas_terkuat",
        height="content",
        column_config={_("Sektor"): st.column_config.TextColumn(width="large")},
    )
    widgets.download(
        lambda: words.links_table(complementarity.with_sectors(complementarity.links(view), view)),
        "komplementaritas_semua_pasangan",
        key="komplementaritas_semua_csv",
        label_text=_("Unduh semua {count} pasangan (CSV)").format(count=formats.number(count)),
    )


def pair(view: complementarity.View, first: str, second: str) -> None:
    """Both directions of one pair, side by side."""
    apart, together = _between(first, second)
    st.caption(apart)
    for column, (supplier, buyer), colour in zip(
        st.columns(2, gap="large"),
        ((first, second), (second, first)),
        (theme.SUPPLY, theme.NEED),
        strict=True,
    ):
        with column:
            one_direction(view, supplier, buyer, colour)
    st.caption(recorded.between(first, second))
    st.markdown(together)
    with st.container(horizontal=True):
        for code in (first, second):
            pages.link(
                "profil",
                _("Profil {city}").format(city=city_name(code)),
                icon=":material/location_city:",
                kota=code,
            )


@data.by_language()
def _between(one: str, other: str) -> tuple[str, str]:
    """How far two cities are apart, and what they have agreed on or done together."""
    apart = _("Jarak garis lurus {distance} km.").format(
        distance=formats.number(complementarity.distances().at[one, other])
    )
    return apart, words.cooperation_sentence(city_records.cooperation(one, other))


@data.by_language(size=1024)
def _direction(view: complementarity.View, supplier: str, buyer: str) -> tuple[str, tuple[str, ...]]:
    """What one city could supply to the other, in one sentence, and the sectors behind it."""
    behind = complementarity.sectors_behind(view, supplier, buyer)
    totals = complementarity.pair_totals(view, supplier, buyer)
    return words.pair_sentence(totals, behind, supplier, buyer), tuple(behind.index)


def _bars_drawn(view: complementarity.View, supplier: str, buyer: str, colour: str) -> go.Figure:
    behind = complementarity.sectors_behind(view, supplier, buyer)
    names = {code: label("sector", code) for code in behind.index}
    return charts_links.pair_bars(behind, names, INDEX, colour)


def one_direction(view: complementarity.View, supplier: str, buyer: str, colour: str) -> None:
    """What one city could supply to the other: sectors, documented flows, products."""
    sentence, sectors = _direction(view, supplier, buyer)
    key = f"komplementaritas_{supplier}_{buyer}"
    st.header(words.direction(supplier, buyer), anchor=False)
    st.markdown(sentence)
    if sectors:
        widgets.chart(
            finished.recipe(_bars_drawn, view, supplier, buyer, colour),
            key=key,
            alt=sentence,
            table=lambda: words.behind_table(
                complementarity.sectors_behind(view, supplier, buyer), supplier, buyer
            ),
            reading=_(
                "Batang adalah yang lebih kecil dari bagian sektor itu dalam kelebihan kota yang kuat dan "
                "dalam kekurangan kota yang lemah; jumlahnya adalah indeks."
            ),
            source_ids=complementarity.sources(),
            note=words.note(view),
        )
    _flows(supplier, buyer, key)
    if sectors:
        finished.piece(_products, supplier, sectors)


@data.by_language()
def _flow_lines(supplier: str, buyer: str) -> str:
    """The flows recorded from one city to another as a list, empty without any."""
    return "\n".join("- " + words.flow_line(row) for row in _recorded_flows(supplier, buyer).itertuples())


def _recorded_flows(supplier: str, buyer: str) -> pd.DataFrame:
    flows = city_records.flows(supplier, buyer)
    return flows[flows["direction"] == "out"]


def _flows(supplier: str, buyer: str, key: str) -> None:
    lines = _flow_lines(supplier, buyer)
    st.markdown("**" + _("Arus yang tercatat") + "**")
    if not lines:
        st.caption(_("Belum ada arus yang tercatat ke arah ini."))
        return
    st.markdown(lines)
    widgets.download(
        lambda: words.flows_table(_recorded_flows(supplier, buyer)), f"{key}_arus", key=f"{key}_arus_csv"
    )


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
