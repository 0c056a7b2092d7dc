"""One deal as a card: what, how much, at which price, how far, what is told, how sure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import streamlit as st

from findings import deals
from findings.deals.records import BUY, DEAL, HUB, Card
from findings.deals.table import Deal
from i18n import _
from ui import pages
from ui.cards import icons, parts
from ui.frame import session
from wording import deals as words
from wording import formats
from wording.cutting import short
from wording.deals import sentences
from wording.escaping.html import plain
from wording.goods import amount
from wording.names import place_name
from wording.phrases import lower_first, upper_first

AGAINST = ("against", "failed", "claim")
SPEAKS_AGAINST = (*AGAINST, "margin")  # the price has its own column
EXISTS = ("exists", "note")
MOST_NOTE = 150
CARD_GAP = 8


def draw(card: Card, numbers: parts.Numbers, *, position: int | None = None, whole: bool = True) -> None:
    """Draw a card with its ways on.

    Parameters
    ----------
    position
        Its place in a list, written before the title.
    whole
        With evidence chips and all its lines; else the short form of a front page.
    """
    told = said(html, card, numbers, position, whole)
    proof = said(_proof, card, numbers) if whole and card.form in (DEAL, HUB) else ""
    pages.piece(_drawn, _name(card), told, proof, whole)


def _drawn(name: Name, told: str, proof: str, whole: bool) -> None:
    """Draw a card of which the words are told already."""
    card = _named(name)
    kind = "kartu" if whole else "kartu_pendek"
    key = f"{kind}_{card.city}_{card.side}_{card.form}_{_code(card)}"
    with st.container(border=True, key=key, gap=6 if whole else 2):
        st.html(told)
        ways_on(card, whole=whole)
        if proof:
            with st.expander(_("Rincian dan buktinya")):
                st.html(proof)


def _code(card: Card) -> str:
    return f"{card.good.code if card.good else '-'}_{card.partner or '-'}"


Name = tuple[str, str, str, str]


def _name(card: Card) -> Name:
    """What tells a card of :func:`findings.deals.cards` from all others."""
    return card.city, card.side, card.form, _code(card)


def said(make: Callable[..., str], card: Card, numbers: parts.Numbers, *arguments) -> str:
    """Return ``make(card, numbers, *arguments)``, made once for a card of :func:`findings.deals.cards`."""
    return parts.told(_of, numbers, make, _name(card), session.is_dark(), arguments)


def _of(numbers: parts.Numbers, make: Callable[..., str], name: Name, _dark: bool, arguments: tuple) -> str:
    # The theme is what a session shows in: it stands among the arguments so that each has its own.
    return make(_named(name), numbers, *arguments)


def _named(name: Name) -> Card:
    return next(card for card in deals.cards(name[0]).all if _name(card) == name)


def _proof(card: Card, numbers: parts.Numbers) -> str:
    return parts.block(*(_line(line, numbers) for line in words.lines(card)))


def html(card: Card, numbers: parts.Numbers, position: int | None = None, whole: bool = True) -> str:
    """Return a card as HTML, every text escaped."""
    inner = [_head(card, position)]
    if card.form in (DEAL, HUB) and card.deal is not None:
        inner.append(_body(card, card.deal, numbers, whole=whole))
        if whole:
            inner.append(_chips(card, numbers))
    else:
        inner += [_line(line, numbers) for line in words.lines(card)]
    # A short card tells its step beside the way to a proposal (:func:`ways_on`), where there is one.
    if card.form not in (DEAL, HUB) and (whole or card.deal is None):
        inner.append(f'<p class="kecil">{plain(words.next_step(card))}</p>')
    return parts.block(*inner)


def _head(card: Card, position: int | None, *, city: bool = False) -> str:
    before = f"{position}. " if position else ""
    way = "" if city or card.deal is None else _way_line(card.deal)
    short_of = words.short_of_strong(card)
    way += f'<div class="samping">{plain(upper_first(short_of))}</div>' if short_of else ""
    title = f"{place_name(card.city)}: {lower_first(words.title(card))}" if city else words.title(card)
    code = card.good.code if card.good is not None else ""
    if not code and card.needs:
        code = card.needs[0].good.code
    return (
        f'<div class="baris" style="align-items:center">{icons.good(code)}'
        f'<div><div class="judul">{plain(before + title)}</div>{way}</div>'
        f'<span class="ujung">{_light(card)}</span></div>'
    )


def _light(card: Card) -> str:
    chips = words.chips(card)
    if not card.light or not chips:
        return f'<span class="kecil">{plain(words.light(card))}</span>'
    states = [state for _label, _word, state, _sources in chips]
    count = _("{yes} dari {all} bukti").format(yes=states.count(parts.YES), all=len(states))
    return parts.light(upper_first(words.light(card)), states, count)


def _body(card: Card, deal: Deal, numbers: parts.Numbers, *, whole: bool) -> str:
    lines = words.lines(card)
    told = [line for line in lines if line.kind in EXISTS][: 2 if whole else 1]
    against = [line for line in lines if line.kind in AGAINST][: 2 if whole else 1]
    right = [
        f"<p{_kind(line)}>{plain(short(line.text, MOST_NOTE) if whole else first(line.text))}"
        f"{numbers.marks(line.source_ids)}</p>"
        for line in (*told, *against)
    ]
    columns = (_amounts(card, deal, numbers, whole=whole), _prices(deal, numbers, whole), "".join(right))
    return f'<div class="kisi">{"".join(f"<div>{column}</div>" for column in columns)}</div>'


def first(text: str) -> str:
    """The first part of a sentence, for a front page; the whole stands on the page of partners."""
    part, cut, _rest = text.partition("; ")
    return part + "." if cut else text


def _way_line(deal: Deal) -> str:
    lorry = icons.way(bool(deal.sea), dark=session.is_dark())
    return f'<div class="samping">{lorry} {plain(_way(deal))}</div>'


def _way(deal: Deal) -> str:
    if deal.ring:
        return _("mengelilingi kota")
    said = _("{km} km garis lurus").format(km=formats.number(deal.km))
    return said + (_(", menyeberang laut") if deal.sea else "")


def _amounts(card: Card, deal: Deal, numbers: parts.Numbers, *, whole: bool) -> str:
    # The short form names the places in its title.
    buyer, supplier = place_name(deal.buyer), place_name(deal.supplier)
    need_known = not (math.isnan(deal.need_ton) and math.isnan(deal.need_pieces))
    need, left = deal.need_ton, deal.surplus
    top = max([each for each in (need, left) if each > 0], default=1.0)
    # Pieces and tons have no common scale, and what is not known has no length.
    share = 1.0 if not math.isnan(deal.need_pieces) else None if math.isnan(need) else need / top
    need_sources = [source for each in card.needs for source in each.source_ids if each.region == deal.buyer]
    first = parts.bar(
        _("Kebutuhan {place}").format(place=buyer) if whole else _("Kebutuhan"),
        _("{amount}, {year}").format(amount=amount(deal.need_ton, deal.need_pieces), year=deal.need_year)
        if need_known
        else _("belum terdata"),
        share if need_known else None,
        need=True,
        marks=numbers.marks(need_sources),
    )
    if deal.hub:
        return first + "".join(_line(line, numbers) for line in words.lines(card) if line.kind == "supply")
    if left > 0:
        value = _("{amount}, {year}").format(amount=amount(left), year=deal.supply.year)
        second = parts.bar(
            _("Sisa {place}").format(place=supplier) if whole else _("Sisa pasokan"),
            value,
            left / top,
            marks=numbers.marks(deal.supply.source_ids),
        )
    else:
        # Rice has a measured supply and no recorded need, so no surplus and no common scale.
        known = deal.supply.measured and deal.supply.ton > 0
        made = f"{sentences.supplied(deal.supply)}, {deal.supply.year}" if known else _("belum terdata")
        second = parts.bar(
            _("Pasokan {place}").format(place=supplier) if whole else _("Pasokan"),
            made,
            1.0 if known else None,
            marks=numbers.marks(deal.supply.source_ids) if known else "",
        )
    return first + second


def _prices(deal: Deal, numbers: parts.Numbers, whole: bool) -> str:
    if not deal.prices:
        return f'<p class="kecil">{plain(_("Harga di kedua ujung belum dapat disandingkan."))}</p>'
    first = deal.prices[0]
    heading = _("{price} per {unit}").format(price=words.price_of(first, deal), unit=first.unit)
    against = words.no_margin(deal, beside=True)
    if against and not whole:
        heading, against = f"{heading}: {words.level_word(first)}", ""
    line = parts.price_line(
        heading,
        (place_name(deal.supplier), formats.rupiah(first.supplier), first.supplier),
        (place_name(deal.buyer), formats.rupiah(first.buyer), first.buyer),
        numbers.marks(first.source_ids),
    )
    if len(deal.prices) > 1:
        one_way = len({each.supplier > each.buyer for each in deal.prices}) == 1
        apart = (
            _("dua sumber harga searah tetapi selisihnya berbeda, lihat rincian")
            if one_way
            else _("dua sumber harga berbeda arah, lihat rincian")
        )
        line += f'<p class="kecil">{plain(apart)}</p>'
    return line + (f'<p class="lawan">{plain(against)}</p>' if against else "")


def _chips(card: Card, numbers: parts.Numbers) -> str:
    return parts.chips(
        [
            (
                state,
                label.lower() if state == parts.YES else f"{label.lower()}: {word}",
                numbers.marks(sources),
            )
            for label, word, state, sources in words.chips(card)
        ]
    )


def _line(line: words.Line, numbers: parts.Numbers) -> str:
    return f"<p{_kind(line)}>{plain(line.text)}{numbers.marks(line.source_ids)}</p>"


def _kind(line: words.Line) -> str:
    return ' class="lawan"' if line.kind in SPEAKS_AGAINST else ""


def line(card: Card, numbers: parts.Numbers, city: bool = True) -> str:
    """Return a card as one line of proof: pictogram, what (of which `city`), light, the proof."""
    proof = f"<p>{plain(words.brief(card))}{numbers.marks(words.sources(card)[:3])}</p>"
    return parts.block(_head(card, None, city=city) + proof)


def ways_on(card: Card, *, whole: bool) -> None:
    """Draw the next pages: a proposal, the food, the impact."""
    if card.deal is None:
        return
    if whole:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            _to_proposal(card, card.deal)
            _to_proof(card, card.deal)
        return
    step, way = st.columns([4, 1], vertical_alignment="center", gap="xsmall")
    step.html(parts.block(f'<p class="kecil">{plain(words.next_step(card))}</p>'))
    with way:
        _to_proposal(card, card.deal)


def _to_proposal(card: Card, deal: Deal) -> None:
    pages.link(
        "kerja_sama",
        _("Buat usulan"),
        icon=":material/assignment:",
        bagian="baru",
        pihak=f"{deal.buyer},{deal.supplier}" if card.side == BUY else f"{deal.supplier},{deal.buyer}",
        peluang=deal.good.code,
    )


def _to_proof(card: Card, deal: Deal) -> None:
    if deal.good.susenas:
        pages.link(
            "pangan",
            _("Harga dan pemasok lain"),
            icon=":material/storefront:",
            kota=card.city if card.side == BUY else deal.buyer,
            pangan=_priced_food(deal),
        )
    if deal.good.food:
        pages.link(
            "dampak",
            _("Hitung dampak"),
            icon=":material/calculate:",
            kota=deal.buyer,
            penjual=deal.supplier,
            barang=deal.good.code,
        )


def _priced_food(deal: Deal) -> str:
    """The food whose price the card shows, so that the next page is about the same; else the first."""
    shown = (price.food for price in deal.prices if price.food in deal.good.susenas)
    return next(shown, deal.good.susenas[0])


def draw_all(cards: Iterable[Card], numbers: parts.Numbers, *, whole: bool = True) -> None:
    """Draw cards one under the other, numbered where there are several."""
    listed = list(cards)
    with st.container(gap=CARD_GAP):
        for position, card in enumerate(listed, start=1):
            draw(card, numbers, position=position if len(listed) > 1 else None, whole=whole)
