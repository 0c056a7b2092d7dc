"""Steps of cooperation between regions, who does what, with the source of each point.

Written from public material (PP 28/2018, Permendagri 22/2020 and how cities work with them); the full
text of the rules was not read. What could not be seen is marked, and none of it is legal advice.
"""

from __future__ import annotations

from dataclasses import dataclass

from i18n import N_


@dataclass(frozen=True, slots=True)
class Stage:
    """One step.

    Attributes
    ----------
    number
        Number of the step; None for an end that is no step of the rules but of this application.
    sources
        Numbers in :data:`SOURCES`.
    unverified
        What about this step could not be verified; empty when nothing is marked.
    """

    code: str
    number: int | None
    title: str
    who: str
    documents: tuple[str, ...]
    todo: str
    sources: tuple[int, ...]
    unverified: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the rules that is no step."""

    text: str
    sources: tuple[int, ...]
    unverified: str = ""


_ORDER = N_("Urutan lengkap tahapan Permendagri 22/2020 belum terverifikasi.")

STAGES = (
    Stage(
        "pemetaan",
        0,
        N_("Pemetaan urusan"),
        N_("Perangkat daerah, dikoordinasikan TKKSD"),
        (N_("Daftar atau peta urusan"),),
        N_("Petakan urusan yang dapat dikerjasamakan menurut potensi dan karakteristik daerah."),
        (9, 10),
    ),
    Stage(
        "persiapan",
        1,
        N_("Persiapan"),
        N_("Perangkat daerah pemrakarsa"),
        (N_("Kerangka Acuan Kerja (KAK)"),),
        N_("Susun Kerangka Acuan Kerja."),
        (6,),
        N_("Isi wajib KAK kerja sama antardaerah belum terverifikasi."),
    ),
    Stage(
        "inisiasi",
        2,
        N_("Surat inisiasi"),
        N_("Perangkat daerah kepada Sekretaris Daerah selaku Ketua TKKSD"),
        (N_("Surat inisiasi"), N_("Kerangka Acuan Kerja (KAK)"), N_("SK penunjukan petugas penghubung")),
        N_("Kirim surat inisiasi kepada Sekretaris Daerah selaku Ketua TKKSD."),
        (6,),
        N_("Langkah ini praktik Kota Yogyakarta; kewajibannya secara nasional belum terverifikasi."),
    ),
    Stage(
        "kajian",
        3,
        N_("Kajian kelayakan rencana"),
        N_("TKKSD"),
        (N_("Hasil kajian"),),
        N_("TKKSD mengkaji kelayakan rencana."),
        (6,),
    ),
    Stage(
        "penawaran",
        4,
        N_("Penawaran"),
        N_("Kepala daerah (bukan kepala perangkat daerah); disusun TKKSD"),
        (N_("Surat penawaran"), N_("Kerangka Acuan Kerja (KAK)"), N_("Rancangan Kesepakatan Bersama")),
        N_("Kepala daerah menyampaikan penawaran kepada kepala daerah calon mitra."),
        (6,),
    ),
    Stage(
        "pembahasan_kb",
        5,
        N_("Pembahasan Kesepakatan Bersama"),
        N_("Perangkat daerah, TKKSD, dan mitra"),
        (N_("Rancangan Kesepakatan Bersama"),),
        N_("Setelah penawaran diterima, bahas rancangan Kesepakatan Bersama."),
        (6,),
        N_("Muatan wajib Kesepakatan Bersama belum terverifikasi."),
    ),
    Stage(
        "ttd_kb",
        6,
        N_("Penandatanganan Kesepakatan Bersama"),
        N_("Kepala daerah"),
        (N_("Kesepakatan Bersama"),),
        N_("Kepala daerah menandatangani Kesepakatan Bersama; penerima kuasa tidak boleh."),
        (6,),
    ),
    Stage(
        "dprd",
        7,
        N_("Persetujuan DPRD"),
        N_("DPRD"),
        (N_("Persetujuan DPRD"),),
        N_("Mintakan persetujuan DPRD."),
        (1, 7),
        N_("Tenggat persetujuan DPRD dan tempatnya dalam urutan tahapan belum terverifikasi."),
    ),
    Stage(
        "penyusunan_pks",
        8,
        N_("Penyusunan PKS"),
        N_("Perangkat daerah dan TKKSD"),
        (N_("Rancangan PKS"),),
        N_("Susun dan bahas perjanjian kerja sama segera setelah Kesepakatan Bersama."),
        (4, 6),
        N_("Muatan wajib PKS belum terverifikasi."),
    ),
    Stage(
        "ttd_pks",
        9,
        N_("Penandatanganan PKS"),
        N_("Kepala daerah, atau kepala perangkat daerah dengan surat kuasa"),
        (N_("PKS"), N_("Surat kuasa, bila dikuasakan")),
        N_("Tandatangani PKS; siapkan surat kuasa bila kepala perangkat daerah yang menandatangani."),
        (1, 4, 6),
    ),
    Stage(
        "pelaksanaan",
        10,
        N_("Pelaksanaan dan pemantauan"),
        N_("Perangkat daerah dan TKKSD"),
        (N_("Laporan pemantauan dan evaluasi"),),
        N_("Laksanakan, pantau, evaluasi, dan ingatkan sebelum masa berlaku berakhir."),
        (11,),
        N_("Kewajiban pelaporan kepada gubernur atau menteri belum terverifikasi."),
    ),
)
# Ends are states of a proposal in this application, no steps of the rules.
FINISHED = Stage("selesai", None, N_("Selesai"), "", (), "", ())
STOPPED = Stage("dihentikan", None, N_("Dihentikan"), "", (), "", ())
ENDS = (FINISHED, STOPPED)

BY_CODE = {stage.code: stage for stage in (*STAGES, *ENDS)}
ORDER = tuple(stage.code for stage in STAGES)
DPRD = "dprd"

POINTS = (
    Point(
        N_(
            "Kerja sama aplikasi dan produk antarkota adalah kerja sama daerah dengan daerah lain (KSDD) "
            "yang sukarela: daerahnya boleh berbatasan, boleh tidak."
        ),
        (1, 5),
    ),
    Point(
        N_(
            "Objeknya urusan pemerintahan yang menjadi kewenangan daerah; tidak boleh bertentangan dengan "
            "kesusilaan, ketertiban umum, kepentingan nasional, atau peraturan."
        ),
        (1,),
    ),
    Point(
        N_(
            "Persetujuan DPRD diperlukan bila rencana membebani masyarakat dan daerah, atau pendanaannya "
            "belum dianggarkan dalam APBD tahun berjalan."
        ),
        (1, 7),
        N_("Tenggat persetujuan DPRD belum terverifikasi."),
    ),
    Point(
        N_("Penerima kuasa hanya boleh menandatangani PKS, bukan Kesepakatan Bersama."),
        (6,),
    ),
    Point(
        N_(
            "Studi kelayakan diminta untuk kerja sama dengan pihak ketiga (KSDPK), tidak untuk KSDD pada "
            "panduan Kota Yogyakarta."
        ),
        (6, 8),
    ),
    Point(
        N_("Masa berlaku paling lama lima tahun dan dapat diperpanjang dengan prosedur baru."),
        (6,),
        N_("Praktik Kota Yogyakarta; belum terverifikasi sebagai aturan nasional."),
    ),
    Point(
        N_(
            "Kerja sama dengan daerah atau lembaga luar negeri mengikuti aturan lain (Permendagri 25/2020): "
            "persetujuan DPRD, lalu Kementerian Dalam Negeri dan Kementerian Luar Negeri."
        ),
        (6, 12),
    ),
    Point(
        N_("Replikasi aplikasi: periksa aturan berbagi pakai (Perpres 95/2018) dan hak cipta kode."),
        (),
        N_("Aturan berbagi pakai aplikasi belum terverifikasi."),
    ),
    Point(
        N_("Teks pasal Permendagri 22/2020 diperiksa dahulu pada JDIH sebelum dipakai."),
        (3,),
        _ORDER,
    ),
)

# The sources' own words, Indonesian in both languages.
SOURCES = {
    1: "indovoices.com/?p=16760 – ringkasan PP 28/2018",
    3: "vdokumen.com – naskah Permendagri 22/2020 (awal)",
    4: "kompasiana.com – Tata cara kerja sama daerah (2022)",
    5: "slideshare.net – bahan sosialisasi Permendagri 22/2020",
    6: "github.com/kukuhnugrh/pemkot-app – panduan kerja sama Kota Yogyakarta (2020)",
    7: "kerjasama.bandung.go.id/ksdn/ksdd – laman Pemerintah Kota Bandung",
    8: "peraturan.bpk.go.id – Pergub Sumatera Utara 10/2024 (abstrak)",
    9: "tapem.pemalangkab.go.id – pemetaan urusan (2023)",
    10: "obsesinews.com/?p=23373 – sosialisasi Permendagri 22/2020, Tanah Bumbu (2024)",
    11: "Dokumentasi SIKERJA v2, Pemerintah Kota Samarinda (2026)",
    12: "tfr.news – Bandung dan Melbourne, mengutip ANTARA (2023)",
}
