"""What households buy, who could supply it, and what a city's basket looks like."""

from __future__ import annotations

import numpy as np
import pandas as pd

import data
from analysis.market import great_circle_km, market_access, market_size
from analysis.validation import CERTAIN
from data.errors import DataError
from findings.food import terms as food_terms
from findings.partner_evidence import population_of

TOTAL = "TOTAL"
SCOPES = ("komwil_1", "anggota")
WEEKLY = "rupiah_per_capita_per_week"


class UnknownFood(DataError):
    """No food or group of foods of that code."""

    what = "pangan"


@data.by_version("household_spending")
def foods() -> pd.DataFrame:
    """Return the foods one can ask for, indexed by code.

    A food's code is its name in the survey; the code of a whole group is the group's
    (``ikan``). Columns: ``group``, ``commodity`` (``TOTAL`` for a group); groups first, then foods
    by name.
    """
    rows = data.load("household_spending")[["commodity_group", "commodity"]].drop_duplicates()
    whole = rows["commodity"] == TOTAL
    rows = rows.assign(code=np.where(whole, rows["commodity_group"], rows["commodity"]), part=~whole)
    rows = rows.sort_values(["part", "code"]).set_index("code")
    return rows.rename(columns={"commodity_group": "group"})[["group", "commodity"]]


def food_code(group: str, commodity: str) -> str:
    """Code of a food of the data set as :func:`foods` lists it."""
    return group if commodity == TOTAL else commodity


def population() -> pd.Series:
    """Return persons by region: the members' by BPS (the latest year all have), elsewhere the registered.

    The members' population is the one partners are ranked by; the registered one, which exists for all,
    serves only as a weight of the national mean.
    """
    persons = data.registered_population().reindex(data.regencies().index)
    members, _year = population_of(data.cities().index)
    persons.loc[members.index] = members.fillna(persons.loc[members.index])
    return persons


@data.by_version("household_spending", "regions", "indicators")
def all_markets() -> pd.DataFrame:
    """Return every region's market of every food.

    Returns
    -------
    DataFrame
        ``region_code``, ``food`` (code of :func:`foods`), ``per_week`` (rupiah a person a week),
        ``rupiah_year`` (per_week x population x 365.25 / 7). A food the survey does not list for a
        region has no row.
    """
    spending = data.load("household_spending")
    sizes = market_size(spending, population())
    return pd.DataFrame(
        {
            "region_code": spending["region_code"],
            "group": spending["commodity_group"],
            "food": np.where(
                spending["commodity"] == TOTAL, spending["commodity_group"], spending["commodity"]
            ),
            "per_week": spending[WEEKLY],
            "rupiah_year": sizes["rupiah_per_year"].to_numpy(),
            "source_id": spending["source_id"],
        }
    )


@data.by_version("household_spending", "regions", "indicators")
def national_per_week() -> pd.Series:
    """Return what a person in Indonesia spends on each food a week (food -> rupiah).

    Mean of the 514 regions weighted by registered population. A food a region does not list counts as
    nothing there: each group's total is the sum of the foods listed, within the rounding of the survey.
    """
    markets = all_markets()
    weights = data.registered_population().reindex(data.regencies().index)
    weekly = markets["per_week"] * markets["region_code"].map(weights)
    return weekly.groupby(markets["food"]).sum() / weights.sum()


def scope_codes(scope: str) -> list[str]:
    """Member cities of `scope`: ``komwil_1`` (the home Komwil) or ``anggota`` (all)."""
    return list(data.cities(data.HOME_KOMWIL if scope == SCOPES[0] else None).index)


def _check(foods_wanted: tuple[str, ...]) -> None:
    known = foods().index
    for food in foods_wanted:
        if food not in known:
            raise UnknownFood(food, known)


