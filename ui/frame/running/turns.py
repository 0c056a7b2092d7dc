"""One page is drawn at a time: beside one another they only take Python's lock from each other.

Forty visitors at once were served in the same processor time with a wait half as long in the worst twentieth
(docs/kinerja.md). Nobody waits longer than `PATIENCE_S`, so a run that takes long (an upload of a hundred
thousand rows, a database that does not answer) holds up no one else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore

PATIENCE_S = 0.5

_turn = Semaphore(1)


@contextmanager
def taken(turn: Semaphore = _turn, patience_s: float = PATIENCE_S) -> Iterator[bool]:
    """Wait for a turn, at most `patience_s`, and hold it; the value is False for who goes on without one.

    However the run ends, by an error or because Streamlit stops or repeats it, the turn is given back.
    """
    mine = turn.acquire(timeout=patience_s)
    try:
        yield mine
    finally:
        if mine:
            turn.release()
