"""The longer frames behind a story, as its workbook lists them: codes and numbers only."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

import data
from analysis.deals import EVIDENCE
from findings import deals
from findings.cities import profile as city_profile
from findings.deals.records import HUB, Card

PRODUCT_COLUMNS = ["region_code", "product", "category", "sector", "role", "description", "source_id"]
SECTOR_COLUMNS = ["sector", "period", "rupiah", "share", "reference_share", "lq", "small", "source_id"]
INDICATOR_COLUMNS = ["indicator", "value", "unit", "year", "rank", "of", "source_id"]
NEED_COLUMNS = ["buyer", "commodity", "supplier_as_stated", "description", "source_id"]
DEAL_COLUMNS = [
    "supplier", "buyer", "good", "demand_ton", "demand_pieces", "demand_rupiah", "demand_year",
    "supply_ton",
    "supply_status", "supply_year", "amount_ton", "unit_value_supplier", "unit_value_buyer", "unit", "km",
    *EVIDENCE, "light", "stage", "stage_year",
]  # fmt: skip
_KEYS = ["supplier", "buyer", "good"]


def sectors(city: str) -> pd.DataFrame:
    """Return :data:`SECTOR_COLUMNS` of every sector of a city; empty without a complete quarter."""
    try:
        frame = city_profile.structure(city).reset_index()
    except data.DataError:  # the quarter is not complete: no reference economy to compare with
        return pd.DataFrame(columns=SECTOR_COLUMNS)
    return frame.assign(period=data.latest_quarter())[SECTOR_COLUMNS]


def indicators(city: str) -> pd.DataFrame:
    """Return :data:`INDICATOR_COLUMNS` of the indicators of a city, see ``city_profile.indicators``."""
    return city_profile.indicators(city).reset_index()[INDICATOR_COLUMNS]


def needs(cities: tuple[str, ...]) -> pd.DataFrame:
    """Return :data:`NEED_COLUMNS` of the needs that are told of `cities`."""
    rows = data.load("needs").rename(columns={"buyer_code": "buyer"})
    return rows.loc[rows["buyer"].isin(cities), NEED_COLUMNS]


def deals_of(cards: Iterable[Card]) -> pd.DataFrame:
    """Return :data:`DEAL_COLUMNS` of the deals that `cards` rest on, in their order."""
    shown = [deal for card in cards for deal in (card.deal, *card.small) if deal is not None]
    wanted = [(each.supplier, each.buyer, each.good.code) for each in shown]
    known = deals.deals().set_index(_KEYS)
    return _lit(known.loc[[key for key in wanted if key in known.index]].reset_index())[DEAL_COLUMNS]


def deals_between(a: str, b: str) -> pd.DataFrame:
    """Return :data:`DEAL_COLUMNS` of what is recorded or measured between two cities, both ways."""
    both = [deals.deals(supplier=a, buyer=b), deals.deals(supplier=b, buyer=a)]
    frame = pd.concat(both, ignore_index=True)
    return _lit(frame[(frame["stage"] != "") | frame["measured_only"]])[DEAL_COLUMNS]


def _lit(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with ``hub`` as the light of a hub: an empty cell of the workbook is one not recorded."""
    return frame.assign(light=frame["light"].mask(frame["hub"] & (frame["light"] == ""), HUB))
