"""The sentence above the map: what it shows of the chosen city, filter, or figure."""

from __future__ import annotations

import pandas as pd

import data
from data.schema import INDICATORS
from findings import product_map
from findings.cities.comparison import COUNTS
from i18n import _
from ui.map import state
from wording import formats
from wording.names import city_name
from wording.phrases import cities_count, inside, lower_first

NAMED = 3


def headline(
    measure: str, values: pd.DataFrame, products: pd.DataFrame, filters: product_map.Filters, city: str
) -> str:
    """Return what the map finds, in one sentence.

    Parameters
    ----------
    values
        As :func:`findings.product_map.city_values`, of the cities on the map.
    products
        Those that pass `filters`.
    city
        The chosen city, empty for none.
    """
    if measure != product_map.PRODUCT_COUNT:
        return _of_values(measure, values, city)
    if filters.narrow_products():
        return _of_filtered(products, filters, city)
    return _of_city(products, city) if city else _of_all(tuple(values.index))


def _of_all(cities: tuple[str, ...]) -> str:
    breadth = product_map.breadth(cities)
    if breadth.empty:
        return _("Belum ada produk unggulan yang tercatat untuk pilihan ini")
    return _("Produk {most} tercatat di {many} dari {all} kota, {least} hanya di {few}").format(
        most=inside("category", breadth.index[0]),
        many=formats.number(breadth.iloc[0]),
        all=formats.number(len(cities)),
        least=inside("category", breadth.index[-1]),
        few=formats.number(breadth.iloc[-1]),
    )


def _of_city(products: pd.DataFrame, city: str) -> str:
    count = formats.number((products["region_code"] == city).sum())
    to, origin = product_map.traded_with(city)
    if to:
        sentence = _("{city} memasok {cities} menurut berita; {count} produk unggulannya tercatat")
    elif origin:
        sentence = _("{city} dipasok {cities} menurut berita; {count} produk unggulannya tercatat")
    else:
        sentence = _("{city} mencatat {count} produk unggulan; kiriman ke kota anggota belum terdata")
    return sentence.format(city=city_name(city), cities=cities_count(len(to or origin)), count=count)


def _of_filtered(products: pd.DataFrame, filters: product_map.Filters, city: str) -> str:
    counts = products["region_code"].value_counts()
    what = (
        _("produk {category}").format(category=inside("category", filters.categories[0]))
        if len(filters.categories) == 1
        else _("produk yang cocok")
    )
    if counts.empty:
        return _("Tidak ada {what} yang tercatat").format(what=what)
    having = cities_count(len(counts))
    if city and city in counts.index:
        return _("{cities} mencatat {what}; {city} salah satunya, dengan {count}").format(
            cities=having, what=what, city=city_name(city), count=formats.number(counts[city])
        )
    if city:
        return _("{city} belum tercatat punya {what}; {cities} lain punya").format(
            city=city_name(city), what=what, cities=having
        )
    top = counts[counts == counts.max()].index
    if len(top) > NAMED:
        return _("{cities} mencatat {what}").format(cities=having, what=what)
    return _("{cities} mencatat {what}, terbanyak {top} ({count})").format(
        cities=having,
        what=what,
        top=formats.listing([city_name(code) for code in top]),
        count=formats.number(counts.max()),
    )


def _of_values(measure: str, values: pd.DataFrame, city: str) -> str:
    known = values["value"].dropna()
    what, when = state.measure_label(measure), _when(values)
    if known.empty:
        return _("{what} belum terdata untuk pilihan ini{when}").format(what=what, when=when)
    own = known.get(city)
    if _is_count(measure) or len(known) < len(values):
        # A larger city has more of everything, and some cities say nothing of all: no order.
        if own is not None:
            return _("{what} {city}: {value}{when}").format(
                what=what, city=city_name(city), value=state.value_text(measure, own), when=when
            )
        if city:
            return _("{what} {city} belum terdata{when}; terdata di {count} dari {all} kota").format(
                what=what,
                city=city_name(city),
                when=when,
                count=formats.number(len(known)),
                all=formats.number(len(values)),
            )
        return _("{what} terdata di {count} dari {all} kota{when}").format(
            what=what, count=formats.number(len(known)), all=formats.number(len(values)), when=when
        )
    lowest_first = _better(measure) == "lower"
    best = known.idxmin() if lowest_first else known.idxmax()
    if own is None or city == best:
        sentence = (
            _("{what} terendah di {city}: {value}")
            if lowest_first
            else _("{what} tertinggi di {city}: {value}")
        )
        value = state.value_text(measure, known[best])
        return sentence.format(what=what, city=city_name(best), value=value) + when
    rank = int(known.rank(ascending=lowest_first, method="min")[city])
    order = _("terendah ke-{rank}") if lowest_first else _("tertinggi ke-{rank}")
    return _("{what} {city} {value}, {order} dari {all} kota{when}").format(
        what=what,
        city=city_name(city),
        value=state.value_text(measure, own),
        order=order.format(rank=rank),
        all=formats.number(len(known)),
        when=when,
    )


def _when(values: pd.DataFrame) -> str:
    periods = [formats.period(code) for code in values["period"].unique() if code]
    return f" ({', '.join(periods)})" if periods else ""


def _is_count(measure: str) -> bool:
    return product_map.kind_of(measure) == "indicator" and INDICATORS[measure].unit in COUNTS


def _better(measure: str) -> str:
    return INDICATORS[measure].better if product_map.kind_of(measure) == "indicator" else "higher"


def reason(measure: str, products: pd.DataFrame, values: pd.DataFrame, note: str) -> str:
    """Return what the sentence rests on, in a short line: how many of what, and what missing means."""
    if measure != product_map.PRODUCT_COUNT:
        known = values["value"].dropna()
        parts = [
            note,
            _("terdata di {count} dari {all} kota").format(
                count=formats.number(len(known)), all=formats.number(len(values))
            ),
        ]
        if len(known) == len(values) and not _is_count(measure):
            for said, code in ((_("tertinggi {city} ({value})"), known.idxmax()),
                               (_("terendah {city} ({value})"), known.idxmin())):  # fmt: skip
                value = state.value_text(measure, known[code])
                parts.append(said.format(city=city_name(code), value=value))
        return " · ".join(filter(None, parts))
    return (
        _("{shown} dari {total} produk").format(
            shown=formats.number(len(products)), total=formats.number(len(data.load("products")))
        )
        + " · "
        + cities_count(len(values))
        + " · "
        + lower_first(_("Yang belum tercatat tidak berarti tidak ada."))
    )
