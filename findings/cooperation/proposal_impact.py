"""What the terms of a proposal would set in motion: who buys what from whom in a year, as far as said."""

from __future__ import annotations

from typing import NamedTuple

import data
from analysis.deliveries import DAYS
from data.places import places
from data.proposals import Proposal
from data.proposals.terms import in_unit
from findings import deals
from findings.cooperation import agreements
from findings.goods import trade_goods
from findings.impact import deal as deal_impact
from findings.impact import regional as regional_impact
from findings.impact.regional import RegionalImpact

THOUSAND = 1000
PIECE, KILOGRAM = "butir", "kg"


class Purchase(NamedTuple):
    """One purchase a year.

    Attributes
    ----------
    amount
        Tons, or thousands where the good is counted; None: not agreed yet.
    price
        Rupiah a kilogram, or a piece; None: not agreed yet.
    """

    buyer: str
    seller: str
    good: str
    amount: int | None
    price: int | None


def of_proposal(proposal: Proposal) -> Purchase | None:
    """Return what a proposal buys and sells; None where no good of the list or no two places can be told."""
    good, pair = agreements.good_of(proposal), _pair(proposal)
    if not good or pair is None:
        return None
    buyer, seller = pair
    unit = PIECE if trade_goods()[good].pieces else KILOGRAM
    return Purchase(buyer, seller, good, _amount(proposal, unit), _price(proposal, unit))


def impact(purchase: Purchase) -> RegionalImpact | None:
    """Return what the purchase sets in motion; None while amount or price is open."""
    if purchase.amount is None or purchase.price is None:
        return None
    sector = deal_impact.sector_of(purchase.good)
    return regional_impact.purchase(
        purchase.seller, sector, float(purchase.amount) * THOUSAND * purchase.price
    )


def _pair(proposal: Proposal) -> tuple[str, str] | None:
    """Buyer and seller: as the deal it started from says, else as the deals know, else the second sells."""
    members, inside = set(data.cities().index), set(places().index)
    if proposal.origin:
        seller, buyer = proposal.origin[:2]
        return (buyer, seller) if buyer in members and seller in inside else None
    if len(proposal.parties) != len(("one", "other")):
        return None
    one, other = proposal.parties
    ways = [(b, s) for b, s in ((one, other), (other, one)) if b in members and s in inside]
    known = [(b, s) for b, s in ways if len(deals.deals(supplier=s, buyer=b))]
    return next(iter([*known, *ways]), None)


def _amount(proposal: Proposal, unit: str) -> int | None:
    terms = proposal.terms
    if terms.volume is None or terms.period not in DAYS:
        return None
    each = in_unit(terms.volume, terms.unit, unit)
    if each is None:
        return None
    return max(1, round(each * DAYS["tahun"] / DAYS[terms.period] / THOUSAND))


def _price(proposal: Proposal, unit: str) -> int | None:
    terms = proposal.terms
    per_unit = in_unit(1.0, terms.unit, unit)
    return None if terms.price is None or not per_unit else round(terms.price / per_unit)
