"""Growth of several cities by sector, and what made it: common growth, mix of sectors, own strength."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from findings.cities import sector_growth as findings
from i18n import N_, _
from ui import still, widgets
from ui.comparison.charts import WIDTHS
from ui.profile.sector_growth import heat_map, names
from ui.still import pen
from ui.still.cells import Cells
from ui.still.rows import Bar, Row, Rows
from wording import formats, periods, theme
from wording.names import city_name

ROW = 70  # pixels a city
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
        still.row_pictures(_bars_drawn, members, widths=WIDTHS),
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
    st.subheader(_("Pertumbuhan rata-rata setahun menurut lapangan usaha dan kota, persen"))
    widgets.chart(
        still.cell_pictures(_rates_drawn, members, widths=WIDTHS),
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


def _bars_drawn(cities: tuple[str, ...]) -> Rows:
    return bars(findings.shift_share(cities))


def _rates_drawn(cities: tuple[str, ...]) -> Cells:
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


def bars(parts: pd.DataFrame) -> Rows:
    """Return the three parts of each city's growth as bars from nought, below each other.

    Parameters
    ----------
    parts
        As :func:`findings.cities.sector_growth.shift_share`.
    """
    rows = []
    for code, own in parts.iterrows():
        place = f"{city_name(code)} ({formats.percent(own['change'], 0)})"
        bars_of_it = [
            _bar(own[name] * 100, colour, f"<b>{place}</b><br>{_(title)}")
            for name, (title, colour) in PARTS.items()
        ]
        rows.append(Row(place, tuple(bars_of_it), apart=True))
    values = parts[list(PARTS)].to_numpy(dtype=float) * 100
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    keys = tuple((pen.Sign("square", colour), _(title)) for title, colour in PARTS.values())
    return Rows(
        tuple(rows), low, high, ROW, ticks=((0, ""),), legend=keys, title=_("poin persen dari PDRB awal")
    )


def _bar(points: float, colour: str, what: str) -> Bar:
    # Adding nought turns a rounded -0 into 0.
    words = formats.number(round(points) + 0.0)
    return Bar(0, points, colour, f"{what}: {words}", words)


def by_city(rates: pd.DataFrame, called: dict[str, str]) -> Cells:
    """Return mean growth as coloured cells, sectors by city."""
    return heat_map(rates.rename(columns=called), names(rates), decimals=1)


def parts_table(parts: pd.DataFrame) -> pd.DataFrame:
    """Numbers behind the bars, as shares of the first year's output."""
    columns = {_("Kota"): [city_name(code) for code in parts.index]}
    columns |= {_(title): parts[name].to_numpy() for name, (title, _colour) in PARTS.items()}
    return pd.DataFrame(columns | {_("Seluruhnya"): parts["change"].to_numpy()})


def rates_table(rates: pd.DataFrame, called: dict[str, str]) -> pd.DataFrame:
    """Numbers behind the cells."""
    frame = rates.rename(index=names(rates), columns=called)
    return frame.rename_axis(index=_("Lapangan usaha"), columns=None).reset_index()
