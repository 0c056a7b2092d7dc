"""Charts of markets: who buys how much on the map and ranked, and a city's basket."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from i18n import _
from ui import charts_map
from ui.still import pen
from ui.still.rows import Bar, Line, Row, Rows
from wording import formats, theme
from wording.names import food_label

LARGEST_RADIUS = 34
SMALLEST_RADIUS = 4
PHONE_RADII = (20, 3.5)  # the largest and the smallest on a phone
RIM, MAKERS_RIM, MAKERS_RIM_PHONE = 1, 4, 3
FARTHEST = 2  # doublings from the national mean at which the colours end
RATIOS_SAID = {0.25: "≤ ¼", 0.5: "½", 1: "1", 2: "2", 4: "≥ 4"}
KEY_RADIUS, KEY_RADIUS_MOST = 7, 11  # of a sign of the key; of one that tells a size
KEY_HEIGHT = 6 * pen.LEGEND_LINE  # room for the key at the most; the picture takes what it needs
EMPTY = "rgba(0,0,0,0)"
HALF_NAME = 42  # pixels, of ten letters
CLEAR = 8  # pixels a name keeps off the circles of other cities
FARTHER = tuple(range(4, 41, 4))  # pixels a name may stand off its circle, led to it by a line
BAR_HEIGHT = 29
BAR_WIDTHS = (800, 350)  # pixels of a page beside the menu, and of a phone
MORE, LESS = theme.DIVERGING[-2], theme.DIVERGING[1]


def radii(amounts: pd.Series, width: float = charts_map.PLOT_WIDTH) -> pd.Series:
    """Radius in pixels of a circle whose area stands for the amount; NaN stays NaN.

    Parameters
    ----------
    amounts
        Of one unit; the largest gets the largest circle a map of this width has room for.
    width
        Pixels the map is wide.
    """
    top = amounts.max()
    largest, smallest = _bounds(width)
    return (largest * np.sqrt(amounts / top)).clip(lower=smallest) if top > 0 else amounts * np.nan


def _bounds(width: float) -> tuple[float, float]:
    """The radius of the largest and the smallest circle of a map so wide."""
    return (LARGEST_RADIUS, SMALLEST_RADIUS) if width >= charts_map.PLOT_WIDTH else PHONE_RADII


def ratio_colours(ratios: pd.Series | list[float]) -> list[str]:
    """Return a CSS colour for each ratio to a reference: PuOr in log2, its middle at 1, its ends at ¼ and 4.

    Purple is below the reference, orange above; beyond the ends the colour of the end.
    """
    at = (np.log2(ratios) + FARTHEST) / (2 * FARTHEST)
    return [pen.mixed(theme.DIVERGING, float(each)) for each in at]


def market_map(market: pd.DataFrame, names: dict[str, str], made_in: set[str], width: float) -> go.Figure:
    """Draw each city's market as a circle, for :mod:`ui.still`.

    Parameters
    ----------
    market
        As :func:`findings.food.market.market`: area of the circle is ``rupiah_year``, its colour ``ratio``
        (spending per head over the national mean; centred on 1, symmetric in log2). The largest first: a
        smaller circle lies on a larger one, names of larger ones are placed first.
    names
        Region code -> short name.
    made_in
        Codes of cities that make or trade the goods: their circle has a thick dark rim.
    width
        Pixels of the column the map is drawn for; its height follows from the frame.
    """
    room = width - 2 * pen.MARGIN
    west, south, east, north = frame_of(market, room)
    figure = charts_map.land(
        round((north - south) / (east - west) * room + 2 * pen.MARGIN + KEY_HEIGHT),
        (west, south, east, north),
    )
    known = market.dropna(subset=["rupiah_year", "latitude"])
    if known.empty:
        return figure
    figure.data[0].showlegend = False
    radius = radii(known["rupiah_year"], width)
    rim = MAKERS_RIM if width >= charts_map.PLOT_WIDTH else MAKERS_RIM_PHONE
    figure.add_scatter(
        x=known["longitude"],
        y=known["latitude"],
        mode="markers",
        name="",
        showlegend=False,
        marker={
            "size": radius * 2,
            "color": ratio_colours(known["ratio"]),
            "line": {
                "width": [rim if code in made_in else RIM for code in known.index],
                "color": theme.ACCENT,
            },
        },
        text=[market_hover(names[code], row) for code, row in known.iterrows()],
        hovertemplate="%{text}<extra></extra>",
    )
    _add_key(figure, known["rupiah_year"].max(), width)
    points = known.assign(name=[names[code] for code in known.index])
    # Half of a rim lies outside its circle.
    charts_map.add_labels(figure, points, radius=radius + rim / 2, width=room, clear=CLEAR, farther=FARTHER)
    return figure


def frame_of(market: pd.DataFrame, room: float) -> charts_map.Box:
    """Return the frame of the map on so many pixels.

    Its west leaves half a name beside the westernmost city, where cities lie under each other: there a name
    stands below its circle. It is never higher than wide: the key above it needs the column's width.
    """
    west, south, east, north = charts_map.box_of(market)
    part = HALF_NAME / room
    west = min(west, (market["longitude"].min() - part * east) / (1 - part))
    lacking = max(0.0, (north - south) - (east - west)) / 2
    return charts_map.Box(west - lacking, south, east + lacking, north)


def _add_key(figure: go.Figure, top: float, width: float) -> None:
    """Say what a colour and what a size stand for: marks without a place, named in the legend."""
    ratio_title, size_title = _("Belanja per orang dibanding Indonesia"), _("Belanja setahun")
    lowest = min(RATIOS_SAID)
    for (ratio, said), colour in zip(RATIOS_SAID.items(), ratio_colours(list(RATIOS_SAID)), strict=True):
        _add_sign(figure, said, ratio_title if ratio == lowest else None, colour, 2 * KEY_RADIUS)
    amounts = key_amounts(top, width)[: None if width >= charts_map.PLOT_WIDTH else 1]
    for amount, size in zip(amounts, 2 * radii(pd.Series([top, *amounts]), width).iloc[1:], strict=True):
        _add_sign(figure, formats.rupiah(amount), size_title if amount == amounts[0] else None, EMPTY, size)
    figure.update_layout(showlegend=True)


def _add_sign(figure: go.Figure, said: str, title: str | None, colour: str, size: float) -> None:
    figure.add_scatter(
        x=[],
        y=[],
        mode="markers",
        name=said,
        legendgrouptitle={"text": title},
        marker={"size": [size], "color": [colour], "line": {"width": RIM, "color": theme.ACCENT}},
    )


def key_amounts(top: float, width: float) -> list[float]:
    """Return round amounts whose circles fit a line of the key, largest first, where `top` is the largest."""
    largest, smallest = _bounds(width)
    rounds = [digit * 10.0**power for power in range(15, -1, -1) for digit in (5, 2, 1)]
    fitting = [each for each in rounds if smallest < largest * (each / top) ** 0.5 <= KEY_RADIUS_MOST]
    return [fitting[0], fitting[-1]] if len(fitting) > 1 else fitting


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


def ranked_bars(market: pd.DataFrame, names: dict[str, str], per_head: bool, national: float) -> Rows:
    """Return cities as bars, longest on top: rupiah a year, or rupiah a person a week.

    Per head a line marks the national mean; cities without a figure are left out.
    """
    value = "per_week" if per_head else "rupiah_year"
    shown = market.dropna(subset=[value]).sort_values(value, ascending=False)
    rows = tuple(
        Row(
            names[code],
            (Bar(0, row[value], theme.ACCENT, market_hover(names[code], row)),),
            words=formats.rupiah(row[value]).removeprefix("Rp "),
        )
        for code, row in shown.iterrows()
    )
    top = shown[value].max() if len(shown) else 1
    if not per_head:
        return Rows(rows, 0, top, BAR_HEIGHT)
    mean = _("Rata-rata Indonesia {amount}").format(amount=formats.rupiah(national))
    return Rows(rows, 0, max(top, national), BAR_HEIGHT, line=Line(national, mean, theme.NEED))


def basket_bars(basket: pd.DataFrame) -> Rows:
    """Return how far a city's spending on foods lies from the national mean, rupiah a person a week.

    Right of the zero line the city spends more, left less; the line is named.
    """
    shown = basket.sort_values("difference", ascending=False)
    rows = tuple(
        Row(
            food_label(food, short=True),
            (Bar(0, row["difference"], MORE if row["difference"] >= 0 else LESS, _basket_said(food, row)),),
            words=signed(row["difference"]),
        )
        for food, row in shown.iterrows()
    )
    low, high = min(0, shown["difference"].min()), max(0, shown["difference"].max())
    line = Line(0, _("sama dengan rata-rata Indonesia"), "currentColor")
    return Rows(rows, low, high if high > low else low + 1, BAR_HEIGHT, line=line)


def _basket_said(food: str, row: pd.Series) -> str:
    return _("{food}: {here} di sini, {there} rata-rata Indonesia").format(
        food=food_label(food, short=True),
        here=formats.rupiah(row["per_week"]),
        there=formats.rupiah(row["national"]),
    )


def signed(amount: float) -> str:
    """`amount` in rupiah with its sign: ``+1.250``."""
    return ("+" if amount > 0 else "−") + formats.rupiah(abs(amount)).removeprefix("Rp ")
