"""Cards of a city as buyer: what it uses, who is known to have it, what is not known."""

from __future__ import annotations

import math
from dataclasses import replace

import data
from analysis import deals as rules
from findings.deals import need, price, supply, way
from findings.deals.details import needs_of, officials, origins
from findings.deals.records import BUY, DEAL, GAP, HUB, Card
from findings.deals.reports import Report, failures, reports
from findings.deals.table import TABLES, Deal, all_deals
from findings.goods import CHILI, EGGS, GROUP_GOOD, RICE, SEA_FISH, good, inputs, vocabulary

CARDS = 3
OF_ONE_SUPPLIER = 2
MOST_OTHERS = 3
CHICKEN = "daging_ayam_ras"
GAP_GOODS = (EGGS, CHICKEN)


@data.by_version(*TABLES, size=4)
def _by_buyer() -> dict[str, dict[str, tuple[Deal, ...]]]:
    found: dict[str, dict[str, list[Deal]]] = {}
    for deal in all_deals():
        found.setdefault(deal.buyer, {}).setdefault(deal.good.code, []).append(deal)
    return {
        city: {code: tuple(sorted(deals, key=lambda deal: deal.order)) for code, deals in goods.items()}
        for city, goods in found.items()
    }


def candidates(city: str, code: str) -> tuple[Deal, ...]:
    """Return the deals of a buyer and a good in the order of suppliers."""
    return _by_buyer().get(city, {}).get(code, ())


def lead(deals: tuple[Deal, ...]) -> tuple[Deal | None, Deal | None]:
    """Return the deal that leads among those of one buyer and good, and the report that stands beside.

    Reported ones lead in METHODS' order; a supplier over 150 km away or a hub, without agreement, gives
    way to a known producer within 100 km. Without a report that may lead, a measured surplus may.
    """
    told = [deal for deal in deals if deal.reported and _may_lead(deal)]
    for deal in told:
        if (deal.km > rules.FAR_KM or deal.hub) and not deal.agreed:
            nearer = _nearest_producer(deals, deal)
            if nearer is not None:
                return nearer, deal
        if deal.hub or deal.light in (rules.STRONG, rules.MEDIUM):
            return deal, None
    measured = [deal for deal in deals if deal.measured and deal.light == rules.MEDIUM]
    if not measured:
        return None, None
    if measured[0].good.fish:
        return min(measured, key=lambda deal: deal.km), None
    reach = min(deal.km for deal in measured) + rules.NEXT_KM
    return max((deal for deal in measured if deal.km <= reach), key=lambda deal: deal.surplus), None


def _may_lead(deal: Deal) -> bool:
    if deal.old and not rules.old_may_lead(deal.newest or 0, deal.km):
        return False
    if deal.hub and deal.far and not deal.agreed:
        return deal.sources > 1
    if deal.far and not deal.agreed and (deal.verdict == rules.NO or not deal.sure):
        return False
    if deal.hub and _from_outside(deal):
        return False
    return not (deal.evidence["supply_measured"] == rules.NO and not deal.agreed)


def _from_outside(deal: Deal) -> bool:
    """Whether a trading city is known to have the good from outside Sumatra only."""
    known = origins(deal.supplier, deal.good.code)
    return bool(known) and all(each.region not in way.places_here() for each in known)


def _nearest_producer(deals: tuple[Deal, ...], told: Deal) -> Deal | None:
    near = [
        deal
        for deal in deals
        if deal.producer and deal is not told and deal.km <= rules.PRODUCER_NEAR_KM and not deal.hub
        and not way.sea(deal.supplier, deal.buyer)
    ]  # fmt: skip
    near = [
        deal if deal.reported else replace(deal, light=rules.MEDIUM) for deal in near if _known_at_both(deal)
    ]
    return min(near, key=lambda deal: (not deal.reported, deal.km), default=None)


def _known_at_both(deal: Deal) -> bool:
    """Whether supply (hectares will do) and need are known, so that a producer may stand before a report."""
    return deal.reported or deal.evidence["need_measured"] == rules.YES


def is_offered(city: str, code: str, deal: Deal) -> bool:
    """Whether a good belongs on a buyer's card: food of some weight, or a raw material of its makers."""
    each = good(code)
    if not each.food:
        wanted = code in inputs().get(city, frozenset()) or any(report.raw for report in deal.reports)
        return wanted and not any(report.hub for report in deal.reports) and not deal.old
    if not each.on_card:
        return False
    if deal.need_ton < rules.LEAST_NEED or deal.need_pieces < rules.LEAST_PIECES:
        return False
    if code == SEA_FISH:
        if city in supply.landings():
            return False
        if city in supply.fishing_ports() and deal.verdict == rules.NO:
            return False
    return True


def weight(city: str, deal: Deal) -> float:
    """Return what a card is ordered by: rupiah of need; measured rice by a national figure; 0 unknown."""
    if deal.good.code == RICE and deal.evidence["supply_measured"] == rules.YES:
        return need.rice_ton(city) * 1000 * _rice_price()
    return 0.0 if math.isnan(deal.need_rupiah) else deal.need_rupiah


@data.by_version("food_prices")
def _rice_price() -> float:
    table = data.load("food_prices")
    rows = table[(table["commodity"] == "Beras Medium") & (table["quality"] == price.RECORDED)]
    return float(rows.loc[rows["period"] == rows["period"].max(), "price_rupiah"].median())


