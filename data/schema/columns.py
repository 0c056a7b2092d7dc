"""Columns many tables share."""

from __future__ import annotations

from data.schema.model import Column, Text

REGION_SYNONYMS = (
    "kode", "kode wilayah", "kode_wilayah", "kode kota", "kode_kota", "kode bps", "kode_bps", "kode daerah",
    "kode kab/kota", "kode kabupaten/kota", "kode kabkota", "kode_kabkota", "kdkab", "region", "region code",
    "id wilayah",
)  # fmt: skip

REGION = Column(
    "region_code",
    "code",
    Text("Kode wilayah", "Region code"),
    Text(
        "Kode BPS kabupaten/kota (4 angka), provinsi (2 angka), atau 00 untuk Indonesia; bukan kode "
        "Kemendagri.",
        "BPS code of the regency or city (4 digits), province (2 digits), or 00 for Indonesia; not the "
        "code of "
        "the Ministry of Home Affairs.",
    ),
    refers="regions.region_code",
    pattern=r"\d{2}|\d{4}",
    synonyms=REGION_SYNONYMS,
    example="1275",
)
SOURCE = Column(
    "source_id",
    "code",
    Text("Kode sumber", "Source code"),
    Text("Baris tabel sources yang menjadi sumber angka ini.", "Row of the table sources this comes from."),
    refers="sources.source_id",
    pattern=r"S\d{4,}",
    synonyms=("sumber", "kode sumber", "kode_sumber", "source", "id sumber"),
    example="S0005",
)
PERIOD = Column(
    "period",
    "period",
    Text("Periode", "Period"),
    Text("Tahun (2025) atau triwulan (2026Q1).", "Year (2025) or quarter (2026Q1)."),
    low=2000,
    high=2035,
    synonyms=("periode", "triwulan", "tahun", "waktu", "tahun/triwulan"),
    example="2026Q1",
)
PRICE_BASIS = Column(
    "price_basis",
    "code",
    Text("Dasar harga", "Price basis"),
    Text(
        "ADHB: harga berlaku. ADHK: harga konstan 2010.", "ADHB: current prices. ADHK: constant 2010 prices."
    ),
    codes="price_basis",
    closed=True,
    synonyms=("harga", "dasar harga", "dasar_harga", "jenis harga", "basis harga", "adhb/adhk"),
    example="ADHB",
)
YEAR = Column(
    "year",
    "year",
    Text("Tahun", "Year"),
    Text("Tahun data.", "Year of the figure."),
    low=2000,
    high=2035,
    least=1900,
    most=2100,
    synonyms=("tahun", "thn", "tahun data"),
    example="2025",
)


def billions(least: float | None = 0) -> Column:
    """Return the column of an amount in billion rupiah."""
    return Column(
        "value_billion_rupiah",
        "number",
        Text("Nilai", "Value"),
        Text("Nilai dalam miliar rupiah.", "Value in billion rupiah."),
        unit="miliar Rp",
        low=-3e6 if least is None else 0,
        high=3e7,
        least=least,
        synonyms=(
            "nilai", "pdrb", "jumlah", "nilai (miliar rupiah)", "nilai (milyar rupiah)", "miliar rupiah",
            "milyar rupiah", "value", "nilai_miliar_rupiah",
        ),
        example="1234.56",
    )  # fmt: skip


def text(name: str, label: tuple[str, str], description: tuple[str, str], **more) -> Column:
    """Return a column of free text."""
    return Column(name, "text", Text(*label), Text(*description), **more)


def code(name: str, label: tuple[str, str], description: tuple[str, str], **more) -> Column:
    """Return a column of codes."""
    return Column(name, "code", Text(*label), Text(*description), **more)


def degrees(name: str, label: tuple[str, str], low: float, high: float, most: float, **more) -> Column:
    """Return a column of geographic degrees."""
    return Column(
        name,
        "number",
        Text(*label),
        Text("Derajat desimal, WGS 84.", "Decimal degrees, WGS 84."),
        unit="derajat",
        low=low,
        high=high,
        least=-most,
        most=most,
        **more,
    )


LATITUDE = degrees(
    "latitude", ("Lintang", "Latitude"), -11.5, 6.5, 90, required=False, synonyms=("lintang", "lat")
)
LONGITUDE = degrees(
    "longitude",
    ("Bujur", "Longitude"),
    94.5,
    141.5,
    180,
    required=False,
    synonyms=("bujur", "lon", "long", "lng"),
)
NOTE = text(
    "note",
    ("Catatan", "Note"),
    ("Yang perlu diketahui pembaca angka ini.", "What the reader of the figure has to know."),
    required=False,
    synonyms=("catatan", "keterangan", "ket"),
)
