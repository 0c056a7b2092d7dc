"""What was recognised in an upload, and the controls that correct it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from data.reading import ENCODINGS, SEPARATORS
from data.schema import TABLES
from data.validation import Recognised, Report
from i18n import N_, _
from ui import tables, widgets
from ui.desk import kept, mending, once, shape
from ui.desk import words as data_words
from ui.desk.actions import Upload
from wording import formats

KINDS = {"csv": N_("CSV"), "xlsx": N_("buku kerja XLSX")}
SIGNS = {";": N_("titik koma"), ",": N_("koma"), "\t": N_("tab"), "|": N_("garis tegak")}
MARKS = {",": N_("koma (1.234,5)"), ".": N_("titik (1,234.5)")}
EVIDENCE = {
    "chosen": N_("pilihan Anda"),
    "cells": N_("dari angkanya sendiri"),
    "file": N_("dari kolom lain"),
    "separator": N_("dari pemisah kolom"),
    "none": N_("tidak ada tanda desimal"),
}
SCHEMES = {
    "bps": N_("Kode wilayahnya kode BPS."),
    "kemendagri": N_("Kode wilayahnya kode Kemendagri."),
    "suspect": N_("Kode wilayahnya mungkin kode Kemendagri: angkanya lebih cocok dengan itu."),
    "unconfirmed": N_("Kode wilayahnya ada di daftar BPS maupun Kemendagri; tidak ada yang memastikan."),
}
# Problem -> what the person may say about the file.
REMEDIES = {
    "translate_codes": (
        ("home_affairs", "dotted", "codes_suspect", "codes_unconfirmed", "home_affairs_translated"),
        N_("Terjemahkan kode Kemendagri menjadi kode BPS"),
        N_("Kedua daftar kode bertumpang tindih: BPS 1275 adalah Medan, Kemendagri 12.75 adalah Binjai."),
    ),
    "translate_names": (
        ("label_given", "missing_code", "label_translated"),
        N_("Terjemahkan nama menjadi kode"),
        N_("Nama wilayah, lapangan usaha, kategori, dan sejenisnya dibaca sebagai kodenya."),
    ),
    "restore_zeros": (
        ("zero_lost", "zero_restored"),
        N_("Pulihkan angka nol yang hilang dari kode"),
        N_("Excel membuang nol di depan atau di belakang kode yang dianggapnya angka."),
    ),
}
ROLES = {
    "name": N_("nama wilayah"),
    "parent": N_("provinsi, pembanding kode"),
    "quarter": N_("triwulan, digabung dengan tahun"),
    "unit": N_("satuan angka"),
    "proof": N_("nama, pembanding kode"),
}
PREVIEWED = 20
NOT_READ = ""


def said(upload: Upload, table: str) -> dict[str, object]:
    """Return what the person has said about the file, as the checker takes it."""
    prefix = kept.prefix(upload, table)
    named = ("encoding", "separator", "decimal", "sheet", "header_line")
    found: dict[str, object] = {name: kept.value(f"{prefix}_{name}") for name in named}
    found |= {name: bool(kept.value(f"{prefix}_{name}")) for name in REMEDIES}
    headings = kept.kept().get(f"{prefix}_headings", {})
    columns = {heading: kept.value(key) for heading, key in headings.items()}
    found["columns"] = {heading: column for heading, column in columns.items() if column is not None}
    found["constants"] = once.constants(prefix)
    found["mended"] = dict(mending.mended(prefix))
    return {name: value for name, value in found.items() if value not in (None, False, {})}


def draw(report: Report, upload: Upload, table: str) -> None:
    """Draw what was recognised, and under it what can be corrected."""
    recognised, prefix = report.recognised, kept.prefix(upload, table)
    if recognised.kind:
        st.markdown(_sentence(recognised))
    if recognised.fitting:
        _pick(f"{prefix}_sheet", _("Lembar yang dimaksud"), recognised.fitting, str, recognised.sheet)
    once.draw(report, upload, table)
    shape.draw_unmapped(report, upload, table)
    _remedies(report, prefix)
    shape.draw(report, upload)
    if recognised.columns:
        tables.draw(_columns(recognised, table), key=f"{prefix}_dikenali")
    unsure = bool(recognised.ambiguous or recognised.unknown or not recognised.kind)
    with st.expander(_("Perbaiki cara membacanya"), expanded=unsure, icon=":material/tune:"):
        _corrections(recognised, prefix)
        _mapping(recognised, table, prefix)
    if report.frame is not None:
        with st.expander(_("Lihat {count} baris pertama seperti terbaca").format(count=PREVIEWED)):
            tables.draw(data_words.shown(table, report.frame, PREVIEWED), key=f"{prefix}_terbaca")


def _sentence(recognised: Recognised) -> str:
    parts = [_(KINDS[recognised.kind])]
    if recognised.encoding:
        parts.append(recognised.encoding.upper())
    if recognised.separator:
        sign = SIGNS.get(recognised.separator, recognised.separator)
        parts.append(_("pemisah {sign}").format(sign=_(sign)))
    if recognised.sheet:
        parts.append(_("lembar “{sheet}”").format(sheet=widgets.plain(recognised.sheet)))
    if recognised.header_line:
        parts.append(_("judul kolom pada baris {line}").format(line=recognised.header_line))
    sentence = _("Dibaca sebagai {parts}: **{rows}**.").format(
        parts=", ".join(parts), rows=_("{count} baris data").format(count=formats.number(recognised.rows))
    )
    scheme = SCHEMES.get(recognised.codes, "")
    return f"{sentence} {_(scheme)}".rstrip()


def _columns(recognised: Recognised, table: str) -> pd.DataFrame:
    rows = []
    moved = {heading for headings in recognised.unfolded.values() for heading in headings}
    for heading, column in recognised.columns.items():
        mark = recognised.decimal.get(column, "")
        evidence = EVIDENCE.get(recognised.evidence.get(column, ""), "")
        doubt = _(" (dapat dibaca lain)") if column in recognised.ambiguous else ""
        if heading in moved:
            mark = evidence = ""
            read_as = _("angka, disusun menjadi baris")
        else:
            read_as = _read_as(recognised, table, heading, column)
        rows.append(
            {
                _("Judul dalam berkas"): heading,
                _("Dibaca sebagai"): read_as,
                _("Tanda desimal"): f"{_(MARKS[mark])}{doubt}" if mark in MARKS else "",
                _("Diketahui"): _(evidence),
            }
        )
    for column in (*recognised.missing, *recognised.missing_optional):
        required = column in recognised.missing
        rows.append(
            {
                _("Judul dalam berkas"): formats.MISSING,
                _("Dibaca sebagai"): data_words.column_name(table, column),
                _("Tanda desimal"): "",
                _("Diketahui"): _("tidak ada, padahal wajib") if required else _("tidak ada, boleh kosong"),
            }
        )
    return pd.DataFrame(rows)


def _read_as(recognised: Recognised, table: str, heading: str, column: str) -> str:
    """What a column of the file was taken for, in words."""
    if column:
        return data_words.column_name(table, column)
    role = recognised.roles.get(heading, "")
    return _(ROLES[role]) if role else _("tidak dibaca")


def _remedies(report: Report, prefix: str) -> None:
    """Offer what mends many cells at once; nothing is translated unless somebody says so."""
    codes = {problem.code for problem in report.found}
    for name, (problems, label, why) in REMEDIES.items():
        key = f"{prefix}_{name}"
        if name == "translate_names" and report.recognised.unfolded:
            continue  # shown with the table before and after
        if codes & set(problems) or kept.value(key):
            st.session_state[key] = bool(kept.value(key))
            st.checkbox(_(label), key=key, help=_(why))
            kept.kept()[key] = st.session_state[key]


def _corrections(recognised: Recognised, prefix: str) -> None:
    columns = st.columns(3)
    with columns[0]:
        if recognised.kind == "xlsx" and not recognised.fitting:
            _pick(f"{prefix}_sheet", _("Lembar"), recognised.sheets, str, recognised.sheet)
        elif recognised.kind != "xlsx":
            _pick(f"{prefix}_encoding", _("Pengodean huruf"), list(ENCODINGS), str.upper, recognised.encoding)
            _pick(
                f"{prefix}_separator",
                _("Pemisah kolom"),
                SEPARATORS,
                lambda sign: _(SIGNS[sign]),
                recognised.separator,
            )
    with columns[1]:
        found = set(recognised.decimal.values())
        _pick(
            f"{prefix}_decimal",
            _("Tanda desimal"),
            list(MARKS),
            lambda mark: _(MARKS[mark]),
            found.pop() if len(found) == 1 else "",
        )
    with columns[2]:
        key = f"{prefix}_header_line"
        kept.seed(key)
        st.number_input(
            _("Baris judul kolom"),
            min_value=1,
            max_value=1000,
            value=None,
            placeholder=_("otomatis"),
            key=key,
        )
        kept.kept()[key] = st.session_state[key]


def _pick(key: str, label: str, options: Sequence[str], show: Callable[[str], str], recognised: str) -> None:
    """Draw one correction; nothing chosen leaves it to what was recognised."""
    kept.pick(key, label, options, show, empty=kept.automatic(options, show, recognised, key))


def _found(recognised: Recognised, table: str, heading: str, key: str) -> str:
    """What a column was taken for by itself, for the place where another choice may stand."""
    if kept.value(key) is not None:
        return _("otomatis")
    moved = any(heading in headings for headings in recognised.unfolded.values())
    column = recognised.columns[heading]
    found = _("angka, disusun menjadi baris") if moved else _read_as(recognised, table, heading, column)
    return _("otomatis: {found}").format(found=found)


def _mapping(recognised: Recognised, table: str, prefix: str) -> None:
    if not recognised.columns:
        return
    st.markdown(_("**Kolom mana berisi apa**"))
    options = [NOT_READ, *TABLES[table].names]

    def show(column: str) -> str:
        return data_words.column_name(table, column) if column else _("tidak dibaca")

    headings = kept.kept().setdefault(f"{prefix}_headings", {})
    asked = kept.kept().get(f"{prefix}_belum_dipasangkan", {})
    columns = st.columns(3)
    for position, heading in enumerate(recognised.columns):
        if heading in asked:
            continue
        key = f"{prefix}_kolom_{position}"
        headings[heading] = key
        with columns[position % 3]:
            name = widgets.plain(heading) or _("(tanpa judul)")
            kept.pick(key, name, options, show, empty=_found(recognised, table, heading, key))
