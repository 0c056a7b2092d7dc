"""The schema itself: complete, bilingual, and free of contradictions."""

from __future__ import annotations

import csv
import json
import re

import pytest

from data import cities, load, schema, table_names
from data.loading import GEO_FOLDER
from data.schema import GEO_TABLES, INDICATORS, TABLES
from data.versioning.versions import TABLES_FOLDER

EVERY = TABLES | GEO_TABLES
COLUMNS = [(name, column) for name, table in EVERY.items() for column in table.columns]
NAMES = [f"{name}.{column.name}" for name, column in COLUMNS]


def header(name: str) -> tuple[str, ...]:
    folder = GEO_FOLDER if name in GEO_TABLES else TABLES_FOLDER
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(next(csv.reader(file)))


def test_every_file_has_a_schema_and_the_reverse():
    assert set(TABLES) == set(table_names())
    assert {path.stem for path in GEO_FOLDER.glob("*.csv")} == set(GEO_TABLES)


@pytest.mark.parametrize("name", EVERY)
def test_schema_documents_exactly_the_columns_that_exist(name):
    table = EVERY[name]
    always = tuple(column.name for column in table.columns if column.shipped)
    assert header(name)[: len(always)] == always
    assert set(header(name)) <= set(table.names)
    assert table.names[: len(header(name))] == header(name)


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=NAMES)
def test_columns_only_a_city_supplies_may_be_empty_and_are_no_key(name, column):
    if not column.shipped:
        assert not column.required
        assert column.example
        assert column.name not in EVERY[name].key


@pytest.mark.parametrize("name", EVERY)
def test_key_is_made_of_columns(name):
    assert EVERY[name].key
    assert set(EVERY[name].key) <= set(EVERY[name].names)


@pytest.mark.parametrize("name", EVERY)
def test_table_is_described_in_both_languages(name):
    table = EVERY[name]
    for text in (table.label, table.description, table.source):
        assert text.id.strip()
        assert dict(text.translations)["en"].strip()
    assert table.label.id != table.label.in_("en")


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=NAMES)
def test_column_is_described_and_consistent(name, column):
    for text in (column.label, column.description):
        assert text.id.strip()
        assert dict(text.translations)["en"].strip()
    if column.codes:
        assert schema.codes(column.codes), f"no code list {column.codes}"
    assert column.codes or not column.closed
    if column.refers:
        table, target = column.refers.split(".")
        assert target in TABLES[table].names
    if column.unit:
        assert column.unit in schema.codes("unit")
    if column.pattern:
        assert re.compile(column.pattern)
    bounds = [b for b in (column.least, column.low, column.high, column.most) if b is not None]
    assert bounds == sorted(bounds)
    assert all(synonym == synonym.lower() for synonym in column.synonyms)


@pytest.mark.parametrize("name", EVERY)
def test_no_synonym_means_two_columns_of_one_table(name):
    seen: dict[str, str] = {}
    for column in EVERY[name].columns:
        for word in {column.name, *column.synonyms}:
            assert seen.setdefault(word, column.name) == column.name, word


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=list(INDICATORS))
def test_indicator_is_described_and_consistent(indicator):
    for text in (indicator.label, indicator.description):
        assert text.id.strip()
        assert dict(text.translations)["en"].strip()
    assert indicator.unit in schema.codes("unit")
    assert indicator.theme in schema.codes("theme")
    assert indicator.better in schema.codes("better")
    bounds = [b for b in (indicator.least, indicator.low, indicator.high, indicator.most) if b is not None]
    assert bounds == sorted(bounds)
    for other in indicator.not_with:
        assert indicator.code in INDICATORS[other].not_with, f"{other} does not know {indicator.code}"


def test_rankable_years_are_exactly_those_complete_for_all_34():
    indicators = load("indicators")
    members = indicators[indicators["region_code"].isin(cities().index)]
    counts = members.groupby(["indicator", "year"])["region_code"].nunique()
    complete = counts[counts == len(cities())].reset_index()
    for code, indicator in INDICATORS.items():
        years = tuple(sorted(complete.loc[complete["indicator"] == code, "year"]))
        assert indicator.rankable_years == years, code


def test_codes_of_indicators_are_those_of_the_table():
    assert set(INDICATORS) == set(load("indicators")["indicator"])


@pytest.mark.parametrize(
    ("kind", "code", "language", "expected"),
    [
        ("sector", "A", "id", "Pertanian & perikanan"),
        ("sector", "O", "en", "Government"),
        ("sector_name", "C", "id", "Industri Pengolahan"),
        ("indicator", "hdi", "en", "Human Development Index"),
        ("platform", "web|android", "id", "Web, Android"),
        ("development_status", "beta", "id", "Uji coba"),
        ("software_type", "standalone/web", "en", "Web application"),
        ("maintenance_type", "none", "id", "Tidak dipelihara"),
        ("column:regions", "area_km2", "id", "Luas"),
        ("commodity", "Tongkol", "en", "Eastern little tuna"),
        ("sector", "ZZ", "id", "ZZ"),
        ("no such list", "x", "en", "x"),
        ("column:nothing", "x", "id", "x"),
    ],
)
def test_label(kind, code, language, expected):
    assert schema.label(kind, code, language) == expected


def test_label_follows_the_language_in_force():
    from i18n import using

    with using("en"):
        assert schema.label("category", "kerajinan") == "Crafts"
    assert schema.label("category", "kerajinan") == "Kerajinan"


def test_sector_names_are_those_of_the_table():
    for row in load("sectors").itertuples():
        assert schema.label("sector_name", row.sector, "id") == row.name_id
        assert schema.label("sector_name", row.sector, "en") == row.name_en


@pytest.mark.parametrize(
    ("name", "column"),
    [each for each in COLUMNS if each[1].dtype == "str"],
    ids=lambda each: getattr(each, "name", each),
)
def test_every_text_has_a_length_exports_can_rely_on(name, column):
    folder = GEO_FOLDER if name in GEO_TABLES else TABLES_FOLDER
    if column.kind == "text":
        described = json.loads((folder / "schema" / f"{name}.json").read_text(encoding="utf-8"))
        fields = {each["name"]: each for each in [*described["fields"], *described.get("supplied", ())]}
        assert fields[column.name]["constraints"]["maxLength"] == column.longest <= 1000
    if column.shipped and name not in GEO_TABLES:
        assert (load(name, 1)[column.name].dropna().str.len() <= column.longest).all()


def test_names_on_every_page_are_short():
    assert EVERY["regions"]["short_name"].longest <= 40
    assert EVERY["regions"]["name"].longest <= 80
    assert EVERY["products"]["product"].longest <= 120


def test_a_third_language_is_a_column_and_an_entry(tmp_path):
    """No code names the languages there are."""
    from data.schema.descriptor import translated
    from data.schema.facts import read_code_lists

    lists = tmp_path / "lists.csv"
    lists.write_text("list,code,id,en,min\nsector,A,Pertanian,Farming,Patanian\n", encoding="utf-8")
    label = read_code_lists(lists)["sector"]["A"]
    assert [label.in_(each) for each in ("id", "en", "min", "de")] == [
        "Pertanian", "Farming", "Patanian", "Pertanian",
    ]  # fmt: skip
    entry = {"title": "Kota", "translations": {"en": {"title": "City"}, "min": {"title": "Nagari"}}}
    assert translated(entry, "title").in_("min") == "Nagari"
