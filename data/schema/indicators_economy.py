"""Indicators on the economy: output, prices, wages, city finances, investment, governance."""

from __future__ import annotations

from data.schema.model import Indicator, Text

PRELIMINARY = Text(
    "2024 angka sementara, 2025 angka sangat sementara.",
    "2024 is preliminary, 2025 very preliminary.",
)
TWO_METHODS = Text(
    "Batam: angka nasional (BKPM) dan angka BP Batam memakai cara hitung berbeda; jangan digabung.",
    "Batam: national (BKPM) and BP Batam figures use different methods; never join them.",
)
PART_YEAR = Text(
    "Hanya sebagian tahun; jangan dibandingkan dengan angka setahun penuh.",
    "Part of a year only; never compare with a full year.",
)


def _budget(code: str, indonesian: str, english: str, description: tuple[str, str]) -> Indicator:
    return Indicator(
        code, Text(indonesian, english), Text(*description), "Rp", "keuangan", "neutral", (), 1e10, 5e13
    )


def _investment(code: str, label: tuple[str, str], breaks: Text, not_with: tuple[str, ...] = ()) -> Indicator:
    description = (
        f"{label[0]} di Batam; angka dari berita, satuan triliun rupiah.",
        f"{label[1]} in Batam; figures from the news, trillion rupiah.",
    )
    return Indicator(
        code, Text(*label), Text(*description), "triliun Rp", "investasi", "neutral", (), 0.01, 500,
        breaks=breaks, not_with=not_with,
    )  # fmt: skip


OUTPUT = (
    Indicator(
        "grdp_per_capita_adhb",
        Text("PDRB per kapita, harga berlaku", "GRDP per head, current prices"),
        Text(
            "Produk domestik regional bruto setahun dibagi penduduk, harga berlaku; ukuran kegiatan ekonomi, "
            "bukan pendapatan warga.",
            "Gross regional domestic product of a year over population, current prices; a measure of "
            "activity, "
            "not of residents' income.",
        ),
        "ribu rupiah",
        "ekonomi",
        "higher",
        (2021, 2024, 2025),
        5_000,
        1_500_000,
        breaks=PRELIMINARY,
        not_with=("grdp_per_capita_adhk",),
    ),
    Indicator(
        "grdp_per_capita_adhk",
        Text("PDRB per kapita, harga konstan 2010", "GRDP per head, constant 2010 prices"),
        Text(
            "Produk domestik regional bruto setahun dibagi penduduk, harga konstan 2010.",
            "Gross regional domestic product of a year over population, constant 2010 prices.",
        ),
        "ribu rupiah",
        "ekonomi",
        "higher",
        tuple(range(2010, 2018)),
        3_000,
        1_000_000,
        not_with=("grdp_per_capita_adhb",),
        breaks=Text(
            "Kota: 2010-2017, penduduk proyeksi Sensus 2010. Provinsi: sampai 2025.",
            "Cities: 2010-2017, population projected from the 2010 census. Provinces: up to 2025.",
        ),
    ),
    Indicator(
        "growth_pct",
        Text("Pertumbuhan ekonomi", "Economic growth"),
        Text(
            "Perubahan PDRB harga konstan 2010 terhadap tahun sebelumnya.",
            "Change of GRDP at constant 2010 prices against the year before.",
        ),
        "persen",
        "ekonomi",
        "higher",
        (2024,),
        -10,
        15,
        least=None,
        breaks=Text(
            "Angka sementara. Sumber berbeda untuk Jambi, Sungai Penuh, dan Bandar Lampung (2024). "
            "Penurunan 20% Lhokseumawe pada 2015 benar adanya.",
            "Preliminary. Sources differ for Jambi, Sungai Penuh and Bandar Lampung (2024). "
            "Lhokseumawe's fall of 20% in 2015 is true.",
        ),
    ),
)

