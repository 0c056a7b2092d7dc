"""Who buys a food or the foods of a product: on the map, ranked, who makes it, which flows are told."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from data import by_language
from findings.food import market as findings
from i18n import _
from ui import choices, finished, still, tables, widgets
from ui.market import charts as charts_market
from ui.market import words as market_words
from ui.still.rows import Rows
from wording import formats, periods
from wording.names import city_name

Foods = tuple[str, ...]


class Told(NamedTuple):
    """What the page says of a market in words; `headline` is empty where nothing is known.

    `lacking` names the cities the survey lists none of the foods for, `sources` those of the spending.
    """

    name: str
    headline: str = ""
    alt: str = ""
    lacking: str = ""
    spending: str = ""
    sources: tuple[str, ...] = ()


class Supplied(NamedTuple):
    """Who makes the goods and which flows are told, in words, with how many rows stand behind each."""

    makers: str
    made: int
    flows: str
    told: int
    sources: tuple[str, ...]


@by_language()
def _told(foods: Foods, scope: str) -> Told:
    market, name = findings.market(foods, scope), market_words.goods(foods)
    if market["rupiah_year"].notna().sum() == 0:
        return Told(name)
    return Told(
        name,
        market_words.headline(market, name, scope),
        market_words.map_alt(market, name),
        formats.listing([city_name(code) for code in market.index[market["rupiah_year"].isna()]]),
        periods.spending(),
        findings.spending_sources(foods=foods),
    )


@by_language()
def _reach(foods: Foods, scope: str, maker: str, product: str) -> str:
    return widgets.plain(market_words.reach(findings.access(foods, scope), maker, product, foods))


@by_language()
def _supplied(foods: Foods, scope: str) -> Supplied:
    made, flows = _made(foods), _flows(foods, scope)
    return Supplied(
        market_words.makers_headline(made),
        len(made),
        market_words.flows_headline(flows),
        len(flows),
        tuple(flows["source_id"]),
    )


def _made(foods: Foods) -> pd.DataFrame:
    made = findings.products_for(foods)
    return made[made["relation"] == "output"]


def _flows(foods: Foods, scope: str) -> pd.DataFrame:
    flows = findings.flows_of(foods)
    return flows[flows["buyer"].isin(findings.scope_codes(scope))]


def story(foods: Foods, scope: str, maker: str | None, product: str) -> None:
    """Draw who buys, on the map and ranked; who makes it; what flows are documented."""
    told = _told(foods, scope)
    if not told.headline:
        widgets.missing_note(told.name)
        return
    st.header(told.headline)
    if maker:
        st.write(_reach(foods, scope, maker, product))

    def table() -> pd.DataFrame:
        market = findings.market(foods, scope)
        return market_words.market_table(market, maker, findings.distances() if maker else None)

    widgets.chart(
        still.pictures(map_of, foods, scope),
        key="pasar_peta",
        alt=told.alt,
        table=table,
        reading=market_words.map_reading(),
        source_ids=told.sources,
        note=_("{spending}. Lingkaran bertepi tebal: kota yang membuat atau memperdagangkannya.").format(
            spending=told.spending
        ),
    )
    measure = choices.choose(
        "ukuran", ("jumlah", "per_orang"), _("Urut menurut"), show=market_words.measure, kind="segmented"
    )
    widgets.chart(
        still.row_pictures(bars_of, foods, scope, measure == "per_orang", widths=charts_market.BAR_WIDTHS),
        key="pasar_urutan",
        alt=told.alt,
        table=table,
        reading=market_words.bars_reading(),
        source_ids=told.sources,
        note=_("Rupiah; {spending}.").format(spending=told.spending),
    )
    if told.lacking:
        widgets.missing_note(told.lacking)
    supply(foods, scope)


def map_of(foods: Foods, scope: str, width: float) -> go.Figure:
    """Return the map of the market of `foods` in the cities of `scope`, for a column of so many pixels."""
    market = findings.market(foods, scope)
    return charts_market.market_map(market, _names(market), set(_made(foods)["region_code"]), width)


def bars_of(foods: Foods, scope: str, per_head: bool) -> Rows:
    """Return the cities of `scope` as bars: rupiah a year, or a person a week."""
    market = findings.market(foods, scope)
    national = findings.national_per_week().reindex(list(foods)).sum()
    return charts_market.ranked_bars(market, _names(market), per_head, national)


def _names(market: pd.DataFrame) -> dict[str, str]:
    return {code: city_name(code) for code in market.index}


def supply(foods: Foods, scope: str) -> None:
    """Draw the members that make or trade the goods, and the flows reported in the news."""
    told = _supplied(foods, scope)
    st.header(told.makers)
    if told.made:
        tables.draw(finished.recipe(products_of, foods))
    st.header(told.flows)
    if told.told:
        tables.draw(finished.recipe(flows_of, foods, scope), height="content")
        widgets.sources(told.sources, key="pasar_arus_sumber")
    widgets.caveat("from_news")


def products_of(foods: Foods) -> pd.DataFrame:
    """Return the members' products that are sold as `foods`, in words."""
    return market_words.products_table(_made(foods))


def flows_of(foods: Foods, scope: str) -> pd.DataFrame:
    """Return the flows of `foods` to the cities of `scope`, in words."""
    return market_words.flows_table(_flows(foods, scope))
