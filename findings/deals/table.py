"""Every deal there is evidence for: reported by the news, or a measured surplus near a measured need."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import partial

import data
from analysis import deals as rules
from findings.deals import naming, need, price, supply, told, way
from findings.deals.price import Compared
from findings.deals.reports import Report, by_triple
from findings.deals.supply import Supply
from findings.goods import RICE, SEA_FISH, Good, good, makers, trade_goods

TABLES = (
    *told.TABLES, "production", "fish_production", "food_quantities", "household_spending", "indicators",
    "products", "product_commodities", "food_prices",
)  # fmt: skip
NAN = float("nan")
HALF = 0.5


@dataclass(frozen=True)
class Deal:
    """One good that goes, or could go, from a supplier to a buyer.

    `need_ton`, `need_pieces`, `need_rupiah` of the buyer's households a year, by the survey of `need_year`
    (None: no need is known); `surplus` of the supplier,
    tons (NaN unknown); `others` the other buyers recorded since 2018 and `others_ton` their joint need;
    `stage` of its best report ("" without one); `measured` a measured surplus alone would name it;
    `lacks` what keeps it from being strong (:data:`analysis.deals.LACKS`, "" for a strong one and a hub).
    """

    supplier: str
    buyer: str
    good: Good
    reports: tuple[Report, ...]
    stage: str
    year: int | None
    hub: bool
    substitute: bool
    sure: bool
    weak: bool
    need_ton: float
    need_pieces: float
    need_rupiah: float
    need_year: int | None
    reliable: float
    supply: Supply
    own: Supply
    surplus: float
    verdict: str
    prices: tuple[Compared, ...]
    km: float
    sea: bool | None
    ring: bool
    reach: float
    evidence: dict[str, str]
    light: str
    lacks: str
    measured: bool
    others: tuple[str, ...] = ()
    others_ton: float = NAN
    enough: bool = True
    producer: bool = False
    source_ids: tuple[str, ...] = field(default=())

    @property
    def reported(self) -> bool:
        """Whether any report tells of it that is more than a substitute."""
        return bool(self.reports) and not self.substitute

    @property
    def old(self) -> bool:
        """Whether all its reports are from before 2018."""
        return bool(self.reports) and all(each.old for each in self.reports)

    @property
    def newest(self) -> int | None:
        """Year of the newest report; None without one or without a year."""
        return max((each.year for each in self.reports if each.year is not None), default=None)

    @property
    def undated_stage(self) -> str:
        """The stage of an agreement told without its year, so that it may have run out; else empty."""
        undated = (each.stage for each in self.reports if each.stage in rules.AGREED and each.year is None)
        return "" if self.agreed else next(undated, "")

    @property
    def agreed(self) -> bool:
        """Whether something dated was signed or runs."""
        return self.stage in rules.AGREED

    @property
    def sources(self) -> int:
        """Number of different sources since 2018, or undated, that tell of it."""
        return len({each.source_id for each in self.reports if not each.old})

    @property
    def far(self) -> bool:
        """Whether it lies beyond what the good travels."""
        return bool(self.km > self.reach)

    @property
    def order(self) -> tuple:
        """Place among the suppliers of one buyer and good: METHODS' order, the best first."""
        supplied = self.evidence["supply_measured"] == rules.YES
        distance = self.km if self.km == self.km else 1e9
        return (
            self.old,
            rules.stage_rank(self.stage),
            self.year is None,
            not self.sure or self.weak,
            not supplied,
            distance,
        )


@data.by_version(*TABLES)
def all_deals() -> tuple[Deal, ...]:
    """Return every deal: the reported ones of Sumatra, and for each kota of the members the measured ones."""
    here = way.places_here()
    reported = {key: found for key, found in by_triple().items() if key[0] in here and key[1] in here}
    keys = dict.fromkeys(reported)
    for buyer in data.cities().index:
        for code, each in trade_goods().items():
            if each.measured_only:
                keys |= dict.fromkeys(
                    (supplier, buyer, code)
                    for supplier in _producers(code)
                    if _in_reach(supplier, buyer, each)
                )
    claims = _claims(reported)
    return tuple(_deal(*key, reported.get(key, ()), claims) for key in keys)


@data.by_version(*TABLES)
def _producers_by_good() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for region, code in supply.supplies():
        if supply.is_producer(region, code):
            found.setdefault(code, []).append(region)
    return {code: tuple(sorted(regions)) for code, regions in found.items()}


def _producers(code: str) -> tuple[str, ...]:
    return _producers_by_good().get(code, ())


