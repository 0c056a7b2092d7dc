"""The home page: a city's three deals, the strongest of all, what changed, the ways in."""

from __future__ import annotations

import pytest
from framed import seen, texts
from streamlit.testing.v1 import AppTest

import data
from findings import home
from ui.pages import existing


def bodies(at) -> str:
    return " ".join(each.proto.body for each in at.get("html"))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("city", ["1271", "2171", "1175", "1278"])
def test_a_city_first_then_all(language, city):
    at = seen("beranda", language, kota=city)
    assert data.cities().at[city, "short_name"] in at.title[0].value
    assert bodies(at).count('class="judul"') >= len(home.front(city)) + 6
    assert len(at.dataframe[0].value) == len(data.cities("I")) == 24


def _of_all_forms() -> list[str]:
    """A city for each pair of a card's form and whether it is of a deal, among those that lead the page."""
    found: dict[tuple[str, bool], str] = {}
    for city in data.cities().index:
        for card in home.front(city):
            found.setdefault((card.form, card.deal is not None), city)
    return sorted(set(found.values()))


@pytest.mark.parametrize("city", _of_all_forms())
def test_each_card_tells_its_next_step_once(city):
    assert bodies(seen("beranda", kota=city)).count("Langkah: ") == len(home.front(city))


def test_home_states_its_figures():
    at = seen("beranda")
    totals = home.totals()
    assert [metric.value for metric in at.metric][:2] == [
        str(totals["products"]),
        str(totals["applications"]),
    ]


def test_three_cards_a_side_at_most_twice():
    for city in data.cities().index:
        kept = home.front(city)
        assert 1 <= len(kept) <= 3
        assert all(sum(card.side == side for card in kept) <= 2 for side in ("beli", "jual"))


def test_no_sentence_of_sectors_leads_the_page():
    said = texts(seen("beranda")) + bodies(seen("beranda"))
    assert "berlebih di" not in said
    assert "per triwulan" not in said


def test_agreements_between_members_are_counted_from_the_data():
    pairs = home.member_agreements("I")
    assert ("1375", "2171") in pairs
    assert all(one < other for one, other in pairs)
    assert f"Hanya {len(pairs)} pasang" in texts(seen("beranda")).replace("\\", "")


def test_prices_that_rose_beyond_the_threshold_are_told():
    said = bodies(seen("beranda", kota="1271"))
    assert "naik 43% dalam sebulan (Agustus 2025)" in said


@pytest.mark.parametrize("entry", existing(), ids=lambda entry: entry.stem)
def test_every_page_also_runs_by_itself(entry):
    at = AppTest.from_file(str(entry.path), default_timeout=120).run()
    assert not at.exception
