"""Indicators on people: population, human development, poverty, work, housing."""

from __future__ import annotations

from data.schema.model import Indicator, Text

DECADE = tuple(range(2010, 2018))
RECENT = tuple(range(2020, 2026))

TWO_CENSUSES = Text(
    "Dua seri: hasil Sensus 2020 dan hasil Sensus 2010. Jangan digabung dalam satu grafik atau peringkat.",
    "Two series: on the 2020 census and on the 2010 census. Never join them in one chart or ranking.",
)
TWO_POPULATIONS = Text(
    "Penduduk proyeksi (BPS) dan penduduk terdaftar (Dukcapil) adalah dua ukuran; proyeksi sebelum 2018 "
    "bersandar pada sensus lain. Jangan disambung menjadi satu garis.",
    "Projected (BPS) and registered (Dukcapil) population are two measures; projections before 2018 rest on "
    "another census. Never draw them as one line.",
)


def percent(code, theme, better, label, description, years=(), low=0.0, high=100.0, **more):  # noqa: PLR0917
    """Return an indicator in percent, possible between 0 and 100, plausible between `low` and `high`."""
    return Indicator(
        code, Text(*label), Text(*description), "persen", theme, better, years, low, high, 0, 100, **more
    )


POPULATION = (
    Indicator(
        "population",
        Text("Penduduk", "Population"),
        Text(
            "Penduduk pertengahan tahun menurut proyeksi BPS; 2020-2024 hasil Sensus 2020, 2010-2017 hasil "
            "Sensus 2010 (dihitung dari PDRB dan PDRB per kapita).",
            "Mid-year population as projected by BPS; 2020-2024 on the 2020 census, 2010-2017 on the 2010 "
            "census (computed from GRDP and GRDP per head).",
        ),
        "jiwa",
        "penduduk",
        "neutral",
        (*DECADE, 2020, 2021, 2022, 2023, 2024),
        10_000,
        60_000_000,
        breaks=TWO_POPULATIONS,
        not_with=("population_dukcapil",),
        comparable_from=2020,
    ),
    Indicator(
        "population_dukcapil",
        Text("Penduduk terdaftar", "Registered population"),
        Text(
            "Penduduk yang terdaftar di Ditjen Dukcapil Kementerian Dalam Negeri.",
            "People registered with the civil registry of the Ministry of Home Affairs.",
        ),
        "jiwa",
        "penduduk",
        "neutral",
        tuple(range(2018, 2025)),
        10_000,
        60_000_000,
        breaks=TWO_POPULATIONS,
        not_with=("population",),
    ),
    Indicator(
        "density",
        Text("Kepadatan penduduk", "Population density"),
        Text("Penduduk per kilometer persegi.", "People per square kilometre."),
        "jiwa/km2",
        "penduduk",
        "neutral",
        low=1,
        high=25_000,
    ),
    percent(
        "elderly_pct",
        "penduduk",
        "neutral",
        ("Penduduk 60 tahun ke atas", "People aged 60 and over"),
        (
            "Bagian penduduk berumur 60 tahun ke atas, hasil SUPAS 2025.",
            "Share of people aged 60 and over, 2025 intercensal survey (SUPAS).",
        ),
        (2025,),
        1,
        30,
    ),
    Indicator(
        "infant_mortality_rate",
        Text("Angka kematian bayi", "Infant mortality"),
        Text(
            "Kematian bayi di bawah satu tahun per 1.000 kelahiran hidup, hasil SUPAS 2025.",
            "Deaths under one year of age per 1,000 live births, 2025 intercensal survey (SUPAS).",
        ),
        "per 1000 kelahiran hidup",
        "penduduk",
        "lower",
        (2025,),
        3,
        80,
        most=1000,
    ),
    Indicator(
        "total_fertility_rate",
        Text("Angka kelahiran total", "Total fertility"),
        Text(
            "Rata-rata anak yang dilahirkan seorang perempuan sepanjang masa suburnya, hasil SUPAS 2025.",
            "Children a woman would bear over her fertile years, 2025 intercensal survey (SUPAS).",
        ),
        "anak per perempuan",
        "penduduk",
        "neutral",
        (2025,),
        1,
        5,
        most=15,
    ),
)

