"""Sentences of the page on partners."""

from __future__ import annotations

import pandas as pd

from analysis.deals import FIRST_YEAR
from i18n import _
from wording import formats
from wording.names import city_name


def role(code: str) -> str:
    """Name of the side the partner is to take."""
    return {
        "both": _("Pembeli dan pemasok"),
        "supplier": _("Pembeli"),
        "buyer": _("Pemasok"),
    }[code]


def agreement_mode(code: str) -> str:
    """How existing agreements count."""
    return {
        "tampil": _("Hanya ditampilkan"),
        "mendukung": _("Menambah nilai"),
        "mengurangi": _("Mengurangi nilai"),
    }[code]


def agreements_help() -> str:
    """Why existing agreements do not count by themselves."""
    return _(
        "Bagi satu kota perjanjian adalah alasan untuk melanjutkan, bagi kota lain alasan untuk mencari "
        "mitra baru. Karena itu perjanjian tidak dihitung kecuali diminta."
    )


def weights_note() -> str:
    """Where the default weights come from."""
    return _(
        "Bobot awal: satu untuk setiap pokok, dua untuk kedekatan karena perdagangan berkurang menurut "
        "kuadrat jarak (hukum gravitasi). Bobot tidak disesuaikan dengan data; geser untuk melihat akibatnya."
    )


def subject_help(name: str) -> str:
    """What a weight weighs, in a sentence."""
    return {
        "supply": _(
            "Keluaran pertanian dan industri kota, dan pertanian daerah sekitar yang biasanya lewat kota itu."
        ),
        "demand": _("Jumlah penduduk kota yang membeli, pada skala logaritma."),
        "nearness": _("Jarak garis lurus, pada skala logaritma."),
        "needs": _("Kebutuhan menurut berita yang dijawab produk kota lain menurut namanya."),
        "applications": _("Bagian layanan yang belum terdata pada satu kota dan sudah dijalankan kota lain."),
    }[name]


def side(code: str, city: str) -> str:
    """Name of a side of the cards: what the city buys, what it sells."""
    pattern = _("{city} membeli") if code == "beli" else _("{city} menjual")
    return pattern.format(city=city_name(city))


def light_rule() -> str:
    """What the light of a card says, in a few sentences."""
    return _(
        "Kuat: diberitakan sejak {year}, pasokannya terukur dalam ton, empat bukti atau lebih, dan "
        "jarak serta persaingan tidak menentang. Sedang: diberitakan, atau pasokan, kebutuhan, dan jaraknya "
        "terukur. Yang menentukan jenis buktinya, bukan banyaknya: lima bukti tanpa pasokan terukur tetap "
        "sedang. Simpul memperdagangkan tanpa menghasilkan dan tidak diberi lampu."
    ).format(year=FIRST_YEAR)


def ranking_note() -> str:
    """What the order of cities can and cannot say."""
    return _(
        "Urutan ini membaca ukuran dan jarak, bukan barang: setengah arus antarkota yang tercatat berasal "
        "dari kota yang memperdagangkan tanpa menghasilkan, dan dua pertiga pemasok kota yang tercatat "
        "adalah kabupaten."
    )


def headline(ranked: pd.DataFrame, city: str) -> str:
    """The first three partners in a sentence."""
    first = [city_name(code) for code in ranked["partner"].head(3)]
    if not first:
        return _("Belum ada mitra yang dapat dinilai dengan pilihan ini")
    return _("Untuk {city}, yang paling layak dijajaki: {partners}").format(
        city=city_name(city), partners=formats.listing(first)
    )


def basis(count: int) -> str:
    """What the ranking rests on, in two lines."""
    return _(
        "Diperingkat dari {count} kota menurut besar pasokan, besar pembeli, dan jarak, ditambah kebutuhan "
        "yang diberitakan dan aplikasi yang dapat dibagikan. Arus dagang antarkota tidak tercatat: nilainya "
        "menunjukkan di mana pembicaraan layak dijajaki, bukan menjamin hasilnya."
    ).format(count=formats.number(count))


def chart_alt(shown: pd.DataFrame, city: str) -> str:
    """What the chart shows, in a sentence."""
    parts = [f"{city_name(row.partner)} {formats.fixed(row.score, 2)}" for row in shown.head(5).itertuples()]
    return _("Nilai mitra {city} menurut penyusunnya: {parts}.").format(
        city=city_name(city), parts=formats.listing(parts)
    )


def chart_reading() -> str:
    """How to read the chart."""
    return _(
        "Panjang batang adalah nilai, 0 sampai 1; warnanya menunjukkan pokok mana yang menyumbang. Rentang "
        "di ujung batang adalah peringkat terbaik dan terburuk bila bobot diacak seribu kali (90% di "
        "antaranya). Rentang lebar berarti urutannya bergantung pada apa yang dianggap penting."
    )


def chart_note(count: int) -> str:
    """What the ranges come from."""
    return _("Rentang: 1.000 bobot acak; {count} calon mitra.").format(count=formats.number(count))
