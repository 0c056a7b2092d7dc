"""Visitors without a browser: sessions over Streamlit's own socket that open page after page."""

from __future__ import annotations

import re
import time
from contextlib import ExitStack
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

AWAY = (OSError, WebSocketException, TimeoutError, EOFError)
LARGEST = 64 * 1024 * 1024


@dataclass
class View:
    """One page as a session got it: every text on it, the seconds it took, whether it broke."""

    page: str
    texts: list[str] = field(default_factory=list)
    seconds: float = 0.0
    broken: bool = False

    @property
    def text(self) -> str:
        """All texts, one a line."""
        return "\n".join(self.texts)

    @property
    def edition(self) -> int | None:
        """The edition the page says it shows."""
        found = re.search(r"Data edisi ([\d.]+)", self.text)
        return int(found[1].replace(".", "")) if found else None


class Walker:
    """One session; ``open`` shows a page. Raises OSError or WebSocketException when the server is away.

    What else the connection needs (certificates, cookies, a socket of its own) is given by `connecting`.
    """

    def __init__(self, address: str, patience_s: float = 60.0, **connecting):
        self.patience_s = patience_s
        self._stack = ExitStack()
        self._socket = self._stack.enter_context(
            connect(
                f"{address.replace('http', 'ws')}/_stcore/stream",
                subprotocols=["streamlit"],
                origin=address,
                max_size=LARGEST,
                open_timeout=patience_s,
                **connecting,
            )
        )

    def open(self, page: str, query: str = "") -> View:
        """Open `page` with `query` and return it when its script has ended."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        began = time.monotonic()
        self._socket.send(asked.SerializeToString())
        view = View(page)
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._socket.recv(timeout=self.patience_s))
            kind = message.WhichOneof("type")
            if kind == "delta":
                _collect(message, view)
            elif kind == "script_finished":
                view.seconds = time.monotonic() - began
                view.broken |= message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR
                return view

    def close(self) -> None:
        """Leave."""
        try:
            self._stack.close()
        except (OSError, WebSocketException):
            pass


def _collect(message: ForwardMsg, view: View) -> None:
    element = message.delta.new_element
    kind = element.WhichOneof("type")
    if kind == "exception":
        view.broken = True
        view.texts.append(element.exception.message)
    elif kind in ("markdown", "heading", "alert", "text"):
        view.texts.append(getattr(element, kind).body)
    elif kind == "metric":
        view.texts.append(f"{element.metric.label}: {element.metric.body}")
