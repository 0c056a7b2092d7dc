"""What the map shows of a choice: colours, words and legend of every city, as the script needs them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

import data
import i18n
from data.schema import INDICATORS, label
from findings import product_map
from i18n import _
from wording import formats, theme
from wording.names import reference_label
from wording.phrases import inside

SERIES = "/map/series.json"


def series_address(measure: str) -> str:
    """Where the browser finds every year of `measure`, with the language and the version of the table."""
    return f"{SERIES}?measure={measure}&lang={i18n.language()}&v={data.current_version('indicators')}"


def measure_label(measure: str) -> str:
    """Words for what the cities are coloured by."""
    kind = product_map.kind_of(measure)
    if kind == "count":
        return _("Jumlah produk unggulan")
    if kind == "indicator":
        return label("indicator", measure)
    sector = label("sector", product_map.sector_of(measure))
    if kind == "lq":
        return _("Kekhasan {sector}").format(sector=sector)
    return _("Porsi {sector} dalam PDRB").format(sector=sector)


def value_text(measure: str, value: float) -> str:
    """One value of `measure` in words; empty when it is missing."""
    if formats.is_missing(value):
        return ""
    kind = product_map.kind_of(measure)
    if kind == "count":
        return formats.number(value)
    if kind == "lq":
        return formats.location_quotient(value)
    if kind == "share":
        return formats.percent(value)
    return formats.indicator(measure, value)


def value_short(measure: str, value: float) -> str:
    """One value as it stands beside a city's name: without the words of its unit, which the title says."""
    if formats.is_missing(value) or product_map.kind_of(measure) != "indicator":
        return value_text(measure, value)
    unit = INDICATORS[measure].unit
    if unit == "persen":
        return formats.percent(value / 100)
    if unit in formats.RUPIAH_UNITS:
        return formats.rupiah(value * formats.RUPIAH_UNITS[unit][0])
    return formats.number(value, 0 if abs(value) >= 1000 else 2)


def title(measure: str) -> str:
    """What the map shows, with the unit that the values beside the names leave out."""
    said = measure_label(measure)
    if product_map.kind_of(measure) != "indicator":
        return said
    unit = INDICATORS[measure].unit
    if unit == "persen" or unit in formats.BARE_UNITS:
        return said
    per = formats.RUPIAH_UNITS.get(unit)
    words = _(per[1]) if per and per[1] else "" if per else label("unit", unit)
    return f"{said} ({words})" if words else said


def classes(measure: str, values: pd.Series, edges: np.ndarray) -> tuple[pd.Series, list[tuple[str, str]]]:
    """Colour each city and write the legend.

    Parameters
    ----------
    edges
        Inner edges of the classes, of :func:`findings.product_map.edges`.

    Returns
    -------
    tuple
        Series code -> colour (NaN where the value is missing) and the legend's (colour, label) rows.
    """
    kind = product_map.kind_of(measure)
    palette = theme.DIVERGING if kind == "lq" else _spread(theme.SEQUENTIAL, len(edges) + 1)
    position = pd.Series(edges.searchsorted(values.to_numpy(), side="right"), index=values.index)
    colours = position.map(lambda place: palette[place]).where(values.notna())
    return colours, list(zip(palette, _class_labels(measure, edges, values), strict=True))


