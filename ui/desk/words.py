"""Words and small pieces every section of the page on data shares."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime, timedelta, timezone
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from data.schema import TABLES, label
from i18n import N_, _
from ui import choices
from wording import formats
from wording.names import city_name

WESTERN_INDONESIA = timezone(timedelta(hours=7))
KINDS = {
    "shipped": N_("Bawaan aplikasi"),
    "publish": N_("Penggantian penuh"),
    "update": N_("Pembaruan baris"),
    "rollback": N_("Kembali ke versi lama"),
    "release": N_("Koreksi bawaan digabungkan"),
    "import": N_("Impor dari BPS"),
}
DECIMALS = 6
_Made = TypeVar("_Made")


def table_name(table: str) -> str:
    """Name of a table in the language in force."""
    return label("table", table)


def column_name(table: str, column: str) -> str:
    """Name of a column of `table` in the language in force."""
    return label(f"column:{table}", column)


def kind(code: str) -> str:
    """How a version came to be."""
    return _(KINDS[code])


def choose_table(label_text: str | None = None) -> str:
    """Let the reader choose a table; the same choice in every section."""
    return choices.choose(
        "tabel",
        list(TABLES),
        label_text or _("Tabel"),
        default="indicators",
        show=table_name,
        remember=True,
    )


def when(at: datetime | None) -> str:
    """A moment by the clock of western Indonesia; the shipped version has none."""
    if at is None or pd.isna(at):
        return formats.MISSING
    here = at.astimezone(WESTERN_INDONESIA)
    return _("{day} pukul {time} WIB").format(day=formats.day(here, "medium"), time=f"{here:%H.%M}")


def count(number: Any) -> str:
    """A count; missing where it is not known."""
    return formats.MISSING if pd.isna(number) else formats.number(int(number))


def rows(count: int) -> str:
    """``12 baris``."""
    return _("{count} baris").format(count=formats.number(count))


def cell(table: str, column: str, value: Any) -> str:
    """One cell of `table` as text: numbers as the reader writes them, codes by their label."""
    if value is pd.NA or formats.is_missing(value):
        return formats.MISSING
    spec = TABLES[table][column]
    if spec.kind in ("year", "period"):
        return str(value)
    if spec.numeric:
        return formats.number(float(value), DECIMALS)
    if spec.refers == "regions.region_code" and not spec.separator:
        return city_name(str(value))
    if spec.codes and not spec.separator:
        return label(spec.codes, str(value))
    return str(value)


def shown(table: str, frame: pd.DataFrame, most: int | None = None) -> pd.DataFrame:
    """Return the first `most` rows of `frame` (None: all) as texts under headings in words."""
    first = frame if most is None else frame.head(most)
    return pd.DataFrame(
        {
            column_name(table, column): [cell(table, column, value) for value in first[column].tolist()]
            for column in first.columns
            if column in TABLES[table].names
        }
    )


def remembered(name: str, key: Hashable, make: Callable[[], _Made]) -> _Made:
    """Return what `make` made for this session under `key`; one value a name is kept."""
    held = st.session_state.setdefault("_data_dihitung", {})
    if name not in held or held[name][0] != key:
        held[name] = (key, make())
    return held[name][1]


def go(section: str, **chosen: str) -> None:
    """Open another section with choices made; for ``on_click``."""
    for key, value in {"bagian": section, **chosen}.items():
        choices.put(key, value)
