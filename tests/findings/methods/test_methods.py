"""The live examples of the methods page and the check of the score."""

import pytest

import data
from findings.cooperation import register
from findings.methods import examples as methods


@pytest.mark.parametrize("city", ["1275", "1271", "2171", "1572", "1872"])
@pytest.mark.parametrize("code", methods.example_codes())
def test_every_example_can_be_made(code, city):
    assert methods.example(code, city)


def test_example_of_lq_divides_its_shares():
    made = methods.example("lq", "1271")
    assert made["lq"] == pytest.approx(made["share"] / made["reference_share"])
    assert made["symmetric"] == pytest.approx((made["lq"] - 1) / (made["lq"] + 1))


def test_example_of_shift_share_closes():
    made = methods.example("shift_share", "2171")
    assert made["national"] + made["mix"] + made["competitive"] == pytest.approx(made["change"])


def test_example_of_density_is_nothing_dug_or_sown():
    groups = data.load("sectors").set_index("sector")["group"]
    for city in data.cities().index:
        assert groups[methods.example("density", city)["new"]] != "PRIMER"


@pytest.mark.parametrize("city", data.cities().index)
def test_agreements_of_the_example_are_those_of_the_register(city):
    """Most partners are kabupaten: they count among the others, though the score ranks cities alone."""
    tied = register.ties()
    counted = methods.example("agreements", city)
    pairs = (tied["city"] == city) | (tied["partner_code"] == city)
    assert counted["members"] + counted["others"] == pairs.sum()
    if city == "2172":  # with Bintan and Kulon Progo
        assert counted == {"members": 0, "others": 2}
