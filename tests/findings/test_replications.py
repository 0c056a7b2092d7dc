"""Who took over what, and what proves it: every documented row once, with a class that fits its words."""

from __future__ import annotations

import pandas as pd
import pytest

import data
from analysis.replication import AGREED, PROOFS, USE, VISIT, proof_of
from data.versioning.versions import pinned
from findings import applications, replications


def test_every_documented_row_has_a_class_that_agrees_with_its_instrument():
    rows = data.load("app_replications")
    assert len(rows) == 48
    assert rows["proof"].isin(PROOFS).all()
    for row in rows.itertuples():
        assert proof_of(row.instrument) == row.proof, row.instrument
    papers = rows["instrument"].str.contains("MoU|Kesepakatan|PKS|Swakelola")
    assert (rows.loc[papers, "proof"] == AGREED).all()


def test_every_documented_row_is_told_once_with_its_year_and_source():
    told = replications.all_of_them()
    rows = data.load("app_replications")
    documented = told[told["documented"]]
    key = ["app", "donor_code", "adopter_code", "source_id"]
    was = rows.rename(columns={"from_region_code": "donor_code", "to_region_code": "adopter_code"})
    pd.testing.assert_frame_equal(
        documented.sort_values(key, ignore_index=True)[[*key, "year", "instrument", "proof"]],
        was.sort_values(key, ignore_index=True)[[*key, "year", "instrument", "proof"]],
        check_dtype=False,
    )
    assert replications.counts(documented) == {USE: 10, AGREED: 30, VISIT: 8}
    assert told["source_id"].notna().all()
    # A package stays text; an application of the catalogue is found at its owner's or its copy's.
    assert documented["app_id"].isna().sum() > 24
    ids = dict(zip(told["app"], told["app_id"], strict=True))
    assert ids["e-Kinerja"] == "A014"
    assert pd.isna(ids["60 aplikasi Kota Tangerang"])


def test_what_the_catalogue_alone_tells_is_added_once():
    told = replications.all_of_them()
    extra = told[~told["documented"]]
    pairs = set(zip(extra["donor"], extra["adopter"], extra["proof"], strict=True))
    assert ("Tangerang", "Palembang", USE) in pairs
    assert ("DKI Jakarta", "Palembang", VISIT) in pairs
    # Surabaya's list names Binjai, Binjai's own row Surabaya, and the memorandum both: told once, as signed.
    both = told[(told["donor"] == "Surabaya") & (told["adopter"] == "Binjai")]
    assert both["proof"].tolist() == [AGREED]
    assert not told.duplicated(["app", "donor", "adopter", "source_id"]).any()


@pytest.mark.parametrize(
    ("app", "expected"),
    [
        ("A120", {("Palembang", USE), ("Padang Panjang", USE), ("Medan", AGREED), ("Batam", AGREED)}),
        ("A098", {("Banda Aceh", AGREED), ("Palembang", VISIT)}),
        ("A127", {("Binjai", AGREED)}),
    ],
)
def test_an_adopter_is_believed_as_far_as_the_paper_goes(app, expected):
    found = applications.one(app)["adopters"]
    assert {(each.name, each.proof) for each in found} == expected
    assert [each.in_use for each in found] == sorted((each.in_use for each in found), reverse=True)


def test_a_city_gave_and_took():
    gave, took = replications.of_city("1171")
    assert "e-Kinerja" in set(gave["app"])
    assert set(took["app"]) == {"JAKI dan CRM", "SPBE dan command center Sumedang"}
    assert (took["proof"] == AGREED).all()
    for city in data.cities().index:
        assert all((rows[column] == city).all() for rows, column in zip(
            replications.of_city(city), ("donor_code", "adopter_code"), strict=True))  # fmt: skip


def test_copies_name_their_owner():
    assert replications.owners_of_copies()["A152"] == "Kabupaten Padang Pariaman"


def test_an_edition_without_the_class_reads_it_from_the_words():
    with pinned(2):
        assert data.load("app_replications")["proof"].isna().all()
        assert replications.counts()[AGREED] == 30


def test_words_nobody_knows_prove_no_use():
    rows = data.load("app_replications").assign(proof=pd.NA, instrument="entah")
    with data.versioning.versions.trial(app_replications=rows):
        found = replications.all_of_them()
        assert set(found.loc[found["documented"], "proof"]) == {VISIT}
