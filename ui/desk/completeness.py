"""Section: how complete and how old the data are, and what a city could send next."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

import data
from data.quality import completeness
from data.quality.completeness import COUNTED, SERIES, city_summary
from data.quality.gaps import Missing
from i18n import N_, _
from ui import choices, finished, tables, widgets
from ui.desk import words as data_words
from ui.frame import my_city
from wording import formats, theme
from wording.names import city_name
from wording.phrases import lower_first

VIEWS = {"terisi": N_("Seberapa terisi"), "terbaru": N_("Data terakhir")}
SHORT = {
    "grdp_sectors": N_("PDRB lapangan usaha"),
    "grdp_totals": N_("PDRB total"),
    "grdp_groups": N_("PDRB kelompok"),
    "grdp_expenditure": N_("PDRB pengeluaran"),
    "household_spending": N_("Belanja pangan"),
    "indicators": N_("Indikator"),
    "products": N_("Produk"),
    "needs": N_("Kebutuhan"),
    "supply_links": N_("Aliran pasokan"),
    "apps": N_("Aplikasi"),
    "cooperation": N_("Kerja sama"),
    "awards": N_("Penghargaan"),
    "city_facts": N_("Fakta kota"),
}


def short(table: str) -> str:
    """Short name of a table for a narrow column."""
    return _(SHORT[table]) if table in SHORT else data_words.table_name(table)


# Ground of a cell that is not full; one that is needs none.
INCOMPLETE = theme.DIVERGING[4]


def draw() -> None:
    """Draw the matrix of all cities, then one city."""
    st.header(_headline())
    view = choices.choose("isi", list(VIEWS), _("Isi tabel"), kind="segmented", show=lambda c: _(VIEWS[c]))
    _matrix(view)
    st.divider()
    _city(my_city.shown())


@data.by_language()
def _headline() -> str:
    table = completeness.completeness()
    series = table[table["table"].isin(SERIES)]
    shares = series.assign(share=series["share"].fillna(0)).groupby("table")["share"].mean()
    complete = [short(name) for name in SERIES if shares[name] >= 1]
    lacking = [
        _("{table} {share}").format(
            table=short(name), share=formats.percent(shares[name], 0 if shares[name] < 0.995 else 1)
        )
        for name in SERIES
        if shares[name] < 1
    ]
    if not lacking:
        return _("Semua deret lengkap untuk semua kota")
    return _("Lengkap untuk semua kota: {complete}. Belum: {lacking}").format(
        complete=formats.listing(complete) or formats.MISSING, lacking=formats.listing(lacking)
    )


def headline(city: str) -> str:
    """How much of the data is there: of `city`, or of all cities when none is chosen."""
    state = city_summary()
    if city:
        row, lacking = state.loc[city], data.missing(city)
        return _("Data {city}: {have} dari {wanted} indikator terdata, {count} hal dapat dilengkapi").format(
            city=city_name(city),
            have=formats.number(row["indicators"]),
            wanted=formats.number(row["indicators_expected"]),
            count=formats.number(len(lacking)),
        )
    share = state["indicators"].sum() / state["indicators_expected"].sum()
    return _("Data {count} kota: {share} indikator terdata, PDRB sampai {period}").format(
        count=formats.number(len(state)),
        share=formats.percent(share, 0),
        period=lower_first(formats.period(state["grdp_latest"].max())),
    )


def _table(view: str) -> pd.DataFrame | Styler:
    """Return the matrix as it is read, city by table; the view of what is filled colours what lacks."""
    table = completeness.completeness()
    texts = {name: _column(rows, name, view) for name, rows in table.groupby("table")}
    # What lacks most first: on a narrow screen little else is seen without scrolling.
    full = table.groupby("table")["share"].mean()
    ordered = sorted(COUNTED, key=lambda name: (name not in SERIES, full[name] if name in SERIES else 0))
    frame = pd.DataFrame({short(name): texts[name] for name in ordered})
    frame.insert(0, _("Kota"), [city_name(code) for code in frame.index])
    shown = frame.reset_index(drop=True)
    if view != "terisi":
        return shown
    colours = _colours(table).reset_index(drop=True)
    return shown.style.apply(lambda _frame: colours, axis=None)


def _numbers() -> pd.DataFrame:
    table = completeness.completeness()
    return table.assign(city=table["region_code"].map(city_name))


def _matrix(view: str) -> None:
    tables.draw(
        finished.recipe(_table, view),
        height="content",
        column_config={_("Kota"): st.column_config.TextColumn(pinned=True)},
        key=f"kelengkapan_{view}",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            _(
                "Persen: bagian dari yang dimiliki sedikitnya separuh kota, diwarnai bila belum penuh. Angka "
                "tanpa persen: banyaknya catatan; tidak diketahui berapa yang seharusnya ada. – : belum "
                "terdata."
            )
            if view == "terisi"
            else _("Periode, tahun, atau tanggal sumber yang terakhir. – : belum terdata atau tanpa tanggal.")
        )
        widgets.download(_numbers, "kelengkapan", key="kelengkapan_csv")


def _column(rows: pd.DataFrame, name: str, view: str) -> pd.Series:
    rows = rows.set_index("region_code")
    if view == "terbaru":
        return rows["latest"].map(lambda value: formats.MISSING if formats.is_missing(value) else str(value))
    if name in SERIES:
        return rows["share"].map(lambda share: formats.percent(share, 0))
    return rows["recorded"].astype(object).map(data_words.count)


def _colours(table: pd.DataFrame) -> pd.DataFrame:
    """Return the ground of each cell: tinted where something lacks, grey where nothing is recorded."""
    wide = table.pivot(index="region_code", columns="table", values="share")
    found = table.pivot(index="region_code", columns="table", values="recorded")

    def style(share: float, recorded: object) -> str:
        if pd.isna(recorded):
            return f"background-color: {theme.MISSING}; color: {theme.INK}"
        if pd.isna(share) or share >= 1:
            return ""
        return f"background-color: {INCOMPLETE}; color: {theme.INK}"

    styled = {
        short(name): [style(*pair) for pair in zip(wide[name], found[name], strict=True)] for name in COUNTED
    }
    return pd.DataFrame({_("Kota"): "", **styled}, index=wide.index)


def _city(city: str) -> None:
    name = city_name(city)
    summary = data.city_summary().loc[city]
    gaps = data.missing(city)
    st.header(
        _("{city}: {count} hal dapat dilengkapi").format(city=name, count=formats.number(len(gaps)))
        if gaps
        else _("{city}: tidak ada yang kurang").format(city=name)
    )
    one, two, three = st.columns(3)
    one.metric(_("Deret terisi"), formats.percent(summary["share"], 0))
    two.metric(
        _("Indikator"),
        _("{have} dari {all}").format(
            have=data_words.count(summary["indicators"]), all=data_words.count(summary["indicators_expected"])
        ),
    )
    three.metric(_("PDRB terakhir"), formats.period(summary["grdp_latest"]))
    for name, found in _by_table(gaps).items():
        _gaps_of(name, found)


def _by_table(gaps: Iterable[Missing]) -> dict[str, list[Missing]]:
    tables: dict[str, list[Missing]] = {}
    for gap in gaps:
        tables.setdefault(gap.table, []).append(gap)
    return tables


def _gaps_of(table: str, gaps: list[Missing]) -> None:
    with st.expander(
        _("{table}: {count} hal").format(table=data_words.table_name(table), count=formats.number(len(gaps))),
        expanded=table == "indicators",
    ):
        for how in dict.fromkeys(gap.how for gap in gaps):
            st.caption(widgets.plain(how))
            st.markdown("\n".join(f"- {widgets.plain(gap.what)}" for gap in gaps if gap.how == how))
        with st.container(horizontal=True):
            st.button(
                _("Ambil templatnya"),
                on_click=data_words.go,
                args=("unduh",),
                kwargs={"tabel": table},
                icon=":material/download:",
                key=f"templat_{table}",
            )
            st.button(
                _("Unggah isinya"),
                on_click=data_words.go,
                args=("unggah",),
                kwargs={"tabel": table},
                icon=":material/upload:",
                key=f"unggah_{table}",
            )
