"""The middleware around a real server: what it writes down about a connection."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from ui.frame import connection


def marks(client, headers, scope_type="websocket"):
    seen = []

    async def app(scope, receive, send):
        seen.extend(value.decode() for name, value in scope["headers"] if name == connection.MARK)

    scope = {"type": scope_type, "client": client, "server": ("127.0.0.1", 1), "headers": headers}

    def run():
        asyncio.run(connection.ConnectionPeer(app)(scope, None, None))

    # In a thread of its own: a browser driven in this process keeps a loop running in the main one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(run).result()
    return seen


HOST = (b"host", b"localhost:8501")


@pytest.mark.parametrize("scope_type", ["http", "websocket"])
def test_own_and_foreign(scope_type):
    assert marks(("127.0.0.1", 2), [HOST], scope_type)[0].split()[1:] == ["own", "127.0.0.1"]
    assert marks(("10.0.0.7", 2), [HOST], scope_type)[0].split()[1:] == ["foreign", "10.0.0.7"]
    assert marks(None, [HOST], scope_type)[0].split()[1:] == ["foreign", "-"]


def test_what_a_client_writes_under_the_mark_is_dropped():
    forged = [(connection.MARK, b"x own 127.0.0.1"), (b"X-Sinergi-Peer", b"x own 127.0.0.1"), HOST]
    found = marks(("10.0.0.7", 2), forged)
    assert len(found) == 1
    assert found[0].endswith("foreign 10.0.0.7")


class Context:
    def __init__(self, mark):
        self.headers = {} if mark is None else {connection.MARK.decode(): mark}


@pytest.mark.parametrize(
    ("mark", "own"),
    [(None, False), ("", False), ("x own 127.0.0.1", False), (f"{connection._SEAL} own ::1", True)],
    ids=["none", "empty", "forged", "sealed"],
)
def test_only_the_middlewares_word_counts(monkeypatch, mark, own):
    monkeypatch.setattr(connection.st, "context", Context(mark))
    assert connection.peer()[0] is own


def test_publishing_from_the_machine_can_be_switched_off(monkeypatch):
    monkeypatch.setattr(connection.st, "context", Context(f"{connection._SEAL} own 127.0.0.1"))
    monkeypatch.setenv("SINERGI_TERBIT_LOKAL", "tidak")
    assert connection.peer() == (False, "127.0.0.1")


def test_a_socket_of_another_user_is_foreign(monkeypatch):
    import os
    import socket

    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as near,
    ):
        pair = near.getsockname(), server.getsockname()
        assert connection._of_another_user(*pair) is False
        monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
        assert connection._of_another_user(*pair) is True
    assert connection._of_another_user(None, None) is False
