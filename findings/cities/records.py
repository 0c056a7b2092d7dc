"""What is written down about a city: products, applications, needs, flows, agreements, awards.

Texts are the data's own and stay in Indonesian.
"""

from __future__ import annotations

import re

import pandas as pd

import data
from analysis import goods
from analysis.agreements import codes_in
from analysis.validation import CERTAIN
from findings.deals.naming import named_in
from findings.goods import vocabulary
from findings.partner_evidence import TABLES, evidence

NOT_AN_AGREEMENT = "lainnya"
FLOW_COLUMNS = [
    "direction", "partner", "commodity", "category", "certainty", "plain", "supplier_text", "source_id",
]  # fmt: skip


@data.by_version("products")
def products(city: str) -> pd.DataFrame:
    """Return the city's featured products as in the table, those made there before those traded there."""
    rows = data.load("products")
    rows = rows[rows["region_code"] == city]
    return rows.sort_values("role", key=lambda role: role.ne("produk"), kind="stable").reset_index(drop=True)


@data.by_version("apps")
def apps(city: str) -> pd.DataFrame:
    """Return the city's applications, running ones first; rows that are no application are left out."""
    rows = data.load("apps")
    rows = rows[(rows["region_code"] == city) & rows["status"].isin(("berjalan", "rencana"))]
    return rows.sort_values("status", kind="stable").reset_index(drop=True)


@data.by_version("needs")
def needs(city: str) -> pd.DataFrame:
    """Return what the city is reported to buy from elsewhere."""
    rows = data.load("needs")
    return rows[rows["buyer_code"] == city].reset_index(drop=True)


@data.by_version("supply_links", "regions")
def flows(city: str, partner: str | None = None) -> pd.DataFrame:
    """Return documented flows from and to the city, or between it and one `partner`.

    Returns
    -------
    DataFrame
        ``direction`` (``out``: the city supplies), ``partner``, ``commodity``, ``category``,
        ``certainty``, ``plain`` (the source plainly names the city), ``supplier_text``, ``source_id``;
        plain rows first.
    """
    rows = data.load("supply_links")
    rows = rows[rows["supplier_city_code"] != rows["buyer_city_code"]]
    parts = []
    for direction, own, other in (
        ("out", "supplier_city_code", "buyer_city_code"),
        ("in", "buyer_city_code", "supplier_city_code"),
    ):
        side = rows[rows[own] == city]
        parts.append(side.assign(direction=direction, partner=side[other]))
    frame = pd.concat(parts)
    if partner is not None:
        frame = frame[frame["partner"] == partner]
    frame["plain"] = frame["certainty"].eq(CERTAIN)
    frame = frame.sort_values(["direction", "plain"], ascending=False, kind="stable")
    return frame[FLOW_COLUMNS].reset_index(drop=True)


@data.by_version("cooperation")
def cooperation(city: str, partner: str | None = None) -> pd.DataFrame:
    """Return agreements and meetings the city is a party to, alone or beside others, the latest first.

    With `partner` those between the two, not those both signed with a third. ``agreement`` is False where
    the row is a meeting or an activity only.
    """
    rows = data.load("cooperation")
    sides = rows[["party_a_code", "party_b_code"]]
    mine = rows[sides.map(lambda cell: city in codes_in(cell)).any(axis=1)]
    if partner is not None:
        pair = {city, partner}
        mine = mine[mine["party_a_code"].isin(pair) & mine["party_b_code"].isin(pair)]
    mine = mine.assign(agreement=mine["instrument"].ne(NOT_AN_AGREEMENT))
    return mine.sort_values("date", ascending=False, kind="stable").reset_index(drop=True)


@data.by_version("awards")
def awards(city: str) -> pd.DataFrame:
    """Return the city's innovation and smart-city awards, the latest first."""
    rows = data.load("awards")
    rows = rows[rows["region_code"] == city]
    return rows.sort_values("year", ascending=False, kind="stable").reset_index(drop=True)


@data.by_version("city_facts")
def facts(city: str) -> pd.DataFrame:
    """Return the text facts of a city: founding day, port, airport."""
    rows = data.load("city_facts")
    return rows[rows["region_code"] == city].reset_index(drop=True)


@data.by_version("products", "sectors")
def products_of_sectors(city: str, sectors: tuple[str, ...]) -> pd.DataFrame:
    """Return the city's products of the given sectors, in the order of the sectors."""
    rows = products(city)
    rows = rows[rows["sector"].isin(sectors)]
    order = rows["sector"].map(sectors.index).sort_values(kind="stable").index
    return rows.loc[order].reset_index(drop=True)


@data.by_version(*TABLES, "place_aliases")
def needs_fitting(supplier: str, buyer: str) -> pd.DataFrame:
    """Return the buyer's reported needs that the supplier is named for or has a product of.

    Returns
    -------
    DataFrame
        As :func:`needs` with ``fit``: ``named`` (the source names the supplier), ``unclear`` (the name
        may mean its province) or ``product`` (a product of the supplier answers it, by
        :func:`analysis.goods.need_matches`), and ``product`` (that product's name, else NaN).
    """
    rows = needs(buyer)
    answers = {
        match.good: match.product_id
        for match in evidence().matches
        if (match.supplier, match.buyer) == (supplier, buyer)
    }
    names = data.load("products").set_index("product_id")["product"]
    known = vocabulary()
    fits, matching = [], []
    for row in rows.itertuples():
        wanted = (each.good for each in goods.read(row.commodity, known).goods)
        same = next((names[answers[good]] for good in wanted if good in answers), None)
        named = _naming(str(row.supplier_as_stated or ""), supplier)
        fits.append(named or ("product" if same else None))
        matching.append(same)
    rows = rows.assign(fit=fits, product=matching)
    rows = rows[rows["fit"].notna()]
    rank = {"named": 0, "product": 1, "unclear": 2}
    return rows.sort_values("fit", key=lambda fit: fit.map(rank), kind="stable").reset_index(drop=True)


def _naming(text: str, city: str) -> str | None:
    """Whether `text` names the city: ``named``, ``unclear`` when it may mean the regency or province."""
    if city in named_in(text):
        return "named"
    own = data.cities().at[city, "short_name"]
    others = "|".join(re.escape(name) for name in _longer(own))
    plain = re.sub(others, " ", text, flags=re.IGNORECASE) if others else text
    # With its kind said ("Kab. Solok") it is surely another; without, nobody can tell.
    kind = r"(?:kabupaten|kab\.|kota|provinsi)\s+"
    plain = re.sub(rf"{kind}{re.escape(own)}\b", " ", plain, flags=re.IGNORECASE)
    return "unclear" if re.search(rf"\b{re.escape(own)}\b", plain, re.IGNORECASE) else None


@data.by_version("regions", size=64)
def _longer(name: str) -> tuple[str, ...]:
    """Names of regions that contain another: Padang is not found in Padang Panjang."""
    regions = data.load("regions")
    names = {*regions["short_name"], *regions["province"].dropna()}
    return tuple(sorted((each for each in names if name in each and each != name), key=len, reverse=True))
