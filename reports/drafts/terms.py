"""The terms of delivery as clauses of a draft; what is not agreed stays None, a yellow blank.

Drafts are Indonesian in both languages, hence no look-up in the catalogue here.
"""

from __future__ import annotations

from datetime import date

from analysis import deliveries
from data.proposals import Proposal
from data.proposals.terms import BOUNDED, FIXED, SHARED, Terms, day, in_unit
from wording import formats
from wording.phrases import lower_first

RISES = (0.8, 1.0, 1.25, 1.5)  # how the market may stand to the base price, for the worked example
FIELDS = (
    "barang", "barang_besar", "volume", "mutu", "susut", "tempat", "irama", "mulai", "akhir", "masa",
    "harga_aturan", "harga_ringkas", "harga_acuan", "harga_contoh", "pemasok_bawah", "pembeli_bawah",
    "pemasok_bawah_besar", "pembeli_bawah_besar", "distributor", "realisasi",
)  # fmt: skip

# What a blank asks for where the field's own name is no word of a letter.
BLANKS = {
    "jalan": "jarak dan jalur",
    "barang_besar": "barang",
    "dampak_ekonomi": "perkiraan halaman Dampak, setelah barang, volume, dan harga disepakati",
    "harga_aturan": "aturan harga",
    "harga_ringkas": "aturan harga",
    "harga_acuan": "harga acuan: pasar dan penerbitnya",
    "irama": "hari dan jam pengiriman",
    "masa": "tanggal mulai dan akhir",
    "mulai": "tanggal mulai",
    "akhir": "tanggal akhir",
    "pemasok_bawah": "koperasi, kelompok tani, atau pedagang pemasok",
    "pemasok_bawah_besar": "pemasok",
    "pembeli_bawah": "BUMD atau distributor pembeli",
    "pembeli_bawah_besar": "pembeli",
    "volume": "volume, satuan, dan kurun waktu",
    "susut": "persen susut",
}


def values(proposal: Proposal) -> dict[str, str | None]:
    """Return what each field of :data:`FIELDS` says; None where only people can fill it."""
    terms = proposal.terms
    start, end = day(terms.start), day(terms.end)
    # In a sentence; the store keeps what was typed.
    good = lower_first(terms.good) or None
    return {
        "barang": good,
        "barang_besar": good and good.upper(),
        "volume": _volume(terms),
        "mutu": terms.quality or None,
        "susut": None if terms.loss is None else f"{formats.number(terms.loss, 1)} persen dari berat",
        "tempat": terms.place or None,
        "irama": terms.rhythm or None,
        "mulai": formats.day(start) if start else None,
        "akhir": formats.day(end) if end else None,
        "masa": f"{formats.day(start)} sampai {formats.day(end)}" if start and end else None,
        "harga_aturan": price_clause(terms),
        "harga_ringkas": _price_in_short(terms),
        "harga_acuan": terms.market_source or None,
        "harga_contoh": _example(terms),
        "pemasok_bawah": terms.seller or None,
        "pembeli_bawah": terms.buyer or None,
        "pemasok_bawah_besar": terms.seller.upper() or None,
        "pembeli_bawah_besar": terms.buyer.upper() or None,
        "distributor": terms.distributor or None,
        "realisasi": realised(proposal),
    }


def _volume(terms: Terms) -> str | None:
    if terms.volume is None or not terms.unit or not terms.period:
        return None
    return f"{formats.number(terms.volume, 2)} {terms.unit} per {terms.period}"


def price_clause(terms: Terms) -> str | None:
    """Return the price rule as a clause; None while there is none."""
    unit = f" per {terms.unit}" if terms.unit else ""
    if terms.rule in (FIXED, SHARED) and terms.price is None:
        return None
    if terms.rule == FIXED:
        return f"Harga {_money(terms.price)}{unit}, tetap selama masa perjanjian."
    if terms.rule == SHARED and terms.share is not None:
        return (
            f"Harga pokok {_money(terms.price)}{unit}. Apabila harga acuan lebih tinggi daripada harga "
            f"pokok, {formats.number(terms.share, 1)} persen dari selisihnya ditambahkan bagi PEMASOK; "
            "apabila lebih rendah, harga pokok tetap berlaku."
        )
    if terms.rule == BOUNDED:
        bounds = [
            *([f"paling rendah {_money(terms.floor)}"] if terms.floor is not None else []),
            *([f"paling tinggi {_money(terms.cap)}"] if terms.cap is not None else []),
        ]
        return f"Harga mengikuti harga acuan, {' dan '.join(bounds)}{unit}." if bounds else None
    return None


def _price_in_short(terms: Terms) -> str | None:
    clause = price_clause(terms)
    if clause and terms.rule == SHARED:
        unit = f" per {terms.unit}" if terms.unit else ""
        share = formats.number(terms.share, 1)
        return f"harga pokok {_money(terms.price)}{unit} ditambah {share} persen dari kenaikan harga acuan"
    return clause and lower_first(clause).removesuffix(".")


def _example(terms: Terms) -> str:
    """Return what would be paid at a few prices of the market; empty where the rule is flat or open."""
    base = terms.price if terms.rule == SHARED else terms.cap if terms.cap is not None else terms.floor
    if terms.rule not in (SHARED, BOUNDED) or base is None or price_clause(terms) is None:
        return ""
    paid = []
    for factor in RISES:
        market = base * factor
        price = deliveries.agreed_price(
            terms.rule,
            market,
            price=base,
            share=(terms.share or 0.0) / 100,
            floor=float("nan") if terms.floor is None else terms.floor,
            cap=float("nan") if terms.cap is None else terms.cap,
        )
        paid.append(f"acuan {_money(market)}, dibayar {_money(price)}")
    unit = f" per {terms.unit}" if terms.unit else ""
    return f"Contoh hitungan{unit}: {'; '.join(paid)}."


def realised(proposal: Proposal, today: date | None = None) -> str | None:
    """Return what was delivered so far beside what was promised; None before anything is agreed."""
    terms = proposal.terms
    if terms.volume is None or not terms.unit:
        return None
    if not proposal.deliveries:
        return "belum ada pengiriman yang dicatat"
    total = sum(in_unit(each.amount, each.unit, terms.unit) or 0.0 for each in proposal.deliveries)
    last = max(each.on for each in proposal.deliveries)
    start, end = day(terms.start), day(terms.end)
    times = formats.number(len(proposal.deliveries))
    said = f"{formats.number(total, 1)} {terms.unit} dalam {times} pengiriman, terakhir {formats.day(last)}"
    if start and end and terms.period:
        promise = deliveries.promised(
            terms.volume, terms.period, start, end, today or date.fromisoformat(last)
        )
        said += f"; dijanjikan sampai hari itu {formats.number(promise, 1)} {terms.unit}"
    return said


def _money(value: float | None) -> str:
    return f"Rp {formats.number(value, 0)}"
