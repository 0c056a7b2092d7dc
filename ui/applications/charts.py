"""Charts of applications: who has what, and who took over what from whom, as picture and on a map."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.replication import AGREED, USE, VISIT
from data import geometry
from data.schema import label
from i18n import _, ngettext
from ui import charts, charts_map
from ui.applications import words as app_words
from ui.structure import charts as charts_links
from wording import theme
from wording.escaping.chart import plain

HAS, PLANNED, NONE = 2, 1, 0
ROW_HEIGHT = 24
LONGEST_LABEL = 26
NO_DOMAIN = "lainnya"
JAVA = ("31", "32", "33", "34", "35", "36")
BOX = (94.6, -8.9, 114.8, 6.4)  # west, south, east, north: Sumatra and Java
# A line says how sure it is: whole, dashed, dotted.
DASHES = {USE: "solid", AGREED: "dash", VISIT: "dot"}
_LEVELS = {"has": HAS, "planned": PLANNED, "lacking": NONE, "unknown": NONE}
_COLOURS = [[0, "rgba(128,140,138,0.14)"], [0.5, "#F1C27D"], [1, theme.ACCENT]]
_SIGNS = {"has": "●", "planned": "○", "lacking": "✕", "unknown": ""}


def matrix(gaps: pd.DataFrame, coverage: pd.DataFrame, names: dict[str, str]) -> go.Figure:
    """Return city x service domain; a filled mark: one runs, an empty one: planned, no mark: none found.

    Parameters
    ----------
    gaps
        From :func:`findings.applications.gaps`.
    coverage
        From :func:`findings.applications.coverage`, for the names of the applications.
    names
        City names by code.
    """
    held = {(row.region_code, row.service_domain): row.apps for row in coverage.itertuples()}
    order = gaps.eq("has").sum().sort_values(ascending=False, kind="stable").index
    gaps = gaps[[*order.drop(NO_DOMAIN, errors="ignore"), *order.intersection([NO_DOMAIN])]]
    levels = gaps.map(_LEVELS.get)
    words = [
        [plain(", ".join(held.get((city, domain), ()))) or _("belum ditemukan") for domain in gaps.columns]
        for city in gaps.index
    ]
    figure = charts.base(ROW_HEIGHT * len(gaps) + 190)
    figure.add_heatmap(
        z=levels.to_numpy(),
        x=[label("service_domain", domain) for domain in gaps.columns],
        y=[names[city] for city in gaps.index],
        text=gaps.map(_SIGNS.get).to_numpy(),
        texttemplate="%{text}",
        textfont={"size": 13},
        customdata=words,
        hovertemplate="%{y} – %{x}<br>%{customdata}<extra></extra>",
        zmin=NONE,
        zmax=HAS,
        colorscale=_COLOURS,
        showscale=False,
        xgap=2,
        ygap=2,
    )
    figure.update_yaxes(autorange="reversed", fixedrange=True, tickfont={"size": 13}, showgrid=False)
    figure.update_xaxes(
        side="top", tickangle=-60, dtick=1, fixedrange=True, tickfont={"size": 12}, showgrid=False
    )
    return figure


def network(takeovers: pd.DataFrame) -> go.Figure:
    """Return owners at the left, those who took over at the right; whole lines are in use, see `DASHES`.

    Parameters
    ----------
    takeovers
        From :func:`findings.replications.all_of_them`.
    """
    links = _by_pair(takeovers)
    donors = _ordered(links, "donor")
    adopters = list(dict.fromkeys(links.sort_values("rank")["adopter"]))
    left = {name: _spread(position, len(donors)) for position, name in enumerate(donors)}
    right = {name: _spread(position, len(adopters)) for position, name in enumerate(adopters)}
    figure = charts.base(28 * max(len(donors), len(adopters)) + 60, showlegend=False)
    for row in links.itertuples():
        start, end = left[row.donor], right[row.adopter]
        x, y = sway(start, end)
        figure.add_scatter(
            x=x,
            y=y,
            mode="lines",
            line={
                "width": 1.5 + 1.5 * row.number,
                "color": theme.SUPPLY,
                "dash": DASHES[row.proof],
            },
            opacity=0.75,
            text=[row.words] * len(x),
            hovertemplate="%{text}<extra></extra>",
            name=row.words,
        )
    for names, side, axis in ((left, 0, "y"), (right, 1, "y2")):
        figure.add_scatter(
            x=[side] * len(names),
            y=list(names.values()),
            yaxis=axis,
            mode="markers",
            cliponaxis=False,
            marker={"size": 13, "color": theme.ACCENT, "symbol": "square" if side == 0 else "circle"},
            hoverinfo="skip",
            name=_("Pemilik") if side == 0 else _("Pengadopsi"),
        )
    name_sides(figure, left, right)
    return figure


def name_sides(figure: go.Figure, left: dict[str, float], right: dict[str, float]) -> None:
    """Write the names of two columns of points (name -> height) as labels of two axes.

    Labels of an axis get the room they need on any width of screen; texts beside points are cut off.
    """
    figure.update_xaxes(visible=False, range=[-0.03, 1.03], fixedrange=True)
    common = {
        "range": [-0.02, 1.02],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
        "tickfont": {"size": 13},
    }
    for axis, names in (("yaxis", left), ("yaxis2", right)):
        figure.update_layout(
            {axis: common | {"tickvals": list(names.values()), "ticktext": [_plain(name) for name in names]}}
        )
    figure.update_layout(yaxis2={"overlaying": "y", "side": "right"})


def _plain(name: str) -> str:
    """Return a name for a label; regency and province are shortened as maps do."""
    return plain(name.replace("Kabupaten ", "Kab. ").replace("Provinsi ", "Prov. "), LONGEST_LABEL)


def sway(start: float, end: float, points: int = 20) -> tuple[list[float], list[float]]:
    """Return a line from the left to the right that leaves and arrives level."""
    steps = [step / (points - 1) for step in range(points)]
    return steps, [start + (end - start) * (3 * step**2 - 2 * step**3) for step in steps]


def _by_pair(takeovers: pd.DataFrame) -> pd.DataFrame:
    """One line a pair and proof, so that what is in use is not hidden under what was only signed."""
    grouped = takeovers.groupby(["donor", "adopter", "proof"], sort=False)
    links = grouped.agg(app=("app", lambda names: ", ".join(dict.fromkeys(names))), number=("app", "size"))
    links = links.reset_index()
    links["words"] = [plain(app_words.replication(row)) for row in links.itertuples()]
    order = {name: position for position, name in enumerate(_ordered(links, "donor"))}
    links["rank"] = links["donor"].map(order)
    return links


def _ordered(links: pd.DataFrame, side: str) -> list[str]:
    return list(links[side].value_counts(sort=True).index)


def _spread(position: int, count: int) -> float:
    return 1 - (position + 0.5) / count


def takeover_map(takeovers: pd.DataFrame, places: pd.DataFrame) -> go.Figure:
    """Return arrows from owners to those who took over, on outlines of Sumatra and Java.

    Parameters
    ----------
    takeovers
        Rows whose donor and adopter are both in `places`.
    places
        Indexed by code: ``name``, ``longitude``, ``latitude``.
    """
    there = places.loc[[*takeovers["donor_code"], *takeovers["adopter_code"]]]
    box = charts_map.box_of(there)
    figure = charts_map.land(560, BOX if charts_map.holds(BOX, box) else box)
    _add_java(figure)
    links = _by_pair(takeovers)
    code = dict(zip(takeovers["donor"], takeovers["donor_code"], strict=True))
    code |= dict(zip(takeovers["adopter"], takeovers["adopter_code"], strict=True))
    for row in links.itertuples():
        start, end = (
            tuple(places.loc[code[name], ["longitude", "latitude"]]) for name in (row.donor, row.adopter)
        )
        x, y = charts_links.arc(start, end)
        figure.add_scatter(
            x=x,
            y=y,
            mode="lines",
            line={"color": theme.SUPPLY, "width": 2, "dash": DASHES[row.proof]},
            text=[row.words] * len(x),
            hovertemplate="%{text}<extra></extra>",
            name=row.words,
            opacity=0.8,
        )
        # The head stands alone: a distance kept from a marker would cut the line at every point of it.
        figure.add_scatter(
            x=x[-4:-2],
            y=y[-4:-2],
            mode="markers",
            marker={"symbol": "arrow", "angleref": "previous", "color": theme.SUPPLY, "size": [0, 14]},
            hoverinfo="skip",
            name="",
        )
    joined = places.loc[list(dict.fromkeys([*takeovers["donor_code"], *takeovers["adopter_code"]]))]
    figure.add_scatter(
        x=joined["longitude"],
        y=joined["latitude"],
        mode="markers",
        marker={"size": 11, "color": theme.ACCENT},
        text=joined["name"].map(plain),
        hovertemplate="%{text}<extra></extra>",
        name="",
    )
    charts_map.add_labels(figure, joined)
    return figure


def _add_java(figure: go.Figure) -> None:
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    for feature in geometry.geojson("indonesia")["features"]:
        if feature["properties"].get("code") in JAVA:
            shape = feature["geometry"]
            parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            for polygon in parts:
                longitudes += [*(point[0] for point in polygon[0]), None]
                latitudes += [*(point[1] for point in polygon[0]), None]
    figure.add_scatter(
        x=longitudes,
        y=latitudes,
        mode="lines",
        fill="toself",
        fillcolor=charts_map.LAND,
        line={"color": charts_map.COAST, "width": 1},
        hoverinfo="skip",
        name="",
    )


def matrix_words(gaps: pd.DataFrame) -> str:
    """Say where the widest gap is."""
    lacking = gaps.eq("unknown").sum().drop(index=NO_DOMAIN, errors="ignore")
    widest = lacking.idxmax()
    return ngettext(
        "{domain} paling jarang terdata: {count} kota belum diketahui punya aplikasinya",
        "{domain} paling jarang terdata: {count} kota belum diketahui punya aplikasinya",
        int(lacking[widest]),
    ).format(domain=label("service_domain", widest), count=int(lacking[widest]))
