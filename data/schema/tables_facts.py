"""Schema of the tables of facts: city facts, ports and airports."""

from __future__ import annotations

from dataclasses import replace

from data.schema.columns import LATITUDE, LONGITUDE, NOTE, REGION, SOURCE, code, text
from data.schema.model import Column, Table, Text

FACT_TABLES = (
    Table(
        "city_facts",
        Text("Fakta kota", "City facts"),
        Text(
            "Hari jadi, pembentukan, pelabuhan, dan bandara 34 kota.",
            "Founding day, establishment, ports and airports of the 34 cities.",
        ),
        ("region_code", "fact"),
        (
            REGION,
            code(
                "fact",
                ("Fakta", "Fact"),
                ("Jenis fakta.", "Kind of fact."),
                codes="fact",
                closed=True,
                synonyms=("fakta", "jenis"),
                example="port",
            ),
            text(
                "value",
                ("Isi", "Content"),
                ("Isi fakta; tanggal ditulis 1957-08-09.", "The fact; dates as 1957-08-09."),
                synonyms=("isi", "nilai"),
                example="Pelabuhan Belawan",
            ),
            SOURCE,
            NOTE,
        ),
        Text("Ensiklopedia, pemerintah kota, dan berita.", "Encyclopaedias, city governments and news."),
    ),
    Table(
        "ports_airports",
        Text("Pelabuhan dan bandara", "Ports and airports"),
        Text(
            "Pelabuhan dan bandara di Sumatera beserta kota anggota terdekat.",
            "Ports and airports of Sumatra with the nearest member city.",
        ),
        ("name",),
        (
            text(
                "name",
                ("Nama", "Name"),
                ("Nama pelabuhan atau bandara.", "Name of the port or airport."),
                synonyms=("nama",),
                example="Bandara Hang Nadim",
            ),
            code(
                "kind",
                ("Jenis", "Kind"),
                ("Bandara, pangkalan udara, atau jenis pelabuhan.", "Airport, air base or kind of port."),
                codes="port_kind",
                closed=True,
                synonyms=("jenis",),
                example="bandara",
            ),
            code(
                "code",
                ("Kode", "Code"),
                ("Kode IATA atau kode pelabuhan.", "IATA or port code."),
                required=False,
                synonyms=("kode",),
                example="BTH",
            ),
            replace(LATITUDE, name="lat", required=True, synonyms=("lintang", "latitude")),
            replace(LONGITUDE, name="lon", required=True, synonyms=("bujur", "longitude")),
            replace(
                REGION,
                name="city_code",
                label=Text("Kode kota anggota", "Member city code"),
                required=False,
                synonyms=("kode kota",),
            ),
            text(
                "city_name",
                ("Kota anggota", "Member city"),
                ("Kota anggota terdekat, bila dalam jangkauan.", "Nearest member city, where in reach."),
                required=False,
                synonyms=("nama kota",),
                example="Batam",
            ),
            Column(
                "dist_km",
                "number",
                Text("Jarak ke kota", "Distance to the city"),
                Text(
                    "Jarak lurus ke batas kota; 0 di dalam kota.",
                    "Straight distance to the city's boundary; 0 inside.",
                ),
                required=False,
                unit="km",
                low=0,
                high=60,
                least=0,
                synonyms=("jarak",),
                example="0",
            ),
            text(
                "kabkota",
                ("Kabupaten/kota", "Regency or city"),
                ("Kabupaten/kota letaknya.", "Regency or city it lies in."),
                required=False,
                synonyms=("kabupaten/kota",),
                example="Kota Batam",
            ),
            text(
                "source",
                ("Sumber", "Source"),
                ("Sumber nama dan koordinat.", "Source of name and coordinates."),
                synonyms=("sumber",),
                example="airportsdata",
            ),
        ),
        Text(
            "Data bandara dan pelabuhan terbuka; lihat kolom sumber.",
            "Open airport and port data; see the column source.",
        ),
    ),
)
