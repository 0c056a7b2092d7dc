"""Many visitors at once: sessions that walk nine views, beside a one-line page in the same run.

    python -m benchmarks.load [--sessions 40] [--think 3] [--steps 9] [--rounds 3]

Both applications run throughout; each round lets the visitors walk the one-line page, which runs under
Streamlit's default settings, and then ours, so that the machine's moods reach both. Printed are, over all
rounds, seconds from asking for a view to the end of its run (p50, p95, p99; of each view too), errors by
kind, processor of the server's process a rerun, memory a session, bytes a view, and the ratio of processor
round by round; the load generator's own processor and the machine's load beside them. Only this machine is
asked, at most MOST_SESSIONS and MOST_STEPS, and a round ends by itself after MOST_SECONDS.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import statistics
import time
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.serving import ROOT, Server, one_line, served
from benchmarks.visitors import Door, Pace, Seen, Step, Walk, crowd

VIEWS = (
    Step("", "", 40),
    Step("peta", "", 40),
    Step("profil", "kota=1275", 40),
    Step("profil", "kota=1271&bagian=pangan", 40),
    Step("komplementaritas", "", 40),
    Step("mitra", "kota=1275", 40),
    Step("pangan", "", 40),
    Step("banding", "", 40),
    Step("aplikasi", "", 40),
)
LINE = (Step(),)
MOST_SESSIONS, MOST_STEPS, MOST_SECONDS = 200, 200, 900
WARM_RUNS = 48


@dataclass
class Side:
    """What one of the two applications cost, round by round."""

    seen: list[Seen] = field(default_factory=list)
    per_rerun_ms: list[float] = field(default_factory=list)
    per_session_mb: list[float] = field(default_factory=list)
    generator_s: float = 0.0

    @property
    def errors(self) -> Counter[str]:
        return sum((each.errors for each in self.seen), Counter())

    @property
    def taken(self) -> list[float]:
        return [second for each in self.seen for second in each.taken]

    def of(self, step: Step) -> list[float]:
        return [second for each in self.seen for second in each.seconds[step]]


def warm(server: Server, steps: tuple[Step, ...]) -> None:
    """Walk alone until caches are filled and the heap is frozen; raise if a view cannot be had."""
    seen = asyncio.run(crowd(Walk(Door.of(server.port), steps, Pace(WARM_RUNS, 0)), 1, MOST_SECONDS))
    if seen.errors:
        raise RuntimeError(f"errors before any load: {dict(seen.errors)}")


def measured(servers: list[Server], walk: Walk, sessions: int, side: Side) -> None:
    """Let all visitors walk once and add what it cost to `side`."""

    def total(figure: str) -> float:
        return sum(getattr(each, figure)() for each in servers)

    processor, memory, mine = total("processor"), total("memory_mb"), time.process_time()
    held: list[float] = []
    seen = asyncio.run(crowd(walk, sessions, MOST_SECONDS, lambda: held.append(total("memory_mb"))))
    side.seen.append(seen)
    side.per_rerun_ms.append(1000 * (total("processor") - processor) / max(1, len(seen.taken)))
    side.per_session_mb.append((held[0] - memory) / sessions)
    side.generator_s += time.process_time() - mine


def spread(taken: list[float]) -> str:
    """Write p50, p95 and p99 in seconds."""
    if len(taken) < 2:
        return "too few"
    cuts = statistics.quantiles(taken, n=100, method="inclusive")
    return f"p50 {cuts[49]:6.2f}  p95 {cuts[94]:6.2f}  p99 {cuts[98]:6.2f} s"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def arguments(sessions: int, think: float) -> argparse.ArgumentParser:
    """Return the parser of what is asked: sessions, think time, steps, rounds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sessions", type=int, default=sessions)
    parser.add_argument("--think", type=float, default=think, help="seconds between two views, on average")
    parser.add_argument("--steps", type=int, default=9, help="views a session opens in a round")
    parser.add_argument("--rounds", type=int, default=3)
    return parser


def bounded(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Return what is asked, refused where it is too much."""
    given = parser.parse_args()
    if not (0 < given.sessions <= MOST_SESSIONS and 0 < given.steps <= MOST_STEPS and given.rounds > 0):
        parser.error(f"at most {MOST_SESSIONS} sessions and {MOST_STEPS} steps")
    return given


def told(name: str, side: Side) -> None:
    """Print a line of figures of one side."""
    print(
        f"{name:9} {spread(side.taken)}  reruns {len(side.taken)}  errors {side.errors.total()}  processor "
        f"{statistics.median(side.per_rerun_ms):.1f} ms a rerun  memory "
        f"{max(side.per_session_mb):.2f} MB a session  "
        f"{sum(each.received for each in side.seen) / max(1, len(side.taken)) / 1000:.0f} kB a view  "
        f"(load generator {side.generator_s:.1f} s)"
    )
    for kind, count in side.errors.most_common(5):
        print(f"          {count} x {kind}")


def ratio(mine: list[float], theirs: list[float]) -> str:
    """Write the ratio of two figures, round by round, and their median."""
    found = [a / b for a, b in zip(mine, theirs, strict=True)]
    return f"{statistics.median(found):.2f} (rounds {', '.join(f'{each:.2f}' for each in found)})"


def main() -> None:
    given = bounded(arguments(40, 3.0))
    pace = Pace(given.steps, given.think)
    line, ours = Side(), Side()
    before = os.getloadavg()[0]
    with one_line(free_port()) as plain, served("app.py", ROOT, free_port()) as server:
        warm(plain, LINE)
        warm(server, VIEWS)
        for _ in range(given.rounds):
            measured([plain], Walk(Door.of(plain.port), LINE, pace), given.sessions, line)
            measured([server], Walk(Door.of(server.port), VIEWS, pace), given.sessions, ours)
    print(
        f"{given.sessions} sessions, {given.think:g} s think time, {given.steps} views each, "
        f"{given.rounds} rounds; load of the machine {before:.1f} before, {os.getloadavg()[0]:.1f} after"
    )
    for step in VIEWS:
        print(f"  {step.name:32} {spread(ours.of(step))}")
    told("one line", line)
    told("ours", ours)
    compared = ratio(ours.per_rerun_ms, line.per_rerun_ms)
    print(f"processor a rerun, ours to the one-line page: {compared}; aim: at most 0.8")


if __name__ == "__main__":
    main()
