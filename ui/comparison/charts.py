"""Charts of cities side by side: structure, LQ, growth, Klassen's quadrants."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from findings.cities.comparison import NATION, klassen_years
from i18n import N_, _
from ui import charts
from ui.comparison import room
from ui.still import pen
from ui.still.cells import Cell, Cells
from ui.still.lines import Course, Lines
from ui.still.rows import Line, Point, Row, Rows
from wording import formats, theme

SYMBOLS = ["circle", "square", "diamond", "triangle-up", "star", "cross", "x"]
COLOURS = [*theme.SERIES, "#8C6D31"]
LQ_TICKS = [0.1, 0.3, 1, 3, 10, 30]
LOWEST_LQ = 0.1
ROW = 32
MARK = 13  # pixels across
SHARES = ("#FFFFFF", "#6FB7B0")  # the colour of no share and of the whole
WIDTHS = (960, 350)  # pixels of a page beside the menu, and of a phone
GROWTH_HEIGHT = 460
STAR_LARGER = 1.35
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


def look(position: int, colour: str | None = None) -> pen.Sign:
    """Return the sign of the place compared at `position`, told apart by its form and its colour."""
    symbol, own = SYMBOLS[position], colour or COLOURS[position]
    return pen.Sign(symbol, "none", own, 3) if symbol == "x" else pen.Sign(symbol, own, "white", 1)


def radius(position: int, across: float) -> float:
    """Return the radius of that sign where a circle is `across` pixels wide; a star looks small."""
    return across / 2 * (STAR_LARGER if SYMBOLS[position] == "star" else 1)


def share_table(shares: pd.DataFrame, cities: dict[str, str], sectors: dict[str, str]) -> Cells:
    """Return shares as a coloured table, sectors x places, the share written in each cell.

    Parameters
    ----------
    shares
        Sector x place (codes), 0..1, the first sector on top; NaN stays empty.
    cities, sectors
        Code -> what to write.
    """
    rows = tuple(
        (
            sectors[sector],
            tuple(
                None if pd.isna(share) else _share(share, cities[city], sectors[sector])
                for city, share in own.items()
            ),
        )
        for sector, own in shares.iterrows()
    )
    return Cells(tuple(cities[code] for code in shares.columns), rows, ROW)


def _share(share: float, city: str, sector: str) -> Cell:
    words = formats.percent(share)
    # By the root, small shares stay apart from nothing.
    return Cell(words, pen.mixed(SHARES, math.sqrt(max(share, 0))), f"<b>{city}</b><br>{sector}: {words}")


def quotient_dots(
    quotients: pd.DataFrame, cities: dict[str, str], sectors: dict[str, str], reference: str
) -> Rows:
    """Return the LQ of each place as a sign on a logarithmic scale; the named line at 1 is the reference.

    Parameters
    ----------
    quotients
        Sector x place, the first sector on top; NaN is left out, under 0.1 is drawn at 0.1.
    reference
        What the line at 1 is called.
    """
    looks = {code: look(position) for position, code in enumerate(quotients.columns)}
    radii = {code: radius(position, MARK) for position, code in enumerate(quotients.columns)}
    rows = []
    for sector, own in quotients.iterrows():
        points = [
            Point(
                max(value, LOWEST_LQ), looks[code], radii[code],
                f"<b>{cities[code]}</b><br>{sectors[sector]}: {formats.location_quotient(value)}",
            )
            for code, value in own.dropna().items()
        ]  # fmt: skip
        rows.append(Row(sectors[sector], points=tuple(points)))
    high = 1.25 * float(np.nanmax(quotients.to_numpy(dtype=float), initial=2.0))
    return Rows(
        tuple(rows), LOWEST_LQ * 0.85, high, ROW, log=True,
        ticks=tuple((each, formats.number(each, 2)) for each in LQ_TICKS if each < high),
        line=Line(1, _("1 = {reference}").format(reference=reference), theme.NEED),
        legend=tuple(pen.Entry(looks[code], cities[code], radius=radii[code]) for code in quotients.columns),
        guides=True,
    )  # fmt: skip


def growth_lines(index: pd.DataFrame, names: dict[str, str]) -> Lines:
    """Return real GRDP as an index by year, each line named at its end; Indonesia dashed and grey.

    Parameters
    ----------
    index
        Place x year, 100 at the first; the row ``00`` is Indonesia.
    """
    courses = [
        _course(own, names[code], nation=code == NATION, position=position)
        for position, (code, own) in enumerate(index.iterrows())
    ]
    said = [
        "<br>".join(
            [f"<b>{year}</b>"]
            + [f"{names[code]}: {formats.fixed(value)}" for code, value in index[year].dropna().items()]
        )
        for year in index.columns
    ]
    below = tuple((at, (str(index.columns[at]),)) for at in range(0, len(index.columns), 3))
    return Lines(tuple(said), below, GROWTH_HEIGHT, formats.number, tuple(courses), even=100)


def _course(own: pd.Series, name: str, *, nation: bool, position: int) -> Course:
    known = own.dropna()
    called = f"{name} {formats.number(known.iloc[-1])}" if len(known) else ""
    values = tuple(float(each) for each in own)
    if nation:
        return Course(values, theme.MUTED, "dash", 2, (called,), pen.Sign("circle", theme.MUTED), 2)
    return Course(values, COLOURS[position], "solid", 2, (called,), look(position), radius(position, 8))


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
