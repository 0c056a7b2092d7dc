"""Cards of a city as supplier: what it is known to have, who is known to buy it, or an honest empty one."""

from __future__ import annotations

import data
from analysis import deals as rules
from analysis import goods
from findings.deals import naming, supply
from findings.deals.details import city_wide, facts_of, needs_of, origins
from findings.deals.records import DEAL, EMPTY, HUB, SELL, SMALL, UNKNOWN_BUYER, Card
from findings.deals.reports import Report
from findings.deals.table import TABLES, Deal, all_deals
from findings.goods import SEA_FISH, good

CARDS = 3
MOST_BUYERS = 4
MOST_PRODUCTS = 4


@data.by_version(*TABLES, size=4)
def _by_supplier() -> dict[str, dict[str, tuple[Deal, ...]]]:
    found: dict[str, dict[str, list[Deal]]] = {}
    for deal in all_deals():
        if naming.is_kota(deal.supplier):
            found.setdefault(deal.supplier, {}).setdefault(deal.good.code, []).append(deal)
    return {
        city: {code: tuple(sorted(deals, key=lambda deal: deal.order)) for code, deals in goods.items()}
        for city, goods in found.items()
    }


def supplier_cards(city: str) -> tuple[Card, ...]:
    """Return up to three cards of what a city sells; one empty card when nothing has a known buyer."""
    full: list[Card] = []
    small: list[Deal] = []
    past: list[Report] = []
    for code, deals in _by_supplier().get(city, {}).items():
        card, line, old = _of_good(city, code, deals)
        full += [card] if card is not None else []
        small += line
        past += old
    full.sort(key=lambda card: (rules.LIGHT_ORDER[card.light], -_weight(card)))
    kept = full[:CARDS]
    listed = _small(city, small)
    if listed is not None and len(kept) < CARDS:
        kept.append(listed)
    landed = _landing(city, {card.good.code for card in kept if card.good is not None})
    if landed is not None and len(kept) < CARDS:
        kept.append(landed)
    if kept:
        return tuple(kept)
    note, basis = _note(city)
    return (Card(city, SELL, EMPTY, past=tuple(past[:2]), products=_made(city), note=note, note_basis=basis),)


def _of_good(city: str, code: str, deals: tuple[Deal, ...]) -> tuple[Card | None, list[Deal], list[Report]]:
    """The card of one good, else what of it belongs in the line of small goods or in the past."""
    told = [deal for deal in deals if deal.reported and not _only_behind(deal) and _sellable(deal)]
    told.sort(
        key=lambda deal: (rules.LIGHT_ORDER[deal.light], _port(deal), deal.verdict == rules.NO, deal.km)
    )
    each = deals[0].good
    if not each.on_card:
        return None, [], []
    live = [deal for deal in told if not deal.old or rules.old_may_lead(deal.newest or 0, deal.km)]
    gone = [report for deal in told if deal not in live for report in deal.reports]
    if live and live[0].hub:
        return _hub(city, code, live), [], gone
    if live and not each.food and not _large(city, code, live):
        return None, [deal for deal in live if _craft(deal)], gone
    if live:
        return _sold(city, code, live), [], gone
    measured = sorted((deal for deal in deals if deal.measured), key=lambda deal: deal.km)
    if measured and not told:
        card = Card(
            city,
            SELL,
            UNKNOWN_BUYER,
            each,
            measured[0],
            tuple(need for deal in measured[:3] for need in needs_of(deal.buyer, (code,))),
            others=tuple(measured[1:3]),
        )
        return card, [], gone
    return None, [], gone


def _only_behind(deal: Deal) -> bool:
    """Whether all that is told may mean the province behind the city ("kota atau hub")."""
    return all(report.hub for report in deal.reports)


def _craft(deal: Deal) -> bool:
    """Whether it is a thing made in the city that somebody buys, not planned and no food by another name."""
    return deal.stage not in rules.EXPLORED and all(each.kind == goods.MADE for each in deal.reports)


def _port(deal: Deal) -> bool:
    return deal.evidence["not_both_producers"] == rules.NO


def _sellable(deal: Deal) -> bool:
    if not deal.sure or (deal.evidence["supply_measured"] == rules.NO and not deal.agreed):
        return False
    port = deal.good.code == SEA_FISH and deal.buyer in supply.fishing_ports()
    return not (port and deal.verdict == rules.NO)


