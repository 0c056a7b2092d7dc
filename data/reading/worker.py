"""The process that parses workbooks: bounded in memory and time, with no more of us than it needs.

Speaks with :mod:`data.reading.apart` over its pipes: a line of JSON with the size of the file and what is
wanted, the file; back the length of an answer and the answer as JSON. Ends when its input does.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
import types
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _only_the_readers() -> None:
    """Make ``data`` and ``data.reading`` packages without running them: pandas and the tables stay away."""
    sys.path.insert(0, str(ROOT))
    for name, folder in (("data", ROOT / "data"), ("data.reading", ROOT / "data" / "reading")):
        package = types.ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package


def _bound_memory(most: int) -> None:
    """Let this process grow by `most` bytes; where the system has no such bound (Windows) nothing is set."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415

        with open("/proc/self/statm", encoding="ascii") as file:
            now = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (now + most, now + most))


def _bound_work(seconds: float) -> None:
    """Let the system end this process after `seconds` more of work."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415

        used = resource.getrusage(resource.RUSAGE_SELF)
        ends = int(used.ru_utime + used.ru_stime + seconds) + 2
        resource.setrlimit(resource.RLIMIT_CPU, (ends, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _plain(cell: object) -> object:
    """Return a cell JSON has no word for as a pair of kind and text."""
    from data.reading.grid import EmptyFormula, ExcelError, Percent  # noqa: PLC0415

    if isinstance(cell, Percent):
        return {"percent": cell.value}
    if isinstance(cell, ExcelError | EmptyFormula):
        return {"error" if isinstance(cell, ExcelError) else "formula": cell.text}
    if isinstance(cell, timedelta):
        return {"span": cell.total_seconds()}
    for kind, word in ((datetime, "moment"), (date, "day"), (clock_time, "clock")):
        if isinstance(cell, kind):
            return {word: cell.isoformat()}
    raise TypeError(type(cell).__name__)


def _answer(asked: dict, content: bytes) -> dict:
    from data.reading.limits import Unreadable  # noqa: PLC0415
    from data.reading.workbook import read_sheets  # noqa: PLC0415

    ends = time.process_time() + asked["seconds"]

    def check() -> None:
        if time.process_time() > ends:
            raise Unreadable("too_slow", seconds=round(asked["seconds"]))

    try:
        sheets = read_sheets(content, check, asked["sheet"])
    except Unreadable as refused:
        return {"refused": [refused.code, refused.line, refused.facts]}
    except MemoryError:
        return {"refused": ["too_much", None, {}]}
    names = (
        "name",
        "hidden",
        "rows",
        "merged",
        "refused",
        "formulas",
        "hidden_lines",
        "hidden_columns",
        "filtered",
    )
    return {"sheets": [{name: getattr(sheet, name) for name in names} for sheet in sheets]}


def main() -> None:
    """Answer until the input ends."""
    _only_the_readers()
    from data.reading import workbook  # noqa: F401, PLC0415 - loaded before memory is bounded

    _bound_memory(int(sys.argv[1]))
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while line := source.readline():
        asked = json.loads(line)
        content = source.read(asked["size"])
        _bound_work(asked["seconds"])
        try:
            answer = json.dumps(_answer(asked, content), default=_plain).encode()
        except MemoryError:
            answer = b'{"refused": ["too_much", null, {}]}'
        sink.write(len(answer).to_bytes(8, "big") + answer)
        sink.flush()


if __name__ == "__main__":
    main()
