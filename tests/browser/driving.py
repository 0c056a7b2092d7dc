"""Start the application and drive it in Debian's Chromium."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
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
SETTLE_MS, STILL_MS = 400, 120
HELD_MS = 350  # React shows a placeholder at once, and all that follows up to 300 ms later
BUSY_S = 0.1  # a page that takes longer to answer is drawing
# Told by every page of `conftest.chromium`: whether a run was asked for over Streamlit's socket and has not
# ended (11 is BackMsg.rerun_script, 6 ForwardMsg.script_finished with 2 "early, another follows"), and when
# the page last changed. Between a click and the server's first word the page itself still looks at rest.
TELLING = """(() => {
  const now = () => performance.now()
  const told = window.sinergiTold = {open: false, moved: now(), beat: now(), held: now()}
  // A browser busy with a chart's code draws nothing meanwhile: that is no rest.
  told.look = () => {
    if (now() - told.beat > 100) told.moved = now()
    told.beat = now()
  }
  setInterval(told.look, 25)
  const value = (data, wanted) => {
    const bytes = new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength)
    let at = 0
    const number = () => {
      let read = 0, scale = 1
      for (; bytes[at] > 127; at++, scale *= 128) read += (bytes[at] - 128) * scale
      return read + bytes[at++] * scale
    }
    while (at < bytes.length) {
      const tag = number(), field = Math.floor(tag / 8), kind = tag % 8
      const found = kind === 0 || kind === 2 ? number() : 0
      if (field === wanted) return found
      at += {1: 8, 2: found, 5: 4}[kind] ?? 0
    }
  }
  const Plain = window.WebSocket
  window.WebSocket = class extends Plain {
    constructor(...how) {
      super(...how)
      this.addEventListener('close', () => { told.open = false })
      this.addEventListener('message', ({data}) => {
        if (data instanceof ArrayBuffer && [0, 1, 3].includes(value(data, 6))) told.open = false
      })
    }
    send(data) {
      if (ArrayBuffer.isView(data) && value(data, 11) !== undefined) told.open = true
      super.send(data)
    }
  }
  const changes = {subtree: true, childList: true, attributes: true, characterData: true}
  new MutationObserver(() => {
    told.moved = now()
    if (document.querySelector('[data-testid^=stSkeleton], [data-testid=stAppSkeleton]')) told.held = now()
  }).observe(document, changes)
  // An icon has no placeholder to be seen; its code is fetched like that of every other part.
  new PerformanceObserver(fetched => {
    if (fetched.getEntries().some(each => /\\.js$/.test(each.name))) told.held = now()
  }).observe({type: 'resource', buffered: true})
})()"""
STATE = f"""idle => {{
  const told = window.sinergiTold
  told?.look()
  const still = told ? performance.now() - Math.max(told.moved, told.held + {HELD_MS - STILL_MS}) : 0
  return [document.querySelector(idle) !== null && !told?.open, !!told, still]
}}"""


# Address of a running application -> file of its owner's key.
KEYS: dict[str, Path] = {}
# Addresses that answer now.
ANSWERING: set[str] = set()


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
    address, process = _begin(script, folder, env or {})
    ANSWERING.add(address)
    try:
        yield address
    finally:
        ANSWERING.discard(address)
        process.terminate()
        process.wait(timeout=20)


def _begin(script: str, folder: Path, env: dict[str, str]) -> tuple[str, subprocess.Popen]:
    """Begin an application of `script`; return its address once it answers, and its process."""
    port = free_port()
    key_file = Path(tempfile.mkdtemp(prefix="sinergi-kunci-")) / "kunci"
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SINERGI_KUNCI": str(key_file), **env},
    )
    address = f"http://localhost:{port}"
    KEYS[address] = key_file
    try:
        _wait_until_up(address, process)
    except BaseException:  # an interrupted test too leaves no application behind
        process.kill()
        process.wait()
        raise
    return address, process


@contextmanager
def running_for_all(meeting: Path) -> Iterator[str]:
    """As `running`, one application for all workers of a test run that meet in the folder `meeting`.

    The first who comes begins it, the last who leaves ends it: what a page reckons once is reckoned once.
    """
    with _alone(meeting) as kept:
        if not kept:
            address, process = _begin("app.py", ROOT, {})
            kept.update(address=address, key=str(KEYS[address]), process=process.pid, users=0)
        kept["users"] += 1
    address = kept["address"]
    KEYS[address] = Path(kept["key"])
    ANSWERING.add(address)
    try:
        yield address
    finally:
        ANSWERING.discard(address)
        with _alone(meeting) as kept:
            kept["users"] -= 1
            if not kept["users"]:
                os.kill(kept["process"], signal.SIGTERM)
                kept.clear()


@contextmanager
def _alone(meeting: Path) -> Iterator[dict]:
    """What the workers have noted of their application, to be read and changed by one of them at a time."""
    with (meeting / "application.json").open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        noted = json.loads(file.read() or "{}")
        yield noted
        file.seek(0)
        file.truncate()
        json.dump(noted, file)


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


def wait_idle(page, settle_ms: int | None = None) -> None:
    """Wait until the script has run and the page is at rest: nothing asked for is open, nothing moves.

    A page that never stops moving, or does not tell (no `TELLING`), rests when its script has rested for
    `SETTLE_MS`. With `settle_ms` the script must rest for so long whatever the page tells.
    """
    page.wait_for_selector(IDLE, timeout=PATIENCE_MS)
    deadline, since = time.monotonic() + PATIENCE_MS / 1000, time.monotonic()
    while time.monotonic() < deadline:
        asked = time.monotonic()
        rests, told, still_ms = page.evaluate(STATE, IDLE)
        answered = time.monotonic()
        since = since if rests and answered - asked < BUSY_S else answered
        rested_ms = (time.monotonic() - since) * 1000
        if settle_ms is None and rests and told and still_ms >= STILL_MS:
            return
        if rested_ms >= (settle_ms or SETTLE_MS):
            return
        page.wait_for_timeout(min(STILL_MS, settle_ms or SETTLE_MS) - min(still_ms, STILL_MS - 20))
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
