"""Every year of an indicator for the map's slider, fetched once by the browser and played there."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd

import i18n
from findings import product_map
from ui.map import state
from wording import formats


def content(measure: str, language: str) -> bytes:
    """Return the years of `measure` as JSON: per year, city -> [colour, words]; a city without is absent.

    The classes are the same in every year, so that a colour means the same while the years play.
    """
    with i18n.using(language):
        table = product_map.by_year(measure)
        edges = product_map.edges(measure, table.stack())
        years = {str(year): _year(measure, table[year], edges) for year in table.columns}
        return json.dumps({"years": years}, ensure_ascii=False, separators=(",", ":")).encode()


def _year(measure: str, values: pd.Series, edges: np.ndarray) -> dict[str, list[str]]:
    colours, _legend = state.classes(measure, values, edges)
    return {
        code: [colours[code], state.value_short(measure, value)]
        for code, value in values.items()
        if not formats.is_missing(value)
    }
