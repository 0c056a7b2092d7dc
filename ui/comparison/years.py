"""An indicator of the cities compared, year by year: a slider that plays in the browser, and the table."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import data
from data.schema import label
from findings import product_map
from i18n import _
from ui import charts, choices, finished, tables, widgets
from ui.comparison import words
from ui.comparison.charts import COLOURS, SYMBOLS
from wording import formats, theme

FIRST = "poverty_pct"
LEAST_YEARS = 3
ROW, FRAME = 54, 225  # pixels: of a city, and of what stands around the rows
ROOM = 0.34  # of the axis kept free on the right, for the figure beside its mark
STEP, MOVE = 1100, 500  # milliseconds a year stands, of which the marks move


def draw(cities: tuple[str, ...]) -> None:
    """Let the reader choose an indicator and step, or play, through its years."""
    asked = choices.choose(
        "perjalanan", _measures(), _("Indikator dari tahun ke tahun"), default=FIRST, show=_title
    )
    said = _told(asked, cities)
    if not said:
        st.header(_("{indicator} dari tahun ke tahun").format(indicator=_title(asked)))
        widgets.missing_note(_title(asked))
        return
    st.header(said)
    widgets.chart(
        finished.recipe(_drawn, asked, cities),
        key="banding_perjalanan",
        alt=said,
        table=lambda: _table(asked, cities),
        reading=_(
            "Geser tahunnya, atau tekan Putar. Skalanya sama pada semua tahun, jadi tanda yang bergerak "
            "ke kanan berarti angkanya naik. Kota tanpa angka pada suatu tahun ditulis belum terdata."
        ),
        source_ids=product_map.sources_of_years(asked, cities),
        note=_("Tahun dengan konsep lama tidak disertakan."),
    )
    with st.expander(_("Semua tahun dalam tabel"), icon=":material/table:"):
        tables.draw(finished.recipe(_table, asked, cities))


@data.by_language()
def _told(measure: str, cities: tuple[str, ...]) -> str:
    """The finding; empty where none of the cities has the indicator."""
    table = of_cities(measure, list(cities))
    return "" if table.empty else headline(measure, table)


def _drawn(measure: str, cities: tuple[str, ...]) -> go.Figure:
    return through_years(measure, of_cities(measure, list(cities)), _called(cities))


def _table(measure: str, cities: tuple[str, ...]) -> pd.DataFrame:
    return by_year_table(measure, of_cities(measure, list(cities)), _called(cities))


def _called(cities: tuple[str, ...]) -> dict[str, str]:
    return {code: words.short(code) for code in cities}


@data.by_version("grdp_totals", "indicators", "regions", "sectors")
def _measures() -> list[str]:
    return [code for code in product_map.measures() if len(product_map.years(code)) >= LEAST_YEARS]


def _title(code: str) -> str:
    return label("indicator", code)


def of_cities(measure: str, cities: list[str]) -> pd.DataFrame:
    """Return city x year of `measure`, from the first to the last year one of them has; NaN: none."""
    table = product_map.by_year(measure).reindex(cities)
    known = table.columns[table.notna().any()]
    return table.loc[:, known[0] : known[-1]] if len(known) else table.iloc[:, :0]


def headline(measure: str, table: pd.DataFrame) -> str:
    """Say whose figure moved the most between the first and the last year that all of them have."""
    both = table.columns[table.notna().all()]
    title = _title(measure)
    if len(both) < 2:
        return _("{indicator}: belum ada dua tahun yang terdata untuk semua kota ini").format(indicator=title)
    first, last = both[0], both[-1]
    moved = (table[last] - table[first]).sort_values(key=lambda change: change.abs(), ascending=False)
    code = moved.index[0]
    if moved.iloc[0] == 0:
        return _("{indicator} kota-kota ini sama pada {first} dan {last}").format(
            indicator=title, first=first, last=last
        )
    told = _("{first}–{last}: {indicator} naik paling banyak di {city}, dari {old} ke {new}")
    if moved.iloc[0] < 0:
        told = _("{first}–{last}: {indicator} turun paling banyak di {city}, dari {old} ke {new}")
    return told.format(
        first=first,
        last=last,
        indicator=title,
        city=words.short(code),
        old=formats.indicator(measure, table.at[code, first]),
        new=formats.indicator(measure, table.at[code, last]),
    )


def by_year_table(measure: str, table: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Every figure in words: a row a year, the newest first; a dash where a city has none."""
    rows = [
        {_("Tahun"): str(year)}
        | {names[code]: formats.indicator(measure, table.at[code, year]) for code in table.index}
        for year in reversed(table.columns)
    ]
    return pd.DataFrame(rows)


