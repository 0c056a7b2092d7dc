"""Indicators on work and housing."""

from __future__ import annotations

from data.schema.indicators_people import RECENT, percent
from data.schema.model import Indicator, Text

NEW_CONCEPT = Text(
    "Konsep berubah: seri 2016 dan sesudahnya tidak sebanding dengan 2015.",
    "The concept changed: figures from 2016 on do not compare with 2015.",
)
FROM_SHARES = Text(
    "Sebagian angka dihitung dari tingkat pengangguran dan jumlah yang bekerja.",
    "Some figures are computed from the unemployment rate and the number employed.",
)


WORK = (
    percent(
        "unemployment_pct",
        "pekerjaan",
        "lower",
        ("Pengangguran terbuka", "Open unemployment"),
        (
            "Tingkat pengangguran terbuka, Sakernas Agustus.",
            "Open unemployment rate, August labour force survey (Sakernas).",
        ),
        RECENT,
        0.2,
        20,
    ),
    percent(
        "unemployment_female_pct",
        "pekerjaan",
        "lower",
        ("Pengangguran terbuka, perempuan", "Open unemployment, women"),
        ("Tingkat pengangguran terbuka perempuan, Agustus.", "Open unemployment rate of women, August."),
        (2024,),
        0.2,
        25,
    ),
    percent(
        "unemployment_male_pct",
        "pekerjaan",
        "lower",
        ("Pengangguran terbuka, laki-laki", "Open unemployment, men"),
        ("Tingkat pengangguran terbuka laki-laki, Agustus.", "Open unemployment rate of men, August."),
        (2024,),
        0.2,
        25,
    ),
    percent(
        "labour_participation_pct",
        "pekerjaan",
        "higher",
        ("Partisipasi angkatan kerja", "Labour force participation"),
        (
            "Bagian penduduk 15 tahun ke atas yang bekerja atau mencari kerja, Agustus.",
            "Share of people aged 15 and over who work or look for work, August.",
        ),
        (2021,),
        45,
        90,
    ),
    percent(
        "labour_participation_female_pct",
        "pekerjaan",
        "higher",
        ("Partisipasi angkatan kerja, perempuan", "Labour force participation, women"),
        ("Tingkat partisipasi angkatan kerja perempuan.", "Labour force participation rate of women."),
        (2024,),
        25,
        90,
    ),
    percent(
        "labour_participation_male_pct",
        "pekerjaan",
        "higher",
        ("Partisipasi angkatan kerja, laki-laki", "Labour force participation, men"),
        ("Tingkat partisipasi angkatan kerja laki-laki.", "Labour force participation rate of men."),
        (2024,),
        60,
        95,
    ),
    Indicator(
        "labour_force",
        Text("Angkatan kerja", "Labour force"),
        Text(
            "Penduduk 15 tahun ke atas yang bekerja atau mencari kerja, Agustus.",
            "People aged 15 and over who work or look for work, August.",
        ),
        "orang",
        "pekerjaan",
        "neutral",
        (2025,),
        5_000,
        30_000_000,
        breaks=FROM_SHARES,
    ),
    Indicator(
        "employed_persons",
        Text("Penduduk bekerja", "Employed people"),
        Text("Penduduk 15 tahun ke atas yang bekerja, Agustus.", "Employed people aged 15 and over, August."),
        "orang",
        "pekerjaan",
        "neutral",
        (2025,),
        5_000,
        30_000_000,
    ),
    Indicator(
        "unemployed_persons",
        Text("Penganggur", "Unemployed people"),
        Text(
            "Penduduk 15 tahun ke atas yang mencari kerja, Agustus.",
            "People aged 15 and over looking for work, August.",
        ),
        "orang",
        "pekerjaan",
        "neutral",
        (2025,),
        50,
        3_000_000,
        breaks=FROM_SHARES,
    ),
    Indicator(
        "informal_workers",
        Text("Pekerja informal", "Informal workers"),
        Text("Penduduk bekerja di kegiatan informal, Agustus.", "People in informal employment, August."),
        "orang",
        "pekerjaan",
        "neutral",
        (2025,),
        1_000,
        20_000_000,
    ),
)

HOUSING = (
    percent(
        "clean_water_pct",
        "hunian",
        "higher",
        ("Akses air minum layak", "Access to safe drinking water"),
        (
            "Bagian rumah tangga yang memiliki akses terhadap sumber air minum layak.",
            "Share of households with access to an improved source of drinking water.",
        ),
        (2021, 2024),
        20,
        100,
        breaks=NEW_CONCEPT,
        comparable_from=2016,
    ),
    percent(
        "sanitation_pct",
        "hunian",
        "higher",
        ("Akses sanitasi layak", "Access to safe sanitation"),
        (
            "Bagian rumah tangga yang memiliki akses terhadap sanitasi layak.",
            "Share of households with access to improved sanitation.",
        ),
        (2021, 2024),
        20,
        100,
        breaks=NEW_CONCEPT,
        comparable_from=2016,
    ),
    percent(
        "decent_housing_pct",
        "hunian",
        "higher",
        ("Akses hunian layak", "Access to decent housing"),
        (
            "Bagian rumah tangga yang menempati hunian layak.",
            "Share of households living in decent housing.",
        ),
        (2024,),
        0,
        100,
    ),
)

WORK_AND_HOUSING = (*WORK, *HOUSING)