@data.by_version("household_spending", "regions", "indicators")
def market(foods_wanted: tuple[str, ...], scope: str = SCOPES[0]) -> pd.DataFrame:
    """Return what each member city spends on some foods together, largest first.

    Returns
    -------
    DataFrame
        Indexed by `region_code`: ``per_week`` (rupiah a person a week), ``rupiah_year``, ``share`` (of the
        scope's total), ``ratio`` (per_week over the national mean), ``population``, ``latitude``,
        ``longitude``. NaN where the survey lists none of the foods for the city.

    Raises
    ------
    UnknownFood
        Naming the value and the allowed ones.
    """
    _check(foods_wanted)
    codes = scope_codes(scope)
    rows = all_markets()
    rows = rows[rows["food"].isin(foods_wanted)]
    sums = rows.groupby("region_code")[["per_week", "rupiah_year"]].sum(min_count=1).reindex(codes)
    where = data.cities().loc[codes]
    national = national_per_week().reindex(list(foods_wanted)).sum()
    frame = sums.assign(
        share=sums["rupiah_year"] / sums["rupiah_year"].sum(),
        ratio=sums["per_week"] / national,
        population=population().loc[codes],
        latitude=where["latitude"],
        longitude=where["longitude"],
    )
    return frame.sort_values("rupiah_year", ascending=False, na_position="last")


@data.by_version("products", "product_commodities", "household_spending", "foods")
def products_for(foods_wanted: tuple[str, ...]) -> pd.DataFrame:
    """Return the member cities' products that are sold as one of the foods, or need one.

    Returns
    -------
    DataFrame
        ``product_id``, ``region_code``, ``product``, ``category``, ``role``, ``relation`` (``output``,
        ``input``), ``food``, ``source_id``. A product sold as a whole group (sea fish) stands under
        each food of the group, with ``whole_group`` true.
    """
    links = data.load("product_commodities")
    links = links.assign(
        food=[food_code(*pair) for pair in zip(links["commodity_group"], links["commodity"], strict=True)]
    )
    groups = set(foods().loc[list(foods_wanted), "group"])
    whole = (links["commodity"] == TOTAL) & links["commodity_group"].isin(groups)
    # The one whole group there is, fish, stands for a catch at sea.
    whole &= any(food in groups or food_terms.is_sea_fish(food) for food in foods_wanted)
    inside = links["food"].isin(foods_wanted) | (links["commodity_group"].isin(foods_wanted))
    kept = links[whole | inside].assign(whole_group=whole & ~links["food"].isin(foods_wanted))
    joined = kept.merge(data.load("products"), on="product_id")
    columns = ["product_id", "region_code", "product", "category", "role", "relation", "food", "whole_group"]
    return joined[[*columns, "source_id"]].drop_duplicates(["product_id", "relation"]).reset_index(drop=True)


@data.by_version("supply_links", "household_spending", "foods")
def flows_of(foods_wanted: tuple[str, ...]) -> pd.DataFrame:
    """Return the documented flows between member cities that speak of the foods.

    Returns
    -------
    DataFrame
        ``supplier``, ``buyer`` (region codes), ``commodity`` (as reported), ``certainty``, ``match``
        (``named``: the text names the food; ``kind``: only its kind), ``source_id``; plain ones first.
    """
    _check(foods_wanted)
    links = data.load("supply_links")
    how = [_best_match(text, foods_wanted) for text in links["commodity"]]
    frame = pd.DataFrame(
        {
            "supplier": links["supplier_city_code"],
            "buyer": links["buyer_city_code"],
            "commodity": links["commodity"],
            "certainty": links["certainty"],
            "match": how,
            "source_id": links["source_id"],
        }
    ).dropna(subset="match")
    order = frame.assign(plain=frame["certainty"] != CERTAIN, kind=frame["match"] != food_terms.NAMED)
    return order.sort_values(["kind", "plain", "supplier", "buyer"]).drop(columns=["plain", "kind"])


def _best_match(text: str, foods_wanted: tuple[str, ...]) -> str | None:
    table = foods()
    found = {food_terms.match(text, food, table.at[food, "group"]) for food in foods_wanted}
    return next((kind for kind in (food_terms.NAMED, food_terms.KIND) if kind in found), None)


@data.by_version("products", "product_commodities", "household_spending")
def product_foods() -> pd.DataFrame:
    """Return every member city's product with the foods it is sold as.

    Returns
    -------
    DataFrame
        Indexed by `product_id`: ``region_code``, ``product``, ``category``, ``role``, ``foods`` (tuple of
        food codes; empty where household spending holds no counterpart), ``source_id``.
    """
    links = data.load("product_commodities")
    links = links[links["relation"] == "output"]
    sold = {
        product: tuple(
            food_code(*pair) for pair in zip(rows["commodity_group"], rows["commodity"], strict=True)
        )
        for product, rows in links.groupby("product_id")
    }
    products = data.load("products").set_index("product_id")
    columns = ["region_code", "product", "category", "role", "source_id"]
    return products[columns].assign(foods=[sold.get(product, ()) for product in products.index])


