"""How often somebody may do something: so many at once, and so many a minute from then on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic

MOST_KNOWN = 10_000


class Rate:
    """A bucket a person, filled steadily; each action takes one out. Safe to share between threads.

    Parameters
    ----------
    most
        How many at once.
    per_s
        Seconds in which an empty bucket fills.
    """

    def __init__(self, most: int, per_s: float, clock: Callable[[], float] = monotonic):
        self.most, self.per_s = most, per_s
        self._clock, self._lock = clock, Lock()
        self._left: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def allows(self, who: Hashable) -> bool:
        """Take one out of `who`'s bucket; False when it is empty."""
        with self._lock:
            now = self._clock()
            left, since = self._left.pop(who, (float(self.most), now))
            left = min(self.most, left + (now - since) * self.most / self.per_s)
            self._left[who] = (max(left - 1, 0.0) if left >= 1 else left, now)
            # Whoever comes under ever new names must not fill the memory; the oldest are full again anyway.
            while len(self._left) > MOST_KNOWN:
                self._left.popitem(last=False)
            return left >= 1
