"""The door for the machine's owner where no login is configured: a key from a file, once, for a session."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from data.security.owner_key import OwnerKey
from i18n import LANGUAGES, SOURCE_LANGUAGE, _, using
from ui.frame import connection
from wording.escaping import html

FILE = "SINERGI_KUNCI"
FOLDER = Path(__file__).resolve().parents[2] / "var"
PATH = "/kunci"
LONGEST_FORM = 2_000
PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Sinergi Kota</title>
<style>body{{font:17px/1.6 system-ui,sans-serif;max-width:34rem;margin:10vh auto;padding:0 1rem;
color:#17211F;background:#fff}}input,button{{font:inherit;padding:.5rem .7rem;border-radius:.4rem;
border:1px solid #6B6B6B}}input{{width:100%;box-sizing:border-box;margin:.3rem 0 .8rem}}
button{{background:#0B6E69;color:#fff;border-color:#0B6E69}}.salah{{color:#A33B00}}
@media(prefers-color-scheme:dark){{body{{color:#EAF2F0;background:#101716}}.salah{{color:#FFB48A}}
input{{background:#1A2423;color:#EAF2F0}}}}</style>
<main><h1>{title}</h1><p>{what}</p>{trouble}<form method="post" action="{path}">
<label for="kunci">{label}</label><input id="kunci" name="kunci" autocomplete="off" autofocus value="{given}">
<button>{go}</button></form></main></html>"""


def key_file() -> Path:
    """Return where the key is written: ``SINERGI_KUNCI``, else ``var/kunci-terbit-PORT``."""
    named = os.environ.get(FILE)
    return Path(named) if named else FOLDER / f"kunci-terbit-{st.get_option('server.port')}"


@asynccontextmanager
async def kept_open(_app: object) -> AsyncIterator[None]:
    """Have a key for as long as the application runs, and say where it is."""
    key = None
    if connection.local_publishing():
        try:
            key = OwnerKey(key_file())
        except OSError as error:
            print(_("Kunci pemilik tidak dapat ditulis: {reason}").format(reason=error), file=sys.stderr)
    connection.set_owner_key(key)
    if key is not None:
        print(
            _(
                "Untuk menerbitkan data dari komputer ini: buka http://localhost:{port}{path} dan masukkan "
                "kunci sekali pakai dari berkas {file}"
            ).format(port=st.get_option("server.port"), path=PATH, file=key.file),
            flush=True,
        )
    try:
        yield
    finally:
        connection.set_owner_key(None)
        if key is not None:
            key.close()


async def door(request: Request) -> Response:
    """Ask for the key and exchange it for a session; everything else is as closed as before."""
    here = connection.peer_of(request.headers.get(connection.MARK.decode()))
    key = connection.owner_key()
    language = request.query_params.get("lang", SOURCE_LANGUAGE)
    with using(language if language in LANGUAGES else SOURCE_LANGUAGE):
        if key is None or not here.near:
            return HTMLResponse(
                html.plain(_("Pintu ini hanya ada di komputer tempat aplikasi berjalan.")), status_code=403
            )
        if request.method == "GET":
            return HTMLResponse(_page(given=request.query_params.get("kunci", "")[:200]))
        if request.headers.get("origin") is None:
            return HTMLResponse(_page(_("Permintaan tidak sah.")), status_code=403)
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LONGEST_FORM:
                return HTMLResponse(_page(_("Permintaan tidak sah.")), status_code=413)
        given = parse_qs(body.decode("latin-1")).get("kunci", [""])[0]
        secret = key.exchange(given)
        if secret is None:
            return HTMLResponse(
                _page(_("Kunci itu tidak berlaku. Setiap kunci hanya sekali pakai; baca lagi berkasnya.")),
                status_code=403,
            )
    answer = RedirectResponse("/data?bagian=akses", status_code=303)
    answer.set_cookie(
        connection.SESSION_COOKIE,
        secret,
        max_age=int(key.lifetime_s),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


def _page(trouble: str = "", given: str = "") -> str:
    return PAGE.format(
        language=html.plain(SOURCE_LANGUAGE),
        title=html.plain(_("Kunci pemilik")),
        what=html.plain(
            _(
                "Menerbitkan data tanpa akun hanya untuk pemilik komputer ini. Kuncinya ada di berkas "
                "{file}, hanya dapat dibaca pemiliknya, dan hanya dapat dipakai sekali."
            ).format(file=key_file())
        ),
        trouble=f'<p class="salah" role="alert">{html.plain(trouble)}</p>' if trouble else "",
        path=PATH,
        label=html.plain(_("Kunci")),
        given=html.plain(given),
        go=html.plain(_("Buka penerbitan")),
    )
