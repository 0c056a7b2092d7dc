"""Facts on goods that are not code: the closed list, the words they go by, figures nobody should rely on."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).resolve().parent / "facts"


@lru_cache(maxsize=16)
def _facts(name: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / f"{name}.csv", dtype=str, keep_default_na=False, na_values=[""])


def trade_goods() -> pd.DataFrame:
    """Return the closed list of foods that are traded as one good, indexed by `good`.

    `kind`, `freshness`, `limit_km` (how far it travels), `io_factor` (what hotels and restaurants use
    beside households, from the national input-output table 2016; NaN: households only), and the switches
    `measured_only` (measured surplus alone may name a supplier), `on_card`, `farm`.
    """
    frame = _facts("trade_goods").set_index("good")
    numbers = {"limit_km": "float64", "io_factor": "float64"}
    switches = {name: frame[name] == "1" for name in ("measured_only", "on_card", "farm")}
    return frame.astype(numbers).assign(**switches)


def good_words() -> pd.DataFrame:
    """Return the words that goods go by: `words`, `good` (missing where none of the list), `role`."""
    return _facts("good_words").copy(deep=False)


def made_words() -> list[str]:
    """Return the words that a thing made from a good begins with."""
    return list(_facts("made_words")["word"])


def production_names() -> pd.DataFrame:
    """Return what the production tables call a good: `commodity`, `good`, `form`."""
    return _facts("production_names").copy(deep=False)


def doubtful_supply() -> pd.DataFrame:
    """Return figures of production shown without amount: `region_code`, `commodity`, `year`, `reason`."""
    return _facts("doubtful_supply").copy(deep=False)


def shared_supply() -> pd.DataFrame:
    """Return figures that belong to two regions: `region_code`, `good`, `with_region_code`, `place`."""
    return _facts("shared_supply").copy(deep=False)


def survey_remark(year: str) -> str:
    """Return what was particular about the survey's month of a year (``ramadan``); "" for nothing."""
    return _remarks().get(str(year), "")


@cache
def _remarks() -> dict[str, str]:
    return _facts("survey_months").set_index("year")["remark"].dropna().to_dict()
