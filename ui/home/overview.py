"""Maps of the home page: the deals of a city, and what the cities are strong in."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

import data
from data.places import places
from data.schema import label
from findings import home
from findings.deals.records import SELL, Card
from i18n import _
from ui import charts_map, pages, still, widgets
from wording import deals as deal_words
from wording import formats, periods, theme
from wording.names import city_name, place_name, scope
from wording.phrases import lower_first

GROUP_COLOURS = {"PRIMER": "#009E73", "SEKUNDER": "#D55E00", "TERSIER": "#0072B2"}
GROUP_SYMBOLS = {"PRIMER": "circle", "SEKUNDER": "square", "TERSIER": "diamond"}
LARGEST_POINT = 46
LEAST_POINT = 11
TOLD = 5  # cities the map's text alternative names
BESIDE = 320  # pixels of the column beside the cards
LEAST_SPAN = 2.2  # degrees shown at the least, so that neighbours do not fill the map


def deal_map(city: str) -> None:
    """Draw where the deals of a city go; nothing when none has a place."""
    titles = _titles(city)
    if not titles:
        return
    widgets.chart(
        still.pictures(deal_map_of, city, widths=(BESIDE,)),
        key="peta_peluang",
        alt=_("Peta: {list}.").format(list="; ".join(titles)),
        table=lambda: pd.DataFrame({_("Peluang"): list(titles)}),
        reading=_("Garis penuh: kota ini menjual. Garis putus: kota ini membeli. Garis lurus, bukan jalan."),
    )


def _placed(city: str) -> list[Card]:
    return [card for card in home.front(city) if card.deal is not None]


@data.by_language()
def _titles(city: str) -> tuple[str, ...]:
    return tuple(deal_words.title(card) for card in _placed(city))


def deal_map_of(city: str, width: float) -> go.Figure:
    """Return the map of a city and the partners of its front cards."""
    return deal_figure(city, _placed(city), width)


def deal_figure(city: str, cards: list[Card], width: float) -> go.Figure:
    """Return the map of a city and its partners for a column of so many pixels."""
    where = places()
    codes = list(dict.fromkeys([city, *(card.partner for card in cards)]))
    points = where.loc[[code for code in codes if code in where.index], ["longitude", "latitude"]]
    middle = (points.max() + points.min()) / 2
    span = max(LEAST_SPAN, 1.5 * float((points.max() - points.min()).max()))
    box = (
        middle["longitude"] - span / 2, middle["latitude"] - span / 2,
        middle["longitude"] + span / 2, middle["latitude"] + span / 2,
    )  # fmt: skip
    figure = charts_map.land(300, box)
    for card in cards:
        if card.partner not in points.index:
            continue
        ends = points.loc[[city, card.partner]]
        sells = card.side == SELL
        figure.add_scatter(
            x=ends["longitude"], y=ends["latitude"], mode="lines", hoverinfo="skip",
            line={"color": theme.SUPPLY if sells else theme.ACCENT, "width": 3,
                  "dash": None if sells else "dash"},
        )  # fmt: skip
    figure.add_scatter(
        x=points["longitude"], y=points["latitude"], mode="markers", hoverinfo="skip",
        marker={"size": [16 if code == city else 11 for code in points.index], "color": theme.ACCENT,
                "line": {"color": "white", "width": 2}},
    )  # fmt: skip
    labelled = points.assign(name=[place_name(code) for code in points.index])
    charts_map.add_labels(figure, labelled, radius=8, width=width)
    return figure


class Told(NamedTuple):
    """What is said of the map of the cities: what it shows, how to read it, the note, its sources."""

    alt: str
    reading: str
    note: str
    sources: tuple[str, ...]


@data.by_language()
def _told() -> Told:
    year, period = home.totals()["output_year"], lower_first(periods.quarter())
    shown = _("Peta {cities}: ukuran menurut PDRB, warna dan bentuk menurut kelompok sektor unggulan.")
    reading = _(
        "Makin besar tandanya, makin besar PDRB kota tahun {year}. Warna dan bentuk menunjukkan kelompok "
        "sektor yang paling menonjol dibanding Indonesia pada {period}, barang lebih dulu."
    )
    note = _("PDRB {year} harga berlaku; sektor unggulan {period} dibanding Indonesia.")
    return Told(
        f"{shown.format(cities=scope(data.HOME_KOMWIL))} {_largest(home.overview())}",
        reading.format(year=year, period=period),
        note.format(year=year, period=period),
        tuple(output_sources()),
    )


def draw() -> None:
    """Draw the cities by size and by the group of the sector each stands out in."""
    told = _told()
    widgets.chart(
        still.pictures(overview_of),
        key="overview_map",
        alt=told.alt,
        table=lambda: overview_table(home.overview()),
        reading=told.reading,
        source_ids=told.sources,
        note=told.note,
    )
    pages.link("peta", _("Buka peta produk"), icon=":material/map:")


def _largest(cities: pd.DataFrame) -> str:
    """Say the largest cities and the sector each stands out in."""
    told = [
        _("{city} {amount}, unggul di {sector}").format(
            city=city_name(row.Index),
            amount=formats.rupiah_billion(row.output),
            sector=lower_first(label("sector", row.sector)),
        )
        for row in cities.nlargest(TOLD, "output").dropna(subset="sector").itertuples()
    ]
    return _("Terbesar: {list}.").format(list="; ".join(told))


def overview_of(width: float) -> go.Figure:
    """Return :func:`overview_map` of the cities at home."""
    return overview_map(home.overview(), width)


def overview_map(cities: pd.DataFrame, width: float) -> go.Figure:
    """Return the cities on a map: size is GRDP, colour and shape the group of the leading sector.

    Parameters
    ----------
    cities
        As of :func:`findings.home.overview`.
    width
        Pixels of the column; on a narrow one the marks shrink with the map.
    """
    figure = charts_map.land(430, charts_map.box_of(cities))
    groups = data.load("sectors").set_index("sector")["group"]
    group = cities["sector"].map(groups).fillna("TERSIER")
    largest = cities["output"].max()
    most = LARGEST_POINT * min(1.0, width / charts_map.PLOT_WIDTH)
    size = (most * (cities["output"] / largest) ** 0.5).clip(lower=LEAST_POINT)
    for code, colour in GROUP_COLOURS.items():
        mine = cities[group == code].sort_values("output", ascending=False)
        if mine.empty:
            continue
        figure.add_scatter(
            x=mine["longitude"],
            y=mine["latitude"],
            mode="markers",
            name=label("group", code),
            marker={
                "color": colour,
                "symbol": GROUP_SYMBOLS[code],
                "size": size[mine.index],
                "line": {"color": "white", "width": 1},
                "opacity": 0.9,
            },
            text=[_overview_tip(row) for row in mine.itertuples()],
            hovertemplate="%{text}<extra></extra>",
        )
    ordered = cities.sort_values("output", ascending=False)
    points = ordered[["longitude", "latitude"]].assign(name=[city_name(code) for code in ordered.index])
    charts_map.add_labels(figure, points, radius=size[ordered.index] / 2, width=width)
    figure.update_layout(showlegend=True)
    figure.data[0].showlegend = False
    return figure


def _overview_tip(row) -> str:
    lines = [
        f"<b>{city_name(row.Index)}</b>",
        _("PDRB {year}: {amount}").format(
            year=data.latest_year(komwil=data.HOME_KOMWIL), amount=formats.rupiah_billion(row.output)
        ),
    ]
    if row.sector:
        said = _("{sector}: {share} dari PDRB kota, {times} porsi Indonesia")
        lines.append(
            said.format(
                sector=label("sector", row.sector),
                share=formats.percent(row.share),
                times=formats.location_quotient(row.lq),
            )
        )
    return "<br>".join(lines)


def overview_table(cities: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers of :func:`overview_map` with headings."""
    return pd.DataFrame(
        {
            _("Kota"): [city_name(code) for code in cities.index],
            _("PDRB {year} (miliar rupiah)").format(year=data.latest_year(komwil=data.HOME_KOMWIL)): cities[
                "output"
            ],
            _("Sektor unggulan"): [label("sector", code) if code else "" for code in cities["sector"]],
            _("Porsi PDRB {period}").format(period=lower_first(periods.quarter())): cities["share"],
            _("Kali porsi Indonesia"): cities["lq"],
        }
    )


def output_sources() -> list[str]:
    """Sources of the GRDP figures on this page."""
    rows = data.load("grdp_totals")
    rows = rows[
        (rows["period"] == data.latest_year(komwil=data.HOME_KOMWIL))
        & rows["region_code"].isin(data.cities(data.HOME_KOMWIL).index)
    ]
    return list(rows["source_id"].unique())
