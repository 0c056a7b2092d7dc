"""Read-only addresses for other programs, see :mod:`data.open_data`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from data import open_data
from data.errors import DataError
from data.open_data import Body
from data.store import StoreError, active, start, trouble
from data.versioning import versions
from i18n import _

BASE = "/api/v1"
# The answer may be kept, and is asked about again each time: a new version shows at once.
KEPT = "public, no-cache"
AGAIN_AFTER_S = 15  # an application tries that often to open its store
LARGEST = 10_000_000
STYLES = ("plain", "excel")
ALLOWED = {
    "csv": {"version", "offset", "limit", "style"},
    "json": {"version", "offset", "limit"},
    "package": {"edition"},
}


class Misread(ValueError):
    """A parameter that cannot be read; its text is the sentence for whoever asked."""


def _whole(request: Request, name: str, least: int) -> int | None:
    given = request.query_params.get(name)
    if given is None:
        return None
    if not (given.isascii() and given.isdigit()) or len(given) > 8 or not least <= int(given) <= LARGEST:
        raise Misread(_("{name} harus bilangan bulat mulai {least}.").format(name=name, least=least))
    return int(given)


def _only(request: Request, kind: str) -> None:
    for name in request.query_params:
        if name not in ALLOWED[kind]:
            known = ", ".join(sorted(ALLOWED[kind]))
            raise Misread(
                _("Parameter {name} tidak dikenal. Yang ada: {known}").format(name=name, known=known)
            )
        if len(request.query_params.getlist(name)) > 1:
            raise Misread(_("Parameter {name} hanya boleh sekali.").format(name=name))


class NotInForce(StoreError):
    """The store cannot be opened, so it is not known which data are in force."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Data yang berlaku tidak dapat dibaca saat ini: penyimpanannya tidak dapat dibuka. "
                "Coba lagi sesudah {seconds} detik."
            ).format(seconds=AGAIN_AFTER_S)
        )


def _in_force(make: Callable[[], Body]) -> Body:
    """What `make` answers from the data in force.

    A page may show what was shipped and say so; a program would take it for what is in force.
    """
    # A server that has shown no page yet has not opened its store, and would answer what was shipped.
    start()
    if active() is None and trouble() is not None:
        raise NotInForce
    return make()


async def _answer(
    request: Request, make: Callable[[], Body], media_type: str, filename: str = ""
) -> Response:
    try:
        body = await run_in_threadpool(make)
    except Misread as error:
        return JSONResponse({"error": str(error)}, status_code=400)
    except DataError as error:
        return JSONResponse({"error": str(error)}, status_code=404)
    except StoreError as error:
        return JSONResponse(
            {"error": str(error)}, status_code=503, headers={"Retry-After": str(AGAIN_AFTER_S)}
        )
    headers = {"ETag": body.etag, "Cache-Control": KEPT, "Access-Control-Allow-Origin": "*"}
    asked = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if body.etag in asked or "*" in asked:
        return Response(status_code=304, headers=headers)
    if filename:
        headers["Content-Disposition"] = f'inline; filename="{filename}"'
    return Response(body.content, media_type=media_type, headers=headers)


async def package(request: Request) -> Response:
    """Answer the Data Package descriptor."""

    def make() -> Body:
        _only(request, "package")
        edition = _whole(request, "edition", 1)
        if edition is not None and not versions.is_edition(edition):
            raise versions.UnknownEdition(edition, [f"1–{versions.latest_edition()}"])
        return open_data.package(edition)

    return await _answer(request, partial(_in_force, make), "application/json")


async def openapi(request: Request) -> Response:
    """Answer the description of these addresses."""
    return await _answer(request, open_data.openapi, "application/json")


async def table_csv(request: Request) -> Response:
    """Answer a table as CSV."""
    name = request.path_params["table"]

    def make() -> Body:
        _only(request, "csv")
        style = request.query_params.get("style", "plain")
        if style not in STYLES:
            raise Misread(_("style harus salah satu dari {known}.").format(known=", ".join(STYLES)))
        version, offset, limit = _slice(request)
        return open_data.table(name, version, "excel" if style == "excel" else "csv", offset, limit)

    return await _answer(request, partial(_in_force, make), "text/csv; charset=utf-8", _filename(name, "csv"))


async def table_json(request: Request) -> Response:
    """Answer a table as JSON."""
    name = request.path_params["table"]

    def make() -> Body:
        _only(request, "json")
        version, offset, limit = _slice(request)
        return open_data.table(name, version, "json", offset, limit)

    return await _answer(request, partial(_in_force, make), "application/json", _filename(name, "json"))


def _slice(request: Request) -> tuple[int | None, int, int | None]:
    return _whole(request, "version", 1), _whole(request, "offset", 0) or 0, _whole(request, "limit", 1)


def _filename(name: str, ending: str) -> str:
    return f"{name}.{ending}" if name in open_data.names() else ""


def routes() -> list[BaseRoute]:
    """The addresses, all below :data:`BASE`."""
    return [
        Route(f"{BASE}/datapackage.json", package),
        Route(f"{BASE}/openapi.json", openapi),
        Route(f"{BASE}/tables/{{table}}.csv", table_csv),
        Route(f"{BASE}/tables/{{table}}.json", table_json),
    ]
