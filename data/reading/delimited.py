"""Read delimited text: find encoding and separator, keep the user's line numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

from data.reading.grid import Cell, Grid, blank
from data.reading.limits import HEADER_SEARCHED, MAX_COLUMNS, MAX_ROWS, Deadline, Unreadable

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "windows-1252": "cp1252",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
}
SEPARATORS = (";", "\t", ",", "|")
MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# Texts that are not delimited: (first bytes, code of the sentence).
OTHER_FORMATS = (
    (b"%PDF", "not_a_table"),
    (b"\x89PNG", "not_a_table"),
    (b"\xff\xd8\xff", "not_a_table"),
    (b"\x1f\x8b", "not_a_table"),
    (b"\xd0\xcf\x11\xe0", "old_excel"),
    (b"{\\rtf", "not_a_table"),
    (b"<!doctype", "web_page"),
    (b"<html", "web_page"),
    (b"<?xml", "web_page"),
)
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
TWICE_ENCODED = re.compile("Ã[\u0080-\u00bf‚-›€]|â€|Â[\u00a0-\u00bf]")
MAX_BROKEN_ROWS = 50


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Without a byte-order mark: UTF-16 where every other byte is zero, else UTF-8 where the bytes are valid
    UTF-8, else Windows-1252.

    Raises
    ------
    Unreadable
        If the bytes are no text of that encoding, or of any.
    """
    start = content[:512].lstrip().lower()
    for signature, code in OTHER_FORMATS:
        if start.startswith(signature.lower()):
            raise Unreadable(code)
    if encoding is not None:
        if encoding not in ENCODINGS:
            raise Unreadable("bad_choice", choice="encoding", value=encoding, allowed=", ".join(ENCODINGS))
        return _decode(content, encoding), encoding
    for mark, name in MARKS.items():
        if content.startswith(mark):
            return _decode(content, name), name
    if b"\x00" in content[:4096]:
        sample = content[:4096]
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if max(even, odd) * 4 < len(sample):  # fewer than half of its places
            raise Unreadable("not_a_table")
        name = "utf-16-be" if even > odd else "utf-16-le"
        return _decode(content, name), name
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode(content, "windows-1252"), "windows-1252"


def _decode(content: bytes, name: str) -> str:
    try:
        text = content.decode(ENCODINGS[name])
    except UnicodeError as wrong:
        at = getattr(wrong, "start", 0)
        line = content[:at].count(b"\n") + 1
        raise Unreadable("bad_bytes", line, encoding=name) from None
    return text.removeprefix("\ufeff")


def read_delimited(
    content: bytes,
    recognise: Callable[[list[Cell]], int],
    deadline: Deadline,
    encoding: str | None = None,
    separator: str | None = None,
) -> Grid:
    """Read delimited text.

    Parameters
    ----------
    content
        The bytes of the file.
    recognise
        Says how many cells of a row are headings the table knows; decides between separators.
    deadline
        Time the reading may take.
    encoding, separator
        What the user says; None: found out.

    Raises
    ------
    Unreadable
        If it is no text, too long, or takes too long.
    """
    text, encoding = decode(content, encoding)
    if separator is not None and separator not in SEPARATORS:
        raise Unreadable("bad_choice", choice="separator", value=separator, allowed="; , | tab")
    first = 0
    hint = re.match(r"sep=(.)\r?\n", text)
    if hint:  # a line Excel itself writes and reads
        text, first = text[hint.end() :], 1
        if separator is None and hint.group(1) in SEPARATORS:
            separator = hint.group(1)
    lines = io.StringIO(text, newline="").readlines()
    separator = separator or find_separator(lines, recognise)
    grid = Grid("csv", [], encoding=encoding, separator=separator)
    if encoding == "windows-1252" and not text.isascii():
        # A hard space is not ASCII and no word either: read in any encoding, it is a space.
        sample = next((word for word in text.split() if not word.isascii()), "")
        if sample:
            grid.remark("windows_1252", sample=sample[:40])
    twice = TWICE_ENCODED.search(text)
    if twice:
        line = text[: twice.start()].count("\n") + 1 + first
        grid.remark("twice_encoded", line)
    for line, cells in _records(lines, separator, grid, first):
        if len(grid.rows) % 1000 == 0:
            deadline.check()
        if all(map(blank, cells)):
            continue
        if len(grid.rows) > MAX_ROWS + HEADER_SEARCHED:
            raise Unreadable("too_many_rows", most=MAX_ROWS)
        if len(cells) > MAX_COLUMNS and not all(map(blank, cells[MAX_COLUMNS:])):
            raise Unreadable("too_many_columns", line, most=MAX_COLUMNS)
        grid.rows.append((line, cells[:MAX_COLUMNS]))
    return grid


def _records(lines: list[str], separator: str, grid: Grid, first: int) -> Iterator[tuple[int, list[Cell]]]:
    """Yield records with the line each starts on; one whose quotes do not close is reported and left out."""
    at, broken = 0, 0
    while at < len(lines):
        reader = csv.reader(iter(lines[at:]) if at else iter(lines), delimiter=separator, strict=True)
        start = 0
        try:
            for cells in reader:
                yield at + start + 1 + first, list(cells)
                start = reader.line_num
            return
        except csv.Error:
            broken += 1
            grid.remark("quote", at + start + 1 + first)
            if broken >= MAX_BROKEN_ROWS:
                raise Unreadable("quotes", at + start + 1 + first, count=broken) from None
            at += start + 1


def find_separator(lines: list[str], recognise: Callable[[list[Cell]], int]) -> str:
    """Return the separator under which most headings are known; failing that the most frequent one."""
    sample = [line for line in lines[: HEADER_SEARCHED * 2] if line.strip()]

    def known(separator: str) -> tuple[int, int]:
        best, width = 0, 0
        try:
            for cells in csv.reader(iter(sample), delimiter=separator):
                best = max(best, recognise(list(cells)))
                width = max(width, len(cells))
        except csv.Error:
            pass
        return best, width

    return max(SEPARATORS, key=known)
