"""Offices by place and by the part they may take in an agreement."""

from __future__ import annotations

from findings.cooperation import directory


def test_a_citys_own_offices_come_before_its_provinces():
    found = directory.of_places(("1275",))
    assert set(found["region_code"]) == {"1275", "12"}
    assert found["own"].is_monotonic_decreasing
    assert found.loc[found["own"], "region_code"].eq("1275").all()


def test_who_may_buy_and_who_may_sell():
    places = ("1275", "1210")
    assert "PUD Pasar Medan" in set(directory.of_places(places, directory.BUYERS)["name"])
    sellers = set(directory.of_places(places, directory.SELLERS)["name"])
    assert "Koperasi Aur Dairi Botanikal" in sellers
    steering = {"tpid", "dinas", "bank_indonesia"}
    for part, kinds in directory.KINDS.items():
        assert not steering & set(kinds), part


def test_a_place_without_offices_has_none():
    assert directory.of_places(()).empty
