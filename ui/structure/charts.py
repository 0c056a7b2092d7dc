"""Charts of links between cities: the matrix, the strongest on a map, one pair by sector."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from i18n import _
from ui import charts, charts_map
from wording import formats, theme

MAP_HEIGHT = 520
LOWEST_RUPIAH = 1e9  # what is below has the lowest colour
BEND = 0.16  # how far an arc swings out, as a share of its length


def amount(value: float, measure: str) -> str:
    """Write a cell: ``0,41``, or rupiah."""
    if formats.is_missing(value):
        return formats.MISSING
    return formats.fixed(value, 2) if measure == "index" else formats.rupiah(value)


def fits() -> tuple[str, str, str]:
    """Titles of rows and columns and the sentence of a cell, for structures that fit."""
    return (
        _("Kota yang kuat"),
        _("Kota yang lemah"),
        _("{supplier} kuat di bidang yang lemah di {buyer}: {amount}"),
    )


def sales() -> tuple[str, str, str]:
    """Titles of rows and columns and the sentence of a cell, for recorded sales."""
    return _("Penjual"), _("Pembeli"), _("{supplier} menjual ke {buyer}: {amount}")


def matrix_heatmap(
    matrix: pd.DataFrame, names: dict[str, str], measure: str, said: tuple[str, str, str] | None = None
) -> go.Figure:
    """Return suppliers (rows, the first on top) x buyers (columns) as coloured cells.

    Parameters
    ----------
    matrix
        Codes x codes; NaN stays empty.
    measure
        ``"index"`` or ``"rupiah"``.
    said
        From :func:`fits` (the default) or :func:`sales`.
    """
    down, across, cell = said or fits()
    suppliers = [names[code] for code in matrix.index]
    buyers = [names[code] for code in matrix.columns]
    values = matrix.to_numpy(dtype=float)
    # Rupiah spans powers of ten: one Medan-Batam would leave everything else blank on a linear scale.
    # Zero is a figure and has the lowest colour; only what is not there stays empty.
    scale = values if measure == "index" else np.log10(np.clip(values, LOWEST_RUPIAH, None))
    words = [[amount(value, measure) for value in row] for row in values]
    figure = charts.base(max(300, 27 * len(matrix) + 190), margin={"l": 10, "r": 10, "t": 10, "b": 10})
    figure.add_heatmap(
        x=buyers, y=suppliers, z=scale, customdata=words, colorscale=theme.SEQUENTIAL,
        xgap=1, ygap=1, hoverongaps=False,
        hovertemplate=cell.format(supplier="%{y}", buyer="%{x}", amount="%{customdata}") + "<extra></extra>",
        colorbar=_colour_bar(scale, measure),
    )  # fmt: skip
    figure.update_xaxes(
        side="top", tickangle=-60, fixedrange=True, title=across, tickfont={"size": 13}, showgrid=False
    )
    figure.update_yaxes(
        autorange="reversed", fixedrange=True, title=down, tickfont={"size": 13}, showgrid=False
    )
    return figure


def _colour_bar(scale: np.ndarray, measure: str) -> dict:
    bar = {"orientation": "h", "y": 0, "yanchor": "top", "thickness": 14, "len": 0.8, "outlinewidth": 0}
    if measure == "index" or not np.isfinite(scale).any():
        return bar
    powers = list(range(int(np.log10(LOWEST_RUPIAH)), int(np.nanmax(scale)) + 1))
    words = [formats.rupiah(10.0**power) for power in powers]
    return bar | {"tickvals": powers, "ticktext": [f"≤ {words[0]}", *words[1:]]}


def links_map(
    links: pd.DataFrame,
    cities: pd.DataFrame,
    measure: str,
    said: tuple[str, str, str] | None = None,
    *,
    width: float = charts_map.PLOT_WIDTH,
) -> go.Figure:
    """Return arcs from suppliers to buyers on the outline of Sumatra; an arrow stands near the buyer.

    Parameters
    ----------
    links
        ``supplier``, ``buyer`` and the column `measure`, the strongest first.
    cities
        Indexed by code: ``short_name``, ``longitude``, ``latitude``; all places of the view.
    said
        From :func:`fits` (the default) or :func:`sales`.
    width
        Pixels of the column it is drawn for.
    """
    _down, _across, cell = said or fits()
    figure = charts_map.land(MAP_HEIGHT, charts_map.box_of(cities))
    places = cities[["longitude", "latitude"]]
    strongest = links[measure].max() if len(links) else 1.0
    # Weak ones first: the strongest lies on top.
    for row in links.iloc[::-1].itertuples():
        value = getattr(row, measure)
        words = cell.format(
            supplier=cities.at[row.supplier, "short_name"],
            buyer=cities.at[row.buyer, "short_name"],
            amount=amount(value, measure),
        )
        _add_arc(
            figure, tuple(places.loc[row.supplier]), tuple(places.loc[row.buyer]), value / strongest, words
        )
    joined = list(pd.unique(links[["supplier", "buyer"]].to_numpy().ravel())) if len(links) else []
    figure.add_scatter(
        x=cities["longitude"], y=cities["latitude"], mode="markers", name="",
        marker={
            "color": [theme.ACCENT if code in joined else "#8A8F8E" for code in cities.index],
            "size": [12 if code in joined else 7 for code in cities.index],
        },
        text=cities["short_name"], hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip
    points = cities.loc[joined, ["longitude", "latitude"]].assign(name=cities["short_name"])
    charts_map.add_labels(figure, points, width=width)
    return figure


def _add_arc(
    figure: go.Figure, start: tuple[float, float], end: tuple[float, float], part: float, words: str
) -> None:
    """Add a line as thick as `part` (0..1) of the strongest, and a head that points at its end."""
    x, y = arc(start, end)
    figure.add_scatter(
        x=x, y=y, mode="lines", name=words, opacity=0.35 + 0.5 * part,
        line={"color": theme.SUPPLY, "width": 1.5 + 4.5 * part},
        text=[words] * len(x), hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip
    figure.add_scatter(
        x=x[-2:], y=y[-2:], mode="markers", hoverinfo="skip", name="",
        marker={
            "symbol": "arrow", "angleref": "previous", "color": theme.SUPPLY, "standoff": 6,
            "size": [0, 12 + 6 * part],
        },
    )  # fmt: skip


def arc(start: tuple[float, float], end: tuple[float, float], points: int = 24) -> tuple[list, list]:
    """Return a curve from `start` to `end` (x, y) that swings out to its right.

    There and back are two different curves, so that neither hides the other.
    """
    (x0, y0), (x1, y1) = start, end
    along_x, along_y = x1 - x0, y1 - y0
    middle_x, middle_y = (x0 + x1) / 2 + 2 * BEND * along_y, (y0 + y1) / 2 - 2 * BEND * along_x
    t = np.linspace(0, 1, points)
    x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * middle_x + t**2 * x1
    y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * middle_y + t**2 * y1
    return x.tolist(), y.tolist()


def pair_bars(behind: pd.DataFrame, names: dict[str, str], measure: str, colour: str) -> go.Figure:
    """Return bars of the sectors one city could supply to another.

    Parameters
    ----------
    behind
        Indexed by sector with ``contribution`` and ``potential``, the largest first.
    """
    column = "contribution" if measure == "index" else "potential"
    rows = behind.iloc[::-1]
    figure = charts.base(36 * len(rows) + 50, margin={"l": 10, "r": 20, "t": 5, "b": 10}, bargap=0.3)
    scale = 1 if measure == "index" else 1e9
    figure.add_bar(
        x=rows[column] / scale, y=[names[sector] for sector in rows.index], orientation="h",
        marker={"color": colour}, text=[amount(value, measure) for value in rows[column]],
        textposition="outside", cliponaxis=False, hovertemplate="%{y}: %{text}<extra></extra>",
        showlegend=False,
    )  # fmt: skip
    figure.update_xaxes(
        range=[0, rows[column].max() / scale * 1.8], fixedrange=True, showticklabels=False, showgrid=False,
        title=_("sumbangan pada indeks") if measure == "index" else _("miliar rupiah, satu triwulan"),
        tickformat=",~g",
    )  # fmt: skip
    figure.update_yaxes(fixedrange=True)
    return figure
