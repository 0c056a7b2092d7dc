"""Streamlit's own scripts and styles, compressed once and sent so.

Streamlit sends its static files as they are: the first view of the home page carried 9 MB. Brotli where the
browser takes it (browsers offer it over HTTPS only), gzip elsewhere.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import brotli
import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

STATIC = Path(streamlit.__file__).parent / "static"
PREFIX = "/static/"  # what lies here carries its content's hash in its name
SUFFIXES = frozenset({".js", ".css", ".json", ".svg"})
FOREVER = "public, immutable, max-age=31536000"
BROTLI, GZIP = "br", "gzip"
_BROTLI_QUALITY, _GZIP_LEVEL = 9, 9  # 2.7 s and 0.6 s of processor for all files together
_MOST_FILES = 1024


@lru_cache(maxsize=_MOST_FILES)
def packed(path: Path, encoding: str) -> tuple[bytes, str]:
    """Return a file compressed and its entity tag; the files of a package never change while it runs."""
    content = path.read_bytes()
    small = (
        brotli.compress(content, quality=_BROTLI_QUALITY)
        if encoding == BROTLI
        else gzip.compress(content, _GZIP_LEVEL, mtime=0)
    )
    return small, f'"{hashlib.sha256(content).hexdigest()[:20]}-{encoding}"'


def accepted(header: str) -> str | None:
    """Return the best encoding of ours that an ``Accept-Encoding`` header takes; None for neither."""
    taken = set()
    for part in header.lower().split(","):
        name, _, parameters = part.strip().partition(";")
        if parameters.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            taken.add(name.strip())
    return next((each for each in (BROTLI, GZIP) if each in taken or "*" in taken), None)


def static_file(path: str) -> Path | None:
    """Return the file behind an address below :data:`PREFIX` that is worth compressing; None for another."""
    if not path.startswith(PREFIX):
        return None
    root = STATIC.resolve()
    file = (root / path.lstrip("/")).resolve()
    # By its one address only: what is remembered by address stays as much as there are files.
    inside = file.is_relative_to(root) and path == f"/{file.relative_to(root).as_posix()}"
    return file if inside and file.suffix in SUFFIXES and file.is_file() else None


class Ready(NamedTuple):
    """A file as it is sent: compressed, its entity tag, its media type."""

    body: bytes
    tag: str
    kind: str


def ready(path: str, encoding: str) -> Ready | None:
    """Return the file behind an address, compressed; None where :func:`static_file` has none."""
    file = static_file(path)
    if file is None:
        return None
    return Ready(*packed(file, encoding), mimetypes.guess_type(file.name)[0] or "application/octet-stream")


class CompressedStatic:
    """ASGI middleware that answers for Streamlit's static files where the browser takes them compressed.

    A first visit asks for a hundred of them: what was sent once is sent again without a look at the disk,
    without another thread.
    """

    def __init__(self, app: ASGIApp):
        self.app = app
        self._sent: dict[tuple[str, str], Ready] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a compressed file, or pass the request on."""
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        headers = Headers(scope=scope) if asked else {}
        encoding = accepted(headers.get("accept-encoding", "")) if asked else None
        # A part of a file is a part of the plain one.
        if encoding is None or "range" in headers:
            await self.app(scope, receive, send)
            return
        file = self._sent.get((scope["path"], encoding))
        if file is None:
            file = await run_in_threadpool(ready, scope["path"], encoding)
            if file is None:
                await self.app(scope, receive, send)
                return
            self._sent[scope["path"], encoding] = file
        shared = {"ETag": file.tag, "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        if file.tag in headers.get("if-none-match", ""):
            await Response(status_code=304, headers=shared)(scope, receive, send)
            return
        shared |= {"Content-Encoding": encoding, "Content-Length": str(len(file.body))}
        content = b"" if scope["method"] == "HEAD" else file.body
        await Response(content, media_type=file.kind, headers=shared)(scope, receive, send)
