"""Deals in goods: what a city could buy from whom and sell to whom, checked against what is recorded.

Rules in :mod:`analysis.deals`; one module a question here. No words: those are in ``wording.deals``.
"""

from findings.deals.details import need_of
from findings.deals.summary import cards, deals, headline, strongest

__all__ = ["cards", "deals", "headline", "need_of", "strongest"]
