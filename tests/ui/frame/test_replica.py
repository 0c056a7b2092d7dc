"""The cookie that tells which server holds a session."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from ui.frame.replica import COOKIE, NAME, ReplicaCookie


async def _page(_request):
    return HTMLResponse("<p>halo")


async def _file(_request):
    return PlainTextResponse("a,b")


async def _stream(websocket):
    await websocket.accept(subprotocol="streamlit")
    await websocket.close()


def client(monkeypatch, name: str | None, secure: bool = False) -> TestClient:
    monkeypatch.delenv(NAME, raising=False)
    if name is not None:
        monkeypatch.setenv(NAME, name)
    paths = [Route("/peta", _page), Route("/a.csv", _file), Route("/_stcore/health", _file)]
    inner = Starlette(routes=[*paths, WebSocketRoute("/_stcore/stream", _stream)])
    return TestClient(ReplicaCookie(inner, secure=lambda: secure))


@pytest.mark.parametrize(
    ("path", "brought", "named"),
    [
        ("/peta", None, True),
        ("/_stcore/health", None, True),
        ("/a.csv", None, False),  # a cache may keep it
        ("/peta", "1", True),  # served elsewhere before: it follows
        ("/peta", "2", False),
    ],
)
def test_a_server_names_itself_where_another_or_none_is_named(monkeypatch, path, brought, named):
    cookies = {"Cookie": f"{COOKIE}={brought}"} if brought else {}
    given = client(monkeypatch, "2").get(path, headers=cookies).headers.get("set-cookie", "")
    assert given == (f"{COOKIE}=2; Path=/; HttpOnly; SameSite=Lax" if named else "")


def test_whoever_takes_the_socket_names_itself(monkeypatch):
    taker = client(monkeypatch, "2", secure=True)
    with taker.websocket_connect("/_stcore/stream", headers={"Cookie": f"{COOKIE}=1"}) as socket:
        headers = dict(socket.extra_headers)
    assert headers[b"set-cookie"] == f"{COOKIE}=2; Path=/; HttpOnly; SameSite=Lax; Secure".encode()


def test_the_only_server_needs_no_name(monkeypatch):
    assert "set-cookie" not in client(monkeypatch, None).get("/peta").headers
    assert "set-cookie" not in client(monkeypatch, "").get("/peta").headers


def test_a_name_that_is_none_is_said_at_the_start(monkeypatch):
    monkeypatch.setenv(NAME, "satu; dua")
    with pytest.raises(ValueError, match=NAME):
        ReplicaCookie(Starlette())
