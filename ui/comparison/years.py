"""An indicator of the cities compared, year by year: a slider that plays in the browser, and the table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from data.schema import label
from findings import product_map
from i18n import _
from ui import choices, finished, still, tables, widgets
from ui.comparison import words
from ui.comparison.charts import WIDTHS, look, radius
from ui.still import playing
from ui.still.rows import Point, Row, Rows
from wording import formats

FIRST = "poverty_pct"
LEAST_YEARS = 3
BEFORE = 0.08  # of the scale, kept free between the names and the lowest sign
ROW, MARK = 50, 16  # pixels: of a city, and across its sign


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
        still.playing_pictures(_drawn, asked, cities, widths=WIDTHS),
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


def _drawn(measure: str, cities: tuple[str, ...]) -> Rows:
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


def through_years(measure: str, table: pd.DataFrame, names: dict[str, str]) -> Rows:
    """Return a sign a city that moves from year to year; the newest year is shown first.

    Parameters
    ----------
    measure
        Code of an indicator.
    table
        City x year; NaN is written as missing and never drawn.
    names
        City code -> name.
    """
    rows = [
        Row(names[code], points=(_sign(measure, own, names[code], position),))
        for position, (code, own) in enumerate(table.iterrows())
    ]
    low, high = float(table.min(axis=None)), float(table.max(axis=None))
    frames = tuple(f"{_('Tahun')} {year}" for year in table.columns)
    low -= BEFORE * ((high - low) or abs(high) or 1)
    return Rows(tuple(rows), low, high, ROW, guides=True, frames=frames)


def _sign(measure: str, own: pd.Series, name: str, position: int) -> Point:
    words = [_("belum terdata") if pd.isna(value) else formats.indicator(measure, value) for value in own]
    steps = tuple(playing.Step(float(value), said) for value, said in zip(own, words, strict=True))
    # A year stays with its figure where the line is broken.
    years = (
        f"{year}: {said}".replace(" ", "\N{NO-BREAK SPACE}")
        for year, said in zip(own.index, words, strict=True)
    )
    said = f"<b>{name}</b><br>{' · '.join(years)}"
    return Point(steps[-1].at, look(position), radius(position, MARK), said, steps=steps)
