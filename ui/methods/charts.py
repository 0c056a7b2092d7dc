"""The chart of how well the score finds the documented flows."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from i18n import N_, _
from ui import charts
from wording import formats, reasons, theme

CHANCE = 0.5
ROW = 46
MEASURES = {
    "score": N_("Skor mitra, pemasok ke pembeli"),
    "size_distance": N_("Penduduk pembeli dan jarak saja"),
    "distance": N_("Jarak saja"),
    "market": N_("Pasar pangan bagi produk pemasok"),
    "complementarity": N_("Komplementaritas sektor"),
    "potential": N_("Potensi dalam rupiah"),
    "nearest": N_("Yang terdekat dulu"),
    "farm_2.2": N_("Pertanian ÷ jarak pangkat 2,2"),
    "farm_1": N_("Pertanian ÷ jarak"),
    "farm": N_("Pertanian saja"),
    "chance": N_("Menebak"),
}


def measure(code: str) -> str:
    """What a row of the check is called."""
    return _(MEASURES[code]) if code in MEASURES else reasons.subject(code)


def validation_intervals(table: pd.DataFrame) -> go.Figure:
    """Draw area and 95% interval of each measure, the best on top; the named line is chance.

    Parameters
    ----------
    table
        As :func:`analysis.validation.validate_score`.
    """
    rows = table.sort_values("auc_both")
    names = [measure(code) for code in rows.index]
    figure = charts.base(110 + ROW * len(rows), showlegend=False)
    figure.add_scatter(
        x=rows["auc_both"],
        y=names,
        mode="markers+text",
        marker={
            "size": 15,
            "color": [theme.ACCENT if code.startswith("score") else theme.SUPPLY for code in rows.index],
            "symbol": ["diamond" if code.startswith("score") else "circle" for code in rows.index],
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": rows["high"] - rows["auc_both"],
            "arrayminus": rows["auc_both"] - rows["low"],
            "thickness": 3,
            "width": 6,
            "color": theme.MUTED,
        },
        text=[formats.fixed(each, 2) for each in rows["auc_both"]],
        textposition="top center",
        hovertext=[
            f"{name}: {formats.fixed(value, 2)} ({formats.fixed(low, 2)}–{formats.fixed(high, 2)})"
            for name, value, low, high in zip(names, rows["auc_both"], rows["low"], rows["high"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure.add_vline(x=CHANCE, line={"color": theme.NEED, "width": 2, "dash": "dot"})
    figure.add_annotation(
        x=CHANCE, y=1, yref="paper", yanchor="bottom", showarrow=False, text=_("0,5 = menebak"),
        font={"color": theme.NEED},
    )  # fmt: skip
    figure.update_xaxes(range=[0, 1.02], fixedrange=True, tickvals=[0, 0.25, 0.5, 0.75, 1], showgrid=True)
    figure.update_yaxes(
        fixedrange=True, tickfont_size=charts.TYPE_SIZE, ticksuffix=" ", range=[-0.6, len(rows) - 0.2]
    )
    figure.update_layout(margin_t=34)
    return figure
