"""The directory of offices: what looks like a private person is refused with a sentence in Bahasa."""

from __future__ import annotations

import pytest

import data
from data.quality import offices
from data.schema import codes
from data.validation import check

HEAD = "region_code,region,name,kind,address,phone,email,note,source_id"
ROW = "2171,Kota Batam,{name},dinas,{address},{phone},{email},{note},S0519"
RIGHT = {
    "name": "Dinas Ketahanan Pangan Kota Batam", "address": "Jalan Hj. Fatimah 3", "phone": "0778-412345",
    "email": "dkpp@batam.go.id", "note": "Ibu Kota provinsi di Tanjungpinang",
}  # fmt: skip


def checked(**changes: str):
    return check(f"{HEAD}\n{ROW.format(**RIGHT | changes)}\n".encode(), "direktori.csv", "directory")


def test_an_office_is_taken():
    report = checked()
    assert report.ok, report.problems


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("name", "Budi Santoso", "seperti nama orang"),
        ("name", "Dinas Pangan (Drs. Budi)", "seperti nama orang"),
        ("note", "Hubungi Bapak Budi", "seperti nama orang"),
        ("phone", "0812-3456-7890", "nomor seluler"),
        ("phone", "+62 811 2345 678", "nomor seluler"),
        ("note", "WA 081234567890", "nomor seluler"),
        ("email", "pangan.batam@gmail.com", "Surel di gmail.com biasanya milik pribadi"),
        ("note", "NIP 19700101 199003 1 001", "nomor induk"),
        ("address", "3171234567890123", "nomor induk"),
    ],
)
def test_what_looks_like_a_person_is_refused_with_a_sentence(column, text, said):
    report = checked(**{column: text})
    assert not report.ok
    wrong = report.problems[report.problems["severity"] == "error"]
    assert wrong["reason"].str.contains(said).any(), wrong
    assert (wrong["remedy"] != "").all()


@pytest.mark.parametrize("phone", ["0778-412345", "(061) 4512345", "0778 412345 ext. 8", "1500-123"])
def test_the_telephone_of_an_office_is_no_persons(phone):
    assert offices.problems("phone", phone) == []


def test_other_tables_are_left_alone():
    content = b"region_code,role,note\n1275,pemasok,Hubungi Bapak Budi 081234567890\n"
    assert check(content, "catatan.csv", "city_notes").ok


def test_what_is_shipped_names_bodies_with_a_source_and_no_made_up_contact():
    rows = data.load("directory")
    assert len(rows) > 30
    assert set(rows["kind"]) == set(codes("office_kind"))
    assert rows[["address", "phone", "email", "website"]].isna().all(axis=None)
    for column in ("name", "note", "foods"):
        assert not any(offices.problems(column, text) for text in rows[column].dropna())
    assert set(rows["source_id"]) <= set(data.load("sources")["source_id"])
    # Every party of the food agreements that is one body stands in it.
    named = data.load("food_agreements")["parties"].dropna().str.split("; ").explode()
    assert set(named[~named.str.match(r"\d")]) <= set(rows["name"])
