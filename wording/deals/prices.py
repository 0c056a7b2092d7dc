"""Prices at both ends of a deal: which price, of when, how the two stand, whether they leave a margin."""

from __future__ import annotations

from collections.abc import Sequence

from analysis import deals as rules
from data import goods_facts
from findings.deals.naming import is_kota
from findings.deals.price import Compared
from findings.deals.table import Deal
from i18n import N_, _
from wording import formats
from wording.goods import survey_food
from wording.names import place_name

UNIT = {"kg": "kg", "ons": N_("ons"), "ton": N_("ton"), "butir": N_("butir"), "ekor": N_("ekor")}


def price_of(price: Compared, deal: Deal) -> str:
    """Which price this is, of when and, where a good has several foods, of which of them."""
    pattern = _("Harga konsumen {years}") if price.basis == "consumer" else _("Harga satuan Susenas {years}")
    said = pattern.format(years=years(price.period))
    food = priced_food(price, deal)
    return _("{price}, {food}").format(price=said, food=food) if food else said


def years(periods: Sequence[str]) -> str:
    """The years that months or years fall into: ``2024–2025``, ``2025``."""
    first, last = min(periods)[:4], max(periods)[:4]
    return first if first == last else f"{first}–{last}"


def priced_food(price: Compared, deal: Deal) -> str:
    """The one food of a good of several whose price this is; empty where the good is the food."""
    return survey_food(price.food, deal.good) if price.food and len(deal.good.susenas) > 1 else ""


def level_word(price: Compared) -> str:
    """How two prices shown side by side stand where the supplier is not at least 5% cheaper; else empty."""
    verdict = rules.price_verdict(price.supplier, price.buyer)
    if verdict == rules.NO:
        return _("lebih mahal di pemasok")
    if price.supplier > price.buyer:
        return _("sedikit lebih mahal di pemasok")
    return _("setara") if verdict == rules.UNKNOWN else ""


def both_ends(each: Compared, deal: Deal) -> str:
    """What a good of a deal costs at its supplier and its buyer, and how the two stand."""
    here, there = place_name(deal.supplier), place_name(deal.buyer)
    prices = {
        "supplier": here,
        "buyer": there,
        "here": formats.rupiah(each.supplier),
        "there": formats.rupiah(each.buyer),
        "unit": _(UNIT[each.unit]) if each.unit in UNIT else each.unit,
    }
    if each.basis == "consumer":
        text = _(
            "Harga konsumen {first} sampai {last} ({months} bulan bersama): {here} di {supplier}, {there} "
            "di {buyer} per {unit}"
        ).format(
            first=formats.period(each.period[0]),
            last=formats.period(each.period[1]),
            months=each.months,
            **prices,
        )
    else:
        note = _(", bulan Ramadan") if goods_facts.survey_remark(each.period[0]) == "ramadan" else ""
        text = _(
            "Harga satuan Susenas Maret {year}{note}, {food}: {here} di {supplier}, {there} di {buyer} per "
            "{unit}"
        ).format(year=each.period[0], note=note, food=survey_food(each.food, deal.good), **prices)
        if each.foods > 1:
            text += f"; {_kinds(each)}"
    level = level_word(each)
    if level and each.foods == 1:
        text += f": {level}"
    if each.verdict == rules.NO and not is_kota(deal.supplier):
        text += " " + _("(harga eceran di kabupaten penghasil, bukan harga petani)")
    return f"{text}."


def _kinds(each: Compared) -> str:
    """How the foods of a good stand; none is counted that there is none of."""
    if each.cheaper == each.foods:
        return _("semua {foods} jenis lebih murah di pemasok").format(foods=each.foods)
    if each.dearer == each.foods:
        return _("semua {foods} jenis lebih mahal di pemasok").format(foods=each.foods)
    counted = {"cheaper": each.cheaper, "dearer": each.dearer, "foods": each.foods}
    if not each.cheaper and not each.dearer:
        return _("{foods} jenis, semuanya setara").format(**counted)
    if not each.dearer:
        return _("{cheaper} dari {foods} jenis lebih murah di pemasok, lainnya setara").format(**counted)
    if not each.cheaper:
        return _("{dearer} dari {foods} jenis lebih mahal di pemasok, lainnya setara").format(**counted)
    return _("{cheaper} dari {foods} jenis lebih murah di pemasok, {dearer} lebih mahal").format(**counted)


def no_margin(deal: Deal, *, beside: bool = False) -> str:
    """That the first price leaves nothing to who brings the good, said `beside` it or not; else empty."""
    first = deal.prices[0] if deal.prices else None
    if first is None or first.supplier <= first.buyer:
        return ""
    # In a kabupaten that grows it the retail price says little of what its farmers and fishers get.
    text = (
        _("{price} tidak memberi selisih: {level}; periksa dulu sebelum berunding.")
        if is_kota(deal.supplier)
        else _("{price} tidak memberi selisih: {level}; periksa dulu harga di tingkat produsen.")
    )
    price = _("Harga ini") if beside else price_of(first, deal)
    return text.format(price=price, level=level_word(first))
