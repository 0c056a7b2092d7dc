"""The parts of the page that puts cities side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

import data
from findings.cities import comparison as findings
from i18n import _
from ui import choices, finished, pages, still, tables, widgets
from ui.comparison import charts as charts_comparison
from ui.comparison import words
from ui.comparison.charts import WIDTHS
from ui.still.cells import Cells
from ui.still.lines import Lines
from ui.still.quadrants import Quadrants
from ui.still.rows import Rows
from wording import periods
from wording.names import city_name, reference_label, word


@data.by_language()
def _indicators(cities: tuple[str, ...]) -> tuple[str, bool, str, tuple[str, ...]]:
    """Headline, whether there is any indicator, note and sources of the indicators side by side."""
    frame = findings.indicators(cities)
    found = len(frame) > 0
    return words.headline(frame), found, words.indicators_note(frame), tuple(frame["source_id"].unique())


def _indicator_table(cities: tuple[str, ...]) -> pd.DataFrame:
    return words.indicator_table(findings.indicators(cities), list(cities))


def indicators(cities: tuple[str, ...]) -> None:
    """Draw the indicators side by side, of one year wherever there is one."""
    headline, found, note, source_ids = _indicators(cities)
    st.header(headline)
    if found:
        tables.draw(finished.recipe(_indicator_table, cities), height=560)
        st.caption(note)
        with st.container(horizontal=True):
            widgets.download(
                lambda: _indicator_table(cities), "banding_indikator", key="banding_indikator_csv"
            )
            widgets.sources(source_ids, key="banding_indikator_sumber")
        widgets.caveat("two_hdi", "two_populations", "preliminary")


def sizes(cities: tuple[str, ...]) -> None:
    """Draw what exists for all 514: size and output of one quarter."""
    tables.draw(finished.recipe(_size_table, cities))
    widgets.caveat("one_quarter")


def _size_table(cities: tuple[str, ...]) -> pd.DataFrame:
    return words.sizes_table(findings.sizes(), list(cities))


@data.by_language()
def _structure(cities: tuple[str, ...], reference: str) -> tuple[str, tuple[str, ...]]:
    """Headline and sources of the cities' sectors."""
    frame = findings.structure(cities, reference)
    return words.structure_headline(frame, list(cities)), tuple(frame["source_id"].unique())


