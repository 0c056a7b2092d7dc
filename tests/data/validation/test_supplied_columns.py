"""Columns only a city supplies: absent from the shipped table; read, kept and handed out once supplied."""

from __future__ import annotations

import hashlib

import pandas as pd
import pytest
from upload_files import codes, csv_file, shipped_row, told

import data
from data import publiccode
from data.changes.differences import difference, key_of, merge_update
from data.schema import TABLES
from data.store import WrongContent, open_store
from data.store.content import decode, encode, shipped_content
from data.templates import current_csv, dictionary, template_csv
from data.validation import check
from i18n import _, using

APPS = TABLES["apps"]
SHIPPED = [column.name for column in APPS.columns if column.shipped]
SUPPLIED = {column.name: column.example for column in APPS.columns if not column.shipped}


def shipped(**changed) -> dict:
    """A row of the shipped file, without the columns it does not have."""
    row = shipped_row("apps", **changed)
    return {name: row[name] for name in (*SHIPPED, *changed)}


def upload(row: dict, **choices):
    return check(csv_file([list(row), list(row.values())]), "apps.csv", "apps", **choices)


def filled() -> pd.DataFrame:
    """The table with everything supplied for its first application."""
    frame = data.load("apps", 1)
    for name, value in SUPPLIED.items():
        frame.loc[0, name] = value
    return frame


def test_they_are_the_fields_of_publiccode():
    assert set(APPS.supplied) == {*publiccode.COLUMNS, "evidence"}
    for field in publiccode.FIELDS:
        label = APPS[field.column].label
        assert label.id == field.label
        with using("en"):
            assert label.in_("en") == _(field.label)


def test_the_example_row_is_a_valid_publiccode():
    assert publiccode.export({column.name: column.example for column in APPS.columns}).valid


# The store ------------------------------------------------------------------------------------------


def test_content_without_them_is_what_it_was_before_they_existed():
    before = data.load("apps", 1)[SHIPPED]
    canonical = before.to_csv(index=False, lineterminator="\n").encode()
    for content in (shipped_content("apps", 1), encode("apps", before)):
        assert content.sha256 == hashlib.sha256(canonical).hexdigest()
        pd.testing.assert_frame_equal(decode("apps", content.sha256, content.gz), data.load("apps", 1))


def test_content_has_only_those_with_a_value():
    frame = data.load("apps", 1)
    frame.loc[3, "licence"] = "MIT"
    content = encode("apps", frame)
    pd.testing.assert_frame_equal(decode("apps", content.sha256, content.gz), frame)
    assert content.size < encode("apps", filled()).size
    shuffled = encode("apps", frame[frame.columns[::-1]])
    assert shuffled.sha256 == content.sha256


def test_a_column_of_the_file_must_not_be_lacking():
    with pytest.raises(WrongContent, match="platform"):
        encode("apps", filled().drop(columns="platform"))


def test_a_stored_version_returns_them_and_an_old_one_opens(tmp_path):
    with open_store(tmp_path / "s.db") as store:
        store.publish("apps", data.load("apps", 1)[SHIPPED].head(4), "ana", "", parent=1)
        store.publish("apps", filled(), "ana", "", parent=2)
        assert tuple(store.read("apps", 2).columns) == APPS.names
        assert store.read("apps", 2)[list(SUPPLIED)].isna().all(axis=None)
        pd.testing.assert_frame_equal(store.read("apps", 3), filled())
        store.roll_back("apps", 1, "ana", "", parent=3)
        pd.testing.assert_frame_equal(store.read("apps"), data.load("apps", 1))


def test_a_trial_without_them_has_them_missing():
    with data.versioning.versions.trial(apps=filled()[[*SHIPPED, "licence"]].assign(more=1)):
        frame = data.load("apps")
    assert list(frame.columns) == [*APPS.names, "more"]
    assert frame.loc[0, "licence"] == SUPPLIED["licence"]
    assert frame["owner"].isna().all()
    assert frame["owner"].dtype == "str"


# The upload -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["update", "replace"])
def test_a_file_without_them_gets_no_remark(mode):
    with data.versioning.versions.pinned(1):
        report = upload(shipped(), mode=mode)
    assert report.ok
    assert codes(report) == []
    assert report.recognised.missing_optional == ()
    assert tuple(report.frame.columns) == APPS.names


