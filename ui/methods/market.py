"""Entries on markets and distance."""

from __future__ import annotations

from i18n import N_
from ui.methods.model import Entry

MARKET = (
    Entry(
        "market_size",
        "pasar",
        ("market.market_size",),
        N_("Besar pasar pangan"),
        N_(
            "Belanja rumah tangga sekota untuk satu pangan dalam setahun: rupiah per orang per minggu kali "
            "penduduk kali jumlah minggu setahun (365,25 : 7)."
        ),
        r"m_{jf} = c_{jf} \times \text{penduduk}_j \times \frac{365{,}25}{7}",
        N_(
            "Susenas mencatat rumah tangga saja: restoran, hotel, dan industri tidak termasuk. Angka untuk "
            "satu pangan di kota kecil berasal dari sedikit rumah tangga contoh."
        ),
        "Badan Pusat Statistik, Survei Sosial Ekonomi Nasional (Susenas).",
    ),
    Entry(
        "distance",
        "pasar",
        ("market.great_circle_km",),
        N_("Jarak garis lurus dan kedekatan"),
        N_(
            "Jarak di permukaan bumi antara titik kedua kota. Dalam skor mitra jarak menjadi kedekatan pada "
            "skala logaritma: 0,5 bagi pasangan rata-rata, lebih tinggi bila lebih dekat."
        ),
        r"\text{dekat}_{ij} = \tfrac12 + \tfrac18 \, z\left(-\ln(d_{ij} + 50)\right)",
        N_(
            "Jalan dan laut lebih panjang daripada garis lurus; ongkos, waktu, dan penyeberangan tidak "
            "terlihat."
        ),
        "Sinnott, R. W. (1984). Virtues of the haversine. Tinbergen, J. (1962). Shaping the World Economy.",
    ),
    Entry(
        "market_access",
        "pasar",
        ("market.market_access", "partners.components.market_score"),
        N_("Akses pasar"),
        N_(
            "Jumlah pasar semua kota, masing-masing dibagi jaraknya: tempat yang dekat dengan pasar besar "
            "mendapat angka tinggi."
        ),
        r"A_i = \sum_j \frac{m_j}{d_{ij} + 50}",
        N_("Untuk mengurutkan tempat, bukan jumlah penjualan; pesaing di kota lain tidak diperhitungkan."),
        "Reilly, W. J. (1929). Harris, C. D. (1954). The market as a factor in the localization of industry.",
    ),
    Entry(
        "prices",
        "pasar",
        (
            "prices.monthly_change",
            "prices.price_gap",
            "prices.months_above",
            "prices.seasonal_index",
            "prices.landed_price",
        ),
        N_("Harga: perubahan, selisih, musim, harga sampai"),
        N_(
            "Selisih harga dua daerah pada bulan yang sama, berapa bulan selisih itu melebihi ongkos, dan "
            "bulan mana yang biasanya mahal. Harga sampai adalah harga di sana ditambah ongkos, dibagi "
            "bagian yang tidak susut."
        ),
        r"p^{\text{sampai}} = \frac{p + \text{ongkos}}{1 - \text{susut}}",
        N_(
            "Hanya harga yang tercatat; bulan yang diisi atau dipangkas penyusunnya tidak dipakai, jadi "
            "puncak yang sebenarnya bisa lebih tinggi. Harga eceran di daerah penghasil bukan harga petani."
        ),
        "Panel Harga Pangan, Badan Pangan Nasional; PIHPS, Bank Indonesia.",
    ),
    Entry(
        "price_rule",
        "pasar",
        (
            "deliveries.agreed_price",
            "deliveries.promised",
            "deliveries.monthly_balance",
            "deliveries.standing",
        ),
        N_("Aturan harga dan realisasi perjanjian"),
        N_(
            "Harga yang dibayar menurut aturan perjanjian: tetap; tetap ditambah bagian dari kenaikan; atau "
            "mengikuti pasar di antara batas bawah dan atas. Yang dijanjikan dihitung per hari dari volume "
            "dan kurun waktunya, lalu disandingkan dengan yang terkirim."
        ),
        r"p^{\text{bayar}} = p_0 + s \max(0,\, p^{\text{pasar}} - p_0)",
        N_(
            "Aturan yang menanggungkan seluruh kenaikan pada satu pihak sering membuat kerja sama berhenti. "
            "Realisasi hanya sebaik catatannya."
        ),
        "Arsip berita kerja sama pangan antardaerah; contoh Medan dan Dairi.",
    ),
)
