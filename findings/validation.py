"""What the rankings find of what is documented: flows between cities, trade of provinces, suppliers of food.

Each check stands beside what is simplest: size and distance, or distance alone.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

import data
from analysis import complementarity, market, retrieval, trade, validation
from analysis.partners import STRUCTURAL, pair_score
from analysis.partners.components import market_score
from data.places import places
from findings import interregional
from findings.partner_evidence import TABLES, evidence
from findings.partners import score_matrix

# A product whose own text is a documented flow (METHODS of the check: it may not find itself).
FLOW_PRODUCTS = ("P120",)
PLAIN_THETA = 1.8
GRAVITY_THETA = 2.0
FARM_THETAS = (2.2, 1.0)
TOP = 5
LATER = "supply_links_new"


@data.by_version("supply_links")
def news_links() -> pd.DataFrame:
    """Return the pairs of member cities with a documented flow that is plainly the cities'."""
    return validation.certain_links(data.load("supply_links"))


@data.by_version("supply_links", LATER, "regions")
def later_links() -> pd.DataFrame:
    """Return the pairs of member cities whose flow was found later and is not among the others."""
    rows = data.load(LATER).rename(
        columns={"supplier_code": "supplier_city_code", "buyer_code": "buyer_city_code"}
    )
    pairs = validation.certain_links(rows)
    members = data.cities().index
    known = set(news_links().itertuples(index=False, name=None))
    kept = [
        pair
        for pair in pairs.itertuples(index=False, name=None)
        if pair not in known and pair[0] != pair[1] and set(pair) <= set(members)
    ]
    return pd.DataFrame(kept, columns=["supplier", "buyer"])


@data.by_version(*TABLES, LATER)
def score_measures() -> dict[str, pd.DataFrame]:
    """Return what the flows between cities are looked for with, each suppliers x buyers."""
    tables = evidence()
    output = data.sectors_matrix(regions=list(tables.cities))
    reference = data.reference("indonesia")
    tradable = data.load("sectors").set_index("sector")["tradable"].astype(bool)
    equal = pd.Series(1.0, index=tables.cities)
    return {
        "score": score_matrix(),
        "size_distance": trade.gravity_score(
            equal, tables.population.reindex(tables.cities), tables.distance_km, PLAIN_THETA
        ),
        "distance": trade.gravity_score(equal, equal, tables.distance_km, 1.0),
        **{name: score_matrix(components=[name]) for name in STRUCTURAL},
        "market": market_score(tables.without_products(_fed_by_flows()), float(tables.food_baskets.max())),
        "complementarity": complementarity.complementarity(output, reference, tradable),
        "potential": complementarity.potential(output, reference, tradable),
    }


def _fed_by_flows() -> set[str]:
    """Return the products whose source also tells of a documented flow: the same news, found twice."""
    flows = data.load("supply_links")
    told = set(flows.loc[flows["certainty"] == validation.CERTAIN, "source_id"])
    told |= set(data.load(LATER)["source_id"])
    products = data.load("products")
    return set(products.loc[products["source_id"].isin(told), "product_id"]) | set(FLOW_PRODUCTS)


@data.by_version(*TABLES, LATER)
def validate_score() -> pd.DataFrame:
    """Return how well the score, its parts and simpler lines find the documented flows between cities.

    As :func:`analysis.validation.validate_score`: indexed by measure (``score``, ``size_distance``: buyer's
    population x (km + 50)^-1.8, ``distance``, the structural components, and what left the score: ``market``,
    ``complementarity``, ``potential``), with ``auc_news``, ``auc_later``, ``auc_both``, ``low``, ``high``.
    Products whose source is a flow's own are left out throughout.
    """
    return validation.validate_score(score_measures(), news_links(), later_links())