def _tier(deal: Deal) -> int:
    """First what is reported and measurable, then what is measured, then what is only reported."""
    told = deal.reported and not deal.old and deal.stage not in rules.EXPLORED
    if not (deal.need_rupiah > 0 or deal.evidence["supply_measured"] == rules.YES):
        return 2
    return 0 if told else 1


def _family(code: str) -> str:
    """Goods that are one on a city's cards: chili of any kind, vegetables of the highlands."""
    if code in CHILI:
        return CHILI[0]
    return GROUP_GOOD if code in vocabulary().members[GROUP_GOOD] else code


def buyer_cards(city: str) -> tuple[Card, ...]:
    """Return up to three cards of what a city buys, each another good, two of one supplier at most."""
    leads: list[tuple[Deal, Deal | None]] = []
    for code, deals in _by_buyer().get(city, {}).items():
        first, beside = lead(deals)
        if first is not None and is_offered(city, code, first):
            leads.append((first, beside))
    leads.sort(key=lambda pair: (_tier(pair[0]), -weight(city, pair[0]), pair[0].hub))
    kept: list[Card] = []
    suppliers: dict[str, int] = {}
    taken: set[str] = set()
    for first, beside in leads:
        code = first.good.code
        if len(kept) == CARDS or suppliers.get(first.supplier, 0) == OF_ONE_SUPPLIER:
            continue
        if _family(code) in taken:
            continue
        kept.append(_card(city, first, beside))
        taken.add(_family(code))
        suppliers[first.supplier] = suppliers.get(first.supplier, 0) + 1
    if len(kept) < CARDS:
        gap = _gap(city, taken)
        kept += [gap] if gap is not None else []
    return tuple(kept)


def _card(city: str, first: Deal, beside: Deal | None) -> Card:
    code = first.good.code
    deals = candidates(city, code)
    told = [deal for deal in deals if deal.reported and deal is not first and deal is not beside]
    named = {first.supplier, *(deal.supplier for deal in told), *((beside.supplier,) if beside else ())}
    producers = [
        deal
        for deal in deals
        if deal.producer and deal.supplier not in named and deal.km <= rules.PRODUCER_NEAR_KM
        and not way.sea(deal.supplier, city)
    ]  # fmt: skip
    others = [deal for deal in told if not deal.old][:MOST_OTHERS]
    past = [report for deal in told if deal.old for report in deal.reports]
    if not first.reported:
        measured = [deal for deal in deals if deal.measured and deal is not first]
        others += sorted(measured, key=lambda deal: deal.km)[: MOST_OTHERS - len(others)]
    far = first.km > rules.FAR_KM and not first.agreed
    return Card(
        city,
        BUY,
        HUB if first.hub else DEAL,
        first.good,
        first,
        needs_of(city, (code,)),
        officials(city, code),
        tuple(others),
        tuple(sorted(producers, key=lambda deal: deal.km)[:MOST_OTHERS]) if far or first.hub else (),
        beside,
        _outside(city, code),
        origins(first.supplier, code) if first.hub else (),
        failures(city, code),
        tuple(past[:2]),
    )


def _outside(city: str, code: str) -> tuple[Report, ...]:
    """Reported suppliers outside Sumatra since 2018, substitutes and lists left out."""
    here = way.places_here()
    found: dict[str, Report] = {}
    for report in reports():
        if report.buyer == city and report.good == code and report.supplier not in here:
            if report.counted and not (report.old or report.failed or report.substitute):
                found.setdefault(report.supplier, report)
    return tuple(found.values())


def _gap(city: str, taken: set[str]) -> Card | None:
    """The one card on what is needed and has no known origin."""
    past = _old_leads(city, taken)
    if past is not None:
        code, told = past
        return Card(
            city, BUY, GAP, good(code), None, needs_of(city, (code,)), officials(city, code), past=told,
            failed=failures(city, code),
        )  # fmt: skip
    codes = tuple(code for code in GAP_GOODS if code not in taken and _weighty(city, code))
    if not codes:
        return None
    near = list(way.near(city, rules.FAR_KM))
    cheaper = price.cheaper_places(EGGS, city, near) if EGGS in codes else []
    told = tuple(
        report
        for code in codes
        for deal in candidates(city, code)
        for report in deal.reports
        if not report.substitute
    )
    return Card(
        city,
        BUY,
        GAP,
        good(codes[0]),
        None,
        needs_of(city, codes),
        tuple(each for code in codes for each in officials(city, code)),
        past=told[:2],
        cheaper=tuple((place, way.km(place, city), each) for place, each in cheaper[:3]),
        failed=tuple(each for code in codes for each in failures(city, code)),
    )


def _weighty(city: str, code: str) -> bool:
    found = needs_of(city, (code,))
    return bool(found) and (found[0].ton >= rules.LEAST_NEED or found[0].pieces >= rules.LEAST_PIECES)


def _old_leads(city: str, taken: set[str]) -> tuple[str, tuple[Report, ...]] | None:
    """The good of largest need that only old reports, too far or too old to lead, tell of."""
    found = []
    for code, deals in _by_buyer().get(city, {}).items():
        told = [deal for deal in deals if deal.reported]
        if code in taken or not told or not all(deal.old for deal in told):
            continue
        if is_offered(city, code, told[0]) and good(code).food and _weighty(city, code):
            found.append((weight(city, told[0]), code, told))
    if not found:
        return None
    _, code, told = max(found, key=lambda each: each[0])
    return code, tuple(report for deal in told for report in deal.reports)[:2]
