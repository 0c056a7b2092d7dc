"""What the golden dump asks for: cities, pages with their choices, and recorded deep links."""

from __future__ import annotations

from collections.abc import Iterator

# A large one, a small one, an island, two of Komwil II, one with little known.
FEW = ("1271", "1275", "1278", "2171", "1871", "1173")
PARTS = {
    "profil": (
        "bagian",
        ("struktur", "mitra", "produk", "pertumbuhan", "pangan", "indikator", "aplikasi", "data"),
    ),
    "aplikasi": ("bagian", ("katalog", "matriks", "replikasi", "jaringan")),
    "kerja_sama": ("bagian", ("papan", "baru", "daftar", "aturan")),
    "komplementaritas": ("lihat", ("jaringan", "matriks", "pasangan")),
    "pangan": ("lihat", ("pangan", "produk", "kota")),
    "data": ("bagian", ("kelengkapan", "unduh", "unggah", "riwayat", "akses")),
    "metode": (
        "bagian",
        (
            "struktur",
            "kecocokan",
            "pangan",
            "pertumbuhan",
            "mitra",
            "pemeriksaan",
            "indikator",
            "istilah",
            "catatan",
            "sumber",
        ),
    ),
}
OF_A_CITY = {
    "profil": "kota",
    "mitra": "kota",
    "metode": "kota",
    "presentasi": "kota",
    "aplikasi": "kota",
    "pangan": "kota",
    "data": "kota",
    "komplementaritas": "dari",
    "banding": "banding",
}
DEEP_LINKS = (
    ("profil", {"kota": "1271"}),
    ("profil", {"kota": "9999"}),
    ("mitra", {"kota": "1271", "bobot_nearness": "0", "seprovinsi": "0"}),
    ("mitra", {"kota": "1571", "cakupan": "anggota", "perjanjian": "mendukung"}),
    ("peta", {"kategori": "perikanan", "lapisan": "alur"}),
    ("peta", {"warna": "hdi", "komwil": "I,II"}),
    ("banding", {"banding": "1271,1275", "tolok": "3578"}),
    ("komplementaritas", {"lihat": "pasangan", "dari": "1271", "ke": "1471"}),
    ("pangan", {"lihat": "pangan", "cakupan": "semua"}),
    ("aplikasi", {"bagian": "replikasi", "kota": "1271", "arah": "tawarkan"}),
    ("kerja_sama", {"pihak": "1271,1471"}),
    ("presentasi", {"kota": "1271", "dengan": "1471"}),
    ("presentasi", {"kota": "1271", "mode": "layar", "slide": "3"}),
    ("presentasi", {"kota": "1271", "isi": "siapa,tidak_ada"}),
)


def views(cities: tuple[str, ...], pages: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield page and address; each part of a page is asked for three of the cities, its start for all."""
    for page in pages:
        yield page, {}
        name, parts = PARTS.get(page, ("", ()))
        for code in parts:
            yield page, {name: code}
        own = OF_A_CITY.get(page)
        if not own:
            continue
        for position, city in enumerate(cities):
            other = cities[position - 1]
            address = {own: f"{city},{other}" if own == "banding" else city}
            if own == "dari":
                address |= {"ke": other, "lihat": "pasangan"}
            yield page, address
            for code in parts if position < 3 else ():
                yield page, address | {name: code}
    yield from (link for link in DEEP_LINKS if link[0] in pages)
