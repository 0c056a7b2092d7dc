"""Real growth of a city by sector and year: picture, sentences, table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from data.quality.growth_breaks import growth_breaks
from findings.cities import sector_growth as findings
from i18n import _
from ui import still, widgets
from ui.still import pen
from ui.still.cells import Cell, Cells, Frame
from wording import formats, periods, theme
from wording.names import city_name, word
from wording.phrases import lower_first, upper_first

# Beyond this a cell has the strongest colour; hotels after Covid would leave all else pale.
STRONGEST = 0.12
# Purple is up; without the scale's darkest ends, as figures stand in the cells in dark ink.
COLOURS = [theme.DIVERGING[at] for at in (5, 5, 4, 3, 2, 1, 1)]
ROW = 29  # pixels a sector
WIDTHS = (900, 350)  # pixels of a page beside the menu, and of a phone


def draw(city: str) -> None:
    """Draw growth by sector and year, what made it and how the structure moved."""
    found, rates = findings.span(city), findings.rates(city)
    if found is None or rates.empty:
        widgets.missing_note(_("PDRB riil menurut lapangan usaha"))
        return
    st.header(headline(found, city))
    st.write(sentence(found))
    shown = rates.loc[[findings.TOTAL, *findings.weighty(city)]]
    widgets.chart(
        still.cell_pictures(heat_map, shown, names(shown), widths=WIDTHS),
        key="profil_pertumbuhan_sektor",
        alt=" ".join(
            (
                f"{headline(found, city)}.",
                _("Pertumbuhan riil {city} menurut lapangan usaha dan tahun, {first}–{last}.").format(
                    city=city_name(city), first=shown.columns[0], last=shown.columns[-1]
                ),
                sentence(found),
            )
        ),
        table=lambda: table(rates),
        reading=_(
            "Ungu: naik, jingga: turun, makin pekat makin besar; angka di sel adalah persen bulat terhadap "
            "tahun sebelumnya. Sel kosong: belum terdata. Tahun bergaris adalah dua tahun Covid-19."
        ),
        source_ids=findings.source_ids((city,)),
        note=note(city),
    )


def names(rates: pd.DataFrame) -> dict[str, str]:
    """Row labels: the whole first, then the sectors."""
    return {code: _("Seluruhnya") if code == findings.TOTAL else word("sector", code) for code in rates.index}


def headline(found: findings.Span, city: str) -> str:
    """What made the growth, in a sentence."""
    largest = [lower_first(word("sector", code)) for code in found.contributions.index[:2]]
    share = found.contributions.iloc[:2].sum() / found.contributions.sum()
    if found.mean <= 0 or not 0 < share <= 1:
        return _("{city}: PDRB riil {growth} setahun pada {first}–{last}").format(
            city=city_name(city), growth=formats.percent(found.mean), first=found.start, last=found.end
        )
    return _("{sectors} membawa {share} pertumbuhan {city} sejak {first}").format(
        sectors=upper_first(formats.listing(largest)),
        share=formats.percent(share, 0),
        city=city_name(city),
        first=found.start,
    )


def sentence(found: findings.Span) -> str:
    """How fast it grew on average and how the structure moved."""
    change = (found.shares["end"] - found.shares["start"]).sort_values()
    up, down = change.index[-1], change.index[0]
    return _(
        "Rata-rata {growth} setahun pada {first}–{last} menurut harga konstan. {moved} ekonomi berpindah "
        "lapangan usaha: bagian {up} naik dari {up_from} ke {up_to}, bagian {down} turun dari {down_from} ke "
        "{down_to}."
    ).format(
        growth=formats.percent(found.mean),
        first=found.start,
        last=found.end,
        moved=formats.percent(found.moved),
        up=lower_first(word("sector", up)),
        up_from=formats.percent(found.shares.at[up, "start"]),
        up_to=formats.percent(found.shares.at[up, "end"]),
        down=lower_first(word("sector", down)),
        down_from=formats.percent(found.shares.at[down, "start"]),
        down_to=formats.percent(found.shares.at[down, "end"]),
    )


def note(city: str) -> str:
    """Price basis, what is not final, and years over which growth is not worked out."""
    rows = growth_breaks()
    rows = rows[rows["region_code"] == city]
    basis = _("PDRB harga konstan {base}, lapangan usaha 1% atau lebih dari PDRB kota.")
    said = [basis.format(base=data.base_year()), periods.unsettled()]
    if len(rows):
        said.append(
            _(
                "Pertumbuhan {years} tidak dihitung: angka {older} dari terbitan lebih lama, "
                "{excess} lebih tinggi."
            ).format(
                years=formats.listing([str(each) for each in rows["year"]]),
                older=rows["older_year"].iloc[0],
                excess=formats.percent(rows["excess"].iloc[0]),
            )
        )
    return " ".join(each for each in said if each)


def heat_map(rates: pd.DataFrame, called: dict[str, str], decimals: int = 0) -> Cells:
    """Return growth as coloured cells, sectors (the first on top) by year; Covid's two years are framed.

    Parameters
    ----------
    rates
        Sector x year, or what else its columns are; a share; NaN stays empty.
    called
        Row label by sector.
    decimals
        Of the per cent in a cell: whole ones fit a dozen years on a phone; the exact figure is a touch away.
    """
    columns = [str(each) for each in rates.columns]
    rows = [
        (
            called[sector],
            tuple(
                None if formats.is_missing(value) else _cell(value, decimals, column, called[sector])
                for value, column in zip(own, columns, strict=True)
            ),
        )
        for sector, own in zip(rates.index, rates.to_numpy(), strict=True)
    ]
    covid = [columns.index(str(year)) for year in findings.COVID if str(year) in columns]
    frame = Frame(min(covid), max(covid), "Covid-19") if covid else None
    return Cells(tuple(columns), tuple(rows), ROW, frame)


def _cell(value: float, decimals: int, column: str, row: str) -> Cell:
    # Adding nought turns a rounded -0 into 0.
    words = formats.fixed(round(value * 100, decimals) + 0.0, decimals)
    colour = pen.mixed(COLOURS, value / STRONGEST / 2 + 0.5)
    return Cell(words, colour, f"<b>{column}</b><br>{row}: {formats.percent(value)}")


def table(rates: pd.DataFrame) -> pd.DataFrame:
    """All sectors and years as numbers."""
    called = names(rates)
    frame = rates.rename(index=called)
    frame.columns = [str(each) for each in frame.columns]
    return frame.rename_axis(index=_("Lapangan usaha"), columns=None).reset_index()
