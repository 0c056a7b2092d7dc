"""Schema of the tables on places, sectors, sources and indicators."""

from __future__ import annotations

from dataclasses import replace

from data.schema.columns import LATITUDE, LONGITUDE, NOTE, REGION, SOURCE, YEAR, code, text
from data.schema.model import Column, Table, Text


def _source_of(name: str, label: tuple[str, str]) -> Column:
    return replace(
        SOURCE, name=name, label=Text(*label), required=False, synonyms=(name.replace("_", " "),), example=""
    )


PLACE_TABLES = (
    Table(
        "regions",
        Text("Wilayah", "Regions"),
        Text(
            "514 kabupaten/kota, 38 provinsi, dan Indonesia: nama, kode, Komwil, luas, penduduk "
            "terdaftar, koordinat.",
            "514 regencies and cities, 38 provinces and Indonesia: names, codes, Komwil, area, registered "
            "population, coordinates.",
        ),
        ("region_code",),
        (
            replace(REGION, refers=""),
            text(
                "name",
                ("Nama", "Name"),
                ("Nama resmi lengkap.", "Full official name."),
                synonyms=("nama", "nama wilayah"),
                example="Kota Medan",
            ),
            text(
                "short_name",
                ("Nama pendek", "Short name"),
                ("Nama tanpa Kota atau Kabupaten.", "Name without Kota or Kabupaten."),
                synonyms=("nama pendek",),
                example="Medan",
            ),
            code(
                "level",
                ("Tingkat", "Level"),
                ("kabupaten, kota, provinsi, atau nasional.", "kabupaten, kota, provinsi or nasional."),
                codes="level",
                closed=True,
                synonyms=("tingkat", "jenis"),
                example="kota",
            ),
            code(
                "province_code",
                ("Kode provinsi", "Province code"),
                ("Kode BPS provinsi.", "BPS code of the province."),
                required=False,
                refers="regions.region_code",
                pattern=r"\d{2}",
                synonyms=("kode provinsi", "kode_provinsi"),
                example="12",
            ),
            text(
                "province",
                ("Provinsi", "Province"),
                ("Nama provinsi.", "Name of the province."),
                required=False,
                synonyms=("provinsi", "nama provinsi"),
                example="Sumatera Utara",
            ),
            code(
                "komwil",
                ("Komwil", "Komwil"),
                (
                    "Komisariat wilayah APEKSI: I atau II; kosong bila bukan atau belum diketahui.",
                    "Regional commission of APEKSI: I or II; empty where none or not known.",
                ),
                required=False,
                codes="komwil",
                closed=True,
                synonyms=("komisariat wilayah",),
                example="I",
            ),
            code(
                "kemendagri_code",
                ("Kode Kemendagri", "Home Affairs code"),
                (
                    "Kode Kementerian Dalam Negeri (12.71); berbeda dari kode BPS dan saling tumpang tindih.",
                    "Code of the Ministry of Home Affairs (12.71); differs from BPS codes and overlaps "
                    "with them.",
                ),
                required=False,
                pattern=r"\d{2}(\.\d{2})?",
                synonyms=("kode kemendagri", "kode_kemendagri"),
                example="12.71",
            ),
            LATITUDE,
            LONGITUDE,
            Column(
                "area_km2",
                "number",
                Text("Luas", "Area"),
                Text("Luas wilayah menurut BIG 2024.", "Area according to BIG, 2024."),
                required=False,
                unit="km2",
                low=5,
                high=50_000,
                least=0,
                synonyms=("luas", "luas wilayah", "luas (km2)", "luas km2"),
                example="279.2",
            ),
            Column(
                "population_registered_2024",
                "whole",
                Text("Penduduk terdaftar 2024", "Registered population 2024"),
                Text("Penduduk terdaftar di Dukcapil, 2024.", "People in the civil registry, 2024."),
                required=False,
                unit="jiwa",
                low=5_000,
                high=60_000_000,
                least=0,
                synonyms=("penduduk", "jumlah penduduk", "penduduk terdaftar"),
                example="2546452",
            ),
            _source_of("coordinates_source_id", ("Sumber koordinat", "Source of coordinates")),
            _source_of("area_source_id", ("Sumber luas", "Source of area")),
            _source_of("population_source_id", ("Sumber penduduk", "Source of population")),
        ),
        Text("BIG, Kementerian Dalam Negeri, GeoNames.", "BIG, Ministry of Home Affairs, GeoNames."),
    ),
    Table(
        "sectors",
        Text("Lapangan usaha", "Sectors"),
        Text(
            "17 lapangan usaha, kelompoknya, dan apakah diperdagangkan antarkota.",
            "17 industries, their group, and whether they are traded between cities.",
        ),
        ("sector",),
        (
            code(
                "sector",
                ("Sektor", "Sector"),
                ("Kode lapangan usaha.", "Code of the industry."),
                codes="sector",
                closed=True,
                synonyms=("sektor", "kode sektor"),
                example="C",
            ),
            text(
                "name_id",
                ("Nama", "Indonesian name"),
                ("Nama lapangan usaha.", "Name in Indonesian."),
                synonyms=("nama",),
                example="Industri Pengolahan",
            ),
            text(
                "name_en",
                ("Nama Inggris", "English name"),
                ("Nama lapangan usaha dalam bahasa Inggris.", "Name in English."),
                synonyms=("nama inggris",),
                example="Manufacturing",
            ),
            code(
                "group",
                ("Kelompok", "Group"),
                ("PRIMER, SEKUNDER, atau TERSIER.", "PRIMER, SEKUNDER or TERSIER."),
                codes="group",
                closed=True,
                synonyms=("kelompok",),
                example="SEKUNDER",
            ),
            Column(
                "tradable",
                "whole",
                Text("Diperdagangkan antarkota", "Traded between cities"),
                Text(
                    "1 bila diperdagangkan antarkota, 0 bila tidak.", "1 if traded between cities, 0 if not."
                ),
                least=0,
                most=1,
                synonyms=("diperdagangkan",),
                example="1",
            ),
        ),
        Text(
            "BPS, klasifikasi lapangan usaha PDRB; sifat diperdagangkan ditetapkan penyusun.",
            "BPS, industries of GRDP; tradability set by the editors.",
        ),
    ),
    Table(
        "sources",
        Text("Sumber", "Sources"),
        Text(
            "Dari mana setiap baris berasal: judul, penerbit, rujukan, lisensi, tanggal.",
            "Where each row comes from: title, publisher, reference, licence, date.",
        ),
        ("source_id",),
        (
            replace(SOURCE, refers=""),
            text(
                "title",
                ("Judul", "Title"),
                ("Judul tabel, berita, atau dokumen.", "Title of the table, article or document."),
                synonyms=("judul",),
                example="BPS tabel dinamis 2776",
            ),
            text(
                "publisher",
                ("Penerbit", "Publisher"),
                ("Penerbit, bila dinyatakan.", "Publisher, where stated."),
                required=False,
                synonyms=("penerbit",),
                example="Badan Pusat Statistik",
            ),
            text(
                "reference",
                ("Rujukan", "Reference"),
                ("Alamat atau tempat berkas.", "Address or place of the file."),
                synonyms=("rujukan", "tautan", "url", "alamat"),
                example="https://bps.go.id",
            ),
            text(
                "licence",
                ("Lisensi", "Licence"),
                ("Syarat pemakaian, bila dinyatakan.", "Terms of use, where stated."),
                required=False,
                synonyms=("lisensi", "license"),
                example="data publik BPS",
            ),
            Column(
                "source_date",
                "date",
                Text("Tanggal sumber", "Date of source"),
                Text("Tanggal terbit, bila diketahui.", "Date of publication, where known."),
                required=False,
                low=1980,
                high=2035,
                synonyms=("tanggal", "tanggal sumber"),
                example="2026-06-18",
            ),
        ),
        Text("Disusun dari sumber terbuka.", "Compiled from public material."),
    ),
    Table(
        "indicators",
        Text("Indikator", "Indicators"),
        Text(
            "Indikator sosial dan ekonomi 34 kota dan 10 provinsi; empat di antaranya untuk 514 "
            "kabupaten/kota.",
            "Social and economic indicators of 34 cities and 10 provinces; four of them for all 514.",
        ),
        ("region_code", "indicator", "year"),
        (
            REGION,
            code(
                "indicator",
                ("Indikator", "Indicator"),
                ("Kode indikator.", "Code of the indicator."),
                codes="indicator",
                closed=True,
                synonyms=("indikator", "kode indikator", "variabel"),
                example="poverty_pct",
            ),
            YEAR,
            Column(
                "value",
                "number",
                Text("Nilai", "Value"),
                Text("Nilai dalam satuan baris ini.", "Value in the unit of the row."),
                synonyms=("nilai", "angka", "jumlah"),
                example="7.94",
            ),
            code(
                "unit",
                ("Satuan", "Unit"),
                (
                    "Satuan nilai; tetap untuk setiap indikator.",
                    "Unit of the value; fixed for each indicator.",
                ),
                codes="unit",
                closed=True,
                synonyms=("satuan",),
                example="persen",
            ),
            SOURCE,
            NOTE,
        ),
        Text(
            "BPS, kementerian, dan berita; lihat sumber tiap baris.",
            "BPS, ministries and news; see each row's source.",
        ),
    ),
)
