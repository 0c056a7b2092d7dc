"""Markets of foods and products: hand-checked figures on the shipped data, and what always holds."""

import pytest

import data
from findings.food import market
from findings.food import terms as food_terms

MEDAN, BATAM, SIBOLGA, PADANG = "1275", "2171", "1271", "1371"


def test_market_is_spending_times_people_times_weeks():
    spending = data.load("household_spending")
    of_medan = (spending["region_code"] == MEDAN) & (spending["commodity"] == "Cabe merah")
    weekly = spending.loc[of_medan, "rupiah_per_capita_per_week"].item()
    people = data.load("indicators").query(
        "indicator == 'population' and region_code == @MEDAN and year == 2024"
    )
    row = market.market(("Cabe merah",)).loc[MEDAN]
    assert weekly == 4141
    assert row["rupiah_year"] == pytest.approx(weekly * people["value"].item() * 365.25 / 7)


def test_largest_first_and_shares_add_up():
    frame = market.market(("ikan",))
    assert frame.index[0] == MEDAN
    assert frame["rupiah_year"].dropna().is_monotonic_decreasing
    assert frame["share"].sum() == pytest.approx(1)
    assert len(frame) == 24
    assert len(market.market(("ikan",), "anggota")) == 34


def test_padang_buys_most_red_chilli_a_head():
    assert market.market(("Cabe merah",))["per_week"].idxmax() == PADANG


def test_a_food_not_listed_is_missing_and_not_zero():
    frame = market.market(("Daging kerbau",), "anggota")
    assert frame["rupiah_year"].isna().sum() == 25
    assert not (frame["rupiah_year"] == 0).any()


def test_two_foods_together_are_their_sum():
    apart = [market.market((food,))["rupiah_year"] for food in ("Tuna", "Tongkol")]
    together = market.market(("Tuna", "Tongkol"))["rupiah_year"]
    assert together[MEDAN] == pytest.approx(sum(each[MEDAN] for each in apart))


def test_group_is_the_sum_of_its_foods_within_rounding():
    rows = market.all_markets()
    one = rows[(rows["region_code"] == BATAM) & (rows["group"] == "ikan")].set_index("food")["per_week"]
    assert one["ikan"] == pytest.approx(one.drop("ikan").sum(), abs=6)


def test_national_mean_lies_within_the_regions():
    rows = market.all_markets()
    weekly = rows[rows["food"] == "Cabe merah"]["per_week"]
    mean = market.national_per_week()["Cabe merah"]
    assert weekly.min() < mean < weekly.max()
    assert mean == pytest.approx(1637, abs=1)


def test_unknown_food_is_named():
    with pytest.raises(market.UnknownFood, match="Durian montong"):
        market.market(("Durian montong",))


def test_fishing_ports_supply_sea_fish_but_no_catfish():
    assert SIBOLGA in set(market.products_for(("Tongkol",))["region_code"])
    assert SIBOLGA not in set(market.products_for(("Lele",))["region_code"])


def test_flows_name_the_food_or_its_kind():
    flows = market.flows_of(("Cabe merah",))
    assert set(flows["match"]) == {"named"}  # a market that asks for vegetables does not mean chili
    assert set(market.flows_of(("Wortel",))["match"]) == {"named", "kind"}
    plain = flows[(flows["match"] == "named") & (flows["certainty"] == "kota")]
    assert ("1375", BATAM) in set(zip(plain["supplier"], plain["buyer"], strict=True))
    assert not flows["commodity"].str.contains("kurban|pakan").any()


@pytest.mark.parametrize(
    ("text", "food", "group", "wanted"),
    [
        ("cabai", "Cabe merah", "sayur", "named"),
        ("cabai rawit", "Cabe merah", "sayur", None),
        ("sayur-mayur", "Wortel", "sayur", "kind"),
        ("telur ayam", "Daging ayam ras", "daging", None),
        ("telur ayam", "Telur ayam ras", "telur_susu", "named"),
        ("ikan laut", "Tongkol", "ikan", "kind"),
        ("ikan laut", "Lele", "ikan", None),
        ("ikan tuna", "Tongkol", "ikan", None),
        ("sapi kurban", "Daging sapi", "daging", None),
        ("pakan ayam ternak", "Daging ayam ras", "daging", None),
        ("sembako", "Cabe merah", "sayur", None),
        ("beras", "Durian", "buah", None),
        ("ikan laut", "ikan", "ikan", "named"),
        ("ikan tuna", "Tuna", "ikan", "named"),
        ("ikan air tawar (mujair, mas, lele)", "Lele", "ikan", "named"),
        ("sayur-mayur", "Cabe merah", "sayur", None),
        ("keripik pisang kepok", "Pisang lainnya", "buah", None),
        ("sayur Berastagi", "Beras", "padi", None),
        ("tongkol", "Kol/kubis", "sayur", None),
        ("kelapa sawit", "Sawi hijau", "sayur", None),
        ("jengkol", "Jengkol", "sayur", "named"),
        ("daging kerbau", "Daging kerbau", "daging", "named"),
    ],
)
def test_words_of_the_news_and_foods_of_the_survey(text, food, group, wanted):
    assert food_terms.match(text, food, group) == wanted


def test_basket_is_of_one_region_and_compares_with_the_nation():
    basket = market.basket(BATAM)
    assert basket.loc["Cabe merah", "difference"] == pytest.approx(4617 - 1637, abs=1)
    assert basket["whole"].sum() == 5
    with pytest.raises(data.UnknownCity):
        market.basket("9999")


def test_largest_foods_know_makers_and_reported_suppliers():
    frame = market.largest_foods(BATAM)
    assert frame.index[0] == "Daging ayam ras"
    assert "1375" in frame.loc["Telur ayam ras", "suppliers"]
    assert BATAM not in {code for makers in frame["makers"] for code, _role in makers}


def test_access_orders_the_near_before_the_far():
    access = market.access(("ikan",), "anggota")
    assert list(access) == sorted(access, reverse=True)
    assert len(access) == 34
    assert access.index.get_loc("1276") < access.index.get_loc("1278")  # Binjai beside Medan; Nias


def test_products_without_a_counterpart_have_no_foods():
    products = market.product_foods()
    assert len(products) == len(data.load("products"))
    assert products.loc["P032", "foods"] == ("ikan",)
    assert (products["foods"].map(len) == 0).any()


def test_every_food_can_be_asked_for():
    foods = market.foods()
    assert (foods["commodity"] == "TOTAL").sum() == 5
    assert len(foods) == len(
        data.load("household_spending")[["commodity_group", "commodity"]].drop_duplicates()
    )
    assert foods.index.is_unique
