"""Which version of each table is in force, and at which edition the data set is looked at.

An *edition* is one number that names the state of all tables together: 1 is the data set the application
first came with, every later release of it and every publication adds one
(:mod:`data.versioning.releases`). Reading the data set needs no store: until the application registers one
with :func:`set_source`, editions are releases.

The edition of a call is that of the innermost :func:`pinned` or :func:`held`, else the latest.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from types import MappingProxyType
from typing import Protocol

import pandas as pd

from data.errors import DataError, UnknownVersion
from data.versioning import releases
from data.versioning.releases import TABLES_FOLDER

SHIPPED_VERSION = 1
SHIPPED_EDITION = 1


class UnknownEdition(DataError):
    """The data set has no edition of that number."""

    what = "edisi data"


class Source(Protocol):
    """What knows the published versions; :mod:`data.store` is one."""

    def edition(self) -> int:
        """Return the latest edition; asked often, so it has to be cheap."""

    def versions_at(self, edition: int) -> Mapping[str, int]:
        """Return table -> version at `edition`; tables never published may be left out."""

    def standing_at(self, edition: int) -> Mapping[str, Hashable]:
        """Return table -> hash of its content at `edition`; its version where the shipped file has it."""

    def read(self, table: str, version: int) -> pd.DataFrame | None:
        """Return that version of the table; None when only the shipped file has it."""


_source: list[Source] = []
_source_numbers = count(1)
_source_number = [0]
_pin: ContextVar[int | None] = ContextVar("edition", default=None)
_trial_numbers = count(-1, -1)
_NO_TRIAL: Mapping[str, tuple[int, pd.DataFrame]] = MappingProxyType({})
_trial: ContextVar[Mapping[str, tuple[int, pd.DataFrame]]] = ContextVar("trial", default=_NO_TRIAL)


def table_names() -> tuple[str, ...]:
    """Names of all tables: the file stems of ``data/tables``."""
    return tuple(sorted(path.stem for path in TABLES_FOLDER.glob("*.csv")))


def set_source(source: Source | None) -> None:
    """Let `source` say which versions there are; None returns to the shipped ones."""
    _source[:] = [source] if source else []
    _source_number[0] = next(_source_numbers)


def source_number() -> int:
    """Return the number of the registered source: what was remembered under another one does not count."""
    return _source_number[0]


def latest_edition() -> int:
    """Return the number of the latest edition, whatever is pinned."""
    return _source[0].edition() if _source else releases.latest()


def is_edition(value: object) -> bool:
    """Whether `value` is the number of an edition there is."""
    return isinstance(value, int) and SHIPPED_EDITION <= value <= latest_edition()


def current_edition() -> int:
    """Edition in force for this call."""
    chosen = _pin.get()
    return latest_edition() if chosen is None else chosen


@contextmanager
def pinned(edition: int) -> Iterator[None]:
    """Look at the data set as it stood at `edition` inside the block.

    Raises
    ------
    UnknownEdition
        If there is no such edition.
    """
    if not is_edition(edition):
        raise UnknownEdition(edition, [f"1–{latest_edition()}"])
    with held(edition):
        yield


@contextmanager
def held(edition: int) -> Iterator[None]:
    """As :func:`pinned` for an edition known to exist: one computation must not see two editions."""
    token = _pin.set(edition)
    try:
        yield
    finally:
        _pin.reset(token)


@contextmanager
def trial(**frames: pd.DataFrame) -> Iterator[None]:
    """Look at the data set as if each named table already held the frame given.

    Nothing is published. Used to work out what a new version would change in the answers.
    """
    numbered = {table: (next(_trial_numbers), frame) for table, frame in frames.items()}
    token = _trial.set({**_trial.get(), **numbered})
    try:
        yield
    finally:
        _trial.reset(token)


def current_version(table: str, edition: int | None = None) -> int:
    """Version number of `table` in force for this call, or at `edition`; negative inside a trial."""
    if table in _trial.get():
        return _trial.get()[table][0]
    at = current_edition() if edition is None else edition
    if not _source:
        return releases.version_of(table, at)
    return _source[0].versions_at(at).get(table, SHIPPED_VERSION)


def standing(tables: Iterable[str], edition: int) -> tuple[Hashable, ...]:
    """Return what tells the content of each table at `edition` apart from any other it ever had."""
    tried = _trial.get()
    if not _source:
        return tuple(
            tried[table][0] if table in tried else releases.version_of(table, edition) for table in tables
        )
    kept = _source[0].standing_at(edition)
    return tuple(tried[table][0] if table in tried else kept.get(table, SHIPPED_VERSION) for table in tables)


def read_source(table: str, version: int) -> pd.DataFrame | None:
    """Return a version of `table` from where it is kept; None: the shipped file has it.

    Raises
    ------
    UnknownVersion
        If the table has no such version.
    """
    if version < SHIPPED_VERSION:
        number, frame = _trial.get().get(table, (None, None))
        if number == version:
            return frame
        raise UnknownVersion(version, [SHIPPED_VERSION])
    if _source:
        return _source[0].read(table, version)
    known = range(SHIPPED_VERSION, releases.version_of(table) + 1)
    if version not in known:
        raise UnknownVersion(version, known)
    return None
