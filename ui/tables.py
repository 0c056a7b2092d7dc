"""A table: numbers as the reader writes them, on the screen to be sorted and on paper as a plain one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from i18n import _
from ui import finished
from wording import formats
from wording.cutting import short
from wording.escaping.html import plain

MOST_PRINTED = 60
MOST_DECIMALS = 3
LONGEST_PRINTED = 120  # characters of a cell on paper
LONG = 24  # characters from which a cell is broken into lines, in the middle of an address too
WIDE = 12  # columns from which the headings stand upright
Writer = Callable[[Any], str]


def draw(
    table: pd.DataFrame | finished.Recipe,
    *,
    key: str | None = None,
    written: Mapping[str, Writer] | None = None,
    most_printed: int = MOST_PRINTED,
    **options: Any,
) -> None:
    """Draw `table`, and the same for the printer, which does not see what a canvas shows.

    A table of the same content is made ready for the browser once (:func:`ui.finished.piece`).

    Parameters
    ----------
    table
        As it is read: numbers stay numbers, to be sorted. Best a recipe, ``finished.recipe(function, …)``:
        then the table itself is made once, too, and it may be a Styler, which keeps its colours.
    key
        Of the table on the screen.
    written
        How a column is written, where its numbers alone do not say so: functions of a module.
    most_printed
        How many rows paper shows.
    options
        Of ``st.dataframe``: height, column_config and the like.
    """
    finished.piece(_draw, table, key, dict(written or {}), most_printed, options)


def _draw(
    table: pd.DataFrame | finished.Recipe,
    key: str | None,
    written: dict[str, Writer],
    most_printed: int,
    options: dict[str, Any],
) -> None:
    made = table.made() if isinstance(table, finished.Recipe) else table
    styled = made if isinstance(made, Styler) else made.style
    frame = styled.data
    writers: dict[str, Writer] = {}
    for name in frame.columns:
        if pd.api.types.is_numeric_dtype(frame[name]) and not pd.api.types.is_bool_dtype(frame[name]):
            writers[name] = _writer(frame[name])
    writers |= written
    if writers or isinstance(made, Styler):
        st.dataframe(styled.format(dict(writers)), hide_index=True, key=key, **options)
    else:
        # Words alone are sent once; a Styler sends them a second time, as they are written.
        st.dataframe(frame, hide_index=True, key=key, **options)
    st.html(printed(frame, writers, most_printed))


def _writer(column: pd.Series) -> Writer:
    """How a column of numbers is written."""
    digits = decimals(column)
    if digits:
        return lambda value: formats.fixed(value, digits)
    return formats.number


def decimals(column: pd.Series) -> int:
    """How many decimals tell a column's numbers as they were given; :data:`MOST_DECIMALS` at the most."""
    known = column.dropna().astype(float)
    for digits in range(MOST_DECIMALS):
        if (known.round(digits) - known).abs().max() < 0.5 * 10 ** -(MOST_DECIMALS + 3) or known.empty:
            return digits
    return MOST_DECIMALS


def printed(frame: pd.DataFrame, writers: Mapping[str, Writer], most: int = MOST_PRINTED) -> str:
    """Return the first `most` rows as a plain table that only paper shows."""
    head = "".join(f"<th>{plain(name)}</th>" for name in frame.columns)
    writes = [writers.get(name) for name in frame.columns]
    lines = (
        "".join(_cell(value, write) for value, write in zip(row, writes, strict=True))
        for row in frame.head(most).itertuples(index=False, name=None)
    )
    rows = "".join(f"<tr>{line}</tr>" for line in lines)
    left = len(frame) - most
    rest = _("… dan {count} baris lagi, lengkap pada unduhan.").format(count=formats.number(left))
    said = f"<p>{plain(rest)}</p>" if left > 0 else ""
    wide = ' class="lebar"' if len(frame.columns) > WIDE else ""
    return f'<div class="sk-tabel"><table{wide}><tr>{head}</tr>{rows}</table>{said}</div>'


def _cell(value: Any, write: Writer | None) -> str:
    if write is not None:
        said = write(value)
    elif value is None or value is pd.NA or formats.is_missing(value):
        said = formats.MISSING
    else:
        said = short(str(value), LONGEST_PRINTED)
    wide = ' class="panjang"' if len(said) > LONG else ""
    return f"<td{wide}>{plain(said)}</td>"
