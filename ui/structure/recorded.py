"""What was recorded between provinces, beside the picture of structures: heat map, arcs, one pair."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import data
from data.schema import label
from findings import complementarity, interregional
from findings.impact import trade
from i18n import _
from ui import choices, finished, still, widgets
from ui.structure import charts
from wording import formats
from wording.names import city_name

GOODS = "barang"
SHOWN_ARCS = 15


def heat_map() -> None:
    """Draw who sold how much to whom among Sumatra's provinces."""
    chosen, alt = _ask()
    if not alt:
        return
    widgets.chart(
        finished.recipe(_matrix_drawn, chosen),
        key="komplementaritas_tercatat",
        alt=alt,
        table=lambda: sales_table(_sales(chosen)),
        reading=_(
            "Baris adalah provinsi penjual, kolom provinsi pembeli. Makin gelap, makin besar pembelian "
            "antarusaha; tiap warna berarti sepuluh kali lipat. Pembelian di dalam provinsi sendiri tidak "
            "digambar."
        ),
        source_ids=interregional.source_ids(),
        note=_note(),
    )


def arcs() -> None:
    """Draw the largest recorded sales among Sumatra's provinces as arcs."""
    chosen, alt = _ask()
    if not alt:
        return
    widgets.chart(
        still.pictures(_arcs_drawn, chosen),
        key="komplementaritas_tercatat_peta",
        alt=alt,
        table=lambda: sales_table(_sales(chosen)),
        reading=_(
            "Setiap busur berawal di provinsi penjual dan panahnya menunjuk provinsi pembeli; titiknya titik "
            "berat wilayah. Makin tebal, makin besar."
        ),
        source_ids=interregional.source_ids(),
        note=_note(),
    )


def _sales(chosen: str) -> pd.DataFrame:
    """What makers bought elsewhere on the island, rupiah a year, seller x buyer; NaN at home."""
    sectors = interregional.GOODS if chosen == GOODS else (chosen,)
    return interregional.bought_elsewhere(sectors) * trade.RUPIAH_PER_MILLION


def _matrix_drawn(chosen: str) -> go.Figure:
    table = _sales(chosen)
    names = {code: city_name(code) for code in table.index}
    return charts.matrix_heatmap(table, names, "rupiah", charts.sales())


def _arcs_drawn(chosen: str, width: float) -> go.Figure:
    table = _sales(chosen)
    points = interregional.points().assign(short_name=[city_name(code) for code in table.index])
    return charts.links_map(_long(table).head(SHOWN_ARCS), points, "rupiah", charts.sales(), width=width)


@data.by_language(size=1024)
def between(one: str, other: str) -> str:
    """What recorded trade between provinces leaves for a pair of cities, both ways, in a line."""
    there, back = trade.expected(one, other), trade.expected(other, one)
    if there.empty:
        return _("Satu provinsi: tabel antarprovinsi tidak berkata apa-apa tentang dagang keduanya.")
    return _(
        "Perkiraan dari pola antarprovinsi {year}, pembelian antarusaha saja: {one} ke {other} {there}, "
        "sebaliknya {back} setahun."
    ).format(
        year=interregional.year(),
        one=city_name(one),
        other=city_name(other),
        there=_range(there),
        back=_range(back),
    )


def _range(table: pd.DataFrame) -> str:
    total = table.sum()
    return f"{formats.rupiah(total['low'])} – {formats.rupiah(total['high'])}"


def _ask() -> tuple[str, str]:
    """Choose the sector; the finding in a sentence above the picture. Returns it and what a picture shows.

    The second is empty where nothing of the sector was sold.
    """
    st.header(_("Yang benar-benar tercatat antarprovinsi, {year}").format(year=interregional.year()))
    options = [GOODS, *complementarity.all_sectors()]
    chosen = choices.choose("tercatat", options, _("Sektor yang dijual"), show=_shown)
    largest, alt = _told(chosen)
    if alt:
        st.markdown(largest)
    else:
        widgets.missing_note(_("penjualan sektor ini antarprovinsi"))
    return chosen, alt


@data.by_language()
def _told(sector: str) -> tuple[str, str]:
    """The largest sale and what a picture of all shows; two empty texts where nothing was sold."""
    table = _sales(sector)
    if not table.gt(0).any(axis=None):
        return "", ""
    first = _long(table).iloc[0]
    largest = _("Terbesar: {seller} menjual {amount} kepada {buyer}.").format(
        seller=city_name(first["supplier"]),
        buyer=city_name(first["buyer"]),
        amount=formats.rupiah(first["rupiah"]),
    )
    return largest, _alt(sector, table)


def _shown(code: str) -> str:
    if code == GOODS:
        return _("Barang: pertanian dan industri")
    return label("sector", code)


def _long(table: pd.DataFrame) -> pd.DataFrame:
    long = table.rename_axis(index="supplier", columns="buyer").stack().rename("rupiah").reset_index()
    return long[long["rupiah"] > 0].sort_values("rupiah", ascending=False, kind="stable", ignore_index=True)


def _alt(chosen: str, table: pd.DataFrame) -> str:
    first = _long(table).iloc[0]
    return _("Penjualan {what} antara {count} provinsi; terbesar {seller} ke {buyer}, {amount}.").format(
        what=_shown(chosen),
        count=len(table),
        seller=city_name(first["supplier"]),
        buyer=city_name(first["buyer"]),
        amount=formats.rupiah(first["rupiah"]),
    )


def _note() -> str:
    return _(
        "BPS, tabel antarprovinsi {year}; pembelian antarusaha saja, tanpa belanja rumah tangga."
    ).format(year=interregional.year())


def sales_table(table: pd.DataFrame) -> pd.DataFrame:
    """Every recorded sale between two provinces."""
    long = _long(table)
    return pd.DataFrame(
        {
            _("Penjual"): long["supplier"].map(city_name),
            _("Pembeli"): long["buyer"].map(city_name),
            _("Rupiah setahun"): long["rupiah"],
        }
    )
