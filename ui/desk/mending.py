"""Bad cells, mended in the page: the file itself is not touched, and what was typed is kept with it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data.validation import Report
from i18n import _
from ui.desk import kept
from ui.desk.actions import Upload
from wording import formats

MOST = 200


def mended(prefix: str) -> dict[tuple[int, str], str]:
    """Return the cells corrected so far: (line, heading) -> what stands there now."""
    return kept.kept().get(f"{prefix}_diperbaiki", {})


def draw_done(report: Report, upload: Upload) -> None:
    """Say how many cells were mended here, and offer to take that back."""
    prefix = kept.prefix(upload, report.table)
    done = mended(prefix)
    if not done:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("{count} sel diperbaiki di halaman ini.").format(count=formats.number(len(done))))
        undo, icon = _("Batalkan perbaikan"), ":material/undo:"
        st.button(undo, on_click=_undo, args=(prefix,), icon=icon, type="tertiary", key=f"{prefix}_batal")


def draw(report: Report, upload: Upload) -> None:
    """Draw the cells that stop the file, each with a place for what it should say."""
    prefix = kept.prefix(upload, report.table)
    done = mended(prefix)
    cells = _cells(report)
    if cells.empty:
        return
    heading = _("Isi yang benar")
    shown = cells.rename(
        columns={
            "line": _("Baris"),
            "column": _("Kolom"),
            "value": _("Isi"),
            "reason": _("Sebabnya"),
            "right": heading,
        }
    )
    with st.expander(
        _("Perbaiki selnya di sini, tanpa kembali ke Excel"), expanded=True, icon=":material/edit_note:"
    ):
        with st.form(f"{prefix}_perbaiki", border=False):
            edited = st.data_editor(
                shown,
                hide_index=True,
                disabled=[name for name in shown.columns if name != heading],
                column_config={heading: st.column_config.TextColumn(required=False, width="medium")},
                num_rows="fixed",
                key=f"{prefix}_sel_{len(done)}",
            )
            if st.form_submit_button(_("Terapkan dan periksa lagi"), icon=":material/rule:", type="primary"):
                _apply(prefix, cells, edited[heading].tolist())


def _cells(report: Report) -> pd.DataFrame:
    """Return the cells with an error, one row each: line, heading, value, reasons, and what it should be."""
    if report.raw is None:
        return pd.DataFrame(columns=["line", "column", "value", "reason", "right"])
    problems = report.problems
    here = problems["line"].notna() & problems["column"].isin(list(report.raw.columns))
    wrong = problems[(problems["severity"] == "error") & here]
    cells = (
        wrong.groupby(["line", "column"], sort=False, as_index=False)
        .agg(value=("value", "first"), reason=("reason", " ".join))
        .head(MOST)
    )
    cells["line"] = cells["line"].astype("int64")
    return cells.assign(right="")


def _apply(prefix: str, cells: pd.DataFrame, right: list[str | None]) -> None:
    typed = {
        (int(line), column): text.strip()
        for line, column, text in zip(cells["line"], cells["column"], right, strict=True)
        if text and text.strip()
    }
    if typed:
        kept.kept()[f"{prefix}_diperbaiki"] = {**mended(prefix), **typed}
        st.rerun()


def _undo(prefix: str) -> None:
    kept.kept().pop(f"{prefix}_diperbaiki", None)
