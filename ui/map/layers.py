"""The product map: a folium base map that never changes and a small state that does.

The base map is sent once; the browser fetches geometry and content from routes (:mod:`ui.frame.routes`)
and keeps them. A change of filter sends only the state, a few kilobytes, through streamlit-folium's
``feature_group_to_add``, so that nothing is reloaded and the view stays where the reader left it.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import folium
import numpy as np
import pandas as pd
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

import data
import i18n
from data.schema import label
from findings import product_map
from i18n import N_, _
from ui.map import content as map_content
from wording import formats, theme
from wording.names import reference_label

LEAFLET = "/vendor/leaflet"
ASSETS = Path(__file__).parents[1] / "assets"
SCRIPTS = ("map.js", "map_glyphs.js", "map_layers.js")
# Degrees kept free around the cities at home; names stand to the east of them.
ROOM_SOUTH, ROOM_WEST, ROOM_NORTH, ROOM_EAST = 0.4, 0.7, 0.1, 1.15
FURTHEST = 12  # degrees a reader may go beyond
LAYER_LABELS = {
    "flows": N_("Alur pasokan"),
    "port": N_("Pelabuhan"),
    "airport": N_("Bandara"),
}
ATTRIBUTION = "© Cahya DSN (MIT) · BPS/OCHA (CC BY-IGO) · Natural Earth · GeoNames (CC BY)"

# Leaflet comes from a package through our own route: the map draws without internet.
folium.Map.default_js = [("leaflet", f"{LEAFLET}/leaflet.js")]
folium.Map.default_css = [("leaflet_css", f"{LEAFLET}/leaflet.css")]


def asset(name: str) -> str:
    """Address of one of our own scripts or styles, with its age so that a browser never keeps an old one."""
    return f"/assets/{name}?v={(ASSETS / name).stat().st_mtime_ns:x}"


class ProductLayers(JSCSSMixin, MacroElement):
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


class MapState(MacroElement):
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
        "attribution": ATTRIBUTION,
        "accent": theme.ACCENT,
        "missing": theme.MISSING,
        "categories": {
            code: {"colour": colour, "symbol": theme.CATEGORY_SYMBOLS[code], "label": label("category", code)}
            for code, colour in theme.CATEGORY_COLOURS.items()
        },
        "words": {
            "missing": _("belum terdata"),
            "products": _("produk unggulan"),
            "categories": _("Titik kecil: satu produk"),
            "arcs": _(
                "Panah: pasokan tercatat. Tebal: banyak jenis barang. Putus-putus: kotanya belum pasti."
            ),
            "unsure": _("Sumber tidak menyebut kotanya dengan pasti."),
            "home": _("Tampilkan semua kota"),
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


def measure_label(measure: str) -> str:
    """Words for what the cities are coloured by."""
    kind = product_map.kind_of(measure)
    if kind == "count":
        return _("Jumlah produk unggulan")
    if kind == "indicator":
        return label("indicator", measure)
    sector = label("sector", product_map.sector_of(measure))
    if kind == "lq":
        return _("Kekhasan {sector}").format(sector=sector)
    return _("Porsi {sector} dalam PDRB").format(sector=sector)


def value_text(measure: str, value: float) -> str:
    """One value of `measure` in words; empty when it is missing."""
    if formats.is_missing(value):
        return ""
    kind = product_map.kind_of(measure)
    if kind == "count":
        return formats.number(value)
    if kind == "lq":
        return formats.location_quotient(value)
    if kind == "share":
        return formats.percent(value)
    return formats.indicator(measure, value)


def classes(measure: str, values: pd.Series) -> tuple[pd.Series, list[tuple[str, str]]]:
    """Colour each city and write the legend.

    Returns
    -------
    tuple
        Series code -> colour (NaN where the value is missing) and the legend's (colour, label) rows.
    """
    kind = product_map.kind_of(measure)
    edges = product_map.bins(values, kind)
    palette = theme.DIVERGING if kind == "lq" else _spread(theme.SEQUENTIAL, len(edges) + 1)
    position = pd.Series(edges.searchsorted(values.to_numpy(), side="right"), index=values.index)
    colours = position.map(lambda place: palette[place]).where(values.notna())
    return colours, list(zip(palette, _class_labels(measure, edges, values), strict=True))


def _spread(palette: list[str], count: int) -> list[str]:
    if count == 1:
        return [palette[len(palette) // 2]]
    step = (len(palette) - 1) / (count - 1)
    return [palette[round(place * step)] for place in range(count)]


def _class_labels(measure: str, edges, values: pd.Series) -> list[str]:
    if product_map.kind_of(measure) == "lq":
        shown = [formats.number(edge, 2) for edge in edges]
    else:
        shown = [value_text(measure, edge) for edge in edges]
    if not len(edges):
        present = values.dropna()
        return [value_text(measure, present.iloc[0]) if len(present) else _("belum terdata")]
    if product_map.kind_of(measure) == "count":
        # Whole numbers: a class from 4 to below 6 is written 4–5.
        starts = [values.min(), *edges]
        ends = [*(edge - 1 for edge in edges), values.max()]
        return [
            formats.number(low) if low >= high else f"{formats.number(low)}–{formats.number(high)}"
            for low, high in zip(starts, ends, strict=True)
        ]
    labels = [_("di bawah {edge}").format(edge=shown[0])]
    labels += [f"{low} – {high}" for low, high in pairwise(shown)]
    labels.append(_("{edge} ke atas").format(edge=shown[-1]))
    if product_map.kind_of(measure) == "lq":
        labels[len(labels) // 2] += " " + _("(setara pembanding)")
    return labels


@data.by_language("regions")
def _coloured(measure: str, codes: tuple[str, ...], values: bytes) -> tuple[dict, list[tuple[str, str]]]:
    """Return city -> [colour or None, value in words], and the legend; `values`: one float64 a code."""
    series = pd.Series(np.frombuffer(values), index=list(codes))
    colours, legend = classes(measure, series)
    return {
        code: [None if formats.is_missing(colours[code]) else colours[code], value_text(measure, value)]
        for code, value in series.items()
    }, legend


def state(
    measure: str,
    values: pd.DataFrame,
    *,
    products: list[str] | None,
    cities: list[str] | None,
    layers: list[str],
    selected: str,
    certain_only: bool,
    dark: bool,
    note: str = "",
) -> dict:
    """Return what the map script needs to draw the reader's choices; None stands for "all"."""
    shown, legend = _coloured(measure, tuple(values.index), values["value"].to_numpy(dtype=float).tobytes())
    return {
        "values": shown,
        "products": products,
        "cities": cities,
        "layers": layers,
        "selected": selected,
        "certainOnly": certain_only,
        "dark": dark,
        "legend": {"title": measure_label(measure), "note": note, "entries": legend},
    }


def measure_note(measure: str, values: pd.DataFrame, reference: str) -> str:
    """Period of what the cities are coloured by and, for an LQ, the economy they are compared with."""
    periods = [code for code in values["period"].unique() if code]
    note = ", ".join(formats.period(code) for code in periods)
    if product_map.kind_of(measure) == "lq":
        note += " · " + _("dibanding {reference}").format(reference=reference_label(reference))
    return note


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
