"""Which lines a card of each form has, in the order they are read."""

from __future__ import annotations

import math
from collections.abc import Sequence

from analysis import deals as rules
from findings import deals as findings
from findings.deals.records import BUY, DEAL, EMPTY, GAP, HUB, SMALL, UNKNOWN_BUYER, Card, Origin
from findings.deals.reports import Report
from findings.deals.supply import Supply
from findings.deals.table import Deal
from i18n import _
from wording import formats, periods
from wording.deals.sentences import (
    Line,
    against_lines,
    claim_line,
    exists_lines,
    need_line,
    official_lines,
    price_lines,
    report_words,
    supply_lines,
    way_line,
    year_word,
)
from wording.goods import amount, good_name
from wording.names import island, place_name
from wording.phrases import lower_first, upper_first

MOST_SMALL = 5
MOST_BUYERS = 4  # of one good on a line


def goods_of(card: Card) -> str:
    """The good of a card inside a sentence, by the name its source gives where it is no food."""
    if card.form == GAP and card.needs:
        return formats.listing([good_name(each.good.code) for each in card.needs])
    if card.form == SMALL:
        names = [_small_name(deals[0]) for deals in _small_goods(card)]
        # "Sepatu dan sandal" is one of them: a second "dan" would run into it.
        several = any(f" {_('dan')} " in name for name in names)
        return ", ".join(names) if several else formats.listing(names)
    if card.good is None:
        return ""
    return good_name(card.good.code, as_told(card.deal))


def as_told(deal: Deal | None) -> str:
    """Name of a good as its first source writes it."""
    if deal is None or not deal.reports:
        return ""
    return deal.reports[0].text.split(" (")[0]


def lines(card: Card) -> tuple[Line, ...]:
    """Return the lines of a card in the order they are read, each with its own sources."""
    return tuple(_BUILDERS[card.form](card))


def _bought(card: Card) -> list[Line]:
    deal = card.lead
    need = card.needs[0] if card.needs else None
    found: list[Line | None] = [
        need_line(need, place_name(card.city), goods_of(card), card.good),
        *official_lines(card.official),
    ]
    if card.form == HUB:
        found.append(_hub_line(deal.supplier, card.origins))
    elif card.about.food:
        found += supply_lines(place_name(deal.supplier), deal.supply, deal.surplus, card.about)
        found.append(claim_line(deal))
    else:
        found.append(
            Line("supply", _("Jumlah pasokan {place} belum terdata.").format(place=place_name(deal.supplier)))
        )
    found += [*price_lines(deal), way_line(deal), *exists_lines(deal)]
    found += [_stated(card), _others(card), _producers(card), _outside(card.outside)]
    found += [*against_lines(card), _past(card.past)]
    return [each for each in found if each is not None]


def _sold(card: Card) -> list[Line]:
    deal = card.lead
    found: list[Line | None] = []
    if card.form == HUB:
        found.append(_hub_line(card.city, card.origins))
    elif card.about.food:
        found += supply_lines(place_name(card.city), deal.supply, deal.surplus, card.about)
    found += _fact_lines(card)
    found.append(_buyers(card))
    if deal.others and not deal.enough and not math.isnan(deal.surplus):
        found.append(claim_line(deal))
    found += [*price_lines(deal), way_line(deal), *exists_lines(deal)]
    if card.producers:
        names = [f"{place_name(each.buyer)} ({_need_of(each)}, {distance(each)})" for each in card.producers]
        text = _("Pasar pedalaman berikutnya: {names}.").format(names="; ".join(names))
        text = _surveyed(card.producers, text)
        found.append(Line("next", text))
    found += against_lines(card)
    return [each for each in found if each is not None]


def _gap(card: Card) -> list[Line]:
    city = place_name(card.city)
    found: list[Line | None] = [
        need_line(each, city, good_name(each.good.code), each.good) for each in card.needs
    ]
    found += official_lines(card.official)
    found.append(
        Line("supply", _("Siapa yang menghasilkan dan memasoknya belum terdata: tidak ada usul pemasok."))
    )
    found.append(_past(card.past))
    found.append(_cheaper(card))
    found += against_lines(card)
    return [each for each in found if each is not None]


def _cheaper(card: Card) -> Line | None:
    """Where eggs cost less in the months recorded at both ends, with those months."""
    if not card.cheaper:
        return None
    places = formats.listing(
        [f"{place_name(code)} ({formats.number(km)} km)" for code, km, _seen in card.cheaper]
    )
    months = [month for _code, _km, seen in card.cheaper for month in seen.period]
    text = _(
        "Harga konsumen telur {first} sampai {last} rata-rata sedikitnya 5% lebih murah di {places}: tanda "
        "untuk dicek, bukan bukti mereka penghasil."
    ).format(first=formats.period(min(months)), last=formats.period(max(months)), places=places)
    sources = dict.fromkeys(source for _code, _km, seen in card.cheaper for source in seen.source_ids)
    return Line("price", text, tuple(sources))


