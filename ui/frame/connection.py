"""Who is at the other end of a session: the login's claims and the machine the connection comes from.

:class:`ConnectionPeer` is mounted around the application and writes down, for each connection, whether
it comes from the machine itself. Pages ask :func:`identity`. Without the middleware nobody is local.
"""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path

import streamlit as st
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.errors import StreamlitSecretNotFoundError

from data.permissions import Identity, identity_from, is_this_machine

MARK = b"x-sinergi-peer"
# Known to this process only: a header that does not begin with it was not written by the middleware.
_SEAL = secrets.token_hex(32)
OFF = ("0", "off", "false", "no", "tidak")


class ConnectionPeer:
    """ASGI middleware that marks each connection as the machine's own or foreign."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Drop what a client wrote under our mark and write the truth in its place."""
        if scope["type"] in ("http", "websocket"):
            headers = [(name, value) for name, value in scope["headers"] if name.lower() != MARK]
            text = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
            client, server = scope.get("client"), scope.get("server")
            host = client[0] if client else None
            own = is_this_machine(host, text) and not _of_another_user(client, server)
            seal = f"{_SEAL} {'own' if own else 'foreign'} {host or '-'}"
            scope = {**scope, "headers": [*headers, (MARK, seal.encode("latin-1", "replace"))]}
        await self.app(scope, receive, send)


def peer() -> tuple[bool, str]:
    """Return whether this session's connection is the machine's own, and its address."""
    seal, _, rest = (st.context.headers.get(MARK.decode()) or "").partition(" ")
    if not hmac.compare_digest(seal.encode(), _SEAL.encode()):
        return False, ""
    kind, _, host = rest.partition(" ")
    return kind == "own" and os.environ.get("SINERGI_TERBIT_LOKAL", "").lower() not in OFF, host


def login_configured() -> bool:
    """Whether ``[auth]`` is configured; a secrets file that cannot be read counts as if it were."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return any(Path(file).exists() for file in st.get_option("secrets.files") or ())


def identity() -> Identity:
    """Return who stands at this session, for :mod:`data.permissions` to decide on."""
    configured = login_configured()
    own, host = peer()
    # Streamlit can be told to take user fields from request headers; those are not a login.
    from_headers = set((st.get_option("server.trustedUserHeaders") or {}).values())
    logged_in = configured and getattr(st.user, "is_logged_in", False) and "is_logged_in" not in from_headers
    claims = {name: value for name, value in st.user.to_dict().items() if name not in from_headers}
    return identity_from(claims if logged_in else {}, login_required=configured, this_machine=own, peer=host)


def _of_another_user(client: tuple[str, int] | None, server: tuple[str, int] | None) -> bool:
    """Whether the socket at the other end belongs to another user of this machine.

    A reverse proxy that hides itself still runs under its own user. Known on Linux only; False where it
    cannot be known.
    """
    if not client or not server or not hasattr(os, "getuid"):
        return False
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            lines = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for line in lines:
            fields = line.split()
            local, remote = (int(field.rpartition(":")[2], 16) for field in fields[1:3])
            if (local, remote) == (client[1], server[1]) and fields[3] == "01":
                return int(fields[7]) != os.getuid()
    return False
