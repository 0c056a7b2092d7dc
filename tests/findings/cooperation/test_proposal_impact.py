"""What the terms of a proposal would set in motion."""

import dataclasses

import pytest

from data.proposals import Proposal
from data.proposals.terms import Terms
from findings.cooperation import proposal_impact

BATAM, SIMALUNGUN, MEDAN, SIBOLGA = "2171", "1209", "1275", "1271"
CHILI = Terms(good="cabai merah", volume=5, unit="kuintal", period="minggu", price=3_500_000)


def proposal(terms=CHILI, parties=(BATAM, SIMALUNGUN), **more):
    return Proposal("Pasokan", parties, "produk", terms=terms, **more)


def test_terms_become_tons_a_year_and_rupiah_a_kilogram():
    found = proposal_impact.of_proposal(proposal())
    # 500 kg a week: 26 tons; Rp 3,500,000 a quintal: Rp 35,000 a kg.
    assert found == (BATAM, SIMALUNGUN, "cabai_merah", 26, 35_000)
    made = proposal_impact.impact(found)
    assert made.amount == 26_000 * 35_000
    assert made.seller == SIMALUNGUN


def test_the_kabupaten_sells_whoever_proposes():
    assert proposal_impact.of_proposal(proposal(parties=(SIMALUNGUN, BATAM)))[:2] == (BATAM, SIMALUNGUN)


def test_two_cities_sell_the_way_a_deal_is_known():
    fish = dataclasses.replace(CHILI, good="ikan laut")
    for parties in ((SIBOLGA, MEDAN), (MEDAN, SIBOLGA)):
        assert proposal_impact.of_proposal(proposal(fish, parties)).seller == SIBOLGA


def test_a_deal_it_started_from_decides():
    found = proposal_impact.of_proposal(
        proposal(Terms(), (MEDAN, SIBOLGA), origin=(MEDAN, SIBOLGA, "telur_ayam_ras"))
    )
    assert found == (SIBOLGA, MEDAN, "telur_ayam_ras", None, None)
    assert proposal_impact.impact(found) is None


def test_eggs_are_counted():
    eggs = Terms(good="telur ayam ras", volume=7000, unit="butir", period="hari", price=1900)
    assert proposal_impact.of_proposal(proposal(eggs))[2:] == ("telur_ayam_ras", 2557, 1900)


@pytest.mark.parametrize(
    "unsaid",
    [
        proposal(Terms()),
        proposal(Terms(good="batik")),
        proposal(Terms(good="cabai merah, wortel")),
        proposal(parties=(BATAM,)),
        proposal(parties=(BATAM, SIMALUNGUN, MEDAN)),
    ],
)
def test_what_is_not_said_is_not_guessed(unsaid):
    assert proposal_impact.of_proposal(unsaid) is None


def test_a_unit_of_another_kind_leaves_the_amount_open():
    heads = dataclasses.replace(CHILI, unit="ikat")
    assert proposal_impact.of_proposal(proposal(heads))[3:] == (None, None)
