"""Entries on what a city's economy is made of."""

from __future__ import annotations

from i18n import N_
from ui.methods.model import Entry

STRUCTURE = (
    Entry(
        "shares",
        "struktur",
        ("specialization.shares",),
        N_("Pangsa sektor"),
        N_("Bagian satu sektor dalam PDRB kota. Jumlah semua pangsa sebuah kota adalah 100%."),
        r"s_{ik} = \frac{x_{ik}}{\sum_k x_{ik}}",
        N_(
            "Pangsa tidak menunjukkan besar ekonomi: pangsa yang sama di kota besar bernilai jauh lebih "
            "banyak rupiah."
        ),
        "Badan Pusat Statistik, PDRB kabupaten/kota menurut lapangan usaha.",
    ),
    Entry(
        "lq",
        "struktur",
        ("specialization.location_quotient",),
        N_("Location quotient (LQ)"),
        N_(
            "Pangsa sektor di kota dibagi pangsanya di ekonomi pembanding. LQ 2 berarti dua kali lebih "
            "penting di kota ini daripada di pembanding; LQ 1 berarti sama."
        ),
        r"LQ_{ik} = \frac{s_{ik}}{n_k}, \qquad n_k = \frac{X_k}{\sum_k X_k}",
        N_(
            "Sektor yang sangat kecil dapat memberi LQ besar tanpa arti: sektor di bawah 1% PDRB kota "
            "ditandai dan tidak disebut basis. LQ tinggi menunjukkan kekhasan, belum tentu keunggulan."
        ),
        "Balassa, B. (1965). Trade liberalisation and “revealed” comparative advantage. The "
        "Manchester School 33.",
    ),
    Entry(
        "symmetric_lq",
        "struktur",
        ("specialization.symmetric_location_quotient",),
        N_("LQ simetris"),
        N_(
            "LQ yang dilipat ke rentang −1 sampai 1, sehingga setengah kali dan dua kali sama jauhnya dari "
            "nol."
        ),
        r"\frac{LQ_{ik} - 1}{LQ_{ik} + 1}",
        N_("Sama seperti LQ; dipakai bila rata-rata atau selisih LQ harus dihitung."),
        "Laursen, K. (2015). Revealed comparative advantage and the alternatives. Eurasian Business "
        "Review 5.",
    ),
    Entry(
        "concentration",
        "struktur",
        (
            "specialization.krugman_index",
            "specialization.hachman_index",
            "specialization.herfindahl_index",
        ),
        N_("Indeks Krugman, Hachman, dan Herfindahl"),
        N_(
            "Krugman: seberapa jauh susunan ekonomi kota dari pembanding (0 sama, 2 sama sekali lain). "
            "Hachman: seberapa mirip (1 sama). Herfindahl: seberapa terpusat pada sedikit sektor "
            "(1 satu sektor saja)."
        ),
        r"K_i = \sum_k |s_{ik} - n_k|, \qquad H_i = \Big(\sum_k \frac{s_{ik}^2}{n_k}\Big)^{-1}, "
        r"\qquad HHI_i = \sum_k s_{ik}^2",
        N_(
            "Bergantung pada pembagian menjadi 17 sektor: industri pengolahan dihitung satu sektor, apa pun "
            "yang dibuat."
        ),
        "Krugman, P. (1991). Geography and Trade. MIT Press.",
    ),
    Entry(
        "similarity",
        "struktur",
        ("similarity.finger_kreinin",),
        N_("Kemiripan struktur (Finger-Kreinin)"),
        N_("Bagian susunan ekonomi yang sama pada dua wilayah: 1 berarti susunannya sama persis."),
        r"FK_{ij} = \sum_k \min(s_{ik}, s_{jk})",
        N_(
            "Mirip bukan berarti cocok bekerja sama dagang; kota yang mirip lebih tepat menjadi tempat "
            "belajar."
        ),
        "Finger, J. M. & Kreinin, M. E. (1979). A measure of “export similarity” and its possible uses. "
        "The Economic Journal 89.",
    ),
    Entry(
        "proximity",
        "struktur",
        ("relatedness.proximity",),
        N_("Kedekatan antarsektor"),
        N_(
            "Seberapa sering dua sektor sama-sama menjadi kekhasan wilayah yang sama, dipelajari dari "
            "514 kabupaten/kota."
        ),
        r"\phi_{kl} = \frac{\sum_i M_{ik} M_{il}}{\max\left(\sum_i M_{ik}, \sum_i M_{il}\right)}, "
        r"\qquad M_{ik} = [LQ_{ik} \ge 1]",
        N_("Dengan 17 sektor besar, kedekatan hanya petunjuk kasar; sebab-akibat tidak terlihat darinya."),
        "Hidalgo, C. A. et al. (2007). The product space conditions the development of nations. Science 317.",
    ),
    Entry(
        "density",
        "struktur",
        ("relatedness.density",),
        N_("Kepadatan keterkaitan"),
        N_(
            "Bagian dari sektor-sektor yang berdekatan dengan sebuah sektor yang sudah menjadi kekhasan "
            "kota. Makin tinggi, makin banyak modal awal untuk menumbuhkannya."
        ),
        r"d_{ik} = \frac{\sum_{l \ne k} M_{il} \phi_{kl}}{\sum_{l \ne k} \phi_{kl}}",
        N_(
            "Petunjuk peluang, bukan ramalan. Kota tidak diperingkat menurut kerumitan ekonomi: dengan "
            "puluhan kota dan 17 sektor urutan seperti itu tidak stabil."
        ),
        "Hidalgo, C. A. et al. (2007). Science 317.",
    ),
)
