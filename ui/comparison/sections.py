"""The parts of the page that puts cities side by side."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

import data
from findings.cities import comparison as findings
from i18n import _
from ui import choices, finished, pages, tables, widgets
from ui.comparison import charts as charts_comparison
from ui.comparison import words
from wording import periods
from wording.names import city_name, reference_label, word


@data.by_language()
def _indicators(cities: tuple[str, ...]) -> tuple[str, pd.DataFrame, str, tuple[str, ...]]:
    """Headline, table, note and sources of the indicators side by side."""
    frame = findings.indicators(cities)
    table = words.indicator_table(frame, list(cities))
    return words.headline(frame), table, words.indicators_note(frame), tuple(frame["source_id"].unique())


def indicators(cities: list[str]) -> None:
    """Draw the indicators side by side, of one year wherever there is one."""
    headline, table, note, source_ids = _indicators(tuple(cities))
    st.header(headline)
    if len(table):
        tables.draw(table, height=560)
        st.caption(note)
        with st.container(horizontal=True):
            widgets.download(table, "banding_indikator", key="banding_indikator_csv")
            widgets.sources(source_ids, key="banding_indikator_sumber")
        widgets.caveat("two_hdi", "two_populations", "preliminary")


@data.by_language()
def _sizes(cities: tuple[str, ...]) -> pd.DataFrame:
    return words.sizes_table(findings.sizes(), list(cities))


def sizes(cities: list[str]) -> None:
    """Draw what exists for all 514: size and output of one quarter."""
    tables.draw(_sizes(tuple(cities)))
    widgets.caveat("one_quarter")


@data.by_language()
def _structure(cities: tuple[str, ...], reference: str) -> tuple[str, pd.DataFrame, pd.DataFrame]:
    """Headline, shares and LQ (sector x city, the largest first) of the cities' sectors."""
    frame = findings.structure(cities, reference)
    shares = frame.pivot(index="sector", columns="region_code", values="share")[list(cities)]
    shares = shares.loc[shares.mean(axis=1).sort_values(ascending=False).index]
    # A tiny sector gives an LQ that says nothing: sectors under 1% everywhere are left out.
    kept = frame.groupby("sector")["small"].transform("all")
    quotients = frame[~kept].pivot(index="sector", columns="region_code", values="lq")[list(cities)]
    quotients = quotients.reindex([code for code in shares.index if code in quotients.index])
    return words.structure_headline(frame, list(cities)), shares, quotients


def structure(cities: list[str], reference: str) -> None:
    """Draw shares and LQ of the sectors."""
    frame = findings.structure(tuple(cities), reference)
    headline, shares, quotients = _structure(tuple(cities), reference)
    st.header(headline)
    names = {code: words.short(code) for code in cities}
    sectors = {code: word("sector", code) for code in shares.index}
    against = reference_label(reference)
    note = _("PDRB {period}, harga berlaku; pembanding: {reference}.").format(
        period=periods.quarter(), reference=against
    )
    common: dict[str, Any] = {
        "table": lambda: words.structure_table(frame),
        "source_ids": list(frame["source_id"].unique()),
    }
    widgets.chart(
        finished.chart(charts_comparison.share_table, shares, names, sectors),
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
        finished.chart(charts_comparison.quotient_dots, quotients, names, sectors, against.split(" (")[0]),
        key="banding_lq",
        alt=_("Kekhasan tiap sektor untuk kota-kota yang dibandingkan."),
        reading=_(
            "2 berarti porsi sektor itu dua kali porsinya di ekonomi pembanding. Skala kelipatan: setengah "
            "dan dua kali sama jauhnya dari garis. Yang di bawah 0,1 digambar pada 0,1."
        ),
        note=note,
        **common,
    )


