"""Charts of markets: who buys how much on the map and ranked, and a city's basket."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from i18n import _
from ui import charts, charts_map
from wording import formats, theme
from wording.names import food_label

LARGEST_RADIUS = 34
SMALLEST_RADIUS = 4
RATIO_STEPS = [0.25, 0.5, 1, 2, 4]
BAR_HEIGHT = 29
MAP_HEIGHT = 620


def radii(amounts: pd.Series) -> pd.Series:
    """Radius in pixels of a circle whose area stands for the amount; NaN stays NaN."""
    top = amounts.max()
    return (
        (LARGEST_RADIUS * np.sqrt(amounts / top)).clip(lower=SMALLEST_RADIUS) if top > 0 else amounts * np.nan
    )


def diverging_scale() -> list[list]:
    """PuOr as plotly wants it: purple below the reference, orange above, neutral in the middle."""
    return [[step / (len(theme.DIVERGING) - 1), colour] for step, colour in enumerate(theme.DIVERGING)]


def market_map(market: pd.DataFrame, names: dict[str, str], made_in: set[str]) -> go.Figure:
    """Draw each city's market as a circle.

    Parameters
    ----------
    market
        As :func:`findings.food.market.market`: area of the circle is ``rupiah_year``, its colour ``ratio``
        (spending per head over the national mean; centred on 1, symmetric in log2).
    names
        Region code -> short name.
    made_in
        Codes of cities that make or trade the goods: their circle has a thick dark rim.
    """
    known = market.dropna(subset=["rupiah_year", "latitude"])
    figure = charts_map.land(MAP_HEIGHT, charts_map.box_of(market))
    if known.empty:
        return figure
    radius = radii(known["rupiah_year"])
    makers = [code in made_in for code in known.index]
    figure.add_scatter(
        x=known["longitude"],
        y=known["latitude"],
        mode="markers",
        name="",
        marker={
            "size": radius * 2,
            "color": np.log2(known["ratio"].clip(lower=2**-9)),
            "cmin": -2,
            "cmid": 0,
            "cmax": 2,
            "colorscale": diverging_scale(),
            "line": {"width": [4 if maker else 1 for maker in makers], "color": theme.ACCENT},
            "opacity": 0.92,
            "colorbar": _ratio_bar(),
        },
        customdata=[names[code] for code in known.index],
        text=[market_hover(names[code], row) for code, row in known.iterrows()],
        hovertemplate="%{text}<extra></extra>",
    )
    points = known.assign(name=[names[code] for code in known.index])
    charts_map.add_labels(figure, points, radius=radius)
    return figure


def _ratio_bar() -> dict:
    return {
        "title": {"text": _("Belanja per orang<br>dibanding Indonesia"), "side": "top", "font": {"size": 14}},
        "tickvals": np.log2(RATIO_STEPS),
        "ticktext": ["≤ ¼", "½", "1", "2", "≥ 4"],
        "orientation": "h",
        "thickness": 14,
        "len": 0.6,
        "lenmode": "fraction",
        "x": 0.0,
        "xanchor": "left",
        "y": -0.02,
        "yanchor": "top",
    }


def market_hover(name: str, row: pd.Series) -> str:
    """What a city's mark says when pointed at."""
    return _(
        "<b>{city}</b><br>{amount} setahun<br>{weekly} per orang per minggu<br>{ratio} kali "
        "rata-rata Indonesia"
    ).format(
        city=name,
        amount=formats.rupiah(row["rupiah_year"]),
        weekly=formats.rupiah(row["per_week"]),
        ratio=formats.fixed(row["ratio"], 2),
    )


def ranked_bars(market: pd.DataFrame, names: dict[str, str], per_head: bool, national: float) -> go.Figure:
    """Draw cities as bars, longest on top: rupiah a year, or rupiah a person a week.

    Per head a line marks the national mean; cities without a figure are left out.
    """
    value = "per_week" if per_head else "rupiah_year"
    shown = market.dropna(subset=[value]).sort_values(value)
    figure = charts.base(70 + BAR_HEIGHT * max(len(shown), 3), showlegend=False)
    figure.add_bar(
        x=shown[value],
        y=[names[code] for code in shown.index],
        orientation="h",
        marker={"color": theme.ACCENT},
        text=[formats.rupiah(each).removeprefix("Rp ") for each in shown[value]],
        textposition="outside",
        cliponaxis=False,
        hovertext=[market_hover(names[code], row) for code, row in shown.iterrows()],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    top = shown[value].max() if len(shown) else 1
    figure.update_xaxes(range=[0, top * 1.45], visible=False, fixedrange=True)
    figure.update_yaxes(fixedrange=True, tickfont_size=charts.TYPE_SIZE, ticksuffix=" ")
    if per_head:
        figure.add_vline(x=national, line={"color": theme.NEED, "width": 2, "dash": "dash"})
        figure.add_annotation(
            x=national, y=1, yref="paper", yanchor="bottom", xanchor="left", showarrow=False,
            text=_("Rata-rata Indonesia {amount}").format(amount=formats.rupiah(national)),
            font={"color": theme.NEED},
        )  # fmt: skip
        figure.update_layout(margin_t=34)
    return figure


def basket_bars(basket: pd.DataFrame) -> go.Figure:
    """Draw how far a city's spending on foods lies from the national mean, rupiah a person a week.

    Right of the zero line the city spends more, left less; the line is named.
    """
    shown = basket.sort_values("difference")
    figure = charts.base(80 + BAR_HEIGHT * max(len(shown), 3), showlegend=False)
    more = shown["difference"] >= 0
    figure.add_bar(
        x=shown["difference"],
        y=[food_label(food, short=True) for food in shown.index],
        orientation="h",
        marker={"color": np.where(more, theme.DIVERGING[-2], theme.DIVERGING[1])},
        text=[signed(each) for each in shown["difference"]],
        textposition="outside",
        cliponaxis=False,
        hovertext=[
            _("{food}: {here} di sini, {there} rata-rata Indonesia").format(
                food=food_label(food, short=True),
                here=formats.rupiah(row["per_week"]),
                there=formats.rupiah(row["national"]),
            )
            for food, row in shown.iterrows()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    low, high = min(shown["difference"].min(), 0), max(shown["difference"].max(), 0)
    room = 0.22 * (high - low or 1)
    figure.update_xaxes(range=[low - (room if low < 0 else 0), high + room], visible=False, fixedrange=True)
    figure.update_yaxes(fixedrange=True, tickfont_size=charts.TYPE_SIZE, ticksuffix=" ")
    figure.add_vline(x=0, line={"color": theme.MUTED, "width": 2})
    figure.add_annotation(
        x=0, y=1, yref="paper", yanchor="bottom", xanchor="left" if low == 0 else "center", showarrow=False,
        text=_("sama dengan rata-rata Indonesia"),
    )  # fmt: skip
    figure.update_layout(margin_t=34)
    return figure


def signed(amount: float) -> str:
    """`amount` in rupiah with its sign: ``+1.250``."""
    return ("+" if amount > 0 else "−") + formats.rupiah(abs(amount)).removeprefix("Rp ")
