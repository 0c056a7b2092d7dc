"""Charts of one city: sectors beside a reference, output over the years, the food it buys."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

import data
from i18n import _
from ui import charts
from wording import formats, theme

ROW = 30  # pixels a bar
LIGHT = "#8FB8B5"
GREY = "#8A8F8E"
TICKS = [0.1, 0.5, 1, 2, 5, 10]
LOWEST_LQ = 0.05  # what lies below is drawn here, as an arrow
GRID = "rgba(128,140,138,0.25)"
TRILLION = 1e12
BILLION = 1e9


def shares_against(frame: pd.DataFrame, names: dict[str, str], city: str, reference: str) -> go.Figure:
    """Return bars of a city's sector shares, each with a mark where the reference economy stands.

    Parameters
    ----------
    frame
        Indexed by sector, with ``share``, ``reference_share``, ``basis``; drawn in this order from the top.
    names
        Sector -> what to write beside its bar.
    """
    rows = frame.iloc[::-1]
    # The figure stands beside the name, where no mark of the reference can cover it.
    words = [formats.percent(share) for share in rows["share"]]
    labels = [f"{names[sector]}  {word}" for sector, word in zip(rows.index, words, strict=True)]
    figure = charts.base(ROW * len(rows) + 60, showlegend=False, bargap=0.3)
    figure.add_bar(
        x=rows["share"], y=labels, orientation="h", name=city,
        marker={"color": [theme.ACCENT if basis else LIGHT for basis in rows["basis"]]},
        hovertemplate="%{y}<extra></extra>",
    )  # fmt: skip
    figure.add_scatter(
        x=rows["reference_share"], y=labels, mode="markers", name=reference,
        marker={"symbol": "line-ns", "size": 17, "line": {"width": 3, "color": theme.NEED}},
        text=[formats.percent(share) for share in rows["reference_share"]],
        hovertemplate=f"{reference}: %{{text}}<extra></extra>",
    )  # fmt: skip
    figure.update_xaxes(
        tickformat=".0%", gridcolor=GRID, rangemode="tozero", fixedrange=True, nticks=5, tickangle=0
    )
    # The same rows at the same height as in the chart beside it.
    figure.update_yaxes(fixedrange=True, range=[-1.3, len(rows) - 0.4])
    return figure


def quotients(frame: pd.DataFrame, names: dict[str, str], reference: str) -> go.Figure:
    """Return dots of LQ on a log axis; the line at 1 is the reference, sectors under 1% are marked.

    Parameters
    ----------
    frame
        Indexed by sector, with ``lq``, ``small``, ``basis``, ``share``; drawn in this order from the top.
    """
    rows = frame.iloc[::-1]
    labels = pd.Series([names[sector] for sector in rows.index], index=rows.index)
    drawn = rows["lq"].clip(lower=LOWEST_LQ)
    figure = charts.base(ROW * len(rows) + 60, showlegend=False)
    for chosen, name, marker in (
        (rows["basis"], _("Menonjol: 1 kali ke atas"), {"color": theme.ACCENT, "size": 13}),
        (
            ~rows["basis"] & ~rows["small"],
            _("Di bawah 1 kali"),
            {"color": theme.NEED, "size": 12, "symbol": "diamond-open", "line": {"width": 2}},
        ),
        (
            rows["small"],
            _("Porsi kecil, di bawah 1%"),
            {"size": 10, "symbol": "x-thin", "line": {"width": 2, "color": GREY}},
        ),
    ):
        part = rows[chosen & rows["lq"].notna()]
        figure.add_scatter(
            x=drawn[part.index], y=labels[part.index], mode="markers+text", name=name, marker=marker,
            cliponaxis=False, text=[f" {_short(lq)} " for lq in part["lq"]],
            # Away from the line at 1.
            textposition=["middle left" if 0.15 < lq < 1 else "middle right" for lq in part["lq"]],
            customdata=[formats.percent(share, 2) for share in part["share"]],
            hovertemplate=_("{sector}: {times} kali · {share}").format(
                sector="%{y}", times="%{text}", share="%{customdata}"
            )
            + "<extra></extra>",
        )  # fmt: skip
    highest = max(4.0, float(np.nanmax(rows["lq"])) * 2)
    figure.update_xaxes(
        type="log", range=[np.log10(LOWEST_LQ / 1.4), np.log10(highest)], tickvals=TICKS,
        ticktext=[formats.number(tick, 2) for tick in TICKS], gridcolor=GRID, fixedrange=True, tickangle=0,
    )  # fmt: skip
    # A category without a dot keeps its row, so that both charts line up.
    figure.update_yaxes(
        categoryorder="array", categoryarray=list(labels), range=[-1.3, len(rows) - 0.4], fixedrange=True
    )
    figure.add_vline(x=1, line={"color": theme.NEED, "width": 2, "dash": "dot"})
    figure.add_annotation(
        x=0, y=-1.3, yanchor="bottom", xanchor="right", xshift=-6, showarrow=False,
        text=_("1 = {reference}").format(reference=reference), font={"color": theme.NEED},
    )  # fmt: skip
    return figure


def _short(lq: float) -> str:
    return f"<{formats.number(LOWEST_LQ, 2)}" if lq < LOWEST_LQ else formats.fixed(lq, 2 if lq < 1 else 1)


def output_lines(frame: pd.DataFrame) -> go.Figure:
    """Return GRDP by year, a line a price basis; preliminary years are open marks on a dashed line.

    Parameters
    ----------
    frame
        ``year``, ``price_basis``, ``rupiah``, ``status``; years only, never quarters.
    """
    figure = charts.base(440, margin={"l": 10, "r": 20, "t": 10, "b": 10})
    names = {"ADHB": _("Harga berlaku"), "ADHK": _("Harga konstan {base}").format(base=data.base_year())}
    colours = {"ADHB": theme.SERIES[1], "ADHK": theme.SERIES[0]}
    for basis, rows in frame.sort_values("year").groupby("price_basis"):
        final = rows["status"] == "final"
        # The dashed part starts at the last final year, so that the line does not break.
        last_final = final & ~final.shift(-1, fill_value=True)
        for part, dash in ((rows[final], "solid"), (rows[~final | last_final], "dash")):
            marks = ["circle" if status == "final" else "circle-open" for status in part["status"]]
            figure.add_scatter(
                x=part["year"], y=part["rupiah"] / TRILLION, mode="lines+markers", name=names[basis],
                legendgroup=basis, showlegend=dash == "solid",
                line={"color": colours[basis], "dash": dash, "width": 3},
                marker={
                    "symbol": marks, "size": 9, "color": colours[basis],
                    "line": {"width": 2, "color": colours[basis]},
                },
                text=[formats.rupiah(value) for value in part["rupiah"]],
                hovertemplate=f"{names[basis]} %{{x}}: %{{text}}<extra></extra>",
            )  # fmt: skip
    open_years = frame.loc[frame["status"] != "final", "year"]
    if len(open_years):
        figure.add_vrect(
            x0=open_years.min() - 0.5, x1=open_years.max() + 0.5, fillcolor=GRID, line_width=0, layer="below",
        )  # fmt: skip
        figure.add_annotation(
            text=_("angka sementara"), x=open_years.max() + 0.5, xanchor="right", y=0, yref="paper",
            yanchor="bottom", showarrow=False,
        )  # fmt: skip
    figure.update_xaxes(dtick=5, tick0=2010, fixedrange=True)
    figure.update_yaxes(
        rangemode="tozero", gridcolor=GRID, fixedrange=True, title=_("triliun rupiah"), tickformat=",~g"
    )
    return figure


def food_bars(frame: pd.DataFrame, names: dict[str, str]) -> go.Figure:
    """Return bars of the largest foods, rupiah a year, with the spending per head against Indonesia's.

    Parameters
    ----------
    frame
        Indexed by food, with ``rupiah_year`` and ``ratio``; drawn in this order from the top.
    names
        Food -> its name.
    """
    rows = frame.iloc[::-1]
    figure = charts.base(ROW * len(rows) + 60, margin={"l": 10, "r": 20, "t": 5, "b": 10}, bargap=0.3)
    amounts = [formats.rupiah(value) for value in rows["rupiah_year"]]
    beside = [
        amount if formats.is_missing(ratio) else f"{amount} · {formats.fixed(ratio, 1)}×"
        for amount, ratio in zip(amounts, rows["ratio"], strict=True)
    ]
    figure.add_bar(
        x=rows["rupiah_year"] / BILLION, y=[names[each] for each in rows.index], orientation="h",
        marker={"color": theme.ACCENT}, text=beside, textposition="outside", cliponaxis=False,
        hovertemplate="%{y}: %{text}<extra></extra>", showlegend=False,
    )  # fmt: skip
    # Room for the words beside the longest bar.
    figure.update_xaxes(
        range=[0, rows["rupiah_year"].max() / BILLION * 1.45], gridcolor=GRID, fixedrange=True,
        title=_("miliar rupiah setahun"), tickformat=",~g",
    )  # fmt: skip
    figure.update_yaxes(fixedrange=True)
    return figure
