"""Put a store behind :func:`data.load` for the whole process."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from threading import Lock

import pandas as pd

from data import versions
from data.store.core import Store
from data.store.errors import StoreError, StoreUnavailable

FRESH_S = 1.0
RETRY_S = 15.0

_log = logging.getLogger(__name__)
_lock = Lock()


class StoreSource:
    """The store as :mod:`data.versions` asks for it.

    The latest edition is looked up at most once a second. While the database does not answer, the last
    edition known stays in force, and what has been read of it stays readable.
    """

    def __init__(self, store: Store):
        self.store = store
        self._known = store.edition()
        self._silent_until = float("-inf")

    def edition(self) -> int:
        """Return the latest edition."""
        if time.monotonic() >= self._silent_until:
            try:
                self._known = self.store.edition(FRESH_S)
            except StoreUnavailable as error:
                _log.warning("the store does not answer, edition %s stays: %s", self._known, error.reason)
                self._silent_until = time.monotonic() + RETRY_S
        return self._known

    def versions_at(self, edition: int) -> Mapping[str, int]:
        """Return table -> version at `edition`."""
        return self.store.versions_at(edition)

    def read(self, table: str, version: int) -> pd.DataFrame | None:
        """Return that version; None when only the shipped file has it."""
        return self.store.read_kept(table, version)


class _State:
    store: Store | None = None
    trouble: StoreError | None = None
    next_try: float = float("-inf")


def activate(store: Store | None) -> None:
    """Let :func:`data.load` follow `store`; None returns to the shipped tables."""
    source = StoreSource(store) if store is not None else None
    _State.store, _State.trouble = store, None
    versions.set_source(source)


def active() -> Store | None:
    """Return the store in use; None while only the shipped tables are read."""
    return _State.store


def start(url: str | None = None) -> Store | None:
    """Open the store and activate it, once a process; cheap to call on every run.

    When it cannot be opened the application goes on with the shipped tables, :func:`trouble` says why,
    and the next call after some seconds tries again.
    """
    if _State.store is not None or time.monotonic() < _State.next_try:
        return _State.store
    with _lock:
        if _State.store is None and time.monotonic() >= _State.next_try:
            try:
                activate(Store(url))
            except (StoreError, OSError) as error:
                _log.warning("the store cannot be opened: %s", getattr(error, "reason", error))
                _State.trouble = error if isinstance(error, StoreError) else StoreUnavailable(str(error))
                _State.next_try = time.monotonic() + RETRY_S
    return _State.store


def trouble() -> StoreError | None:
    """Return why the store could not be opened; None when it is open or was not asked for."""
    return _State.trouble
