"""The parts of the home page."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import data
from data.schema import label
from i18n import _
from ui import charts_map, pages, widgets
from wording import formats, periods, theme
from wording.names import city_name
from wording.phrases import lower_first, sectors

GROUP_COLOURS = {"PRIMER": "#009E73", "SEKUNDER": "#D55E00", "TERSIER": "#0072B2"}
GROUP_SYMBOLS = {"PRIMER": "circle", "SEKUNDER": "square", "TERSIER": "diamond"}
LARGEST_POINT = 46
LEAST_POINT = 11


def figures(totals: dict[str, float]) -> None:
    """Draw what the cities bring as four large figures."""
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


def overview_map(cities: pd.DataFrame) -> go.Figure:
    """Return the cities on a map: size is GRDP, colour and shape the group of the leading sector."""
    figure = charts_map.sumatra(430, charts_map.box_of(cities))
    groups = data.load("sectors").set_index("sector")["group"]
    group = cities["sector"].map(groups).fillna("TERSIER")
    largest = cities["output"].max()
    size = (LARGEST_POINT * (cities["output"] / largest) ** 0.5).clip(lower=LEAST_POINT)
    for code, colour in GROUP_COLOURS.items():
        mine = cities[group == code].sort_values("output", ascending=False)
        if mine.empty:
            continue
        figure.add_scatter(
            x=mine["longitude"],
            y=mine["latitude"],
            mode="markers",
            name=label("group", code),
            marker={
                "color": colour,
                "symbol": GROUP_SYMBOLS[code],
                "size": size[mine.index],
                "line": {"color": "white", "width": 1},
                "opacity": 0.9,
            },
            text=[_overview_tip(row) for row in mine.itertuples()],
            hovertemplate="%{text}<extra></extra>",
        )
    ordered = cities.sort_values("output", ascending=False)
    points = ordered[["longitude", "latitude"]].assign(name=ordered["short_name"])
    charts_map.add_labels(figure, points, radius=size[ordered.index] / 2)
    figure.update_layout(showlegend=True)
    figure.data[0].showlegend = False
    return figure


def _overview_tip(row) -> str:
    lines = [
        f"<b>{row.short_name}</b>",
        _("PDRB {year}: {amount}").format(
            year=data.latest_year(komwil="I"), amount=formats.rupiah_billion(row.output)
        ),
    ]
    if row.sector:
        share = _("{share} dari PDRB kota").format(share=formats.percent(row.share))
        lines.append(f"{label('sector', row.sector)}: {share}, {formats.location_quotient(row.lq)}")
    return "<br>".join(lines)


def overview_table(cities: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers of :func:`overview_map` with headings."""
    return pd.DataFrame(
        {
            _("Kota"): cities["short_name"],
            _("PDRB {year} (miliar rupiah)").format(year=data.latest_year(komwil="I")): cities["output"],
            _("Sektor unggulan"): [label("sector", code) if code else "" for code in cities["sector"]],
            _("Porsi PDRB {period}").format(period=lower_first(periods.quarter())): cities["share"],
            "LQ": cities["lq"],
        }
    )


def strongest(links: pd.DataFrame) -> None:
    """Draw each strong complementarity as one sentence with the way to its proof."""
    for row in links.itertuples():
        with st.container(gap=None):
            sentence = _("**{supplier}** berlebih di {sectors}; **{buyer}** kekurangan.").format(
                supplier=city_name(row.supplier),
                buyer=city_name(row.buyer),
                sectors=sectors(row.sectors),
            )
            st.markdown(sentence)
            proof = _("{amount} per triwulan, indeks {index}").format(
                amount=formats.rupiah(row.rupiah), index=formats.fixed(row.index, 2)
            )
            icon = ":material/arrow_forward:"
            pages.link("komplementaritas", proof, icon=icon, dari=row.supplier, ke=row.buyer)


def completeness_table(state: pd.DataFrame) -> None:
    """Draw how complete and how old each city's data are."""
    frame = pd.DataFrame(
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
    bar = st.column_config.ProgressColumn(format="%.0f%%", min_value=0, max_value=100, color=theme.ACCENT)
    st.dataframe(
        frame, hide_index=True, height=380, column_config={_("Kelengkapan"): bar}, key="completeness_table"
    )
    widgets.download(frame, "kelengkapan-data", key="completeness_csv")
    st.caption(
        _(
            "Kelengkapan: bagian dari sel data yang dimiliki sekurangnya separuh kota. "
            "Sel kosong berarti belum ditemukan, bukan nol."
        )
    )


def output_sources() -> list[str]:
    """Sources of the GRDP figures on this page."""
    rows = data.load("grdp_totals")
    rows = rows[
        (rows["period"] == data.latest_year(komwil="I")) & rows["region_code"].isin(data.cities("I").index)
    ]
    return list(rows["source_id"].unique())
