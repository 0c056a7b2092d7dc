"""Remember a result for as long as the tables it was computed from stand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock, RLock
from typing import Any, ParamSpec, TypeVar, cast

import pandas as pd

from data.versioning.versions import current_edition, held, standing, table_names
from i18n import language

P = ParamSpec("P")
R = TypeVar("R")


class Memory:
    """Results by key, the least used forgotten; a result wanted by several at once is made once."""

    def __init__(self, size: int):
        self.size = size
        self._results: OrderedDict[Hashable, object] = OrderedDict()
        self._making: dict[Hashable, RLock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], R]) -> R:
        """Return the result of `key`, made with `make` unless it is remembered."""
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return cast(R, self._results[key])
            making = self._making.setdefault(key, RLock())
        with making:
            with self._lock:
                if key in self._results:
                    return cast(R, self._results[key])
            try:
                result = make()
                with self._lock:
                    self._results[key] = result
                    while len(self._results) > self.size:
                        self._results.popitem(last=False)
            finally:
                with self._lock:
                    self._making.pop(key, None)
            return result

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._results.clear()


def by_version(*tables: str, size: int = 128) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Cache a function of hashable arguments by the content of the `tables` it reads.

    What a store keeps is told apart by its hash, what was shipped by its release: after a store is opened,
    left or rolled back, what was made from the same tables is still there. Shared by all sessions of the
    process. One call sees one edition of the data set throughout, also when a new one is published
    meanwhile. A pandas result is handed out as a shallow copy: under pandas' copy-on-write the caller may
    change theirs without touching the remembered one.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        memory = Memory(size)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            edition = current_edition()

            def make() -> R:
                with held(edition):
                    return function(*args, **kwargs)

            key = (standing(tables, edition), args, tuple(sorted(kwargs.items())) if kwargs else ())
            result = memory.get(key, make)
            return result.copy(deep=False) if isinstance(result, pd.DataFrame | pd.Series) else result

        told: Any = call
        told.cache_clear = memory.clear
        told.tables = frozenset(tables)
        return call

    return decorate


def by_language(*tables: str, size: int = 256) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """As :func:`by_version` for a function that writes words: remembered apart for every language.

    Without `tables` it is remembered by the content of all of them, for words that rest on many. What depends
    on the session or on the moment (theme, account, day) must be among the arguments.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        def written(_language: str, *args: P.args, **kwargs: P.kwargs) -> R:
            return function(*args, **kwargs)

        told: Any = by_version(*(tables or table_names()), size=size)(written)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            return told(language(), *args, **kwargs)

        changed: Any = call
        changed.cache_clear = told.cache_clear
        changed.tables = told.tables
        return call

    return decorate