def own_supply(card: Card) -> tuple[Supply, float]:
    """What a city is known to have of a good whose buyers are not recorded, and what of it is left over."""
    if card.deal is not None:
        return card.deal.supply, card.deal.surplus
    return findings.supply_of(card.city, card.about.code), findings.surplus_of(card.city, card.about.code)


def _unknown(card: Card) -> list[Line]:
    city = place_name(card.city)
    known, left = own_supply(card)
    found: list[Line | None] = [*supply_lines(city, known, left, card.about)]
    deals = [card.deal, *card.others] if card.deal is not None else list(card.others)
    if deals:
        names = "; ".join(f"{place_name(each.buyer)} ({distance(each)}, {_need_of(each)})" for each in deals)
        text = _surveyed(deals, _("Kota terdekat yang kekurangan: {names}.").format(names=names))
        found.append(Line("next", text))
    if card.deal is not None:
        found += price_lines(card.deal)
    found.append(Line("exists", _("Kota mana yang kini membelinya belum tercatat.")))
    return [each for each in found if each is not None]


def _small_goods(card: Card) -> list[list[Deal]]:
    """The deals that share one line, those of one good together."""
    by_good: dict[str, list[Deal]] = {}
    for deal in card.small:
        by_good.setdefault(deal.good.code, []).append(deal)
    return list(by_good.values())[:MOST_SMALL]


def _small_name(deal: Deal) -> str:
    return lower_first(good_name(deal.good.code, as_told(deal)))


def small_buyers(card: Card) -> str:
    """To whom the goods of one line go: the place by name, more of them counted."""
    buyers = list(dict.fromkeys(each.buyer for deals in _small_goods(card) for each in deals))
    if len(buyers) == 1:
        return place_name(buyers[0])
    return _("{count} daerah lain").format(count=formats.number(len(buyers)))


def _small(card: Card) -> list[Line]:
    found = []
    for deals in _small_goods(card):
        shown = deals[:MOST_BUYERS]
        names = [
            f"{place_name(each.buyer)} ({each.newest})" if each.newest else place_name(each.buyer)
            for each in shown
        ]
        undated = not any(each.newest for each in shown)
        text = _("{good} ke {buyers}{when}.").format(
            good=upper_first(_small_name(shown[0])),
            buyers=formats.listing(names),
            when=f"; {year_word(None)}" if undated else "",
        )
        sources = tuple(dict.fromkeys(report.source_id for each in shown for report in each.reports))
        found.append(Line("exists", text, sources))
    found.append(Line("supply", _("Volumenya belum terdata.")))
    return found


def _empty(card: Card) -> list[Line]:
    city = place_name(card.city)
    found: list[Line | None] = [
        Line(
            "exists",
            _("Menurut data ini, pembeli barang {city} di daerah lain belum cukup tercatat.").format(
                city=city
            ),
        )
    ]
    if card.note:
        text = f"{upper_first(card.note)} ({card.note_basis})" if card.note_basis else upper_first(card.note)
        found.append(Line("note", f"{text}."))
    found.append(_past(card.past))
    if card.products:
        text = _("Dibuat di sini, pembelinya belum terdata: {names}.").format(
            names=formats.listing(list(card.products))
        )
        found.append(Line("products", text))
    return [each for each in found if each is not None]


_BUILDERS = {
    GAP: _gap,
    UNKNOWN_BUYER: _unknown,
    SMALL: _small,
    EMPTY: _empty,
    DEAL: lambda card: _bought(card) if card.side == BUY else _sold(card),
    HUB: lambda card: _bought(card) if card.side == BUY else _sold(card),
}


def distance(deal: Deal) -> str:
    """The way in a few words: ``68 km``, ``139 km, laut``."""
    if deal.ring:
        return _("mengelilingi kota")
    km = _("{km} km").format(km=formats.number(deal.km))
    return f"{km}, {_('laut')}" if deal.sea else km


def _need_of(deal: Deal) -> str:
    if math.isnan(deal.need_ton) and math.isnan(deal.need_pieces):
        return _("kebutuhan belum terdata")
    return _("kebutuhan {amount} setahun").format(amount=amount(deal.need_ton, deal.need_pieces))


def _surveyed(deals: Sequence[Deal], text: str) -> str:
    """`text` that names needs, with the survey they are from; as it is where none is known."""
    if all(each.need_year is None for each in deals):
        return text
    return f"{text} {_('Kebutuhan: {survey}.').format(survey=periods.spending())}"


