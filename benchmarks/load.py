"""Many visitors at once: sessions that walk nine views, beside a one-line page in the same run.

    python benchmarks/load.py [--sessions 40] [--think 3] [--steps 18]

Each session speaks Streamlit's own messages over a WebSocket and thinks between two views. Printed for both
pages: seconds from asking for a view to its end (p50, p95, p99), errors, processor per rerun, memory per
session, and the ratios; the load generator's own processor beside them. The one-line page runs under
Streamlit's default settings. Only this machine is asked, at most MOST_SESSIONS and MOST_STEPS, and it ends
by itself after MOST_SECONDS.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path

import httpx
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin, Subprotocol

ROOT = Path(__file__).resolve().parents[1]
VIEWS = (
    ("", ""),
    ("peta", ""),
    ("profil", "kota=1275"),
    ("profil", "kota=1271&bagian=pangan"),
    ("komplementaritas", ""),
    ("mitra", "kota=1275"),
    ("pangan", ""),
    ("banding", ""),
    ("aplikasi", ""),
)
ONE_LINE = 'import streamlit as st\nst.write("Halo")\n'
MOST_SESSIONS, MOST_STEPS, MOST_SECONDS = 200, 200, 900
PATIENCE_S = 60
TICKS = os.sysconf("SC_CLK_TCK")
DONE = ("FINISHED_SUCCESSFULLY", "FINISHED_FRAGMENT_RUN_SUCCESSFULLY")


class Server:
    """A running application: its port, processor seconds so far, memory in MB."""

    def __init__(self, process: subprocess.Popen, port: int):
        self.process, self.port = process, port

    def processor(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mb(self) -> float:
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


@contextmanager
def served(script: str, folder: Path, port: int):
    """Run ``streamlit run script`` in `folder`; its own settings hold there."""
    store = tempfile.mkdtemp(prefix="sinergi-beban-")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": f"{store}/beban.db",
        "SINERGI_KUNCI": f"{store}/kunci",
    }
    options = ["--server.port", str(port), "--server.headless", "true", "--server.address", "127.0.0.1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, *options],
        cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        until = time.monotonic() + 120
        while True:
            try:
                if httpx.get(f"http://127.0.0.1:{port}/_stcore/health").status_code == httpx.codes.OK:
                    break
            except httpx.TransportError:
                if process.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.3)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=30)


async def rerun(socket, page: str, query: str) -> bool:
    """Ask for a view and read until its run is over; whether it ended without an error on the page."""
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.query_string = query
    await socket.send(asked.SerializeToString())
    good = True
    while True:
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(socket.recv(), PATIENCE_S))
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            good = False
        if kind == "page_not_found":
            good = False
        if kind == "script_finished":
            name = ForwardMsg.ScriptFinishedStatus.Name(message.script_finished)
            if name != "FINISHED_EARLY_FOR_RERUN":
                return good and name in DONE


async def visit(port: int, number: int, views, pace: tuple[int, float], found: dict) -> None:
    """One visitor: begin at a moment and a view of an own, walk on; `pace`: views, seconds between."""
    steps, think = pace
    moods = random.Random(number)
    await asyncio.sleep(moods.random() * think)
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    try:
        async with websockets.connect(
            address,
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(f"http://127.0.0.1:{port}"),
            max_size=None,
        ) as socket:
            for step in range(steps):
                view = views[(number + step) % len(views)]
                begun = time.perf_counter()
                good = await rerun(socket, *view)
                found[view].append(time.perf_counter() - begun)
                found["errors"] += not good
                await asyncio.sleep(think * (0.5 + moods.random()))
    except (OSError, TimeoutError, websockets.WebSocketException):
        found["errors"] += 1


async def walk(server: Server, views, sessions: int, steps: int, think: float) -> dict:
    """Let all visitors walk; return their times by view, errors, processor and memory of the server."""
    warm: dict = defaultdict(list) | {"errors": 0}
    await visit(server.port, 0, views, (2 * len(views) + 30, 0), warm)
    found: dict = defaultdict(list) | {"errors": 0}
    processor, memory, mine = server.processor(), server.memory_mb(), time.process_time()
    walks = [visit(server.port, each, views, (steps, think), found) for each in range(sessions)]
    await asyncio.wait_for(asyncio.gather(*walks), MOST_SECONDS)
    taken = [each for view in views for each in found[view]]
    return {
        "found": found,
        "taken": taken,
        "errors": found["errors"],
        "per_rerun_ms": 1000 * (server.processor() - processor) / max(1, len(taken)),
        "per_session_mb": (server.memory_mb() - memory) / sessions,
        "generator_s": time.process_time() - mine,
    }


def spread(taken: list[float]) -> str:
    """Write p50, p95 and p99 in seconds."""
    if len(taken) < 2:
        return "too few"
    cuts = statistics.quantiles(taken, n=100, method="inclusive")
    return f"p50 {cuts[49]:6.2f}  p95 {cuts[94]:6.2f}  p99 {cuts[98]:6.2f} s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=40)
    parser.add_argument("--think", type=float, default=3.0, help="seconds between two views, on average")
    parser.add_argument("--steps", type=int, default=18, help="views a session opens")
    parser.add_argument("--port", type=int, default=8690)
    given = parser.parse_args()
    if not (0 < given.sessions <= MOST_SESSIONS and 0 < given.steps <= MOST_STEPS):
        parser.error(f"at most {MOST_SESSIONS} sessions and {MOST_STEPS} steps")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "one_line.py").write_text(ONE_LINE)
        results = {}
        for name, script, place, views in (
            ("one line", "one_line.py", Path(folder), (("", ""),)),
            ("ours", "app.py", ROOT, VIEWS),
        ):
            with served(script, place, given.port) as server:
                results[name] = asyncio.run(walk(server, views, given.sessions, given.steps, given.think))
    print(f"{given.sessions} sessions, {given.think:g} s think time, {given.steps} views each")
    for view in VIEWS:
        print(f"  {'/'.join(filter(None, view)) or 'beranda':26} {spread(results['ours']['found'][view])}")
    for name, result in results.items():
        print(
            f"{name:10} {spread(result['taken'])}  reruns {len(result['taken'])}  errors {result['errors']}  "
            f"processor {result['per_rerun_ms']:.0f} ms a rerun  memory {result['per_session_mb']:.2f} MB a "
            f"session  (load generator {result['generator_s']:.1f} s)"
        )
    ours, line = results["ours"]["per_rerun_ms"], results["one line"]["per_rerun_ms"]
    print(f"processor a rerun, ours to the one-line page: {ours / line:.2f} (aim: at most 0.8)")


if __name__ == "__main__":
    main()
