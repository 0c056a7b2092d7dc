"""Deals in goods: what a city could buy from whom and sell to whom, checked against what is recorded.

Rules in :mod:`analysis.deals`; one module a question here. No words: those are in ``wording.deals``.
"""

from findings.deals.details import need_of
from findings.deals.summary import between, cards, deals, headline, leading_pair, price_compass, strongest
from findings.deals.supply import supply as supply_of
from findings.deals.supply import surplus_of
from findings.deals.way import km

__all__ = [
    "between", "cards", "deals", "headline", "km", "leading_pair", "need_of", "price_compass", "strongest",
    "supply_of", "surplus_of",
]  # fmt: skip
