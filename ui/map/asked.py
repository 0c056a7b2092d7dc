"""What the reader asks of the map, as one value that tells a view from another."""

from __future__ import annotations

from dataclasses import dataclass

from findings import product_map


@dataclass(frozen=True)
class Asked:
    """The reader's choices: which products and cities, coloured by what, of which year, with which layers."""

    filters: product_map.Filters
    measure: str
    reference: str
    year: int | None
    layers: tuple[str, ...]
    certain_only: bool
