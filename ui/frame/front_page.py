"""The first file a browser gets: Streamlit's own page, in our language and with our scripts."""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASSETS = Path(__file__).parents[1] / "assets"
# They must stand before Streamlit's own script: it reads where the server is, opens the socket whose messages
# wait for each other, and writes the history we mind.
SCRIPTS = tuple(
    f"{name}.js"
    for name in ("server", "together", "history", "words", "picture", "print", "more", "still", "playing")
)
PLAIN = (b"accept-encoding", b"if-none-match", b"if-modified-since")
FRAMES = "/component/"  # pages of their own, which our scripts have no place in
ROOT = b'<div id="root">'
NOSCRIPT = "Sinergi Kota memerlukan JavaScript. / Sinergi Kota needs JavaScript."


def address(name: str) -> str:
    """Address of one of our files, with its version so that a browser may keep it."""
    version = hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:10]
    return f"./assets/{name}?v={version}"


def ours(page: str) -> str:
    """Return Streamlit's `page` with the product's name, language and scripts."""
    start, end = page.find("<noscript>"), page.find("</noscript>")
    if 0 <= start < end:
        page = f"{page[:start]}<noscript><p>{NOSCRIPT}</p>{page[end:]}"
    page = page.replace('<html lang="en">', '<html lang="id">', 1)
    page = page.replace("<title>Streamlit</title>", "<title>Sinergi Kota</title>", 1)
    scripts = "".join(f'<script src="{address(name)}"></script>' for name in SCRIPTS)
    return page.replace("<head>", f"<head>{scripts}", 1)


class FrontPage:
    """ASGI middleware that passes :func:`ours` on in place of each HTML page Streamlit answers.

    It stands inside whatever compresses answers: what it reads must be plain.
    """

    def __init__(self, app: ASGIApp):
        self.app = app
        self._changed: dict[bytes, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; change the answer if it is Streamlit's page."""
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not asked or scope["path"].startswith(FRAMES):
            await self.app(scope, receive, send)
            return
        held: list[Message] = []
        body: list[bytes] = []

        async def send_ours(message: Message) -> None:
            if message["type"] == "http.response.start":
                kind = Headers(raw=message["headers"]).get("content-type", "")
                plain = "content-encoding" not in Headers(raw=message["headers"])
                if message["status"] == 200 and kind.startswith("text/html") and plain:
                    held.append(message)
                    return
            elif held and message["type"] == "http.response.body":
                body.append(message.get("body", b""))
                if not message.get("more_body"):
                    await self._send_changed(held[0], b"".join(body), send)
                return
            await send(message)

        if "." not in scope["path"].rpartition("/")[2]:
            # The page is read here: plain, whole, and never answered with "not modified".
            headers = [item for item in scope["headers"] if item[0] not in PLAIN]
            scope = {**scope, "headers": headers, "extensions": {}}
        await self.app(scope, receive, send_ours)

    async def _send_changed(self, start: Message, body: bytes, send: Send) -> None:
        changed = self._changed.get(body, body)
        if body not in self._changed and ROOT in body:
            changed = self._changed[body] = ours(body.decode("utf-8")).encode("utf-8")
        headers = MutableHeaders(raw=start["headers"])
        for name in ("etag", "last-modified"):
            if name in headers:
                del headers[name]
        if body:
            headers["content-length"] = str(len(changed))
        await send({**start, "headers": headers.raw})
        await send({"type": "http.response.body", "body": changed})
