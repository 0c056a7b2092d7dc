"""The first file a browser gets."""

from __future__ import annotations

import re

import anyio
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.testclient import TestClient
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui.frame import front_page

STREAMLIT = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head>'
    '<body><noscript>You need</noscript><div id="root"></div></body></html>'
)


def client(answer) -> TestClient:
    return TestClient(front_page.FrontPage(answer))


def test_page_of_streamlit_speaks_our_language_and_brings_our_scripts_first():
    answer = client(HTMLResponse(STREAMLIT, headers={"etag": "x"})).get("/peta?kota=1")
    assert '<html lang="id"><head><script src="./assets/server.js?v=' in answer.text
    assert "<title>Sinergi Kota</title>" in answer.text
    assert "You need" not in answer.text
    assert "etag" not in answer.headers
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_any_other_answer_is_passed_on_as_it_is():
    assert client(PlainTextResponse("<html lang='en'>")).get("/x").text == "<html lang='en'>"
    other = HTMLResponse('<html lang="en"><head></head>')
    assert client(other).get("/x").text == '<html lang="en"><head></head>'


def test_page_is_asked_for_plain_and_whole_and_files_as_the_browser_asks():
    seen = {}

    async def app(scope, receive, send):
        seen[scope["path"]] = dict(scope["headers"])
        await anyio.lowlevel.checkpoint()
        await HTMLResponse(STREAMLIT)(scope, receive, send)

    browser = client(app)
    for path in ("/peta", "/static/js/index.js"):
        browser.get(path, headers={"accept-encoding": "gzip", "if-none-match": "x"})
    assert b"accept-encoding" not in seen["/peta"] and b"if-none-match" not in seen["/peta"]
    assert seen["/static/js/index.js"][b"accept-encoding"] == b"gzip"


def test_the_message_that_says_a_run_is_over_is_known_by_its_length():
    """`together.js` hands on at once what came before it; of another length it would only wait a moment."""
    over, runs = ForwardMsg(), ForwardMsg()
    over.session_status_changed.script_is_running = False
    runs.session_status_changed.script_is_running = True
    (told,) = re.findall(r"const OVER = (\d+);", (front_page.ASSETS / "together.js").read_text("utf-8"))
    assert over.ByteSize() == int(told) < runs.ByteSize()