def trade_measures(island: str = "sumatra") -> dict[str, pd.DataFrame]:
    """Return what trade between the provinces of an island is looked for with, each sellers x buyers.

    The score's form with output of goods as supply and all output as demand; size and distance; and
    complementarity and potential of goods, the reference being all provinces of the table.
    """
    codes = interregional.provinces(island)
    output, added = interregional.output(), interregional.value_added()
    goods = output.loc[codes, list(interregional.GOODS)].sum(axis=1)
    whole = output.loc[codes].sum(axis=1)
    kilometres = interregional.distance_km(island)
    structure = (added.loc[codes], added.sum(), list(interregional.GOODS))
    return {
        "score": pair_score(goods, whole, kilometres),
        "size_distance": trade.gravity_score(whole, whole, kilometres, GRAVITY_THETA, 0.0),
        "distance": -kilometres,
        "complementarity": complementarity.complementarity(*structure),
        "potential": complementarity.potential(*structure),
    }


@data.by_version("sectors")
def validate_trade() -> pd.DataFrame:
    """Return how well each measure finds the recorded trade in goods between provinces.

    Returns
    -------
    DataFrame
        Indexed by ``measure`` (``score``, ``size_distance``, ``distance``, ``complementarity``,
        ``potential``): ``rho_sumatra``, ``rho_indonesia`` (Spearman over the directed pairs),
        ``top3_sumatra``, ``top3_indonesia`` (mean overlap of the three largest sellers of each buyer).
        The year of the trade is :func:`findings.interregional.year`.
    """
    columns = {}
    for island in ("sumatra", "indonesia"):
        recorded = interregional.bought_elsewhere(island=island)
        found = {name: (each, recorded) for name, each in trade_measures(island).items()}
        columns[f"rho_{island}"] = {name: retrieval.rank_correlation(*each) for name, each in found.items()}
        columns[f"top3_{island}"] = {name: retrieval.top_overlap(*each) for name, each in found.items()}
    order = ["rho_sumatra", "top3_sumatra", "rho_indonesia", "top3_indonesia"]
    return pd.DataFrame(columns)[order].rename_axis("measure")


@data.by_version("food_agreement_pairs", "regions")
def supplier_pairs() -> pd.DataFrame:
    """Return each city and kabupaten of Sumatra that have dealt in food, whatever came of it, once."""
    rows = data.load("food_agreement_pairs")
    kind = data.regencies().loc[places().index, "level"]
    rows = rows[
        rows["buyer_code"].isin(kind.index[kind == "kota"])
        & rows["supplier_code"].isin(kind.index[kind == "kabupaten"])
    ]
    pairs = rows[["supplier_code", "buyer_code"]].drop_duplicates(ignore_index=True)
    return pairs.set_axis(["supplier", "buyer"], axis=1)


@data.by_version("food_agreement_pairs", "regions", "grdp_sectors", "sectors")
def validate_suppliers() -> pd.DataFrame:
    """Return how near the top simple orders put the kabupaten that cities have dealt with for food.

    Candidates are all kabupaten of Sumatra, each at the centroid of its area; a city is at its own point.

    Returns
    -------
    DataFrame
        Indexed by ``measure``: ``nearest``, ``farm_2.2`` and ``farm_1`` (GRDP of agriculture x
        (km + 10)^-2.2 and ^-1), ``farm`` (the GRDP alone), ``chance``; ``mrr``, ``low``, ``high``, ``top``
        (share among the first five), ``top_low``, ``top_high`` (95%, whole buyers drawn), ``pairs``,
        ``buyers``. The intervals overlap: nothing here is shown to beat nearness.
    """
    pairs = supplier_pairs()
    kind = data.regencies().loc[places().index, "level"]
    producers = kind.index[kind == "kabupaten"]
    buyers = pairs["buyer"].unique()
    kilometres = market.great_circle_km(places()).loc[producers, buyers]
    farm = np.log(data.sectors_matrix(regions=list(producers))["A"].where(lambda each: each > 0))
    scores = {"nearest": -kilometres}
    for theta in (*FARM_THETAS, 0.0):
        name = f"farm_{theta:g}" if theta else "farm"
        pull = farm.to_numpy()[:, None] - theta * np.log(kilometres.to_numpy() + trade.GATEWAY_KM)
        scores[name] = pd.DataFrame(pull, index=producers, columns=buyers)
    rows = {name: retrieval.retrieval(each, pairs, TOP) for name, each in scores.items()}
    count = len(producers)
    rows["chance"] = {
        "mrr": float((1 / np.arange(1, count + 1)).mean()),
        "top": TOP / count,
        "pairs": len(pairs),
        "buyers": len(buyers),
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("measure")