@pytest.mark.parametrize("heading", ["name", "id", "en"])
def test_a_file_with_them_is_read(heading):
    words = {
        name: name if heading == "name" else APPS[name].label.in_(heading) for name in (*SHIPPED, *SUPPLIED)
    }
    row = {words[name]: value for name, value in (shipped() | SUPPLIED).items()}
    report = upload(row)
    assert report.ok
    assert codes(report) == []
    assert report.frame.iloc[0][list(SUPPLIED)].to_dict() == SUPPLIED


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("development_status", "siap", "not_in_list"),
        ("development_status", "Mantap", "label_given"),
        ("software_type", "web", "not_in_list"),
        ("maintenance_type", "sendiri", "not_in_list"),
        ("localisation_ready", "mungkin", "not_in_list"),
        ("contact_email", "kominfo(at)medan.go.id", "form"),
        ("contact_email", "a@b", "form"),
        ("repository_url", "javascript:alert(1)", "form"),
        ("repository_url", "git.medan.go.id", "form"),
        ("landing_url", "https://x.id/a b", "form"),
        ("landing_url", "https://" + "." * 4900, "too_long"),
        ("languages", "id;Bahasa", "pattern"),
        ("maintained_until", "selamanya", "not_date"),
    ],
)
def test_a_wrong_value_is_reported_at_its_cell(column, value, problem):
    report = upload(shipped(**{column: value}))
    assert not report.ok
    assert told(report, "code", "line", "column") == [(problem, 2, column)]
    with using("en"):
        assert "{" not in report.problems.to_string()


@pytest.mark.parametrize(
    ("column", "value", "read"),
    [
        ("languages", "id; en ;zh-Hant", "id;en;zh-Hant"),
        ("maintained_until", "31 Desember 2027", "2027-12-31"),
        ("localisation_ready", "tidak", "tidak"),
        ("landing_url", "http://sibisa.medan.go.id:8080/masuk?a=1.", None),
        ("landing_url", "https://sibisa.medan.go.id?x=1", None),
        ("contact_phone", "'+62 61 4512412", "+62 61 4512412"),
        ("contact_email", "layanan.warga@medan.go.id", None),
        ("features", "", pd.NA),
    ],
)
def test_a_right_value_is_read(column, value, read):
    report = upload(shipped(**{column: value}))
    assert report.ok
    assert report.frame[column].astype(object).fillna("").tolist() == [
        "" if read is pd.NA else value if read is None else read
    ]


def test_an_update_without_them_keeps_what_a_city_supplied():
    current = filled()
    with data.versioning.versions.trial(apps=current):
        report = upload(shipped(description="Uraian baru."))
        moved = upload(shipped(region_code="1371", city="Padang"))
    assert codes(report) == []
    merged = merge_update(current, report.frame, key_of("apps"))
    changed = difference(current, merged, "apps").changed
    assert changed["column"].tolist() == ["description"]
    # A row that moves to another region is the same row.
    assert moved.frame.iloc[0][list(SUPPLIED)].to_dict() == SUPPLIED


def test_an_update_with_some_of_them_changes_those():
    current = filled()
    with data.versioning.versions.trial(apps=current):
        report = upload(shipped(licence="MIT", hosting=""))
    merged = merge_update(current, report.frame, key_of("apps"))
    changed = difference(current, merged, "apps").changed
    assert sorted(changed["column"]) == ["hosting", "licence"]


def test_a_replacement_that_would_erase_them_is_warned_of():
    with data.versioning.versions.trial(apps=filled()):
        report = upload(shipped(), mode="replace")
    assert report.ok
    assert set(codes(report)) == {"missing_optional"}
    assert report.recognised.missing_optional == tuple(SUPPLIED)


# What is handed out ---------------------------------------------------------------------------------


def test_they_stand_at_the_end_of_what_is_handed_out():
    for content in (template_csv("apps"), current_csv("apps")):
        head = content.decode("utf-8-sig").splitlines()[0].split(";")
        assert head[-len(SUPPLIED) :] == list(SUPPLIED)
    assert dictionary("apps").iloc[:, 0].tolist()[-len(SUPPLIED) :] == list(SUPPLIED)


def test_what_is_handed_out_reads_back():
    with data.versioning.versions.trial(apps=filled()):
        report = check(current_csv("apps"), "apps.csv", "apps", mode="replace")
    assert report.ok, report.problems
    pd.testing.assert_frame_equal(report.frame, filled())
