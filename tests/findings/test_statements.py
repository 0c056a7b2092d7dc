"""What cities state themselves: nothing today, marked and counted apart as soon as one does."""

from __future__ import annotations

import pandas as pd
import pytest

import data
from analysis.replication import LACKING
from data.schema import TABLES
from data.validation import check
from findings import applications, home, statements

GOOD = {
    "region_code": "1275",
    "kind": "aplikasi",
    "name": "Sibisa",
    "service_domain": "kependudukan",
    "description": "Warga mengurus dokumen dari rumah.",
    "stated_by": "Dinas Komunikasi dan Informatika Kota Medan",
    "stated_on": "2026-11-20",
}


def rows(*changed: dict) -> pd.DataFrame:
    empty = data.load(statements.TABLE)
    frame = pd.DataFrame([GOOD | each for each in changed]).reindex(columns=empty.columns)
    return frame.astype(empty.dtypes)


def checked(**changed):
    row = {column: (GOOD | changed).get(column) for column in TABLES[statements.TABLE].names}
    content = pd.DataFrame([row]).to_csv(index=False).encode()
    return check(content, "p.csv", statements.TABLE, mode="update")


def wrong(report) -> set[str]:
    return {each.code for each in report.found if each.severity == "error"}


@pytest.mark.parametrize("city", data.cities("I").index)
def test_today_no_city_has_stated_anything(city):
    assert statements.of_city(city).empty
    assert statements.counts([city]).loc[city].to_dict() == {"produk": 0, "aplikasi": 0, "celah": 0}
    assert applications.counts([city]).stated == 0


def test_a_statement_is_marked_on_what_is_recorded_and_counted_apart():
    before = applications.counts(["1275"])
    said = rows(
        {}, {"name": "Aplikasi Baru"}, {"kind": "produk", "name": "Bika Ambon", "category": "kuliner"}
    )
    with data.versioning.versions.trial(city_statements=said):
        found = statements.of_city("1275", "aplikasi").set_index("name")["recorded"]
        assert found["Sibisa"] == "A002"
        assert pd.isna(found["Aplikasi Baru"])
        assert statements.stated_on()["A002"] == "2026-11-20"
        assert applications.one("A002")["stated_on"] == "2026-11-20"
        now = applications.counts(["1275"])
        assert now.stated == 2
        # The city's word adds nothing to what sources are known to tell.
        assert (now.running, now.planned, now.unconfirmed) == (
            before.running,
            before.planned,
            before.unconfirmed,
        )
        assert home.totals("I")["applications"] == applications.counts(data.cities("I").index).running


def test_a_withdrawn_statement_stands_no_longer():
    said = rows({}, {"name": "Lama", "withdrawn_on": "2026-11-25"})
    with data.versioning.versions.trial(city_statements=said):
        assert statements.of_city("1275")["name"].tolist() == ["Sibisa"]


def test_a_gap_the_city_states_is_known_and_comes_first():
    domain = "kebencanaan_darurat"
    said = rows({"region_code": "1274", "kind": "celah", "name": "Banjir", "service_domain": domain})
    assert not applications.gap_of("1274", domain).known
    with data.versioning.versions.trial(city_statements=said):
        why = applications.gap_of("1274", domain)
        assert (why.code, why.known, why.stated_on) == (LACKING, True, "2026-11-20")
        first = applications.adoptions("1274").drop_duplicates("service_domain")
        known = first[first["gap"] != "unknown"]["service_domain"].tolist()
        assert domain in known and first["service_domain"].tolist()[: len(known)] == known
        assert applications.gaps().at["1274", domain] == LACKING


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"service_domain": None}, "statement_needs"),
        ({"kind": "produk"}, "statement_needs"),
        ({"stated_on": "2999-01-01"}, None),
        ({"stated_on": "2059-01-01"}, "statement_ahead"),
        ({"stated_on": "kemarin"}, None),
        ({"name": None}, None),
        ({"description": None}, None),
        ({"stated_by": None}, None),
        ({"kind": "kuliner"}, None),
        ({"region_code": "9999"}, None),
        ({"name": "x" * 121}, None),
    ],
)
def test_a_statement_that_says_too_little_is_no_statement(changed, code):
    found = wrong(checked(**changed))
    assert found
    assert code is None or code in found


@pytest.mark.parametrize("changed", [{}, {"kind": "celah"}, {"kind": "produk", "category": "kuliner"}])
def test_a_whole_one_is(changed):
    assert wrong(checked(**changed)) == set()
