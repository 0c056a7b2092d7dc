"""Section: files to fill and to take away, and what each column means."""

from __future__ import annotations

from functools import partial

import streamlit as st

import data
from data import templates
from data.changes.differences import city_columns
from data.schema import TABLES
from data.versioning import versions
from i18n import _, language
from ui import choices, tables, widgets
from ui.desk import words as data_words
from wording.names import city_name
from wording.phrases import dated

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EVERYTHING = "semua"
LARGE = 20_000


def draw() -> None:
    """Draw the downloads of one table and its dictionary."""
    left, right = st.columns(2)
    with left:
        table = data_words.choose_table()
    spec, frame = TABLES[table], data.load(table)
    region = EVERYTHING
    # Of rows of two cities the first column of regions alone would leave half of a city's out.
    if spec.region_column and len(city_columns(table)) == 1:
        with right:
            region = choices.choose(
                "untuk",
                [EVERYTHING, *data.cities().index],
                _("Baris milik"),
                show=lambda code: _("semua wilayah") if code == EVERYTHING else city_name(code),
            )
    st.header(
        _("{table}: {rows}, edisi data {edition}").format(
            table=data_words.table_name(table),
            rows=data_words.rows(len(frame)),
            edition=dated(versions.current_edition()),
        )
    )
    st.markdown(widgets.plain(spec.description.in_(language())))
    st.caption(_("Sumber: {source}").format(source=widgets.plain(spec.source.in_(language()))))
    remarks = data.caveats_for(table)
    if remarks:
        with st.expander(_("Yang perlu diketahui tentang tabel ini ({count})").format(count=len(remarks))):
            for each in remarks:
                st.markdown(f"- {widgets.plain(each.text)}")
    _templates(table)
    _current(table, None if region == EVERYTHING else region)
    _dictionary(table)
    st.caption(
        _("Untuk program lain: {address} (semua tabel dengan skemanya, CSV dan JSON menurut versi).").format(
            address="[/api/v1/datapackage.json](/api/v1/datapackage.json)"
        )
    )


def _templates(table: str) -> None:
    with st.container(border=True):
        st.markdown(_("**Templat untuk diisi**"))
        st.caption(
            _(
                "Judul kolom dan satu baris contoh yang harus diganti. Buku kerja XLSX juga memuat daftar "
                "kode dan kamus data, dan menjaga kode seperti 00 tetap utuh."
            )
        )
        with st.container(horizontal=True):
            _file(_("Templat XLSX"), partial(templates.template_xlsx, table), f"{table}_templat.xlsx")
            _file(_("Templat CSV"), partial(templates.template_csv, table), f"{table}_templat.csv")


def _current(table: str, region: str | None) -> None:
    edition = versions.current_edition()
    name = f"{table}_{region}_edisi{edition}" if region else f"{table}_edisi{edition}"
    with st.container(border=True):
        st.markdown(_("**Data yang berlaku**"))
        st.caption(
            _(
                "Dapat diperbaiki lalu diunggah kembali. CSV memakai titik koma dan koma desimal, seperti "
                "Excel Indonesia; nama wilayah ikut disertakan sebagai pembanding kode."
            )
        )
        with st.container(horizontal=True):
            _file(_("Data XLSX"), partial(templates.current_xlsx, table, region=region), f"{name}.xlsx")
            _file(_("Data CSV"), partial(templates.current_csv, table, region=region), f"{name}.csv")
        if region is None and len(data.load(table)) > LARGE:
            st.caption(_("Tabel ini besar: menyiapkan XLSX memerlukan sampai setengah menit."))


def _dictionary(table: str) -> None:
    st.markdown(_("**Kamus data**"))
    tables.draw(
        templates.dictionary(table),
        column_config={
            _("kolom"): st.column_config.TextColumn(pinned=True),
            _("penjelasan"): st.column_config.TextColumn(width="large"),
        },
        key=f"kamus_{table}",
    )
    with st.container(horizontal=True):
        widgets.download(
            lambda: templates.dictionary(table),
            f"{table}_kamus",
            key="kamus_csv",
            label_text=_("Unduh kamus data"),
        )
        widgets.download(
            lambda: templates.code_lists(table),
            f"{table}_kode",
            key="kode_csv",
            label_text=_("Unduh daftar kode"),
        )


def _file(label: str, make: partial, name: str) -> None:
    st.download_button(
        label,
        widgets.as_seen(make),
        file_name=name,
        mime=XLSX if name.endswith("xlsx") else "text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"unduh_{label}",
    )
