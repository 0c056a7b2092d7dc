"""Tables leaving the application as CSV that opens rightly where it is opened."""

from __future__ import annotations

import pandas as pd

# A spreadsheet runs a cell that starts so as a formula; a leading apostrophe makes it text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutralise(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with formula-like text made harmless; numbers stay numbers."""
    safe = frame.copy()
    for position in range(safe.shape[1]):
        column = safe.iloc[:, position]
        if not pd.api.types.is_numeric_dtype(column):
            safe.isetitem(position, column.map(_neutral))
    safe.columns = [_neutral(column) for column in safe.columns]
    return safe


def _neutral(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def csv_bytes(frame: pd.DataFrame, *, indonesian: bool = True, index: bool = False) -> bytes:
    """Return `frame` as CSV with a byte-order mark.

    `indonesian`: semicolons between cells and a comma before decimals, as an Indonesian Excel
    expects; else commas and dots. An absent value is an empty cell.
    """
    flat = frame.reset_index() if index else frame
    style = {"sep": ";", "decimal": ","} if indonesian else {"sep": ",", "decimal": "."}
    return neutralise(flat).to_csv(index=False, lineterminator="\r\n", **style).encode("utf-8-sig")
