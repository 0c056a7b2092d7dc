"""Entries on trade between places and on what a purchase sets in motion."""

from __future__ import annotations

from i18n import N_
from ui.methods.model import Entry

TRADE = (
    Entry(
        "gravity",
        "dagang",
        (
            "trade.gravity_score",
            "trade.log_size",
            "partners.score.pair_score",
            "partners.components.standard_parts",
        ),
        N_("Gravitasi: besar dan jarak"),
        N_(
            "Dagang naik dengan besar pemasok dan pembeli dan turun dengan jarak. Garis polosnya "
            "menjumlahkan logaritma; dalam skor mitra tiap bagian dibakukan (simpangan baku dari rata-rata) "
            "dan kedekatan dihitung dua kali."
        ),
        r"z(\ln S_i) + z(\ln D_j) + 2 \, z\left(-\ln(d_{ij} + 50)\right)",
        N_(
            "Bobot dan ukuran ditetapkan sebelum dilihat hasilnya. Di luar Sumatera jarak berpengaruh lebih "
            "lemah. Barangnya sendiri tidak ikut: dua arah sama-sama dapat benar."
        ),
        "Reilly, W. J. (1929). Tinbergen, J. (1962). Shaping the World Economy.",
    ),
    Entry(
        "gateway",
        "dagang",
        ("trade.gateway_shares", "trade.gateway_supply"),
        N_("Pasokan gerbang: daerah di belakang sebuah kota"),
        N_(
            "Keluaran pertanian setiap kabupaten dan kota dibagi kepada kota gerbang menurut besar "
            "perdagangan dan angkutan kota itu dan kuadrat jarak. Jumlahnya menggantikan pasokan bila "
            "barangnya belum diketahui."
        ),
        r"G_i = \sum_h A_h \, \frac{m_i (d_{hi}+10)^{-2}}{\sum_c m_c (d_{hc}+10)^{-2}}",
        N_(
            "Sawit tidak dapat dikeluarkan dari pertanian: gerbang di Riau terlalu tinggi. Bukan arus yang "
            "diamati, dan tidak menyebut barangnya."
        ),
        "Huff, D. L. (1964). Defining and estimating a trading area. Journal of Marketing 28.",
    ),
    Entry(
        "expected_trade",
        "dagang",
        ("trade.expected_trade", "trade.intermediate_demand"),
        N_("Perkiraan dagang dua kota"),
        N_(
            "Arus antarprovinsi yang tercatat, dinaikkan menurut pertumbuhan PDRB provinsi penjual, lalu "
            "dibagi menurut bagian kota penjual dalam keluaran provinsinya dan bagian kota pembeli dalam "
            "pemakaian provinsinya. Dicetak sebagai rentang: sepertiga sampai tiga kali."
        ),
        r"F_{ijk} = T_{pqk} \, g_p \, \frac{X_{ik}}{X_{pk}} \, \frac{D_{jk}}{D_{qk}}",
        N_(
            "Pembelian antara saja, tanpa belanja rumah tangga. Di dalam satu provinsi tabelnya tidak "
            "berkata apa-apa tentang jarak: tidak ada angka."
        ),
        "Badan Pusat Statistik, tabel inter-regional input-output Indonesia 2016.",
    ),
    Entry(
        "impact",
        "dagang",
        ("input_output.input_coefficients", "input_output.leontief_inverse", "input_output.impact"),
        N_("Dampak sebuah pembelian"),
        N_(
            "Pembelian dari satu sektor menggerakkan pemasoknya, pemasok mereka, dan seterusnya. Kebalikan "
            "Leontief menjumlahkan seluruh rantai; nilai tambah adalah bagian keluaran yang menjadi upah, "
            "laba, dan pajak atas produksi."
        ),
        r"x = (I - A)^{-1} f, \qquad v = \hat{w} \, x",
        N_(
            "Koefisien tetap dari satu tahun, tanpa batas kapasitas, tanpa kenaikan harga, dan tanpa belanja "
            "dari pendapatan yang timbul. Jumlah pekerjaan tidak dihitung: koefisiennya tidak ada."
        ),
        "Leontief, W. (1936). Miller, R. E. & Blair, P. D. (2009). Input-Output Analysis.",
    ),
    Entry(
        "flegg",
        "dagang",
        ("input_output.flegg_quotient",),
        N_("Bagian kota dalam dampak: kuosien Flegg"),
        N_(
            "Berapa banyak masukan yang dapat diharapkan tersedia di kota sendiri: LQ sektor penjual "
            "dibanding LQ sektor pembeli, dikalikan ukuran kota. Koefisien nasional dikalikan dengannya."
        ),
        r"FLQ_{kl} = \min\!\left(1, \frac{LQ_k}{LQ_l} \left[\log_2\!\left(1 + \tfrac{X_r}{X_n}\right)\right]"
        r"^{0{,}05}\right)",
        N_(
            "Diuji pada provinsi, bukan kota: bagi kota ini perluasan, maka yang dicetak adalah rentang dari "
            "tanpa masukan setempat sampai pengganda provinsinya."
        ),
        "Flegg, A. T. & Webber, C. D. (2000). Regional Studies 34.",
    ),
)
