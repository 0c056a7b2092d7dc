"""Which of several servers answers a browser: a cookie that the proxy in front reads.

A session lives in the memory of one server; uploads and downloads have to reach the one that holds its
socket. The server that takes the socket (or answers a page) names itself, so that the cookie follows a
session which had to move, and does not jump back when its old server returns.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAME = "SINERGI_SERVER"
COOKIE = "sinergi_server"
# Streamlit's front end asks these before it opens its socket; they are never kept by a cache.
ASKED_FIRST = ("/_stcore/health", "/_stcore/host-config")
A_DAY_S = 24 * 3600.0
STARTS = ("http.response.start", "websocket.accept")
_SHAPE = re.compile(r"[A-Za-z0-9-]{1,32}")


def own_name() -> str:
    """Return this server's name from ``SINERGI_SERVER``; empty where it is the only one.

    Raises
    ------
    ValueError
        If the name is no word of letters, digits and hyphens.
    """
    name = os.environ.get(NAME, "")
    if name and not _SHAPE.fullmatch(name):
        raise ValueError(f"{NAME}: {name!r} is no word of letters, digits and hyphens")
    return name


class ReplicaCookie:
    """ASGI middleware that tells the browser which server holds its session.

    Parameters
    ----------
    secure
        Tells whether visitors come over HTTPS though the connection here does not show it.
    """

    def __init__(self, app: ASGIApp, secure: Callable[[], bool] = lambda: False):
        self.app, self.secure, self.name = app, secure, own_name()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; name this server where another or none is named."""
        if not self.name or scope["type"] not in ("http", "websocket") or _named(scope) == self.name:
            await self.app(scope, receive, send)
            return

        async def named(message: Message) -> None:
            if message["type"] in STARTS:
                message.setdefault("headers", [])
                headers = MutableHeaders(scope=message)
                page = headers.get("content-type", "").startswith("text/html")
                if message["type"] == STARTS[1] or page or scope["path"] in ASKED_FIRST:
                    headers.append("set-cookie", self._cookie(scope))
            await send(message)

        await self.app(scope, receive, named)

    def _cookie(self, scope: Scope) -> str:
        over_https = scope.get("scheme") in ("https", "wss") or self.secure()
        return f"{COOKIE}={self.name}; Path=/; HttpOnly; SameSite=Lax{'; Secure' if over_https else ''}"


def _named(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name.lower() == b"cookie":
            found = cookie_parser(value.decode("latin-1")).get(COOKIE)
            if found:
                return found
    return ""


@st.fragment(run_every=A_DAY_S)
def come_along() -> None:
    """Draw nothing; be a part of the page that runs by itself.

    Streamlit's front end connects again by itself, but asks for a run only where something on the page
    does so. Without it a session that moved to another server (or to the same one, started anew) knows
    nothing of the page until the next click, and by the menu the city chosen would be lost.
    """
