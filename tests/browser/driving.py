"""Start the application and drive it in Debian's Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 60_000
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


# Address of a running application -> file of its owner's key.
KEYS: dict[str, Path] = {}


def open_door(context, address: str) -> None:
    """Give a browser's context the session the owner's key is exchanged for, as its form does."""
    key = KEYS[address].read_text().strip()
    answer = context.request.post(
        f"{address}/kunci", form={"kunci": key}, headers={"Origin": address}, max_redirects=0
    )
    assert answer.status == 303, answer.text()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(script: str = "app.py", folder: Path = ROOT, env: dict[str, str] | None = None) -> Iterator[str]:
    """Run ``streamlit run script`` on a free port; yield its address."""
    port = free_port()
    key_file = Path(tempfile.mkdtemp(prefix="sinergi-kunci-")) / "kunci"
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SINERGI_KUNCI": str(key_file), **(env or {})},
    )
    address = f"http://localhost:{port}"
    KEYS[address] = key_file
    try:
        _wait_until_up(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_up(address: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the application ended with {process.returncode} before it answered")
        try:
            if httpx.get(f"{address}/_stcore/health", timeout=2).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise TimeoutError(f"{address} did not answer")


class Watch:
    """What a page did that it must not: requests to other hosts, console errors, failed requests."""

    def __init__(self, page, address: str):
        self.outside: list[str] = []
        self.errors: list[str] = []
        self._page = page
        self._heard = {
            "request": lambda request: self._request(request.url, address),
            "console": self._console,
            "pageerror": lambda error: self.errors.append(str(error)),
            "response": self._response,
        }
        for event, told in self._heard.items():
            page.on(event, told)

    def end(self) -> None:
        """Look away: what the page does now is no longer this visit's."""
        for event, told in self._heard.items():
            self._page.remove_listener(event, told)

    def _request(self, url: str, address: str) -> None:
        inside = (address, address.replace("http", "ws", 1), "data:", "blob:", "about:")
        if not url.startswith(inside):
            self.outside.append(url)

    def _console(self, message) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _response(self, response) -> None:
        if response.status >= 400:
            self.errors.append(f"{response.status} {response.url}")


def wait_idle(page, settle_ms: int = 400) -> None:
    """Wait until the script has run and stays at rest for `settle_ms`."""
    page.wait_for_selector(IDLE, timeout=PATIENCE_MS)
    for _ in range(100):
        page.wait_for_timeout(settle_ms)
        if page.query_selector(IDLE):
            return
    raise TimeoutError("the page did not come to rest")


def menu(page, name: str) -> None:
    """Go to a page by the menu along the top, as a reader does."""
    top = page.locator("[data-testid='stTopNavLink']").get_by_text(name, exact=True)
    within = page.get_by_role("menuitem", name=name, exact=True)
    page.locator("[data-testid='stTopNavSection']").first.wait_for()
    if top.count():
        top.click()
    else:
        for section in page.locator("[data-testid='stTopNavSection']").all():
            section.click()
            page.get_by_role("menuitem").first.wait_for()
            if within.count():
                break
            page.keyboard.press("Escape")
            page.get_by_role("menuitem").first.wait_for(state="hidden")
        within.click()
    wait_idle(page)
