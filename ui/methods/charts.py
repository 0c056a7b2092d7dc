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
    "score_both_ways": N_("Skor mitra, dua arah"),
    "complementarity_out": N_("Kecocokan dari pemasok ke pembeli"),
    "complementarity_in": N_("Kecocokan dari pembeli ke pemasok"),
    "distance": N_("Jarak saja"),
}


def measure(code: str) -> str:
    """What a row of the check is called."""
    return _(MEASURES[code]) if code in MEASURES else reasons.component(code)


def validation_intervals(table: pd.DataFrame) -> go.Figure:
    """Draw area and 95% interval of each measure, the best on top; the named line is chance.

    Parameters
    ----------
    table
        As :func:`analysis.validation.validation_table`.
    """
    rows = table.sort_values("auc")
    names = [measure(code) for code in rows.index]
    figure = charts.base(110 + ROW * len(rows), showlegend=False)
    figure.add_scatter(
        x=rows["auc"],
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
            "array": rows["high"] - rows["auc"],
            "arrayminus": rows["auc"] - rows["low"],
            "thickness": 3,
            "width": 6,
            "color": theme.MUTED,
        },
        text=[formats.fixed(each, 2) for each in rows["auc"]],
        textposition="top center",
        hovertext=[
            f"{name}: {formats.fixed(row.auc, 2)} ({formats.fixed(row.low, 2)}–{formats.fixed(row.high, 2)})"
            for name, row in zip(names, rows.itertuples(), strict=True)
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
