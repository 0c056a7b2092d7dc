"""What the page on impact starts from: which goods, from whom, at which price, how much of the need."""

from __future__ import annotations

import math
from typing import NamedTuple

import data
from analysis.market import great_circle_km
from data.places import places
from findings import deals
from findings.deals.buying import candidates, lead
from findings.deals.need import needs
from findings.deals.price import compare
from findings.goods import trade_goods

# Mills belong to manufacturing in the classification of industries (KBLI), what they mill to agriculture.
MILLED = frozenset({"beras", "gula_pasir", "minyak_goreng"})
FARM, INDUSTRY = "A", "C"
THOUSAND = 1000
UNKNOWN_NEED = 1000.0
STEPS = (1, 2, 5)


class Start(NamedTuple):
    """Figures to start from; NaN where not known.

    Attributes
    ----------
    amount, price
        A tenth of the buyer's need as a round number, in tons (thousands where the good is counted in
        pieces); rupiah a kilogram (a piece) at the seller, else at the buyer.
    price_at
        Code of the place the price is of; empty without one.
    need
        What the buyer's households use in a year, in the unit of `amount`.
    year
        Of the need, and of a price out of the survey.
    months
        First and last month of the consumer prices that `price` is the mean of, as on the cards; empty
        where it is the survey's.
    """

    amount: float
    price: float
    price_at: str
    need: float
    year: int | None
    months: tuple[str, ...] = ()


def goods() -> tuple[str, ...]:
    """Return the goods that can be chosen, by code."""
    return tuple(trade_goods())


def sector_of(good: str) -> str:
    """Return the sector that makes a good."""
    rows = data.load("foods")
    forms = set(rows.loc[(rows["trade_good"] == good) | (rows["food_id"] == good), "form"])
    return INDUSTRY if good in MILLED or forms == {"olahan"} else FARM


@data.by_version("regions")
def sellers(buyer: str) -> tuple[str, ...]:
    """Return the kabupaten and kota of Sumatra that can be chosen as seller, the nearest first."""
    kilometres = great_circle_km(places()[["latitude", "longitude"]])[buyer].drop(buyer)
    return tuple(kilometres.sort_values().index)


def first_seller(buyer: str, good: str) -> str:
    """Return the supplier that leads on the buyer's card, else the first of the deals, else the nearest."""
    first, _beside = lead(candidates(buyer, good))
    if first is not None and first.supplier in places().index:
        return first.supplier
    known = deals.deals(buyer=buyer, good=good)
    named = [code for code in known["supplier"] if code in places().index and code != buyer]
    return named[0] if named else sellers(buyer)[0]


@data.by_version(
    "foods", "food_prices", "food_quantities", "household_spending", "regions", "indicators", size=512
)
def start(buyer: str, seller: str, good: str) -> Start:
    """Return amount and price to start from: consumer prices as on the cards, else the household survey."""
    pieces = trade_goods()[good].pieces
    column, unit = ("pieces", THOUSAND) if pieces else ("ton", 1)
    need = _of(buyer, good, column) / unit
    price, at = math.nan, ""
    months: tuple[str, ...] = ()
    _verdict, compared = compare(good, seller, buyer)
    if compared and compared[0].basis == "consumer" and not pieces:  # these are per kg
        price, at, months = round(compared[0].supplier, -1), seller, compared[0].period
    for place in (seller, buyer):
        used, rupiah = _of(place, good, column) / unit, _of(place, good, "rupiah")
        if not at and used > 0 and rupiah > 0:
            price, at = round(rupiah / used / THOUSAND, -1), place
    year = int(needs()["year"].iloc[0])
    return Start(_round_part((need if need > 0 else UNKNOWN_NEED) / 10), price, at, need, year, months)


def _of(place: str, good: str, column: str) -> float:
    table = needs()
    return float(table.at[(place, good), column]) if (place, good) in table.index else math.nan


def _round_part(value: float) -> float:
    """Return the largest of 1, 2, 5, 10, 20, 50 … that is not above `value`; at least 1."""
    if not value >= 1:
        return 1.0
    power = 10 ** math.floor(math.log10(value))
    return float(max(step * power for step in STEPS if step * power <= value))
