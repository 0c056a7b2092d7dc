"""The city's threshold on the food page, evaluated when prices are published and listed on Home."""

from __future__ import annotations

import pytest
from framed import opened, texts

import data
from data import store as stores
from data.permissions import Identity
from data.thresholds import Thresholds
from data.versioning import versions
from findings import price_series
from ui.desk import actions
from ui.frame import connection

ME = Identity(login_required=False, this_machine=True, name="Sekda")
STRANGER = Identity(login_required=False, this_machine=False, peer="10.0.0.9")
BATAM, CHILI = "2171", "Cabai Merah Keriting"


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "identity", lambda: ME)
    with stores.open_store(tmp_path / "store.db") as opened_store:
        stores.activate(opened_store)
        yield opened_store
        stores.activate(None)


def button(at, label: str):
    return next(each for each in at.button if each.label == label)


def home(city: str) -> str:
    at = opened("beranda", kota=city)
    return " ".join(each.proto.body for each in at.get("html")) + texts(at)


def further(city: str, month: str, factor: float):
    """The newest prices of the table with one of the city for a later month."""
    rows = data.load("food_prices")
    last = rows[(rows["region_code"] == city) & (rows["commodity"] == CHILI)].sort_values("period").iloc[[-1]]
    price = (last["price_rupiah"] * factor).round()
    return last.assign(period=month, price_rupiah=price, quality="tercatat")


def test_set_on_the_food_page_evaluated_at_publication_listed_on_home(store):
    at = opened("pangan", pangan="Cabe merah", kota=BATAM)
    assert "Ambang Batam untuk cabai merah: naik lebih dari 10% dalam sebulan (bawaan" in texts(at)
    form = f"ambang_{BATAM}_{CHILI}_0"
    at.number_input(key=f"{form}_percent").set_value(25.0)
    at.segmented_control(key=f"{form}_for").set_value("satu")
    at.text_input(key="nama_pencatat").input("Sekda Batam")
    button(at, "Simpan ambang").click().run()
    assert not at.exception
    assert any("naik lebih dari 25% dalam sebulan akan tampil" in each.value for each in at.success)
    assert Thresholds(store).of(BATAM).of_food(CHILI) == 25.0
    assert "Ada ambang sendiri untuk 1 pangan" in home(BATAM)
    month = "2025-09"
    assert "naik 30% dalam sebulan (September 2025)" not in home(BATAM)

    parent = versions.current_version("food_prices")
    published = actions.publish_checked(
        store,
        ME,
        "food_prices",
        further(BATAM, month, 1.3),
        note="Harga September",
        parent=parent,
        mode="update",
    )
    said = actions._thresholds_passed(store, "food_prices")
    assert published.number == parent + 1
    assert "Batam: cabai merah keriting naik 30%" in said
    assert "naik 30% dalam sebulan (September 2025)" in home(BATAM)
    assert "Terlampaui: naik 30% pada September 2025" in texts(
        opened("pangan", pangan="Cabe merah", kota=BATAM)
    )
    # Below its own threshold nothing is told.
    Thresholds(store).put(BATAM, 50.0, ME, commodity=CHILI)
    assert "naik 30% dalam sebulan (September 2025)" not in home(BATAM)


def test_who_may_not_publish_reads_why(store, monkeypatch):
    monkeypatch.setattr(connection, "identity", lambda: STRANGER)
    at = opened("pangan", pangan="Cabe merah", kota=BATAM)
    assert any("hanya dapat dari komputer" in each.value for each in at.info)
    assert not any(each.label == "Simpan ambang" for each in at.button)


def test_nonsense_is_answered_and_stays(store):
    at = opened("pangan", pangan="Cabe merah", kota=BATAM)
    form = f"ambang_{BATAM}_{CHILI}_0"
    at.number_input(key=f"{form}_percent").set_value(-3.0)
    button(at, "Simpan ambang").click().run()
    assert any("antara 1 dan 500 persen" in each.value for each in at.error)
    assert at.number_input(key=f"{form}_percent").value == -3.0


def test_two_sources_stand_side_by_side_and_are_never_averaged(store):
    rows = data.load("food_prices")
    mine = rows[
        (rows["region_code"] == BATAM) & (rows["commodity"] == CHILI) & (rows["quality"] == "tercatat")
    ]
    other = mine.tail(3).assign(price_rupiah=mine.tail(3)["price_rupiah"] * 1.2, source_id="S0001")
    before = price_series.monthly(CHILI)[BATAM]
    actions.publish_checked(
        store, ME, "food_prices", other, note="Dinas", parent=versions.current_version("food_prices"),
        mode="update",
    )  # fmt: skip
    at = opened("pangan", pangan="Cabe merah", kota=BATAM)
    assert "2 sumber harga di sini, terjauh 20% di atas garis pada bulan yang sama" in texts(at)
    table = price_series.beside(BATAM, CHILI)
    assert table["common"].tolist()[1] == 3
    assert price_series.monthly(CHILI)[BATAM].equals(before)


def test_months_of_one_city_alone_do_not_end_the_comparison_with_others(store):
    before = price_series.newest_year(CHILI)
    actions.publish_checked(
        store, ME, "food_prices", further(BATAM, "2026-10", 1.1), note="Oktober",
        parent=versions.current_version("food_prices"), mode="update",
    )  # fmt: skip
    assert price_series.newest_year(CHILI) == before
    assert price_series.monthly(CHILI).index[-1] == "2026-10"


def test_weeks_become_the_mean_of_their_month(store):
    weeks = [further(BATAM, day, factor) for day, factor in (("2025-09-01", 1.0), ("2025-09-08", 1.2))]
    first = weeks[0]["price_rupiah"].iloc[0]
    for week in weeks:
        actions.publish_checked(
            store, ME, "food_prices", week, note="Minggu",
            parent=versions.current_version("food_prices"), mode="update",
        )  # fmt: skip
    assert price_series.monthly(CHILI).at["2025-09", BATAM] == pytest.approx(first * 1.1, abs=1)