DEVELOPMENT = (
    Indicator(
        "hdi",
        Text("Indeks Pembangunan Manusia", "Human Development Index"),
        Text(
            "IPM dengan umur harapan hidup hasil Long Form Sensus Penduduk 2020.",
            "HDI with life expectancy from the 2020 census long form.",
        ),
        "indeks",
        "pembangunan",
        "higher",
        (2024, 2025),
        40,
        95,
        most=100,
        breaks=TWO_CENSUSES,
        not_with=("hdi_sp2010",),
    ),
    Indicator(
        "hdi_sp2010",
        Text("Indeks Pembangunan Manusia, seri lama", "Human Development Index, old series"),
        Text(
            "IPM dengan umur harapan hidup hasil Sensus Penduduk 2010.",
            "HDI with life expectancy from the 2010 census.",
        ),
        "indeks",
        "pembangunan",
        "higher",
        (2021, 2024),
        40,
        95,
        most=100,
        breaks=TWO_CENSUSES,
        not_with=("hdi",),
    ),
    Indicator(
        "life_expectancy",
        Text("Umur harapan hidup", "Life expectancy"),
        Text(
            "Umur harapan hidup saat lahir, hasil Long Form Sensus Penduduk 2020.",
            "Life expectancy at birth, 2020 census long form.",
        ),
        "tahun",
        "pembangunan",
        "higher",
        (2024, 2025),
        55,
        82,
        most=110,
        breaks=TWO_CENSUSES,
        not_with=("life_expectancy_sp2010",),
    ),
    Indicator(
        "life_expectancy_sp2010",
        Text("Umur harapan hidup, seri lama", "Life expectancy, old series"),
        Text(
            "Umur harapan hidup saat lahir, hasil Sensus Penduduk 2010.",
            "Life expectancy at birth, 2010 census.",
        ),
        "tahun",
        "pembangunan",
        "higher",
        (2021,),
        55,
        82,
        most=110,
        breaks=TWO_CENSUSES,
        not_with=("life_expectancy",),
    ),
    Indicator(
        "expected_years_schooling",
        Text("Harapan lama sekolah", "Expected years of schooling"),
        Text(
            "Lama sekolah yang diharapkan akan dijalani anak berumur 7 tahun.",
            "Years of schooling a child aged 7 may expect.",
        ),
        "tahun",
        "pembangunan",
        "higher",
        (2024, 2025),
        6,
        19,
        most=25,
    ),
    Indicator(
        "mean_years_schooling",
        Text("Rata-rata lama sekolah", "Mean years of schooling"),
        Text(
            "Lama sekolah rata-rata penduduk berumur 25 tahun ke atas.",
            "Mean years of schooling of people aged 25 and over.",
        ),
        "tahun",
        "pembangunan",
        "higher",
        RECENT,
        2,
        15,
        most=25,
    ),
    Indicator(
        "expenditure_per_capita_thousand",
        Text("Pengeluaran per kapita disesuaikan", "Adjusted expenditure per head"),
        Text(
            "Pengeluaran per kapita setahun yang disesuaikan dengan paritas daya beli, komponen IPM; bukan "
            "pengeluaran yang sebenarnya.",
            "Yearly expenditure per head adjusted for purchasing power, a component of the HDI; not actual "
            "spending.",
        ),
        "ribu rupiah/orang/tahun",
        "pembangunan",
        "higher",
        tuple(range(2016, 2026)),
        3_000,
        30_000,
    ),
)

POVERTY = (
    percent(
        "poverty_pct",
        "kemiskinan",
        "lower",
        ("Penduduk miskin", "People in poverty"),
        (
            "Bagian penduduk di bawah garis kemiskinan (P0), Susenas Maret.",
            "Share of people below the poverty line (P0), March survey (Susenas).",
        ),
        RECENT,
        1,
        50,
    ),
    Indicator(
        "poor_population_thousand",
        Text("Jumlah penduduk miskin", "Number of people in poverty"),
        Text(
            "Penduduk di bawah garis kemiskinan, Susenas Maret.",
            "People below the poverty line, March survey (Susenas).",
        ),
        "ribu jiwa",
        "kemiskinan",
        "lower",
        (2024, 2025),
        0.3,
        5_000,
    ),
    Indicator(
        "poverty_depth_p1",
        Text("Kedalaman kemiskinan (P1)", "Poverty gap (P1)"),
        Text(
            "Rata-rata jarak pengeluaran penduduk miskin terhadap garis kemiskinan, Maret.",
            "Average gap between the spending of the poor and the poverty line, March.",
        ),
        "indeks",
        "kemiskinan",
        "lower",
        (2024, 2025),
        0,
        15,
        most=100,
    ),
    Indicator(
        "poverty_severity_p2",
        Text("Keparahan kemiskinan (P2)", "Poverty severity (P2)"),
        Text(
            "Ketimpangan pengeluaran di antara penduduk miskin, Maret.",
            "Inequality of spending among the poor, March.",
        ),
        "indeks",
        "kemiskinan",
        "lower",
        (2024, 2025),
        0,
        8,
        most=100,
    ),
    Indicator(
        "poverty_line_rp",
        Text("Garis kemiskinan", "Poverty line"),
        Text(
            "Pengeluaran sebulan per orang yang memisahkan miskin dari tidak miskin, Maret.",
            "Monthly spending per person that parts poor from not poor, March.",
        ),
        "rupiah/kapita/bulan",
        "kemiskinan",
        "neutral",
        (2024,),
        200_000,
        2_000_000,
    ),
    Indicator(
        "gini",
        Text("Rasio Gini", "Gini ratio"),
        Text(
            "Ketimpangan pengeluaran penduduk, 0 sampai 1; dipublikasikan per provinsi.",
            "Inequality of spending, 0 to 1; published by province.",
        ),
        "rasio",
        "kemiskinan",
        "lower",
        low=0.15,
        high=0.6,
        most=1,
        breaks=Text(
            "Tidak dipublikasikan per kota; angka Padangsidimpuan berasal dari berita.",
            "Not published by city; Padangsidimpuan's figures are from the news.",
        ),
    ),
)

PEOPLE = (*POPULATION, *DEVELOPMENT, *POVERTY)
