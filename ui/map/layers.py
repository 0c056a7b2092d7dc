"""The product map: a folium base map that never changes and a small state that does.

The base map is sent once; the browser fetches geometry and content from routes (:mod:`ui.frame.routes`)
and keeps them. A change of filter sends only the state, a few kilobytes, through streamlit-folium's
``feature_group_to_add``, so that nothing is reloaded and the view stays where the reader left it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

import data
import i18n
from i18n import N_, _
from ui.map import content as map_content
from wording import theme

LEAFLET = "/vendor/leaflet"
ASSETS = Path(__file__).parents[1] / "assets"
SCRIPTS = ("map_labels.js", "map_marks.js", "map_layers.js", "map_years.js", "map_picture.js", "map.js")
# Keys of the page's containers that may lie over the map.
PANELS = ("peta_pil", "peta_laci")
# Degrees kept free around the cities at home; names stand to the east of them.
ROOM_SOUTH, ROOM_WEST, ROOM_NORTH, ROOM_EAST = 0.4, 0.7, 0.1, 1.15
FURTHEST = 12  # degrees a reader may go beyond
LAYER_LABELS = {
    "flows": N_("Alur pasokan"),
    "port": N_("Pelabuhan"),
    "airport": N_("Bandara"),
}
# Neighbours by their name in the boundaries' file.
COUNTRIES = {"Malaysia": N_("Malaysia"), "Singapore": N_("Singapura"), "Thailand": N_("Thailand")}
ATTRIBUTION = "© Cahya DSN (MIT) · BPS/OCHA (CC BY-IGO) · Natural Earth · GeoNames (CC BY)"

# Leaflet comes from a package through our own route: the map draws without internet.
folium.Map.default_js = [("leaflet", f"{LEAFLET}/leaflet.js")]
folium.Map.default_css = [("leaflet_css", f"{LEAFLET}/leaflet.css")]


def asset(name: str) -> str:
    """Address of one of our own scripts or styles, with its age so that a browser never keeps an old one."""
    return f"/assets/{name}?v={(ASSETS / name).stat().st_mtime_ns:x}"


class _Handed(MacroElement):
    """A part whose script `st_folium` hands to the browser by itself; never in a page of its own."""

    def render(self, **_kwargs) -> str:
        """Write nothing into such a page: compiling it there took a tenth of a change of filter."""
        return ""


class ProductLayers(_Handed, JSCSSMixin):
    """The layers of the product map, drawn by our own script from what its routes answer."""

    _template = Template(
        "{% macro script(this, kwargs) %}Sinergi.start(map_div, {{ this.config|tojson }});{% endmacro %}"
    )

    def __init__(self, config: dict):
        super().__init__()
        self._name = "ProductLayers"
        self.default_js = [(name, asset(name)) for name in SCRIPTS]
        self.default_css = [("map_css", asset("map.css"))]
        self.config = config


class MapState(_Handed):
    """What changes on the map, handed to the script that is already there."""

    _template = Template(
        "{% macro script(this, kwargs) %}Sinergi.update({{ this.state|tojson }});{% endmacro %}"
    )

    def __init__(self, state: dict):
        super().__init__()
        self._name = "MapState"
        self.state = state


def base_map() -> folium.Map:
    """Return the part of the map that does not change while a language and a data version stand."""
    (south, west), (north, east) = bounds()
    chart = folium.Map(
        tiles=None,
        location=[(south + north) / 2, (west + east) / 2],
        zoom_start=6,
        min_zoom=5,
        max_zoom=13,
        zoom_snap=0.25,
        zoom_delta=0.5,
        max_bounds=True,
        min_lat=south - FURTHEST,
        max_lat=north + FURTHEST,
        min_lon=west - FURTHEST,
        max_lon=east + FURTHEST,
    )
    ProductLayers(_config()).add_to(chart)
    return chart


@data.by_version("regions")
def bounds() -> list[list[float]]:
    """Return south-west and north-east of what the map first shows: the cities of the home Komwil."""
    cities = data.cities(data.HOME_KOMWIL)
    return [
        [cities["latitude"].min() - ROOM_SOUTH, cities["longitude"].min() - ROOM_WEST],
        [cities["latitude"].max() + ROOM_NORTH, cities["longitude"].max() + ROOM_EAST],
    ]


def _config() -> dict:
    language = i18n.language()
    return {
        "geometry": _geometry_version(),
        "content": f"/map/content.json?lang={language}&v={map_content.content_version()}",
        "bounds": bounds(),
        "panels": PANELS,
        "attribution": ATTRIBUTION,
        "accent": theme.ACCENT,
        "missing": theme.MISSING,
        "categories": {
            code: {"colour": colour, "symbol": theme.CATEGORY_SYMBOLS[code]}
            for code, colour in theme.CATEGORY_COLOURS.items()
        },
        "words": {
            "missing": _("belum terdata"),
            "out": _("dipasok kota ini, menurut berita"),
            "in": _("memasok kota ini, menurut berita"),
            "arcs": _("pasokan antarkota, menurut berita; putus-putus: kotanya belum pasti"),
            "unsure": _("Sumber tidak menyebut kotanya dengan pasti."),
            "home": _("Tampilkan semua kota"),
            "full": _("Layar penuh"),
            "play": _("Putar"),
            "pause": _("Jeda"),
            "year": _("Tahun"),
            "countries": {name: _(said) for name, said in COUNTRIES.items()},
        },
    }


@cache
def _geometry_version() -> str:
    return map_content.geometry_version()


def state_group(state: dict) -> folium.FeatureGroup:
    """Wrap `state` for ``st_folium(feature_group_to_add=…)``."""
    group = folium.FeatureGroup()
    MapState(state).add_to(group)
    return group


def full_attribution() -> str:
    """Credits of everything the map draws, as its licences ask for."""
    return "\n".join(
        [
            "- " + _("Batas wilayah: © Cahya DSN, wilayah_boundaries (MIT), diolah"),
            "- "
            + _(
                "Nama, kode, dan luas wilayah: Cahya DSN, wilayah (MIT); "
                "Kepmendagri 300.2.2-2138/2025; BIG 2024"
            ),
            "- " + _("Danau: BPS / OCHA ROAP, COD-AB Indonesia (CC BY-IGO), diolah"),
            "- " + _("Negara tetangga: Made with Natural Earth"),
            "- " + _("Titik kota: GeoNames (CC BY 4.0); tiga kota dari Wikipedia (CC BY-SA)"),
            "- "
            + _(
                "Bandara: airportsdata (MIT). Pelabuhan: Kemenhub SIMPEL via zackad (MIT), "
                "NGA World Port Index"
            ),
        ]
    )
