"""The tables' descriptor is a Data Package, and what a stranger's tools read with it is what is there."""

from __future__ import annotations

import dataclasses
import io
import json

import duckdb
import frictionless
import pandas as pd
import pytest

import data
from data import open_data
from data.schema import FIXED, FOLDER, PACKAGE, TABLES

LARGE = {name for name in TABLES if (FOLDER / f"{name}.csv").stat().st_size > 300_000}
SMALL = sorted(set(TABLES) - LARGE)


def package() -> frictionless.Package:
    return frictionless.Package(str(FOLDER / PACKAGE))


def test_the_descriptor_is_valid_by_the_standard():
    errors = list(frictionless.Package.metadata_validate(package().to_descriptor()))
    assert errors == []
    named = {resource.name for resource in package().resources}
    assert named == {*TABLES, *FIXED}


def problems(name: str) -> list[str]:
    resource = package().get_resource(name)
    # Foreign keys are followed by our own tests; here each table stands alone.
    resource.schema.foreign_keys = []
    # A sheet kept as it was published has empty lines.
    checklist = frictionless.Checklist(skip_errors=["blank-row"] if name.endswith("_raw") else [])
    report = resource.validate(checklist, limit_errors=5)
    return [f"{error.row_number if hasattr(error, 'row_number') else ''} {error.message}" for error in
            (error for task in report.tasks for error in task.errors)]  # fmt: skip


@pytest.mark.parametrize("name", SMALL)
def test_a_table_is_what_the_descriptor_says(name):
    assert problems(name) == []


@pytest.mark.heavy
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", [*sorted(LARGE), *FIXED])
def test_a_large_table_is_what_the_descriptor_says(name):
    assert problems(name) == []


def test_a_wrong_cell_is_found(tmp_path):
    """The check is able to fail."""
    broken = (FOLDER / "sectors.csv").read_text(encoding="utf-8").replace("A,Pertanian", ",Pertanian", 1)
    (tmp_path / "sectors.csv").write_text(broken.replace(",PRIMER,1", ",PRIMER,satu", 1), encoding="utf-8")
    schema = json.loads((FOLDER / "schema" / "sectors.json").read_text(encoding="utf-8"))
    schema.pop("foreignKeys", None)
    report = frictionless.Resource(
        path="sectors.csv", basepath=str(tmp_path), schema=frictionless.Schema.from_descriptor(schema)
    ).validate()
    assert not report.valid


def test_the_package_handed_out_carries_its_schemas_and_versions():
    told = json.loads(open_data.package().content)
    assert list(frictionless.Package.metadata_validate(told)) == []
    apps = next(each for each in told["resources"] if each["name"] == "apps")
    assert apps["path"] == f"tables/apps.csv?version={data.current_version('apps')}"
    assert [field["name"] for field in apps["schema"]["fields"]] == list(TABLES["apps"].names)
    first = json.loads(open_data.package(1).content)
    assert next(each for each in first["resources"] if each["name"] == "apps")["version"] == "1"


@pytest.mark.parametrize("name", [*SMALL, "grdp_sectors", "irio_2016_output"])
def test_what_is_handed_out_opens_in_duckdb(name, tmp_path):
    file = tmp_path / "t.csv"
    file.write_bytes(open_data.table(name, None, "csv").content)
    with duckdb.connect() as database:
        rows = database.execute(
            "SELECT * FROM read_csv(?, all_varchar=true, header=true, delim=',', quote='\"')", [str(file)]
        ).fetch_df()
    loaded = data.load(name)
    assert list(rows.columns) == list(loaded.columns)
    assert len(rows) == len(loaded)


@pytest.mark.parametrize("name", ["apps", "production", "food_prices_province", "io_2020_national"])
def test_json_and_csv_hold_what_is_loaded(name):
    loaded = data.load(name)
    told = json.loads(open_data.table(name, None, "json").content)
    assert (told["table"], told["rows"]) == (name, len(loaded))
    assert len(told["data"]) == len(loaded)
    assert list(told["data"][0]) == list(loaded.columns)
    read = pd.read_csv(io.BytesIO(open_data.table(name, None, "csv").content), dtype=loaded.dtypes.to_dict(),
                       keep_default_na=False, na_values=[""])  # fmt: skip
    pd.testing.assert_frame_equal(read, loaded)
    for row, record in zip(loaded.to_dict("records"), told["data"], strict=True):
        for column, value in row.items():
            assert record[column] is None if pd.isna(value) else record[column] == pytest.approx(value)


def test_rows_are_counted_out():
    whole = json.loads(open_data.table("sectors", None, "json").content)["data"]
    part = json.loads(open_data.table("sectors", None, "json", 3, 5).content)
    assert part["data"] == whole[3:8]
    assert part["rows"] == len(whole)


def test_the_mark_changes_with_the_content_only():
    one = open_data.table("apps", 1, "csv").etag
    assert one == open_data.table("apps", 1, "csv").etag
    assert one != open_data.table("apps", 2, "csv").etag


def test_no_fact_of_a_column_is_lost_on_the_way():
    """Each attribute a column can have is said by some file, so that the reader of the files is complete."""
    columns = [column for table in TABLES.values() for column in table.columns]
    for field in dataclasses.fields(columns[0]):
        values = {getattr(column, field.name) for column in columns}
        assert len(values) > 1, field.name
