"""What a purchase sets in motion, against figures read from the table by another hand."""

import pytest

import data
from analysis.checks import AnalysisError
from findings import interregional
from findings.impact import regional as regional_impact

PADANG, MEDAN, BATAM, PEKANBARU = "1371", "1275", "2171", "1471"


@pytest.mark.parametrize(
    ("seller", "sector", "output", "own", "added"),
    [
        (PADANG, "A", 1.310, 1.157, 0.981),
        (MEDAN, "A", 1.377, 1.268, 0.964),
        (PEKANBARU, "C", 1.869, 1.695, 0.971),
        (BATAM, "C", 1.451, 1.190, 0.645),
        (MEDAN, "C", 2.102, 1.788, 0.905),
    ],
)
def test_golden_multipliers(seller, sector, output, own, added):
    made = regional_impact.purchase(seller, sector, 1.0)
    assert made.output == pytest.approx(output, abs=6e-4)
    assert made.own["output"] == pytest.approx(own, abs=6e-4)
    assert made.value_added == pytest.approx(added, abs=6e-4)


@pytest.mark.parametrize("seller", data.cities().index[::4])
@pytest.mark.parametrize("sector", ["A", "C", "G"])
def test_parts_add_up_and_ranges_hold(seller, sector):
    made = regional_impact.purchase(seller, sector, 2e9)
    assert made.by_province.index[0] == made.province == seller[:2]
    assert made.own["output"] + made.others["output"].sum() == pytest.approx(made.output)
    assert made.by_sector["output"].sum() == pytest.approx(made.own["output"])
    for each in (made.place_output, made.place_value_added):
        assert 0 < each.low <= each.middle <= each.high
    assert made.place_output.low == 2e9
    assert made.place_output.high == pytest.approx(made.own["output"])
    assert made.value_added <= made.amount


def test_the_quotient_does_better_on_provinces_than_national_coefficients():
    """Held-out multipliers of the 34 provinces; with coefficients of the table's own year it is 7.4%."""
    own = regional_impact.tried_on_provinces()
    assert own == pytest.approx(0.083, abs=0.002)
    assert own < regional_impact.tried_on_provinces(0.3) < regional_impact.tried_on_provinces(None)


def test_what_is_not_there_is_named():
    with pytest.raises(data.UnknownCity):
        regional_impact.purchase("9999", "A", 1.0)
    with pytest.raises(AnalysisError, match="12 ZZ"):
        regional_impact.purchase(MEDAN, "ZZ", 1.0)
    with pytest.raises(AnalysisError, match="nol atau lebih"):
        regional_impact.purchase(MEDAN, "A", -1.0)


def test_the_table_is_whole():
    assert interregional.coefficients().shape == (578, 578)
    assert (interregional.coefficients().sum() < 1).all()
    assert len(interregional.provinces("indonesia")) == 34
    assert len(interregional.provinces()) == 10
