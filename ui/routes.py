"""What the browser fetches once instead of on every rerun: Leaflet, our map script, geometry."""

from __future__ import annotations

from pathlib import Path

import xstatic.pkg.jquery
import xstatic.pkg.leaflet
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

ASSETS = Path(__file__).parent / "assets"
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


def routes() -> list[BaseRoute]:
    """All routes of the application beside Streamlit's own."""
    return [
        Mount("/vendor/leaflet", CachedFiles(directory=xstatic.pkg.leaflet.BASE_DIR)),
        Mount("/vendor/jquery", CachedFiles(directory=xstatic.pkg.jquery.BASE_DIR)),
        Mount("/assets", CachedFiles(directory=ASSETS)),
        Route("/health", health),
    ]
