"""Growth of several cities by sector, and what made it: common growth, mix of sectors, own strength."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import data
from findings.cities import sector_growth as findings
from i18n import N_, _
from ui import charts, finished, widgets
from ui.profile.sector_growth import heat_map, names
from wording import formats, periods, theme
from wording.names import city_name

PARTS = {
    "national": (N_("Pertumbuhan bersama kota anggota"), theme.MUTED),
    "mix": (N_("Susunan lapangan usaha"), theme.SERIES[4]),
    "competitive": (N_("Kekuatan kota sendiri"), theme.ACCENT),
}


def draw(members: tuple[str, ...]) -> None:
    """Draw both pictures for the member cities among the chosen."""
    said, note = _parts(members)
    if not said:
        widgets.missing_note(_("PDRB riil menurut lapangan usaha"))
        return
    st.header(said)
    widgets.chart(
        finished.recipe(_bars_drawn, members),
        key="banding_shift_share",
        alt=said,
        table=lambda: parts_table(findings.shift_share(members)),
        reading=_(
            "Tiga batang berjumlah pertumbuhan kota. Abu-abu: bila semua lapangan usaha tumbuh seperti semua "
            "kota anggota bersama. Kuning: karena lapangan usaha kota tumbuh lebih cepat atau lambat di "
            "mana-mana. Hijau: karena lapangan usaha yang sama tumbuh lebih cepat atau lambat di kota ini. "
            "Kiri dari garis: mengurangi."
        ),
        source_ids=findings.source_ids(members),
        note=note,
    )
    years = _rate_years(members)
    if not years:
        return
    widgets.chart(
        finished.recipe(_rates_drawn, members),
        key="banding_pertumbuhan_sektor",
        alt=_("Pertumbuhan rata-rata setahun menurut lapangan usaha dan kota."),
        table=lambda: _rates_told(members),
        reading=_(
            "Angka di sel adalah pertumbuhan riil rata-rata setahun, persen. Ungu: naik, jingga: turun. Sel "
            "kosong: lapangan usahanya nol atau belum terdata."
        ),
        source_ids=findings.source_ids(members),
        note=years,
    )


@data.by_language()
def _parts(cities: tuple[str, ...]) -> tuple[str, str]:
    """Headline and note of the parts of growth; both empty where nothing is known."""
    parts = findings.shift_share(cities)
    if parts.empty:
        return "", ""
    return headline(parts), _note(int(parts["from"].iloc[0]), int(parts["to"].iloc[0]))


@data.by_language()
def _rate_years(cities: tuple[str, ...]) -> str:
    """Note of the rates by sector; empty where nothing is known."""
    rates = _rates(cities)
    return "" if rates.empty else _note(rates.attrs["from"], rates.attrs["to"])


def _note(first: int, last: int) -> str:
    return _("{first}–{last}, PDRB harga konstan {base}; mencakup dua tahun Covid-19. {unsettled}").format(
        first=first, last=last, unsettled=periods.unsettled(), base=data.base_year()
    )


def _rates(cities: tuple[str, ...]) -> pd.DataFrame:
    """Mean rates of the cities whose growth has parts."""
    return findings.mean_rates(tuple(findings.shift_share(cities).index))


def _bars_drawn(cities: tuple[str, ...]) -> go.Figure:
    return bars(findings.shift_share(cities))


def _rates_drawn(cities: tuple[str, ...]) -> go.Figure:
    rates = _rates(cities)
    return by_city(rates, _called(rates))


def _rates_told(cities: tuple[str, ...]) -> pd.DataFrame:
    rates = _rates(cities)
    return rates_table(rates, _called(rates))


def _called(rates: pd.DataFrame) -> dict[str, str]:
    return {code: city_name(code) for code in rates.columns}


def headline(parts: pd.DataFrame) -> str:
    """Whose own strength did most, in a sentence."""
    best = parts["competitive"].idxmax()
    value = parts.at[best, "competitive"]
    if value <= 0:
        return _(
            "Tidak ada di antaranya yang tumbuh lebih cepat daripada lapangan usahanya di semua kota anggota"
        )
    return _("Kekuatan sendiri paling menambah di {city}: {points} poin persen sejak {first}").format(
        city=city_name(best), points=formats.fixed(value * 100, 0), first=int(parts["from"].iloc[0])
    )


def bars(parts: pd.DataFrame) -> go.Figure:
    """Draw the three parts of each city's growth as bars from nought, side by side.

    Parameters
    ----------
    parts
        As :func:`findings.cities.sector_growth.shift_share`.
    """
    rows = parts.iloc[::-1]
    places = [
        f"{city_name(code)} ({formats.percent(change, 0)})"
        for code, change in zip(rows.index, rows["change"], strict=True)
    ]
    figure = charts.base(90 + 66 * len(rows), barmode="group", bargap=0.25)
    # Bars of a group are drawn from below: the first part named stands on top.
    for name, (title, colour) in reversed(PARTS.items()):
        figure.add_bar(
            x=rows[name] * 100, y=places, orientation="h", name=_(title), marker={"color": colour},
            text=[formats.number(round(value * 100) + 0.0) for value in rows[name]], textposition="outside",
            cliponaxis=False, hovertemplate="%{y}, " + _(title) + ": %{text}<extra></extra>",
        )  # fmt: skip
    figure.add_vline(x=0, line={"color": theme.MUTED, "width": 1})
    low, high = float(rows[list(PARTS)].min(axis=None)) * 100, float(rows[list(PARTS)].max(axis=None)) * 100
    room = (high - min(low, 0)) * 0.12
    figure.update_xaxes(
        range=[min(low, 0) - room, high + room], fixedrange=True, showgrid=False, showticklabels=False,
        title=_("poin persen dari PDRB awal"),
    )  # fmt: skip
    figure.update_yaxes(fixedrange=True, tickfont_size=charts.TYPE_SIZE, ticksuffix=" ")
    figure.update_layout(legend={"traceorder": "reversed", "y": 1.0, "yanchor": "bottom"}, margin_t=40)
    return figure


def by_city(rates: pd.DataFrame, called: dict[str, str]) -> go.Figure:
    """Draw mean growth as coloured cells, sectors by city."""
    frame = rates.set_axis(range(len(rates.columns)), axis=1)
    figure = heat_map(frame, names(rates), decimals=1)
    figure.update_xaxes(tickvals=list(frame.columns), ticktext=[called[code] for code in rates.columns])
    return figure


def parts_table(parts: pd.DataFrame) -> pd.DataFrame:
    """Numbers behind the bars, as shares of the first year's output."""
    columns = {_("Kota"): [city_name(code) for code in parts.index]}
    columns |= {_(title): parts[name].to_numpy() for name, (title, _colour) in PARTS.items()}
    return pd.DataFrame(columns | {_("Seluruhnya"): parts["change"].to_numpy()})


def rates_table(rates: pd.DataFrame, called: dict[str, str]) -> pd.DataFrame:
    """Numbers behind the cells."""
    frame = rates.rename(index=names(rates), columns=called)
    return frame.rename_axis(index=_("Lapangan usaha"), columns=None).reset_index()
