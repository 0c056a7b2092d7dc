"""Applications under load on this machine: started, asked what they cost, stopped."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[1]
ONE_LINE = 'import streamlit as st\nst.write("Halo")\n'
# What Streamlit brings when it alone is installed: asyncio's own loop.
PLAIN = "import sys; sys.modules['uvloop'] = None; from streamlit.web.cli import main; main()"
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE_S = 120


class Server:
    """A running application: its port, processor seconds so far, memory in MB."""

    def __init__(self, process: subprocess.Popen, port: int):
        self.process, self.port = process, port

    def processor(self) -> float:
        """Return seconds of processor of this process alone, all its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mb(self) -> float:
        """Return the memory it holds now."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


@contextmanager
def served(script: str, folder: Path, port: int, *, plain: bool = False) -> Iterator[Server]:
    """Run ``streamlit run script`` in `folder`, with the settings found there and a store of its own.

    `plain`: with what Streamlit itself requires and nothing more.
    """
    with tempfile.TemporaryDirectory(prefix="sinergi-beban-") as store:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"{store}/beban.db",
            "SINERGI_KUNCI": f"{store}/kunci",
        }
        options = ["--server.port", str(port), "--server.headless", "true", "--server.address", "127.0.0.1"]
        process = subprocess.Popen(
            [sys.executable, *(("-c", PLAIN) if plain else ("-m", "streamlit")), "run", script, *options],
            cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait(process, port)
            yield Server(process, port)
        finally:
            process.terminate()
            process.wait(timeout=30)


@contextmanager
def one_line(port: int) -> Iterator[Server]:
    """Run a page of one line under Streamlit's default settings and requirements."""
    with tempfile.TemporaryDirectory(prefix="sinergi-baris-") as folder:
        (Path(folder) / "one_line.py").write_text(ONE_LINE)
        with served("one_line.py", Path(folder), port, plain=True) as server:
            yield server


def _wait(process: subprocess.Popen, port: int) -> None:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/_stcore/health").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            if process.poll() is not None or time.monotonic() > until:
                raise
        time.sleep(0.2)
