"""Facts on goods agree with the tables they come from."""

import csv

import pytest

import data
from data import goods_facts
from data.versioning.versions import TABLES_FOLDER

# Product of the input-output table 2016 behind the factor of each kind of good.
PRODUCTS = {
    "sayur": "010",
    "telur": "028",
    "daging": "028",
    "ikan_tawar": "033",
    "ikan_laut": "033",
    "padi": "063",
}
HOTELS, RESTAURANTS, FOOD_MAKERS, HOUSEHOLDS = "164", "165", "071", "3011"


@pytest.fixture(scope="module")
def uses():
    path = TABLES_FOLDER / "fixed" / "io_2016_national_185_raw.csv"
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    codes = rows[4]
    return {row[1]: dict(zip(codes, row, strict=True)) for row in rows[6:]}


@pytest.mark.parametrize(("kind", "product"), PRODUCTS.items())
def test_what_others_use_beside_households_is_that_of_the_table(uses, kind, product):
    """Hotels, restaurants and makers of other foods over households, to two decimals."""
    row = uses[product]
    beside = sum(float(row[code]) for code in (HOTELS, RESTAURANTS, FOOD_MAKERS)) / float(row[HOUSEHOLDS])
    goods = goods_facts.trade_goods()
    factors = goods.loc[(goods["kind"] == kind) & goods["io_factor"].notna(), "io_factor"]
    assert factors.nunique() == 1
    assert factors.iloc[0] == pytest.approx(beside, abs=0.006)


def test_every_good_is_one_of_the_foods():
    foods = data.load("foods")
    known = {*foods["trade_good"].dropna(), *foods["trade_group"].dropna(), *foods["food_id"]}
    assert set(goods_facts.trade_goods().index) <= known
    assert set(foods["trade_good"].dropna()) <= set(goods_facts.trade_goods().index)


def test_words_lead_to_goods_that_exist():
    words = goods_facts.good_words()
    assert set(words["good"].dropna()) <= set(goods_facts.trade_goods().index)
    assert not words["words"].duplicated().any()
    assert words.loc[words["role"] == "good", "good"].notna().all()


def test_regions_of_the_facts_exist():
    regions = set(data.load("regions")["region_code"])
    for table in (goods_facts.doubtful_supply(), goods_facts.shared_supply()):
        assert set(table["region_code"]) <= regions
        assert set(table["good"]) <= set(goods_facts.trade_goods().index)
