"""The map's content as tables, for those who cannot use a map and those who want the numbers."""

from __future__ import annotations

import pandas as pd

from data import by_language, by_version
from data.schema import label
from findings import product_map, statements
from i18n import _
from ui import finished, stated, tables, widgets
from ui.map import state
from ui.map.asked import Asked
from wording import formats
from wording.names import city_name
from wording.sources import source_short, source_text

MOST_PRINTED = 30  # rows of the products on paper: every change of a filter sends them


def named(codes: pd.Series, kind: str) -> pd.Series:
    """Words for a column of codes, each code looked up once."""
    return codes.map({code: label(kind, code) for code in codes.unique()})


@by_language()
def _worded(product_ids: tuple[str, ...], *, whole: bool) -> pd.DataFrame:
    """Return products in words, their sources `whole` or short."""
    products = product_map.products(product_map.Filters()).set_index("product_id").loc[list(product_ids)]
    days = statements.stated_on()
    return pd.DataFrame(
        {
            _("Kota"): products["region_code"].map(city_name),
            _("Produk"): products["product"],
            _("Kategori"): named(products["category"], "category"),
            _("Sektor"): named(products["sector"], "sector"),
            _("Peran kota"): named(products["role"], "role"),
            _("Uraian"): products["description"],
            _("Pengakuan"): products["recognition"],
            _("Dinyatakan kota"): [
                formats.day(days[code]) if code in days else _("belum ada pernyataan")
                for code in products.index
            ],
            _("Sumber"): products["source_id"].map(source_text if whole else source_short),
        }
    )


def chosen_first(frame: pd.DataFrame, chosen: pd.Series) -> pd.DataFrame:
    """Return `frame` with the rows that concern the chosen city on top, each part in its own order."""
    return pd.concat([frame[chosen], frame[~chosen]])


def product_rows(filters: product_map.Filters, city: str, *, whole: bool = False) -> pd.DataFrame:
    """Return the products that pass the filters in words, those of the chosen city first.

    `whole`: with whole citations, as the download has them; on the screen they are half of what is sent.
    """
    products = product_map.products(filters)
    products = chosen_first(products, products["region_code"] == city)
    return _worded(tuple(products["product_id"]), whole=whole)


def product_table(asked: Asked, city: str) -> None:
    """Draw the products, of the chosen city first, with their proof and their download."""
    tables.draw(
        finished.recipe(product_rows, asked.filters, city),
        height=420,
        key="product_table",
        most_printed=MOST_PRINTED,
    )
    widgets.download(
        lambda: product_rows(asked.filters, city, whole=True), "produk-unggulan", key="product_table_csv"
    )
    stated.overview(statements.PRODUCT)


def _values(asked: Asked, city: str) -> pd.DataFrame:
    """The value of each city on the map: the chosen first, then the largest, missing ones last."""
    values = product_map.city_values(asked.measure, asked.reference, asked.year)
    values = values.loc[product_map.cities_shown(asked.filters)]
    ordered = values.sort_values("value", ascending=False, na_position="last")
    return chosen_first(ordered, pd.Series(ordered.index == city, index=ordered.index))


def value_rows(asked: Asked, city: str) -> pd.DataFrame:
    """Return the value of each city in words; missing ones last, named as such."""
    ordered = _values(asked, city)
    return pd.DataFrame(
        {
            _("Kota"): ordered.index.map(city_name),
            state.measure_label(asked.measure): [
                state.value_text(asked.measure, value) or _("belum terdata") for value in ordered["value"]
            ],
            _("Periode"): [formats.period(period) if period else "" for period in ordered["period"]],
            _("Catatan"): [
                _("porsi di bawah 1%, kekhasan kurang berarti") if small else "" for small in ordered["small"]
            ],
        }
    )


def raw_values(asked: Asked, city: str) -> pd.DataFrame:
    """Return the value of each city as numbers, for a spreadsheet."""
    raw = _values(asked, city).reset_index()[["region_code", "value", "period", "source_id"]]
    raw.insert(1, "city", raw["region_code"].map(city_name))
    return raw


@by_version("regions", "products", "grdp_sectors", "sectors", "indicators", size=256)
def _sources(asked: Asked, city: str) -> tuple[str, ...]:
    return tuple(_values(asked, city)["source_id"].replace("", float("nan")).dropna())


def value_table(asked: Asked, city: str) -> None:
    """Draw the value of each city with its download and sources."""
    tables.draw(finished.recipe(value_rows, asked, city), height=420, key="value_table")
    widgets.download(
        lambda: raw_values(asked, city), f"peta-{asked.measure}-{asked.reference}", key="value_table_csv"
    )
    widgets.sources(_sources(asked, city), key="value_table_sources")


def flow_rows(asked: Asked, city: str) -> pd.DataFrame:
    """Return the documented flows between the cities on the map in words, those of the chosen city first."""
    flows, cities = product_map.flows(), product_map.cities_shown(asked.filters)
    flows = flows[flows["supplier"].isin(cities) & flows["buyer"].isin(cities)]
    if asked.certain_only:
        flows = flows[flows["certain"]]
    flows = chosen_first(flows, (flows["supplier"] == city) | (flows["buyer"] == city))
    return pd.DataFrame(
        {
            _("Pemasok"): flows["supplier"].map(city_name),
            _("Pembeli"): flows["buyer"].map(city_name),
            _("Barang"): flows["commodities"].map(", ".join),
            _("Kepastian"): [
                _("kota disebut pasti") if certain else "; ".join(label("certainty", code) for code in codes)
                for certain, codes in zip(flows["certain"], flows["certainties"], strict=True)
            ],
            _("Sumber"): flows["source_ids"].map(lambda ids: " | ".join(map(source_text, ids))),
        }
    )


def flow_table(asked: Asked, city: str) -> None:
    """Draw the documented flows with their download."""
    tables.draw(finished.recipe(flow_rows, asked, city), height=420, key="flow_table")
    widgets.download(lambda: flow_rows(asked, city), "alur-pasokan", key="flow_table_csv")
    widgets.caveat("from_news")
