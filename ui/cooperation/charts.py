"""Charts of the register of cooperation: a timeline by city, and who is tied to whom."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from data.schema import label
from i18n import N_, _
from ui import charts
from ui.applications import charts as charts_applications
from wording import formats, theme
from wording.escaping.chart import plain

# Colour and shape together: neither alone tells the instruments apart.
STYLES = {
    "Kesepakatan Bersama": (theme.SERIES[0], "square"),
    "MoU": (theme.SERIES[2], "circle"),
    "PKS": (theme.SERIES[1], "diamond"),
    "LoI": (theme.SERIES[3], "triangle-up"),
    "lainnya": ("#8A8F8E", "x-thin-open"),
}
KIND_STYLES = {
    "anggota": (theme.ACCENT, "circle"),
    "daerah": (theme.SERIES[2], "square"),
    "luar_negeri": (theme.SERIES[1], "diamond"),
    "lain": ("#8A8F8E", "triangle-up"),
    "kelompok": ("#8A8F8E", "star"),
}
KIND_WORDS = {
    "anggota": N_("Kota anggota APEKSI"),
    "daerah": N_("Daerah lain di Indonesia"),
    "luar_negeri": N_("Luar negeri"),
    "lain": N_("Kementerian, perusahaan, kampus, dan lainnya"),
    "kelompok": N_("Perkumpulan kota"),
}
NOBODY = N_("Bersama-sama (Komwil)")
MEMBER = "anggota"
_LONGEST = 70


def kind_words(kind: str) -> str:
    """Return what a kind of party is called."""
    return _(KIND_WORDS[kind])


def timeline(
    rows: pd.DataFrame, names: dict[str, str], collective: frozenset[int] = frozenset()
) -> go.Figure:
    """Return records by date (across) and city (down), one mark a record and city.

    Parameters
    ----------
    rows
        From :func:`findings.cooperation.register.register`, those from its ``first_year`` on.
    names
        City names by code.
    collective
        Records of an association: they stand on a line of their own.
    """
    marks = [
        (row.day, name, row.instrument, _record_words(row))
        for row in rows.itertuples()
        for name in _lines_of(row, names, collective)
    ]
    frame = pd.DataFrame(marks, columns=["day", "city", "instrument", "words"])
    lines = sorted(frame["city"].unique(), key=lambda name: (name == _(NOBODY), name), reverse=True)
    figure = charts.base(27 * len(lines) + 130, margin={"l": 10, "r": 10, "t": 60, "b": 10})
    for instrument, (colour, symbol) in STYLES.items():
        some = frame[frame["instrument"] == instrument]
        if some.empty:
            continue
        figure.add_scatter(
            x=some["day"],
            y=some["city"],
            mode="markers",
            name=label("instrument", instrument),
            marker={"color": colour, "symbol": symbol, "size": 13, "line": {"width": 2, "color": colour}},
            text=some["words"],
            hovertemplate="%{text}<extra></extra>",
        )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=lines,
        fixedrange=True,
        tickfont={"size": 13},
        gridcolor="rgba(128,140,138,0.25)",
        range=[-0.7, len(lines) - 0.3],
    )
    figure.update_xaxes(fixedrange=True, tickformat="%Y", dtick="M24", gridcolor="rgba(128,140,138,0.25)")
    figure.update_layout(legend={"y": 1.0, "yanchor": "bottom", "font": {"size": 14}})
    return figure


def _lines_of(row, names: dict[str, str], collective: frozenset[int]) -> list[str]:
    if row.row in collective or not row.members:
        return [_(NOBODY)]
    return [names[code] for code in row.members if code in names]


def _record_words(row) -> str:
    when = formats.day(row.date) if isinstance(row.date, str) else formats.MISSING
    return f"{when}<br>{plain(row.subject, _LONGEST)}<br>{plain(f'{row.party_a} – {row.party_b}', _LONGEST)}"


def network(ties: pd.DataFrame, names: dict[str, str]) -> go.Figure:
    """Return member cities at the left and their partners at the right, a line for each pair.

    Two member cities are joined by an arc at the left.

    Parameters
    ----------
    ties
        From :func:`findings.cooperation.register.ties`.
    """
    inner = ties[ties["partner_kind"] == "anggota"]
    outer = ties[ties["partner_kind"] != "anggota"]
    cities = list(dict.fromkeys([*ties["city"], *inner["partner_code"]]))
    cities.sort(key=lambda code: names[code])
    left = {code: 1 - (place + 0.5) / len(cities) for place, code in enumerate(cities)}
    order = outer.groupby("partner")["city"].agg(lambda codes: sum(left[code] for code in codes) / len(codes))
    partners = list(order.sort_values(ascending=False, kind="stable").index)
    right = {name: 1 - (place + 0.5) / len(partners) for place, name in enumerate(partners)}
    figure = charts.base(
        26 * max(len(partners), len(cities)) + 90, margin={"l": 10, "r": 10, "t": 60, "b": 10}
    )
    for row in outer.itertuples():
        start, end = left[row.city], right[row.partner]
        course = charts_applications.sway(start, end)
        _line(figure, course, KIND_STYLES[row.partner_kind][0], _tie_words(row, names))
    for row in inner.itertuples():
        one, other = left[row.city], left[row.partner_code]
        course = [0, 0.14, 0], [one, (one + other) / 2, other]
        _line(figure, course, theme.ACCENT, _tie_words(row, names))
    figure.add_scatter(
        x=[0] * len(left),
        y=list(left.values()),
        mode="markers",
        marker={"size": 11, "color": theme.ACCENT},
        cliponaxis=False,
        hoverinfo="skip",
        name=kind_words(MEMBER),
    )
    kinds = outer.drop_duplicates("partner").set_index("partner")["partner_kind"]
    for kind, (colour, symbol) in KIND_STYLES.items():
        some = [name for name in partners if kinds[name] == kind]
        if some:
            figure.add_scatter(
                x=[1] * len(some),
                y=[right[name] for name in some],
                yaxis="y2",
                mode="markers",
                marker={"size": 11, "color": colour, "symbol": symbol},
                cliponaxis=False,
                text=[plain(name) for name in some],
                hovertemplate="%{text}<extra></extra>",
                name=kind_words(kind),
            )
    charts_applications.name_sides(figure, {names[code]: height for code, height in left.items()}, right)
    figure.update_layout(legend={"y": 1.0, "yanchor": "bottom", "font": {"size": 14}})
    return figure


def _tie_words(row, names: dict[str, str]) -> tuple[str, int]:
    partner = names.get(row.partner_code, row.partner)
    words = _("{city} – {partner}: {count} naskah").format(
        city=names[row.city], partner=plain(partner), count=row.records
    )
    return words, row.records


def _line(figure: go.Figure, course: tuple[list, list], colour: str, tie: tuple[str, int]) -> None:
    (x, y), (words, records) = course, tie
    figure.add_scatter(
        x=x,
        y=y,
        mode="lines",
        line={"shape": "spline", "width": 1.2 + 1.2 * records, "color": colour},
        opacity=0.65,
        showlegend=False,
        text=[words] * len(x),
        hovertemplate="%{text}<extra></extra>",
        name=words,
    )
