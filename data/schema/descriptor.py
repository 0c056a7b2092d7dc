"""Read the tables' descriptor, a Frictionless Data Package, as the records of :mod:`data.schema.model`.

``data/tables/datapackage.json`` names the tables, ``data/tables/schema/<table>.json`` their columns. What the
standard has a word for stands under that word (``type``, ``title``, ``constraints``, ``primaryKey``,
``foreignKeys``); the rest under words of our own, which the standard allows.
"""

from __future__ import annotations

import json
from pathlib import Path

from data.schema.model import LONGEST_CODE, Column, Fixed, Table, Text

FOLDER = Path(__file__).resolve().parents[1] / "tables"
PACKAGE = "datapackage.json"
DTYPES = {"string": "str", "number": "float64", "integer": "int64"}


def read_json(path: Path) -> dict:
    """Return the JSON object kept at `path`."""
    return json.loads(path.read_text(encoding="utf-8"))


def translated(entry: dict, word: str) -> Text:
    """Return the text under `word` with its translations."""
    others = entry.get("translations", {}).items()
    return Text(entry.get(word, ""), tuple((language, texts.get(word, "")) for language, texts in others))


def _column(field: dict, shipped: bool) -> Column:
    constraints, usual = field.get("constraints", {}), field.get("usual", {})
    separator = field.get("separator", "")
    return Column(
        field["name"],
        field["kind"],
        translated(field, "title"),
        translated(field, "description"),
        required=constraints.get("required", False),
        shipped=shipped,
        unit=field.get("unit", ""),
        codes=field.get("codes", ""),
        closed=field.get("closed", False),
        low=usual.get("minimum"),
        high=usual.get("maximum"),
        least=constraints.get("minimum", field.get("least")),
        most=constraints.get("maximum", field.get("most")),
        refers=field.get("refers", ""),
        separator=separator,
        pattern=field.get("form", ""),
        synonyms=tuple(field.get("synonyms", ())),
        example=field.get("example", ""),
        named_by=field.get("namedBy", ""),
        longest=constraints.get("maxLength", LONGEST_CODE),
    )


def _table(resource: dict, folder: Path) -> Table:
    schema = read_json(folder / resource["schema"])
    columns = [_column(field, not field.get("later", False)) for field in schema["fields"]]
    columns += [_column(field, False) for field in schema.get("supplied", ())]
    origin = resource["sources"][0]
    return Table(
        resource["name"],
        translated(resource, "title"),
        translated(resource, "description"),
        tuple(schema["primaryKey"]),
        tuple(columns),
        translated(origin, "title"),
    )


def read_package(folder: Path = FOLDER) -> dict[str, Table]:
    """Return every table the descriptor in `folder` names that can be published; not the fixed ones."""
    resources = read_json(folder / PACKAGE)["resources"]
    return {each["name"]: _table(each, folder) for each in resources if not each.get("fixed")}


def read_fixed(folder: Path = FOLDER) -> dict[str, Fixed]:
    """Return the fixed reference data the descriptor names."""
    resources = read_json(folder / PACKAGE)["resources"]
    return {each["name"]: _fixed(each, folder) for each in resources if each.get("fixed")}


def _fixed(resource: dict, folder: Path) -> Fixed:
    types = None
    if "schema" in resource:
        fields = read_json(folder / resource["schema"])["fields"]
        types = {field["name"]: DTYPES[field["type"]] for field in fields}
    return Fixed(
        resource["name"],
        translated(resource, "title"),
        translated(resource, "description"),
        resource["path"],
        types,
    )
