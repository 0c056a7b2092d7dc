"""The season of a food on the page: which months are dear, which cheap, in the city's province."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data import by_language, by_version
from data.regions import regencies
from findings.food import prices as findings
from i18n import _
from ui import still, widgets
from ui.still import pen
from ui.still.lines import Lines, Points, Spread
from wording import formats, theme
from wording import prices as words

HEIGHT = 240
WIDTHS = (1000, 350)  # pixels of a page beside the menu, and of a phone


def draw(city: str, commodity: str) -> None:
    """Draw the season of a food in the city's province."""
    if not commodity:
        return
    province = _province(city)
    said, drawn = _season(province, commodity)
    st.header(_("Musim"))
    st.markdown(widgets.plain(said))
    if drawn:
        widgets.chart(
            still.line_pictures(season_of, province, commodity, widths=WIDTHS),
            key="pangan_musim",
            alt=said,
            table=lambda: findings.season(province, commodity).reset_index(),
            reading=_(
                "Titik: harga bulan itu dibagi rata-rata tahunnya, rata-rata beberapa tahun; 1 berarti sama "
                "dengan rata-rata setahun. Kenaikan rata-rata dari tahun ke tahun disisihkan, supaya harga "
                "yang hanya naik tidak terbaca sebagai musim. Garis tegak: tahun termurah sampai termahal."
            ),
            note=_("Harga provinsi, pasar tradisional (PIHPS)."),
        )


@by_version("regions")
def _province(city: str) -> str:
    return str(regencies().at[city, "province_code"])


@by_language("food_prices_province", "foods")
def _season(province: str, commodity: str) -> tuple[str, bool]:
    """What the season is in words, and whether there is one to draw."""
    table = findings.season(province, commodity)
    return words.season(table), bool(table["index"].notna().all())


def season_of(province: str, commodity: str) -> Lines:
    """Return the season of a food in a province (:func:`drawn_season`)."""
    return drawn_season(findings.season(province, commodity))


def drawn_season(table: pd.DataFrame) -> Lines:
    """Return the season as points with the range of the years; 1 is the mean of a year."""
    names = [formats.month(number)[:3] for number in table.index]
    return Lines(
        tuple(
            _("<b>{month}</b><br>{mean}; tahun termurah {low}, termahal {high}").format(
                month=formats.month(number), mean=formats.fixed(row["index"], 2),
                low=formats.fixed(row["low"], 2), high=formats.fixed(row["high"], 2),
            )
            for number, row in table.iterrows()
        ),
        tuple((position, (name,)) for position, name in enumerate(names)),
        HEIGHT,
        lambda value: formats.fixed(value, 2),
        spread=Spread(tuple(table["low"]), tuple(table["high"]), theme.MISSING, upright=True),
        points=Points(tuple(table["index"]), pen.Sign("circle", theme.ACCENT), 5.5),
        even=1.0,
    )  # fmt: skip
