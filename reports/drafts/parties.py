"""Who signs for a region, in the Bahasa of an official letter."""

from __future__ import annotations

import data

_LEADERS = {"kota": "Wali Kota", "kabupaten": "Bupati", "provinsi": "Gubernur"}


def leader(code: str) -> str:
    """Return the head of a region as a letter addresses one: ``Wali Kota Medan``."""
    region = _regions().get(code, {})
    place = region.get("province" if region.get("level") == "provinsi" else "short_name", code)
    return f"{_LEADERS.get(str(region.get('level')), 'Kepala Daerah')} {place}"


@data.by_version("regions")
def _regions() -> dict[str, dict]:
    return data.load("regions").set_index("region_code").to_dict("index")
