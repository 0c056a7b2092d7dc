"""Every measure of analysis and every indicator has its entry on the methods page."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import analysis
import data
import i18n
from data.schema import INDICATORS
from findings.methods import examples as findings
from ui.methods import ENTRIES, GLOSSARY, sections
from ui.methods.examples import sentence

# What other functions of analysis stand on: reading of arguments and of words, no measure of its own.
GROUNDWORK = ("checks", "evidence")


def is_function(item: object) -> bool:
    """Whether `item` is a function, a remembered one included."""
    return callable(item) and inspect.isfunction(inspect.unwrap(item))


def measures() -> set[str]:
    """Public functions of analysis that return something they document."""
    found = set()
    for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
        short = module.name.removeprefix("analysis.")
        if short.split(".")[-1] in GROUNDWORK:
            continue
        loaded = importlib.import_module(module.name)
        for name, function in inspect.getmembers(loaded, is_function):
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            if own and "\n    Returns\n" in (function.__doc__ or ""):
                found.add(f"{short}.{name}")
    return found


def test_every_measure_has_an_entry():
    explained = {name for entry in ENTRIES for name in entry.functions}
    assert measures() - explained == set()


def test_every_entry_explains_what_exists():
    explained = [name for entry in ENTRIES for name in entry.functions]
    for name in explained:
        module, function = name.rsplit(".", 1)
        assert is_function(getattr(importlib.import_module(f"analysis.{module}"), function)), name
    assert len(explained) == len(set(explained))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_an_entry_is_whole(entry, language):
    with i18n.using(language):
        assert entry.topic in sections.MEASURES
        assert all(i18n._(text) for text in (entry.title, entry.meaning, entry.limits))
        assert entry.formula
        assert entry.reference
        said = sentence(entry.code, "1271")
        assert said
        assert "nan" not in said.lower().split()


def test_every_example_belongs_to_an_entry():
    assert set(findings.example_codes()) == {entry.code for entry in ENTRIES}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_indicator_has_an_entry(language):
    with i18n.using(language):
        table = sections.indicator_table()
        kept = table.set_index(i18n._("Kode"))
        assert set(kept.index) == set(INDICATORS) >= set(data.load("indicators")["indicator"])
        for column in (i18n._("Indikator"), i18n._("Arti"), i18n._("Satuan")):
            assert kept[column].str.strip().ne("").all()


def test_glossary_has_every_word_once():
    terms = [term for term, _meaning in GLOSSARY]
    assert len(terms) == len(set(terms))
    assert all(meaning.endswith(".") for _term, meaning in GLOSSARY)
