"""The middleware around a real server: what it writes down about a connection."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from data.security import machine
from data.security.owner_key import OwnerKey, fingerprint
from ui.frame import connection

DOOR = "/kunci"


def marks(client, headers, scope_type="websocket", path=DOOR):
    seen = []

    async def app(scope, receive, send):
        seen.extend(value.decode() for name, value in scope["headers"] if name == connection.MARK)

    scope = {
        "type": scope_type,
        "client": client,
        "server": ("127.0.0.1", 1),
        "headers": headers,
        "path": path,
    }

    def run():
        asyncio.run(connection.ConnectionPeer(app, known_at=(DOOR,))(scope, None, None))

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


def test_nobody_is_looked_for_behind_a_file(monkeypatch):
    monkeypatch.setattr(connection, "of_another_user", None)
    forged = [(connection.MARK, f"{connection._SEAL} own 127.0.0.1".encode()), HOST]
    assert marks(("127.0.0.1", 2), forged, "http", "/assets/still.js") == []


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
    assert connection.peer().near is own
    assert not connection.peer().opened


def test_publishing_from_the_machine_can_be_switched_off(monkeypatch):
    monkeypatch.setattr(connection.st, "context", Context(f"{connection._SEAL} own 127.0.0.1"))
    monkeypatch.setenv("SINERGI_TERBIT_LOKAL", "tidak")
    assert connection.peer() == connection.Peer(False, "", "127.0.0.1")


@pytest.fixture
def key(tmp_path):
    key = OwnerKey(tmp_path / "kunci", clock=lambda: key_clock[0])
    connection.set_owner_key(key)
    yield key
    connection.set_owner_key(None)


key_clock = [0.0]


def seen_with(client, headers):
    mark = marks(client, [HOST, *headers])[0]
    return connection.peer_of(mark)


def test_the_address_alone_opens_nothing_and_the_key_alone_neither(key):
    secret = key.exchange(key.file.read_text())
    cookie = (b"cookie", f"a=b; {connection.SESSION_COOKIE}={secret}".encode())
    here, far = ("127.0.0.1", 2), ("10.0.0.7", 2)
    assert seen_with(here, []).near
    assert not seen_with(here, []).opened
    assert seen_with(here, [cookie]).opened
    assert not seen_with(far, [cookie]).opened
    assert not seen_with(here, [cookie, (b"x-forwarded-for", b"127.0.0.1")]).opened
    assert not seen_with(
        here, [(b"cookie", f"{connection.SESSION_COOKIE}={fingerprint(secret)}".encode())]
    ).opened
    assert not seen_with(here, [(b"cookie", b"\xff;;=;" + connection.SESSION_COOKIE.encode() + b"=")]).opened


def test_a_session_ends(key):
    secret = key.exchange(key.file.read_text())
    cookie = (b"cookie", f"{connection.SESSION_COOKIE}={secret}".encode())
    try:
        here = seen_with(("127.0.0.1", 2), [cookie])
        key_clock[0] = key.lifetime_s - 1
        assert here.opened
        key_clock[0] = key.lifetime_s
        assert not here.opened
    finally:
        key_clock[0] = 0.0


def test_a_key_is_used_once_and_only_its_owner_can_read_it(key):
    first = key.file.read_text().strip()
    assert key.file.stat().st_mode & 0o777 == 0o600
    assert key.exchange("") is None
    assert key.exchange(first[:-1]) is None
    assert key.exchange(first) is not None
    assert key.exchange(first) is None
    second = key.file.read_text().strip()
    assert second != first
    assert key.file.stat().st_mode & 0o777 == 0o600
    key.close()
    assert not key.file.exists()
    assert key.exchange(second) is None


def test_the_key_is_not_written_through_a_link(tmp_path):
    target = tmp_path / "milik_orang"
    target.write_text("isi")
    link = tmp_path / "kunci"
    link.symlink_to(target)
    OwnerKey(link)
    assert target.read_text() == "isi"
    assert not link.is_symlink()


def test_a_socket_of_another_user_is_foreign(monkeypatch):
    import os
    import socket

    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as near,
    ):
        pair = near.getsockname(), server.getsockname()
        assert machine.of_another_user(*pair) is False
        monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
        assert machine.of_another_user(*pair) is True
    assert machine.of_another_user(None, None) is False
