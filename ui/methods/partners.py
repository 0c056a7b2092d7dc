"""Entries on the ranking of partners."""

from __future__ import annotations

from i18n import N_
from ui.methods.model import Entry

PARTNERS = (
    Entry(
        "score",
        "mitra",
        (
            "partners.components.component_matrices",
            "partners.components.standardised",
            "partners.components.standard_scale",
            "partners.sensitivity.weighted_score",
            "partners.score.rank_partners",
            "partners.score.score_matrix",
            "partners.score.checked_weights",
            "partners.reasons.pair_reasons",
        ),
        N_("Skor mitra"),
        N_(
            "Rata-rata tertimbang dari pasokan, besar pembeli, kedekatan, kebutuhan yang terjawab, dan "
            "aplikasi. Tiap komponen dibakukan lalu diletakkan pada skala 0 sampai 1, dengan 0,5 sebagai "
            "rata-rata. Bobot awal dari teori: satu untuk setiap pokok, dua untuk kedekatan karena "
            "perdagangan berkurang menurut kuadrat jarak, nol untuk perjanjian yang sudah ada. "
            "Komplementaritas sektor tidak ikut: dagang yang tercatat tidak mengikutinya."
        ),
        r"S_{ij} = \frac{\sum_c w_c v_{ijc}}{\sum_c |w_c|} \quad \text{(c yang diketahui)}",
        N_(
            "Komponen yang belum terdata dilewati dan disebut pada kartu. Skor menyusun urutan untuk memulai "
            "pembicaraan; bukan ramalan nilai perdagangan."
        ),
        "OECD & JRC (2008). Handbook on Constructing Composite Indicators. Reilly, W. J. (1929).",
    ),
    Entry(
        "rank_range",
        "mitra",
        (
            "partners.sensitivity.random_weights",
            "partners.sensitivity.ranks",
            "partners.sensitivity.rank_range",
        ),
        N_("Rentang peringkat"),
        N_(
            "Peringkat terbaik dan terburuk sebuah kota mitra bila bobot diacak seribu kali di sekitar "
            "pilihan pembaca; lima persen di tiap ujung dibuang."
        ),
        r"w \sim \text{Dirichlet}(\alpha), \quad \alpha_c = n \, \frac{|w_c|}{\sum_c |w_c|}",
        N_("Menunjukkan pengaruh bobot saja, bukan kesalahan pada data."),
        "OECD & JRC (2008), langkah 7: analisis kepekaan.",
    ),
    Entry(
        "needs",
        "mitra",
        (
            "goods.read",
            "goods.product_goods",
            "goods.need_matches",
            "goods.need_match_scores",
            "goods.city_needs",
            "kinds.answer_strength",
        ),
        N_("Kebutuhan yang dijawab produk"),
        N_(
            "Nama dibaca sebagai barang, kata utuh dan yang terpanjang lebih dulu: keripik pisang bukan "
            "pisang, beras tidak ada dalam Berastagi. Produk menjawab kebutuhan bila barangnya sama "
            "(kekuatan 1) atau salah satu jenis dari kelompoknya (0,6)."
        ),
        r"v = 1 - \frac{1}{1 + \sum_m k_m}",
        N_(
            "Mencocokkan nama saja: mutu, jumlah, dan musim tidak diketahui. Kebutuhan berasal dari berita "
            "dan dari bahan baku produk kota."
        ),
        "–",
    ),
    Entry(
        "applications",
        "mitra",
        (
            "replication.service_gaps",
            "partners.components.application_fit",
            "replication.suggest_adoptions",
            "replication.suggest_recipients",
        ),
        N_("Aplikasi yang dapat dibagikan"),
        N_(
            "Layanan yang dijalankan satu kota dan belum terdata di kota lain, dibagi semua layanan yang "
            "belum terdata di sana. Usul adopsi dinilai dari bukti (0,5), kemiripan kota (0,35), dan "
            "perjanjian (0,15)."
        ),
        r"v_{ij} = \frac{|\text{punya}_i \setminus \text{punya}_j|}{|\text{belum}_j|}",
        N_(
            "Belum terdata tidak berarti tidak ada: daftar aplikasi berasal dari sumber publik. Bobot usul "
            "adopsi adalah pertimbangan, bukan hasil pengukuran."
        ),
        "Rose, R. (1991). What is lesson-drawing? Journal of Public Policy 11.",
    ),
    Entry(
        "agreements",
        "mitra",
        ("agreements.agreements_between", "agreements.agreement_matrix"),
        N_("Perjanjian yang sudah ada"),
        N_(
            "Satu bila kedua kota pernah menandatangani nota kesepahaman, kesepakatan bersama, perjanjian "
            "kerja sama, atau pernyataan minat; pertemuan ditampilkan tetapi tidak dihitung."
        ),
        r"v_{ij} \in \{0, 1\}",
        N_("Perjanjian yang tidak diberitakan tidak terlihat."),
        "–",
    ),
    Entry(
        "validation",
        "mitra",
        (
            "validation.certain_links",
            "validation.roc_auc",
            "validation.roc_auc_interval",
            "validation.roc_auc_difference",
            "validation.validate_score",
            "retrieval.rank_correlation",
            "retrieval.top_overlap",
            "retrieval.reciprocal_ranks",
            "retrieval.retrieval",
        ),
        N_("Pemeriksaan skor: luas di bawah kurva ROC"),
        N_(
            "Peluang bahwa pasangan kota dengan arus pasokan yang terdokumentasi mendapat skor lebih tinggi "
            "daripada pasangan lain: 0,5 sama dengan menebak, 1 selalu benar. Rentang dihitung dengan "
            "mengambil ulang kota seribu kali."
        ),
        r"AUC = P(S_{\text{ada arus}} > S_{\text{lain}}) + \tfrac12 P(S_{\text{ada arus}} = S_{\text{lain}})",
        N_(
            "Arus yang dipakai sedikit, kebanyakan pangan, dan ditemukan di berita: pasangan tanpa berita "
            "belum tentu tanpa arus."
        ),
        "Hanley, J. A. & McNeil, B. J. (1982). Radiology 143. Snijders, T. & Borgatti, S. (1999). "
        "Connections 22.",
    ),
)
