"""Prices of a food on the page: the line beside its neighbours, what arrives at which price."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from data import by_language
from findings import price_series
from findings.food import prices as findings
from findings.food.balance import NEAR, Candidate, food, known_candidates
from i18n import _
from ui import choices, finished, still, tables, widgets
from ui.market import landed_table
from ui.still.lines import Course, Lines, Spread
from wording import food_balance as balance_words
from wording import formats, theme
from wording import prices as words
from wording.names import city_name, place_name
from wording.phrases import lower_first

MOST_LINES = 4
DASHES = ("dash", "dot", "dashdot", "longdash")
THOUSAND = 1_000
MOST_FREIGHT, MOST_LOSS = 1_000_000.0, 90.0  # rupiah per unit; per cent
LABEL_LETTERS = 15
HEIGHT = 340
WIDTHS = (660, 350)  # pixels of two thirds of a page, and of a phone


@by_language()
def headline(city: str, food_code: str, month: str = "") -> str:
    """Return the page's finding of a food: the gap to the possible suppliers before any freight."""
    name, commodity = balance_words.food_name(food_code, short=True), food(food_code).commodity
    if not commodity:
        return balance_words.question(city, name)
    named, near = compared(known_candidates(city, food_code))
    table = findings.offers(city, commodity, named, month)
    said = words.headline(city, name, table, near=near)
    if month:
        return _("{month}: {said}").format(month=formats.period(month), said=said)
    return words.of_year(said, table, price_series.newest_year(commodity))


def compared(found: Sequence[Candidate]) -> tuple[tuple[str, ...], bool]:
    """Return the places a headline speaks of, and whether they are only near (no supplier is known)."""
    known = tuple(each.place for each in found if each.why != NEAR)
    return (known, False) if known else (tuple(each.place for each in found), True)


class Line(NamedTuple):
    """What the page says of a price line: the price now, the unit, the suppliers drawn beside it, sources."""

    now: str
    unit: str
    drawn: tuple[str, ...]
    sources: tuple[str, ...]


@by_language()
def _line(city: str, food_code: str, level: str) -> Line:
    commodity = food(food_code).commodity
    known = findings.monthly(commodity, level)
    drawn = tuple(
        each.place for each in known_candidates(city, food_code) if each.why != NEAR and each.place in known
    )
    unit = findings.unit(commodity)
    said = words.now(
        city,
        balance_words.food_name(food_code, short=True),
        unit,
        findings.line(city, commodity, level),
        price_series.newest_year(commodity),
    )
    return Line(said, unit, drawn[:MOST_LINES], findings.source_ids(commodity))


def line(city: str, food_code: str) -> None:
    """Draw the price by month beside the neighbours and the likeliest suppliers."""
    st.header(_("Harga eceran bulanan"))
    commodity = food(food_code).commodity
    if not commodity:
        widgets.missing_note(_("harga bulanan pangan ini"))
        return
    level = _level(city, commodity)
    told = _line(city, food_code, level)
    st.markdown(widgets.plain(told.now))
    widgets.chart(
        still.line_pictures(lines_of, city, commodity, told.drawn, level, widths=WIDTHS),
        key="pangan_harga",
        alt=told.now,
        table=lambda: (
            findings.monthly(commodity, level).reindex(columns=[city, *told.drawn]).rename(columns=place_name)
        ),
        reading=_(
            "Garis tebal: kota ini. Bidang: termurah sampai termahal di lima daerah terdekat. Garis putus: "
            "calon pemasok. Hanya bulan yang tercatat; yang diisi penyusunnya tidak digambar, jadi puncak "
            "yang sebenarnya bisa lebih tinggi."
        ),
        source_ids=told.sources,
        note=_("Harga per bulan, ribu {unit}; tingkat pasar: {level}.").format(
            level=lower_first(words.level(level)), unit=told.unit
        ),
    )


def _level(city: str, commodity: str) -> str:
    """Let the reader choose the market level of the line; with a single one say that it is the only one."""
    levels = price_series.levels(city, commodity)
    if len(levels) > 1:
        return choices.choose("pasar", levels, _("Tingkat pasar"), show=words.level, kind="segmented")
    if levels:
        st.caption(
            _("Tingkat pasar: {level}; hanya itu yang tercatat di {city} untuk pangan ini.").format(
                level=lower_first(words.level(levels[0])), city=city_name(city)
            )
        )
    return levels[0] if levels else price_series.market_level()