def growth(cities: list[str]) -> None:
    """Draw real output since the base year as an index."""
    index = findings.growth_index(tuple(cities))
    st.header(words.growth_headline(index))
    if len(index) > 1:
        widgets.chart(
            finished.chart(
                charts_comparison.growth_lines, index, {code: words.short(code) for code in index.index}
            ),
            key="banding_pertumbuhan",
            alt=words.growth_headline(index),
            table=lambda: words.growth_table(index),
            reading=_(
                "Setiap garis dimulai dari 100 pada {base}; 150 berarti ekonomi riil "
                "menjadi satu setengah kali."
            ).format(base=data.base_year()),
            source_ids=findings.growth_sources(tuple(cities)),
            note=_("PDRB harga konstan {base}, indeks {base} = 100, angka final sampai {year}.").format(
                year=data.final_year(), base=data.base_year()
            ),
        )
        own = [each.id for each in data.caveats_for("grdp_totals") if set(each.regions) & set(cities)]
        widgets.caveat(*own)


def quadrants(members: list[str]) -> None:
    """Draw the quadrants of growth and output per head."""
    frame = findings.klassen()
    first, last, per_head = findings.klassen_years()
    st.header(words.klassen_headline(frame, members))
    widgets.chart(
        finished.chart(
            charts_comparison.klassen_quadrants,
            frame,
            members,
            {code: words.short(code) for code in data.cities().index},
        ),
        key="banding_klassen",
        alt=words.klassen_headline(frame, members),
        table=lambda: words.klassen_table(frame),
        reading=_(
            "Garis putus-putus adalah semua kota anggota bersama-sama. Kanan: tumbuh lebih cepat; atas: PDRB "
            "per kapita lebih tinggi. Titik abu-abu adalah kota anggota lain."
        ),
        note=_("Pertumbuhan {first}–{last} harga konstan; PDRB per kapita {year}.").format(
            first=first, last=last, year=periods.year(per_head)
        ),
    )


def records(members: list[str]) -> None:
    """Name the products and the running applications of each city."""
    frame = findings.records()
    st.header(_("Produk unggulan dan aplikasi yang berjalan"))
    for start in range(0, len(members), 3):
        for city, column in zip(members[start : start + 3], st.columns(3), strict=False):
            with column.container(border=True):
                st.markdown(f"**{widgets.plain(words.short(city))}**")
                for what in ("product", "app"):
                    st.markdown(words.records(frame, city, what))
    st.caption(_("Yang terdata saja; yang belum terdata tidak berarti tidak ada."))
    if members:
        widgets.download(
            lambda: words.records_table(frame[frame["region_code"].isin(members)]),
            "banding_produk_aplikasi",
            key="banding_produk_csv",
        )


def elsewhere(default: str) -> None:
    """Draw the places elsewhere that are most like one city."""
    st.header(_("Kota paling mirip di luar sana"))
    first, second = st.columns([1, 2])
    with first:
        city = choices.choose(
            "mirip", list(data.cities().index), _("Untuk kota"), default=default, show=city_name
        )
    with second, st.container(horizontal=True):
        kota_only = choices.flag("hanya_kota", _("Hanya kota"), default=True)
        same_size = choices.flag("seukuran", _("Penduduk setengah sampai dua kali"), default=True)
        other_province = choices.flag("luar_provinsi", _("Tanpa provinsi sendiri"), default=True)
    alike = findings.most_like(
        city, kota_only=kota_only, similar_size=same_size, same_province=not other_province
    )
    st.subheader(words.like_headline(alike, city))
    if len(alike):
        tables.draw(words.like_table(alike), height="content")
        st.caption(
            _(
                "Kemiripan susunan 17 sektor, 0 sampai 1, {period}. PDRB per penduduk "
                "memakai satu triwulan dan penduduk terdaftar."
            ).format(period=periods.quarter())
        )
        first = alike.index[0]
        pages.link(
            "banding",
            _("Bandingkan {city} dengan {other}").format(city=city_name(city), other=alike.at[first, "name"]),
            icon=":material/compare:",
            banding=city,
            tolok=first,
        )
