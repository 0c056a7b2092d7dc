"""The map's content as tables, for those who cannot use a map and those who want the numbers."""

from __future__ import annotations

import pandas as pd

from data import by_language
from data.schema import label
from findings import product_map, statements
from i18n import _
from ui import stated, tables, widgets
from ui.map import state
from wording import formats
from wording.names import city_name
from wording.sources import source_text


def named(codes: pd.Series, kind: str) -> pd.Series:
    """Words for a column of codes, each code looked up once."""
    return codes.map({code: label(kind, code) for code in codes.unique()})


@by_language()
def _worded(product_ids: tuple[str, ...]) -> pd.DataFrame:
    """Return products in words."""
    products = product_map.products(product_map.Filters()).set_index("product_id").loc[list(product_ids)]
    days = statements.stated_on()
    return pd.DataFrame(
        {
            _("Kota"): products["short_name"],
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
            _("Sumber"): products["source_id"].map(source_text),
        }
    )


def chosen_first(frame: pd.DataFrame, chosen: pd.Series) -> pd.DataFrame:
    """Return `frame` with the rows that concern the chosen city on top, each part in its own order."""
    return pd.concat([frame[chosen], frame[~chosen]])


def product_table(products: pd.DataFrame, city: str) -> None:
    """Draw the products, of the chosen city first, with their proof and their download."""
    products = chosen_first(products, products["region_code"] == city)
    frame = _worded(tuple(products["product_id"]))
    tables.draw(frame, height=420, key="product_table")
    widgets.download(frame, "produk-unggulan", key="product_table_csv")
    stated.overview(statements.PRODUCT)


def value_table(measure: str, values: pd.DataFrame, reference: str, city: str) -> None:
    """Draw the value of each city: the chosen first, then the largest; missing ones last, named as such."""
    ordered = values.sort_values("value", ascending=False, na_position="last")
    ordered = chosen_first(ordered, pd.Series(ordered.index == city, index=ordered.index))
    frame = pd.DataFrame(
        {
            _("Kota"): ordered.index.map(city_name),
            state.measure_label(measure): [
                state.value_text(measure, value) or _("belum terdata") for value in ordered["value"]
            ],
            _("Periode"): [formats.period(period) if period else "" for period in ordered["period"]],
            _("Catatan"): [
                _("porsi di bawah 1%, kekhasan kurang berarti") if small else "" for small in ordered["small"]
            ],
        }
    )
    tables.draw(frame, height=420, key="value_table")
    raw = ordered.reset_index()[["region_code", "value", "period", "source_id"]]
    raw.insert(1, "city", raw["region_code"].map(city_name))
    widgets.download(raw, f"peta-{measure}-{reference}", key="value_table_csv")
    widgets.sources(ordered["source_id"].replace("", float("nan")).dropna(), key="value_table_sources")


def flow_table(cities: pd.Index, city: str, *, certain_only: bool) -> None:
    """Draw the documented flows between the cities on the map, those of the chosen city first."""
    flows = product_map.flows()
    flows = flows[flows["supplier"].isin(cities) & flows["buyer"].isin(cities)]
    if certain_only:
        flows = flows[flows["certain"]]
    flows = chosen_first(flows, (flows["supplier"] == city) | (flows["buyer"] == city))
    frame = pd.DataFrame(
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
    tables.draw(frame, height=420, key="flow_table")
    widgets.download(frame, "alur-pasokan", key="flow_table_csv")
    widgets.caveat("from_news")
