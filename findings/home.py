"""What the members of a Komwil bring together."""

from __future__ import annotations

import pandas as pd

import data
from analysis.agreements import AGREEMENTS
from analysis.deals import AGREED
from analysis.validation import CERTAIN
from data.quality import completeness
from findings import applications, deals
from findings.cities import profile as city_profile
from findings.deals.records import EMPTY, WITH_PARTNER, Card, surest
from findings.deals.summary import CARD_TABLES

OUTPUT_BASIS = "ADHB"


@data.by_version(*applications.TABLES, "products", "supply_links", "grdp_totals", "grdp_sectors", "sectors")
def totals(komwil: str = data.HOME_KOMWIL) -> dict:
    """Count what the cities of `komwil` bring; screen and slides say these figures.

    Returns
    -------
    dict
        ``cities``, ``products``, ``applications`` (running ones, without those of which only public code
        was found), ``flows`` (documented, between members of both Komwil), ``output`` (GRDP of
        ``output_year``, the latest year that every member has, at current prices, billion rupiah),
        ``output_status`` (see :func:`data.year_status`),
        ``output_share`` (of the sum of all kabupaten and kota in ``quarter``, 0..1), ``population``
        (registered in ``population_year``; NaN if any city lacks it).
    """
    members = data.cities(komwil)
    year, quarter = data.latest_year(komwil=komwil), data.latest_quarter()
    shares = data.sectors_matrix(quarter).sum(axis=1)
    people = data.registered_population()
    return {
        "cities": len(members),
        "products": int(data.load("products")["region_code"].isin(members.index).sum()),
        "applications": applications.counts(members.index).running,
        "flows": int((data.load("supply_links")["certainty"] == CERTAIN).sum()),
        "output": outputs(year).reindex(members.index).sum(skipna=False),
        "output_year": year,
        "output_status": data.year_status(year),
        "output_share": shares[members.index].sum() / shares.sum(),
        "quarter": quarter,
        "population": people.reindex(members.index).sum(skipna=False),
        "population_year": str(people.name),
    }


@data.by_version("grdp_totals")
def outputs(year: str) -> pd.Series:
    """Return GRDP of a year at current prices, billion rupiah, by region; its absent ones have no row."""
    rows = data.load("grdp_totals")
    rows = rows[(rows["period"] == year) & (rows["price_basis"] == OUTPUT_BASIS)]
    return rows.set_index("region_code")["value_billion_rupiah"]


@data.by_version("regions", "grdp_totals", "grdp_sectors", "sectors")
def overview(komwil: str = data.HOME_KOMWIL) -> pd.DataFrame:
    """Return one row a city: where it is, how large, and the sector it stands out in.

    Returns
    -------
    DataFrame
        Indexed by `region_code`: ``short_name``, ``longitude``, ``latitude``, ``output`` (GRDP of the year
        of :func:`totals` at current prices, billion rupiah), ``sector`` (the one it stands out in, as
        ``city_profile.leaders`` says), ``share`` (of the city's GRDP) and ``lq``; empty text and NaN for a
        city like it.
    """
    frame = data.cities(komwil)[["short_name", "longitude", "latitude"]].copy()
    frame["output"] = outputs(data.latest_year(komwil=komwil)).reindex(frame.index)
    leaders = city_profile.leaders().reindex(frame.index)
    frame["sector"] = leaders["sector"].fillna("")
    frame = frame.join(leaders[["share", "lq"]])
    return frame


FRONT = 3


@data.by_version(*CARD_TABLES, size=64)
def front(city: str) -> tuple[Card, ...]:
    """Return the three cards of a city most worth exploring: the surest first, a side at most twice.

    A gap or an empty card fills a place that no deal takes: an honest one is worth more than none. What the
    city is known to lack stands before the card on which nothing is known.
    """
    mine = sorted(
        surest(deals.cards(city).all), key=lambda card: (card.form not in WITH_PARTNER, card.form == EMPTY)
    )
    kept: list[Card] = []
    for card in mine:
        if len(kept) < FRONT and sum(each.side == card.side for each in kept) < FRONT - 1:
            kept.append(card)
    return tuple(kept)


@data.by_version("cooperation", "food_agreement_pairs", "regions")
def member_agreements(komwil: str | None = data.HOME_KOMWIL) -> tuple[tuple[str, str], ...]:
    """Return the pairs of member cities of which an agreement of the two is documented, codes ascending.

    Joint texts of many cities, meetings and visits are none; of food agreements the signed and running ones.
    """
    members = set(data.cities(komwil).index)
    signed = data.load("cooperation")
    signed = signed[signed["instrument"].isin(AGREEMENTS)]
    pairs = list(zip(signed["party_a_code"], signed["party_b_code"], strict=True))
    food = data.load("food_agreement_pairs")
    food = food[food["stage"].isin(AGREED)]
    pairs += list(zip(food["buyer_code"], food["supplier_code"], strict=True))
    found = {tuple(sorted(pair)) for pair in pairs if set(pair) <= members and len(set(pair)) == 2}
    return tuple(sorted(found))


def data_state(komwil: str = data.HOME_KOMWIL) -> pd.DataFrame:
    """Return :func:`data.quality.completeness.city_summary` of a Komwil's cities, least complete first."""
    members = data.cities(komwil).index
    return completeness.city_summary().loc[members].sort_values("share")
