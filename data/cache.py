"""Remember a result for as long as the tables it was computed from stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

import pandas as pd

from data.versions import current_version

P = ParamSpec("P")
R = TypeVar("R")


def by_version(*tables: str, size: int = 128) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Cache a function of hashable arguments by the versions of the `tables` it reads.

    Shared by all sessions of the process. A pandas result is handed out as a shallow copy: under
    pandas' copy-on-write the caller may change theirs without touching the remembered one.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize=size)
        def remembered(_versions: tuple[int, ...], *args: object, **kwargs: object) -> R:
            return function(*args, **kwargs)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            result = remembered(tuple(map(current_version, tables)), *args, **kwargs)
            return result.copy(deep=False) if isinstance(result, pd.DataFrame | pd.Series) else result

        call.cache_clear = remembered.cache_clear
        return call

    return decorate