def sources(city: str, commodity: str) -> None:
    """Draw what other sources and market levels say of the food here, side by side; nothing with one."""
    said = _beside(city, commodity) if commodity else ""
    if said:
        st.markdown(f"**{_('Sumber harga berdampingan')}**  \n{widgets.plain(said)}")
        tables.draw(finished.recipe(beside_table, city, commodity), key="pangan_sumber_harga")


@by_language()
def _beside(city: str, commodity: str) -> str:
    return words.beside(price_series.beside(city, commodity))


def beside_table(city: str, commodity: str) -> pd.DataFrame:
    """Return the sources of a food in a city side by side, in words."""
    return words.beside_table(price_series.beside(city, commodity))


class Rates(NamedTuple):
    """What the user says the way costs: rupiah per unit and km, per unit, per cent lost; None: not set."""

    road: float | None = None
    ship: float | None = None
    loss: float | None = None


class Arrival(NamedTuple):
    """What arrives at which price: the finding, the months that pay (both empty without rates), the table."""

    said: str
    months: str
    html: str


@by_language()
def _way(city: str, food_code: str) -> tuple[int, str, str, bool]:
    """How many candidates there are, that none supplies (else empty), the unit, whether one is over sea."""
    found, commodity = known_candidates(city, food_code), food(food_code).commodity
    none = all(each.deal is None for each in found)
    name = balance_words.food_name(food_code, short=True)
    table = findings.offers(city, commodity, tuple(each.place for each in found))
    return (
        len(found),
        balance_words.no_supplier(city, name) if none else "",
        words.per(findings.unit(commodity)) or "kg",
        bool(table["sea"].any()),
    )


@by_language(size=1024)
def _arrival(city: str, food_code: str, month: str, rates: Rates) -> Arrival:
    found, commodity = known_candidates(city, food_code), food(food_code).commodity
    table = findings.offers(city, commodity, tuple(each.place for each in found), month)
    table["made"] = [balance_words.made(each.supply) for each in found]
    loss = None if rates.loss is None else rates.loss / 100
    table = findings.landed(table, rates.road, rates.ship, loss)
    exists = {each.place: balance_words.exists(each) for each in found}
    said = months = ""
    if table["landed"].notna().any():
        named, near = compared(found)
        name = balance_words.food_name(food_code, short=True)
        said = words.headline(city, name, table.loc[list(named)], near=near)
        months = _months_that_pay(city, commodity, table)
    drawn = landed_table.html(city, table, exists, of_months=1 if month else landed_table.YEAR)
    return Arrival(said, months, drawn)


def suppliers(city: str, food_code: str, month: str = "") -> None:
    """Draw each supplier with its price and, once the user has set the rates, the price on arrival."""
    commodity = food(food_code).commodity
    count, nobody, unit, crossing = _way(city, food_code)
    if nobody:
        st.markdown(widgets.plain(nobody))
    if not count:
        return
    st.header(_("Harga sampai di {city}").format(city=city_name(city)))
    told = _arrival(city, food_code, month, _rates(unit, crossing=crossing))
    if commodity in findings.NO_GAPS:
        st.caption(
            _(
                "Selisih harga {food} antardaerah tidak ditampilkan: dua sumber harga berjalan berlawanan, "
                "jadi bedanya tidak berarti."
            ).format(food=lower_first(balance_words.food_name(food_code, short=True)))
        )
    if told.said:
        st.markdown(f"**{widgets.plain(told.said)}**")
    st.html(told.html)
    compared_with = (
        _("Harga {month} saja; bulan lain dan rata-rata setahun dipilih di atas.").format(
            month=formats.period(month)
        )
        if month
        else _(
            "Harga di sana dan di sini: rata-rata bulan yang sama-sama tercatat dalam dua belas bulan "
            "terakhir (sedikitnya {least} bulan)."
        ).format(least=findings.LEAST_MONTHS)
    )
    assumed = _(
        "Jarak garis lurus. Ongkos, kapal, dan susut kosong sampai Anda mengisinya; harga eceran di daerah "
        "penghasil bukan harga petani."
    )
    st.caption(f"{compared_with} {assumed}")
    if told.months:
        st.markdown(f"**{_('Bulan ketika selisih harga melebihi ongkos dan susut')}**")
        st.markdown(told.months)


