"""Agreements that have an end: how long they run, of whom, and in which order they are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data.proposals import Delivery, Proposal, Terms
from findings.cooperation import agreements
from wording import agreements as words

TODAY = date(2026, 11, 26)
BATAM, TAPUT = "2171", "1205"
TERMS = Terms("cabai merah", 10.0, "ton", "minggu", "tetap", 40_000.0, start="2026-06-01", end="2027-02-18")


def proposal(key: str, **terms) -> Proposal:
    one = Proposal("Cabai", (BATAM, TAPUT), "produk", terms=replace(TERMS, **terms))
    return replace(one, key=key)


def told(proposals, city=BATAM, good="cabai_merah"):
    return agreements.of_city(city, good, proposals, TODAY)


def test_weeks_are_counted_from_today_and_the_next_to_end_stands_first():
    late, soon = proposal("KS-001"), proposal("KS-002", end="2026-12-10")
    over = proposal("KS-003", end="2026-11-01")
    delivered = replace(late, deliveries=(Delivery("2026-11-01", 5.0, "ton"),))
    table = told([over, delivered, soon])
    assert table["key"].tolist() == ["KS-002", "KS-001", "KS-003"]
    assert table["days_left"].tolist() == [14, 84, -25]
    assert [words.time_left(days) for days in table["days_left"]] == [
        "berakhir dalam 2 minggu", "berakhir dalam 12 minggu", "berakhir 3 minggu lalu",
    ]  # fmt: skip
    assert table["standing"].tolist() == ["never_started", "ending", "never_started"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "dalam 0 hari"),
        (6, "dalam 6 hari"),
        (7, "dalam 1 minggu"),
        (-1, "minggu ini"),
        (-8, "1 minggu lalu"),
    ],
)
def test_the_last_week_is_told_in_days(days, said):
    assert said in words.time_left(days)


def test_another_good_another_city_or_no_end_is_not_told():
    assert told([proposal("KS-001")], good="beras").empty
    assert told([proposal("KS-001")], city="1275").empty
    assert told([proposal("KS-001", end="")]).empty
    assert len(told([proposal("KS-001")], city=TAPUT)) == 1


def test_an_agreement_of_the_news_with_an_end_is_told_with_its_source():
    table = told([], city="1174", good="bawang_merah")
    row = table.iloc[0]
    assert (row["kind"], row["partners"], row["end"]) == (agreements.NEWS, "1109", "2026-09-13")
    assert row["days_left"] == (date(2026, 9, 13) - TODAY).days
    assert "menurut berita" in words.line(next(table.itertuples()))
