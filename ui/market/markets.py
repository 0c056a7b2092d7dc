"""Who buys a food or the foods of a product: on the map, ranked, who makes it, which flows are told."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data import by_language
from findings.food import market as findings
from i18n import _
from ui import choices, finished, tables, widgets
from ui.market import charts as charts_market
from ui.market import words as market_words
from wording import formats, periods
from wording.names import city_name


@by_language()
def _told(foods: tuple[str, ...], scope: str) -> tuple[str, str, str]:
    """What the foods are called, the headline (empty where nothing is known), what the map shows."""
    market, name = findings.market(foods, scope), market_words.goods(foods)
    if market["rupiah_year"].notna().sum() == 0:
        return name, "", ""
    return name, market_words.headline(market, name, scope), market_words.map_alt(market, name)


def story(foods: tuple[str, ...], scope: str, maker: str | None, product: str) -> None:
    """Draw who buys, on the map and ranked; who makes it; what flows are documented."""
    market = findings.market(foods, scope)
    name, headline, alt = _told(foods, scope)
    if not headline:
        widgets.missing_note(name)
        return
    made = findings.products_for(foods)
    made = made[made["relation"] == "output"]
    st.header(headline)
    if maker:
        st.write(widgets.plain(market_words.reach(findings.access(foods, scope), maker, product, foods)))
    names = {code: city_name(code) for code in market.index}
    ids = findings.spending_sources(foods=foods)

    def table() -> pd.DataFrame:
        return market_words.market_table(market, maker, findings.distances() if maker else None)

    widgets.chart(
        finished.chart(charts_market.market_map, market, names, set(made["region_code"])),
        key="pasar_peta",
        alt=alt,
        table=table,
        reading=market_words.map_reading(),
        source_ids=ids,
        note=_("{spending}. Lingkaran bertepi tebal: kota yang membuat atau memperdagangkannya.").format(
            spending=periods.spending()
        ),
    )
    measure = choices.choose(
        "ukuran", ("jumlah", "per_orang"), _("Urut menurut"), show=market_words.measure, kind="segmented"
    )
    national = findings.national_per_week().reindex(list(foods)).sum()
    widgets.chart(
        finished.chart(charts_market.ranked_bars, market, names, measure == "per_orang", national),
        key="pasar_urutan",
        alt=alt,
        table=table,
        reading=market_words.bars_reading(),
        source_ids=ids,
        note=_("Rupiah; {spending}.").format(spending=periods.spending()),
    )
    lacking = market.index[market["rupiah_year"].isna()]
    if len(lacking):
        widgets.missing_note(formats.listing([names[code] for code in lacking]))
    supply(made, findings.flows_of(foods), scope)


def supply(made: pd.DataFrame, flows: pd.DataFrame, scope: str) -> None:
    """Draw the members that make or trade the goods, and the flows reported in the news."""
    st.header(market_words.makers_headline(made))
    if len(made):
        tables.draw(market_words.products_table(made))
    inside = findings.scope_codes(scope)
    flows = flows[flows["buyer"].isin(inside)]
    st.header(market_words.flows_headline(flows))
    if len(flows):
        tables.draw(market_words.flows_table(flows), height="content")
        widgets.sources(flows["source_id"], key="pasar_arus_sumber")
    widgets.caveat("from_news")
