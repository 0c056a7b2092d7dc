"""What the map script fetches once per data version: cities, products, flows, ports and airports."""

from __future__ import annotations

import hashlib
import json

import data
import i18n
from data.geometry import LAYERS
from data.schema import label
from data.territory import HOME
from findings import product_map
from ui.map.series import content as years_of
from ui.map.state import SERIES
from wording.names import city_name

# Labels of these stand to the west of their point, over the sea or away from a neighbour.
WEST = {"1271", "1278", "1276", "1273", "1377", "1371", "1375", "1374", "1175", "1571", "1572", "1674",
        "1771", "1673", "1872"}  # fmt: skip
__all__ = ["SERIES", "content", "content_version", "geometry_version", "years_of"]
CONTENT_TABLES = ("regions", "products", "supply_links")


def geometry_version() -> str:
    """Short name of the geometry's state, for addresses a browser may keep."""
    digest = hashlib.sha256()
    for path in sorted(HOME.file("geo", file) for file, _code, _name in LAYERS.values()):
        digest.update(f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}".encode())
    return digest.hexdigest()[:10]


def content_version() -> str:
    """Versions of the tables the content is made of."""
    return "-".join(str(data.current_version(table)) for table in CONTENT_TABLES)


def content(language: str) -> bytes:
    """Return the content as JSON, its few words in `language`; texts are plain, never markup."""
    with i18n.using(language):
        return json.dumps(
            {"cities": _cities(), "flows": _flows(), "places": _places()},
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()


def _cities() -> list[dict]:
    products = product_map.products(product_map.Filters()).groupby("region_code")
    listed = {
        code: [
            {"id": row.product_id, "name": row.product, "category": row.category}
            for row in rows.sort_values(["category", "product"]).itertuples()
        ]
        for code, rows in products
    }
    return [
        {
            "code": row.Index,
            "name": city_name(row.Index),
            "lat": row.latitude,
            "lon": row.longitude,
            "side": "W" if row.Index in WEST else "E",
            "products": listed.get(row.Index, []),
        }
        for row in data.cities().itertuples()
    ]


def _flows() -> list[dict]:
    return [
        {"from": row.supplier, "to": row.buyer, "goods": row.commodities, "certain": row.certain}
        for row in product_map.flows().itertuples()
    ]


def _places() -> list[dict]:
    return [
        {
            "name": row.name,
            "kind": label("port_kind", row.kind),
            "group": row.kind_group,
            "lat": row.latitude,
            "lon": row.longitude,
        }
        for row in product_map.ports_and_airports().itertuples(index=False)
    ]