def _rates(unit: str, *, crossing: bool) -> Rates:
    """Ask for freight, ship and loss; None while a rate is not set, since there is no honest default.

    They stand in the address: whoever opens the link sees the same landed price.
    """
    with st.container(horizontal=True, key="tarif"):
        empty = _("isi penawaran")
        road = choices.amount(
            "ongkos",
            _("Ongkos darat, Rp per {unit} per km").format(unit=unit),
            most=MOST_FREIGHT,
            placeholder=empty,
        )
        ship = choices.amount(
            "kapal",
            _("Kapal, Rp per {unit}").format(unit=unit),
            most=MOST_FREIGHT,
            placeholder=empty,
            disabled=not crossing,
        )
        loss = choices.amount("susut", _("Susut, persen"), most=MOST_LOSS, placeholder=empty)
    return Rates(road, ship, loss)


def _months_that_pay(city: str, commodity: str, table: pd.DataFrame) -> str:
    """Say for each supplier in how many months its price pays for the way, the best first, as a list."""
    counted = []
    for code, row in table.dropna(subset=["landed"]).iterrows():
        short, months = findings.months_short(city, commodity, str(code), row["landed"] - row["price"])
        if months:
            counted.append((months - len(short), words.months_that_pay(str(code), short, months)))
    best_first = sorted(counted, key=lambda pair: -pair[0])
    return "\n".join(f"- {widgets.plain(said)}" for _count, said in best_first)


def lines_of(city: str, commodity: str, suppliers: tuple[str, ...], level: str = "") -> Lines:
    """Return the price by month: the city, the neighbours as a band, suppliers; names at the lines' ends."""
    line = findings.line(city, commodity, level) / THOUSAND
    table = findings.monthly(commodity, level) / THOUSAND
    months = list(line.index)
    drawn = [(city, theme.ACCENT, "solid", 4)]
    drawn += [
        (code, theme.SERIES[1 + position % (len(theme.SERIES) - 1)], DASHES[position % len(DASHES)], 2)
        for position, code in enumerate(suppliers)
    ]
    courses = []
    for code, colour, dash, width in drawn:
        prices = (table[code] if code in table else pd.Series(dtype=float)).reindex(months)
        courses.append(Course(tuple(prices), colour, dash, width, _end(code, prices.dropna(), months)))
    return Lines(
        tuple(
            _month_said(month, line.loc[month], table, [code for code, *_look in drawn]) for month in months
        ),
        tuple(_below(months)),
        HEIGHT,
        formats.number,
        tuple(courses),
        Spread(tuple(line["low"]), tuple(line["high"]), "rgba(11,110,105,0.14)"),
    )


def _end(code: str, known: pd.Series, months: list[str]) -> tuple[str, ...]:
    """Name and last price, with its month where that is not the newest, so short that a phone has room."""
    if known.empty:
        return ()
    when = "" if known.index[-1] == months[-1] else f" ({formats.period(known.index[-1])})"
    return tuple(textwrap.wrap(f"{place_name(code)} {formats.fixed(known.iloc[-1], 1)}{when}", LABEL_LETTERS))


def _month_said(month: str, line: pd.Series, table: pd.DataFrame, codes: list[str]) -> str:
    """What each line says in a month, and the neighbours together."""
    said = [f"<b>{formats.period(month)}</b>"]
    said += [
        f"{place_name(code)}: {formats.fixed(table.at[month, code], 1)}"
        for code in codes
        if code in table and pd.notna(table.at[month, code])
    ]
    if pd.notna(line["low"]):
        low, high = formats.fixed(line["low"], 1), formats.fixed(line["high"], 1)
        said.append(f"{_('lima daerah terdekat')}: {low}–{high}")
    return "<br>".join(said)


def _below(months: list[str]) -> list[tuple[int, tuple[str, ...]]]:
    """Months under the lines, short, so that they stand apart on a telephone too; a new year by number."""
    named: list[tuple[int, tuple[str, ...]]] = []
    step, year = max(1, len(months) // 5), ""
    for position in range(0, len(months), step):
        month = months[position]
        short = formats.month(int(month[5:]))[:3]
        named.append((position, (short,) if month[:4] == year else (short, month[:4])))
        year = month[:4]
    return named
