"""A difference between two contents of a table, and what it changes in the answers."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data.changes.differences import Difference
from data.schema import INDICATORS
from findings.version_impact import OUTPUT, Impact
from i18n import _
from ui import tables, widgets
from ui.desk import words as data_words
from wording import formats
from wording.names import city_name, word

MOST_SHOWN = 1_000


def summary(changes: Difference) -> str:
    """The difference in one sentence."""
    if changes.empty:
        return _("Kedua isi sama.")
    return _("{added} baris baru, {removed} baris dihapus, {changed} baris berubah ({cells} sel).").format(
        added=formats.number(len(changes.added)),
        removed=formats.number(len(changes.removed)),
        changed=formats.number(len(changes.before)),
        cells=formats.number(len(changes.changed)),
    )


def draw_difference(changes: Difference, *, key: str) -> None:
    """Draw what is added, removed and changed, by city and cell by cell."""
    st.markdown(f"**{summary(changes)}**")
    if changes.empty:
        return
    parts = {
        _("Per wilayah"): (lambda most: by_region(changes), 1),
        _("Sel berubah"): (lambda most: cells(changes, most), len(changes.changed)),
        _("Baris baru"): (
            lambda most: data_words.shown(changes.table, changes.added, most),
            len(changes.added),
        ),
        _("Baris dihapus"): (
            lambda most: data_words.shown(changes.table, changes.removed, most),
            len(changes.removed),
        ),
    }
    filled = {name: part for name, part in parts.items() if part[1]}
    for at, (tab, (table, length)) in enumerate(zip(st.tabs(list(filled)), filled.values(), strict=True)):
        with tab:
            tables.draw(table(MOST_SHOWN))
            if length > MOST_SHOWN:
                st.caption(
                    _("Ditampilkan {count} yang pertama; semuanya ada pada unduhan.").format(
                        count=formats.number(MOST_SHOWN)
                    )
                )
            everything = partial(table, None)
            widgets.download(everything, f"{changes.table}_selisih", key=f"selisih_{key}_{at}")


def by_region(changes: Difference) -> pd.DataFrame:
    """Return one row a region touched, in words."""
    counted = changes.by_city()
    return pd.DataFrame(
        {
            _("Wilayah"): [
                city_name(code) if code else _("tanpa wilayah") for code in counted["region_code"]
            ],
            _("Baris baru"): counted["added"].map(formats.number),
            _("Baris dihapus"): counted["removed"].map(formats.number),
            _("Baris berubah"): counted["changed_rows"].map(formats.number),
            _("Sel berubah"): counted["changed_cells"].map(formats.number),
        }
    )


def cells(changes: Difference, most: int | None = MOST_SHOWN) -> pd.DataFrame:
    """Return the changed cells in words: the row's key, column, old beside new."""
    table, found = changes.table, changes.changed
    found = found.head(len(found) if most is None else most)
    rows = list(zip(found["column"], found["old"], found["new"], strict=True))
    keys = data_words.shown(table, found[list(changes.key)], len(found))
    return keys.reset_index(drop=True).assign(
        **{
            _("Yang berubah"): [data_words.column_name(table, column) for column, _old, _new in rows],
            _("Sekarang"): [data_words.cell(table, column, old) for column, old, _new in rows],
            _("Menjadi"): [data_words.cell(table, column, new) for column, _old, new in rows],
        }
    )


def draw_impact(moved: Impact, *, key: str) -> None:
    """Draw which answers move: location quotients, places, top partners; old beside new."""
    for trouble in moved.trouble:
        st.warning(
            _("Sebagian jawaban tidak dapat dihitung dengan isi ini: {reason}").format(
                reason=widgets.plain(trouble)
            ),
            icon=":material/calculate:",
        )
    if moved.empty:
        st.markdown(_("Kekhasan sektor, peringkat, dan lima mitra teratas semua kota tetap sama."))
    parts = {
        _("{count} kekhasan bergeser").format(count=formats.number(len(moved.lq))): _quotients(moved.lq),
        _("{count} peringkat bergeser").format(count=formats.number(len(moved.ranks))): _places(moved.ranks),
        _("{count} kota berganti mitra").format(count=formats.number(len(moved.partners))): _partners(
            moved.partners
        ),
    }
    filled = {name: table for name, table in parts.items() if not table.empty}
    if not filled:
        return
    crossing = int(moved.lq["crosses_one"].sum())
    if crossing:
        st.markdown(
            _("{count} lapangan usaha menjadi atau berhenti menonjol (melewati porsi pembandingnya).").format(
                count=formats.number(crossing)
            )
        )
    for tab, (name, table) in zip(st.tabs(list(filled)), filled.items(), strict=True):
        with tab:
            tables.draw(table.head(MOST_SHOWN))
            widgets.download(table, "pengaruh", key=f"pengaruh_{key}_{name}")


def _quotients(moved: pd.DataFrame) -> pd.DataFrame:
    def crossing(row: Any) -> str:
        if not row.crosses_one:
            return ""
        return _("menjadi menonjol") if row.new > 1 else _("tidak lagi menonjol")

    return pd.DataFrame(
        {
            _("Kota"): [city_name(code) for code in moved["region_code"]],
            _("Lapangan usaha"): [word("sector", code) for code in moved["sector"]],
            _("Kali pembanding, sekarang"): moved["old"].map(lambda value: formats.fixed(value, 2)),
            _("Kali pembanding, menjadi"): moved["new"].map(lambda value: formats.fixed(value, 2)),
            _("Artinya"): [crossing(row) for row in moved.itertuples()],
        }
    )


def _places(moved: pd.DataFrame) -> pd.DataFrame:
    def measure(code: str) -> str:
        return _("Keluaran triwulan (PDRB)") if code == OUTPUT else word("indicator", code)

    assert set(moved["measure"]) <= {OUTPUT, *INDICATORS}
    return pd.DataFrame(
        {
            _("Ukuran"): [measure(code) for code in moved["measure"]],
            _("Periode"): [formats.period(year) for year in moved["year"]],
            _("Kota"): [city_name(code) for code in moved["region_code"]],
            _("Peringkat sekarang"): [data_words.count(place) for place in moved["old"]],
            _("Peringkat menjadi"): [data_words.count(place) for place in moved["new"]],
        }
    )


def _partners(moved: pd.DataFrame) -> pd.DataFrame:
    def names(codes: tuple[str, ...]) -> str:
        return ", ".join(map(city_name, codes)) or formats.MISSING

    return pd.DataFrame(
        {
            _("Kota"): [city_name(code) for code in moved["region_code"]],
            _("Mitra baru"): moved["entered"].map(names),
            _("Tidak lagi"): moved["left"].map(names),
            _("Lima teratas sekarang"): moved["old"].map(names),
            _("Lima teratas menjadi"): moved["new"].map(names),
        }
    )
