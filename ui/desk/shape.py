"""Before and after: how a wide table was turned into rows, shown and asked once."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data.schema import INDICATORS, label
from data.validation import Report
from i18n import _
from ui import tables, widgets
from ui.desk import kept
from ui.desk import words as data_words
from ui.desk.actions import Upload
from wording import formats

ROWS, COLUMNS = 3, 8
HIDDEN = ("source_id", "note")
NOT_READ = ""


def confirmed(report: Report, upload: Upload) -> bool:
    """Whether the reading of an unfolded table was agreed to; a long table needs no agreement."""
    if not report.recognised.unfolded:
        return True
    return bool(kept.value(f"{kept.prefix(upload, report.table)}_bentuk"))


def draw(report: Report, upload: Upload) -> None:
    """Draw what became of the first rows and ask whether it is right; nothing for a long table."""
    recognised, prefix = report.recognised, kept.prefix(upload, report.table)
    if not recognised.unfolded or report.frame is None or report.raw is None:
        return
    with st.container(border=True):
        dimensions = [data_words.column_name(report.table, name) if name != "quarter" else _("Triwulan")
                      for name in recognised.unfolded]  # fmt: skip
        count = len(next(iter(recognised.unfolded.values())))
        st.markdown(
            _(
                "**Tabel melebar: {count} kolom angka dibaca sebagai {dimensions}, satu baris setiap angka**"
            ).format(count=formats.number(count), dimensions=widgets.plain(formats.listing(dimensions)))
        )
        st.caption(_("Sebelum: baris pertama berkas Anda"))
        tables.draw(_before(report.raw), key=f"{prefix}_sebelum")
        st.caption(_("Sesudah: baris pertama yang akan disimpan"))
        tables.draw(_after(report.table, report.frame), key=f"{prefix}_sesudah")
        key = f"{prefix}_bentuk"
        kept.seed(key)
        st.session_state[key] = bool(st.session_state[key])
        st.checkbox(_("Ya, tabelnya memang dibaca begini"), key=key)
        kept.kept()[key] = st.session_state[key]


def _before(raw: pd.DataFrame) -> pd.DataFrame:
    raw = raw.head(ROWS).iloc[:, :COLUMNS]
    shown = pd.DataFrame({at: raw.iloc[:, at].tolist() for at in range(raw.shape[1])})
    names = [str(name).replace("\n", " ")[:40] for name in raw.columns]
    shown.columns = [
        name if names.count(name) == 1 else f"{name} ({at + 1})" for at, name in enumerate(names)
    ]
    return shown


def _after(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    first = frame.head(ROWS + 3)
    # What is not there yet, and what is the same for every row, would only take the room of the figures.
    told = [name for name in first.columns if name not in HIDDEN and first[name].notna().any()]
    return data_words.shown(table, first[told])


def draw_unmapped(report: Report, upload: Upload, table: str) -> None:
    """Ask, once for each column of figures without an indicator, which one it is or that it is set aside."""
    prefix = kept.prefix(upload, table)
    asked = kept.kept().setdefault(f"{prefix}_belum_dipasangkan", {})
    asked.update(report.recognised.unmapped)
    if not asked:
        return
    headings = kept.kept().setdefault(f"{prefix}_headings", {})
    with st.container(border=True):
        st.markdown(_("**Kolom angka yang indikatornya belum pasti**"))
        columns = st.columns(3)
        for position, (heading, meant) in enumerate(asked.items()):
            key = f"{prefix}_indikator_{position}"
            headings[heading] = key
            near = formats.listing([label("indicator", code) for code in meant], _("atau"))
            with columns[position % 3]:
                kept.pick(
                    key,
                    widgets.plain(heading),
                    [NOT_READ, *meant, *(code for code in INDICATORS if code not in meant)],
                    _indicator,
                    empty=_("mungkin {near}").format(near=near) if meant else _("Pilih indikator"),
                )


def _indicator(code: str) -> str:
    if not code:
        return _("tidak dibaca")
    return _("{indicator} ({unit})").format(
        indicator=label("indicator", code), unit=label("unit", INDICATORS[code].unit)
    )
