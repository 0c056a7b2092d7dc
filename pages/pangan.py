"""Food: what a city uses, what it costs, who supplies it and buys it; its basket; a product's markets."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import data
from findings.food import balance as food_balance
from findings.food import market as findings
from findings.food import prices as findings_prices
from i18n import _
from ui import choices, pages, still, tables, widgets
from ui.cards import look, parts
from ui.frame import my_city
from ui.market import agreements, balance, gap_map, markets, prices, season, threshold
from ui.market import charts as charts_market
from ui.market import product_story as product_page
from ui.market import words as market_words
from wording import food_balance as balance_words
from wording import periods
from wording.names import city_name
from wording.names import scope as scope_name

VIEWS = ("pangan", "produk", "kota")
SHOWN_FOODS = 12
YEAR = "setahun"


def main() -> None:
    # The finding stands above the choices it depends on.
    headline = st.container()
    view = choices.choose("lihat", VIEWS, _("Mulai dari"), show=market_words.view, kind="segmented")
    look.draw()
    if view == "kota":
        city_story(headline)
    elif view == "produk":
        product_story(headline)
    else:
        food_story(headline)


def food_story(headline: DeltaGenerator) -> None:
    """One food in one city: balance, price, suppliers, agreements; then who else buys it."""
    left, right = st.columns(2)
    with left:
        code = choices.choose(
            "pangan",
            list(food_balance.known_foods()),
            _("Pangan"),
            default="Cabe merah",
            show=balance_words.food_names().__getitem__,
        )
    city = my_city.shown()
    food = food_balance.food(code)
    with right:
        month = choose_month(city, food.commodity)
    numbers = parts.Numbers()
    name = balance_words.food_name(code, short=True)
    headline.title(widgets.plain(prices.headline(city, code, month)))
    if food.good:
        beside, chart = st.columns([3, 5], gap="large")
        with beside:
            balance.draw(city, food.good, numbers, month)
        with chart:
            prices.line(city, code)
            prices.sources(city, food.commodity)
        prices.suppliers(city, code, month)
        balance.standing(city, food.good, numbers)
        agreements.draw(city, food.good, numbers)
        found = food_balance.known_candidates(city, code)
        if found:
            pages.link(
                "kerja_sama",
                _("Buat usulan dari pangan ini"),
                icon=":material/assignment:",
                bagian="baru",
                pihak=f"{city},{found[0].place}",
                peluang=food.good,
            )
    gap_map.draw(city, name, food.commodity)
    threshold.draw(city, name, food.commodity)
    season.draw(city, food.commodity)
    if food.survey:
        buyers(code)
    look.sources(numbers)


def choose_month(city: str, commodity: str) -> str:
    """Let the reader choose one month with a price, or the whole year ("")."""
    known = findings_prices.months_of(city, commodity) if commodity else ()
    chosen = choices.choose("waktu", [YEAR, *known], _("Waktu"), show=market_words.moment)
    return "" if chosen == YEAR else chosen


def buyers(code: str) -> None:
    """Who buys the food, on the map and ranked."""
    scope = choices.choose("cakupan", findings.SCOPES, _("Kota pembeli"), show=scope_name, kind="segmented")
    markets.story((code,), scope, None, "")


def product_story(headline: DeltaGenerator) -> None:
    """The markets of a featured product; what is known of it where no survey holds its market."""
    scope = choices.choose("cakupan", findings.SCOPES, _("Kota pembeli"), show=scope_name, kind="segmented")
    chosen, maker, foods, product = _choose_product()
    headline.title(widgets.plain(product))
    if foods:
        markets.story(foods, scope, maker, product)
        return
    st.info(widgets.plain(market_words.no_counterpart(product)), icon=":material/help_center:")
    numbers = parts.Numbers()
    product_page.draw(chosen, numbers)
    look.sources(numbers)


def _choose_product() -> tuple[str, str, tuple[str, ...], str]:
    products = findings.product_foods()
    order = products.assign(none=[not foods for foods in products["foods"]]).sort_values(
        ["none", "region_code"], kind="stable"
    )
    own = order.index[(order["region_code"] == my_city.shown()) & ~order["none"]]
    chosen = choices.choose(
        "produk",
        list(order.index),
        _("Produk unggulan"),
        default=next(iter(own), None),
        show=lambda code: market_words.product(order.loc[code]),
    )
    row = products.loc[chosen]
    return chosen, row["region_code"], row["foods"], row["product"]


def city_story(headline: DeltaGenerator) -> None:
    """What one city's households buy beside the national mean, and who could supply it."""
    city = my_city.shown()
    basket = findings.basket(city)
    name = city_name(city)
    ids = sorted(set(data.load("household_spending")["source_id"]))
    headline.title(market_words.basket_headline(basket, name))
    far = market_words.farthest(basket, SHOWN_FOODS)
    widgets.chart(
        still.row_pictures(charts_market.basket_bars, far, widths=charts_market.BAR_WIDTHS),
        key="pasar_keranjang",
        alt=market_words.basket_alt(far, name),
        table=lambda: market_words.basket_table(basket),
        reading=market_words.basket_reading(),
        source_ids=ids,
        note=_(
            "Rupiah per orang per minggu; {spending}; pembanding: rata-rata 514 kabupaten/kota, "
            "ditimbang penduduk."
        ).format(spending=periods.spending()),
    )
    largest = findings.largest_foods(city, SHOWN_FOODS)
    st.header(market_words.largest_headline(largest, name))
    tables.draw(market_words.largest_table(largest), height="content")
    st.caption(market_words.largest_note())
    pages.link("mitra", _("Lihat mitra yang cocok untuk {city}").format(city=name), kota=city)


main()
