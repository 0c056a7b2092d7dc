"""Security headers on every answer.

Nothing may come from another host: a meeting hall has no internet, and nothing may leak to one. What is
let through beyond ``'self'`` stands here with its reason, and a browser test tells when one is not needed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.security.machine import BadAddress, host_of

# The map's frame: streamlit-folium evaluates the script folium wrote for the map, and draws popups inline.
COMPONENTS = "/component/"
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = "Content-Security-Policy"


@lru_cache(maxsize=1)
def _own_scripts() -> str:
    """Return the hashes of the scripts that stand in Streamlit's own page."""
    scripts = _INLINE.findall(INDEX.read_text(encoding="utf-8"))
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return " ".join(f"'sha256-{each}'" for each in hashes)


@lru_cache(maxsize=256)
def policy(path: str, host: str = "") -> str:
    """Return the policy for an answer at `path` of the site `host`.

    Parameters
    ----------
    path
        Only whether it belongs to a component's frame counts.
    host
        As the browser named it; empty where it is none.
    """
    # 'self' does not name the site's sockets in every browser.
    sockets = f" ws://{host} wss://{host}" if host else ""
    scripts = "'unsafe-inline' 'unsafe-eval'" if path == COMPONENTS else _own_scripts()
    return "; ".join(
        [
            "default-src 'self'",
            # blob: components of Streamlit's second kind are loaded as modules from memory.
            f"script-src 'self' {scripts} blob:",
            # Streamlit and Leaflet write styles at elements; no style can fetch from elsewhere.
            "style-src 'self' 'unsafe-inline'",
            # data: and blob: charts as pictures, the symbols of Leaflet and Streamlit.
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            # data: and blob: a chart is made a picture from its own text.
            f"connect-src 'self'{sockets} data: blob:",
            # blob: the table's and the chart's helpers.
            "worker-src 'self' blob:",
            "frame-src 'self'",
            "frame-ancestors 'self'",
            "base-uri 'self'",
            "object-src 'none'",
            "form-action 'self'",
        ]
    )


def _policy_for(scope: Scope) -> str:
    path = COMPONENTS if scope["path"].startswith(COMPONENTS) else "/"
    host = next((value for name, value in scope["headers"] if name.lower() == b"host"), b"").decode("latin-1")
    try:
        host_of(host)
    except BadAddress:
        host = ""
    return policy(path, host)


class SecurityHeaders:
    """ASGI middleware that adds :data:`HEADERS` and the policy to every answer."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers to its answer."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                headers.setdefault(POLICY, _policy_for(scope))
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)
