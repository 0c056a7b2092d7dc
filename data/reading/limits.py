"""How much of an upload is read, and how it is refused."""

from __future__ import annotations

import time

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 64
MAX_CELLS = 2_000_000
# What the parts of an XLSX file may come to once expanded: sheets and texts, and everything else.
MAX_EXPANDED = 64 * 1024 * 1024
MAX_EXPANDED_REST = 4 * 1024 * 1024
MAX_PARTS = 500
MAX_SHEETS = 60
MAX_MERGED = 50_000
MAX_TEXTS = 500_000
MAX_STYLES = 200_000
# The last line an Excel sheet has.
LAST_LINE = 1_048_576
# Of work on one upload; a machine busy with other things may take longer by the clock, but not without end.
MAX_SECONDS = 30.0
MAX_SECONDS_BY_THE_CLOCK = 180.0
MAX_TEXT = 5_000
HEADER_SEARCHED = 20


class Unreadable(Exception):
    """The file cannot be read at all.

    Attributes
    ----------
    code
        Key of the sentence in :mod:`data.validation.messages`.
    line
        Line in the user's file, where there is one to name.
    facts
        What the sentence is filled with.
    """

    def __init__(self, code: str, line: int | None = None, **facts: object):
        super().__init__(code, facts)
        self.code, self.line, self.facts = code, line, facts


class Deadline:
    """Time an upload may take: of this thread's work, and by the clock."""

    def __init__(self, seconds: float | None = None):
        self.seconds = MAX_SECONDS if seconds is None else seconds
        self._work_ends = time.thread_time() + self.seconds
        self._clock_ends = time.monotonic() + MAX_SECONDS_BY_THE_CLOCK

    def check(self) -> None:
        """Refuse the file once the time is over."""
        if time.thread_time() > self._work_ends or time.monotonic() > self._clock_ends:
            raise Unreadable("too_slow", seconds=round(self.seconds))
