"""What a city depends on for a food, said alike wherever it is said."""

from __future__ import annotations

import pytest

import data
from findings import deals
from findings.food import balance as food_balance
from findings.impact import deal as deal_impact


@pytest.mark.parametrize("city", data.cities("I").index)
def test_the_card_the_food_page_and_the_impact_name_the_same_supplier(city):
    for card in deals.cards(city).buying:
        if card.deal is None or card.good is None:
            continue
        supplier, found = card.deal.supplier, food_balance.dependence(city, card.good.code)
        following = {found.following.supplier} if found.following else set()
        assert supplier in {deal.supplier for deal in found.running} | following
        assert deal_impact.first_seller(city, card.good.code) == supplier
