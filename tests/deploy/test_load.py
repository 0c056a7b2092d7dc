"""The load generator: a small hall has no errors, and what goes wrong with a view is counted as an error."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor

import pytest
from postgres_cluster import BINARIES, NO_POSTGRES
from replicas import NGINX, NO_NGINX
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from test_deploy_files import ROOT

from benchmarks.visitors import KEPT_RUNS, Seen, Step, Visitor

# Generous: what it says of the machine is not the point, a page that costs ten times as much is.
MOST_TIMES_ONE_LINE = 3.0


def run(coroutine: Coroutine):
    """Run to the end in a thread of its own: a browser driver may keep a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


def message(**fields) -> ForwardMsg:
    """Return a message with one field set."""
    made = ForwardMsg()
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def element(body: str, *, large: bool = False) -> ForwardMsg:
    made = message(hash=body)
    made.delta.new_element.markdown.body = body
    made.metadata.cacheable = large
    return made


def navigation(current: str) -> ForwardMsg:
    made = ForwardMsg()
    for name in ("", "peta"):
        made.navigation.app_pages.add(page_script_hash=f"#{name}", url_pathname=name, is_default=not name)
    made.navigation.page_script_hash = f"#{current}"
    return made


OVER = message(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
EARLY = message(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)
BROKEN = message(script_finished=ForwardMsg.FINISHED_WITH_COMPILE_ERROR)


class Socket:
    """Answers every request with the same messages."""

    def __init__(self, *messages: ForwardMsg):
        self.messages, self.asked, self.waiting = messages, [], []

    async def send(self, raw: bytes) -> None:
        self.asked.append(raw)
        self.waiting = [each.SerializeToString() for each in self.messages]

    async def recv(self) -> bytes:
        return self.waiting.pop(0)


def opened(step: Step, *messages: ForwardMsg, times: int = 1) -> tuple[Seen, Socket]:
    seen, socket = Seen(), Socket(*messages)

    async def go() -> None:
        visitor = Visitor(socket, seen)
        for _ in range(times):
            await visitor.open(step)

    run(go())
    return seen, socket


def test_a_view_is_over_when_its_last_run_is():
    seen, socket = opened(Step("peta"), EARLY, navigation("peta"), element("a"), OVER)
    assert not seen.errors
    assert not socket.waiting
    assert len(seen.taken) == 1


def failed() -> ForwardMsg:
    made = ForwardMsg()
    made.delta.new_element.exception.type = "ValueError"
    return made


WRONG = {
    "ValueError": (failed(), OVER),
    "another page": (navigation(""), element("a"), OVER),
    "expected at least 1": (navigation("peta"), OVER),
    "ended with an error": (element("a"), BROKEN),
    "sent as known": (message(ref_hash="never seen"), OVER),
}


@pytest.mark.parametrize(("says", "messages"), WRONG.items(), ids=WRONG.keys())
def test_what_is_wrong_with_a_view_is_an_error(says, messages):
    seen, _socket = opened(Step("peta"), *messages)
    assert [says in kind for kind in seen.errors] == [True]


def test_large_messages_are_named_for_as_long_as_a_browser_keeps_them():
    _seen, socket = opened(Step(), element("small"), element("large", large=True), OVER, times=2)
    assert b"large" in socket.asked[1] and b"small" not in socket.asked[1]

    async def forgets() -> Visitor:
        visitor = Visitor(Socket(element("large", large=True), OVER), Seen())
        await visitor.open(Step())
        visitor.socket.messages = (element("small"), OVER)
        for _ in range(KEPT_RUNS):
            assert "large" in visitor.kept
            await visitor.open(Step())
        return visitor

    assert not run(forgets()).kept


@pytest.mark.heavy
@pytest.mark.timeout(600)
def test_a_small_hall_has_no_errors_and_costs_no_multiple_of_a_one_line_page():
    command = [sys.executable, "-m", "benchmarks.load"]
    options = ["--sessions", "12", "--think", "1", "--steps", "9", "--rounds", "1"]
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    reruns = re.findall(r"reruns (\d+)  errors (\d+)", done.stdout)
    assert reruns == [("108", "0"), ("108", "0")], done.stdout
    ratio = float(re.search(r"one-line page: ([\d.]+)", done.stdout)[1])
    assert ratio < MOST_TIMES_ONE_LINE, done.stdout


@pytest.mark.heavy
@pytest.mark.timeout(900)
def test_a_small_hall_on_two_servers_behind_nginx_has_no_errors():
    if not (BINARIES and NGINX):
        lacking = NO_NGINX if BINARIES else NO_POSTGRES
        needed = os.environ.get("REQUIRE_POSTGRES" if NGINX else "REQUIRE_NGINX")
        pytest.fail(lacking) if needed else pytest.skip(lacking)
    command = [sys.executable, "-m", "benchmarks.hall", "--sessions", "12", "--think", "1", "--steps", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert re.findall(r"reruns (\d+)  errors (\d+)", done.stdout) == [("36", "0")], done.stdout
