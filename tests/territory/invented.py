"""Six invented cities on an invented island, as a folder of tables and outlines for ``SINERGI_DATA``.

Figures are those of six shipped cities, multiplied; names, places, products and sources are made up. Shipped
rows of all regions stay, so the yardsticks do; what is known of the shipped members only is replaced, in part
by tables without a row.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from data.loading import GEO_FOLDER
from data.schema import TABLES
from data.versioning.versions import TABLES_FOLDER

KOMWIL, PROVINCE, ISLAND = "VI", "98", "Nusa Rekaan"
MADE = "S9001"
SOURCE = {"source_id": MADE, "title": "Data rekaan untuk pengujian", "publisher": "Tes", "reference": "tes"}
# New code: (name, longitude, latitude, the shipped city whose figures it takes)
CITIES = {
    "9871": ("Rekabumi", 128.0, -5.2, "1275"),
    "9872": ("Teluk Angan", 128.6, -5.9, "1271"),
    "9873": ("Karang Mayang", 129.4, -5.4, "1471"),
    "9874": ("Pasir Elok", 127.3, -5.7, "1371"),
    "9875": ("Muara Cita", 129.1, -6.3, "1571"),
    "9876": ("Tanjung Laras", 127.9, -6.2, "1871"),
}
GROWN = 1.1
AMOUNTS = {"value_billion_rupiah", "rupiah_per_capita_per_week"}
# Rows of these are added to the shipped ones.
JOINED = (
    "grdp_sectors", "grdp_totals", "grdp_groups", "grdp_expenditure", "grdp_sectors_2013_2020",
    "grdp_sectors_2021_2025", "grdp_totals_514_2010_2023", "grdp_expenditure_514_2010_2023", "indicators",
    "household_spending", "food_quantities", "food_prices",
)  # fmt: skip
PRODUCTS = [
    ("P001", "9871", "Kain Tenun Rekabumi", "kerajinan", "C"),
    ("P002", "9872", "Ikan Asap Angan", "perikanan", "C"),
    ("P003", "9873", "Keripik Mayang", "kuliner", "C"),
    ("P004", "9874", "Anyaman Pandan Elok", "kerajinan", "C"),
    ("P005", "9875", "Bawang Merah Cita", "pertanian", "A"),
]
APPS = [
    ("A001", "9871", "Rekabumi Satu Data", "data_terbuka"),
    ("A002", "9873", "Mayang Melapor", "pengaduan"),
]
EMPTY = (
    "app_replications", "awards", "city_facts", "city_notes", "cooperation", "directory",
    "food_agreement_pairs", "food_agreements", "food_balances", "needs", "product_codes",
    "product_commodities", "product_facts", "recognitions", "supply_links_new", "supply_links_regencies",
)  # fmt: skip


def write(folder: Path) -> Path:
    """Write the folder; return it."""
    for kind in ("tables", "geo", "facts"):
        (folder / kind).mkdir(parents=True)
    described = {
        "komwil": KOMWIL,
        "pulau": ISLAND,
        "provinsi": [PROVINCE],
        "ganti": ["products", "apps", "supply_links", *EMPTY],
    }
    (folder / "rumah.json").write_text(json.dumps(described))
    _regions(folder)
    for table in JOINED:
        _save(folder, table, _copied(table))
    for table in EMPTY:
        _save(folder, table, _shipped(table).head(0))
    _save(folder, "sources", _rows("sources", [SOURCE]))
    _save(folder, "products", _rows("products", [_product(*each) for each in PRODUCTS]))
    _save(folder, "apps", _rows("apps", [_app(*each) for each in APPS]))
    _save(folder, "supply_links", _rows("supply_links", [_flow("9875", "9871", "bawang merah")]))
    _geometry(folder)
    (folder / "facts" / "caveats.json").write_text(json.dumps({"caveats": []}))
    return folder


def _shipped(table: str) -> pd.DataFrame:
    return pd.read_csv(TABLES_FOLDER / f"{table}.csv", dtype=str, keep_default_na=False)


def _save(folder: Path, table: str, frame: pd.DataFrame) -> None:
    frame.to_csv(folder / "tables" / f"{table}.csv", index=False)


def _rows(table: str, rows: list[dict]) -> pd.DataFrame:
    columns = _shipped(table).columns
    return pd.DataFrame([{name: row.get(name, "") for name in columns} for row in rows])


def _copied(table: str) -> pd.DataFrame:
    frame = _shipped(table)
    parts = []
    for code, (_name, _x, _y, template) in CITIES.items():
        mine = frame[frame["region_code"] == template].assign(region_code=code, source_id=MADE)
        for column in AMOUNTS & set(mine):
            numbers = pd.to_numeric(mine[column]) * GROWN
            mine[column] = numbers.map(lambda value: "" if pd.isna(value) else f"{value:.6g}")
        parts.append(mine)
    return pd.concat(parts)


def _regions(folder: Path) -> None:
    frame = _shipped("regions")
    left = frame[frame["komwil"] != ""].assign(komwil="")
    rows = [
        {"region_code": PROVINCE, "name": f"Provinsi {ISLAND}", "short_name": ISLAND, "level": "provinsi"}
    ]
    for code, (name, x, y, template) in CITIES.items():
        like = frame.set_index("region_code").loc[template]
        rows.append(
            {
                **like.to_dict(),
                "region_code": code,
                "name": f"Kota {name}",
                "short_name": name,
                "level": "kota",
                "province_code": PROVINCE,
                "province": ISLAND,
                "komwil": KOMWIL,
                "kemendagri_code": "",
                "latitude": y,
                "longitude": x,
                "coordinates_source_id": MADE,
                "area_source_id": MADE,
                "population_source_id": MADE,
            }
        )
    _save(folder, "regions", pd.concat([left, _rows("regions", rows)]))


def _product(number: str, code: str, name: str, category: str, sector: str) -> dict:
    return {
        "product_id": number,
        "region_code": code,
        "product": name,
        "category": category,
        "sector": sector,
        "role": "produk",
        "description": f"{name}, rekaan.",
        "source_id": MADE,
    }


def _app(number: str, code: str, name: str, domain: str) -> dict:
    return {
        "app_id": number,
        "region_code": code,
        "city": CITIES[code][0],
        "app": name,
        "status": "berjalan",
        "service_domain": domain,
        "description": f"{name}, rekaan.",
        "platform": "web",
        "source_id": MADE,
    }


def _flow(supplier: str, buyer: str, good: str) -> dict:
    return {
        "supplier_city_code": supplier,
        "supplier_city": CITIES[supplier][0],
        "buyer_city_code": buyer,
        "buyer_city": CITIES[buyer][0],
        "commodity": good,
        "category": "pertanian",
        "certainty": "kota",
        "supplier_text": f"Kota {CITIES[supplier][0]}",
        "source_id": MADE,
    }


def _geometry(folder: Path) -> None:
    for file in ("kota_detail.geojson", "sumatra_kabkota.geojson"):
        features = [_square(code, name, x, y) for code, (name, x, y, _like) in CITIES.items()]
        collection = {"type": "FeatureCollection", "features": features}
        (folder / "geo" / file).write_text(json.dumps(collection))
    ports = pd.read_csv(GEO_FOLDER / "ports_airports.csv", dtype=str, keep_default_na=False).head(0)
    ports.to_csv(folder / "geo" / "ports_airports.csv", index=False)
    places = [f"{code},{y},{x},titik_kota,{ISLAND},ya" for code, (_name, x, y, _like) in CITIES.items()]
    lines = ["region_code,latitude,longitude,point,island,coast", *places]
    (folder / "facts" / "places.csv").write_text("\n".join(lines) + "\n")


def _square(code: str, name: str, x: float, y: float, half: float = 0.08) -> dict:
    ring = [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half]]
    return {
        "type": "Feature",
        "properties": {"bps_code": code, "name": f"Kota {name}", "short_name": name},
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
    }


assert set(JOINED) | set(EMPTY) <= set(TABLES)
