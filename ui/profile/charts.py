"""Charts of one city: sectors beside a reference, output over the years, the food it buys."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

import data
from i18n import _
from ui import charts
from ui.still import pen
from ui.still.rows import Bar, Line, Point, Row, Rows
from wording import formats, theme

ROW = 30  # pixels a bar
LIGHT = "#8FB8B5"
GREY = "#8A8F8E"
TICKS = [0.1, 0.5, 1, 2, 5, 10]
SHARE_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5)
MOST_TICKS = 4
LOWEST_LQ = 0.05  # what lies below is drawn here
REFERENCE = pen.Sign("tick", theme.NEED)
STANDS_OUT = pen.Sign("circle", theme.ACCENT)
BELOW = pen.Sign("diamond", "none", theme.NEED, 2)
SMALL = pen.Sign("x", "none", GREY, 2)
GRID = "rgba(128,140,138,0.25)"
TRILLION = 1e12
BILLION = 1e9


def shares_against(frame: pd.DataFrame, names: dict[str, str], reference: str) -> Rows:
    """Return bars of a city's sector shares, each with a mark where the reference economy stands.

    Parameters
    ----------
    frame
        Indexed by sector, with ``share``, ``reference_share``, ``basis``; drawn in this order from the top.
    names
        Sector -> what to write beside its bar.
    reference
        What the reference economy is called.
    """
    rows = []
    for sector, row in frame.iterrows():
        share, there = row["share"], row["reference_share"]
        # The figure stands beside the name, where no mark of the reference can cover it.
        name = f"{names[sector]}\N{EN SPACE}{formats.percent(share)}"
        bars = [Bar(0, share, theme.ACCENT if row["basis"] else LIGHT, name)]
        said = f"<b>{names[sector]}</b><br>{reference}: {formats.percent(there)}"
        marks = [Point(there, REFERENCE, 9, said)]
        rows.append(
            Row(name, tuple(bars if pd.notna(share) else ()), tuple(marks if pd.notna(there) else ()))
        )
    highest = frame[["share", "reference_share"]].fillna(0).to_numpy().max(initial=SHARE_STEPS[0])
    step = next(step for step in SHARE_STEPS if highest / step <= MOST_TICKS)
    ticks = tuple((each * step, formats.percent(each * step, 0)) for each in range(int(highest / step) + 1))
    return Rows(tuple(rows), 0, highest * 1.02, ROW, ticks=ticks)


def quotients(frame: pd.DataFrame, names: dict[str, str], reference: str) -> Rows:
    """Return signs of LQ on a log scale; the line at 1 is the reference, sectors under 1% are marked.

    Parameters
    ----------
    frame
        Indexed by sector, with ``lq``, ``small``, ``basis``, ``share``; drawn in this order from the top.
        A sector without LQ keeps its row, so that the rows line up with :func:`shares_against`.
    """
    rows = tuple(Row(names[sector], points=_quotient(names[sector], row)) for sector, row in frame.iterrows())
    low, high = LOWEST_LQ / 1.4, max(4.0, 1.1 * frame["lq"].fillna(0).max())
    ticks = tuple((tick, formats.number(tick, 2)) for tick in TICKS if tick < high)
    line = Line(1, _("1 = {reference}").format(reference=reference), theme.NEED)
    return Rows(rows, low, high, ROW, log=True, ticks=ticks, line=line, guides=True)


def _quotient(name: str, row: pd.Series) -> tuple[Point, ...]:
    """The sign of a sector's LQ, or none where it has none."""
    if pd.isna(row["lq"]):
        return ()
    times = _short(row["lq"])
    said = _("{sector}: {times} kali · {share}").format(
        sector=name, times=times, share=formats.percent(row["share"], 2)
    )
    look, radius = (SMALL, 5) if row["small"] else (STANDS_OUT, 6.5) if row["basis"] else (BELOW, 6)
    # Away from the line at 1.
    return (Point(max(row["lq"], LOWEST_LQ), look, radius, said, times, left=0.15 < row["lq"] < 1),)


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
