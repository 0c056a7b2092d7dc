"""The problems found in an upload: counted, filtered, taken away."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data.validation import Report
from i18n import N_, _
from ui import choices, tables, widgets
from ui.desk import mending, shape
from ui.desk.actions import Upload
from wording import formats

SEVERITIES = {"error": N_("Kesalahan"), "warning": N_("Peringatan")}
MOST_SHOWN = 2_000
# What the person agreed to with the table before and after.
SHOWN_ABOVE = frozenset(
    (
        *("unfolded", "names_read", "lines_above", "note_lines", "labels_read", "unit_converted"),
        *("missing_optional", "total_row", "part_row", "other_total"),
    )
)
# Cells wrap from four times the type size on.
WRAPPING = 76


def draw(report: Report, upload: Upload) -> bool:
    """Draw all problems; return whether the reading may go on to be published."""
    mending.draw_done(report, upload)
    problems = report.problems
    errors = int((problems["severity"] == "error").sum())
    warnings = len(problems) - errors
    if problems.empty:
        st.success(_("Tidak ada yang perlu diperbaiki."), icon=":material/check_circle:")
        return report.ok
    if report.errors:
        st.error(
            _(
                "{errors} kesalahan dan {warnings} peringatan. Kesalahan harus diperbaiki di halaman ini "
                "atau di berkas Anda; semuanya tercantum di bawah ini sekaligus."
            ).format(errors=formats.number(report.errors), warnings=formats.number(warnings)),
            icon=":material/error:",
        )
    else:
        st.warning(
            _("Tidak ada kesalahan; {warnings} peringatan perlu Anda periksa.").format(
                warnings=formats.number(warnings)
            ),
            icon=":material/warning:",
        )
    if report.errors:
        mending.draw(report, upload)
    _table(problems, upload)
    _downloads(report)
    if not report.ok:
        return False
    if not shape.confirmed(report, upload):
        st.info(
            _("Setujui dulu cara membaca tabelnya di bagian 1; setelah itu perubahannya ditampilkan."),
            icon=":material/table_view:",
        )
        return False
    if report.recognised.unfolded and {problem.code for problem in report.found} <= SHOWN_ABOVE:
        return True
    return st.checkbox(
        _("Saya sudah memeriksa {warnings} peringatan ini; datanya memang begitu").format(
            warnings=formats.number(warnings)
        ),
        key=f"diperiksa_{report.table}_{upload.sha256[:12]}",
    )


def _table(problems: pd.DataFrame, upload: Upload) -> None:
    columns = [name for name in dict.fromkeys(problems["column"]) if name]
    key = upload.sha256[:12]
    left, right = st.columns([2, 3])
    with left:
        severity = st.pills(
            _("Jenis"),
            list(SEVERITIES),
            selection_mode="multi",
            default=list(SEVERITIES),
            format_func=lambda code: _(SEVERITIES[code]),
            key=f"jenis_masalah_{key}",
        )
    with right:
        chosen = st.multiselect(_("Kolom"), columns, placeholder=_("Semua"), key=f"kolom_masalah_{key}")
    found = problems[problems["severity"].isin(severity)]
    if chosen:
        found = found[found["column"].isin(chosen)]
    st.caption(choices.count_shown(len(found), len(problems), _("masalah")))
    tables.draw(
        _in_words(found.head(MOST_SHOWN)),
        row_height=WRAPPING,
        column_config={
            _("Jenis"): st.column_config.TextColumn(width=95),
            _("Baris"): st.column_config.TextColumn(width=60, alignment="right"),
            _("Kolom"): st.column_config.TextColumn(width=125),
            _("Isi"): st.column_config.TextColumn(width=100),
            _("Masalah"): st.column_config.TextColumn(width=225),
            _("Cara memperbaiki"): st.column_config.TextColumn(width=225),
        },
        key=f"masalah_{key}",
    )
    if len(found) > MOST_SHOWN:
        st.caption(
            _("Ditampilkan {count} yang pertama; semuanya ada pada unduhan.").format(
                count=formats.number(MOST_SHOWN)
            )
        )


def _in_words(problems: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Jenis"): [_(SEVERITIES[code]) for code in problems["severity"]],
            _("Baris"): ["" if pd.isna(line) else str(line) for line in problems["line"]],
            _("Kolom"): problems["column"].tolist(),
            _("Isi"): problems["value"].tolist(),
            _("Masalah"): problems["reason"].tolist(),
            _("Cara memperbaiki"): problems["remedy"].tolist(),
        }
    )


def _downloads(report: Report) -> None:
    with st.container(horizontal=True):
        widgets.download(
            lambda: _in_words(report.problems),
            f"{report.table}_masalah",
            key="masalah_csv",
            label_text=_("Unduh daftar masalah"),
        )
        if report.raw is not None:
            widgets.download(
                report.marked,
                f"{report.table}_bertanda",
                key="bertanda_csv",
                label_text=_("Unduh baris Anda dengan tandanya"),
            )