def _in_reach(supplier: str, buyer: str, each: Good) -> bool:
    return supplier != buyer and way.km(supplier, buyer) <= way.reach_km(each.limit_km, supplier, buyer)


def _claims(reported: dict) -> dict[tuple[str, str], tuple[str, ...]]:
    """Buyers reported with a date since 2018, by supplier and good, the nearest first."""
    found: dict[tuple[str, str], list[str]] = {}
    for (supplier, buyer, code), reports in reported.items():
        if any(
            not each.old
            and each.year is not None
            and not each.substitute
            and each.sure
            and not each.weak
            and (each.agreed or each.stage == "diberitakan")
            for each in reports
        ):
            found.setdefault((supplier, code), []).append(buyer)
    return {
        (supplier, code): tuple(sorted(buyers, key=partial(way.km, supplier)))
        for (supplier, code), buyers in found.items()
    }


def _stage(reports: tuple[Report, ...]) -> tuple[str, int | None]:
    """The furthest stage that counts, and its year."""
    live = [each for each in reports if not each.substitute]
    live = [each for each in live if not each.old] or live
    if not live:
        return "", None
    dated = any(each.year is not None and not each.old for each in live)
    stages = [
        # An undated agreement keeps its stage only beside a dated report on the same three.
        ("diberitakan" if each.agreed and each.year is None and not dated else each.stage, each.year)
        for each in live
    ]
    best = min(rules.stage_rank(stage) for stage, _ in stages)
    chosen = [(stage, year) for stage, year in stages if rules.stage_rank(stage) == best]
    years = [year for _, year in chosen if year is not None]
    return chosen[0][0], max(years, default=None)


def is_hub(supplier: str, each: Good, reports: tuple[Report, ...]) -> bool:
    """Whether a kota only trades a farm good: neither a measured surplus nor a product of its own."""
    if not naming.is_kota(supplier) or not (each.farm or any(report.hub for report in reports)):
        return False
    own = any(report.maker for report in reports) or (supplier, each.code) in makers()
    return not own and not supply.is_producer(supplier, each.code)


def _deal(supplier: str, buyer: str, code: str, reports: tuple[Report, ...], claims: dict) -> Deal:
    each = good(code)
    ton, pieces, rupiah, year, reliable = _need_rows().get((buyer, code), (NAN, NAN, NAN, None, NAN))
    known, own = supply.supply(supplier, code), supply.supply(buyer, code)
    left = supply.surpluses().get((supplier, code), NAN)
    km, ring = way.km(supplier, buyer), way.surrounds(supplier, buyer)
    reach = way.reach_km(each.limit_km, supplier, buyer)
    verdict, prices = price.compare(code, supplier, buyer) if each.food else (rules.UNKNOWN, ())
    stage, stage_year = _stage(reports)
    evidence = {
        "reported": _reported(reports),
        "supply_measured": _supplied(supplier, known, left, code),
        "need_measured": rules.YES if reliable >= HALF else rules.UNKNOWN,
        "cheaper": verdict,
        "near": _near(km, reach, ring),
        "not_both_producers": rules.both_producers(
            own.ton if own.form != supply.UNHUSKED else NAN,
            need.rice_ton(buyer) if code == RICE else ton,
            code == SEA_FISH and buyer in supply.fishing_ports(),
        ),
    }
    claimants = claims.get((supplier, code), ())
    others = tuple(other for other in claimants if other != buyer)
    others_ton = float(sum(_ton(other, code) for other in others))
    deal = Deal(
        supplier,
        buyer,
        each,
        reports,
        stage,
        stage_year,
        hub=bool(reports) and is_hub(supplier, each, reports),
        substitute=bool(reports) and all(report.substitute for report in reports),
        sure=not reports or any(report.sure for report in reports),
        weak=bool(reports) and all(report.weak for report in reports),
        need_ton=ton,
        need_pieces=pieces,
        need_rupiah=rupiah,
        need_year=year,
        reliable=reliable,
        supply=known,
        own=own,
        surplus=left,
        verdict=verdict,
        prices=prices,
        km=km,
        sea=way.sea(supplier, buyer),
        ring=ring,
        reach=reach,
        evidence=evidence,
        light="",
        lacks="",
        measured=False,
        others=others,
        others_ton=others_ton,
        enough=not others_ton + (0.0 if math.isnan(ton) else ton) > left,
        producer=supply.is_producer(supplier, code),
        source_ids=_sources(reports, known, prices),
    )
    measured = not deal.hub and _measured_only(deal)
    first = deal.enough or claimants[:1] == (buyer,)
    light, lacks = _light(deal, measured, first)
    return replace(deal, measured=measured, light=light, lacks=lacks)


