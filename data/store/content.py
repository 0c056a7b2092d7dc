"""The one form in which a table's content is hashed and kept: canonical CSV, compressed."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data import loading
from data.loading import completed
from data.schema import TABLES
from data.store.errors import DamagedContent, WrongContent
from i18n import _


@dataclass(frozen=True, slots=True)
class Content:
    """A table's content as it is kept.

    Attributes
    ----------
    sha256
        Of the canonical CSV, not of its compressed form.
    gz
        The canonical CSV, compressed.
    size, rows
        Bytes and data rows of the canonical CSV.
    """

    sha256: str
    gz: bytes
    size: int
    rows: int


def encode(table: str, frame: pd.DataFrame) -> Content:
    r"""Return `frame` as content of `table`.

    Canonical: columns in the order of the shipped table, rows as given, UTF-8, comma, ``\n``, numbers
    in the shortest form that reads back the same, missing as nothing. A column the shipped table does not
    have stands there only when it has a value, so that content without one has the hash it always had.

    Raises
    ------
    WrongContent
        If the frame is not the table's, or would not read back as it is.
    """
    types, frame = kept_types(table), completed(frame, table)
    missing = [column for column in types if column not in frame.columns]
    foreign = [str(column) for column in frame.columns if column not in types]
    if missing or foreign:
        raise WrongContent(
            table,
            _("kolom kurang: {missing}; kolom tak dikenal: {foreign}").format(
                missing=", ".join(missing) or "–", foreign=", ".join(foreign) or "–"
            ),
        )
    if frame.empty and not read_shipped(table).empty:  # one that came empty may be empty again
        raise WrongContent(table, _("tabel kosong"))
    try:
        typed = frame[list(types)].astype(types)
        for column in typed.select_dtypes("str"):
            if typed[column].str.contains("\r", regex=False).any():
                typed[column] = typed[column].str.replace("\r\n", "\n").str.replace("\r", "\n")
        canonical = _csv(table, typed)
        same = _csv(table, _parse(table, canonical)) == canonical and b"\0" not in canonical
    except (ValueError, TypeError, OverflowError) as error:
        raise WrongContent(table, _("ada nilai yang tidak sesuai jenis kolomnya")) from error
    if not same:
        raise WrongContent(table, _("ada sel yang tidak terbaca kembali sama seperti ditulis"))
    return Content(
        hashlib.sha256(canonical).hexdigest(),
        gzip.compress(canonical, 6, mtime=0),
        len(canonical),
        len(typed),
    )


def decode(table: str, sha256: str, gz: bytes) -> pd.DataFrame:
    """Return the frame of a kept content.

    Raises
    ------
    DamagedContent
        If it is not what its hash says.
    WrongContent
        If this application has other columns or types for the table.
    """
    canonical = unpacked(sha256, gz)
    try:
        return _parse(table, canonical)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise WrongContent(table, _("ada nilai yang tidak sesuai jenis kolomnya")) from error


def unpacked(sha256: str, gz: bytes) -> bytes:
    """Return the canonical CSV of a kept content, its hash verified."""
    try:
        canonical = gzip.decompress(gz)
    except (OSError, EOFError, zlib.error) as error:
        raise DamagedContent(sha256) from error
    if hashlib.sha256(canonical).hexdigest() != sha256:
        raise DamagedContent(sha256)
    return canonical


def read_shipped(table: str, version: int | None = None) -> pd.DataFrame:
    """Return what a release brings of `table` (None: the newest), whatever store is registered."""
    return loading.read_shipped(table, version)


@lru_cache(maxsize=64)
def kept_types(table: str) -> dict[str, object]:
    """Return column -> type of `table`: those of the shipped file in its order, then those it lacks."""
    return read_shipped(table).dtypes.to_dict()


@lru_cache(maxsize=64)
def shipped_fingerprint(table: str, version: int) -> tuple[str, int]:
    """Return SHA-256 of the canonical content and number of rows of a version a release brings."""
    frame = read_shipped(table, version)
    return hashlib.sha256(_csv(table, frame)).hexdigest(), len(frame)


@lru_cache(maxsize=32)
def shipped_content(table: str, version: int | None = None) -> Content:
    """Return what a release brings of `table` (None: the newest) as content."""
    return encode(table, read_shipped(table, version))


def _csv(table: str, frame: pd.DataFrame) -> bytes:
    empty = [name for name in TABLES[table].supplied if frame[name].isna().all()]
    return frame.drop(columns=empty).to_csv(index=False, lineterminator="\n").encode("utf-8")


def _parse(table: str, canonical: bytes) -> pd.DataFrame:
    frame = pd.read_csv(
        io.BytesIO(canonical),
        dtype=kept_types(table),
        keep_default_na=False,
        na_values=[""],
    )
    return completed(frame, table)
