"""The slides that advise: deals in goods, the cards of the pages in a slide's few words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from findings.deals.records import GAP, SMALL, UNKNOWN_BUYER, WITH_PARTNER, Card, Need
from findings.deals.table import Deal
from findings.story.records import CityStory, KomwilStory, PairStory
from i18n import _
from reports.blocks import Arrow, Bar, Bars, Map, Paragraph, Slide, Table
from reports.telling.parts import credit, places
from wording import deals as words
from wording import formats, theme
from wording.cutting import short
from wording.deals import headlines
from wording.goods import amount, good_name
from wording.names import place_name
from wording.phrases import lower_first, upper_first

MOST_DEALS, MOST_CELL, MOST_TITLE = 6, 64, 60
KIND, BEST, THERE, BACK = "mitra", "peluang", "pasok", "balik"


def of_city(found: CityStory) -> Slide:
    """What a city could buy and sell, good by good."""
    return Slide(
        KIND,
        _("Siapa memasok apa"),
        headlines.best(found.surest or found.cards, found.known.city),
        (_table(_ordered(found)) if found.surest else _plainly(found.cards),),
        note=_noted(
            _("Yang layak dijajaki, bukan pemasok terbaik. Strip berarti belum terdata."), found.surest
        ),
        method=_method(),
        sources=_sources(found.cards),
    )


def _ordered(found: CityStory) -> tuple[Card, ...]:
    """All cards of a city, the surest with a partner first; then goods without one, as the page has them."""
    return (*found.surest, *(card for card in found.cards if card.form not in WITH_PARTNER))


def best_of_city(found: CityStory) -> Slide:
    """The surest deal of a city: one message, need and supply, where."""
    if not found.surest:
        return Slide(
            BEST,
            _("Peluang utama"),
            headlines.best(found.cards, found.known.city),
            (_plainly(found.cards),),
            method=_method(),
            sources=_sources(found.cards),
        )
    card = found.surest[0]
    return Slide(
        BEST,
        _("Peluang utama"),
        upper_first(words.title(card)),
        (_map(card, found), *_bars(card), _evidence(card)),
        note=_price(card.lead),
        method=" ".join([_method(), *_why_not_strong(card), *(line.text for line in words.lines(card))]),
        sources=words.sources(card),
    )


def of_all(found: KomwilStory) -> Slide:
    """The strongest deals of the home Komwil."""
    return Slide(
        KIND,
        _("Siapa memasok apa"),
        headlines.strongest(found.strongest),
        (_table(found.strongest, city=True),),
        note=_noted(
            _("Terkuat buktinya lebih dulu; tiap barang dan tiap kota paling banyak dua kali."),
            found.strongest,
        ),
        method=_method(),
        sources=_sources(found.strongest),
    )


def there(found: PairStory) -> Slide:
    """What the first city supplies to the second."""
    a, b = found.subject
    return _one_way(found, found.there, (a, b), THERE, _("Arah pertama"))


def back(found: PairStory) -> Slide:
    """What the second city supplies to the first."""
    a, b = found.subject
    return _one_way(found, found.back, (b, a), BACK, _("Arah balik"))


def _one_way(found: PairStory, deals: Sequence[Deal], way: tuple[str, str], kind: str, name: str) -> Slide:
    """What one city is recorded or measured to supply to the other, good by good."""
    a, b = map(place_name, way)
    apart = _("Jarak garis lurus {km} km.").format(km=formats.number(round(found.km)))
    block: Table | Paragraph
    if deals:
        goods = formats.listing([_good(deal) for deal in deals[:3]])
        title = _("{a} dan {b}: {goods} yang tercatat atau terukur").format(
            a=a, b=b, goods=short(goods, MOST_TITLE)
        )
        header = (
            _("Barang"), _("Kebutuhan {city}").format(city=b), _("Sisa pemasok"), _("Harga"),
            _("Yang tercatat"), _("Bukti"),
        )  # fmt: skip
        rows = tuple(map(_pair_row, deals[:MOST_DEALS]))
        block = Table(header, rows, widths=(1.4, 1.2, 1.2, 1.6, 1.6, 0.8))
    else:
        title = _("Belum ada barang yang tercatat atau terukur dari {a} ke {b}").format(a=a, b=b)
        block = Paragraph(
            _("Berita, kerja sama, atau sisa hasil yang menghubungkan keduanya ke arah ini belum tercatat.")
        )
    return Slide(
        kind,
        name,
        title,
        (block,),
        note=f"{apart} {_('Strip berarti belum terdata.')}" if deals else apart,
        method=_method(),
        sources=tuple(dict.fromkeys(source for deal in deals for source in deal.source_ids)),
    )


def _method() -> str:
    """How deals are found, in words."""
    return _(
        "Peluang dibaca dari arus, kerja sama, dan kebutuhan yang diberitakan, produksi yang tercatat, dan "
        "belanja rumah tangga (Susenas). Sisa pemasok adalah hasil yang tercatat dikurangi kebutuhannya "
        "sendiri dan tidak dijanjikan kepada siapa pun. Jarak garis lurus. Lihat halaman Metode."
    )


def _noted(said: str, cards: Sequence[Card]) -> str:
    """What a table of deals has under it: what its list is, of when its prices are and how they are read."""
    deals = [card.deal for card in cards[:MOST_DEALS] if card.deal is not None]
    prices = [deal.prices[0] for deal in deals if deal.prices]
    if not prices:
        return said
    years = words.years([period for price in prices for period in price.period])
    return f"{said} {_('Harga {years}: di pemasok → di pembeli.').format(years=years)}"


def whose(card: Card, *, city: bool) -> str:
    """What a card finds, `city`: with the name of the city whose card it is."""
    title = words.title(card)
    return f"{place_name(card.city)}: {lower_first(title)}" if city else title


def _plainly(cards: Iterable[Card]) -> Paragraph:
    return Paragraph(" ".join(words.paragraph(card) for card in list(cards)[:2]))


def _table(cards: Iterable[Card], *, city: bool = False) -> Table:
    header = (
        _("Barang dan mitra"), _("Kebutuhan"), _("Sisa"), _("Harga"), _("Jarak"), _("Bukti"),
    )  # fmt: skip
    rows = tuple((short(whose(card, city=city), MOST_CELL), *_cells(card)) for card in cards)
    return Table(header, rows[:MOST_DEALS], widths=(2.2, 1.2, 1.2, 1.8, 0.9, 0.8))


def _cells(card: Card) -> tuple[str, ...]:
    """Need, surplus, price, distance, light; a dash for what a card does not hold, its title says why."""
    none = formats.MISSING
    if card.form in WITH_PARTNER:
        deal = card.lead
        return (words.needed(deal), _left(deal), _prices(deal), words.distance(deal), words.light(card))
    if card.form == GAP:
        return (_needs(card.needs) or none, *[none] * 4)
    if card.form == UNKNOWN_BUYER:
        known, left = words.own_supply(card)
        return (none, _surplus(left, known.year), *[none] * 3)
    return (*[none] * 4, words.light(card) if card.form == SMALL else none)


def _needs(needs: Iterable[Need]) -> str:
    """Amounts of several needs; the year stands once behind those it is the same for."""
    by_year = groupby(needs, key=attrgetter("year"))
    return "; ".join(
        f"{'; '.join(amount(each.ton, each.pieces) for each in same)} ({year})" for year, same in by_year
    )


def _good(deal: Deal) -> str:
    return good_name(deal.good.code, words.as_told(deal))


def _pair_row(deal: Deal) -> tuple[str, ...]:
    return (
        short(upper_first(_good(deal)), MOST_CELL),
        words.needed(deal),
        _left(deal),
        _prices(deal),
        short(words.told_of(deal), MOST_CELL),
        _(words.LIGHTS[deal.light]) if deal.light else _("simpul"),
    )


def _left(deal: Deal) -> str:
    return formats.MISSING if deal.hub else _surplus(deal.surplus, deal.supply.year)


def _surplus(left: float, year: int | None) -> str:
    return f"{amount(left)} ({year})" if left > 0 else formats.MISSING


def _prices(deal: Deal) -> str:
    if not deal.prices:
        return formats.MISSING
    first = deal.prices[0]
    said = f"Rp\u00a0{formats.number(first.supplier)} → {formats.number(first.buyer)}/{first.unit}"
    food, level = words.priced_food(first, deal), words.level_word(first)
    return ", ".join(filter(None, (f"{food} {said}" if food else said, level)))


def _price(deal: Deal) -> str:
    if not deal.prices:
        return ""
    first = deal.prices[0]
    pair = _("{price}: {here} di {supplier}, {there} di {buyer} per {unit}.").format(
        price=words.price_of(first, deal),
        here=formats.rupiah(first.supplier), supplier=place_name(deal.supplier),
        there=formats.rupiah(first.buyer), buyer=place_name(deal.buyer), unit=first.unit,
    )  # fmt: skip
    return " ".join(filter(None, (pair, words.no_margin(deal))))


def _bars(card: Card) -> tuple[Bars, ...]:
    """Need and surplus side by side; nothing where neither is known."""
    deal = card.lead
    need = deal.need_pieces if not math.isnan(deal.need_pieces) else deal.need_ton
    items = []
    if not math.isnan(need):
        label = _("Kebutuhan {city}").format(city=place_name(deal.buyer))
        items.append(Bar(label, need, words.needed(deal), colour=theme.NEED))
    if deal.surplus > 0 and not deal.hub and math.isnan(deal.need_pieces):
        label = _("Sisa {city}").format(city=place_name(deal.supplier))
        items.append(Bar(label, deal.surplus, _left(deal), colour=theme.SUPPLY))
    return (Bars(_("Dalam setahun"), tuple(items), number_format="#,##0"),) if items else ()


def _evidence(card: Card) -> Table:
    """What speaks for the deal, one line each; what is not known says so."""
    chips = words.chips(card)
    yes = sum(state == "yes" for _label, _word, state, _ids in chips)
    heading = _("Bukti: {light}, {yes} dari {all}").format(
        light=words.light(card), yes=formats.number(yes), all=formats.number(len(chips))
    )
    rows = tuple((upper_first(label), said) for label, said, _state, _ids in chips)
    return Table((heading, _("Keadaan")), rows, widths=(1.6, 1))


def _why_not_strong(card: Card) -> tuple[str, ...]:
    """For who speaks: the slide itself has room for the light alone."""
    why = words.short_of_strong(card)
    return (f"{upper_first(why)}.",) if why else ()


def _map(card: Card, found: CityStory) -> Map:
    supplier, buyer = card.lead.supplier, card.lead.buyer
    drawn = places(
        found.places, (supplier, buyer), strong_ones=(card.city,), called=place_name, shade=lambda _code: ""
    )
    arrow = (Arrow(supplier, buyer, 0.6, theme.SUPPLY),) if len(drawn) == 2 else ()
    return Map(_("Peta: {deal}").format(deal=words.title(card)), drawn, arrow, credit=credit())


def _sources(cards: Iterable[Card]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for card in cards for source in words.sources(card)))
