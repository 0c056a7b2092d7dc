"""What every measure asks of its input, said once and in sentences that name the value."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

MOST_NAMED = 10


class AnalysisError(ValueError):
    """Input that a measure cannot be computed from; the message is a sentence in Bahasa."""


def named(values: Iterable[object]) -> str:
    """Write values for a message: the first ten, and how many more there are."""
    items = [str(value) for value in values]
    more = len(items) - MOST_NAMED
    return ", ".join(items[:MOST_NAMED]) + (f" … (+{more})" if more > 0 else "")


def unique(labels: pd.Index, what: str) -> None:
    """Refuse labels that occur twice.

    Raises
    ------
    AnalysisError
        Naming the labels that repeat.
    """
    if labels.has_duplicates:
        raise AnalysisError(f"{what} berulang: {named(labels[labels.duplicated()].unique())}")


def amounts(values: np.ndarray, index: pd.Index, columns: pd.Index, what: str) -> None:
    """Refuse amounts below zero or infinite; NaN passes, for it means "not known".

    Raises
    ------
    AnalysisError
        Naming the first offending region, sector and value.
    """
    if not values.size:
        return
    if np.fmin.reduce(values, axis=None) < 0:
        bad, how = values < 0, "negatif"
    elif np.isinf(np.fmax.reduce(values, axis=None)):
        bad, how = np.isinf(values), "tak hingga"
    else:
        return
    row, column = np.argwhere(bad)[0]
    raise AnalysisError(f"{what} {how}: {index[row]}, {columns[column]} = {values[row, column]}")


def output_values(output: pd.DataFrame, what: str = "output") -> np.ndarray:
    """Return the numbers of a region x sector table, checked, without a copy where none is needed.

    Parameters
    ----------
    output
        Region x sector, each label once, amounts >= 0 or NaN.

    Returns
    -------
    ndarray
        float32 stays float32, everything else becomes float64.

    Raises
    ------
    AnalysisError
        If it is no table, a label repeats, a cell is text, negative or infinite.
    """
    if not isinstance(output, pd.DataFrame):
        raise AnalysisError(f"{what} harus berupa tabel wilayah x sektor, bukan {type(output).__name__}")
    unique(output.columns, f"Sektor pada {what}")
    unique(output.index, f"Wilayah pada {what}")
    values = _numbers(output, what)
    amounts(values, output.index, output.columns, what)
    return values


def reference_values(reference: pd.Series | pd.DataFrame, output: pd.DataFrame) -> np.ndarray:
    """Return a reference economy aligned with `output`: 1 x sector, or one row a region.

    Parameters
    ----------
    reference
        Series over exactly the sectors of `output` (one economy for all), or DataFrame region x sector
        (each region its own, such as its province).

    Raises
    ------
    AnalysisError
        Naming the sectors or regions that only one of the two has, or a negative amount.
    """
    table = reference.to_frame().T if isinstance(reference, pd.Series) else reference
    if not isinstance(table, pd.DataFrame):
        raise AnalysisError(
            f"pembanding harus berupa Series atau DataFrame, bukan {type(reference).__name__}"
        )
    unique(table.columns, "Sektor pada pembanding")
    unique(table.index, "Wilayah pada pembanding")
    same_labels(table.columns, output.columns, "Sektor pada pembanding", "output")
    if not table.columns.equals(output.columns):
        table = table.loc[:, output.columns]
    if isinstance(reference, pd.DataFrame):
        missing = output.index.difference(table.index, sort=False)
        if len(missing):
            raise AnalysisError(f"Pembanding tidak punya wilayah: {named(missing)}")
        table = table.loc[output.index]
    values = _numbers(table, "pembanding")
    amounts(values, table.index, table.columns, "pembanding")
    return values


def same_labels(found: pd.Index, wanted: pd.Index, what: str, other: str) -> None:
    """Refuse two sets of labels that differ, naming those that only one side has."""
    extra, lacking = found.difference(wanted, sort=False), wanted.difference(found, sort=False)
    parts = []
    if len(extra):
        parts.append(f"tidak ada pada {other}: {named(extra)}")
    if len(lacking):
        parts.append(f"kurang: {named(lacking)}")
    if parts:
        raise AnalysisError(f"{what} tidak cocok; " + "; ".join(parts))


def tradable_mask(tradable: Iterable[str] | pd.Series | pd.Index | None, sectors: pd.Index) -> np.ndarray:
    """Return which of `sectors` are traded between cities, as booleans in their order.

    Parameters
    ----------
    tradable
        Names of sectors, or a Series of booleans (or 0/1) indexed by sector; None: all.

    Raises
    ------
    AnalysisError
        If a sector is unknown, or none is left.
    """
    if tradable is None:
        return np.ones(len(sectors), dtype=bool)
    if isinstance(tradable, str):
        tradable = [tradable]
    if isinstance(tradable, pd.Series) and not _is_text(tradable):
        wanted = tradable.index[tradable.fillna(0).astype(bool)]
    else:
        wanted = pd.Index(list(tradable))
    unknown = wanted.difference(sectors, sort=False)
    if len(unknown):
        raise AnalysisError(
            f"Sektor tidak dikenal: {named(unknown)}. Yang ada: {', '.join(map(str, sectors))}"
        )
    mask = np.asarray(sectors.isin(wanted))
    if not mask.any():
        raise AnalysisError("Pilih sedikitnya satu sektor yang diperdagangkan antarkota")
    return mask


def one_of(value: object, allowed: Iterable[str], what: str) -> None:
    """Refuse a choice that does not exist, naming it and the allowed ones."""
    allowed = list(allowed)
    if value not in allowed:
        raise AnalysisError(f"{what} tidak dikenal: {value!r}. Yang ada: {', '.join(allowed)}")


def columns_present(frame: pd.DataFrame, wanted: Iterable[str], what: str) -> None:
    """Refuse a table that lacks columns, naming them."""
    lacking = [column for column in wanted if column not in frame.columns]
    if lacking:
        raise AnalysisError(f"Tabel {what} tidak punya kolom: {named(lacking)}")


def _is_text(series: pd.Series) -> bool:
    return not (pd.api.types.is_bool_dtype(series) or pd.api.types.is_numeric_dtype(series))


def _numbers(table: pd.DataFrame, what: str) -> np.ndarray:
    kinds = set(table.dtypes)
    if kinds == {np.dtype("float32")} or kinds == {np.dtype("float64")}:
        return table.to_numpy()
    for column, kind in table.dtypes.items():
        if not pd.api.types.is_numeric_dtype(kind):
            raise AnalysisError(f"{what} bukan angka pada kolom {column}")
    return table.to_numpy(dtype="float64", na_value=np.nan)
