"""Schema of the economic tables: GRDP and household spending."""

from __future__ import annotations

from data.schema.columns import PERIOD, PRICE_BASIS, REGION, SOURCE, YEAR, billions, code
from data.schema.model import Column, Table, Text

BPS = Text("Badan Pusat Statistik, tabel dinamis.", "Statistics Indonesia (BPS), dynamic tables.")

SECTOR_CODE = code(
    "sector",
    ("Sektor", "Sector"),
    (
        "Kode 17 lapangan usaha (A, B, … MN, … RSTU); TOTAL adalah PDRB.",
        "Code of the 17 industries (A, B, … MN, … RSTU); TOTAL is GRDP.",
    ),
    codes="sector",
    closed=True,
    synonyms=("sektor", "lapangan usaha", "lapangan_usaha", "kategori", "kode sektor"),
    example="C",
)
COMMODITY_GROUP = code(
    "commodity_group",
    ("Kelompok komoditas", "Commodity group"),
    ("Kelompok bahan makanan Susenas.", "Food group of the household survey (Susenas)."),
    codes="commodity_group",
    closed=True,
    synonyms=("kelompok", "kelompok komoditas", "kelompok_komoditas"),
    example="ikan",
)
COMMODITY = code(
    "commodity",
    ("Komoditas", "Commodity"),
    (
        "Bahan makanan menurut Susenas; TOTAL adalah kelompoknya.",
        "Food item as in the household survey (Susenas); TOTAL is the group.",
    ),
    codes="commodity",
    closed=True,
    synonyms=("komoditas", "komoditi", "bahan makanan"),
    example="Tongkol",
)

ECONOMY_TABLES = (
    Table(
        "grdp_sectors",
        Text("PDRB menurut lapangan usaha", "GRDP by sector"),
        Text(
            "PDRB menurut 17 lapangan usaha dan jumlahnya. 514 kabupaten/kota: triwulan I 2026. Provinsi: "
            "2010, "
            "2020, 2024, 2025, dan triwulan I 2026. 34 kota: juga triwulan II 2026 (harga konstan).",
            "GRDP by 17 industries and its total. 514 regencies and cities: first quarter of 2026. "
            "Provinces: "
            "2010, 2020, 2024, 2025 and the first quarter of 2026. 34 cities: also the second quarter of "
            "2026 "
            "(constant prices).",
        ),
        ("region_code", "period", "price_basis", "sector"),
        (REGION, PERIOD, PRICE_BASIS, SECTOR_CODE, billions(), SOURCE),
        BPS,
    ),
    Table(
        "grdp_totals",
        Text("PDRB total", "GRDP totals"),
        Text(
            "PDRB 2010-2024 untuk 34 kota dan 10 provinsi, 2025 harga berlaku, triwulan I dan II 2026.",
            "GRDP 2010-2024 of 34 cities and 10 provinces, 2025 at current prices, first and second "
            "quarter of "
            "2026.",
        ),
        ("region_code", "period", "price_basis"),
        (REGION, PERIOD, PRICE_BASIS, billions(), SOURCE),
        BPS,
    ),
    Table(
        "grdp_groups",
        Text("PDRB menurut kelompok lapangan usaha", "GRDP by sector group"),
        Text(
            "PDRB primer, sekunder, dan tersier 34 kota: 2022 dan 2025, setahun dan per triwulan.",
            "Primary, secondary and tertiary GRDP of 34 cities: 2022 and 2025, year and quarters.",
        ),
        ("region_code", "period", "price_basis", "group"),
        (
            REGION,
            PERIOD,
            PRICE_BASIS,
            code(
                "group",
                ("Kelompok", "Group"),
                ("PRIMER, SEKUNDER, TERSIER, atau TOTAL.", "PRIMER, SEKUNDER, TERSIER or TOTAL."),
                codes="group",
                closed=True,
                synonyms=("kelompok", "kelompok lapangan usaha"),
                example="TERSIER",
            ),
            billions(),
            SOURCE,
        ),
        BPS,
    ),
    Table(
        "grdp_expenditure",
        Text("PDRB menurut pengeluaran", "GRDP by expenditure"),
        Text(
            "PDRB menurut enam komponen pengeluaran, 514 kabupaten/kota, triwulan I 2026. Ekspor neto "
            "adalah ekspor "
            "wilayah dikurangi impornya, termasuk dari daerah lain.",
            "GRDP by six expenditure components, 514 regencies and cities, first quarter of 2026. Net "
            "exports are "
            "the region's exports less imports, trade with other regions included.",
        ),
        ("region_code", "period", "price_basis", "component"),
        (
            REGION,
            PERIOD,
            PRICE_BASIS,
            code(
                "component",
                ("Komponen", "Component"),
                ("Komponen pengeluaran; PDRB adalah jumlahnya.", "Expenditure component; PDRB is the sum."),
                codes="component",
                closed=True,
                synonyms=("komponen", "komponen pengeluaran", "pengeluaran"),
                example="Pengeluaran Konsumsi Rumah Tangga",
            ),
            billions(least=None),
            SOURCE,
        ),
        BPS,
    ),
    Table(
        "household_spending",
        Text("Belanja pangan rumah tangga", "Household food spending"),
        Text(
            "Pengeluaran per orang per minggu untuk 125 bahan makanan dalam 5 kelompok, Susenas 2025, 514 "
            "kabupaten/kota.",
            "Spending per person a week on 125 food items in 5 groups, 2025 household survey (Susenas), 514 "
            "regencies and cities.",
        ),
        ("region_code", "year", "commodity_group", "commodity"),
        (
            REGION,
            YEAR,
            COMMODITY_GROUP,
            COMMODITY,
            Column(
                "rupiah_per_capita_per_week",
                "number",
                Text("Rupiah per orang per minggu", "Rupiah per person a week"),
                Text(
                    "Rata-rata pengeluaran seorang dalam seminggu.", "Average spending of a person in a week."
                ),
                unit="rupiah/kapita/minggu",
                low=0,
                high=150_000,
                least=0,
                synonyms=(
                    "rupiah per kapita per minggu",
                    "pengeluaran",
                    "rupiah",
                    "nilai",
                    "rata-rata pengeluaran",
                ),
                example="2450",
            ),
            SOURCE,
        ),
        Text("BPS, Susenas 2025, tabel dinamis 2551-2559.", "BPS, Susenas 2025, dynamic tables 2551-2559."),
    ),
)
