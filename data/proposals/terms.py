"""Terms of a delivery and the deliveries booked against them: what is accepted, in sentences."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from i18n import N_, _

MASS = {"kg": 1.0, "kuintal": 100.0, "ton": 1_000.0}
COUNTED = ("butir", "ekor", "liter", "ikat", "buah", "lembar")
UNITS = (*MASS, *COUNTED)
PERIODS = ("hari", "minggu", "bulan", "tahun")
FIXED, SHARED, BOUNDED = "tetap", "bagi", "batas"
RULES = (FIXED, SHARED, BOUNDED)
RULE_NAMES = {
    FIXED: N_("Harga tetap"),
    SHARED: N_("Tetap, ditambah bagian dari kenaikan"),
    BOUNDED: N_("Mengikuti pasar, dengan batas bawah dan atas"),
}
LONGEST_TERM = 300
TEXTS = ("good", "quality", "place", "rhythm", "seller", "buyer", "distributor", "market_source")
TOO_MUCH = 10  # realised beyond this many times the promise is a slip of the unit, not a good harvest


@dataclass(frozen=True, slots=True)
class Terms:
    """What is to be delivered.

    Attributes
    ----------
    good
        Name of the good.
    volume, unit, period
        Amount a period: 5 ton a minggu. None or empty: not agreed yet.
    rule
        One of :data:`RULES`; empty: not agreed yet.
    price, floor, cap
        Rupiah per `unit`.
    share
        Per cent of a rise above `price` that goes to the supplier (rule ``bagi``).
    market_source
        Whose price counts as the market's.
    loss
        Per cent of weight lost on the way that the price allows for.
    seller, buyer, distributor
        Parties below the heads of government: BUMD, cooperative, trader.
    start, end
        ISO days.
    """

    good: str = ""
    volume: float | None = None
    unit: str = ""
    period: str = ""
    rule: str = ""
    price: float | None = None
    share: float | None = None
    floor: float | None = None
    cap: float | None = None
    market_source: str = ""
    quality: str = ""
    loss: float | None = None
    place: str = ""
    rhythm: str = ""
    seller: str = ""
    buyer: str = ""
    distributor: str = ""
    start: str = ""
    end: str = ""

    @property
    def measured(self) -> bool:
        """Whether volume, unit, period, start and end are all known, so that a promise can be counted."""
        return None not in (self.volume,) and all((self.unit, self.period, self.start, self.end))


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery: the day, how much, at what price (None: not recorded), and who booked it when."""

    on: str
    amount: float
    unit: str
    price: float | None = None
    note: str = ""
    author: str = ""
    at: str = ""


EMPTY = Terms()


def in_unit(amount: float, unit: str, wanted: str) -> float | None:
    """Return `amount` of `unit` in the unit `wanted`; None where one cannot be turned into the other."""
    if unit == wanted:
        return amount
    if unit in MASS and wanted in MASS:
        return amount * MASS[unit] / MASS[wanted]
    return None


def day(text: str) -> date | None:
    """Return the day of an ISO text; None for an empty or unreadable one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def problems(terms: Terms) -> list[str]:
    """Return what is wrong with the terms, one sentence each; empty when they can be kept."""
    return [*_volume(terms), *_price(terms), *_days(terms), *_lengths(terms)]


def _volume(terms: Terms) -> list[str]:
    found = []
    if terms.volume is not None and not terms.volume > 0:
        found.append(_("Volume harus lebih besar dari nol; kosongkan bila belum disepakati."))
    if terms.volume is not None and not terms.unit:
        found.append(_("Volume {volume} belum bersatuan: pilih ton, kg, atau lainnya.").format(
            volume=_plain(terms.volume)))  # fmt: skip
    if terms.volume is not None and not terms.period:
        found.append(_("Volume {volume} belum berkala: pilih per hari, minggu, bulan, atau tahun.").format(
            volume=_plain(terms.volume)))  # fmt: skip
    if terms.unit and terms.unit not in UNITS:
        found.append(_("Satuan tidak dikenal: “{value}”.").format(value=terms.unit[:40]))
    if terms.period and terms.period not in PERIODS:
        found.append(_("Satuan waktu tidak dikenal: “{value}”.").format(value=terms.period[:40]))
    if terms.loss is not None and not 0 <= terms.loss <= 100:
        found.append(_("Susut dinyatakan dalam persen, dari 0 sampai 100."))
    return found


def _price(terms: Terms) -> list[str]:
    found = []
    named = {"price": _("Harga"), "floor": _("Batas bawah"), "cap": _("Batas atas")}
    for name, label in named.items():
        value = getattr(terms, name)
        if value is not None and value < 0:
            found.append(_("{field} negatif: harga paling rendah Rp 0 per satuan.").format(field=label))
    if terms.rule and terms.rule not in RULES:
        found.append(_("Aturan harga tidak dikenal: “{value}”.").format(value=terms.rule[:40]))
    if terms.rule in (FIXED, SHARED) and terms.price is None:
        found.append(_("Aturan harga ini memerlukan harga pokok per satuan."))
    if terms.rule == SHARED and terms.share is None:
        found.append(_("Tulis berapa persen dari kenaikan yang menjadi bagian pemasok."))
    if terms.share is not None and not 0 <= terms.share <= 100:
        found.append(
            _(
                "Bagian dari kenaikan harus 0 sampai 100 persen: di luar itu harga dapat menjadi negatif "
                "atau melebihi harga pasar."
            )
        )
    if terms.rule == BOUNDED and terms.floor is None and terms.cap is None:
        found.append(_("Aturan dengan batas memerlukan batas bawah, batas atas, atau keduanya."))
    if terms.floor is not None and terms.cap is not None and terms.floor > terms.cap:
        found.append(_("Batas bawah harga lebih tinggi dari batas atasnya: tukar keduanya atau perbaiki."))
    return found


def _days(terms: Terms) -> list[str]:
    found = []
    for value, label in ((terms.start, _("Tanggal mulai")), (terms.end, _("Tanggal akhir"))):
        if value and day(value) is None:
            found.append(_("{field} tidak terbaca: “{value}”.").format(field=label, value=value[:40]))
    start, end = day(terms.start), day(terms.end)
    if start and end and end < start:
        found.append(
            _("Tanggal akhir ({end}) mendahului tanggal mulai ({start}). Periksa tahunnya.").format(
                start=terms.start, end=terms.end
            )
        )
    return found


def _lengths(terms: Terms) -> list[str]:
    return [
        _("Satu isian syarat terlalu panjang: {length} huruf, paling banyak {most}.").format(
            length=len(getattr(terms, name)), most=LONGEST_TERM
        )
        for name in TEXTS
        if len(getattr(terms, name)) > LONGEST_TERM
    ]


def _plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def read_terms(values: dict | None) -> Terms:
    """Return terms from what the store kept; what is not known there is passed over."""
    known = {each.name for each in fields(Terms)}
    return Terms(**{name: value for name, value in (values or {}).items() if name in known})


def read_delivery(values: dict) -> Delivery:
    """Return a delivery from what the store kept."""
    known = {each.name for each in fields(Delivery)}
    return Delivery(**{name: value for name, value in values.items() if name in known})
