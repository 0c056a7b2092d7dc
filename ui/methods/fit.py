"""Entries on what one city has beyond its needs and another lacks."""

from __future__ import annotations

from i18n import N_
from ui.methods.model import Entry

FIT = (
    Entry(
        "gaps",
        "kecocokan",
        ("complementarity.surplus", "complementarity.deficit"),
        N_("Kelebihan dan kekurangan"),
        N_(
            "Kelebihan: bagian sektor di atas pangsa pembanding; kekurangan: bagian di bawahnya. Dikalikan "
            "PDRB kota menjadi rupiah. Ini cara membaca LQ sebagai basis ekspor."
        ),
        r"\text{surplus}_{ik} = \max(s_{ik} - n_k, 0) \, X_i, \qquad "
        r"\text{defisit}_{jk} = \max(n_k - s_{jk}, 0) \, X_j",
        N_(
            "Bukan arus dagang yang tercatat: dianggap setiap wilayah memakai sektor seperti pembanding. "
            "Selera dan produktivitas yang berbeda tidak terlihat."
        ),
        "Isserman, A. M. (1977). The location quotient approach to estimating regional economic impacts. "
        "Journal of the American Institute of Planners 43.",
    ),
    Entry(
        "complementarity",
        "kecocokan",
        ("complementarity.complementarity", "complementarity.drivers"),
        N_("Indeks komplementaritas"),
        N_(
            "Seberapa cocok susunan kelebihan pemasok dengan susunan kekurangan pembeli, dari 0 sampai 1. "
            "Berarah: dari A ke B tidak sama dengan dari B ke A."
        ),
        r"C_{i \to j} = \sum_{k \in T} \min\!\left(\frac{\text{surplus}_{ik}}{\sum_k \text{surplus}_{ik}}, "
        r"\frac{\text{defisit}_{jk}}{\sum_k \text{defisit}_{jk}}\right)",
        N_(
            "Indeks Michaely dipakai di sini dengan kelebihan dan kekurangan PDRB sebagai pengganti ekspor "
            "dan impor, karena arus dagang antarkota tidak tercatat. Sektor yang tidak diperdagangkan "
            "antarkota tidak ikut, kecuali diminta."
        ),
        "Michaely, M. (1996). Trade preferential agreements in Latin America. World Bank Policy Research "
        "Working Paper 1583.",
    ),
    Entry(
        "potential",
        "kecocokan",
        ("complementarity.potential",),
        N_("Potensi dalam rupiah"),
        N_(
            "Kelebihan pemasok yang dapat ditampung kekurangan pembeli, dalam rupiah satu triwulan: gambaran "
            "struktur, bukan nilai penjualan."
        ),
        r"P_{i \to j} = \sum_{k \in T} \min(\text{surplus}_{ik}, \text{defisit}_{jk})",
        N_(
            "Batas atas menurut susunan ekonomi, bukan ramalan penjualan. Kekurangan yang sama dihitung "
            "untuk setiap pemasok, jadi potensi tidak boleh dijumlahkan. Satu triwulan tidak dikalikan empat."
        ),
        "Michaely, M. (1996); Isserman, A. M. (1977).",
    ),
)
