"""Whether memory stays flat: as many steps as a hall makes in an hour, one after the other without thinking.

    python -m benchmarks.memory [--sessions 40] [--steps 30] [--rounds 40]

Each round is a hall of new visitors who walk the nine views and leave. 40 sessions with 3 s of think time
make 48,000 steps in an hour; printed is the memory of the server's process after every round, with how many
steps it had served by then, and what the last half of the rounds added per 1,000 steps. Only this machine is
asked; it ends by itself after --minutes.
"""

from __future__ import annotations

import statistics
import time

from benchmarks.load import VIEWS, Side, arguments, bounded, free_port, measured, warm
from benchmarks.serving import ROOT, served
from benchmarks.visitors import Door, Pace, Walk


def main() -> None:
    parser = arguments(40, 0.0)
    parser.set_defaults(steps=30, rounds=40)
    parser.add_argument("--minutes", type=float, default=45.0, help="begin no further round after these")
    given = bounded(parser)
    side, held = Side(), []
    until = time.monotonic() + 60 * given.minutes
    with served("app.py", ROOT, free_port()) as server:
        warm(server, VIEWS)
        print(f"after the first visitor    {server.memory_mb():7.1f} MB", flush=True)
        walk = Walk(Door.of(server.port), VIEWS, Pace(given.steps, given.think))
        for _ in range(given.rounds):
            if time.monotonic() > until:
                break
            measured([server], walk, given.sessions, side)
            held.append((len(side.taken), server.memory_mb()))
            print(
                f"{held[-1][0]:8} steps  {held[-1][1]:7.1f} MB  errors {side.errors.total()}  "
                f"{side.per_rerun_ms[-1]:.1f} ms a step",
                flush=True,
            )
    later = held[len(held) // 2 :]
    if len(later) > 1:
        slope = statistics.linear_regression(*zip(*later, strict=True)).slope
        print(f"last half of the rounds: {1000 * slope:+.2f} MB per 1,000 steps")


if __name__ == "__main__":
    main()
