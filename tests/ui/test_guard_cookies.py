"""Cookies are hardened, logins end, and the policy lets through only what is needed."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.frame import connection, guard
from ui.frame.guard import Guard
from ui.frame.headers import COMPONENTS, SecurityHeaders, policy


def client(secure: bool, address: str = "http://localhost"):
    async def login(_request):
        answer = PlainTextResponse("ok")
        answer.set_cookie("_streamlit_user", "x", httponly=True, samesite="lax", max_age=30 * 86400)
        answer.set_cookie("_streamlit_user_tokens_1", "x", httponly=True, max_age=30 * 86400)
        answer.set_cookie("_streamlit_xsrf", "y")
        return answer

    async def breaks(_request):
        raise RuntimeError("sandi: rahasia")

    app = Starlette(
        routes=[Route("/", login), Route("/galat", breaks)],
        middleware=[Middleware(SecurityHeaders), Middleware(Guard, secure=lambda: secure)],
    )
    return TestClient(app, base_url=address, raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("secure", "address", "marked"),
    [
        (True, "http://localhost", True),
        (False, "https://localhost", True),
        (False, "http://localhost", False),
    ],
)
def test_cookies_are_secure_over_https(secure, address, marked):
    cookies = client(secure, address).get("/").headers.get_list("set-cookie")
    assert len(cookies) == 3
    assert all(("secure" in cookie.lower()) is marked for cookie in cookies)


@pytest.mark.parametrize(
    ("hours", "seconds"), [("", 43_200), ("2", 7_200), ("9999", 720 * 3600), ("x", 43_200)]
)
def test_a_login_cookie_lives_as_long_as_set(monkeypatch, hours, seconds):
    monkeypatch.setenv(guard.LIFETIME, hours)
    cookies = client(True).get("/").headers.get_list("set-cookie")
    ages = [int(found[1]) for cookie in cookies if (found := re.search(r"Max-Age=(\d+)", cookie))]
    assert ages == [seconds, seconds]


def test_an_old_login_does_not_count_whatever_the_cookie_says(monkeypatch):
    monkeypatch.setattr(connection.time, "time", lambda: 1_000_000.0)
    assert connection._recent({"iat": 1_000_000 - 3600})
    assert not connection._recent({"iat": 1_000_000 - 13 * 3600})
    monkeypatch.setenv(guard.LIFETIME, "0.5")
    assert not connection._recent({"iat": 1_000_000 - 3600})


def test_a_fault_shows_a_number_and_nothing_of_its_inside():
    answer = client(False).get("/galat")
    assert answer.status_code == 500
    assert "rahasia" not in answer.text
    assert "Content-Security-Policy" in answer.headers


def test_the_pages_policy_evaluates_nothing_and_names_its_own_sockets():
    page = policy("/", "kota.example:8443")
    assert "unsafe-eval" not in page
    assert "'unsafe-inline'" not in page.partition("script-src")[2].partition(";")[0]
    assert "ws://kota.example:8443 wss://kota.example:8443" in page
    assert "unsafe-eval" in policy(COMPONENTS, "")
    assert "*" not in page
    assert not re.search(r"\b(ws|wss|http|https):(?!//kota)", page)
