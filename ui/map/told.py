"""What the map page says and draws of a choice, made once for the same choice: later runs only send it."""

from __future__ import annotations

from typing import NamedTuple

from data import by_language
from findings import product_map
from ui.map import state, words
from ui.map.asked import Asked

MOST_CHOICES = 1024


class Told(NamedTuple):
    """The sentence above the map, what it rests on, and how many products pass the filters."""

    headline: str
    reason: str
    products: int


@by_language(size=MOST_CHOICES)
def above(asked: Asked, city: str) -> Told:
    """Return what stands above the map; `city` is the chosen one, empty for none."""
    products, values = product_map.products(asked.filters), _values(asked)
    shown = values.loc[product_map.cities_shown(asked.filters)]
    note = state.measure_note(asked.measure, values, asked.reference)
    return Told(
        words.headline(asked.measure, shown, products, asked.filters, city),
        words.reason(asked.measure, products, shown, note),
        len(products),
    )


@by_language(size=MOST_CHOICES)
def drawn(asked: Asked, city: str, dark: bool) -> dict:
    """Return what the map script needs (:func:`ui.map.state.state`); whoever gets it must not change it."""
    values = _values(asked)
    return state.state(
        asked.measure,
        values,
        products=product_map.products(asked.filters),
        filters=asked.filters,
        cities=list(product_map.cities_shown(asked.filters)),
        layers=list(asked.layers),
        selected=city,
        certain_only=asked.certain_only,
        dark=dark,
        note=state.measure_note(asked.measure, values, asked.reference),
    )


def _values(asked: Asked):
    return product_map.city_values(asked.measure, asked.reference, asked.year)
