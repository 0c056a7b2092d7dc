"""The season of a food on the page: which months are dear, which cheap, in the city's province."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from data import by_language, by_version
from data.regions import regencies
from findings.food import prices as findings
from i18n import _
from ui import charts, finished, widgets
from wording import formats, theme
from wording import prices as words


def draw(city: str, commodity: str) -> None:
    """Draw the season of a food in the city's province."""
    if not commodity:
        return
    province = _province(city)
    said, drawn = _season(province, commodity)
    st.header(_("Musim"))
    st.markdown(widgets.plain(said))
    if drawn:
        widgets.chart(
            finished.recipe(season_of, province, commodity),
            key="pangan_musim",
            alt=said,
            table=lambda: findings.season(province, commodity).reset_index(),
            reading=_(
                "Titik: harga bulan itu dibagi rata-rata tahunnya, rata-rata beberapa tahun; 1 berarti sama "
                "dengan rata-rata setahun. Kenaikan rata-rata dari tahun ke tahun disisihkan, supaya harga "
                "yang hanya naik tidak terbaca sebagai musim. Garis tegak: tahun termurah sampai termahal."
            ),
            note=_("Harga provinsi, pasar tradisional (PIHPS)."),
        )


@by_version("regions")
def _province(city: str) -> str:
    return str(regencies().at[city, "province_code"])


@by_language("food_prices_province", "foods")
def _season(province: str, commodity: str) -> tuple[str, bool]:
    """What the season is in words, and whether there is one to draw."""
    table = findings.season(province, commodity)
    return words.season(table), bool(table["index"].notna().all())


def season_of(province: str, commodity: str) -> go.Figure:
    """Return the season of a food in a province (:func:`figure`)."""
    return figure(findings.season(province, commodity))


def figure(table: pd.DataFrame) -> go.Figure:
    """Return the season as points with the range of the years."""
    chart = charts.base(height=230, showlegend=False)
    names = [formats.month(number)[:3] for number in table.index]
    for name, low, high in zip(names, table["low"], table["high"], strict=True):
        chart.add_scatter(
            x=[name, name],
            y=[low, high],
            mode="lines",
            line={"color": theme.MISSING, "width": 5},
            hoverinfo="skip",
        )
    chart.add_scatter(
        x=names, y=table["index"], mode="markers", marker={"color": theme.ACCENT, "size": 11},
        hovertemplate="%{x}: %{y:.2f}<extra></extra>",
    )  # fmt: skip
    chart.add_hline(y=1, line={"color": theme.MUTED, "dash": "dot", "width": 1})
    chart.update_yaxes(tickformat=".2f")
    return chart
