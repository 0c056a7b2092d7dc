"""The live examples on trade and on what a purchase sets in motion, as sentences."""

from __future__ import annotations

from i18n import _
from wording import formats
from wording.names import city_name


def gravity(v: dict, city: str) -> str:
    """The parts of the first partner's score."""
    return _(
        "{city} ke {partner}: pasokan {supply}, pembeli {demand}, kedekatan {near} simpangan "
        "baku dari rata-rata."
    ).format(
        city=city,
        partner=city_name(v["partner"]),
        supply=formats.fixed(v["supply"], 2),
        demand=formats.fixed(v["demand"], 2),
        near=formats.fixed(v["nearness"], 2),
    )


def gateway(v: dict, city: str) -> str:
    """The hinterland behind the city."""
    return _(
        "Di belakang {city} terutama {regions}; dari yang pertama {share} diperkirakan lewat sini."
    ).format(
        city=city,
        regions=formats.listing([city_name(code) for code in v["regions"]]),
        share=formats.percent(v["share"], 0),
    )


def expected_trade(v: dict, city: str) -> str:
    """What is left for a pair of cities."""
    return _(
        "{city} ke {other}: antara {low} dan {high} setahun, perkiraan dari pola antarprovinsi {year}."
    ).format(
        city=city,
        other=city_name(v["other"]),
        low=formats.rupiah(v["low"]),
        high=formats.rupiah(v["high"]),
        year=v["year"],
    )


def impact(v: dict, city: str) -> str:
    """A purchase along the chain."""
    return _(
        "Pembelian {amount} hasil industri dari {city} menggerakkan {output}, {own} di antaranya di "
        "{province}; nilai tambahnya {added}."
    ).format(
        amount=formats.rupiah(v["amount"]),
        city=city,
        output=formats.rupiah(v["output"]),
        own=formats.rupiah(v["own"]),
        province=city_name(v["province"]),
        added=formats.rupiah(v["value_added"]),
    )


def flegg(v: dict, city: str) -> str:
    """The range at the city and the trial on provinces."""
    return _(
        "Dari pembelian itu {low} sampai {high} di {city} sendiri, perkiraan tengah {middle}. Pada 34 "
        "provinsi kuosien ini meleset rata-rata {missed}, koefisien nasional saja {plain}."
    ).format(
        city=city,
        low=formats.rupiah(v["low"]),
        middle=formats.rupiah(v["middle"]),
        high=formats.rupiah(v["high"]),
        missed=formats.percent(v["missed"]),
        plain=formats.percent(v["missed_plain"]),
    )


SENTENCES = {
    "gravity": gravity,
    "gateway": gateway,
    "expected_trade": expected_trade,
    "impact": impact,
    "flegg": flegg,
}
