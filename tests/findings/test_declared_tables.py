"""Every cached function names each table it reads; else it would go on showing what was replaced."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import numpy as np
import pytest

import data
import data.loading
import findings
import ui
import wording
from data.versioning.cache import Memory
from findings import applications, complementarity, goods, partners, product_map, statements
from ui.cards import parts
from ui.map.asked import Asked
from ui.market import prices

CITIES = ("1271", "1275")
SOURCE = str(data.load("sources")["source_id"].iloc[0])
PRODUCT = str(data.load("products")["product_id"].iloc[0])
APP = str(data.load("apps")["app_id"].iloc[0])
# What a parameter of that name is asked with; a function with another one has to be given a sample here.
SAMPLES = {
    "among": ("berjalan", "rencana"),
    "amount": 1e9,
    "app_id": APP,
    "app_ids": (APP,),
    "asked": partners.Choices(),
    "buyer": "1275",
    "by": "similarity",
    "choices": None,
    "chosen": ("A", "C"),
    "strong": "1271",
    "weak": "1275",
    "but": "1271",
    "cited": (SOURCE,),
    "cities": CITIES,
    "city": "1271",
    "product": "Cabai",
    "product_id": "P001",
    "code": "cabai_merah",
    "codes": ("cabai_merah",),
    "commodity": "Cabai Merah Keriting",
    "cost": 0.0,
    "dark": False,
    "domain": "kesehatan",
    "each": goods.trade_goods()["cabai_merah"],
    "filters": product_map.Filters(),
    "food": "Cabai merah",
    "food_code": "Cabe merah",
    "foods": ("Cabe merah",),
    "foods_wanted": ("Cabe merah",),
    "good": "cabai_merah",
    "hub": "1271",
    "kind": statements.PRODUCT,
    "ids": (SOURCE,),
    "kota_only": True,
    "level": "",
    "make": parts.Numbers.marks,
    "maker": "1271",
    "measure": None,
    "month": "",
    "name": "indonesia",
    "names": ("indonesia",),
    "own": (("Beras Medium", 5.0),),
    "percent": 10.0,
    "one": "1271",
    "other": "1275",
    "period": "2024",
    "place": "1275",
    "price_basis": "ADHB",
    "product_ids": (PRODUCT,),
    "province": "12",
    "rates": prices.Rates(6.0, 2000.0, 10.0),
    "reference": "indonesia",
    "region": "1271",
    "same_province": False,
    "scope": None,
    "sector": "A",
    "sectors": ("A", "C"),
    "seller": "1271",
    "short": False,
    "similar_size": True,
    "source_id": SOURCE,
    "start": "2020",
    "supplier": "1271",
    "suppliers": ("1271",),
    "table": "products",
    "threshold": 0.1,
    "view": complementarity.View(),
    "whole": False,
    "year": "2024",
}
# Where a name means something else.
SPECIAL = {
    "data.regions._wide": {"period": "2026Q1"},
    "findings.applications.found": {"asked": applications.Filters()},
    "findings.complementarity.reference_for": {"codes": CITIES},
    "findings.complementarity.members": {"scope": "I"},
    "findings.complementarity.provinces_of": {"scope": "I"},
    "findings.product_map.city_values": {"measure": "hdi"},
    "findings.methods.examples.example": {"code": "lq"},
    "findings.product_map.by_year": {"measure": "hdi"},
    "findings.product_map.sources_of_years": {"measure": "hdi"},
    "ui.comparison.years._told": {"measure": "hdi"},
    **{
        f"ui.map.{name}": {"asked": Asked(product_map.Filters(("I",)), "hdi", "indonesia", None, (), True)}
        for name in ("told.above", "told.drawn", "product_table._sources")
    },
    "ui.map.product_panel._told": {
        "code": "1271",
        "filters": product_map.Filters(categories=("kuliner",)),
        "measure": "lq_C",
        "year": None,
    },
    "ui.cards.parts._told": {"arguments": ((SOURCE,),)},
    "ui.market.markets._told": {"scope": "komwil_1"},
    "ui.market.markets._reach": {"scope": "komwil_1"},
    "ui.market.markets._supplied": {"scope": "komwil_1"},
    "ui.map.state._coloured": {
        "measure": "hdi",
        "codes": CITIES,
        "values": np.array([70.0, 80.0]).tobytes(),
        "edges": np.array([75.0]).tobytes(),
    },
}
# Cached by what they are given, not by name: a table itself, and examples that ask the others.
NOT_ASKED = {"data.validation.places.places_of"}


def cached() -> dict[str, object]:
    found = {}
    for package in (data, findings, wording, ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            loaded = importlib.import_module(module.name)
            for function in vars(loaded).values():
                if hasattr(function, "cache_clear") and isinstance(
                    getattr(function, "tables", None), frozenset
                ):
                    found.setdefault(f"{function.__module__}.{function.__qualname__}", function)
    return {name: function for name, function in sorted(found.items()) if name not in NOT_ASKED}


FUNCTIONS = cached()


def arguments(name: str, function) -> dict:
    wanted = {}
    for each in inspect.signature(function).parameters.values():
        if each.default is inspect.Parameter.empty or each.name in SPECIAL.get(name, {}):
            wanted[each.name] = SPECIAL.get(name, {}).get(each.name, SAMPLES.get(each.name))
            assert wanted[each.name] is not None or each.name in SAMPLES, (
                f"no sample for {each.name} of {name}"
            )
    return wanted


class Trace:
    """Which tables each remembered result was made from, those of the results it asked for included."""

    def __init__(self):
        self.made: dict[tuple, set[str]] = {}
        self.open: list[set[str]] = []

    def read(self, tables: set[str]) -> None:
        if self.open:
            self.open[-1] |= tables

    def watch(self, patch) -> None:
        get, known = Memory.get, data.loading.current_version

        def traced(memory, key, make):
            def noted():
                self.open.append(set())
                try:
                    return make()
                finally:
                    self.made[memory, key] = self.open.pop()

            result = get(memory, key, noted)
            self.read(self.made.get((memory, key), set()))
            return result

        def loaded(table: str, *rest):
            self.read({table})
            return known(table, *rest)

        patch.setattr(Memory, "get", traced)
        patch.setattr(data.loading, "current_version", loaded)

    def of(self, function, asked: dict) -> set[str]:
        self.open.append(set())
        function(**asked)
        return self.open.pop()


@pytest.fixture(scope="module")
def trace():
    for function in FUNCTIONS.values():
        function.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        watching = Trace()
        watching.watch(patch)
        yield watching


@pytest.mark.parametrize("name", FUNCTIONS)
def test_reads_only_tables_it_declares(name, trace):
    read = trace.of(FUNCTIONS[name], arguments(name, FUNCTIONS[name]))
    assert read <= FUNCTIONS[name].tables, f"not declared: {sorted(read - FUNCTIONS[name].tables)}"


def test_the_probe_sees_an_undeclared_table(trace):
    @data.by_version("regions")
    def hidden() -> int:
        return len(data.load("products"))

    @data.by_version("regions")
    def careless() -> int:
        return len(data.load("regions")) + hidden()

    hidden()  # what it read is known also where its result is remembered
    for _again in range(2):
        assert trace.of(careless, {}) == {"regions", "products"}