@data.by_version("regions")
def distances() -> pd.DataFrame:
    """Return great-circle kilometres between the places with known coordinates (the 34 and 57 more)."""
    places = data.regencies()
    return great_circle_km(places.loc[places["latitude"].notna(), ["latitude", "longitude"]])


@data.by_version("household_spending", "regions", "indicators")
def access(foods_wanted: tuple[str, ...], scope: str = SCOPES[0]) -> pd.Series:
    """Return each member city's access to the scope's market of the foods, the best placed first.

    Rupiah a year per kilometre: an order of places, not an amount of sales. Cities the survey lists none
    of the foods for are left out as buyers.
    """
    buyers = market(foods_wanted, scope)["rupiah_year"].dropna()
    kilometres = distances().loc[scope_codes(scope), buyers.index]
    return market_access(buyers, kilometres).sort_values(ascending=False).rename("access")


@data.by_version("household_spending", "regions", "indicators")
def basket(city: str) -> pd.DataFrame:
    """Return what one region's households buy beside the national mean, largest market first.

    Returns
    -------
    DataFrame
        Indexed by food (groups and foods): ``group``, ``whole`` (a group's total), ``per_week``,
        ``national``, ``difference`` (rupiah a person a week), ``ratio``, ``rupiah_year``. ``per_week`` is
        NaN where the survey does not list the food for the region.

    Raises
    ------
    UnknownCity
        If the survey has no region of that code.
    """
    rows = all_markets()
    rows = rows[rows["region_code"] == city].set_index("food")
    if rows.empty:
        raise data.UnknownCity(city, data.cities().index)
    table = foods()
    national = national_per_week().reindex(table.index)
    frame = pd.DataFrame(
        {
            "group": table["group"],
            "whole": table["commodity"] == TOTAL,
            "per_week": rows["per_week"].reindex(table.index),
            "national": national,
            "rupiah_year": rows["rupiah_year"].reindex(table.index),
        }
    )
    frame["difference"] = frame["per_week"] - frame["national"]
    frame["ratio"] = frame["per_week"] / frame["national"]
    return frame.sort_values("rupiah_year", ascending=False, na_position="last")


@data.by_version(
    "household_spending",
    "regions",
    "indicators",
    "products",
    "product_commodities",
    "supply_links",
    "foods",
)
def largest_foods(city: str, most: int = 12) -> pd.DataFrame:
    """Return the foods a city spends most on, with the members that could or do supply them.

    Returns
    -------
    DataFrame
        Indexed by food: ``rupiah_year``, ``per_week``, ``ratio``, ``makers`` (tuple of (region code,
        role) of members other than the city, whose products are sold as that food), ``suppliers`` (tuple of
        region codes that are documented to supply the city with it; the text names the food).
    """
    table = basket(city)
    table = table[~table["whole"]].head(most)
    makers, suppliers = [], []
    for food in table.index:
        sold = products_for((food,))
        sold = sold[(sold["relation"] == "output") & (sold["region_code"] != city)]
        makers.append(tuple(dict.fromkeys(zip(sold["region_code"], sold["role"], strict=True))))
        flows = flows_of((food,))
        named = flows["match"] == food_terms.NAMED
        plain = flows[(flows["buyer"] == city) & named & (flows["certainty"] == CERTAIN)]
        suppliers.append(tuple(dict.fromkeys(plain["supplier"])))
    columns = ["rupiah_year", "per_week", "ratio", "group"]
    return table[columns].assign(makers=makers, suppliers=suppliers)


@data.by_version("household_spending")
def spending_sources(*, city: str | None = None, foods: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return the sources of household spending, of one region or of some foods and groups, each once."""
    rows = data.load("household_spending")
    if city is not None:
        rows = rows[rows["region_code"] == city]
    if foods is not None:
        rows = rows[rows["commodity"].isin(foods) | rows["commodity_group"].isin(foods)]
    return tuple(sorted(rows["source_id"].unique()))
