"""Charts of cities side by side: structure, LQ, growth, Klassen's quadrants."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from findings.cities.comparison import NATION, klassen_years
from i18n import N_, _
from ui.still import pen
from ui.still.cells import Cell, Cells
from ui.still.lines import Course, Lines
from ui.still.quadrants import Mark, Quadrants, Scale
from ui.still.rows import Line, Point, Row, Rows
from wording import formats, theme

SYMBOLS = ["circle", "square", "diamond", "triangle-up", "star", "cross", "x"]
COLOURS = [*theme.SERIES, "#8C6D31"]
LQ_TICKS = [0.1, 0.3, 1, 3, 10, 30]
LOWEST_LQ = 0.1
ROW = 32
MARK = 13  # pixels across
SHARES = ("#FFFFFF", "#6FB7B0")  # the colour of no share and of the whole
WIDTHS = (960, 350)  # pixels of a page beside the menu, and of a phone
GROWTH_HEIGHT = 460
STAR_LARGER = 1.35
KLASSEN_HEIGHT = 560
LARGE, SMALL = 17, 4.5  # pixels across the sign of a chosen city, and the radius of another's
REACH = 0.02  # how far below the reference the scale of growth reaches
EDGE, AT_EDGE = 0.003, 0.0015  # of growth, beyond the first and the last city; of one that is beyond
MILLION = 1e6
QUADRANTS = {
    "maju_cepat": N_("Maju dan tumbuh cepat"),
    "maju_tertekan": N_("Maju tetapi tertekan"),
    "berkembang_cepat": N_("Berkembang cepat"),
    "relatif_tertinggal": N_("Relatif tertinggal"),
}


def look(position: int, colour: str | None = None) -> pen.Sign:
    """Return the sign of the place compared at `position`, told apart by its form and its colour."""
    symbol, own = SYMBOLS[position], colour or COLOURS[position]
    return pen.Sign(symbol, "none", own, 3) if symbol == "x" else pen.Sign(symbol, own, "white", 1)


def radius(position: int, across: float) -> float:
    """Return the radius of that sign where a circle is `across` pixels wide; a star looks small."""
    return across / 2 * (STAR_LARGER if SYMBOLS[position] == "star" else 1)


def share_table(shares: pd.DataFrame, cities: dict[str, str], sectors: dict[str, str]) -> Cells:
    """Return shares as a coloured table, sectors x places, the share written in each cell.

    Parameters
    ----------
    shares
        Sector x place (codes), 0..1, the first sector on top; NaN stays empty.
    cities, sectors
        Code -> what to write.
    """
    rows = tuple(
        (
            sectors[sector],
            tuple(
                None if pd.isna(share) else _share(share, cities[city], sectors[sector])
                for city, share in own.items()
            ),
        )
        for sector, own in shares.iterrows()
    )
    return Cells(tuple(cities[code] for code in shares.columns), rows, ROW)


def _share(share: float, city: str, sector: str) -> Cell:
    words = formats.percent(share)
    # By the root, small shares stay apart from nothing.
    return Cell(words, pen.mixed(SHARES, math.sqrt(max(share, 0))), f"<b>{city}</b><br>{sector}: {words}")


def quotient_dots(
    quotients: pd.DataFrame, cities: dict[str, str], sectors: dict[str, str], reference: str
) -> Rows:
    """Return the LQ of each place as a sign on a logarithmic scale; the named line at 1 is the reference.

    Parameters
    ----------
    quotients
        Sector x place, the first sector on top; NaN is left out, under 0.1 is drawn at 0.1.
    reference
        What the line at 1 is called.
    """
    looks = {code: look(position) for position, code in enumerate(quotients.columns)}
    radii = {code: radius(position, MARK) for position, code in enumerate(quotients.columns)}
    rows = []
    for sector, own in quotients.iterrows():
        points = [
            Point(
                max(value, LOWEST_LQ), looks[code], radii[code],
                f"<b>{cities[code]}</b><br>{sectors[sector]}: {formats.location_quotient(value)}",
            )
            for code, value in own.dropna().items()
        ]  # fmt: skip
        rows.append(Row(sectors[sector], points=tuple(points)))
    high = 1.25 * float(np.nanmax(quotients.to_numpy(dtype=float), initial=2.0))
    return Rows(
        tuple(rows), LOWEST_LQ * 0.85, high, ROW, log=True,
        ticks=tuple((each, formats.number(each, 2)) for each in LQ_TICKS if each < high),
        line=Line(1, _("1 = {reference}").format(reference=reference), theme.NEED),
        legend=tuple(pen.Entry(looks[code], cities[code], radius=radii[code]) for code in quotients.columns),
        guides=True,
    )  # fmt: skip


def growth_lines(index: pd.DataFrame, names: dict[str, str]) -> Lines:
    """Return real GRDP as an index by year, each line named at its end; Indonesia dashed and grey.

    Parameters
    ----------
    index
        Place x year, 100 at the first; the row ``00`` is Indonesia.
    """
    courses = [
        _course(own, names[code], nation=code == NATION, position=position)
        for position, (code, own) in enumerate(index.iterrows())
    ]
    said = [
        "<br>".join(
            [f"<b>{year}</b>"]
            + [f"{names[code]}: {formats.fixed(value)}" for code, value in index[year].dropna().items()]
        )
        for year in index.columns
    ]
    below = tuple((at, (str(index.columns[at]),)) for at in range(0, len(index.columns), 3))
    return Lines(tuple(said), below, GROWTH_HEIGHT, formats.number, tuple(courses), even=100)


def _course(own: pd.Series, name: str, *, nation: bool, position: int) -> Course:
    known = own.dropna()
    called = f"{name} {formats.number(known.iloc[-1])}" if len(known) else ""
    values = tuple(float(each) for each in own)
    if nation:
        return Course(values, theme.MUTED, "dash", 2, (called,), pen.Sign("circle", theme.MUTED), 2)
    return Course(values, COLOURS[position], "solid", 2, (called,), look(position), radius(position, 8))


def klassen_quadrants(frame: pd.DataFrame, chosen: list[str], names: dict[str, str]) -> Quadrants:
    """Return growth against GRDP per head, parted by the reference, each quadrant named.

    Parameters
    ----------
    frame
        As :func:`findings.cities.comparison.klassen`: all cities and the row ``reference``.
    chosen
        Codes drawn large and named; the others are small grey dots.
    """
    first, last, per_head_year = klassen_years()
    middle = frame.loc["reference"]
    cities = frame.drop(index="reference").dropna(subset=["growth", "per_head"])
    # One city that shrank would press all others into a corner: it stands at the edge, with its figure.
    low = max(cities["growth"].min(), middle["growth"] - REACH) - EDGE
    across = Scale(
        low,
        cities["growth"].max() + EDGE,
        middle["growth"],
        _("pertumbuhan riil rata-rata setahun, {first}–{last}").format(first=first, last=last),
        formats.percent,
    )
    up = Scale(
        0,
        cities["per_head"].max() / MILLION * 1.25,
        middle["per_head"] / MILLION,
        _("PDRB per kapita {year}, juta rupiah").format(year=per_head_year),
        formats.number,
    )
    named = [code for code in chosen if code in cities.index]
    marks = [
        Mark(
            max(own["growth"], low + AT_EDGE),
            own["per_head"] / MILLION,
            look(named.index(code)) if code in named else pen.Sign("circle", theme.MISSING),
            radius(named.index(code), LARGE) if code in named else SMALL,
            f"<b>{names[code]}</b><br>{formats.percent(own['growth'])}, {formats.rupiah(own['per_head'])}",
            _name(names[code], own["growth"], beyond=own["growth"] < low, named=code in named),
        )
        # The chosen last: they lie over the others, and the first of them is named first.
        for code, own in sorted(cities.iterrows(), key=lambda each: _last(each[0], named))
    ]
    corners = ("maju_tertekan", "maju_cepat", "relatif_tertinggal", "berkembang_cepat")
    words = (_(QUADRANTS[code]) for code in corners)
    return Quadrants(tuple(marks), across, up, tuple(words), KLASSEN_HEIGHT)


def _last(code: str, named: list[str]) -> int:
    return -named.index(code) if code in named else -len(named)


def _name(name: str, growth: float, *, beyond: bool, named: bool) -> str:
    """What stands beside a city's mark: its figure too where it stands beyond the edge."""
    if beyond:
        return f"← {name} {formats.percent(growth)}"
    return name if named else ""
