"""The part of a story that advises: deals in goods, the cards of the pages in a slide's few words."""

from __future__ import annotations

import math
from collections.abc import Iterable

from data.places import places
from findings import deals
from findings.deals.records import DEAL, HUB, Card
from findings.deals.table import Deal
from i18n import _
from reports.blocks import Arrow, Bar, Bars, Block, Map, Paragraph, Place, Point, Slide, Table
from wording import deal_headlines, formats, theme
from wording import deals as words
from wording.cutting import short
from wording.goods import amount, good_name
from wording.names import place_name
from wording.phrases import lower_first, upper_first

MOST_DEALS, MOST_CELL = 6, 64
MOST_OF_ALL = 5  # each names its buyer too: a sixth leaves no room on a small projector
KIND, BEST = "mitra", "peluang"
_ORDER = {"kuat": 0, "sedang": 1, "": 2, "lemah": 3}


def method() -> str:
    """How deals are found, in words."""
    return _(
        "Peluang dibaca dari arus, kerja sama, dan kebutuhan yang diberitakan, produksi yang tercatat, dan "
        "belanja rumah tangga (Susenas). Sisa pemasok adalah hasil yang tercatat dikurangi kebutuhannya "
        "sendiri dan tidak dijanjikan kepada siapa pun. Jarak garis lurus. Lihat halaman Metode."
    )


def of_city(city: str) -> Slide:
    """What a city could buy and sell, good by good."""
    found = deals.cards(city).all
    shown = sorted((card for card in found if card.form in (DEAL, HUB)), key=deal_headlines.order)
    blocks: tuple[Block, ...] = (_table(shown),) if shown else (Paragraph(_plainly(found)),)
    return Slide(
        KIND,
        _("Siapa memasok apa"),
        deal_headlines.best(shown or found, city),
        blocks,
        note=_("Yang layak dijajaki, bukan pemasok terbaik. Strip berarti belum terdata."),
        method=method(),
        sources=_sources(found),
    )


def best_of_city(city: str) -> Slide:
    """The surest deal of a city: one message, need and supply, where."""
    found = [card for card in deals.cards(city).all if card.form in (DEAL, HUB)]
    if not found:
        empty = deals.cards(city).all
        return Slide(
            BEST, _("Peluang utama"), deal_headlines.best(empty, city), (Paragraph(_plainly(empty)),),
            method=method(), sources=_sources(empty),
        )  # fmt: skip
    card = min(found, key=deal_headlines.order)
    return Slide(
        BEST,
        _("Peluang utama"),
        upper_first(words.title(card)),
        (_map(card), *_bars(card), _evidence(card)),
        note=_price(card.lead),
        method=" ".join([method(), *(line.text for line in words.lines(card))]),
        sources=words.sources(card),
    )


def of_all() -> Slide:
    """The strongest deals of the home Komwil."""
    found = deals.strongest(most=MOST_OF_ALL)
    return Slide(
        KIND,
        _("Siapa memasok apa"),
        deal_headlines.strongest(found),
        (_table(found, city=True),),
        note=_("Terkuat buktinya lebih dulu; tiap barang dan tiap kota paling banyak dua kali."),
        method=method(),
        sources=_sources(found),
    )


def of_pair(supplier: str, buyer: str, kind: str, name: str) -> Slide:
    """What one city is recorded or measured to supply to the other, good by good."""
    found = [deal for deal in deals.between(supplier, buyer) if deal.reports or deal.measured]
    found.sort(key=lambda deal: (_ORDER.get(deal.light, len(_ORDER)), deal.order))
    if found:
        goods = formats.listing([good_name(deal.good.code, words.as_told(deal)) for deal in found[:3]])
        title = _("{a} dan {b}: {goods} yang tercatat atau terukur").format(
            a=place_name(supplier), b=place_name(buyer), goods=short(goods, 60)
        )
        blocks: tuple[Block, ...] = (Table(
            (_("Barang"), _("Kebutuhan {city}").format(city=place_name(buyer)), _("Sisa pemasok"),
             _("Harga"), _("Yang tercatat"), _("Bukti")),
            tuple(_pair_row(deal) for deal in found[:MOST_DEALS]),
            widths=(1.4, 1.2, 1.2, 1.6, 1.6, 0.8),
        ),)  # fmt: skip
    else:
        title = _("Belum ada barang yang tercatat atau terukur dari {a} ke {b}").format(
            a=place_name(supplier), b=place_name(buyer)
        )
        blocks = (
            Paragraph(
                _("Tidak ada berita, kerja sama, atau sisa hasil yang menghubungkan keduanya ke arah ini.")
            ),
        )
    sources = dict.fromkeys(source for deal in found for source in deal.source_ids)
    return Slide(
        kind, name, title, blocks, note=_("Jarak garis lurus {km} km. Strip berarti belum terdata.").format(
            km=formats.number(round(_km(supplier, buyer)))),
        method=method(), sources=tuple(sources),
    )  # fmt: skip


