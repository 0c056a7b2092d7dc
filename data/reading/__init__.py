"""Read what people upload: delimited text and XLSX, into rows of cells with their line numbers."""

from __future__ import annotations

from collections.abc import Callable

from data.reading.apart import read_apart
from data.reading.delimited import ENCODINGS, SEPARATORS, read_delimited
from data.reading.grid import Cell, Grid
from data.reading.limits import MAX_BYTES, MAX_ROWS, Deadline, Unreadable
from data.reading.sheets import choose


def read(
    content: bytes,
    recognise: Callable[[list[Cell]], int],
    deadline: Deadline,
    *,
    encoding: str | None = None,
    separator: str | None = None,
    sheet: str | None = None,
    fit: Callable[[Grid], float] | None = None,
) -> Grid:
    """Read a file by what it holds, whatever it is called.

    Parameters
    ----------
    content
        Its bytes.
    recognise
        Says how many cells of a row are headings of the wanted table.
    deadline
        Time it may take.
    encoding, separator, sheet
        What the user says; None: found out.
    fit
        Says how well the headings of a sheet fit the wanted table; decides between sheets.

    Raises
    ------
    Unreadable
        With a code and facts for a sentence.
    """
    if not content.strip():
        raise Unreadable("empty")
    if len(content) > MAX_BYTES:
        raise Unreadable("too_big", most=MAX_BYTES // 1024 // 1024)
    if content.startswith(b"PK"):
        return choose(read_apart(content, deadline, sheet), sheet, fit or (lambda _grid: 1.0))
    return read_delimited(content, recognise, deadline, encoding, separator)


__all__ = [
    "ENCODINGS",
    "MAX_BYTES",
    "MAX_ROWS",
    "SEPARATORS",
    "Cell",
    "Deadline",
    "Grid",
    "Unreadable",
    "read",
]