def through_years(measure: str, table: pd.DataFrame, names: dict[str, str]) -> go.Figure:
    """Draw one mark a city and one frame a year; the newest year is shown first.

    Parameters
    ----------
    measure
        Code of an indicator.
    table
        City x year; NaN is written as missing and never drawn.
    names
        City code -> name.

    Notes
    -----
    The browser plays the frames, nobody asks the server. Plotly's slider takes no keys: the table under
    the chart holds the same.
    """
    low, high = float(table.min(axis=None)), float(table.max(axis=None))
    span = (high - low) or abs(high) or 1.0
    reach = [low - 0.05 * span, high + ROOM * span]
    years = [str(year) for year in table.columns]
    figure = charts.base(FRAME + ROW * len(table), showlegend=False)
    figure.add_traces(_marks(measure, table, table.columns[-1], names, reach[0]))
    figure.frames = [
        go.Frame(name=str(year), data=_marks(measure, table, year, names, reach[0])) for year in table.columns
    ]
    figure.update_xaxes(
        range=reach, fixedrange=True, gridcolor="rgba(128,140,138,0.25)", showticklabels=False
    )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=[names[code] for code in reversed(table.index)],
        fixedrange=True,
        tickfont_size=charts.TYPE_SIZE,
    )
    figure.update_layout(
        sliders=[_slider(years)],
        updatemenus=[_buttons(years)],
        margin_b=170,
        yaxis_range=[-0.6, len(table) - 0.4],
    )
    return figure


def _marks(
    measure: str, table: pd.DataFrame, year: int, names: dict[str, str], left: float
) -> list[go.Scatter]:
    """Return the marks of one year; a city without a figure has the word at the left edge and no mark.

    Every city has a place in every frame: Plotly moves points by their order and would mix them up.
    """
    own = table[year]
    known = own.notna()
    return [
        go.Scatter(
            x=own.fillna(left).tolist(),
            y=[names[code] for code in table.index],
            mode="markers+text",
            text=[
                formats.indicator(measure, value) if there else _("belum terdata")
                for value, there in zip(own, known, strict=True)
            ],
            textposition="middle right",
            marker={
                "size": 16,
                "color": [COLOURS[at % len(COLOURS)] for at in range(len(table))],
                "symbol": [SYMBOLS[at % len(SYMBOLS)] for at in range(len(table))],
                "opacity": known.astype(float).tolist(),
            },
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    ]


def _animation(duration: int) -> dict:
    """How a step is taken: at once into the year, the marks moving for a part of the time."""
    return {
        "mode": "immediate",
        "fromcurrent": False,
        "frame": {"duration": duration, "redraw": False},
        "transition": {"duration": min(MOVE, duration)},
    }


def _slider(years: list[str]) -> dict:
    steps = [{"label": year, "method": "animate", "args": [[year], _animation(MOVE)]} for year in years]
    return {
        "active": len(years) - 1,
        "steps": steps,
        "currentvalue": {"prefix": _("Tahun") + " ", "font": {"size": charts.TYPE_SIZE + 4}},
        "x": 0,
        "len": 1,
        "y": 0,
        "pad": {"t": 24, "b": 0},
        "activebgcolor": theme.ACCENT,
    }


def _buttons(years: list[str]) -> dict:
    stop = [[None], {"mode": "immediate", "frame": {"duration": 0, "redraw": False}}]
    return {
        "type": "buttons",
        "direction": "left",
        "showactive": False,
        "x": 0,
        "xanchor": "left",
        "y": 0,
        "yanchor": "top",
        "pad": {"t": 132, "r": 8},
        "bgcolor": "rgba(128,140,138,0.16)",
        "buttons": [
            {"label": "▶ " + _("Putar"), "method": "animate", "args": [years, _animation(STEP)]},
            {"label": "❚❚ " + _("Berhenti"), "method": "animate", "args": stop},
        ],
    }
