"""Pieces that several slides have: places on a map, the sources of frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from i18n import _
from reports.blocks import Place
from wording import theme
from wording.names import city_name


def places(
    points: pd.DataFrame,
    codes: Iterable[str],
    *,
    strong_ones: Iterable[str] = (),
    called: Callable[[str], str] = city_name,
    shade: Callable[[str], str] | None = None,
    size: Callable[[str], float] = lambda _code: 1.0,
) -> tuple[Place, ...]:
    """Regions as places on a map; those without a known point are left out."""
    strong = set(strong_ones)

    def place(code: str) -> Place:
        point = points.loc[code]
        plain = theme.ACCENT if code in strong else theme.MUTED
        return Place(
            code,
            called(code),
            float(point["latitude"]),
            float(point["longitude"]),
            size=size(code),
            colour=shade(code) if shade else plain,
            strong=code in strong,
        )

    return tuple(place(code) for code in dict.fromkeys(codes) if code in points.index)


def credit() -> str:
    """Whose the coast and the borders under a map are."""
    return _("Batas wilayah: © Cahya DSN (MIT); Natural Earth; BPS/OCHA (CC BY-IGO); titik: GeoNames (CC BY)")


def sources_of(*frames: pd.DataFrame) -> tuple[str, ...]:
    """Codes of the sources of all rows, each once."""
    return tuple(pd.concat([each["source_id"] for each in frames]).unique())
