"""Why a partner, and what speaks against: records of a code and its figures, never words for the screen."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
import pandas as pd

from analysis.partners.components import COMPONENTS
from analysis.partners.evidence import Evidence
from analysis.replication import HAS

Reason = tuple[str, dict[str, Any]]

AGAINST = frozenset(
    {"far", "small_market", "similar_structure", "old_data", "unknown", "no_food_product"}
) | {"wide_range"}
"""Codes that speak against a partner or make the advice less sure; all others speak for it or only inform."""

# Half of the logarithmic way from next door to the two members farthest apart is 244 km, three quarters 660.
NEAR_KM, FAR_KM = 244.0, 660.0
MOST_FOODS = 3
SIMILAR = 0.8
OLD_YEARS = 5


def pair_reasons(
    evidence: Evidence,
    city: str,
    partners: list[str],
    table: pd.DataFrame,
) -> list[tuple[Reason, ...]]:
    """Return for each partner the reasons for and against it.

    Parameters
    ----------
    evidence
        The tables.
    city
        Code of the city that looks for partners.
    partners
        Codes of the partners.
    table
        One row a partner with the components, in the same order.

    Returns
    -------
    list of tuples of (code, params)
        For: `market_food` and `source_food` {commodity_group, commodity, product_id, rupiah_per_year}; `near`
        {km}; `need_out` and `need_in` {need, product_id, strength}; `app_out` and `app_in`
        {service_domains}; `agreement` and `meeting` {instrument, date, subject, source_id}; `flow_out` and
        `flow_in` {commodity, certainty, source_id, date}. Against: `far` {km}; `small_market`
        {rupiah_per_year, population}; `similar_structure` {similarity}; `old_data` {what, date};
        `no_food_product`; `unknown` {component}. "out" is from the city to the partner.
    """
    matches, flows = _matches(evidence, city), _flows(evidence, city)
    has, domains = (evidence.service_gaps == HAS).to_numpy(), evidence.service_gaps.columns
    latest = max((str(date) for date in evidence.source_dates.values() if isinstance(date, str)), default="")
    quarter = evidence.food_baskets.quantile(0.25)
    result = []
    for partner, row in zip(partners, table.to_dict("records"), strict=True):
        reasons: list[Reason] = [
            *_foods(evidence, city, partner, "market_food"),
            *_foods(evidence, partner, city, "source_food"),
        ]
        km = float(evidence.distance_km.at[city, partner])
        reasons += [("near", {"km": km})] if km <= NEAR_KM else []
        reasons += matches[partner]
        for code, donor, adopter in (("app_out", city, partner), ("app_in", partner, city)):
            i, j = evidence.cities.get_indexer([donor, adopter])
            services = list(domains[has[i] & ~has[j]])
            reasons += [(code, {"service_domains": services})] if services else []
        papers = evidence.agreements.get(frozenset((city, partner)), [])
        reasons += [("meeting" if p["instrument"] == "lainnya" else "agreement", p) for p in papers]
        reasons += flows[partner]
        reasons += [("far", {"km": km})] if km > FAR_KM else []
        basket = evidence.food_baskets[partner]
        if basket < quarter:
            people = float(evidence.population.get(partner, np.nan))
            reasons.append(("small_market", {"rupiah_per_year": float(basket), "population": people}))
        if city not in evidence.foods:
            reasons.append(("no_food_product", {}))
        alike = float(evidence.similarity.at[city, partner])
        reasons += [("similar_structure", {"similarity": alike})] if alike >= SIMILAR else []
        reasons += _old(reasons, latest)
        reasons += [("unknown", {"component": name}) for name in COMPONENTS if np.isnan(row[name])]
        result.append(tuple(reasons))
    return result


def _foods(evidence: Evidence, supplier: str, buyer: str, code: str) -> list[Reason]:
    """Return the largest markets of the buyer for the supplier's linked products."""
    markets = evidence.food_markets.loc[buyer]
    sizes = {key: markets.get(key, np.nan) for key in evidence.foods.get(supplier, {})}
    largest = sorted((key for key in sizes if sizes[key] > 0), key=lambda key: -sizes[key])[:MOST_FOODS]
    return [
        (
            code,
            {
                "commodity_group": key[0],
                "commodity": key[1],
                "product_id": evidence.foods[supplier][key],
                "rupiah_per_year": float(sizes[key]),
            },
        )
        for key in largest
    ]


def _matches(evidence: Evidence, city: str) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = defaultdict(list)
    for match in evidence.matches:
        params = {"need": match.need, "product_id": match.product_id, "strength": match.strength}
        if match.supplier == city:
            found[match.buyer].append(("need_out", params))
        elif match.buyer == city:
            found[match.supplier].append(("need_in", params))
    return found


def _flows(evidence: Evidence, city: str) -> dict[str, list[Reason]]:
    """Return the documented flows between the city and each partner; they are shown and never counted."""
    found: dict[str, list[Reason]] = defaultdict(list)
    for row in evidence.supply_links.to_dict("records"):
        supplier, buyer = row["supplier_city_code"], row["buyer_city_code"]
        if city in (supplier, buyer):
            date = evidence.source_dates.get(row["source_id"])
            params = {key: row[key] for key in ("commodity", "certainty", "source_id")}
            params["date"] = date if isinstance(date, str) else None
            code, partner = ("flow_out", buyer) if supplier == city else ("flow_in", supplier)
            found[partner].append((code, params))
    return found


def _old(reasons: list[Reason], latest: str) -> list[Reason]:
    """Return what in the reasons dates from more than five years before the latest source."""
    if not latest[:4].isdigit():
        return []
    dated = [(code, params["date"]) for code, params in reasons if isinstance(params.get("date"), str)]
    limit = int(latest[:4]) - OLD_YEARS
    return [("old_data", {"what": code, "date": date}) for code, date in dated if int(date[:4]) < limit]