PRICES = (
    Indicator(
        "cpi_dec",
        Text("Indeks harga konsumen, Desember", "Consumer price index, December"),
        Text(
            "IHK Desember (2022=100); hanya ada untuk kota IHK, 20 di antara 34 kota.",
            "CPI of December (2022=100); exists for the cities of the index only, 20 of the 34.",
        ),
        "indeks (2022=100)",
        "harga",
        "neutral",
        low=90,
        high=150,
    ),
    Indicator(
        "inflation_yoy_dec_pct",
        Text("Inflasi setahun, Desember", "Inflation over the year, December"),
        Text(
            "Perubahan IHK Desember terhadap Desember sebelumnya; hanya kota IHK, 20 di antara 34 kota.",
            "Change of the CPI from December to December; cities of the index only, 20 of the 34.",
        ),
        "persen",
        "harga",
        "neutral",
        low=-3,
        high=15,
        least=None,
    ),
    Indicator(
        "construction_cost_index",
        Text("Indeks kemahalan konstruksi", "Construction cost index"),
        Text(
            "Harga bahan dan jasa konstruksi dibandingkan kota acuan (100).",
            "Prices of building materials and services against the base city (100).",
        ),
        "indeks",
        "harga",
        "neutral",
        (2024,),
        60,
        300,
    ),
    Indicator(
        "umk",
        Text("Upah minimum kota", "City minimum wage"),
        Text(
            "Upah minimum kabupaten/kota sebulan; beberapa kota mengikuti upah minimum provinsi.",
            "Monthly minimum wage of the city; some follow the province's.",
        ),
        "Rp/bulan",
        "harga",
        "neutral",
        low=1_500_000,
        high=8_000_000,
        not_with=("ump",),
    ),
    Indicator(
        "ump",
        Text("Upah minimum provinsi", "Provincial minimum wage"),
        Text("Upah minimum provinsi sebulan.", "Monthly minimum wage of the province."),
        "Rp/bulan",
        "harga",
        "neutral",
        low=1_500_000,
        high=8_000_000,
        not_with=("umk",),
    ),
    Indicator(
        "avg_wage_month_rp",
        Text("Rata-rata upah bersih", "Average net wage"),
        Text(
            "Upah atau gaji bersih sebulan buruh, karyawan, dan pegawai; dipublikasikan per provinsi.",
            "Net monthly wage of employees; published by province.",
        ),
        "rupiah/bulan",
        "harga",
        "higher",
        low=1_000_000,
        high=15_000_000,
    ),
)

FINANCE = (
    _budget(
        "apbd",
        "Anggaran belanja daerah (APBD)",
        "City budget (APBD)",
        ("Anggaran pendapatan dan belanja daerah setahun.", "Budget of the city government for a year."),
    ),
    _budget(
        "pad",
        "Pendapatan asli daerah (PAD)",
        "Own revenue (PAD)",
        ("Pajak, retribusi, dan hasil usaha daerah setahun.", "Local taxes, levies and earnings of a year."),
    ),
    _budget(
        "dau",
        "Dana alokasi umum (DAU)",
        "General transfer (DAU)",
        ("Transfer umum dari pemerintah pusat setahun.", "General transfer from the state for a year."),
    ),
    _budget(
        "dak",
        "Dana alokasi khusus (DAK)",
        "Earmarked transfer (DAK)",
        (
            "Transfer dari pemerintah pusat untuk keperluan tertentu, setahun.",
            "Earmarked transfer from the state for a year.",
        ),
    ),
)

