"""Read the code lists and the indicators from their files in ``data/facts``."""

from __future__ import annotations

import csv
from pathlib import Path

from data.schema.descriptor import read_json, translated
from data.schema.model import Indicator, Text

FOLDER = Path(__file__).resolve().parents[1] / "facts"


def read_code_lists(path: Path = FOLDER / "code_lists.csv") -> dict[str, dict[str, Text]]:
    """Return list -> code -> label; the order of display is that of the file, one column a language."""
    lists: dict[str, dict[str, Text]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, code, indonesian = row.pop("list"), row.pop("code"), row.pop("id")
            lists.setdefault(name, {})[code] = Text(indonesian, tuple(row.items()))
    return lists


def _indicator(entry: dict) -> Indicator:
    usual, possible = entry.get("usual", {}), entry.get("constraints", {})
    return Indicator(
        entry["code"],
        translated(entry, "title"),
        translated(entry, "description"),
        entry["unit"],
        entry["theme"],
        entry["better"],
        tuple(entry.get("rankable_years", ())),
        usual.get("minimum"),
        usual.get("maximum"),
        possible.get("minimum"),
        possible.get("maximum"),
        translated(entry, "breaks") if "breaks" in entry else None,
        tuple(entry.get("not_with", ())),
        entry.get("comparable_from"),
        entry.get("asked_for", True),
    )


def read_indicators(path: Path = FOLDER / "indicators.json") -> dict[str, Indicator]:
    """Return code -> indicator in the order of display."""
    return {entry["code"]: _indicator(entry) for entry in read_json(path)["indicators"]}
