"""Examples on trade and on what a purchase sets in motion, for the methods page: numbers and codes."""

from __future__ import annotations

import data
from analysis.partners.components import standard_parts
from findings import gateway, interregional, partner_evidence, partners
from findings.impact import regional as regional_impact
from findings.impact import trade

SAMPLE = 1e9


def gravity(city: str) -> dict:
    """The first partner's three parts in standard deviations."""
    first = partners.ranking(city).iloc[0]
    tables = partner_evidence.evidence()
    parts = standard_parts(tables.supply, tables.population.reindex(tables.cities), tables.distance_km)
    values = {name: float(part.at[city, first["partner"]]) for name, part in parts.items()}
    return {"partner": first["partner"]} | values


def hinterland(city: str) -> dict:
    """The region whose farm output passes most through the city."""
    table = gateway.hinterland(city, 3)
    return {
        "regions": list(table.index),
        "share": float(table["share"].iloc[0]),
        "through": float(gateway.supply()[city]),
    }


def expected_trade(city: str) -> dict:
    """What recorded trade leaves for the nearest member city of another province."""
    province = data.regencies()["province_code"]
    order = partner_evidence.evidence().distance_km[city].drop(city).sort_values()
    other = next(code for code in order.index if province[code] != province[city])
    table = trade.expected(city, other)
    total = table.sum()
    return {"other": other, "low": total["low"], "high": total["high"], "year": interregional.year()}


def impact(city: str) -> dict:
    """A purchase of a billion rupiah of manufactures from the city."""
    made = regional_impact.purchase(city, "C", SAMPLE)
    return {
        "amount": SAMPLE,
        "output": made.output,
        "own": float(made.own["output"]),
        "value_added": made.value_added,
        "province": made.province,
    }


def flegg(city: str) -> dict:
    """The range of the city's own part in the same purchase, and how the quotient did on provinces."""
    made = regional_impact.purchase(city, "C", SAMPLE).place_output
    return {
        "low": made.low,
        "middle": made.middle,
        "high": made.high,
        "missed": regional_impact.tried_on_provinces(),
        "missed_plain": regional_impact.tried_on_provinces(None),
    }


EXAMPLES = {
    "gravity": gravity,
    "gateway": hinterland,
    "expected_trade": expected_trade,
    "impact": impact,
    "flegg": flegg,
}
