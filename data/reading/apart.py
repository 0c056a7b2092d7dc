"""Hand workbooks to a process of their own: whatever a file does, it does it there.

The process may grow by :data:`MEMORY` bytes and work for the seconds of the check; the system ends it beyond,
and this side ends it when the clock runs out. On Windows, which has no such bounds for a process, the clock
alone holds (:data:`SECONDS_WITHOUT_BOUNDS`), beside the bounds on what a workbook may expand to.
"""

from __future__ import annotations

import atexit
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any, cast

from data.reading.grid import Cell, EmptyFormula, ExcelError, Percent
from data.reading.limits import MAX_SECONDS_BY_THE_CLOCK, Deadline, Unreadable
from data.reading.workbook import Sheet

WORKER = Path(__file__).with_name("worker.py")
MEMORY = 768 * 1024 * 1024
AT_ONCE = 2
# After so many files, or a large one, the process is let go: what it has grown by is given back.
MOST_FILES = 200
LARGE = 1024 * 1024
LARGEST_ANSWER = 512 * 1024 * 1024
WAIT_FOR_TURN = 60.0
SECONDS_WITHOUT_BOUNDS = 30.0
KINDS: dict[str, Callable[[Any], Cell]] = {
    "percent": Percent,
    "error": ExcelError,
    "formula": EmptyFormula,
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "clock": time.fromisoformat,
    "span": lambda seconds: timedelta(seconds=seconds),
}


def _cell(pair: dict) -> object:
    """Return the cell a pair of kind and text stands for; any other object as it is."""
    if len(pair) == 1:
        kind, value = next(iter(pair.items()))
        if kind in KINDS and not isinstance(value, dict | list):
            return KINDS[kind](value)
    return pair


class _Worker:
    """One process; not shared while it works."""

    def __init__(self) -> None:
        environment = {
            name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "LANG")
        }
        self.process = subprocess.Popen(
            [sys.executable, "-I", str(WORKER), str(MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )
        self.questions = cast(IO[bytes], self.process.stdin)
        self.answers = cast(IO[bytes], self.process.stdout)
        self.files = 0

    def ask(self, content: bytes, sheet: str | None, seconds: float, clock: float) -> dict:
        """Return the answer; raises Unreadable when the process was ended over it."""
        ended = threading.Event()

        def stop() -> None:
            ended.set()
            self.end()

        alarm = threading.Timer(clock, stop)
        alarm.daemon = True
        alarm.start()
        try:
            head = json.dumps({"size": len(content), "sheet": sheet, "seconds": seconds}).encode()
            self.questions.write(head + b"\n" + content)
            self.questions.flush()
            length = int.from_bytes(self._read(8), "big")
            if length > LARGEST_ANSWER:
                raise EOFError
            answer = json.loads(self._read(length), object_hook=_cell)
        except (OSError, EOFError, ValueError):
            self.end()
            slow = ended.is_set() or self.process.wait(timeout=10) in (-24, -9, 152, 137)  # SIGXCPU, SIGKILL
            raise Unreadable("too_slow" if slow else "too_much", seconds=round(seconds)) from None
        finally:
            alarm.cancel()
        self.files += 1
        if self.files >= MOST_FILES or len(content) > LARGE or length > LARGE * 8:
            self.end()
        return answer

    def _read(self, size: int) -> bytes:
        found = self.answers.read(size)
        if len(found) < size:
            raise EOFError
        return found

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def end(self) -> None:
        """End the process."""
        if self.alive:
            self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None and threading.current_thread() is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be written
                    continue
        self.process.wait(timeout=10)


_idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
_turns = threading.BoundedSemaphore(AT_ONCE)


def read_apart(content: bytes, deadline: Deadline, sheet: str | None = None) -> list[Sheet]:
    """Return the sheets of a workbook, read in a process of its own; `sheet`: only the rows of that one.

    Raises
    ------
    Unreadable
        As :func:`data.reading.workbook.read_sheets`; ``busy`` when too many files are being read.
    """
    if not _turns.acquire(timeout=WAIT_FOR_TURN):
        raise Unreadable("busy")
    try:
        worker = _take()
        try:
            has_bounds = os.name == "posix"
            clock = (
                MAX_SECONDS_BY_THE_CLOCK if has_bounds else min(SECONDS_WITHOUT_BOUNDS, deadline.seconds * 2)
            )
            answer = worker.ask(content, sheet, deadline.seconds, clock)
        finally:
            if worker.alive:
                _idle.put(worker)
    finally:
        _turns.release()
    deadline.check()
    if "refused" in answer:
        code, line, facts = answer["refused"]
        raise Unreadable(code, line, **facts)
    return [_sheet(each) for each in answer["sheets"]]


def _take() -> _Worker:
    while True:
        try:
            worker = _idle.get_nowait()
        except queue.Empty:
            return _Worker()
        if worker.alive:
            return worker


def _sheet(told: dict) -> Sheet:
    rows: list[tuple[int, list[Cell]]] = [(line, cells) for line, cells in told["rows"]]
    refused = tuple(told["refused"]) if told["refused"] else None
    merged = [tuple(span) for span in told["merged"]]
    return Sheet(**told | {"rows": rows, "merged": merged, "refused": refused})


@atexit.register
def close() -> None:
    """End the processes that wait."""
    while not _idle.empty():
        _idle.get_nowait().end()
