"""Streamlit's static files leave compressed, whole, and with the right headers."""

from __future__ import annotations

import gzip

import brotli
import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from ui.frame import compression

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
SCRIPTS = sorted(
    path for path in (compression.STATIC / "static" / "js").glob("*.js") if path.stat().st_size > 10_000
)[:3]


def address(path) -> str:
    return "/" + path.relative_to(compression.STATIC).as_posix()


async def plain(scope, receive, send):
    await PlainTextResponse("passed on")(scope, receive, send)


@pytest.fixture
def client():
    return TestClient(compression.CompressedStatic(plain))


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("*", "br"),
        ("identity", None),
        ("", None),
    ],
)
def test_the_best_encoding_a_browser_takes(header, encoding):
    assert compression.accepted(header) == encoding


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_a_script_arrives_whole_and_small(client, path, encoding):
    with client.stream("GET", address(path), headers={"accept-encoding": encoding}) as answer:
        body = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "javascript" in answer.headers["content-type"]
    assert int(answer.headers["content-length"]) == len(body) < 0.6 * path.stat().st_size
    assert UNPACK[encoding](body) == path.read_bytes()


def test_what_the_browser_has_is_not_sent_again(client):
    where = address(SCRIPTS[0])
    tag = client.get(where, headers={"accept-encoding": "gzip"}).headers["etag"]
    again = client.get(where, headers={"accept-encoding": "gzip", "if-none-match": tag})
    assert again.status_code == 304
    assert not again.content


def test_what_was_sent_once_is_sent_again_without_a_look_at_the_disk(client, monkeypatch):
    first = client.get(address(SCRIPTS[0]), headers={"accept-encoding": "gzip"})
    monkeypatch.setattr(compression, "ready", None)
    again = client.get(address(SCRIPTS[0]), headers={"accept-encoding": "gzip"})
    assert again.content == first.content and again.headers == first.headers


def test_head_sends_the_headers_alone(client):
    answer = client.head(address(SCRIPTS[0]), headers={"accept-encoding": "gzip"})
    assert int(answer.headers["content-length"]) > 0
    assert not answer.content


@pytest.mark.parametrize(
    "where",
    [
        "/",
        "/static/js/none.js",
        "/static/../streamlit/version.py",
        "/static/%2e%2e/%2e%2e/version.py",
        address(SCRIPTS[0]).replace("/js/", "/js//"),
        address(SCRIPTS[0]).replace("/js/", "/media/%2e%2e/js/"),
        "/peta",
    ],
)
def test_anything_else_is_passed_on(client, where):
    assert client.get(where, headers={"accept-encoding": "gzip"}).text == "passed on"


def test_plain_and_partial_answers_are_streamlits_own(client):
    where = address(SCRIPTS[0])
    assert client.get(where, headers={"accept-encoding": "identity"}).text == "passed on"
    assert client.get(where, headers={"accept-encoding": "gzip", "range": "bytes=0-9"}).text == "passed on"
    assert client.post(where, headers={"accept-encoding": "gzip"}).text == "passed on"