INVESTMENT = (
    _investment(
        "investment_total", ("Realisasi investasi", "Realised investment"), TWO_METHODS,
        ("investment_total_jan_sep", "investment_total_q1"),
    ),
    _investment(
        "investment_pma", ("Investasi asing (PMA)", "Foreign investment (PMA)"), TWO_METHODS,
        ("investment_pma_jan_sep",),
    ),
    _investment(
        "investment_pmdn", ("Investasi dalam negeri (PMDN)", "Domestic investment (PMDN)"), TWO_METHODS,
        ("investment_pmdn_jan_sep",),
    ),
    _investment(
        "investment_total_jan_sep",
        ("Realisasi investasi, Januari-September", "Realised investment, January-September"),
        PART_YEAR, ("investment_total",),
    ),
    _investment(
        "investment_pma_jan_sep",
        ("Investasi asing (PMA), Januari-September", "Foreign investment (PMA), January-September"),
        PART_YEAR, ("investment_pma",),
    ),
    _investment(
        "investment_pmdn_jan_sep",
        ("Investasi dalam negeri (PMDN), Januari-September", "Domestic investment (PMDN), January-September"),
        PART_YEAR, ("investment_pmdn",),
    ),
    Indicator(
        "investment_total_q1",
        Text("Realisasi investasi, triwulan I", "Realised investment, first quarter"),
        Text("Realisasi investasi triwulan pertama.", "Investment realised in the first quarter."),
        "triliun Rp", "investasi", "neutral", (), 0.001, 500,
        breaks=PART_YEAR, not_with=("investment_total",),
    ),
    Indicator(
        "umkm_count",
        Text("Jumlah UMKM", "Small businesses"),
        Text(
            "Usaha mikro, kecil, dan menengah menurut pemerintah setempat.",
            "Micro, small and medium businesses as counted by the local government.",
        ),
        "unit", "investasi", "neutral", (), 500, 2_000_000,
        breaks=Text(
            "Melonjak bila cara pendataannya berubah; baca perubahan antartahun dengan hati-hati.",
            "Jumps where the way of counting changed; read changes over the years with care.",
        ),
        not_with=("imk_establishments",),
    ),
    Indicator(
        "imk_establishments",
        Text("Industri mikro dan kecil", "Micro and small manufacturers"),
        Text(
            "Perusahaan industri mikro dan kecil saja, bukan seluruh UMKM.",
            "Micro and small manufacturers only, not all small businesses.",
        ),
        "usaha", "investasi", "neutral", (), 100, 1_000_000, not_with=("umkm_count",),
    ),
    Indicator(
        "foreign_visitors",
        Text("Kunjungan wisatawan mancanegara", "Foreign visitors"),
        Text("Kunjungan wisatawan mancanegara setahun.", "Visits of foreigners in a year."),
        "kunjungan", "investasi", "higher", (), 10, 20_000_000, not_with=("foreign_visitors_jan_nov",),
    ),
    Indicator(
        "foreign_visitors_jan_nov",
        Text("Kunjungan wisatawan mancanegara, Januari-November", "Foreign visitors, January-November"),
        Text(
            "Kunjungan wisatawan mancanegara sebelas bulan pertama.",
            "Visits of foreigners in the first eleven months.",
        ),
        "kunjungan", "investasi", "higher", (), 10, 20_000_000,
        breaks=PART_YEAR, not_with=("foreign_visitors",),
    ),
)  # fmt: skip

SOME_CITIES = Text(
    "Terdata untuk sebagian kota dan tahun yang berbeda; kota tanpa angka berarti belum terdata.",
    "Known for some cities and different years; a city without a figure is not yet recorded.",
)


def _score(
    code: str, label: tuple[str, str], description: tuple[str, str], unit: str, high: float
) -> Indicator:
    return Indicator(
        code, Text(*label), Text(*description), unit, "tata_kelola", "higher", (), 0.5, high,
        most=high, breaks=SOME_CITIES,
    )  # fmt: skip


GOVERNANCE = (
    _score(
        "spbe_index",
        ("Indeks SPBE", "E-government index (SPBE)"),
        (
            "Sistem pemerintahan berbasis elektronik, nilai Kementerian PANRB.",
            "Electronic government system, as scored by the ministry (PANRB).",
        ),
        "skor 0-5",
        5,
    ),
    _score(
        "idsd_score",
        ("Indeks daya saing daerah", "Regional competitiveness index"),
        ("Indeks daya saing daerah menurut BRIN.", "Regional competitiveness as scored by BRIN."),
        "skor 0-5",
        5,
    ),
    _score(
        "ombudsman_score",
        ("Kepatuhan pelayanan publik", "Public service compliance"),
        (
            "Penilaian pelayanan publik oleh Ombudsman RI.",
            "Public service as assessed by the Ombudsman of Indonesia.",
        ),
        "skor 0-100",
        100,
    ),
    _score(
        "statistics_index",
        ("Indeks pembangunan statistik", "Statistical development index"),
        ("Mutu penyelenggaraan statistik sektoral, nilai BPS.", "Quality of sectoral statistics, by BPS."),
        "skor 0-5",
        5,
    ),
    Indicator(
        "ict_development_index",
        Text("Indeks pembangunan TIK", "ICT development index"),
        Text(
            "Indeks pembangunan teknologi informasi dan komunikasi (0-10); dipublikasikan per provinsi.",
            "Information and communication technology development index (0-10); published by province.",
        ),
        "indeks",
        "tata_kelola",
        "higher",
        low=1,
        high=10,
        most=10,
    ),
)

ECONOMY = (*OUTPUT, *PRICES, *FINANCE, *INVESTMENT, *GOVERNANCE)
