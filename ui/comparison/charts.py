"""Charts of cities side by side: structure, LQ, growth, Klassen's quadrants."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from findings.cities.comparison import NATION, klassen_years
from i18n import N_, _
from ui import charts
from ui.comparison import room
from wording import formats, theme

SYMBOLS = ["circle", "square", "diamond", "triangle-up", "star", "cross", "x"]
COLOURS = [*theme.SERIES, "#8C6D31"]
LQ_TICKS = [0.1, 0.3, 1, 3, 10, 30]
LOWEST_LQ = 0.1
ROW = 32
MARK = 13  # pixels across
KLASSEN_HEIGHT, KLASSEN_PLOT = 560, 480  # of the picture, and of its plot without the axis' words
CORNER = 230  # pixels the name of a quadrant takes at most
REACH = 0.02  # how far below the reference the axis of growth reaches
GRID = "rgba(128,140,138,0.25)"
QUADRANTS = {
    "maju_cepat": N_("Maju dan tumbuh cepat"),
    "maju_tertekan": N_("Maju tetapi tertekan"),
    "berkembang_cepat": N_("Berkembang cepat"),
    "relatif_tertinggal": N_("Relatif tertinggal"),
}


def share_table(shares: pd.DataFrame, cities: dict[str, str], sectors: dict[str, str]) -> go.Figure:
    """Draw shares as a coloured table, sectors x places, the share written in each cell.

    Parameters
    ----------
    shares
        Sector x place (codes), 0..1, the first sector on top.
    cities, sectors
        Code -> what to write.
    """
    words = [[formats.percent(each) for each in row] for row in shares.to_numpy(dtype=float)]
    figure = charts.base(90 + ROW * len(shares))
    figure.add_heatmap(
        x=[cities[code] for code in shares.columns],
        y=[sectors[code] for code in shares.index],
        z=np.sqrt(shares.to_numpy(dtype=float)),  # small shares stay apart from nothing
        text=words,
        texttemplate="%{text}",
        textfont={"size": charts.TYPE_SIZE - 1},
        colorscale=[[0, "#FFFFFF"], [1, "#6FB7B0"]],
        zmin=0,
        zmax=1,
        xgap=2,
        ygap=2,
        showscale=False,
        hovertemplate="%{x}<br>%{y}: %{text}<extra></extra>",
    )
    figure.update_xaxes(side="top", fixedrange=True, showgrid=False, tickfont_size=charts.TYPE_SIZE)
    figure.update_yaxes(autorange="reversed", fixedrange=True, showgrid=False, tickfont_size=charts.TYPE_SIZE)
    # Ink on white cells in either theme.
    figure.update_traces(textfont_color=theme.INK)
    return figure


def quotient_dots(quotients: pd.DataFrame, cities: dict[str, str], sectors: dict[str, str], reference: str):
    """Draw the LQ of each place as a mark on a logarithmic axis; the named line at 1 is the reference.

    Parameters
    ----------
    quotients
        Sector x place, the first sector on top; NaN is left out, under 0.1 is drawn at 0.1.
    reference
        What the line at 1 is called.
    """
    names = [sectors[code] for code in quotients.index]
    top = float(np.nanmax(quotients.to_numpy(dtype=float), initial=2.0))
    low, high = np.log10(LOWEST_LQ * 0.85), np.log10(top * 1.25)
    drawn = quotients.clip(lower=LOWEST_LQ)
    # Marks that would cover each other stand in lanes; a row is as high as the fullest needs.
    lanes = room.stacked(np.log10(drawn), high - low, MARK)
    fullest = 1 if lanes.isna().all(axis=None) else int(lanes.max(axis=None)) + 1
    row = max(ROW, (MARK + 1) * fullest + 6)
    middle = lanes.max(axis=1) / 2
    figure = charts.base(150 + row * len(quotients))
    for position, code in enumerate(quotients.columns):
        values = quotients[code]
        figure.add_scatter(
            x=drawn[code],
            y=np.arange(len(names)) + (lanes[code] - middle).to_numpy() * (MARK + 1) / row,
            text=names,
            mode="markers",
            name=cities[code],
            marker={
                "symbol": SYMBOLS[position],
                "color": COLOURS[position],
                "size": MARK,
                "line": {"width": 1, "color": "white"},
            },
            customdata=[formats.location_quotient(each) for each in values],
            hovertemplate=cities[code] + "<br>%{text}: %{customdata}<extra></extra>",
        )
    figure.update_xaxes(
        type="log",
        range=[low, high],
        tickvals=LQ_TICKS,
        ticktext=[formats.number(each, 2) for each in LQ_TICKS],
        tickangle=0,
        gridcolor=GRID,
        fixedrange=True,
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))), ticktext=names, range=[len(names) - 0.5, -0.5],
        fixedrange=True, gridcolor=GRID, tickfont_size=charts.TYPE_SIZE,
    )  # fmt: skip
    figure.add_vline(x=1, line={"color": theme.NEED, "width": 2, "dash": "dot"})
    figure.add_annotation(
        x=0, y=0, yref="paper", yanchor="top", yshift=-26, showarrow=False,
        text=_("1 = {reference}").format(reference=reference), font={"color": theme.NEED},
    )  # fmt: skip
    figure.update_layout(margin_b=60, legend={"y": 1.0, "yanchor": "bottom"})
    return figure


def growth_lines(index: pd.DataFrame, names: dict[str, str]) -> go.Figure:
    """Draw real GRDP as an index by year, each line named at its end; Indonesia dashed and grey.

    Parameters
    ----------
    index
        Place x year, 100 at the first; the row ``00`` is Indonesia.
    """
    figure = charts.base(480, showlegend=False)
    years = [int(each) for each in index.columns]
    ends = _apart(index.iloc[:, -1].dropna(), 0.05 * float(index.max(axis=None) - index.min(axis=None)))
    for position, code in enumerate(index.index):
        nation = code == NATION
        colour = theme.MUTED if nation else COLOURS[position]
        figure.add_scatter(
            x=years, y=index.loc[code], mode="lines+markers", name=names[code],
            line={"color": colour, "width": 3, "dash": "dash" if nation else "solid"},
            marker={"symbol": "circle" if nation else SYMBOLS[position], "size": 4 if nation else 8},
            customdata=[formats.fixed(each) for each in index.loc[code]],
            hovertemplate=names[code] + " %{x}: %{customdata}<extra></extra>",
        )  # fmt: skip
        if code in ends.index:
            figure.add_annotation(
                x=years[-1], y=ends[code], xanchor="left", xshift=10, showarrow=False,
                text=f"{names[code]} {formats.number(index.loc[code].iloc[-1])}", font={"color": colour},
            )  # fmt: skip
    figure.add_hline(y=100, line={"color": theme.MUTED, "width": 1})
    figure.update_xaxes(range=[years[0] - 0.3, years[-1] + 3.6], tickvals=years[::3], fixedrange=True)
    figure.update_yaxes(gridcolor=GRID, fixedrange=True)
    return figure


def _apart(ends: pd.Series, gap: float) -> pd.Series:
    """Move names at the ends of lines so far apart that none covers another."""
    moved = ends.sort_values()
    for position in range(1, len(moved)):
        moved.iloc[position] = max(moved.iloc[position], moved.iloc[position - 1] + gap)
    return moved - (moved.mean() - ends.mean())


def klassen_quadrants(frame: pd.DataFrame, chosen: list[str], names: dict[str, str]) -> go.Figure:
    """Draw growth against GRDP per head, the reference as two named lines, each quadrant labelled.

    Parameters
    ----------
    frame
        As :func:`findings.cities.comparison.klassen`: all cities and the row ``reference``.
    chosen
        Codes drawn large and named; the others are small grey dots.
    """
    figure = charts.base(KLASSEN_HEIGHT, showlegend=False)
    first, last, per_head_year = klassen_years()
    middle = frame.loc["reference"]
    cities = frame.drop(index="reference").dropna(subset=["growth", "per_head"])
    # One city that shrank would press all others into a corner: it stands at the edge, with its figure.
    left = max(cities["growth"].min(), middle["growth"] - REACH) - 0.002
    right, top = cities["growth"].max() + 0.003, cities["per_head"].max() / 1e6 * 1.25
    cities = cities.assign(x=cities["growth"].clip(lower=left + 0.001))
    others = cities.drop(index=[code for code in chosen if code in cities.index])
    figure.add_scatter(
        x=others["x"], y=others["per_head"] / 1e6, mode="markers", name="",
        marker={"color": theme.MISSING, "size": 9},
        text=[
            f"{names[code]}<br>{formats.percent(row['growth'])}, {formats.rupiah(row['per_head'])}"
            for code, row in others.iterrows()
        ], hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip
    named = [code for code in chosen if code in cities.index]
    at = [
        (
            (cities.at[code, "x"] - left) / (right - left) * room.PLOT_WIDTH,
            cities.at[code, "per_head"] / 1e6 / top * KLASSEN_PLOT,
            names[code],
        )
        for code in named
    ]
    sides = room.sides(at, MARK * 0.75, charts.TYPE_SIZE, _corners())
    for position, code in enumerate(named):
        row = cities.loc[code]
        figure.add_scatter(
            x=[row["x"]], y=[row["per_head"] / 1e6], mode="markers+text", name=names[code],
            marker={"color": COLOURS[position], "symbol": SYMBOLS[position], "size": 18},
            text=[names[code]], textposition=sides[position],
            textfont={"size": charts.TYPE_SIZE, "color": COLOURS[position]},
            hovertemplate=(
                f"{names[code]}<br>{formats.percent(row['growth'])}, {formats.rupiah(row['per_head'])}"
                "<extra></extra>"
            ),
        )  # fmt: skip
    bottom = 0
    for code, row in cities[cities["growth"] < left].iterrows():
        figure.add_annotation(
            x=left, y=row["per_head"] / 1e6, xanchor="left", xshift=16, yshift=-16, showarrow=False,
            text=f"← {names[code]} {formats.percent(row['growth'])}",
        )  # fmt: skip
    figure.add_vline(x=middle["growth"], line={"color": theme.MUTED, "width": 2, "dash": "dot"})
    figure.add_hline(y=middle["per_head"] / 1e6, line={"color": theme.MUTED, "width": 2, "dash": "dot"})
    corners = {
        "maju_cepat": (right, top, "right", "top"),
        "maju_tertekan": (left, top, "left", "top"),
        "berkembang_cepat": (right, bottom, "right", "bottom"),
        "relatif_tertinggal": (left, bottom, "left", "bottom"),
    }
    for code, (x, y, xanchor, yanchor) in corners.items():
        figure.add_annotation(
            x=x, y=y, xanchor=xanchor, yanchor=yanchor, showarrow=False, text=f"<b>{_(QUADRANTS[code])}</b>"
        )
    figure.update_xaxes(
        range=[left, right], tickformat=".1%", fixedrange=True, gridcolor=GRID, showgrid=False,
        title=_("pertumbuhan riil rata-rata setahun, {first}–{last}").format(first=first, last=last),
    )  # fmt: skip
    figure.update_yaxes(
        range=[bottom, top], fixedrange=True, showgrid=False,
        title=_("PDRB per kapita {year}, juta rupiah").format(year=per_head_year), tickformat=",~g",
    )  # fmt: skip
    return figure


def _corners() -> list[room.Box]:
    """Where the names of the quadrants stand, in pixels from the lower left."""
    wide, high = room.PLOT_WIDTH, charts.TYPE_SIZE * 1.4
    lows = (0, KLASSEN_PLOT - high)
    return [(x, low, x + CORNER, low + high) for low in lows for x in (0, wide - CORNER)]