def told_of(deal: Deal) -> str:
    """What is told of a deal, in a few words."""
    if deal.reported:
        return report_words(deal.reports[0])
    return _("sisa terukur") if deal.surplus > 0 else _("penghasil tercatat, belum ada kerja sama")


def _buyers(card: Card) -> Line:
    deals = [card.lead, *card.others]
    food = card.about.food
    names = []
    for each in deals:
        about = [distance(each), _need_of(each) if food else "", told_of(each)]
        names.append(f"{place_name(each.buyer)} ({'; '.join(filter(None, about))})")
    sources = tuple(dict.fromkeys(each.reports[0].source_id for each in deals if each.reports))
    text = _("Pembeli tercatat: {names}.").format(names="; ".join(names))
    return Line("buyers", _surveyed(deals, text) if food else text, sources)


def _others(card: Card) -> Line | None:
    if not card.others:
        return None
    names = [f"{place_name(each.supplier)} ({distance(each)}; {told_of(each)})" for each in card.others]
    sources = tuple(dict.fromkeys(each.reports[0].source_id for each in card.others if each.reports))
    return Line("others", _("Pilihan lain: {names}.").format(names=", ".join(names)), sources)


def _stated(card: Card) -> Line | None:
    deal = card.stated
    if deal is None:
        return None
    text = _("Yang tercatat memasok: {supplier} ({km}; {told}); penghasil di atas lebih dekat.").format(
        supplier=place_name(deal.supplier), km=distance(deal), told=told_of(deal)
    )
    return Line("others", text, (deal.reports[0].source_id,))


def _producers(card: Card) -> Line | None:
    if not card.producers:
        return None
    names = [f"{place_name(each.supplier)} ({distance(each)})" for each in card.producers]
    text = _("Penghasil terdata terdekat yang belum tercatat memasok: {names}.").format(
        names=formats.listing(names)
    )
    return Line("producers", text, tuple(s for each in card.producers for s in each.supply.source_ids))


def _outside(found: tuple[Report, ...]) -> Line | None:
    if not found:
        return None
    names = [f"{place_name(each.supplier)} ({year_word(each.year)})" for each in found[:3]]
    text = _("Dari luar {island} menurut berita: {names}.").format(
        island=island(), names=formats.listing(names)
    )
    return Line("outside", text, tuple(each.source_id for each in found[:3]))


def _past(found: tuple[Report, ...]) -> Line | None:
    if not found:
        return None
    told = [
        _("{good} dari {supplier} ke {buyer} ({year})").format(
            good=good_name(each.good, each.text),
            supplier=place_name(each.supplier),
            buyer=place_name(each.buyer),
            year=year_word(each.year),
        )
        for each in found
    ]
    recent = any(not each.old for each in found)
    text = _("Diberitakan satu sumber: {told}.") if recent else _("Pernah diberitakan: {told}.")
    text = text.format(told="; ".join(told))
    return Line("past", text, tuple(dict.fromkeys(each.source_id for each in found)))


def _hub_line(hub: str, found: tuple[Origin, ...]) -> Line:
    name = place_name(hub)
    if not found:
        return Line(
            "supply",
            _("{hub} simpul dagang, bukan penghasil; asal barangnya belum terdata.").format(hub=name),
        )
    years = {each.year for each in found if each.basis == "berita"}
    places = formats.listing([place_name(each.region) for each in found])
    if not years:  # harvests around it are no word on where its goods come from
        text = _(
            "{hub} simpul dagang, bukan penghasil; asal barangnya belum terdata, penghasil terdata di "
            "sekitarnya {places}."
        ).format(hub=name, places=places)
        return Line("supply", text, tuple(dict.fromkeys(each.source_id for each in found)))
    text = _("{hub} simpul dagang, bukan penghasil; barangnya dari {places}").format(hub=name, places=places)
    old = [year for year in years if year is not None and year < rules.FIRST_YEAR]
    text += " " + _("(menurut sumber {year})").format(year=max(old)) if old else ""
    return Line("supply", f"{text}.", tuple(dict.fromkeys(each.source_id for each in found)))


def _fact_lines(card: Card) -> list[Line]:
    if card.about.food and card.lead.supply.measured:
        return []
    found = []
    for fact in card.facts[:2]:
        value = fact.text or formats.number(fact.low, 1)
        text = _("Tercatat: {value} {unit} ({year}).").format(
            value=value, unit=fact.unit, year=year_word(fact.year)
        )
        found.append(Line("fact", text, (fact.source_id,)))
    return found
