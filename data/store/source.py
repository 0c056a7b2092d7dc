"""The store as :mod:`data.versioning.versions` asks for it: the edition in force is held whole."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from time import monotonic

import pandas as pd

from data.store.core import Store
from data.store.errors import StoreDamaged, StoreError, StoreLost
from data.store.holding import Held, Key
from data.versioning.versions import SHIPPED_EDITION

FRESH_S = 1.0
RETRY_S = 15.0
MOST_HELD = 12

_log = logging.getLogger(__name__)


class StoreSource:
    """A store and the editions of it held in memory.

    The latest edition is looked up at most once a second, by one caller at a time, and comes into force
    when all of it has been fetched. While the database does not answer, the last edition stays in force
    and every table of it is there, read before or not. What this process publishes counts at once.

    Parameters
    ----------
    wounded
        Told when the store turns out to be damaged.
    rewound
        Told when the database has gone back to an older edition.
    """

    def __init__(
        self,
        store: Store,
        *,
        wounded: Callable[[StoreDamaged], None] = lambda _error: None,
        rewound: Callable[[Store], None] = lambda _store: None,
    ):
        self.store = store
        self.lost: StoreLost | None = None
        self._wounded, self._rewound = wounded, rewound
        self._held: dict[int, Held] = {}
        self._contents: dict[Key, tuple[str, bytes]] = {}
        self._asking, self._holding = Lock(), Lock()
        self._silent_since = self._asked_at = float("-inf")
        self._known = store.edition()
        self.hold(self._known)

    def edition(self) -> int:
        """Return the latest edition."""
        made, at = self.store.seen
        # An answer younger than the silence: the database is back.
        news = made > self._known or at > self._silent_since > float("-inf")
        now = monotonic()
        if not news and (now < self._silent_since + RETRY_S or now - self._asked_at < FRESH_S):
            return self._known
        # Who comes while another asks takes what is known, unless something was published here.
        if self._asking.acquire(blocking=made > self._known):
            try:
                self._look()
            finally:
                self._asking.release()
        return self._known

    def _look(self) -> None:
        try:
            self._asked_at = monotonic()
            self.lost = self.store.lost()
            latest = self.store.edition()
            if latest < self._known:
                _log.warning("the store went back from edition %s to %s", self._known, latest)
                self._known = latest
                self._rewound(self.store)
                return
            self.hold(latest)
            self._known = latest
            self._silent_since = float("-inf")
        except StoreDamaged as error:
            self._known = SHIPPED_EDITION
            self._wounded(error)
        except StoreError as error:
            if isinstance(error, StoreLost):
                self.lost = error
            reason = getattr(error, "reason", error)
            _log.warning("the store does not answer, edition %s stays: %s", self._known, reason)
            self._silent_since = monotonic()

    def hold(self, edition: int) -> Held:
        """Return `edition`, fetched whole unless it is held already. Raises StoreError."""
        held = self._held.get(edition)
        if held is not None:
            return held
        with self._holding:
            if edition not in self._held:
                found = self.store.hold(edition, self._contents)
                kept = {**self._held, edition: found}
                for old in sorted(kept):
                    if len(kept) > MOST_HELD and old not in (edition, self._known):
                        del kept[old]
                self._contents = {
                    key: content for each in kept.values() for key, content in each.kept.items()
                }
                self._held = kept
            return self._held[edition]

    def versions_at(self, edition: int) -> Mapping[str, int]:
        """Return table -> version at `edition`."""
        return self.hold(edition).versions

    def standing_at(self, edition: int) -> Mapping[str, Hashable]:
        """Return table -> hash of its content at `edition`; its version where the shipped file has it."""
        return self.hold(edition).standing

    def read(self, table: str, version: int) -> pd.DataFrame | None:
        """Return that version; None when only the shipped file has it."""
        for held in self._held.values():
            try:
                return held.read(table, version)
            except KeyError:
                continue
        return self.store.read_kept(table, version)
