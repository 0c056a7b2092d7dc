"""The register of agreements, its parties and its ties."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

import data
from findings.cooperation import register as findings


def test_meetings_are_no_agreements():
    register = findings.register()
    assert len(register) == 93
    assert register["agreement"].sum() == 41
    assert not (register["agreement"] & (register["instrument"] == "lainnya")).any()


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2025-10-30", "2025-10-30", "day"),
        ("2022-02", "2022-02-15", "month"),
        ("1989", "1989-07-01", "year"),
        ("2025-13-40", None, "none"),
        ("kemarin", None, "none"),
        (None, None, "none"),
    ],
)
def test_dates_are_as_exact_as_the_source(text, day, precision):
    moment, found = findings._moment(text)
    assert found == precision
    assert moment is pd.NaT if day is None else moment == pd.Timestamp(day)


def test_newest_first_and_undated_last():
    days = findings.register()["day"]
    dated = days.dropna()
    assert dated.is_monotonic_decreasing
    assert days.iloc[len(dated) :].isna().all()


def test_parties_outside_the_34_are_told_apart():
    parties = findings.parties().drop_duplicates("name").set_index("name")["kind"]
    assert parties["Medan"] == "anggota"
    assert parties["Kabupaten Dairi"] == parties["Kota Surabaya"] == "daerah"
    assert parties["Hildesheim (Jerman)"] == "luar_negeri"
    assert parties["BNI"] == "lain"
    assert parties["APEKSI Komwil I"] == "kelompok"
    members = findings.parties().dropna(subset=["code"])
    assert members["code"].isin(data.cities().index).all()


def test_an_agreement_of_all_ties_no_pair():
    ties = findings.ties()
    inner = ties[ties["partner_kind"] == "anggota"]
    assert [(row.city, row.partner_code) for row in inner.itertuples()] == [("1571", "1971")]
    assert "1275" not in set(findings.ties(agreements=False).query("partner_code == '2171'")["city"])
    # Five cities signed one memorandum with BNI: they are tied to it, not to one another.
    assert set(ties[ties["partner"] == "BNI"]["city"]) == {"1371", "1373", "1374", "1375", "1376"}


def test_what_two_cities_share():
    shared = findings.between(("1275", "1471"))
    assert list(shared["instrument"]) == ["Kesepakatan Bersama"]  # that of all 24
    assert set(findings.between(("1571", "1971"))["instrument"]) == {"MoU", "lainnya"}
    assert findings.between(("1275",)).empty


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, 93),
        ({"agreements": True}, 41),
        ({"agreements": False}, 52),
        ({"cities": ("1571",), "agreements": True}, 2),
        ({"first": 2025, "last": 2025, "agreements": True}, 7),
        ({"first": 2030}, 0),
        ({"kinds": ("luar_negeri",)}, 7),
        ({"text": "cabai DAIRI"}, 2),
        ({"text": "("}, 34),
        ({"instruments": ("LoI",)}, 1),
    ],
)
def test_filters(filters, expected):
    assert len(findings.select(findings.register(), **filters)) == expected


def test_the_timeline_begins_after_the_last_silence_of_ten_years():
    years = sorted(set(findings.register()["year"].dropna()))
    first = findings.first_year()
    assert first in years
    late = [year for year in years if year >= first]
    assert all(after - before < findings.SILENCE for before, after in pairwise(late))
    before = [year for year in years if year < first]
    assert not before or first - before[-1] >= findings.SILENCE


def test_an_empty_register_is_selected_from_as_any_other():
    nothing = findings.register().head(0)
    found = findings.select(nothing, cities=("1275",), agreements=True, text="beras")
    assert found.empty
    assert list(found.columns) == list(nothing.columns)