def points(cards: Iterable[Card], most: int = 2, *, city: bool = False) -> list[Point]:
    """What is worth exploring next, the surest first: the finding and the next step."""
    found = sorted(
        (card for card in cards if card.form in (DEAL, HUB)),
        key=deal_headlines.order,
    )
    return [Point(_whose(card, city=city), words.next_step(card)) for card in found[:most]]


def pair_points(a: str, b: str) -> list[Point]:
    """What two cities could talk about, the recorded first; empty where nothing is recorded."""
    found = [deal for one, other in ((a, b), (b, a)) for deal in deals.between(one, other) if deal.reported]
    found.sort(key=lambda deal: (_ORDER.get(deal.light, len(_ORDER)), deal.order))
    return [
        Point(
            _("{good} dari {a} untuk {b}").format(
                good=upper_first(good_name(deal.good.code, words.as_told(deal))),
                a=place_name(deal.supplier),
                b=place_name(deal.buyer),
            ),
            upper_first(_("{told}; volume dan harganya perlu dicatat di kedua ujung.").format(
                told=words.told_of(deal))),
        )
        for deal in found[:2]
    ]  # fmt: skip


def _plainly(cards: Iterable[Card]) -> str:
    return " ".join(words.paragraph(card) for card in list(cards)[:2])


def _whose(card: Card, *, city: bool) -> str:
    title = words.title(card)
    return f"{place_name(card.city)}: {lower_first(title)}" if city else title


def _table(cards: Iterable[Card], *, city: bool = False) -> Table:
    header = (
        _("Barang dan mitra"), _("Kebutuhan"), _("Sisa"), _("Harga"), _("Jarak"), _("Bukti"),
    )  # fmt: skip
    rows = tuple(
        (
            short(_whose(card, city=city), MOST_CELL),
            amount(card.lead.need_ton, card.lead.need_pieces),
            _left(card.lead),
            _prices(card.lead),
            _distance(card.lead),
            words.light(card),
        )
        for card in cards
    )
    return Table(header, rows[:MOST_DEALS], widths=(2.3, 1.1, 1.2, 1.8, 0.9, 0.8))


def _pair_row(deal: Deal) -> tuple[str, ...]:
    return (
        short(upper_first(good_name(deal.good.code, words.as_told(deal))), MOST_CELL),
        amount(deal.need_ton, deal.need_pieces),
        _left(deal),
        _prices(deal),
        short(words.told_of(deal), MOST_CELL),
        deal.light or _("simpul"),
    )


def _left(deal: Deal) -> str:
    if deal.hub or not deal.surplus > 0:
        return formats.MISSING
    return f"{amount(deal.surplus)} ({deal.supply.year})"


def _prices(deal: Deal) -> str:
    if not deal.prices:
        return formats.MISSING
    first = deal.prices[0]
    return f"Rp\u00a0{formats.number(first.supplier)}–{formats.number(first.buyer)}/{first.unit}"


def _price(deal: Deal) -> str:
    if not deal.prices:
        return ""
    first = deal.prices[0]
    return _("Harga {here} di {supplier}, {there} di {buyer} per {unit}.").format(
        here=formats.rupiah(first.supplier), supplier=place_name(deal.supplier),
        there=formats.rupiah(first.buyer), buyer=place_name(deal.buyer), unit=first.unit,
    )  # fmt: skip


def _distance(deal: Deal) -> str:
    return words.distance(deal)


def _km(one: str, other: str) -> float:
    return deals.km(one, other)


def _bars(card: Card) -> tuple[Bars, ...]:
    """Need and surplus side by side; nothing where neither is known."""
    deal = card.lead
    need = deal.need_pieces if not math.isnan(deal.need_pieces) else deal.need_ton
    items = []
    if not math.isnan(need):
        label = _("Kebutuhan {city}").format(city=place_name(deal.buyer))
        items.append(Bar(label, need, amount(deal.need_ton, deal.need_pieces), colour=theme.NEED))
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


def _map(card: Card) -> Map:
    where = places()
    ends = [code for code in (card.lead.supplier, card.lead.buyer) if code in where.index]
    drawn = tuple(
        Place(code, place_name(code), float(where.at[code, "latitude"]), float(where.at[code, "longitude"]),
              strong=code == card.city)
        for code in ends
    )  # fmt: skip
    arrow = (Arrow(card.lead.supplier, card.lead.buyer, 0.6, theme.SUPPLY),) if len(ends) == 2 else ()
    return Map(_("Peta: {deal}").format(deal=words.title(card)), drawn, arrow)


def _sources(cards: Iterable[Card]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for card in cards for source in words.sources(card)))