def _large(city: str, code: str, live: list[Deal]) -> bool:
    """Whether an own good that is no food is more than one maker's: a city-wide figure, or a raw material."""
    raw = any(report.raw for deal in live for report in deal.reports) or code in RAW_GOODS
    known = [fact for fact in facts_of(city, code) if city_wide(fact)]
    recent = any(not deal.old for deal in live)
    return (recent and (raw or bool(known))) or (bool(known) and any(_near_old(deal) for deal in live))


def _near_old(deal: Deal) -> bool:
    return deal.old and rules.old_may_lead(deal.newest or 0, deal.km)


RAW_GOODS = frozenset(("kulit jadi",))


def _sold(city: str, code: str, live: list[Deal]) -> Card:
    first = live[0]
    live = [first, *sorted(live[1:], key=lambda deal: (deal.old, _port(deal), deal.km))]
    return Card(
        city,
        SELL,
        DEAL,
        first.good,
        first,
        tuple(need for deal in live[:MOST_BUYERS] for need in needs_of(deal.buyer, (code,))),
        others=tuple(live[1:MOST_BUYERS]),
        facts=facts_of(city, code)[:3],
        producers=_next_markets(city, code, {deal.buyer for deal in live}),
    )


def _next_markets(city: str, code: str, named: set[str]) -> tuple[Deal, ...]:
    """Kota without a coast that a measured surplus could reach and no report names."""
    found = [deal for deal in _by_supplier()[city].get(code, ()) if deal.measured and deal.buyer not in named]
    return tuple(sorted(found, key=lambda deal: deal.km)[:2])


def _hub(city: str, code: str, live: list[Deal]) -> Card | None:
    """The card of a trading city; none where it is dearer or has the good from other provinces only."""
    if not live[0].good.food:
        return None
    live = [
        deal
        for deal in live
        if deal.hub
        and deal.stage not in rules.EXPLORED
        and deal.verdict != rules.NO
        and (not deal.far or deal.agreed or deal.sources > 1)
    ]
    known = origins(city, code)
    if not live or (known and all(each.region[:2] != city[:2] for each in known)):
        return None
    first = live[0]
    return Card(
        city,
        SELL,
        HUB,
        first.good,
        first,
        tuple(need for deal in live[:MOST_BUYERS] for need in needs_of(deal.buyer, (code,))),
        others=tuple(live[1:MOST_BUYERS]),
        origins=known,
    )


def _small(city: str, deals: list[Deal]) -> Card | None:
    """The one line of small goods: with a report since 2018, or two goods of the city's own."""
    mine = [deal for deal in deals if not any(report.hub for report in deal.reports)]
    goods = {deal.good.code for deal in mine}
    recent = any(deal.newest is not None and not deal.old for deal in mine)
    if not mine or not (recent or len(goods) > 1):
        return None
    return Card(city, SELL, SMALL, small=tuple(sorted(mine, key=lambda deal: deal.order)))


def _landing(city: str, taken: set[str]) -> Card | None:
    """Fish is landed, the buyers are not recorded: a card that says so."""
    known = supply.supply(city, SEA_FISH)
    left = supply.surpluses().get((city, SEA_FISH))
    if SEA_FISH in taken or (known.daily is None and not (left is not None and left >= rules.LEAST_SURPLUS)):
        return None
    deals = _by_supplier().get(city, {}).get(SEA_FISH, ())
    measured = sorted((deal for deal in deals if deal.measured), key=lambda deal: deal.km)
    return Card(
        city,
        SELL,
        UNKNOWN_BUYER,
        good(SEA_FISH),
        None,
        needs_of(city, (SEA_FISH,)),
        others=tuple(measured[:3]),
    )


def _weight(card: Card) -> float:
    return sum(need.rupiah for need in card.needs if need.rupiah == need.rupiah)


@data.by_version("city_notes")
def _notes() -> dict[str, tuple[str, str]]:
    table = data.load("city_notes")
    return {
        row.region_code: (row.note, row.basis if isinstance(row.basis, str) else "")
        for row in table.itertuples()
    }


def _note(city: str) -> tuple[str, str]:
    return _notes().get(city, ("", ""))


@data.by_version("products")
def _made(city: str) -> tuple[str, ...]:
    """Names of what is made in the city, food and crafts, whose buyers are unknown."""
    table = data.load("products")
    mine = table[
        (table["region_code"] == city)
        & (table["role"] == "produk")
        & table["category"].isin(("kuliner", "kerajinan"))
    ]
    return tuple(mine["product"].head(MOST_PRODUCTS))
