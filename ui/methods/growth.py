"""Entries on growth."""

from __future__ import annotations

from i18n import N_
from ui.methods.model import Entry

GROWTH = (
    Entry(
        "growth",
        "pertumbuhan",
        ("growth.growth_rates", "growth.growth_index"),
        N_("Laju pertumbuhan dan indeks"),
        N_(
            "Perubahan PDRB harga konstan terhadap tahun sebelumnya, dan nilainya bila tahun dasar dijadikan "
            "100."
        ),
        r"g_t = \frac{y_t}{y_{t-1}} - 1, \qquad I_t = 100 \, \frac{y_t}{y_0}",
        N_("Hanya dalam satu deret: angka dari dua sumber atau dua konsep tidak disambung."),
        "Badan Pusat Statistik, laju pertumbuhan PDRB.",
    ),
    Entry(
        "deflator",
        "pertumbuhan",
        ("growth.deflator",),
        N_("Deflator PDRB"),
        N_("PDRB harga berlaku dibagi PDRB harga konstan: seberapa jauh harga naik sejak tahun dasar."),
        r"D_t = \frac{\text{ADHB}_t}{\text{ADHK}_t}",
        N_("Bukan inflasi konsumen: mencakup harga semua yang diproduksi di kota."),
        "Badan Pusat Statistik.",
    ),
    Entry(
        "shift_share",
        "pertumbuhan",
        ("growth.shift_share",),
        N_("Shift-share"),
        N_(
            "Perubahan PDRB kota dipecah tiga: bagian karena ekonomi pembanding tumbuh, bagian karena "
            "susunan sektornya, dan bagian karena daya saing kota sendiri."
        ),
        r"N = eG, \qquad M = e(G_k - G), \qquad C = e(g_{ik} - G_k)",
        N_(
            "Contoh memakai tiga kelompok sektor pada harga berlaku, jadi kenaikan harga ikut terhitung; "
            "pembandingnya semua kota anggota bersama-sama."
        ),
        "Dunn, E. S. (1960). A statistical and analytical technique for regional analysis. "
        "Papers in Regional Science 6.",
    ),
    Entry(
        "klassen",
        "pertumbuhan",
        ("growth.klassen_typology",),
        N_("Tipologi Klassen"),
        N_(
            "Empat kuadran dari dua pertanyaan: apakah kota tumbuh lebih cepat, dan apakah PDRB per "
            "kapitanya lebih tinggi daripada semua kota anggota bersama-sama?"
        ),
        r"(g_i \gtrless \bar g) \times (y_i \gtrless \bar y)",
        N_(
            "Kota dekat garis mudah berpindah kuadran. Kota dengan penduduk besar menentukan garisnya. "
            "PDRB per kapita bukan pendapatan warga."
        ),
        "Klassen, L. H. (1965). Area Economic and Social Redevelopment. OECD.",
    ),
    Entry(
        "sector_growth",
        "pertumbuhan",
        ("growth.growth_contributions", "growth.structural_change"),
        N_("Sumbangan lapangan usaha dan perubahan struktur"),
        N_(
            "Sumbangan sebuah lapangan usaha adalah kenaikannya dibagi PDRB awal kota: jumlahnya pertumbuhan "
            "kota. Perubahan struktur adalah bagian ekonomi yang berpindah lapangan usaha."
        ),
        r"b_k = \frac{x_{k,t} - x_{k,0}}{X_0}, \qquad \Delta = \tfrac12 \sum_k |s_{k,t} - s_{k,0}|",
        N_(
            "Harga konstan: harga relatif tahun dasar menentukan bobotnya. Tahun yang angkanya dari "
            "terbitan lain tidak dihitung pertumbuhannya; dua tahun Covid-19 ada di dalamnya."
        ),
        "Dietrich, A. (2012). Empirical Economics 43.",
    ),
)
