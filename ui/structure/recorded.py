"""What was recorded between provinces, beside the picture of structures: heat map, arcs, one pair."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from data.schema import label
from findings import interregional
from findings.impact import trade
from i18n import _
from ui import choices, finished, widgets
from ui.structure import charts
from wording import formats
from wording.names import city_name

GOODS = "barang"
SHOWN_ARCS = 15


def heat_map() -> None:
    """Draw who sold how much to whom among Sumatra's provinces."""
    chosen, table = _ask()
    if table is None:
        return
    names = {code: city_name(code) for code in table.index}
    widgets.chart(
        finished.chart(charts.matrix_heatmap, table, names, "rupiah", charts.sales()),
        key="komplementaritas_tercatat",
        alt=_alt(chosen, table),
        table=lambda: sales_table(table),
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
    chosen, table = _ask()
    if table is None:
        return
    flows = _long(table).head(SHOWN_ARCS)
    points = interregional.points().assign(short_name=[city_name(code) for code in table.index])
    widgets.chart(
        finished.chart(charts.links_map, flows, points, "rupiah", charts.sales()),
        key="komplementaritas_tercatat_peta",
        alt=_alt(chosen, table),
        table=lambda: sales_table(table),
        reading=_(
            "Setiap busur berawal di provinsi penjual dan panahnya menunjuk provinsi pembeli; titiknya titik "
            "berat wilayah. Makin tebal, makin besar."
        ),
        source_ids=interregional.source_ids(),
        note=_note(),
    )


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


def _ask() -> tuple[str, pd.DataFrame | None]:
    """Choose the sector; the finding in a sentence above the picture."""
    st.header(_("Yang benar-benar tercatat antarprovinsi, {year}").format(year=interregional.year()))
    options = [GOODS, *data.load("sectors")["sector"]]
    chosen = choices.choose("tercatat", options, _("Sektor yang dijual"), show=_shown)
    sectors = interregional.GOODS if chosen == GOODS else (chosen,)
    table = interregional.bought_elsewhere(sectors) * trade.RUPIAH_PER_MILLION
    if not table.gt(0).any(axis=None):
        widgets.missing_note(_("penjualan sektor ini antarprovinsi"))
        return chosen, None
    first = _long(table).iloc[0]
    st.write(
        _("Terbesar: {seller} menjual {amount} kepada {buyer}.").format(
            seller=city_name(first["supplier"]),
            buyer=city_name(first["buyer"]),
            amount=formats.rupiah(first["rupiah"]),
        )
    )
    return chosen, table


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
