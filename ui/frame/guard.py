"""What is turned away before anything else looks at it: malformed, closed, too often; cookies hardened."""

from __future__ import annotations

import logging
import os
import re
import uuid
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.security.limits import Rate
from data.security.machine import BadAddress, host_of, is_loopback, origin_of, same_site
from i18n import _

# Counters for a monitoring of Streamlit's makers and an interface for programs: nobody here needs either.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
LOGIN = ("/auth/login", "/oauth2callback", "/kunci")
UPLOAD = "/_stcore/upload_file/"
_UPLOAD_ID = re.compile(r"/_stcore/upload_file/[A-Za-z0-9-]{1,64}/[A-Za-z0-9-]{1,64}")
MOST_LOGINS, LOGINS_PER_S = 60, 300.0
MOST_UPLOADS, UPLOADS_PER_S = 120, 600.0
MALFORMED_CLOSE = 1008
LOGIN_COOKIES = ("_streamlit_user",)
LIFETIME = "SINERGI_MASUK_JAM"
DEFAULT_HOURS = 12.0

_log = logging.getLogger("sinergi.guard")


def login_seconds() -> float:
    """Return how long a login lasts: hours from ``SINERGI_MASUK_JAM``, else twelve; at most thirty days."""
    try:
        hours = float(os.environ.get(LIFETIME, "") or DEFAULT_HOURS)
    except ValueError:
        hours = DEFAULT_HOURS
    return min(max(hours, 1 / 60), 720.0) * 3600


class Guard:
    """ASGI middleware: a plain answer to what no browser would send, and none of a fault's inside.

    Parameters
    ----------
    secure
        Tells whether visitors come over HTTPS though the connection here does not show it (a proxy ends it).
    """

    def __init__(self, app: ASGIApp, secure: Callable[[], bool] = lambda: False):
        self.app, self.secure = app, secure
        self._logins = Rate(MOST_LOGINS, LOGINS_PER_S)
        self._uploads = Rate(MOST_UPLOADS, UPLOADS_PER_S)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn the request away or pass it on."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await _refuse(refusal, scope, receive, send)
            return
        if scope["type"] == "websocket":
            await self.app(scope, receive, send)
            return
        await self._answer(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        if _malformed(scope):
            return 400, _("Permintaan tidak sah.")
        if scope["type"] == "websocket" and _of_another_local_site(scope):
            return 403, _("Permintaan tidak sah.")
        path, peer = scope["path"], (scope.get("client") or ("-",))[0]
        if path.startswith(CLOSED):
            return 404, _("Tidak ada.")
        if path.startswith(LOGIN) and not self._logins.allows(peer):
            return 429, _("Terlalu sering mencoba masuk. Tunggu beberapa menit, lalu coba lagi.")
        upload = path.startswith(UPLOAD) and scope.get("method") == "PUT"
        if upload and not self._uploads.allows(peer):
            return 429, _("Terlalu banyak unggahan. Tunggu beberapa menit, lalu coba lagi.")
        return None

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def hardened(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                if "set-cookie" in headers:
                    _harden_cookies(headers, scope.get("scheme") == "https" or self.secure())
            await send(message)

        try:
            await self.app(scope, receive, hardened)
        except Exception as error:  # whatever it is: the visitor gets a number, the log the rest
            number = uuid.uuid4().hex[:8]
            _log.error("fault %s at %s", number, scope["path"], exc_info=error)
            if begun:
                raise
            await _refuse((500, _("Galat nomor {number}.").format(number=number)), scope, receive, send)


def _malformed(scope: Scope) -> bool:
    given: dict[bytes, list[str]] = {b"host": [], b"origin": []}
    for name, value in scope["headers"]:
        if name.lower() in given:
            given[name.lower()].append(value.decode("latin-1"))
    hosts, origins = given[b"host"], given[b"origin"]
    path = scope["path"]
    if len(hosts) > 1 or len(origins) > 1 or (path.startswith(UPLOAD) and not _UPLOAD_ID.fullmatch(path)):
        return True
    try:
        for host in hosts:
            host_of(host)
        for origin in origins:
            origin_of(origin)
    except BadAddress:
        return True
    return False


def _of_another_local_site(scope: Scope) -> bool:
    """Whether a page of another port of this machine opens the socket, which Streamlit would let it.

    Cookies know no ports, so it would come with the session of whoever is in.
    """
    given = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    origin = given.get(b"origin")
    if origin is None:
        return False
    came = origin_of(origin)
    return came is not None and is_loopback(came[1]) and not same_site(given.get(b"host", ""), origin)


async def _refuse(refusal: tuple[int, str], scope: Scope, receive: Receive, send: Send) -> None:
    status, words = refusal
    if scope["type"] == "websocket":
        await receive()
        if "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": MALFORMED_CLOSE})
            return
        # The response's messages carry the prefix by themselves when it is given a websocket's scope.
    await PlainTextResponse(words, status_code=status)(scope, receive, send)


def _harden_cookies(headers: MutableHeaders, secure: bool) -> None:
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        parts = [part.strip() for part in cookie.split(";")]
        if secure and "secure" not in map(str.lower, parts):
            parts.append("Secure")
        if parts[0].startswith(LOGIN_COOKIES):
            longest = int(login_seconds())
            parts = [f"Max-Age={min(_seconds(part), longest)}" if _is_age(part) else part for part in parts]
        headers.append("set-cookie", "; ".join(parts))


def _is_age(part: str) -> bool:
    return part.lower().startswith("max-age=")


def _seconds(part: str) -> int:
    number = part.partition("=")[2]
    return int(number) if number.lstrip("-").isdigit() else 0
