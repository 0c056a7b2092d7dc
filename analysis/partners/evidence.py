"""The tables that the ranking of partners is made from, gathered once and handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.agreements import agreements_between
from analysis.goods import Match, Vocabulary, need_matches
from analysis.market import great_circle_km, market_size
from analysis.replication import NO_DOMAIN, service_gaps
from analysis.similarity import finger_kreinin


@dataclass(frozen=True, eq=False)
class Evidence:
    """Everything a partner is judged by. The cities ranked are the rows of `output`.

    Parameters
    ----------
    output
        City x sector, one period and price basis, in billion rupiah.
    supply
        What each city can be expected to supply of goods, any unit: see :mod:`findings.gateway`.
    regions
        Indexed by code: `short_name`, `province_code`, `latitude`, `longitude`; at least the cities.
    population
        Persons by code, all of one year.
    spending
        `region_code`, `commodity_group`, `commodity`, `rupiah_per_capita_per_week`.
    products, product_commodities, needs, supply_links, apps, cooperation
        The tables of those names of the data set.
    periods
        What the figures date from, by name of the field, shown beside a ranking.
    source_dates
        Date of each source by its id, where it has one.
    vocabulary
        The words goods are known by, so that a product meets a need by what it is.

    Notes
    -----
    Derived tables are computed when first asked for and kept: evidence is not to be changed afterwards.
    """

    output: pd.DataFrame
    supply: pd.Series
    regions: pd.DataFrame
    population: pd.Series
    spending: pd.DataFrame
    products: pd.DataFrame
    product_commodities: pd.DataFrame
    needs: pd.DataFrame
    supply_links: pd.DataFrame
    apps: pd.DataFrame
    cooperation: pd.DataFrame
    periods: Mapping[str, str] = field(default_factory=dict)
    source_dates: Mapping[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    @property
    def cities(self) -> pd.Index:
        """Codes of the cities ranked."""
        return self.output.index

    @cached_property
    def places(self) -> pd.DataFrame:
        """Rows of `regions` of the cities; NaN for a city that is not there."""
        return self.regions.reindex(self.cities)

    @cached_property
    def distance_km(self) -> pd.DataFrame:
        """City x city, kilometres."""
        return great_circle_km(self.places)

    @cached_property
    def similarity(self) -> pd.DataFrame:
        """City x city, Finger-Kreinin similarity of structure."""
        return finger_kreinin(self.output)

    @cached_property
    def food_markets(self) -> pd.DataFrame:
        """City x (commodity group, commodity), rupiah a year; NaN where not known."""
        sizes = market_size(self.spending[self.spending["region_code"].isin(self.cities)], self.population)
        wide = sizes.pivot(
            index="region_code", columns=["commodity_group", "commodity"], values="rupiah_per_year"
        )
        return wide.reindex(self.cities)

    @cached_property
    def food_baskets(self) -> pd.Series:
        """What the households of each city spend on all foods of the table, rupiah a year."""
        totals = self.food_markets.columns.get_level_values("commodity") == "TOTAL"
        return self.food_markets.loc[:, totals if totals.any() else ~totals].sum(axis=1, skipna=False)

    @cached_property
    def foods(self) -> dict[str, dict[tuple[str, str], str]]:
        """City -> {(commodity group, commodity) that its products are sold as: product_id}.

        A whole group (``TOTAL``) stands for its foods, so that none is counted twice.
        """
        sold = self.product_commodities[self.product_commodities["relation"] == "output"]
        makers = self.products.set_index("product_id")["region_code"]
        found: dict[str, dict[tuple[str, str], str]] = {}
        for row in sold.itertuples():
            if row.product_id in makers.index:
                linked = found.setdefault(makers[row.product_id], {})
                linked.setdefault((row.commodity_group, row.commodity), row.product_id)
        for linked in found.values():
            whole = {group for group, food in linked if food == "TOTAL"}
            for key in [key for key in linked if key[0] in whole and key[1] != "TOTAL"]:
                del linked[key]
        return found

    @cached_property
    def matches(self) -> list[Match]:
        """Products that answer another city's needs by name."""
        return need_matches(self.products, self.product_commodities, self.needs, self.vocabulary)

    @cached_property
    def agreements(self) -> dict[frozenset[str], list[dict]]:
        """Agreements and meetings of each pair of cities."""
        return agreements_between(self.cooperation, self.regions.reindex(self.cities))

    @cached_property
    def service_gaps(self) -> pd.DataFrame:
        """City x service domain: has, planned or unknown; without the domain of what fits nowhere else."""
        return service_gaps(self.apps, self.cities).drop(columns=NO_DOMAIN, errors="ignore")

    def without_products(self, left_out: set[str]) -> pd.DataFrame:
        """Return supplier x buyer: what the buyer's households spend on the foods that the supplier makes.

        Rupiah a year, of all products but those `left_out` by their ids. 0 where none of them is one of the
        foods; NaN where the supplier has no known product or nothing of the buyer's spending is known. Where
        only some of the foods are known, it is their sum: at least this.
        """
        kept = {
            city: {food: product for food, product in linked.items() if product not in left_out}
            for city, linked in self.foods.items()
        }
        return self._markets(kept)

    def _markets(self, foods: Mapping[str, Mapping[tuple[str, str], str]]) -> pd.DataFrame:
        values = np.zeros((len(self.cities), len(self.cities)))
        values[~self.cities.isin(self.products["region_code"])] = np.nan
        for row, supplier in enumerate(self.cities):
            linked = [key for key in foods.get(supplier, {}) if key in self.food_markets.columns]
            if linked:
                values[row] = self.food_markets[linked].sum(axis=1, min_count=1)
        values[:, self.food_baskets.isna()] = np.nan
        return pd.DataFrame(values, index=self.cities, columns=self.cities)
