"""The register of agreements, and apart from it meetings and visits: filters, timeline, network, list."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from findings.cooperation import register as findings
from i18n import N_, _
from ui import choices, finished, tables, widgets
from ui.cooperation import charts as charts_cooperation
from wording import formats
from wording.names import city_name, city_names, word
from wording.sources import source_text

SORTS = {"naskah": N_("Perjanjian"), "pertemuan": N_("Pertemuan dan kunjungan")}
KINDS = ("anggota", "daerah", "luar_negeri", "lain", "kelompok")
ANY_YEAR = "semua"


def draw() -> None:
    """Draw the whole part."""
    sort = choices.choose(
        "jenis", list(SORTS), _("Jenis"), kind="segmented", show=lambda code: _(SORTS[code])
    )
    agreements = sort == "naskah"
    everything = findings.select(findings.register(), agreements=agreements)
    found = _filtered(everything, agreements)
    with st.container(horizontal=True, vertical_alignment="center"):
        what = _("perjanjian") if agreements else _("pertemuan dan kunjungan")
        st.markdown(f"**{choices.count_shown(len(found), len(everything), what)}**")
        widgets.download(
            lambda: found.drop(columns=["members", "day", "row"]), "kerja_sama", key="register_csv"
        )
    if not agreements:
        st.caption(_("Pertemuan dan kunjungan bukan perjanjian dan tidak mengikat siapa pun."))
    if found.empty:
        st.info(_("Tidak ada catatan yang cocok; longgarkan saringan."), icon=":material/filter_alt_off:")
        return
    _timeline(found)
    _network(found, agreements)
    _list(found)


def _filtered(everything: pd.DataFrame, agreements: bool) -> pd.DataFrame:
    first, second = st.columns(2)
    with first:
        text = choices.text("cari", _("Cari"), placeholder=_("pihak, pokok, uraian"))
        cities = choices.choose_many("anggota", list(data.cities().index), _("Kota anggota"), show=city_name)
    with second:
        kinds = choices.choose_many("mitra", KINDS, _("Ada pihak dari"), show=charts_cooperation.kind_words)
        years = [ANY_YEAR, *map(str, sorted(everything["year"].dropna().unique(), reverse=True))]
        since, until = st.columns(2)
        with since:
            start = choices.choose("sejak", years, _("Sejak tahun"), show=_year)
        with until:
            end = choices.choose("sampai", years, _("Sampai tahun"), show=_year)
    instruments = []
    if agreements:
        instruments = choices.choose_many(
            "instrumen",
            findings.AGREEMENTS,
            _("Bentuk naskah"),
            kind="pills",
            show=lambda code: word("instrument", code),
        )
    if ANY_YEAR not in (start, end) and start > end:
        st.warning(
            _("Tahun awal {start} sesudah tahun akhir {end}; urutannya dibalik.").format(start=start, end=end)
        )
        start, end = end, start
    return findings.select(
        everything,
        text=text,
        cities=tuple(cities),
        instruments=tuple(instruments),
        kinds=tuple(kinds),
        first=None if start == ANY_YEAR else int(start),
        last=None if end == ANY_YEAR else int(end),
    )


def _year(code: str) -> str:
    return _("Semua tahun") if code == ANY_YEAR else code


def _collective() -> frozenset[int]:
    whose = findings.parties()
    return frozenset(whose.loc[whose["kind"] == findings.GROUP, "row"])


def _timeline(found: pd.DataFrame) -> None:
    since = findings.first_year()
    recent = found[found["year"].fillna(0) >= since]
    older = found[found["year"].fillna(since) < since]
    undated = int(found["day"].isna().sum())
    if recent.empty:
        return
    st.header(_headline(recent))
    said = []
    if undated:
        said.append(_("{count} tanpa tanggal di sumbernya").format(count=undated))
    if len(older):
        years = formats.listing(sorted(str(year) for year in older["year"]))
        said.append(_("{count} dari {years}").format(count=len(older), years=years))
    widgets.chart(
        finished.recipe(charts_cooperation.timeline, recent, city_names(), _collective()),
        key="register_waktu",
        alt=_("Catatan kerja sama menurut tanggal dan kota; bentuk tanda menyatakan naskahnya."),
        table=recent.drop(columns=["members", "row"]),
        reading=_(
            "Satu baris satu kota, satu tanda satu catatan. Warna dan bentuk menyatakan naskahnya. Bila "
            "hanya tahun atau bulan yang diketahui, tanda berdiri di tengahnya. Sentuh tanda untuk isinya."
        ),
        source_ids=recent["source_id"],
        note=_("Tidak tergambar, tetapi ada di daftar: {what}.").format(what=formats.listing(said))
        if said
        else None,
    )


def _headline(recent: pd.DataFrame) -> str:
    cities = recent["members"].explode().dropna().value_counts()
    return _("{city} paling sering tercatat: {count} kali sejak {year}").format(
        city=city_name(cities.index[0]) if len(cities) else "–",
        count=int(cities.iloc[0]) if len(cities) else 0,
        year=int(recent["year"].min()),
    )


def _network(found: pd.DataFrame, agreements: bool) -> None:
    ties = findings.ties(agreements)
    shown = set(found["row"])
    ties = ties[ties["rows"].map(lambda rows: bool(set(rows) & shown))]
    if ties.empty:
        return
    inner = ties[ties["partner_kind"] == findings.MEMBER]
    st.header(
        _("{count} hubungan terdata, {inner} di antaranya antara dua kota anggota").format(
            count=len(ties), inner=len(inner)
        )
    )
    whole = found[found["agreement"] & found["row"].isin(_collective())]
    for row in whole.itertuples():
        st.markdown(
            widgets.plain(
                _("Selain itu, satu naskah mengikat semua: {subject} ({day}).").format(
                    subject=row.subject, day=formats.day(row.date)
                )
            )
        )
    widgets.chart(
        finished.recipe(charts_cooperation.network, ties, city_names()),
        key="register_jaringan",
        alt=_("Garis antara kota anggota di kiri dan mitranya di kanan."),
        table=ties.drop(columns="rows"),
        reading=_(
            "Kiri kota anggota, kanan pihak lain; bentuk tandanya menyatakan jenis pihak. "
            "Lengkung di kiri menghubungkan dua kota anggota. Kegiatan perkumpulan tidak digambar sebagai "
            "hubungan dua kota."
        ),
        source_ids=found["source_id"],
    )


def _list(found: pd.DataFrame) -> None:
    whose = findings.parties()
    outside = whose[whose["kind"].isin([findings.REGION, findings.ABROAD, findings.OTHER])]
    strangers = outside.groupby("row")["name"].agg("; ".join)
    st.header(_("Daftar lengkap"))
    tables.draw(
        pd.DataFrame(
            {
                _("Tanggal"): found["date"].map(formats.day),
                _("Bentuk"): found["instrument"].map(lambda code: word("instrument", code)),
                _("Pihak pertama"): found["party_a"],
                _("Pihak kedua"): found["party_b"],
                _("Di luar kota anggota"): found["row"].map(strangers).fillna(formats.MISSING),
                _("Pokok"): found["subject"],
                _("Uraian"): found["description"].fillna(formats.MISSING),
                _("Sumber"): found["source_id"].map(source_text),
            }
        ),
        height=420,
    )
    widgets.sources(found["source_id"], key="register_sumber")
