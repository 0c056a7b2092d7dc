"""Visitors without a browser: sessions that speak Streamlit's own messages over a WebSocket and think.

As the browser does, a visitor names the large messages it still holds (``cached_message_hashes``), so that
the server sends a reference instead, and forgets those not used for some runs.
"""

from __future__ import annotations

import asyncio
import random
import ssl
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from websockets.typing import Origin, Subprotocol

PATIENCE_S = 60
# global.maxCachedMessageAge: runs a browser keeps a large message it has not seen again.
KEPT_RUNS = 2
ANSWERING = ("selectbox", "button_group")
FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(frozen=True)
class Step:
    """A view to ask for, and the least elements it must draw to count as drawn."""

    page: str = ""
    query: str = ""
    least: int = 1

    @property
    def name(self) -> str:
        return "?".join(filter(None, (self.page or "beranda", self.query)))


@dataclass(frozen=True)
class Pace:
    """How many views a visitor opens and the seconds between two, on average."""

    steps: int
    think_s: float


@dataclass(frozen=True)
class Door:
    """Where visitors come in: the address a browser shows, the port on this machine, certificates."""

    origin: str
    port: int
    trust: ssl.SSLContext | None = None

    @property
    def socket(self) -> str:
        return f"{self.origin.replace('http', 'ws', 1)}/_stcore/stream"

    def opened(self) -> websockets.connect:
        """A socket through this door, to be entered; only this machine is asked, whatever the address."""
        return websockets.connect(
            self.socket,
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(self.origin),
            max_size=None,
            ssl=self.trust,
            host="127.0.0.1",
            port=self.port,
            open_timeout=PATIENCE_S,
        )

    @classmethod
    def of(cls, port: int) -> Door:
        """The door of a server on this machine."""
        return cls(f"http://127.0.0.1:{port}", port)


@dataclass(frozen=True)
class Walk:
    """Which way visitors go: through which door, past which views, how fast."""

    door: Door
    steps: tuple[Step, ...]
    pace: Pace


@dataclass
class Seen:
    """What visitors met: seconds by view, errors by kind, elements and bytes received."""

    seconds: dict[Step, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    elements: dict[Step, int] = field(default_factory=dict)
    received: int = 0
    ended: int = 0

    @property
    def taken(self) -> list[float]:
        return [each for times in self.seconds.values() for each in times]


class Visitor:
    """One session on an open socket."""

    def __init__(self, socket, seen: Seen):
        self.socket, self.seen = socket, seen
        self.kept: dict[str, int] = {}
        self.pages: dict[str, str] = {}
        self.address = ""
        self.controls: dict[str, Any] = {}

    async def open(self, step: Step) -> None:
        """Ask for a view, read until its run is over, note the seconds and what was wrong with it."""
        self.address = step.query
        await self._run(step, BackMsg())

    async def choose(self, step: Step, label: str, number: int) -> None:
        """Choose an option of the control with that label on the open view, as a click does; read its run."""
        control, asked = self.controls[label], BackMsg()
        state = asked.rerun_script.widget_states.widgets.add(id=control.id)
        if isinstance(control, Selectbox):
            state.string_value = control.options[number]
        else:
            state.string_array_value.data.append(control.options[number].content)
        await self._run(step, asked)

    async def _run(self, step: Step, asked: BackMsg) -> None:
        asked.rerun_script.page_name = step.page
        asked.rerun_script.query_string = self.address
        asked.rerun_script.cached_message_hashes.extend(self.kept)
        began = time.perf_counter()
        async with asyncio.timeout(PATIENCE_S):
            await self.socket.send(asked.SerializeToString())
            wrong, elements = await self._read(step)
        self.seen.seconds[step].append(time.perf_counter() - began)
        self.seen.elements[step] = elements
        if elements < step.least and not wrong:
            wrong = f"{step.name}: {elements} elements, expected at least {step.least}"
        self.seen.errors.update([wrong] if wrong else [])
        self.kept = {name: age + 1 for name, age in self.kept.items() if age < KEPT_RUNS}

    async def _read(self, step: Step) -> tuple[str, int]:
        """Read to the end of the run; return what was wrong and how many elements came."""
        wrong, elements = "", 0
        while True:
            raw = await self.socket.recv()
            self.seen.received += len(raw)
            message = ForwardMsg()
            message.ParseFromString(raw)
            kind = message.WhichOneof("type")
            if kind == "delta":
                elements += 1
                wrong = self._drawn(step, message.delta.new_element) or wrong
                if message.metadata.cacheable:
                    self.kept[message.hash] = 0
            elif kind == "ref_hash":
                elements += 1
                if message.ref_hash not in self.kept:
                    wrong = f"{step.name}: a message was sent as known that is not"
                self.kept[message.ref_hash] = 0
            elif kind == "navigation":
                shown = {each.page_script_hash: each.url_pathname for each in message.navigation.app_pages}
                default = next((e for e in message.navigation.app_pages if e.is_default), None)
                self.pages = shown | ({default.page_script_hash: ""} if default else {})
                if self.pages.get(message.navigation.page_script_hash) != step.page:
                    wrong = f"{step.name}: another page was shown"
            elif kind == "page_info_changed":
                self.address = message.page_info_changed.query_string
            elif kind == "page_not_found":
                wrong = f"{step.name}: not found"
            elif kind == "script_finished" and message.script_finished in FINISHED:
                return wrong, elements
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return f"{step.name}: the script ended with an error", elements

    def _drawn(self, step: Step, element) -> str:
        """Keep a control that can be set; return what is wrong with the element, empty for nothing."""
        kind = element.WhichOneof("type")
        if kind == "exception":
            return f"{step.name}: {element.exception.type}"
        if kind in ANSWERING:
            control = getattr(element, kind)
            self.controls[control.label] = control
        return ""


async def visit(walk: Walk, number: int, seen: Seen, over: asyncio.Event) -> None:
    """Walk as visitor `number`: begin at a moment and a view of an own; stay connected until it is over."""
    moods = random.Random(number)
    await asyncio.sleep(moods.random() * walk.pace.think_s)
    done = 0
    try:
        async with walk.door.opened() as socket:
            visitor = Visitor(socket, seen)
            for done in range(walk.pace.steps):
                await visitor.open(walk.steps[(number + done) % len(walk.steps)])
                await asyncio.sleep(walk.pace.think_s * (0.5 + moods.random()))
            done = walk.pace.steps
            seen.ended += 1
            await over.wait()
    except (OSError, TimeoutError, websockets.WebSocketException) as error:
        # What was still to be opened was not: each is an error, not a gap.
        if done < walk.pace.steps:
            seen.errors[type(error).__name__] += walk.pace.steps - done
            seen.ended += 1


async def crowd(
    walk: Walk, sessions: int, longest_s: float, at_end: Callable[[], object] = lambda: None
) -> Seen:
    """Let so many visitors walk at once; call `at_end` while all are still connected."""
    seen, over = Seen(), asyncio.Event()
    begun = [asyncio.create_task(visit(walk, each, seen, over)) for each in range(sessions)]
    try:
        async with asyncio.timeout(longest_s):
            while seen.ended < sessions:
                await asyncio.sleep(0.1)
    except TimeoutError:
        seen.errors["not finished in time"] += sessions * walk.pace.steps - len(seen.taken)
        for each in begun:
            each.cancel()
    at_end()
    over.set()
    for ended in await asyncio.gather(*begun, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended
    return seen
