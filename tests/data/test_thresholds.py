"""Thresholds of price rises: who sets them, what is refused, two at once, a food of its own."""

from __future__ import annotations

import pytest

from data.permissions import Identity, Refused
from data.store import Conflict, open_store
from data.store.roles import ANALYST
from data.thresholds import DEFAULT, ThresholdError, Thresholds

ME = Identity(login_required=False, this_machine=True, name="Sekda")
STRANGER = Identity(login_required=False, this_machine=False, peer="10.0.0.9")
BATAM, CHILI = "2171", "Cabai Merah Keriting"


def logged_in(email: str) -> Identity:
    return Identity(login_required=True, this_machine=False, email=email, email_verified=True)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store.db") as opened:
        yield opened


def test_a_city_that_set_none_has_the_default(store):
    found = Thresholds(store).of(BATAM)
    assert (found.percent, found.own, found.of_food(CHILI)) == (DEFAULT, False, DEFAULT)


def test_one_for_all_and_one_for_a_food(store):
    desk = Thresholds(store)
    desk.put(BATAM, 15.0, ME)
    found = desk.put(BATAM, 40.0, ME, commodity=CHILI)
    assert (found.percent, found.of_food(CHILI), found.of_food("Beras Medium")) == (15.0, 40.0, 15.0)
    assert "Sekda" in found.author
    assert desk.put(BATAM, None, ME, commodity=CHILI).of_food(CHILI) == 15.0
    assert list(desk.all()) == [BATAM]
    assert len(store.audit.entries(action="threshold_set")) == 3


@pytest.mark.parametrize("percent", [0.0, -5.0, 501.0, float("nan"), float("inf"), None])
def test_a_threshold_that_makes_no_sense_is_a_sentence(store, percent):
    with pytest.raises(ThresholdError, match="antara 1 dan 500 persen"):
        Thresholds(store).put(BATAM, percent, ME)
    assert not Thresholds(store).of(BATAM).own


def test_who_may_publish_for_the_city_may_set_it(store):
    store.roles.grant("batam@example.go.id", ANALYST, "test", [BATAM])
    desk = Thresholds(store)
    assert desk.put(BATAM, 5.0, logged_in("batam@example.go.id")).percent == 5.0
    with pytest.raises(Refused, match="ambang kota lain"):
        desk.put("1275", 5.0, logged_in("batam@example.go.id"))
    for stranger in (STRANGER, logged_in("lain@example.go.id")):
        with pytest.raises(Refused):
            desk.put(BATAM, 5.0, stranger)


def test_the_second_of_two_is_not_kept_in_silence(store):
    desk = Thresholds(store)
    seen = desk.of(BATAM).revision
    desk.put(BATAM, 5.0, ME, seen=seen)
    with pytest.raises(Conflict):
        desk.put(BATAM, 20.0, ME, seen=seen)
    assert desk.of(BATAM).percent == 5.0
