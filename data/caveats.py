"""What has to be said beside a figure, and which figures each remark concerns.

The remarks are those of the data set's documentation, split where one concerns several kinds of figures;
`number` tells which of its twelve points a remark belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass

from i18n import N_, _

GRDP = ("grdp_sectors", "grdp_totals", "grdp_groups", "grdp_expenditure")


@dataclass(frozen=True, slots=True)
class Caveat:
    """One remark; `tables`, `indicators` and `regions` it concerns (no region named: all)."""

    id: str
    number: int
    message: str
    tables: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The remark in the language in force."""
        return _(self.message)


CAVEATS: tuple[Caveat, ...] = (
    Caveat(
        "one_quarter",
        1,
        N_(
            "Triwulan I dan II 2026 masing-masing hanya satu triwulan: tidak dikalikan empat dan nilainya "
            "tidak "
            "dibandingkan dengan setahun. Pangsa dan LQ tetap sah karena pembandingnya triwulan yang sama."
        ),
        tables=GRDP,
        periods=("2026Q1", "2026Q2"),
    ),
    Caveat(
        "same_reference",
        2,
        N_(
            "Ekonomi pembanding dijumlahkan dari tabel kabupaten/kota yang sama. Angka resmi provinsi "
            "dapat berbeda "
            "sampai 2% dari jumlah kabupaten/kotanya, lebih pada sektor kecil di Kepulauan Riau."
        ),
        tables=("grdp_sectors", "grdp_totals"),
    ),
    Caveat(
        "two_hdi",
        3,
        N_(
            "IPM seri baru (hasil Sensus 2020) dan seri lama (hasil Sensus 2010) adalah dua seri: tidak "
            "digabung dalam "
            "satu grafik atau peringkat."
        ),
        indicators=("hdi", "hdi_sp2010", "life_expectancy", "life_expectancy_sp2010"),
    ),
    Caveat(
        "two_populations",
        4,
        N_(
            "Penduduk proyeksi (BPS) dan penduduk terdaftar (Dukcapil) adalah dua ukuran, dan proyeksi "
            "sebelum 2018 "
            "bersandar pada sensus lain: tidak disambung menjadi satu garis."
        ),
        tables=("regions",),
        indicators=("population", "population_dukcapil", "density"),
    ),
    Caveat(
        "ranking",
        5,
        N_(
            "Peringkat hanya dibuat untuk tahun yang lengkap bagi semua kota; selain itu tahun ditulis di "
            "samping angka "
            "dan kota dengan tahun berbeda tidak diperingkat."
        ),
        tables=("indicators",),
    ),
    Caveat(
        "preliminary",
        5,
        N_("PDRB 2024 adalah angka sementara dan PDRB 2025 angka sangat sementara."),
        tables=GRDP,
        indicators=("grdp_per_capita_adhb", "growth_pct"),
        periods=("2024", "2025", "2025Q1", "2025Q2", "2025Q3", "2025Q4"),
    ),
    Caveat(
        "growth_2024",
        5,
        N_("Pertumbuhan 2024 Jambi, Sungai Penuh, dan Bandar Lampung berbeda antarsumber."),
        indicators=("growth_pct",),
        regions=("1571", "1572", "1871"),
        periods=("2024",),
    ),
    Caveat(
        "batam_2024",
        5,
        N_("PDRB harga konstan 2024 Batam berbeda antarsumber sampai 1,3%."),
        tables=("grdp_sectors", "grdp_totals"),
        regions=("2171",),
        periods=("2024",),
    ),
    Caveat(
        "price_index_cities",
        5,
        N_("Inflasi hanya ada untuk kota yang dipantau indeks harga konsumen: 20 di antara 34 kota."),
        indicators=("inflation_yoy_dec_pct", "cpi_dec"),
    ),
    Caveat(
        "no_city_gini",
        5,
        N_("Rasio Gini tidak dipublikasikan per kota; angka kota yang ada berasal dari berita."),
        indicators=("gini",),
    ),
    Caveat(
        "area",
        6,
        N_(
            "Luas wilayah menurut BIG 2024, berbeda dari luas BPS yang lebih lama (Medan 279,2 dan 265,1 "
            "km²)."
        ),
        tables=("regions",),
        indicators=("density",),
    ),
    Caveat(
        "gunungsitoli_area",
        6,
        N_("Luas Gunungsitoli diperselisihkan (209 atau 281 km²): kepadatannya tidak dihitung."),
        tables=("regions",),
        indicators=("density",),
        regions=("1278",),
    ),
    Caveat(
        "batam_investment",
        7,
        N_(
            "Investasi Batam menurut angka nasional dan menurut BP Batam memakai dua cara hitung: tidak "
            "digabung."
        ),
        indicators=(
            "investment_total",
            "investment_pma",
            "investment_pmdn",
            "investment_total_jan_sep",
            "investment_pma_jan_sep",
            "investment_pmdn_jan_sep",
        ),
        regions=("2171",),
    ),
    Caveat(
        "small_business_census",
        7,
        N_("Jumlah UMKM melonjak bila cara pendataannya berubah."),
        indicators=("umkm_count",),
    ),
    Caveat(
        "spbe",
        8,
        N_(
            "Indeks SPBE terdata untuk 17 kota, dari tahun yang berbeda; kota tanpa angka berarti belum "
            "terdata."
        ),
        indicators=("spbe_index",),
    ),
    Caveat(
        "from_news",
        9,
        N_(
            "Kebutuhan dan aliran pasokan berasal dari berita: sumber dan tanggalnya disebut, dan baris "
            "yang bertanda hub "
            "atau ambigu ditampilkan sebagaimana adanya."
        ),
        tables=("supply_links", "needs"),
    ),
    Caveat(
        "two_code_lists",
        10,
        N_(
            "Kode Kemendagri dan kode BPS berbeda dan saling tumpang tindih (BPS 1275 adalah Medan, "
            "Kemendagri 12.75 "
            "adalah Binjai); aplikasi ini memakai kode BPS."
        ),
        tables=("regions",),
    ),
    Caveat(
        "no_mining",
        11,
        N_("Pertambangan memang nol menurut angka resmi di Banda Aceh, Metro, dan Pangkalpinang."),
        tables=("grdp_sectors",),
        regions=("1171", "1872", "1971"),
    ),
    Caveat(
        "lhokseumawe_2015",
        11,
        N_("PDRB riil Lhokseumawe turun 20% pada 2015: angka itu benar."),
        tables=("grdp_totals",),
        indicators=("growth_pct",),
        regions=("1174",),
        periods=("2015",),
    ),
    Caveat(
        "members",
        12,
        N_(
            "Anggota Komwil I (24 kota) dan Komwil II (10 kota) diketahui dari jumlah dan provinsinya; "
            "hanya daftar "
            "Komwil II yang dipublikasikan dengan nama."
        ),
        tables=("regions",),
    ),
    Caveat(
        "aceh_2023",
        2,
        N_(
            "PDRB Aceh 2023 menurut sektor dalam sumber ini hanya sebesar satu triwulan (Rp 54 triliun; "
            "setahun Rp 227 "
            "triliun): tidak dipakai sebagai angka setahun."
        ),
        tables=("grdp_sectors",),
        regions=("11",),
        periods=("2023",),
    ),
)


def caveats_for(
    table: str | None = None,
    indicator: str | None = None,
    region: str | None = None,
    period: str | int | None = None,
) -> tuple[Caveat, ...]:
    """Return the remarks that concern a figure.

    Parameters
    ----------
    table, indicator
        What is shown. An indicator brings the remarks on it and on the table ``indicators``.
    region
        Whose figure; None: all regions', so that remarks on single regions are among the result.
    period
        Period or year shown; None: any.

    Returns
    -------
    tuple of Caveat
        In the order of the documentation; all of them when nothing is asked for.
    """
    if indicator is not None and table is None:
        table = "indicators"

    def concerns(caveat: Caveat) -> bool:
        about = (
            (table is None and indicator is None)
            or (table in caveat.tables)
            or (indicator in caveat.indicators)
            or (table == "indicators" and indicator is None and bool(caveat.indicators))
        )
        where = region is None or not caveat.regions or region in caveat.regions
        when = period is None or not caveat.periods or str(period) in caveat.periods
        return about and where and when

    return tuple(caveat for caveat in CAVEATS if concerns(caveat))
