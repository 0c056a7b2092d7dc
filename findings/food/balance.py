"""A food in a city: what is used, what is made there and around, who supplies it, what was agreed when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

import data
from analysis import deals as rules
from findings.deals import way
from findings.deals.buying import candidates as lead_candidates
from findings.deals.buying import lead
from findings.deals.details import need_of, officials
from findings.deals.records import Need, Official
from findings.deals.reports import Report, failures
from findings.deals.summary import CARD_TABLES
from findings.deals.supply import Supply, is_producer, supply
from findings.deals.table import Deal, all_deals
from findings.food import market
from findings.goods import Good, trade_goods
from findings.price_series import monthly

HINTERLAND_KM = 60.0
RUNNING = ("berjalan", "terkirim")
MOST_SUPPLIERS = 8
LEAST_CANDIDATES = 5  # places a price is set beside, also where nobody is known to supply
REPORTED, PRODUCER, NEAR = "reported", "producer", "near"


@dataclass(frozen=True)
class Balance:
    """What is known of one good in one city.

    `need` None where the survey does not hold the good; `around` the kabupaten that surround the city or lie
    within :data:`HINTERLAND_KM` on its island, with what they are known to make, the largest first.
    """

    city: str
    good: Good
    need: Need | None
    official: tuple[Official, ...]
    own: Supply
    around: tuple[tuple[str, Supply], ...]

    @property
    def source_ids(self) -> tuple[str, ...]:
        """All sources of the balance."""
        found = list(self.need.source_ids) if self.need else []
        found += [each.source_id for each in self.official]
        for each in (self.own, *(made for _place, made in self.around)):
            found += each.source_ids
        return tuple(dict.fromkeys(found))


@data.by_version("foods", "household_spending")
def codes() -> pd.DataFrame:
    """Return every food one can ask for: those of the survey, its groups, and staples it does not hold.

    Returns
    -------
    DataFrame
        Indexed by code (as :func:`findings.food.market.foods`; a staple by its ``food_id``): ``good``
        (code of the trade good, "" for none), ``commodity`` (of the price table, "" for none), ``name`` (""
        where the survey names it), ``survey`` (whether there is a market to compute).
    """
    foods = data.load("foods")
    rows = dict.fromkeys(market.foods().index, ("", "", "", True))
    for row in foods.itertuples():
        in_survey = isinstance(row.susenas_commodity, str)
        code = row.susenas_commodity if in_survey else row.food_id
        good = row.trade_good if isinstance(row.trade_good, str) else ""
        commodity = row.price_commodity if isinstance(row.price_commodity, str) else ""
        if in_survey and code not in rows:
            continue
        rows[code] = (good, commodity, "" if in_survey else row.name_id, in_survey)
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=["good", "commodity", "name", "survey"])
    return frame.rename_axis("code")


class Food(NamedTuple):
    """One row of :func:`codes`."""

    good: str
    commodity: str
    name: str
    survey: bool


@data.by_version("foods", "household_spending")
def known_foods() -> dict[str, Food]:
    """Return the rows of :func:`codes` by code, in its order; whoever gets it must not change it."""
    return {row[0]: Food(*row[1:]) for row in codes().itertuples(name=None)}


def food(code: str) -> Food:
    """Return one row of :func:`codes`. Raises KeyError for an unknown code."""
    return known_foods()[code]


@data.by_version(*CARD_TABLES, size=256)
def balance(city: str, code: str) -> Balance:
    """Return what is known of the trade good `code` in a city."""
    near = [
        place
        for place, km in way.distances().loc[city].sort_values().items()
        if place != city and km <= HINTERLAND_KM and not way.sea(city, place)
    ]
    around = [(place, supply(place, code)) for place in near]
    known = [(place, each) for place, each in around if each.measured or each.projected or each.area]
    known.sort(key=lambda pair: -(pair[1].ton if pair[1].measured else 0.0))
    return Balance(
        city,
        trade_goods()[code],
        need_of(city, code),
        officials(city, code),
        supply(city, code),
        tuple(known),
    )


@data.by_version(*CARD_TABLES, size=256)
def suppliers(city: str, code: str) -> tuple[Deal, ...]:
    """Return who supplies the good to the city or could, in the order of the deals, at most eight."""
    found = [
        deal
        for deal in all_deals()
        if deal.buyer == city and deal.good.code == code and (deal.reports or deal.measured)
    ]
    return tuple(sorted(found, key=lambda deal: deal.order)[:MOST_SUPPLIERS])


@dataclass(frozen=True)
class Candidate:
    """A place the food could come from: why it is named, what it is known to make, the deal if there is one.

    `why`: :data:`REPORTED` by the news or measured, :data:`PRODUCER` by a table, or only :data:`NEAR`.
    """

    place: str
    why: str
    supply: Supply
    deal: Deal | None = None


@data.by_version(*CARD_TABLES, size=256)
def candidates(city: str, code: str, priced: tuple[str, ...] = ()) -> tuple[Candidate, ...]:
    """Return who supplies the good, then known producers in reach, then the nearest places with a price.

    The order of the method: the reported first, at most eight; producers and then the nearest, both within
    150 km on the same island, fill up to :data:`LEAST_CANDIDATES`: a balance never stands without a price.

    Parameters
    ----------
    priced
        Places whose price of the food is recorded: only these are named for being near.
    """
    found = [Candidate(deal.supplier, REPORTED, deal.supply, deal) for deal in suppliers(city, code)]
    around = way.near(city, rules.FAR_KM)
    for why, here in (
        (PRODUCER, [place for place in around if is_producer(place, code)]),
        (NEAR, [place for place in around or _over_sea(city) if place in priced]),
    ):
        named = {each.place for each in found}
        found += [Candidate(place, why, supply(place, code)) for place in here if place not in named][
            : max(0, LEAST_CANDIDATES - len(found))
        ]
    return tuple(found)


@data.by_version(*CARD_TABLES, "food_prices", size=1024)
def known_candidates(city: str, food_code: str) -> tuple[Candidate, ...]:
    """Return :func:`candidates` of a food of :func:`codes`, the near ones those with a price of it.

    Empty where the food is no trade good.
    """
    row = food(food_code)
    if not row.good:
        return ()
    return candidates(city, row.good, tuple(monthly(row.commodity).columns) if row.commodity else ())


def _over_sea(city: str) -> list[str]:
    """The places nearest to a city that has its island for itself."""
    kilometres = way.distances().loc[city].drop(city).sort_values()
    return list(kilometres.index[kilometres <= rules.FAR_KM])


@data.by_version(*CARD_TABLES, size=256)
def history(city: str, code: str) -> tuple[Report, ...]:
    """Return what was reported of the good coming to the city, by year, the undated last; each once.

    What stalled or broke off belongs to it: the next agreement is made by those who know why.
    """
    found: dict[tuple, Report] = {}
    for deal in all_deals():
        if deal.buyer == city and deal.good.code == code:
            for report in deal.reports:
                found.setdefault((report.year, report.supplier, report.stage), report)
    for report in failures(city, code):
        found.setdefault((report.year, report.supplier, report.stage), report)
    return tuple(sorted(found.values(), key=lambda report: (report.year is None, report.year or 0)))


@dataclass(frozen=True)
class Dependence:
    """How a city hangs on its suppliers: who is reported to run, whether all cross the sea, who is next."""

    running: tuple[Deal, ...]
    all_over_sea: bool
    following: Deal | None


def dependence(city: str, code: str) -> Dependence:
    """Return who runs, whether the sea is the only way, and who would be next."""
    found = suppliers(city, code)
    running = tuple(deal for deal in found if deal.stage in RUNNING and not deal.old)
    served = {deal.supplier for deal in running}
    # The one that leads on the city's card, so that both pages name the same.
    first, _beside = lead(lead_candidates(city, code))
    rest = [deal for deal in (first, *found) if deal is not None and deal.supplier not in served]
    following = next((deal for deal in rest if deal is first or not deal.old), None)
    return Dependence(running, bool(running) and all(deal.sea for deal in running), following)
