"""What the browser fetches once instead of on every rerun: Leaflet, our map script, geometry."""

from __future__ import annotations

from pathlib import Path

import xstatic.pkg.jquery
import xstatic.pkg.leaflet
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from data import geometry
from findings import product_map
from i18n import LANGUAGES, SOURCE_LANGUAGE
from ui.frame import open_data, owner_door, search
from ui.map import content as map_content

ASSETS = Path(__file__).parents[1] / "assets"
A_DAY = "public, max-age=86400"


class CachedFiles(StaticFiles):
    """Static files the browser may keep; their addresses carry a version."""

    def file_response(self, *args, **kwargs):
        """As the parent, with a lifetime."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = A_DAY
        return response


async def health(_request) -> JSONResponse:
    """Answer that the server is up."""
    return JSONResponse({"status": "ok"})


async def geometry_layer(request: Request) -> Response:
    """Answer a layer of boundaries as GeoJSON."""
    layer = request.path_params["layer"]
    if layer not in geometry.LAYERS:
        return PlainTextResponse(str(geometry.UnknownLayer(layer, geometry.LAYERS)), status_code=404)
    body = await run_in_threadpool(geometry.geojson_bytes, layer)
    return Response(body, media_type="application/geo+json", headers={"Cache-Control": A_DAY})


async def map_data(request: Request) -> Response:
    """Answer what the map writes and draws beside the boundaries, in the language asked for."""
    language = request.query_params.get("lang", SOURCE_LANGUAGE)
    body = await run_in_threadpool(
        map_content.content, language if language in LANGUAGES else SOURCE_LANGUAGE
    )
    return Response(body, media_type="application/json", headers={"Cache-Control": A_DAY})


async def map_series(request: Request) -> Response:
    """Answer every year of an indicator for the map's slider, in the language asked for."""
    measure = request.query_params.get("measure", "")
    if measure not in product_map.measures() or len(product_map.years(measure)) == 0:
        return PlainTextResponse(measure[:60], status_code=404)
    language = request.query_params.get("lang", SOURCE_LANGUAGE)
    body = await run_in_threadpool(
        map_content.years_of, measure, language if language in LANGUAGES else SOURCE_LANGUAGE
    )
    return Response(body, media_type="application/json", headers={"Cache-Control": A_DAY})


async def search_data(request: Request) -> Response:
    """Answer what the search looks through, in the language asked for."""
    language = request.query_params.get("lang", SOURCE_LANGUAGE)
    body = await run_in_threadpool(search.content, language if language in LANGUAGES else SOURCE_LANGUAGE)
    return Response(body, media_type="application/json", headers={"Cache-Control": A_DAY})


async def opening_page(request: Request) -> Response:
    """Lead from the name of the page that opens at "/" to it: Streamlit shows no page at ``/beranda``."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


def routes() -> list[BaseRoute]:
    """All routes of the application beside Streamlit's own."""
    return [
        Mount("/vendor/leaflet", CachedFiles(directory=xstatic.pkg.leaflet.BASE_DIR)),
        Mount("/vendor/jquery", CachedFiles(directory=xstatic.pkg.jquery.BASE_DIR)),
        Mount("/assets", CachedFiles(directory=ASSETS)),
        Route("/geo/{layer}.geojson", geometry_layer),
        Route("/map/content.json", map_data),
        Route(map_content.SERIES, map_series),
        Route("/search/index.json", search_data),
        *open_data.routes(),
        Route("/health", health),
        Route("/beranda", opening_page),
        Route(owner_door.PATH, owner_door.door, methods=["GET", "POST"]),
    ]
