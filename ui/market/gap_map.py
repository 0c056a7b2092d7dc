"""Gaps of a price between places on the map: where the food is cheaper than here, alike, or dearer."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from analysis import deals as rules
from data import by_language
from data.places import places
from findings.food import prices as findings
from i18n import N_, _
from ui import charts_map, finished, widgets
from wording import formats, theme
from wording import prices as words
from wording.escaping import chart as in_chart
from wording.names import place_name

HEIGHT = 560
# Colour and shape together: neither alone tells the three apart.
LOOK = {
    rules.YES: (N_("lebih murah di sana"), theme.ACCENT, "circle"),
    rules.UNKNOWN: (N_("setara, beda di bawah 5%"), "#8A8F8E", "square"),
    rules.NO: (N_("lebih mahal di sana"), "#8A4B08", "x"),
}
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
        finished.recipe(figure, city, commodity),
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


def figure(city: str, commodity: str) -> go.Figure:
    """Return the map: a mark a place by verdict, the city as a star, the cheapest places named."""
    table = findings.gaps(city, commodity)
    here = places().loc[[city]]
    chart = charts_map.land(HEIGHT, charts_map.SUMATRA)
    chart.update_traces(showlegend=False)
    for verdict, (label, colour, shape) in LOOK.items():
        some = table[table["verdict"] == verdict]
        if some.empty:
            continue
        chart.add_scatter(
            x=some["longitude"], y=some["latitude"], mode="markers", name=_(label), showlegend=True,
            marker={"color": colour, "symbol": shape, "size": 10, "line": {"width": 1, "color": "white"}},
            text=[_hover(code, row) for code, row in some.iterrows()],
            hovertemplate="%{text}<extra></extra>",
        )  # fmt: skip
    chart.add_scatter(
        x=here["longitude"], y=here["latitude"], mode="markers", name=place_name(city), showlegend=True,
        marker={"color": theme.NEED, "symbol": "star", "size": 17, "line": {"width": 1, "color": "white"}},
        hovertemplate=f"{in_chart.plain(place_name(city))}<extra></extra>",
    )  # fmt: skip
    cheapest = table[table["verdict"] == rules.YES].head(MOST_NAMES)
    named = here.assign(name=place_name(city))[["longitude", "latitude", "name"]]
    for code, row in cheapest.iterrows():
        named.loc[code] = (row["longitude"], row["latitude"], place_name(code))
    charts_map.add_labels(chart, named, radius=8)
    chart.update_layout(showlegend=True, legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0})
    return chart


def _hover(code: str, row) -> str:
    name = in_chart.plain(place_name(code))
    return _("<b>{place}</b><br>{there} di sana, {here} di sini<br>{km} km garis lurus").format(
        place=name, there=words.money(row["price"]), here=words.money(row["here"]),
        km=formats.number(row["km"]),
    )  # fmt: skip