def _light(deal: Deal, measured: bool, first_claim: bool) -> tuple[str, str]:
    """How sure a deal is, and what keeps it from being strong."""
    if deal.hub:
        return "", ""
    about = {
        "dated": any(each.year is not None for each in deal.reports),
        "recent": any(not each.old and each.year is not None for each in deal.reports),
        "sure": any(each.sure and not (each.weak or each.old or each.substitute) for each in deal.reports),
        "first_claim": first_claim,
    }
    lacks = rules.lacks(deal.evidence, **about)
    if not deal.reported and not measured:
        return rules.WEAK, lacks
    hectares = deal.supply.area is not None and not deal.supply.doubt
    return rules.light(deal.evidence, hectares=hectares, **about), lacks


@data.by_version(*TABLES)
def _need_rows() -> dict[tuple[str, str], tuple[float, float, float, int | None, float]]:
    frame = need.needs()
    return {
        key: (row.ton, row.pieces, row.rupiah, int(row.year), row.reliable)
        for key, row in zip(frame.index, frame.itertuples(), strict=True)
    }


def _ton(region: str, code: str) -> float:
    row = _need_rows().get((region, code))
    return row[0] if row is not None and row[0] == row[0] else 0.0


def _reported(reports: tuple[Report, ...]) -> str:
    if not reports:
        return rules.NO
    plain = any(
        not each.old and not each.substitute and (each.agreed or each.stage == "diberitakan")
        for each in reports
    )
    return rules.YES if plain else rules.UNKNOWN


def _supplied(supplier: str, known: supply.Supply, left: float, code: str) -> str:
    if not known.measured:
        return rules.UNKNOWN
    if code == RICE:
        return rules.YES if supply.is_producer(supplier, code) else rules.NO
    if math.isnan(left):  # the need at home is not recorded
        return rules.YES if known.ton > 0 else rules.NO
    return rules.YES if left > 0 else rules.NO


def _near(km: float, reach: float, ring: bool) -> str:
    if ring:
        return rules.YES
    if math.isnan(km):
        return rules.UNKNOWN
    return rules.YES if km <= reach else rules.NO


def _measured_only(deal: Deal) -> bool:
    """Whether a measured surplus alone may name the supplier to the buyer."""
    each, code = deal.good, deal.good.code
    if not each.measured_only or not naming.is_kota(deal.buyer) or deal.own.doubt:
        return False
    if code == SEA_FISH and deal.buyer in way.coastal() | supply.fishing_ports():
        return False
    wanted, left = deal.need_ton, deal.surplus
    if code == RICE:
        wanted = need.rice_ton(deal.buyer)
        home = rules.surplus(deal.supply.ton, need.rice_ton(deal.supplier), each.io_factor)
        left = NAN if deal.supply.form else home
    if not naming.is_kota(deal.supplier):
        left -= _claimed_near(deal.supplier, each, but=deal.buyer)
    missing = rules.gap(wanted, each.io_factor, deal.own.ton)
    ratio = deal.prices[0].supplier / deal.prices[0].buyer if deal.prices else NAN
    return bool(
        deal.km <= rules.FAR_KM
        and not deal.sea
        and wanted >= rules.LEAST_NEED
        and left >= max(rules.LEAST_SURPLUS, rules.LEAST_SHARE_OF_GAP * missing)
        and not deal.own.ton >= rules.OWN_SUPPLY_SHARE * wanted
        and rules.price_allows(deal.km, deal.verdict, ratio, each.chili)
    )


@data.by_version(*TABLES, size=1024)
def _claimed_near(supplier: str, each: Good, but: str) -> float:
    """What the kota within 40 km of a kabupaten lack of the good: first served, before any other city."""
    near = [
        city for city in way.near(supplier, rules.SERVED_FIRST_KM) if naming.is_kota(city) and city != but
    ]
    total = 0.0
    for city in near:
        wanted = need.rice_ton(city) if each.code == RICE else _ton(city, each.code)
        total += rules.gap(wanted, each.io_factor, supply.supply(city, each.code).ton)
    return total


def _sources(reports, known: supply.Supply, prices) -> tuple[str, ...]:
    found = [each.source_id for each in reports]
    found += known.source_ids
    found += [known.area.source_id] if known.area is not None else []
    found += [source for each in prices for source in each.source_ids]
    return tuple(dict.fromkeys(found))
