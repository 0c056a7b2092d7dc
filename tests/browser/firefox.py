"""Debian's Firefox ESR, driven over WebDriver BiDi, which it speaks by itself.

Playwright drives only a Firefox of its own, and geckodriver is not in Debian: six commands of the W3C
protocol over a socket are all these tests need.
"""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from websockets.sync.client import connect

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
# Nothing of its own may go out, and no first-run page may stand before ours.
SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "intl.accept_languages": "id-ID",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
PATIENCE_S = 90.0
RESTS = "document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')"


class Browser:
    """One tab; what it says and asks for is kept in `errors` and `requests`."""

    def __init__(self, socket):
        self._socket = socket
        self._numbers = itertools.count(1)
        self.errors: list[str] = []
        self.requests: list[str] = []
        self._left: set[str] = set()
        self.ask("session.new", capabilities={})
        self.tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def fresh(self) -> None:
        """Go on in a new tab: what the old one and its frames still say belongs to nobody's test."""
        old = self.tab
        self.tab = self.ask("browsingContext.create", type="tab")["context"]
        tree = self.ask("browsingContext.getTree", root=old)["contexts"]
        while tree:
            context = tree.pop()
            self._left.add(context["context"])
            tree += context["children"] or []
        self.ask("browsingContext.close", context=old)
        self.errors.clear()
        self.requests.clear()

    def ask(self, method: str, **params) -> dict:
        """Send a command and return its result."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        deadline = time.monotonic() + PATIENCE_S
        while True:
            said = json.loads(self._socket.recv(timeout=deadline - time.monotonic()))
            if said.get("id") == number:
                if said["type"] == "error":
                    raise RuntimeError(f"{method}: {said['error']}: {said['message']}")
                return said["result"]
            self._note(said)

    def _note(self, event: dict) -> None:
        params = event.get("params", {})
        if {params.get("context"), params.get("source", {}).get("context")} & self._left:
            return
        if event.get("method") == "log.entryAdded" and params["level"] == "error":
            self.errors.append(params["text"] or "")
        elif event.get("method") == "network.beforeRequestSent":
            self.requests.append(params["request"]["url"])

    def size(self, width: int, height: int) -> None:
        """Give the window a size."""
        self.ask("browsingContext.setViewport", context=self.tab, viewport={"width": width, "height": height})

    def go(self, address: str) -> None:
        """Open an address and wait until Streamlit's script rests."""
        self.ask("browsingContext.navigate", context=self.tab, url=address, wait="complete")
        self.until(RESTS)

    def value(self, expression: str):
        """Return a JavaScript expression's value: text, number, truth or nothing."""
        answer = self.ask(
            "script.evaluate", expression=expression, target={"context": self.tab}, awaitPromise=True
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until a JavaScript expression holds."""
        deadline = time.monotonic() + PATIENCE_S
        while not self.value(f"!!({expression})"):
            if time.monotonic() > deadline:
                raise TimeoutError(expression)
            time.sleep(0.1)

    def click(self, element: str) -> None:
        """Click, with a real pointer, the middle of the element a JavaScript expression names."""
        x, y = self._middle(element)
        moves = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self.ask(
            "input.performActions",
            context=self.tab,
            actions=[{"type": "pointer", "id": "mouse", "actions": moves}],
        )

    def _middle(self, element: str) -> tuple[int, int]:
        """Return where an element stands once the script and it have come to rest, in sight."""
        self.until(f"{RESTS} && {element}")
        before = None
        while True:
            at = json.loads(
                self.value(
                    f"(e => {{e.scrollIntoView({{block: 'center', behavior: 'instant'}});"
                    "const r = e.getBoundingClientRect();"
                    "return JSON.stringify([r.x + r.width / 2, r.y + r.height / 2].map(Math.round))})"
                    f"({element})"
                )
            )
            if at == before:
                return at[0], at[1]
            before = at
            time.sleep(0.2)

    def type(self, text: str) -> None:
        """Press the keys of a text into what has the focus."""
        keys = [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")]
        self.ask(
            "input.performActions",
            context=self.tab,
            actions=[{"type": "key", "id": "keys", "actions": keys}],
        )


@contextmanager
def firefox() -> Iterator[Browser]:
    """Run Firefox without a screen in a profile of its own and yield its tab."""
    assert FIREFOX is not None
    with tempfile.TemporaryDirectory(prefix="sinergi-firefox-") as folder:
        profile = Path(folder)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in SETTINGS.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [FIREFOX, "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", folder]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=None
        )
        try:
            with connect(f"{_address(process)}/session", open_timeout=PATIENCE_S, max_size=None) as socket:
                yield Browser(socket)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _address(process: subprocess.Popen) -> str:
    said = []
    for line in process.stderr:
        found = LISTENS.search(line)
        if found:
            return found[1]
        said.append(line)
    raise RuntimeError(f"Firefox ended before it listened:\n{''.join(said)}")