def _spread(palette: list[str], count: int) -> list[str]:
    if count == 1:
        return [palette[len(palette) // 2]]
    step = (len(palette) - 1) / (count - 1)
    return [palette[round(place * step)] for place in range(count)]


def _class_labels(measure: str, edges: np.ndarray, values: pd.Series) -> list[str]:
    if product_map.kind_of(measure) == "lq":
        shown = [formats.number(edge, 2) for edge in edges]
    else:
        shown = [value_text(measure, edge) for edge in edges]
    if not len(edges):
        present = values.dropna()
        return [value_text(measure, present.iloc[0]) if len(present) else _("belum terdata")]
    if product_map.kind_of(measure) == "count":
        # Whole numbers: a class from 4 to below 6 is written 4–5.
        starts = [values.min(), *edges]
        ends = [*(edge - 1 for edge in edges), values.max()]
        return [
            formats.number(low) if low >= high else f"{formats.number(low)}–{formats.number(high)}"
            for low, high in zip(starts, ends, strict=True)
        ]
    labels = [_("di bawah {edge}").format(edge=shown[0])]
    labels += [f"{low} – {high}" for low, high in pairwise(shown)]
    labels.append(_("{edge} ke atas").format(edge=shown[-1]))
    if product_map.kind_of(measure) == "lq":
        labels[len(labels) // 2] += " " + _("(setara pembanding)")
    return labels


@data.by_language("regions")
def _coloured(
    measure: str, codes: tuple[str, ...], values: bytes, edges: bytes
) -> tuple[dict, list[tuple[str, str]]]:
    """Return city -> [colour or None, value in words], and the legend; float64 in `values` and `edges`."""
    series = pd.Series(np.frombuffer(values), index=list(codes))
    colours, legend = classes(measure, series, np.frombuffer(edges))
    return {
        code: [None if formats.is_missing(colours[code]) else colours[code], value_short(measure, value)]
        for code, value in series.items()
    }, legend


def state(
    measure: str,
    values: pd.DataFrame,
    *,
    products: pd.DataFrame,
    filters: product_map.Filters,
    cities: list[str],
    layers: list[str],
    selected: str,
    certain_only: bool,
    dark: bool,
    note: str = "",
) -> dict:
    """Return what the map script needs to draw the reader's choices.

    Parameters
    ----------
    values
        As :func:`findings.product_map.city_values`.
    products
        Those that pass `filters`.
    cities
        Codes of the cities on the map.
    """
    own = products[products["region_code"] == selected]
    common = {
        "cities": cities,
        "layers": layers,
        "selected": selected,
        "signs": sorted(own["category"], key=list(theme.CATEGORY_COLOURS).index),
        "certainOnly": certain_only,
        "dark": dark,
    }
    if product_map.kind_of(measure) == "count" and filters.narrow_products():
        return common | _filtered(products, filters, values.index)
    numbers = values["value"].to_numpy(dtype=float)
    edges = product_map.edges(measure, values["value"])
    shown, legend = _coloured(measure, tuple(values.index), numbers.tobytes(), edges.astype(float).tobytes())
    missing = _("belum tercatat punya") if measure == product_map.PRODUCT_COUNT else _("belum terdata")
    drawn = {
        "values": shown,
        "symbol": "",
        "legend": {"title": title(measure), "note": note, "entries": legend, "missing": missing},
    }
    if len(product_map.years(measure)) > 1:
        drawn |= {"series": series_address(measure), "year": values["period"].iloc[0]}
    return common | drawn


def _filtered(products: pd.DataFrame, filters: product_map.Filters, codes: pd.Index) -> dict:
    """Cities with a product that passes the filters stand out from those without."""
    counts = products.groupby("region_code").size().reindex(codes, fill_value=0)
    category = filters.categories[0] if len(filters.categories) == 1 else ""
    colour = theme.CATEGORY_COLOURS[category] if category else theme.ACCENT
    having = formats.number((counts > 0).sum())
    words = (
        _("punya produk {category} ({count} kota)").format(
            category=inside("category", category), count=having
        )
        if category
        else _("punya produk yang cocok ({count} kota)").format(count=having)
    )
    return {
        "values": {
            code: [colour if count else None, formats.number(count) if count else ""]
            for code, count in counts.items()
        },
        "symbol": theme.CATEGORY_SYMBOLS[category] if category else "",
        "legend": {
            "title": _("Produk unggulan"),
            "note": _("Angka di samping nama: jumlah produk"),
            "entries": [(colour, words)],
            "missing": _("belum tercatat punya"),
        },
    }


def measure_note(measure: str, values: pd.DataFrame, reference: str) -> str:
    """Period of what the cities are coloured by and, for an LQ, the economy they are compared with."""
    periods = [code for code in values["period"].unique() if code]
    note = ", ".join(formats.period(code) for code in periods)
    if product_map.kind_of(measure) == "lq":
        note += " · " + _("dibanding {reference}").format(reference=reference_label(reference))
    return note
