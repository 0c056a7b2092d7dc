"""Part of the page on applications: who took over what from whom, and what proves it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.replication import AGREED, PROOFS, USE, VISIT
from findings import applications, replications
from i18n import _
from ui import choices, finished, tables, widgets
from ui.applications import charts, words
from ui.frame import my_city
from wording import formats
from wording.names import city_name, word
from wording.sources import source_address, source_text


def draw() -> None:
    """Draw what is told of replications: of my city, of every application, as a picture and on the map."""
    counts = replications.counts()
    st.header(
        _(
            "{used} pemakaian terbukti; {agreed} baru kesepakatan, {visits} baru kunjungan atau rencana"
        ).format(used=counts[USE], agreed=counts[AGREED], visits=counts[VISIT])
    )
    st.caption(
        _(
            "● sumber menyebut sudah dipakai, ◐ baru ada naskah yang ditandatangani (bukan bukti "
            "pemakaian), ○ kunjungan, studi, atau rencana. Tahun adalah tahun sumbernya."
        )
    )
    proofs = choices.choose_many(
        "bukti", PROOFS, _("Jenis bukti"), default=PROOFS, kind="pills", show=words.proof
    )
    rows = replications.all_of_them()
    rows = rows[rows["proof"].isin(proofs)]
    if rows.empty:
        st.info(_("Pilih sekurangnya satu jenis bukti."), icon=":material/filter_alt_off:")
        return
    _mine(my_city.shown(), proofs)
    _every(rows)
    _pictures(rows)


def _mine(city: str, proofs) -> None:
    """What the city gave and what it took, a sentence each with its year and source."""
    name = city_name(city)
    gave, took = replications.of_city(city)
    sides = (
        (_("Yang diberikan {city}").format(city=name), gave, _("aplikasi {city} yang dipakai daerah lain")),
        (_("Yang diambil {city}").format(city=name), took, _("aplikasi daerah lain yang diambil {city}")),
    )
    for column, (title, rows, nothing) in zip(st.columns(2), sides, strict=True):
        shown = rows[rows["proof"].isin(proofs)]
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{widgets.plain(title)}**")
            if shown.empty:
                st.caption(_("Belum terdata: {what}.").format(what=nothing.format(city=name)))
            for row in shown.itertuples():
                st.markdown(
                    f"{words.PROOF_SIGNS[row.proof]} {widgets.plain(words.replication(row))}, "
                    f"{words.told_when(row.year)}{_opened(row.source_id)}"
                )


def _opened(source_id: str) -> str:
    address = source_address(source_id)
    return (
        f" · [{_('Buka sumber')}](<{address}>)" if address else f" · {widgets.plain(source_text(source_id))}"
    )


def _every(rows: pd.DataFrame) -> None:
    """All of them by application, owner and user; what is in no table of applications stays text."""
    shown = rows.sort_values(
        ["app", "donor", "adopter"], key=lambda names: names.astype("str").str.casefold()
    )
    table = pd.DataFrame(
        {
            _("Aplikasi"): shown["app"],
            _("Pemilik"): shown["donor"],
            _("Pemakai"): shown["adopter"],
            _("Bukti"): [words.proof(code) for code in shown["proof"]],
            _("Tahun"): [words.told_when(year) for year in shown["year"]],
            _("Cara menurut sumber"): [
                text or _("disebut pada katalog saja") for text in shown["instrument"].fillna("")
            ],
            _("Alamat sumber"): shown["source_id"].map(source_address),
        }
    )
    text_only = shown.loc[shown["app_id"].isna(), "app"].nunique()
    st.subheader(_("Semua yang tercatat, menurut aplikasi"))
    tables.draw(
        table,
        key="aplikasi_replikasi",
        column_config={_("Alamat sumber"): st.column_config.LinkColumn(display_text=_("buka"))},
    )
    st.caption(
        _(
            "{count} nama tidak ada dalam katalog dan ditulis seperti pada sumbernya: biasanya paket, "
            "bukan satu aplikasi."
        ).format(count=formats.number(text_only))
    )
    with st.container(horizontal=True):
        widgets.download(lambda: _with_sources(shown), "replikasi_aplikasi", key="aplikasi_replikasi_csv")
        widgets.sources(shown["source_id"], key="aplikasi_replikasi_sumber")


def _with_sources(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        proof=[word("replication_proof", code) for code in rows["proof"]],
        source=rows["source_id"].map(source_text),
    ).drop(columns="documented")


def _pictures(rows: pd.DataFrame) -> None:
    reading = _(
        "Kiri pemilik, kanan pengadopsi; garis penuh terbukti dipakai, garis putus baru kesepakatan, garis "
        "titik kunjungan atau rencana. Sentuh garis untuk aplikasinya."
    )
    widgets.chart(
        finished.recipe(charts.network, rows),
        key="aplikasi_jaringan",
        alt=_("Garis dari pemilik aplikasi ke daerah yang memakai, bersepakat, atau melihatnya."),
        table=rows,
        reading=reading,
        source_ids=rows["source_id"],
    )
    places = applications.places(rows)
    drawn = rows[rows["donor_code"].isin(places.index) & rows["adopter_code"].isin(places.index)]
    if drawn.empty:
        return
    widgets.chart(
        finished.recipe(charts.takeover_map, drawn, places),
        key="aplikasi_peta",
        alt=_("Peta dengan panah dari pemilik ke pengadopsi."),
        table=drawn,
        reading=_(
            "Panah menuju kota yang mengambil; garis penuh terbukti dipakai, garis putus baru "
            "kesepakatan, garis titik kunjungan atau rencana."
        ),
        source_ids=drawn["source_id"],
        note=_("{count} di antaranya tidak tergambar: letak satu pihak tidak ada dalam data.").format(
            count=len(rows) - len(drawn)
        ),
    )
