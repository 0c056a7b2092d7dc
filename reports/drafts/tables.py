"""Words for the frozen evidence of a proposal: the same table on the screen and in a draft."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from data.schema import label
from findings.cooperation.proposal_evidence import UNCONFIRMED
from i18n import N_, _
from wording import formats
from wording.goods import good_name
from wording.names import party_name, reference_label

TITLES = {
    "peluang": N_("Peluang dalam barang"),
    "komplementaritas": N_("Indeks saling melengkapi"),
    "sektor": N_("Sektor di balik saling melengkapi"),
    "aliran": N_("Aliran barang yang terdokumentasi"),
    "kebutuhan": N_("Kebutuhan yang cocok dengan pasokan mitra"),
    "produk": N_("Produk unggulan para pihak"),
    "aplikasi": N_("Aplikasi para pihak"),
    "aplikasi_diminta": N_("Aplikasi yang dimohon, seperti tercatat"),
    "replikasi": N_("Daerah lain dan aplikasi ini, menurut sumber"),
    "adopsi": N_("Aplikasi yang layak direplikasi"),
    "riwayat": N_("Kerja sama dan pertemuan sebelumnya"),
}
# What has to be said beside the table.
REMARKS = {
    "peluang": N_(
        "Kebutuhan rumah tangga setahun; sisa pemasok setelah kebutuhannya sendiri, tidak dijanjikan kepada "
        "siapa pun; jarak garis lurus. Tanda strip berarti belum terdata."
    ),
    "komplementaritas": N_(
        "Gambar struktur PDRB satu triwulan, bukan perdagangan yang teramati dan bukan saran dagang."
    ),
    "sektor": N_("Surplus satu kota bertemu defisit kota lain menurut struktur PDRB satu triwulan."),
    "aliran": N_("Dari berita; kepastian menyatakan apakah kotanya jelas."),
    "kebutuhan": N_("Dari berita; cocok karena pemasok disebut atau produknya senama."),
    "aplikasi": N_("Kosong berarti belum terdata, bukan tidak ada."),
    "aplikasi_diminta": N_("Kosong berarti belum terdata, bukan tidak ada."),
    "replikasi": N_("Kesepakatan, kunjungan, dan rencana bukan bukti pemakaian."),
    "adopsi": N_("Diurutkan menurut bukti, kemiripan kota, dan perjanjian yang ada; bukan hasil uji."),
    "riwayat": N_("Pertemuan dan kegiatan bukan perjanjian."),
}
HEADINGS = {
    "good": N_("Barang"),
    "demand_ton": N_("Kebutuhan, ton setahun"),
    "demand_pieces": N_("Kebutuhan, butir setahun"),
    "demand_year": N_("Tahun survei kebutuhan"),
    "amount_ton": N_("Sisa pemasok, ton"),
    "supply_year": N_("Tahun pasokan"),
    "unit_value_supplier": N_("Harga di pemasok"),
    "unit_value_buyer": N_("Harga di pembeli"),
    "unit": N_("Satuan"),
    "km": N_("Km garis lurus"),
    "stage": N_("Yang tercatat"),
    "stage_year": N_("Tahun"),
    "light": N_("Bukti"),
    "supplier": N_("Pemasok"),
    "buyer": N_("Pembeli"),
    "city": N_("Kota"),
    "donor": N_("Pemilik"),
    "owner": N_("Pemilik"),
    "user": N_("Pemakai"),
    "proof": N_("Bukti"),
    "year": N_("Tahun"),
    "told_as": N_("Cara menurut sumber"),
    "adopter": N_("Kota pengadopsi"),
    "index": N_("Indeks (0–1)"),
    "contribution": N_("Sumbangan pada indeks"),
    "rank": N_("Peringkat"),
    "sector": N_("Sektor"),
    "commodity": N_("Komoditas"),
    "certainty": N_("Kepastian"),
    "fit": N_("Alasan cocok"),
    "product": N_("Produk"),
    "category": N_("Kategori"),
    "role": N_("Peran kota"),
    "recognition": N_("Pengakuan"),
    "description": N_("Uraian"),
    "app": N_("Aplikasi"),
    "service_domain": N_("Bidang layanan"),
    "status": N_("Status"),
    "launched_year": N_("Tahun diluncurkan"),
    "score": N_("Nilai (0–1)"),
    "date": N_("Tanggal"),
    "instrument": N_("Instrumen"),
    "party_a": N_("Pihak pertama"),
    "party_b": N_("Pihak kedua"),
    "subject": N_("Pokok"),
    "reference": N_("Sumber"),
}
FITS = {
    "named": N_("Pemasok disebut sumber"),
    "product": N_("Produk senama"),
    "unclear": N_("Nama bisa berarti provinsinya"),
}
LABELLED = ("sector", "certainty", "category", "role", "service_domain", "status", "instrument")
# Proposals of earlier versions hold "potential", rupiah from the structure alone: no amount to print.
_ALWAYS_LEFT_OUT = ("of", "source_id", "potential", UNCONFIRMED)


def title(item: dict) -> str:
    """Return what the table of a frozen piece of evidence is called."""
    kind = item["kind"]
    return _(TITLES.get(kind, kind))


def remark(item: dict) -> str:
    """Return what has to be said beside it, the rows left out included; empty when nothing."""
    general = REMARKS.get(item["kind"], "")
    said = [_(general)] if general else []
    if item.get("reference"):
        said.append(
            _("Pembanding {reference}; periode {period}.").format(
                reference=reference_label(item["reference"]), period=formats.period(item["period"])
            )
        )
    if item.get("left_out"):
        said.append(_("{count} baris lagi tidak dimuat.").format(count=formats.number(item["left_out"])))
    return " ".join(said)


def version_text(item: dict) -> str:
    """Return which data the table was taken from, and when."""
    tables = ", ".join(f"{name} v{number}" for name, number in sorted(item["versions"].items()))
    return _("Edisi data {edition} ({tables}), diambil {day}.").format(
        edition=item["edition"], tables=tables, day=formats.day(item["taken"])
    )


def numbered_sources(items: tuple[dict, ...]) -> dict[str, tuple[int, str]]:
    """Return id -> (number, words) over all pieces of evidence, in the order they first occur."""
    found: dict[str, tuple[int, str]] = {}
    for item in items:
        for source_id, words in item["sources"].items():
            found.setdefault(source_id, (len(found) + 1, words))
    return found


def table(item: dict, numbers: dict[str, tuple[int, str]] | None = None) -> pd.DataFrame:
    """Return a frozen piece of evidence as words under headings, in the language in force.

    Parameters
    ----------
    numbers
        From :func:`numbered_sources`; then each row says which sources it rests on.
    """
    records = [dict(zip(item["columns"], row, strict=True)) for row in item["rows"]]
    columns = [name for name in item["columns"] if name not in _ALWAYS_LEFT_OUT]
    if numbers and "source_id" in item["columns"]:
        for record in records:
            cited = [numbers[each] for each in (record["source_id"] or "").split(";") if each in numbers]
            record["reference"] = "".join(f"[{number}]" for number, _words in cited) or None
        columns.append("reference")
    words = {name: [_cell(name, record) for record in records] for name in columns}
    return pd.DataFrame({_(HEADINGS.get(name, name)): cells for name, cells in words.items()})


def _cell(name: str, record: dict) -> str:
    value = record[name]
    if formats.is_missing(value):
        return formats.MISSING
    if name == "rank" and record.get("of"):
        return _("{rank} dari {of}").format(rank=formats.number(value), of=formats.number(record["of"]))
    said = _WRITERS.get(name, str)(value)
    # An application of which only the public code was seen is on paper what it is on screen.
    marked = "status" if "status" in record else "app"
    return f"{said}, {_('belum dikonfirmasi kota')}" if name == marked and record.get(UNCONFIRMED) else said


_WRITERS: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("supplier", "buyer", "city", "donor", "adopter"), party_name),
    **{name: partial(label, name) for name in LABELLED},
    **{name: lambda value: formats.fixed(value, 2) for name in ("index", "contribution", "score")},
    **dict.fromkeys(("demand_ton", "demand_pieces", "amount_ton", "km"), formats.number),
    **dict.fromkeys(("unit_value_supplier", "unit_value_buyer"), formats.rupiah),
    **{name: lambda value: str(int(value)) for name in ("supply_year", "stage_year")},
    "good": good_name,
    "stage": lambda value: label("stage", value) if value else formats.MISSING,
    "light": lambda value: value or _("simpul"),
    "rank": formats.number,
    "fit": lambda value: _(FITS.get(value, value)),
    **{name: lambda value: str(int(value)) for name in ("launched_year", "year")},
    "proof": partial(label, "replication_proof"),
    "date": formats.day,
}
