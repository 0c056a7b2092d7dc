"""What a card holds: codes and numbers with their sources, no words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.deals import LIGHT_ORDER
from findings.deals.price import Compared
from findings.deals.reports import Report
from findings.deals.table import Deal
from findings.deals.told import DENIED
from findings.goods import Good

BUY, SELL = "beli", "jual"
# Forms of a card.
DEAL, HUB, GAP, UNKNOWN_BUYER, SMALL, EMPTY = "deal", "hub", "gap", "unknown_buyer", "small", "empty"
WITH_PARTNER = (DEAL, HUB)


@dataclass(frozen=True)
class Need:
    """What the households of a place use in a year: tons or pieces, rupiah, the survey's year."""

    region: str
    good: Good
    ton: float
    pieces: float
    rupiah: float
    year: int | None
    source_ids: tuple[str, ...]


@dataclass(frozen=True)
class Official:
    """What officials said a place needs or makes: amount of `unit` in a `span` (hari, bulan, tahun)."""

    need: float
    need_high: float
    production: float
    unit: str
    span: str
    period: str
    source_id: str


@dataclass(frozen=True)
class Origin:
    """Where a trading city has a good from: the place, how it is known, the year of the report."""

    region: str
    basis: str
    year: int | None
    source_id: str


@dataclass(frozen=True)
class Fact:
    """One figure of a product as its source gives it."""

    fact: str
    low: float
    high: float
    text: str
    unit: str
    year: int | None
    source_id: str


@dataclass(frozen=True)
class Card:
    """One card of a city.

    Parameters
    ----------
    city, side, form
        The city whose card it is; it buys (``beli``) or sells (``jual``); which form of card.
    good
        The good; None for an empty card and a line of several.
    deal
        The leading deal: of the city as buyer with its supplier, or as supplier with its first buyer.
    needs
        The buyer's need; several for a gap card on several foods, or those of possible buyers.
    official
        What officials said of the buyer's need.
    others
        Other deals of the same good: suppliers of the buyer, or further buyers of the supplier.
    producers
        Known producers within 100 km that no report names.
    stated
        The reported deal that stands beside when a nearer producer leads.
    outside
        Reported suppliers outside Sumatra.
    origins
        Where a hub has the good from.
    failed
        What is told to have failed.
    past
        Old reports that no longer lead.
    cheaper
        Places where the good's consumer price is lower (a sign, no proof): code, km, the comparison.
    small
        Deals that share one line.
    facts
        Figures of the product.
    products
        Names of what is made in the city whose buyers are unknown.
    note
        The local reason why nothing is sold, and its source.
    """

    city: str
    side: str
    form: str
    good: Good | None = None
    deal: Deal | None = None
    needs: tuple[Need, ...] = ()
    official: tuple[Official, ...] = ()
    others: tuple[Deal, ...] = ()
    producers: tuple[Deal, ...] = ()
    stated: Deal | None = None
    outside: tuple[Report, ...] = ()
    origins: tuple[Origin, ...] = ()
    failed: tuple[Report, ...] = ()
    past: tuple[Report, ...] = ()
    cheaper: tuple[tuple[str, float, Compared], ...] = ()
    small: tuple[Deal, ...] = ()
    facts: tuple[Fact, ...] = ()
    products: tuple[str, ...] = ()
    note: str = ""
    note_basis: str = ""

    @property
    def lead(self) -> Deal:
        """The leading deal of a card that rests on one; raises ValueError on any other card."""
        if self.deal is None:
            raise ValueError(f"a card {self.form} of {self.city} rests on no deal")
        return self.deal

    @property
    def about(self) -> Good:
        """The good of a card that is about one; raises ValueError on any other card."""
        if self.good is None:
            raise ValueError(f"a card {self.form} of {self.city} is about no good")
        return self.good

    @property
    def light(self) -> str:
        """``kuat``, ``sedang``, ``lemah``; empty for a hub, a gap and an empty card."""
        if self.form == SMALL:
            return "sedang" if any(not deal.old for deal in self.small) else "lemah"
        return self.deal.light if self.form == DEAL and self.deal is not None else ""

    @property
    def denied(self) -> bool:
        """Whether another source says that the good does not come from there."""
        return any(report.stage == DENIED for report in self.failed)

    @property
    def partner(self) -> str:
        """Code of the other place of the leading deal, empty without one."""
        if self.deal is None:
            return ""
        return self.deal.supplier if self.side == BUY else self.deal.buyer

    @property
    def source_ids(self) -> tuple[str, ...]:
        """All sources of the card, each once."""
        found = list(self.deal.source_ids) if self.deal is not None else []
        for need in self.needs:
            found += need.source_ids
        found += [each.source_id for each in self.official]
        for deal in (*self.others, *self.small):
            found += [report.source_id for report in deal.reports]
        found += [each.source_id for each in self.origins]
        found += [each.source_id for each in (*self.failed, *self.past, *self.outside)]
        found += [each.source_id for each in self.facts]
        found += [source for _place, _km, seen in self.cheaper for source in seen.source_ids]
        return tuple(dict.fromkeys(source for source in found if source))


def surest(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return `cards`, the surest first; of two as sure what no source denies, then what the city sells."""
    return tuple(sorted(cards, key=lambda card: (LIGHT_ORDER[card.light], card.denied, card.side != SELL)))
