"""Who is at the other end of a session: the login's claims, the machine the connection comes from, its key.

:class:`ConnectionPeer` is mounted around the application and writes down, for each connection, whether
it comes from the machine itself and which session of the owner's key it carries. Pages ask
:func:`identity`. Without the middleware nobody is local.
"""

from __future__ import annotations

import hmac
import os
import secrets
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.errors import StreamlitSecretNotFoundError

from data.security.identity import Identity, identity_from
from data.security.machine import is_this_machine, of_another_user
from data.security.owner_key import OwnerKey, fingerprint
from ui.frame.guard import login_seconds

MARK = b"x-sinergi-peer"
SESSION_COOKIE = "sinergi_pemilik"
TRUSTED_ISSUER = "SINERGI_PENERBIT_TEPERCAYA"
# Known to this process only: a header that does not begin with it was not written by the middleware.
_SEAL = secrets.token_hex(32)
OFF = ("0", "off", "false", "no", "tidak")
_owner_key: list[OwnerKey] = []


@dataclass(frozen=True, slots=True)
class Peer:
    """The other end of a connection.

    Attributes
    ----------
    near
        Whether it is the machine itself, nobody in between, and publishing from it is not switched off.
    session
        Fingerprint of the session of the owner's key it brought; empty without one.
    host
        Its address.
    """

    near: bool = False
    session: str = ""
    host: str = ""

    @property
    def opened(self) -> bool:
        """Whether it is near and its session of the owner's key is open."""
        return self.near and bool(self.session) and bool(_owner_key) and _owner_key[0].holds(self.session)


class ConnectionPeer:
    """ASGI middleware that marks a connection as the machine's own or foreign.

    Sessions are marked, and requests at addresses where somebody must be known. Nobody need be for a file,
    and to look through the machine's sockets for each would cost more than the answer.

    Parameters
    ----------
    known_at
        These addresses.
    """

    def __init__(self, app: ASGIApp, known_at: Collection[str] = ()):
        self.app, self.known_at = app, known_at

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Drop what a client wrote under our mark and write the truth in its place."""
        if scope["type"] in ("http", "websocket"):
            headers = [(name, value) for name, value in scope["headers"] if name.lower() != MARK]
            if scope["type"] == "websocket" or scope["path"] in self.known_at:
                headers.append((MARK, _seal(scope, headers).encode("latin-1", "replace")))
            scope = {**scope, "headers": headers}
        await self.app(scope, receive, send)


def _seal(scope: Scope, headers: list[tuple[bytes, bytes]]) -> str:
    text = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
    client, server = scope.get("client"), scope.get("server")
    host = client[0] if client else None
    own = is_this_machine(host, text) and not of_another_user(client, server)
    return f"{_SEAL} {'own' if own else 'foreign'} {host or '-'} {_session(text)}".rstrip()


def _session(headers: list[tuple[str, str]]) -> str:
    for name, value in headers:
        if name.lower() != "cookie":
            continue
        found = cookie_parser(value).get(SESSION_COOKIE)
        if found:
            return fingerprint(found)
    return ""


def peer_of(mark: str | None) -> Peer:
    """Return what the middleware wrote down; nobody's word else counts."""
    seal, _, rest = (mark or "").partition(" ")
    if not hmac.compare_digest(seal.encode(), _SEAL.encode()):
        return Peer()
    kind, host, session, *_rest = [*rest.split(" "), "", ""]
    return Peer(kind == "own" and _not_switched_off(), session, host)


def peer() -> Peer:
    """Return the other end of this session's connection."""
    return peer_of(st.context.headers.get(MARK.decode()))


def _not_switched_off() -> bool:
    return os.environ.get("SINERGI_TERBIT_LOKAL", "").lower() not in OFF


def local_publishing() -> bool:
    """Whether the machine's owner may publish with the key at all: no login, not switched off."""
    return not login_configured() and _not_switched_off()


def set_owner_key(key: OwnerKey | None) -> None:
    """Let sessions be opened with `key`; None closes them all."""
    _owner_key[:] = [] if key is None else [key]


def owner_key() -> OwnerKey | None:
    """Return the owner's key; None where it opens nothing."""
    return _owner_key[0] if _owner_key else None


def login_configured() -> bool:
    """Whether ``[auth]`` is configured; a secrets file that cannot be read counts as if it were."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return any(Path(file).exists() for file in st.get_option("secrets.files") or ())


def served_over_https() -> bool:
    """Whether visitors come over HTTPS, as the address the login returns to tells."""
    try:
        return str(st.secrets["auth"]["redirect_uri"]).startswith("https://")
    except (KeyError, TypeError, StreamlitSecretNotFoundError):
        return False


def identity() -> Identity:
    """Return who stands at this session, for :mod:`data.permissions` to decide on."""
    configured = login_configured()
    here = peer()
    # Streamlit can be told to take user fields from request headers; those are not a login.
    from_headers = set((st.get_option("server.trustedUserHeaders") or {}).values())
    logged_in = configured and getattr(st.user, "is_logged_in", False) and "is_logged_in" not in from_headers
    claims = {name: value for name, value in st.user.to_dict().items() if name not in from_headers}
    return identity_from(
        claims if logged_in and _recent(claims) else {},
        login_required=configured,
        this_machine=here.opened,
        near=here.near and not here.opened,
        peer=here.host,
        trusted_issuer=os.environ.get(TRUSTED_ISSUER, ""),
    )


def _recent(claims: dict) -> bool:
    """Whether the login is young enough; the browser's own forgetting of the cookie is not relied on."""
    issued = claims.get("iat")
    return not isinstance(issued, int | float) or time.time() - issued < login_seconds()
