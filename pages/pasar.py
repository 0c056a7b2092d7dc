"""Markets: who buys how much of a food or a product, and what a city's households buy."""

import pandas as pd
import streamlit as st

import data
from findings import market as findings
from i18n import _
from ui import choices, pages, widgets
from ui.market import charts as charts_market
from ui.market import words as market_words
from wording import formats, periods
from wording.names import city_name, food_label

VIEWS = ("pangan", "produk", "kota")
SHOWN_FOODS = 12


def main() -> None:
    st.title(_("Siapa membeli apa, dan seberapa banyak?"))
    st.write(
        _(
            "Belanja pangan rumah tangga seminggu dikalikan penduduk dan 52 minggu ({spending}). "
            "Belanja restoran, hotel, dan industri tidak termasuk."
        ).format(spending=periods.spending())
    )
    view = choices.choose("lihat", VIEWS, _("Mulai dari"), show=market_words.view, kind="segmented")
    if view == "kota":
        city_story()
        return
    left, right = st.columns(2)
    with right:
        scope = choices.choose(
            "cakupan", findings.SCOPES, _("Kota pembeli"), show=market_words.scope, kind="segmented"
        )
    with left:
        if view == "pangan":
            foods = (_choose_food(),)
            maker, product = None, ""
        else:
            maker, foods, product = _choose_product()
    if not foods:
        st.info(widgets.plain(market_words.no_counterpart(product)), icon=":material/help_center:")
        pages.link("profil", _("Buka profil {city}").format(city=city_name(maker)), kota=maker)
        return
    market_story(foods, scope, maker, product)


def _choose_food() -> str:
    return choices.choose(
        "pangan",
        list(findings.foods().index),
        _("Pangan"),
        default="Cabe merah",
        show=food_label,
    )


def _choose_product() -> tuple[str, tuple[str, ...], str]:
    products = findings.product_foods()
    order = products.assign(none=[not foods for foods in products["foods"]]).sort_values(
        ["none", "region_code"], kind="stable"
    )
    chosen = choices.choose(
        "produk",
        list(order.index),
        _("Produk unggulan"),
        show=lambda code: market_words.product(order.loc[code]),
    )
    row = products.loc[chosen]
    return row["region_code"], row["foods"], row["product"]


def market_story(foods: tuple[str, ...], scope: str, maker: str | None, product: str) -> None:
    """Who buys, on the map and ranked; who makes it; what flows are documented."""
    market = findings.market(foods, scope)
    name = market_words.goods(foods)
    if market["rupiah_year"].notna().sum() == 0:
        widgets.missing_note(name)
        return
    made = findings.products_for(foods)
    made = made[made["relation"] == "output"]
    st.subheader(market_words.headline(market, name, scope))
    if maker:
        st.write(widgets.plain(market_words.reach(findings.access(foods, scope), maker, product, foods)))
    names = {code: city_name(code) for code in market.index}
    ids = sorted(set(data.load("household_spending")["source_id"]))
    table = market_words.market_table(market, maker, findings.distances() if maker else None)
    widgets.chart(
        charts_market.market_map(market, names, set(made["region_code"])),
        key="pasar_peta",
        alt=market_words.map_alt(market, name),
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
        charts_market.ranked_bars(market, names, measure == "per_orang", national),
        key="pasar_urutan",
        alt=market_words.map_alt(market, name),
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
    """Members that make or trade the goods, and the flows reported in the news."""
    st.subheader(market_words.makers_headline(made))
    if len(made):
        st.dataframe(market_words.products_table(made), hide_index=True)
    inside = findings.scope_codes(scope)
    flows = flows[flows["buyer"].isin(inside)]
    st.subheader(market_words.flows_headline(flows))
    if len(flows):
        st.dataframe(market_words.flows_table(flows), hide_index=True, height="content")
        widgets.sources(flows["source_id"], key="pasar_arus_sumber")
    widgets.caveat("from_news")


def city_story() -> None:
    """What one city's households buy beside the national mean, and who could supply it."""
    city = choices.choose(
        "kota",
        sorted(data.cities().index, key=city_name),
        _("Kota"),
        default="1275",
        show=city_name,
        remember=True,
    )
    basket = findings.basket(city)
    name = city_name(city)
    ids = sorted(set(data.load("household_spending")["source_id"]))
    st.subheader(market_words.basket_headline(basket, name))
    far = market_words.farthest(basket, SHOWN_FOODS)
    widgets.chart(
        charts_market.basket_bars(far),
        key="pasar_keranjang",
        alt=market_words.basket_alt(far, name),
        table=lambda: market_words.basket_table(basket),
        reading=market_words.basket_reading(),
        source_ids=ids,
        note=_(
            "Rupiah per orang per minggu; {spending}; pembanding: rata-rata 514 kabupaten/kota, "
            "ditimbang penduduk."
        ),
    )
    largest = findings.largest_foods(city, SHOWN_FOODS)
    st.subheader(market_words.largest_headline(largest, name))
    st.dataframe(market_words.largest_table(largest), hide_index=True, height="content")
    st.caption(market_words.largest_note())
    pages.link("mitra", _("Lihat mitra yang cocok untuk {city}").format(city=name), kota=city)


main()
