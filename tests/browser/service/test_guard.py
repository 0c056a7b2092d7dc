"""A real server is sent what no browser sends: plain answers with the security headers, no traceback."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys

import httpx
import pytest
from driving import ROOT, _wait_until_up, free_port

from ui.frame.headers import HEADERS, POLICY


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The application with its log in a file."""
    folder = tmp_path_factory.mktemp("guard")
    port = free_port()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT,
            stdout=log,
            stderr=log,
            env={
                **os.environ,
                "SINERGI_KUNCI": str(folder / "kunci"),
                "DATABASE_URL": f"sqlite:///{folder / 's.db'}",
            },
        )
    try:
        _wait_until_up(f"http://localhost:{port}", process)
        yield port, folder / "log", folder / "kunci"
    finally:
        process.terminate()
        process.wait(timeout=20)


def sent(port: int, head: bytes, body: bytes = b"") -> tuple[int, bytes]:
    """Send a request as it stands; return the status and the head of the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(head.replace(b"\n", b"\r\n") + b"\r\n\r\n" + body)
        answer = b""
        while b"\r\n\r\n" not in answer and (piece := line.recv(65536)):
            answer += piece
    status = re.match(rb"HTTP/1\.1 (\d+)", answer)
    return int(status[1]) if status else 0, answer.partition(b"\r\n\r\n")[0]


SOCKET = (
    b"\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Version: 13"
    b"\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
)
XSRF = b"\nCookie: _streamlit_xsrf=a\nX-Xsrftoken: a"
MALFORMED = {
    "host bracket": b"GET / HTTP/1.1\nHost: [",
    "host space": b"GET / HTTP/1.1\nHost: a b",
    "host port": b"GET / HTTP/1.1\nHost: localhost:99999",
    "host port word": b"GET / HTTP/1.1\nHost: localhost:abc",
    "host user": b"GET / HTTP/1.1\nHost: a@localhost",
    "host high": b"GET / HTTP/1.1\nHost: \xff\xfe",
    "origin bracket": b"GET / HTTP/1.1\nHost: localhost\nOrigin: http://[",
    "origin path": b"GET / HTTP/1.1\nHost: localhost\nOrigin: http://localhost/x",
    "origin bare": b"GET / HTTP/1.1\nHost: localhost\nOrigin: localhost",
    "origin twice": b"GET / HTTP/1.1\nHost: localhost\nOrigin: http://a\nOrigin: http://b",
    "config": b"GET /_stcore/host-config HTTP/1.1\nHost: localhost\nOrigin: http://[::",
    "upload id": b"PUT /_stcore/upload_file/..%2f..%2fx/%00 HTTP/1.1\nHost: localhost\nContent-Length: 0"
    + XSRF,
    "upload long": b"PUT /_stcore/upload_file/a/"
    + b"b" * 4000
    + b" HTTP/1.1\nHost: localhost\nContent-Length: 0",
    "upload delete": b"DELETE /_stcore/upload_file/a/b/c HTTP/1.1\nHost: localhost" + XSRF,
    "upload one": b"PUT /_stcore/upload_file/abc HTTP/1.1\nHost: localhost\nContent-Length: 0" + XSRF,
    "socket host": b"GET /_stcore/stream HTTP/1.1\nHost: [" + SOCKET,
    "socket origin": b"GET /_stcore/stream HTTP/1.1\nHost: localhost\nOrigin: http://[" + SOCKET,
}


@pytest.mark.parametrize("head", MALFORMED.values(), ids=MALFORMED)
def test_malformed_requests_get_a_plain_400(server, head):
    port, _log, _key = server
    status, answer = sent(port, head)
    assert status == 400, answer
    for name in (POLICY, *HEADERS):
        assert name.lower().encode() in answer.lower(), name
    assert b"text/plain" in answer


UNEXPECTED = {
    "upload of nobody": b"PUT /_stcore/upload_file/abc/def HTTP/1.1\nHost: localhost\nContent-Length: 0"
    + XSRF,
    "upload no form": b"PUT /_stcore/upload_file/abc/def HTTP/1.1\nHost: localhost\nContent-Length: 3"
    b"\nContent-Type: multipart/form-data; boundary=" + XSRF,
    "range": b"GET /assets/icon.svg HTTP/1.1\nHost: localhost\nRange: bytes=-1-9,a",
    "since": b"GET /assets/icon.svg HTTP/1.1\nHost: localhost\nIf-Modified-Since: kemarin",
    "language": b"GET /map/content.json?lang=%00%ff HTTP/1.1\nHost: localhost",
    "layer": b"GET /geo/..%2f..%2fregions.geojson HTTP/1.1\nHost: localhost",
    "static": b"GET /assets/..%2f..%2fapp.py HTTP/1.1\nHost: localhost",
    "component": b"GET /component/..%2f..%2fetc/passwd HTTP/1.1\nHost: localhost",
    "media": b"GET /media/%00.png HTTP/1.1\nHost: localhost",
    "cookie": b"GET /kunci HTTP/1.1\nHost: localhost\nCookie: =;;\xff=\xfe; sinergi_pemilik",
    "key page": b"GET /kunci?kunci=%3Cscript%3E&lang=%ff HTTP/1.1\nHost: localhost",
    "login": b"GET /oauth2callback?state=%00&code=x HTTP/1.1\nHost: localhost",
    "socket": b"GET /_stcore/stream HTTP/1.1\nHost: localhost\nOrigin: http://localhost:1" + SOCKET,
}


@pytest.mark.parametrize("head", UNEXPECTED.values(), ids=UNEXPECTED)
def test_unexpected_requests_break_nothing(server, head):
    port, _log, _key = server
    status, answer = sent(port, head, b"\0\0\0")
    assert 200 <= status < 500, answer
    assert b"content-security-policy" in answer.lower()


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/agent/openapi.json"],
)
def test_what_nobody_needs_is_closed(server, path):
    port, _log, _key = server
    for method in ("GET", "POST"):
        assert httpx.request(method, f"http://localhost:{port}{path}").status_code == 404


def test_another_site_on_the_machine_gets_no_socket(server):
    port, _log, _key = server
    head = f"GET /_stcore/stream HTTP/1.1\nHost: localhost:{port}\nOrigin: http://localhost:".encode()
    assert sent(port, head + str(port).encode() + SOCKET)[0] == 101
    assert sent(port, head + b"9999" + SOCKET)[0] == 403


def test_guessing_the_key_is_slow(server):
    port, _log, key = server
    address = f"http://localhost:{port}"
    asked = []
    with httpx.Client(headers={"Origin": address}) as client:
        for _ in range(80):
            asked.append(client.post(f"{address}/kunci", data={"kunci": "salah"}).status_code)
        assert asked[0] == 403
        assert asked[-1] == 429
        # Not even the right one goes through now.
        right = client.post(f"{address}/kunci", data={"kunci": key.read_text().strip()})
        assert right.status_code == 429


def test_none_of_it_left_a_traceback(server):
    _port, log, _key = server
    assert b"Traceback" not in log.read_bytes()
