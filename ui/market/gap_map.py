"""Gaps of a price between places on the map: where the food is cheaper than here, alike, or dearer."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import deals as rules
from data import by_language
from data.places import places
from findings.food import prices as findings
from i18n import N_, _
from ui import charts_map, still, widgets
from ui.market import charts
from ui.still import pen
from wording import formats, theme
from wording import prices as words
from wording.names import place_name

GREY, BROWN = "#8A8F8E", "#B5651D"  # as clear on a dark page as on a light one
# Form and colour together: neither alone tells the three apart. A cross is lines, all rim.
LOOK = {
    rules.YES: (N_("lebih murah di sana"), pen.Sign("circle", theme.ACCENT, "white", 1), 5),
    rules.UNKNOWN: (N_("setara, beda di bawah 5%"), pen.Sign("square", GREY, "white", 1), 4.5),
    rules.NO: (N_("lebih mahal di sana"), pen.Sign("x", BROWN, BROWN, 2), 3.5),
}
HERE, HERE_RADIUS = pen.Sign("star", theme.NEED, "white", 1), 11
ON_A_PHONE = 0.8  # of a mark's size in a window
CORNER = 2**0.5  # of half a side, from the middle of a square or a cross to its corner
ROOM = 0.35  # degrees kept free around the outermost place
CLEAR = 4  # pixels a name keeps off the marks of other places
FARTHER = tuple(range(4, 185, 6))  # pixels a name may stand off its mark, led to it by a line
MOST_NAMES = 5


def draw(city: str, food: str, commodity: str) -> None:
    """Draw the map of gaps; nothing where the food has no comparable prices."""
    if not commodity or commodity in findings.NO_GAPS:
        return
    said = _said(city, food, commodity)
    if not said:
        return
    st.subheader(widgets.plain(said))
    widgets.chart(
        still.pictures(figure, city, commodity),
        key="pangan_selisih",
        alt=said,
        table=lambda: words.gaps_table(findings.gaps(city, commodity)),
        reading=_(
            "Satu tanda satu daerah: lingkaran lebih murah daripada di kota ini, kotak setara, silang lebih "
            "mahal; bintang kota ini. Yang dibandingkan rata-rata bulan yang sama-sama tercatat dalam dua "
            "belas bulan terakhir, sebelum ongkos. Nama: yang termurah. Sentuh tanda untuk angkanya."
        ),
        source_ids=findings.source_ids(commodity),
        note=_("Harga konsumen, sebelum ongkos; harga eceran bukan harga petani."),
    )


@by_language()
def _said(city: str, food: str, commodity: str) -> str:
    """Return the finding; empty where no other place can be compared."""
    table = findings.gaps(city, commodity)
    return "" if table.empty else words.gaps(city, food, table)


def figure(city: str, commodity: str, width: float) -> go.Figure:
    """Return the map for a column `width` pixels wide, for :mod:`ui.still`.

    A mark a place by verdict, the city as a star, the cheapest places named.
    """
    table = findings.gaps(city, commodity)
    here = places().loc[[city], ["longitude", "latitude"]]
    room = width - 2 * pen.MARGIN
    marked = pd.concat([here, table[["longitude", "latitude"]]])
    west, south, east, north = _frame(marked, here)
    height = (north - south) / (east - west) * room + 2 * pen.MARGIN + charts.KEY_HEIGHT
    chart = charts_map.land(round(height), (west, south, east, north))
    chart.update_traces(showlegend=False)
    scale = 1 if width >= charts_map.PLOT_WIDTH else ON_A_PHONE
    reach = pd.Series(dtype=float)
    for verdict, (label, look, radius) in LOOK.items():
        some = table[table["verdict"] == verdict]
        if some.empty:
            continue
        said = [_said_of(code, row) for code, row in some.iterrows()]
        _add_marks(chart, some, _(label), look, scale * radius, said=said)
        corner = 1 if look.symbol == "circle" else CORNER
        reach = pd.concat([reach, pd.Series(scale * radius * corner + look.rim_width / 2, index=some.index)])
    name = place_name(city)
    _add_marks(chart, here, name, HERE, scale * HERE_RADIUS, said=[name])
    reach[city] = scale * HERE_RADIUS
    cheapest = table.index[table["verdict"] == rules.YES][:MOST_NAMES]
    names = [place_name(code) if code == city or code in cheapest else "" for code in marked.index]
    named = marked.assign(name=names)
    charts_map.add_labels(chart, named, radius=reach[marked.index], width=room, clear=CLEAR, farther=FARTHER)
    chart.update_layout(showlegend=True)
    return chart


def _frame(points: pd.DataFrame, here: pd.DataFrame) -> charts_map.Box:
    """The degrees the map shows: the frame maps of the city have, and every place with some room around."""
    (west, south), (east, north) = points.min() - ROOM, points.max() + ROOM
    usual = charts_map.Box(*charts_map.box_of(here))
    return charts_map.Box(
        min(west, usual.west), min(south, usual.south), max(east, usual.east), max(north, usual.north)
    )


def _add_marks(
    chart: go.Figure, points: pd.DataFrame, name: str, look: pen.Sign, radius: float, *, said: list[str]
) -> None:
    chart.add_scatter(
        x=points["longitude"], y=points["latitude"], mode="markers", name=name, showlegend=True, text=said,
        marker={
            "color": look.fill, "symbol": look.symbol, "size": 2 * radius,
            "line": {"width": look.rim_width, "color": look.rim},
        },
    )  # fmt: skip


def _said_of(code: str, row: pd.Series) -> str:
    """What a place's mark says when pointed at: short, as there are some 150 of them, each drawn twice."""
    return _("<b>{place}</b>, {km} km garis lurus<br>{there} di sana, {here} di sini").format(
        place=place_name(code),
        km=formats.number(row["km"]),
        there=words.money(row["price"]),
        here=words.money(row["here"]),
    )
