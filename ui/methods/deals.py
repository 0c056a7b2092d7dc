"""Entries on deals in goods."""

from __future__ import annotations

from i18n import N_
from ui.methods.model import Entry

DEALS = (
    Entry(
        "deals",
        "mitra",
        ("deals.light", "deals.substitute"),
        N_("Barang yang dapat dijajaki dan lampunya"),
        N_(
            "Satu barang, pemasok, dan pembelinya, dengan enam bukti yang masing-masing ya, tidak, atau "
            "belum diketahui: diberitakan, pasokan terukur, kebutuhan terukur, lebih murah di pemasok, jarak "
            "wajar, bukan sama-sama penghasil. Kuat: diberitakan sejak 2018, pasokan terukur dalam ton, "
            "sedikitnya empat ya, tanpa tidak pada jarak dan penghasil. Sedang: diberitakan, atau pasokan, "
            "kebutuhan, dan jarak ya. Pemasok yang hanya mengisi saat kosong atau gagal panen tidak memimpin."
        ),
        r"S = P - K (1 + h), \qquad K = q \cdot n \cdot \tfrac{365{,}25}{7}",
        N_(
            "Sisa S adalah pasokan P dikurangi kebutuhan sendiri K; h bagian hotel, restoran, dan pembuat "
            "makanan menurut tabel input-output 2016, nasional. Proyeksi, target, dan rata-rata harian "
            "tidak dijumlahkan. Belum terdata: peternakan dan hortikultura menurut kabupaten, pendaratan "
            "ikan menurut pelabuhan, kebutuhan beras, dan harga petani."
        ),
        "Badan Pusat Statistik, Survei Sosial Ekonomi Nasional (Susenas); Tabel Input-Output 2016.",
    ),
)
