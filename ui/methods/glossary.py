"""Words of the application in plain Bahasa."""

from __future__ import annotations

from i18n import N_

GLOSSARY: tuple[tuple[str, str], ...] = (
    (N_("ADHB"), N_("Atas dasar harga berlaku: dihitung dengan harga pada tahun itu sendiri.")),
    (
        N_("ADHK"),
        N_("Atas dasar harga konstan, harga satu tahun dasar: kenaikan harga sudah dikeluarkan."),
    ),
    (
        N_("APEKSI Komwil"),
        N_(
            "Komisariat wilayah Asosiasi Pemerintah Kota Seluruh Indonesia: kota-kota anggotanya menurut "
            "letaknya."
        ),
    ),
    (
        N_("Basis"),
        N_("Sektor dengan LQ sedikitnya 1 dan pangsa sedikitnya 1%: dianggap menghidupi kota dari luar."),
    ),
    (N_("Belum terdata"), N_("Angkanya tidak ditemukan pada sumber publik; bukan nol dan bukan tidak ada.")),
    (
        N_("Ekonomi pembanding"),
        N_(
            "Wilayah yang susunan ekonominya dijadikan ukuran: Indonesia, pulaunya, Komwil, atau provinsi "
            "kota."
        ),
    ),
    (
        N_("Indeks"),
        N_("Angka tanpa satuan untuk membandingkan; indeks 150 berarti satu setengah kali dasarnya."),
    ),
    (N_("Kelebihan (surplus)"), N_("Bagian sektor kota di atas pangsa pembanding.")),
    (N_("Kekurangan (defisit)"), N_("Bagian sektor kota di bawah pangsa pembanding.")),
    (
        N_("Kepastian arus"),
        N_("Seberapa jelas berita menyebut kotanya, bukan provinsi atau kota transitnya."),
    ),
    (
        N_("Kekhasan"),
        N_(
            "Berapa kali porsi sebuah sektor di kota dibanding porsinya di ekonomi pembanding; rumusnya "
            "location quotient (LQ)."
        ),
    ),
    (N_("Komplementaritas"), N_("Kelebihan kota yang satu bertemu kekurangan kota yang lain.")),
    (N_("Median"), N_("Nilai tengah: separuh kota di atasnya, separuh di bawahnya.")),
    (N_("PDRB"), N_("Produk domestik regional bruto: nilai semua yang dihasilkan di suatu wilayah.")),
    (
        N_("PDRB per kapita"),
        N_("PDRB dibagi penduduk; ukuran kegiatan ekonomi, bukan pendapatan warga."),
    ),
    (
        N_("Rentang peringkat"),
        N_(
            "Dari peringkat terbaik sampai terburuk bila bobot dan pembanding diubah; makin sempit "
            "makin yakin."
        ),
    ),
    (N_("Sektor dapat diperdagangkan"), N_("Sektor yang hasilnya lazim dijual ke kota lain.")),
    (
        N_("Skala logaritma"),
        N_("Skala yang jaraknya menunjukkan kelipatan: dari 1 ke 2 sama jauh dengan dari 2 ke 4."),
    ),
    (N_("Simpul dagang"), N_("Kota yang memperdagangkan barang yang dibuat di tempat lain.")),
    (
        N_("SPBE"),
        N_("Sistem pemerintahan berbasis elektronik; indeksnya 0 sampai 5 menurut Kementerian PANRB."),
    ),
    (N_("Susenas"), N_("Survei Sosial Ekonomi Nasional oleh BPS, sumber angka belanja rumah tangga.")),
    (
        N_("Triwulan"),
        N_("Tiga bulan. Angka satu triwulan tidak dikalikan empat dan tidak dibandingkan dengan setahun."),
    ),
)
