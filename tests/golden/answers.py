"""What the findings answer: every public function whose questions are known, and the hash of every table."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from itertools import product

import numpy as np
import pandas as pd
from screens import table

# Parameter -> the values asked for; "city" and the like are filled with the cities of the dump.
A_CITY = {"city", "region_code", "owner"}
OTHERS = {
    "supplier": ("1271",),
    "buyer": ("1275",),
    "cities": (("1271", "1275", "2171"),),
    "codes": (("1271", "1275", "2171"),),
    "parties": (("1271", "1471"),),
    "sectors": (("A", "C"),),
    "foods_wanted": (("Cabe merah",), ("Beras",)),
    "measure": ("hdi", "population"),
    "scope": ("I", "I+II", "komwil_1", "anggota"),
    "name": ("indonesia", "komwil_1"),
    "app_id": ("A025",),
}
NOT_A_QUESTION = {"findings.presentations", "findings.methods.examples.example"}


def all_of(cities: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Yield each call and its answer as lines; what cannot be asked without a made-up value is named."""
    import data
    import findings
    from data.store import content

    hashes = [
        f"{name} {content.encode(name, data.load(name)).sha256}"
        for name in data.versioning.versions.table_names()
    ]
    yield "hashes of tables", hashes
    unasked = []
    for module in sorted(each.name for each in pkgutil.walk_packages(findings.__path__, "findings.")):
        if module in NOT_A_QUESTION:
            continue
        loaded = importlib.import_module(module)
        for name, function in sorted(vars(loaded).items()):
            if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module:
                continue
            calls = _questions(function, cities)
            if calls is None or f"{module}.{name}" in NOT_A_QUESTION:
                unasked.append(f"{module}.{name}")
                continue
            lines = []
            for arguments in calls:
                lines.append(f"asked {arguments}")
                lines += _answer(function, arguments)
            yield f"{module}.{name}", lines
    yield "not asked", unasked


def _questions(function, cities: tuple[str, ...]) -> list[dict] | None:
    values = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if name in A_CITY and parameter.default in (inspect.Parameter.empty, ""):
            values[name] = cities
        elif name in OTHERS and parameter.default is inspect.Parameter.empty:
            values[name] = OTHERS[name]
        elif parameter.default is inspect.Parameter.empty:
            return None
    return [dict(zip(values, each, strict=True)) for each in product(*values.values())]


def _answer(function, arguments: dict) -> list[str]:
    try:
        return lines_of(function(**arguments))
    except Exception as error:
        # A question the function refuses (a scope of another page): the refusal is what is written down.
        return [f"{type(error).__name__} {error}"]


def lines_of(value) -> list[str]:
    """Return any answer as lines."""
    if isinstance(value, pd.Series):
        value = value.to_frame()
    if isinstance(value, pd.DataFrame):
        return [f"{value.dtypes.astype(str).to_dict()}", *table(value)]
    if isinstance(value, dict):
        return [f"{key}: {line}" for key, each in value.items() for line in lines_of(each)]
    if isinstance(value, float | np.floating):
        return [f"{value:.10g}"]
    return [repr(value)]
