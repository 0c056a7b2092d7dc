"""Real growth of a city by sector and year: picture, sentences, table."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import data
from data.quality.growth_breaks import growth_breaks
from findings.cities import sector_growth as findings
from i18n import _
from ui import charts, finished, widgets
from wording import formats, periods, theme
from wording.names import city_name, word
from wording.phrases import lower_first, upper_first

# Beyond this a cell has the strongest colour; hotels after Covid would leave all else pale.
STRONGEST = 0.12
MOST_NAMED = 3


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
        finished.recipe(heat_map, shown, names(shown)),
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


def heat_map(rates: pd.DataFrame, called: dict[str, str], decimals: int = 0) -> go.Figure:
    """Draw growth as coloured cells, sectors (the first on top) by year; Covid's two years are marked.

    Parameters
    ----------
    rates
        Sector x year, a share; NaN stays empty.
    called
        Row label by sector.
    decimals
        Of the per cent in a cell: whole ones fit a dozen years on a phone; the exact figure is a touch away.
    """
    years = [int(each) for each in rates.columns]
    rows = [called[code] for code in rates.index]
    words = [[formats.percent(value) for value in row] for row in rates.to_numpy()]
    inside = [
        ["" if formats.is_missing(value) else _cell(value, decimals) for value in row]
        for row in rates.to_numpy()
    ]
    figure = charts.base(100 + 29 * len(rows), margin={"l": 10, "r": 10, "t": 10, "b": 34})
    colours = list(reversed(theme.DIVERGING))
    figure.add_heatmap(
        x=years, y=rows, z=rates.clip(-STRONGEST, STRONGEST).to_numpy(), text=inside, customdata=words,
        texttemplate="%{text}", textfont={"size": 12, "color": theme.INK}, xgap=2, ygap=2,
        zmin=-STRONGEST, zmid=0, zmax=STRONGEST, showscale=False, hoverongaps=False,
        colorscale=[[at / (len(colours) - 1), colour] for at, colour in enumerate(_pale(colours))],
        hovertemplate="%{y} %{x}: %{customdata}<extra></extra>",
    )  # fmt: skip
    covid = [year for year in findings.COVID if year in years]
    if covid:
        figure.add_vrect(
            x0=min(covid) - 0.5, x1=max(covid) + 0.5, line={"color": theme.MUTED, "width": 2, "dash": "dot"},
            fillcolor="rgba(0,0,0,0)",
        )  # fmt: skip
        figure.add_annotation(
            x=sum(covid) / len(covid), y=0, yref="paper", yanchor="top", yshift=-2, showarrow=False,
            text="Covid-19",
        )  # fmt: skip
    figure.update_xaxes(side="top", tickvals=years, fixedrange=True, showgrid=False)
    figure.update_yaxes(autorange="reversed", fixedrange=True, showgrid=False, ticksuffix=" ")
    return figure


def _cell(value: float, decimals: int) -> str:
    # Adding nought turns a rounded -0 into 0.
    return formats.fixed(round(value * 100, decimals) + 0.0, decimals)


def _pale(colours: list[str]) -> list[str]:
    """The scale without its darkest ends: figures stand in the cells in dark ink."""
    return [colours[1], colours[1], colours[2], colours[3], colours[4], colours[5], colours[5]]


def table(rates: pd.DataFrame) -> pd.DataFrame:
    """All sectors and years as numbers."""
    called = names(rates)
    frame = rates.rename(index=called)
    frame.columns = [str(each) for each in frame.columns]
    return frame.rename_axis(index=_("Lapangan usaha"), columns=None).reset_index()
