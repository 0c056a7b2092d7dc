"""The data set for other programs: a Data Package, every table as CSV and JSON, by version."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pandas as pd

from data.errors import UnknownTable, UnknownVersion
from data.loading import load
from data.schema import FIXED, FOLDER, PACKAGE, TABLES
from data.schema.descriptor import read_json
from data.templates import to_csv
from data.versioning.versions import SHIPPED_VERSION, current_edition, current_version, held, source_number

Form = Literal["csv", "excel", "json"]
OPENAPI = Path(__file__).parent / "openapi.json"
MOST_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent, and the mark that changes with it."""

    content: bytes
    etag: str


def names() -> tuple[str, ...]:
    """Return every table that can be had, fixed reference data too."""
    return (*TABLES, *FIXED)


def version_in_force(table: str) -> int:
    """Return the version of `table` now. Raises UnknownTable."""
    if table in FIXED:
        return SHIPPED_VERSION
    if table not in TABLES:
        raise UnknownTable(table, names())
    return current_version(table)


def table(name: str, version: int | None, form: Form, offset: int = 0, limit: int | None = None) -> Body:
    """Return a table as a file.

    Parameters
    ----------
    name, version
        Which; None is the version in force.
    form
        ``csv``: UTF-8, comma, decimal point, as the Data Package describes it. ``excel``: as an Indonesian
        Excel opens it. ``json``: an object with the table's name, version, number of rows, and the rows.
    offset, limit
        Rows to leave out and the most to send.

    Raises
    ------
    UnknownTable, UnknownVersion
    """
    number = version_in_force(name) if version is None else version
    if number < SHIPPED_VERSION:
        raise UnknownVersion(number, [SHIPPED_VERSION])
    return _made(source_number(), name, number, form, offset, limit)


@lru_cache(maxsize=MOST_REMEMBERED)
def _made(_source: int, name: str, version: int, form: Form, offset: int, limit: int | None) -> Body:
    whole = load(name, version)
    rows = whole.iloc[offset : None if limit is None else offset + limit]
    rows = rows.set_axis([str(column) for column in rows.columns], axis=1)
    if form == "json":
        content = _json(name, version, whole, rows)
    else:
        content = (_csv if form == "csv" else to_csv)(rows)
    return _body(content)


def _csv(rows: pd.DataFrame) -> bytes:
    return rows.to_csv(index=False, lineterminator="\n").encode()


def _json(name: str, version: int, whole: pd.DataFrame, rows: pd.DataFrame) -> bytes:
    data = rows.to_json(orient="records", force_ascii=False, double_precision=15)
    head = json.dumps({"table": name, "version": version, "rows": len(whole)}, ensure_ascii=False)
    return f'{head[:-1]}, "data": {data}}}'.encode()


def _body(content: bytes) -> Body:
    return Body(content, f'"{hashlib.sha256(content).hexdigest()[:32]}"')


def package(edition: int | None = None) -> Body:
    """Return the descriptor of an edition (None: in force), the schemas in it, addresses by version."""
    with held(current_edition() if edition is None else edition):
        described = read_json(FOLDER / PACKAGE)
        resources = [_resource(each) for each in described["resources"]]
        described["version"] = str(current_edition())
        described["resources"] = resources
    return _body(json.dumps(described, ensure_ascii=False, indent=1).encode())


def _resource(resource: dict) -> dict:
    name = resource["name"]
    number = version_in_force(name)
    found = {word: value for word, value in resource.items() if word not in ("scheme", "compression")}
    found["path"] = f"tables/{name}.csv?version={number}"
    found["version"] = str(number)
    if "schema" in resource:
        schema = read_json(FOLDER / resource["schema"])
        # A file handed out has every column, those only a city supplies too.
        schema["fields"] = [*schema["fields"], *schema.pop("supplied", ())]
        found["schema"] = schema
    else:
        found.pop("dialect", None)
    return found


@lru_cache(maxsize=1)
def openapi() -> Body:
    """Return the description of the addresses, with the tables there are."""
    described = read_json(OPENAPI)
    described["components"]["parameters"]["table"]["schema"]["enum"] = list(names())
    return _body(json.dumps(described, ensure_ascii=False, indent=1).encode())
