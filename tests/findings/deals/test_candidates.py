"""Where a food could come from: the reported first, then producers and neighbours on the same island."""

from __future__ import annotations

import pytest

import data
from findings.deals import way
from findings.food import balance as food_balance
from findings.food import prices
from wording import food_balance as balance_words
from wording.deals.sentences import report_words

FOODS = {"cabai_merah": "Cabai Merah Keriting", "beras": "Beras Medium", "telur_ayam_ras": "Telur Ayam Ras"}


def candidates(city: str, good: str):
    return food_balance.candidates(city, good, tuple(prices.monthly(FOODS[good]).columns))


@pytest.mark.parametrize("good", FOODS)
def test_a_price_always_stands_beside_the_balance(good):
    for city in data.cities("I").index:
        found = candidates(city, good)
        assert len({each.place for each in found}) == len(found) >= 1
        assert city not in {each.place for each in found}
        order = [
            (food_balance.REPORTED, food_balance.PRODUCER, food_balance.NEAR).index(e.why) for e in found
        ]
        assert order == sorted(order)
        assert [e.deal for e in found if e.deal] == list(food_balance.suppliers(city, good))
        for each in found:
            if each.why == food_balance.PRODUCER:
                assert not way.sea(city, each.place)
                assert way.km(city, each.place) <= 150


def test_nobody_inland_of_aceh_is_named_for_the_rice_of_nias():
    places = {each.place for each in candidates("1278", "beras")}
    assert "1102" not in places
    assert "1271" in places


def test_what_exists_is_said_as_on_the_card():
    """Aceh Besar's agreement was "signed" on the card and only "reported" in the table of suppliers."""
    undated = 0
    for city in data.cities().index:
        for good in FOODS:
            for each in candidates(city, good):
                if each.deal is not None and each.deal.undated_stage:
                    undated += 1
                    assert balance_words.exists(each) == report_words(each.deal.reports[0])
    assert undated
