"""All polygons and one marker a product on the base map, built again on every rerun."""

import json
import time
from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

ROOT = Path(__file__).resolve().parents[2]
folium.Map.default_js = [
    ("leaflet", "/vendor/leaflet/leaflet.js"),
    ("jquery", "/vendor/jquery/jquery.min.js"),
]
folium.Map.default_css = [("leaflet_css", "/vendor/leaflet/leaflet.css")]
started = time.perf_counter()


@st.cache_data
def tables():
    read = {"dtype": {"region_code": str}}
    products = pd.read_csv(ROOT / "data/tables/products.csv", **read)
    regions = pd.read_csv(ROOT / "data/tables/regions.csv", **read)
    geometry = json.loads((ROOT / "data/geo/sumatra_kabkota.geojson").read_text(encoding="utf-8"))
    return products, regions.set_index("region_code"), geometry


products, regions, geometry = tables()
st.title("Naif")
category = st.selectbox("Kategori", ["semua", *sorted(products["category"].unique())], key="category")
if category != "semua":
    products = products[products["category"] == category]
chart = folium.Map(location=[2.4, 100.0], zoom_start=6, tiles=None)
folium.GeoJson(
    geometry,
    style_function=lambda _: {"fillColor": "#7FCDBB", "weight": 1, "color": "#555"},
    tooltip=folium.GeoJsonTooltip(["name"]),
).add_to(chart)
for row in products.itertuples():
    place = regions.loc[row.region_code]
    icon = folium.DivIcon(html="<b>●</b>")
    popup = folium.Popup(f"{row.product}<br>{row.description}")
    folium.Marker([place.latitude, place.longitude], popup=popup, tooltip=row.product, icon=icon).add_to(
        chart
    )
st_folium(chart, width=800, height=620, key="map")
st.caption(f"server {time.perf_counter() - started:.4f}")