@data.by_version(*findings.TABLES)
def _wide(cities: tuple[str, ...], reference: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Shares and LQ (sector x city, the largest first)."""
    frame = findings.structure(cities, reference)
    shares = frame.pivot(index="sector", columns="region_code", values="share")[list(cities)]
    shares = shares.loc[shares.mean(axis=1).sort_values(ascending=False).index]
    # A tiny sector gives an LQ that says nothing: sectors under 1% everywhere are left out.
    kept = frame.groupby("sector")["small"].transform("all")
    quotients = frame[~kept].pivot(index="sector", columns="region_code", values="lq")[list(cities)]
    return shares, quotients.reindex([code for code in shares.index if code in quotients.index])


def _shares_drawn(cities: tuple[str, ...], reference: str) -> Cells:
    shares, _quotients = _wide(cities, reference)
    return charts_comparison.share_table(shares, _called(cities), _sectors(shares))


def _quotients_drawn(cities: tuple[str, ...], reference: str) -> Rows:
    shares, quotients = _wide(cities, reference)
    line = reference_label(reference).split(" (")[0]
    return charts_comparison.quotient_dots(quotients, _called(cities), _sectors(shares), line)


def _called(codes: Iterable[str]) -> dict[str, str]:
    return {code: words.short(code) for code in codes}


def _sectors(shares: pd.DataFrame) -> dict[str, str]:
    return {code: word("sector", code) for code in shares.index}


def structure(cities: tuple[str, ...], reference: str) -> None:
    """Draw shares and LQ of the sectors."""
    headline, source_ids = _structure(cities, reference)
    st.header(headline)
    common: dict[str, Any] = {
        "table": lambda: words.structure_table(findings.structure(cities, reference)),
        "source_ids": source_ids,
    }
    widgets.chart(
        still.cell_pictures(_shares_drawn, cities, reference, widths=WIDTHS),
        key="banding_struktur",
        alt=headline,
        reading=_(
            "Setiap kolom satu kota; angka adalah pangsa sektor dalam PDRB-nya. "
            "Warna makin pekat makin besar."
        ),
        note=_("PDRB {period}, harga berlaku.").format(period=periods.quarter()),
        **common,
    )
    st.header(_("Kekhasan sektor: di kanan garis, porsinya lebih besar daripada di pembanding"))
    widgets.chart(
        still.row_pictures(_quotients_drawn, cities, reference, widths=WIDTHS),
        key="banding_lq",
        alt=_("Kekhasan tiap sektor untuk kota-kota yang dibandingkan."),
        reading=_(
            "2 berarti porsi sektor itu dua kali porsinya di ekonomi pembanding. Skala kelipatan: setengah "
            "dan dua kali sama jauhnya dari garis. Yang di bawah 0,1 digambar pada 0,1."
        ),
        note=_("PDRB {period}, harga berlaku; pembanding: {reference}.").format(
            period=periods.quarter(), reference=reference_label(reference)
        ),
        **common,
    )


@data.by_language()
def _growth(cities: tuple[str, ...]) -> tuple[str, bool, str, str, tuple[str, ...]]:
    """Headline, whether there is a line to draw, reading, note, and the caveats of the cities' series."""
    index = findings.growth_index(cities)
    reading = _(
        "Setiap garis dimulai dari 100 pada {base}; 150 berarti ekonomi riil menjadi satu setengah kali."
    ).format(base=data.base_year())
    note = _("PDRB harga konstan {base}, indeks {base} = 100, angka final sampai {year}.").format(
        year=data.final_year(), base=data.base_year()
    )
    own = tuple(each.id for each in data.caveats_for("grdp_totals") if set(each.regions) & set(cities))
    return words.growth_headline(index), len(index) > 1, reading, note, own


def _growth_drawn(cities: tuple[str, ...]) -> Lines:
    index = findings.growth_index(cities)
    return charts_comparison.growth_lines(index, _called(index.index))


def growth(cities: tuple[str, ...]) -> None:
    """Draw real output since the base year as an index."""
    headline, drawn, reading, note, own = _growth(cities)
    st.header(headline)
    if drawn:
        widgets.chart(
            still.line_pictures(_growth_drawn, cities, widths=WIDTHS),
            key="banding_pertumbuhan",
            alt=headline,
            table=lambda: words.growth_table(findings.growth_index(cities)),
            reading=reading,
            source_ids=findings.growth_sources(cities),
            note=note,
        )
        widgets.caveat(*own)


@data.by_language()
def _quadrants(cities: tuple[str, ...]) -> tuple[str, str]:
    """Headline and note of the quadrants."""
    first, last, per_head = findings.klassen_years()
    note = _("Pertumbuhan {first}–{last} harga konstan; PDRB per kapita {year}.").format(
        first=first, last=last, year=periods.year(per_head)
    )
    return words.klassen_headline(findings.klassen(), list(cities)), note


def _quadrants_drawn(cities: tuple[str, ...]) -> Quadrants:
    return charts_comparison.klassen_quadrants(
        findings.klassen(), list(cities), _called(findings.choosable())
    )


def quadrants(members: tuple[str, ...]) -> None:
    """Draw the quadrants of growth and output per head."""
    headline, note = _quadrants(members)
    st.header(headline)
    widgets.chart(
        still.quadrant_pictures(_quadrants_drawn, members, widths=WIDTHS),
        key="banding_klassen",
        alt=headline,
        table=lambda: words.klassen_table(findings.klassen()),
        reading=_(
            "Garis putus-putus adalah semua kota anggota bersama-sama. Kanan: tumbuh lebih cepat; atas: PDRB "
            "per kapita lebih tinggi. Titik abu-abu adalah kota anggota lain."
        ),
        note=note,
    )


@data.by_language()
def _records(city: str) -> str:
    """Name, products and running applications of a city in three paragraphs of Markdown."""
    frame = findings.records()
    name = f"**{widgets.plain(words.short(city))}**"
    return "\n\n".join([name, *(words.records(frame, city, what) for what in ("product", "app"))])


def records(members: tuple[str, ...]) -> None:
    """Name the products and the running applications of each city."""
    st.header(_("Produk unggulan dan aplikasi yang berjalan"))
    for start in range(0, len(members), 3):
        for city, column in zip(members[start : start + 3], st.columns(3), strict=False):
            with column.container(border=True):
                st.markdown(_records(city))
    st.caption(_("Yang terdata saja; yang belum terdata tidak berarti tidak ada."))
    if members:
        widgets.download(lambda: _records_of(members), "banding_produk_aplikasi", key="banding_produk_csv")


def _records_of(members: tuple[str, ...]) -> pd.DataFrame:
    frame = findings.records()
    return words.records_table(frame[frame["region_code"].isin(members)])


@data.by_language()
def _alike(city: str, kota_only: bool, similar_size: bool, same_province: bool) -> tuple[str, str, str]:
    """Headline, code and name of the place most like a city; two empty texts where there is none."""
    alike = _most_like(city, kota_only, similar_size, same_province)
    first = alike.index[0] if len(alike) else ""
    return words.like_headline(alike, city), first, alike.at[first, "name"] if first else ""


def _most_like(city: str, kota_only: bool, similar_size: bool, same_province: bool) -> pd.DataFrame:
    return findings.most_like(
        city, kota_only=kota_only, similar_size=similar_size, same_province=same_province
    )


def _like_table(city: str, kota_only: bool, similar_size: bool, same_province: bool) -> pd.DataFrame:
    return words.like_table(_most_like(city, kota_only, similar_size, same_province))


def elsewhere(default: str) -> None:
    """Draw the places elsewhere that are most like one city."""
    st.header(_("Kota paling mirip di luar sana"))
    left, right = st.columns([1, 2])
    with left:
        city = choices.choose("mirip", findings.choosable(), _("Untuk kota"), default=default, show=city_name)
    with right, st.container(horizontal=True):
        kota_only = choices.flag("hanya_kota", _("Hanya kota"), default=True)
        same_size = choices.flag("seukuran", _("Penduduk setengah sampai dua kali"), default=True)
        other_province = choices.flag("luar_provinsi", _("Tanpa provinsi sendiri"), default=True)
    asked = (city, kota_only, same_size, not other_province)
    headline, first, name = _alike(*asked)
    st.subheader(headline)
    if first:
        tables.draw(finished.recipe(_like_table, *asked), height="content")
        st.caption(
            _(
                "Kemiripan susunan 17 sektor, 0 sampai 1, {period}. PDRB per penduduk "
                "memakai satu triwulan dan penduduk terdaftar."
            ).format(period=periods.quarter())
        )
        pages.link(
            "banding",
            _("Bandingkan {city} dengan {other}").format(city=city_name(city), other=name),
            icon=":material/compare:",
            banding=city,
            tolok=first,
        )
