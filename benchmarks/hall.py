"""A hall of 200: two servers behind nginx with the configuration of `deploy/`, one PostgreSQL, TLS.

    python -m benchmarks.hall [--sessions 200] [--think 5] [--steps 6] [--rounds 1]

Needs Debian's packages `nginx-light` and `postgresql`. Visitors come in through nginx, each with a socket of
their own, and walk the nine views of :mod:`benchmarks.load`. Printed: seconds from asking for a view to the
end of its run, errors by kind, processor a rerun of both servers together and of each alone, and the
generator's own, which runs on the same cores. All on the loopback range; bounded as the other.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks.load import VIEWS, Side, arguments, bounded, measured, told, warm
from benchmarks.serving import ROOT, Server
from benchmarks.visitors import Door, Pace, Walk

sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests" / "data")]

from driving import free_port  # noqa: E402
from postgres_cluster import Cluster, new_database  # noqa: E402
from replicas import Proxy, Replica  # noqa: E402


def main() -> None:
    parser = arguments(200, 5.0)
    parser.set_defaults(steps=6, rounds=1)
    given = bounded(parser)
    side, before = Side(), os.getloadavg()[0]
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sinergi-aula-")))
        cluster = Cluster()
        stack.callback(cluster.close)
        database = new_database(cluster)
        replicas = []
        for name in ("1", "2"):
            replicas.append(Replica(name, home, {"DATABASE_URL": database}))
            stack.callback(replicas[-1].kill)
        proxy = Proxy(replicas, free_port())
        stack.callback(proxy.close)
        for each in (*replicas, proxy):
            each.wait()
        servers = [Server(each.process, each.port) for each in replicas]
        for server in servers:
            warm(server, VIEWS)
        alone = [each.processor() for each in servers]
        walk = Walk(Door(proxy.address, proxy.port, proxy.trust), VIEWS, Pace(given.steps, given.think))
        for _ in range(given.rounds):
            measured(servers, walk, given.sessions, side)
        shares = [each.processor() - begun for each, begun in zip(servers, alone, strict=True)]
    print(
        f"{given.sessions} sessions, {given.think:g} s think time, {given.steps} views each, two servers "
        f"behind nginx; load of the machine {before:.1f} before, {os.getloadavg()[0]:.1f} after"
    )
    told("hall", side)
    print(f"processor of each server: {', '.join(f'{each:.0f} s' for each in shares)}; aim: p95 under 1.5 s")


if __name__ == "__main__":
    main()
