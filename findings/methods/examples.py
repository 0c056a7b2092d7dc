"""What the methods page computes live: an example of each measure for a city, the check of the score."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

import data
from analysis import deliveries, growth, relatedness, specialization
from analysis.deals import STRONG
from analysis.replication import HAS, NO_DOMAIN, service_gaps
from findings import complementarity, deals, partners
from findings.cities import comparison, sector_growth
from findings.cities import growth as city_growth
from findings.cities import profile as city_profile
from findings.cooperation import register
from findings.deals.records import EMPTY
from findings.deals.summary import CARD_TABLES
from findings.food import market, prices
from findings.methods import trade as method_trade
from findings.partner_evidence import TABLES, evidence
from findings.validation import LATER, validate_score

REFERENCE = "indonesia"
CHILI = "cabai_merah"
SHARE = 0.25  # of the rise, as Dairi asked of Medan


@data.by_version(
    *TABLES,
    *CARD_TABLES,
    "grdp_totals",
    "grdp_groups",
    "grdp_totals_514_2010_2023",
    "food_prices_province",
    LATER,
    *sector_growth.SERIES,
    size=1024,
)
def example(code: str, city: str) -> dict:
    """Return the figures of the example of method `code` for `city`: numbers and codes, no words."""
    return _EXAMPLES[code](city)


def example_codes() -> tuple[str, ...]:
    """Return the methods that have an example."""
    return tuple(_EXAMPLES)


@data.by_version("sources", "regions")
def sources() -> pd.DataFrame:
    """Return every source of the data set, its absent cells as missing."""
    return data.load("sources")


def _structure(city: str) -> dict:
    frame = city_profile.structure(city, REFERENCE)
    largest = frame["share"].idxmax()
    row = frame.loc[largest]
    return {
        "sector": largest,
        "share": row["share"],
        "rupiah": row["rupiah"],
        "total": frame["rupiah"].sum(),
    }


def _quotient(city: str) -> dict:
    frame = city_profile.structure(city, REFERENCE)
    leading = city_profile.leading(city, REFERENCE, 1)
    sector = leading.index[0] if len(leading) else frame["gap"].idxmax()
    row = frame.loc[sector]
    output = data.sectors_matrix(regions=[city])
    symmetric = specialization.symmetric_location_quotient(output, data.reference(REFERENCE))
    return {
        "sector": sector,
        "share": row["share"],
        "reference_share": row["reference_share"],
        "lq": row["lq"],
        "symmetric": symmetric.at[city, sector],
    }


def _concentration(city: str) -> dict:
    output = data.sectors_matrix(regions=[city])
    return {
        "krugman": specialization.krugman_index(output, data.reference(REFERENCE))[city],
        "hachman": specialization.hachman_index(output, data.reference(REFERENCE))[city],
        "herfindahl": specialization.herfindahl_index(output)[city],
    }


def _gaps(city: str) -> dict:
    frame = city_profile.structure(city, REFERENCE)
    total = frame["rupiah"].sum()
    more, less = frame["gap"].idxmax(), frame["gap"].idxmin()
    return {
        "surplus_sector": more,
        "surplus": frame.at[more, "gap"] * total,
        "deficit_sector": less,
        "deficit": -frame.at[less, "gap"] * total,
    }


def _first(city: str) -> pd.Series:
    return partners.ranking(city).iloc[0]


def _fit(city: str) -> dict:
    partner, view = _first(city)["partner"], complementarity.View(scope=complementarity.SCOPES[1])
    index = complementarity.matrix(view)
    behind = complementarity.sectors_behind(view, city, partner)
    sector = behind.index[0] if len(behind) else None
    return {
        "partner": partner,
        "out": index.at[city, partner],
        "back": index.at[partner, city],
        "sector": sector,
        "rupiah": behind.at[sector, "potential"] if sector else np.nan,
    }


def _similar(city: str) -> dict:
    alike = comparison.most_like(city, most=1, similar_size=False)
    return {"other": alike.index[0], "similarity": alike["similarity"].iloc[0]}


@data.by_version("grdp_sectors", "sectors", "regions")
def _proximity() -> pd.DataFrame:
    return relatedness.proximity(data.sectors_matrix(), data.reference(REFERENCE))


def _related(city: str) -> dict:
    phi = _proximity()
    output = data.sectors_matrix(regions=[city])
    dense = relatedness.density(output, data.reference(REFERENCE), phi).loc[city]
    frame = city_profile.structure(city, REFERENCE)
    sector = frame["share"].idxmax()
    near = phi.loc[sector].drop(sector).idxmax()
    # What lies in the ground or is sown is no matter of relatedness: such sectors make a poor example.
    groups = data.load("sectors").set_index("sector")
    buildable = groups.index[(groups["group"] != "PRIMER") & (groups["tradable"] == 1)]
    lacking = dense[frame["lq"] < 1].reindex(buildable).dropna()
    new = lacking.idxmax() if len(lacking) else dense.idxmax()
    return {
        "sector": sector,
        "near": near,
        "proximity": phi.at[sector, near],
        "new": new,
        "density": dense[new],
    }


def _market(city: str) -> dict:
    basket = market.basket(city)
    food = basket[~basket["whole"]].index[0]
    access = market.access((food,), "anggota")
    return {
        "food": food,
        "per_week": basket.at[food, "per_week"],
        "people": market.population()[city],
        "rupiah": basket.at[food, "rupiah_year"],
        "place": list(access.index).index(city) + 1,
        "of": len(access),
    }


def _prices(city: str) -> dict:
    """The food whose price moved most over the newest year: where rules and gaps matter."""
    moved = {}
    for commodity in prices.commodities():
        year = prices.monthly(commodity).get(city, pd.Series(dtype=float)).iloc[-12:].dropna()
        if len(year) >= 6:
            moved[commodity] = year.max() / year.mean()
    commodity = max(moved, key=lambda name: moved[name])
    year = prices.monthly(commodity)[city].iloc[-12:]
    near = prices.gap_months(city, commodity, 0.0)
    base, top = float(year.mean()), float(year.max())
    return {
        "commodity": commodity,
        "unit": prices.unit(commodity),
        "base": base,
        "top": top,
        "month": year.idxmax(),
        "paid": deliveries.agreed_price("bagi", top, price=base, share=SHARE),
        "share": SHARE,
        "dearer_than": int((near["median"] > 0).sum()),
        "of": int(near["months"].gt(0).sum()),
    }


def _distance(city: str) -> dict:
    first = _first(city)
    return {"partner": first["partner"], "km": first["km"], "nearness": first["nearness"]}


def _growth(city: str) -> dict:
    index = comparison.growth_index((city,)).loc[city]
    mean = city_growth.average_growth(city)
    rows = data.load("grdp_totals")
    rows = rows[(rows["region_code"] == city) & (rows["period"] == data.final_year())]
    levels = rows.set_index("price_basis")["value_billion_rupiah"]
    prices = growth.deflator(levels[["ADHB"]].set_axis([city]), levels[["ADHK"]].set_axis([city]))
    return {
        "year": data.final_year(),
        "rate": index.iloc[-1] / index.iloc[-2] - 1,
        "index": index.iloc[-1],
        "mean": mean["growth"],
        "from": mean["from"],
        "to": mean["to"],
        "deflator": prices[city],
    }


def _sector_growth(city: str) -> dict:
    found = sector_growth.span(city)
    if found is None:
        return {"sector": None, "part": np.nan, "moved": np.nan, "from": None, "to": None}
    first = found.contributions.index[0]
    return {
        "sector": first,
        "part": float(found.contributions.iloc[0]),
        "moved": found.moved,
        "from": found.start,
        "to": found.end,
    }


def _shift(city: str) -> dict:
    rows = data.load("grdp_groups")
    rows = rows[(rows["price_basis"] == "ADHB") & (rows["group"] != "TOTAL")]
    years = rows.loc[rows["period"].str.fullmatch(r"\d{4}"), "period"]
    first, last = years.min(), years.max()
    start, end = (
        rows[rows["period"] == period].pivot(
            index="region_code", columns="group", values="value_billion_rupiah"
        )
        for period in (first, last)
    )
    parts = growth.shift_share(start.loc[[city]], end.loc[[city]], start.sum(), end.sum())
    return {name: parts[name].sum() * 1e9 for name in ("change", "national", "mix", "competitive")} | {
        "from": first,
        "to": last,
    }


def _klassen(city: str) -> dict:
    frame = comparison.klassen()
    own, reference = frame.loc[city], frame.loc["reference"]
    return {
        "growth": own["growth"],
        "per_head": own["per_head"],
        "quadrant": own["quadrant"],
        "reference_growth": reference["growth"],
        "reference_per_head": reference["per_head"],
    }


def _needs(city: str) -> dict:
    matches = [match for match in evidence().matches if match.supplier == city]
    if not matches:
        return {"count": 0, "buyer": None, "need": None, "product_id": None, "strength": np.nan}
    best = max(matches, key=lambda match: match.strength)
    return {
        "count": len(matches),
        "buyer": best.buyer,
        "need": best.need,
        "product_id": best.product_id,
        "strength": best.strength,
    }


def _deals(city: str) -> dict:
    mine = deals.cards(city)
    buying = [card for card in mine.buying if card.deal is not None]
    pairs, cheaper = deals.price_compass(CHILI)
    return {
        "buying": len(buying),
        "strong": sum(card.light == STRONG for card in buying),
        "selling": sum(card.form != EMPTY for card in mine.selling),
        "pairs": pairs,
        "cheaper": cheaper,
    }


def _applications(city: str) -> dict:
    gaps = service_gaps(data.load("apps"), [city]).loc[city].drop(NO_DOMAIN, errors="ignore")
    first = _first(city)
    return {
        "has": int((gaps == HAS).sum()),
        "of": len(gaps),
        "partner": first["partner"],
        "fit": first["applications"],
    }


def _agreements(city: str) -> dict:
    tied = register.ties()
    mine = tied[tied["city"] == city]
    # Between two members a pair stands once, under either of them.
    members = {
        *mine.loc[mine["partner_kind"] == register.MEMBER, "partner_code"],
        *tied.loc[tied["partner_code"] == city, "city"],
    }
    return {"members": len(members), "others": int((mine["partner_kind"] != register.MEMBER).sum())}


def _score(city: str) -> dict:
    first = _first(city)
    parts = partners.contributions(partners.ranking(city), partners.default_choices(city)).loc[
        first["partner"]
    ]
    return {
        "partner": first["partner"],
        "score": first["score"],
        "subject": parts.idxmax(),
        "part": parts.max(),
        "rank": int(first["rank"]),
        "low": int(first["rank_low"]),
        "high": int(first["rank_high"]),
        "of": len(partners.ranking(city)),
    }


def _check(_city: str) -> dict:
    row = validate_score().loc["score"]
    return {
        "auc": row["auc_both"],
        "low": row["low"],
        "high": row["high"],
        "links": int(row["links_news"] + row["links_later"]),
    }


_EXAMPLES: dict[str, Callable[[str], dict]] = method_trade.EXAMPLES | {
    "shares": _structure,
    "lq": _quotient,
    "symmetric_lq": _quotient,
    "concentration": _concentration,
    "gaps": _gaps,
    "complementarity": _fit,
    "potential": _fit,
    "similarity": _similar,
    "proximity": _related,
    "density": _related,
    "market_size": _market,
    "market_access": _market,
    "distance": _distance,
    "prices": _prices,
    "price_rule": _prices,
    "growth": _growth,
    "deflator": _growth,
    "shift_share": _shift,
    "sector_growth": _sector_growth,
    "klassen": _klassen,
    "needs": _needs,
    "deals": _deals,
    "applications": _applications,
    "agreements": _agreements,
    "score": _score,
    "rank_range": _score,
    "validation": _check,
}
