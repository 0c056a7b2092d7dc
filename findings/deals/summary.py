"""What other modules ask for: all deals as a table, a city's cards, the strongest, what it is known for."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

import data
from analysis import deals as rules
from findings.deals.buying import buyer_cards, weight
from findings.deals.details import facts_of
from findings.deals.records import DEAL, HUB, SMALL, UNKNOWN_BUYER, Card
from findings.deals.selling import supplier_cards
from findings.deals.table import TABLES, Deal, all_deals
from findings.goods import makers

CARD_TABLES = (*TABLES, "food_balances", "product_facts", "city_notes")
COLUMNS = (
    "supplier", "buyer", "good", "demand_ton", "demand_pieces", "demand_rupiah", "demand_year",
    "supply_ton",
    "supply_status", "supply_year", "amount_ton", "unit_value_supplier", "unit_value_buyer", "unit", "km",
    "sea", *rules.EVIDENCE, "light", "stage", "stage_year", "hub", "measured_only", "source_ids",
)  # fmt: skip


@dataclass(frozen=True)
class Cards:
    """The cards of a city, up to three of each side."""

    city: str
    buying: tuple[Card, ...]
    selling: tuple[Card, ...]

    @property
    def all(self) -> tuple[Card, ...]:
        """Both sides, buying first."""
        return (*self.buying, *self.selling)


@data.by_version(*CARD_TABLES)
def _frame() -> pd.DataFrame:
    frame = pd.DataFrame([_row(deal) for deal in all_deals()], columns=list(COLUMNS))
    return frame.astype({"demand_year": "Int64", "supply_year": "Int64", "stage_year": "Int64"})


def _row(deal: Deal) -> tuple:
    first = deal.prices[0] if deal.prices else None
    nan = float("nan")
    return (
        deal.supplier,
        deal.buyer,
        deal.good.code,
        deal.need_ton,
        deal.need_pieces,
        deal.need_rupiah,
        deal.need_year,
        deal.supply.ton,
        deal.supply.status,
        deal.supply.year,
        deal.surplus,
        first.supplier if first else nan,
        first.buyer if first else nan,
        first.unit if first else "",
        deal.km,
        deal.sea,
        *(deal.evidence[name] for name in rules.EVIDENCE),
        deal.light,
        deal.stage,
        deal.year,
        deal.hub,
        deal.measured and not deal.reported,
        deal.source_ids,
    )


def deals(supplier: str | None = None, buyer: str | None = None, good: str | None = None) -> pd.DataFrame:
    """Return every deal there is evidence for, of all suppliers of Sumatra.

    Parameters
    ----------
    supplier, buyer
        BPS code of a kabupaten or kota; None: all.
    good
        Code of a good (``cabai_merah``, or the words of a craft); None: all.

    Returns
    -------
    DataFrame
        One row a deal, the strongest and nearest of each buyer and good first: ``supplier``, ``buyer``,
        ``good``; ``demand_ton``, ``demand_rupiah`` of the buyer's households a year (NaN where the survey
        does not hold the good; eggs: tons NaN, ``demand_pieces``), ``demand_year`` of the survey;
        ``supply_ton``, ``supply_status``,
        ``supply_year`` (measured since 2018 only); ``amount_ton`` the supplier's surplus (NaN unknown, the
        same for each of its buyers: it is promised to none); ``unit_value_supplier``,
        ``unit_value_buyer``, ``unit`` (rupiah a kg, butir or ons); ``km`` straight line, ``sea``; the
        evidence columns (yes, no, unknown); ``light`` (kuat, sedang, lemah; empty for a hub); ``stage``
        and ``stage_year`` of its best report; ``hub``; ``measured_only``; ``source_ids`` (tuple).

    Raises
    ------
    UnknownCity
        If a code is no kabupaten or kota.
    """
    known = data.regencies().index
    for code in (supplier, buyer):
        if code is not None and code not in known:
            raise data.UnknownCity(code, known)
    frame = _frame()
    for column, wanted in (("supplier", supplier), ("buyer", buyer), ("good", good)):
        if wanted is not None:
            frame = frame[frame[column] == wanted]
    strength = frame["light"].map(rules.LIGHT_ORDER)
    order = frame.assign(strength=strength).sort_values(["buyer", "good", "strength", "km"], kind="stable")
    return order.drop(columns="strength").reset_index(drop=True)


def between(supplier: str, buyer: str) -> tuple[Deal, ...]:
    """Return the deals from one place to another, each good once."""
    return tuple(deal for deal in all_deals() if deal.supplier == supplier and deal.buyer == buyer)


def price_compass(good: str) -> tuple[int, float]:
    """Return the reported pairs of a good with prices at both ends, and the share cheaper at the supplier.

    A share near one half says that the price does not tell who supplies whom; NaN without a pair.
    """
    told = deals(good=good)
    told = told[(told["reported"] != rules.NO) & told["unit_value_supplier"].notna()]
    return len(told), float((told["unit_value_supplier"] < told["unit_value_buyer"]).mean())


@data.by_version(*CARD_TABLES, size=64)
def cards(city: str) -> Cards:
    """Return what a city could buy and sell: up to three cards a side, fewer where less is known.

    Raises
    ------
    UnknownCity
        If the code is none of the 34 members.
    """
    if city not in data.cities().index:
        raise data.UnknownCity(city, data.cities().index)
    return Cards(city, buyer_cards(city), supplier_cards(city))


@data.by_version(*CARD_TABLES, size=8)
def strongest(komwil: str | None = data.HOME_KOMWIL, most: int = 6) -> tuple[Card, ...]:
    """Return the strongest deals of a Komwil as buyers' cards, strong ones first, then by rupiah of need.

    Each good twice and each city twice at most, so that the list is not one good over and over.
    """
    found = [
        card
        for city in data.cities(komwil).index
        for card in cards(city).buying
        if card.form == DEAL and card.light in (rules.STRONG, rules.MEDIUM)
    ]
    found.sort(
        key=lambda card: (
            rules.LIGHT_ORDER[card.light],
            not card.lead.reported,
            -weight(card.city, card.lead),
        )
    )
    kept: list[Card] = []
    used: dict[str, int] = {}
    for card in found:
        names = (card.about.code, card.city, card.partner)
        if all(used.get(name, 0) < 2 for name in names) and len(kept) < most:
            kept.append(card)
            used |= {name: used.get(name, 0) + 1 for name in names}
    return tuple(kept)


@data.by_version(*CARD_TABLES)
def leading_pair() -> tuple[str, str]:
    """Return supplier and buyer of the strongest deal of two member cities; without any the first two."""
    cities = data.cities().index
    deals_of = strongest(None, most=len(cities))
    return next(((card.partner, card.city) for card in deals_of if card.partner in cities), tuple(cities[:2]))


@data.by_version(*CARD_TABLES, size=64)
def headline(city: str) -> tuple[str, str, Card | None]:
    """Return what a city is known for: (kind, good or product, card).

    Tradable strength backed by products and flows first: ``sells`` (a good with a recorded buyer or a
    measured surplus), ``trades`` (a hub), ``makes`` (its best documented product), ``buys`` (what it buys
    most), ``unknown``. Services and government never.
    """
    mine = cards(city)
    known = [
        ("sells", _best([card for card in mine.selling if card.form == DEAL or _own_surplus(city, card)])),
        ("trades", _best([card for card in mine.selling if card.form == HUB])),
    ]
    for kind, card in known:
        if card is not None:
            return kind, card.about.code, card
    traded = _traded(city)
    if traded:
        return "trades", traded, None
    small = next((card for card in mine.selling if card.form == SMALL), None)
    if small is not None and _documented(city, small):
        return "sells", small.small[0].good.code, small
    made = _best_product(city)
    if made:
        return "makes", made, None
    rest = [*(card for card in mine.selling if card.form == UNKNOWN_BUYER), *([small] if small else [])]
    if rest:
        return "sells", (rest[0].good or rest[0].small[0].good).code, rest[0]
    bought = next((card for card in mine.buying if card.form in (DEAL, HUB)), None)
    return ("buys", bought.about.code, bought) if bought is not None else ("unknown", "", None)


def _best(found: list[Card]) -> Card | None:
    """The card of the largest market."""
    return max(
        found, key=lambda card: sum(need.rupiah for need in card.needs if need.rupiah > 0), default=None
    )


def _documented(city: str, small: Card) -> bool:
    """Whether figures of a product of the city stand in the sources of its small goods, or on the good."""
    if facts_of(city, small.small[0].good.code):
        return True
    products = data.load("products")
    mine = set(products.loc[products["region_code"] == city, "product_id"])
    facts = data.load("product_facts")
    told = set(facts.loc[facts["product_id"].isin(mine), "source_id"])
    return any(report.source_id in told for report in small.small[0].reports)


def _own_surplus(city: str, card: Card) -> bool:
    """Whether a surplus without known buyers is of a product the city is listed with."""
    return card.form == UNKNOWN_BUYER and (city, card.about.code) in makers()


HUB_BUYERS = 3


def _traded(city: str) -> str:
    """The food that most places, three at least, are told to have through a city; "" without one."""
    buyers: dict[str, set[str]] = {}
    for deal in all_deals():
        behind = deal.hub or any(report.hub for report in deal.reports)
        if deal.supplier == city and behind and deal.good.on_card and deal.good.food and not deal.old:
            buyers.setdefault(deal.good.code, set()).add(deal.buyer)
    best = max(buyers, key=lambda code: len(buyers[code]), default="")
    return best if best and len(buyers[best]) >= HUB_BUYERS else ""


RECOGNISED = 1.0
FIGURES = {"production": 1.0, "makers": 1.0, "workers": 1.0, "recognition": 1.0, "buyers": 0.5}
# A city's food is what strangers know it by before its crafts.
EDIBLE = ("kuliner", "perikanan", "pertanian")


def _best_product(city: str) -> str:
    """The product of the city's own with the most documented figures and recognition; "" without any."""
    table = data.load("products")
    mine = table[
        (table["region_code"] == city)
        & (table["role"] == "produk")
        & table["category"].isin(("kuliner", "kerajinan", "perikanan", "pertanian"))
    ]
    facts = data.load("product_facts").drop_duplicates(["product_id", "fact"])
    counted = facts["fact"].map(FIGURES).groupby(facts["product_id"]).sum()
    known = mine["recognition"].notna().astype("float64") * RECOGNISED + mine["category"].isin(EDIBLE).astype(
        float
    )
    figures = mine["product_id"].map(counted).astype("float64").fillna(0)
    scores = (figures + known).where(figures > 0, 0)
    return str(mine.loc[scores.idxmax(), "product"]) if (scores > 0).any() else ""
