"""The picture of growth by sector and year."""

import numpy as np
import pytest

from findings.cities import sector_growth as findings
from i18n import using
from ui.comparison import sector_growth as compared
from ui.profile import sector_growth as chart

MEDAN, BATAM, JAMBI = "1275", "2171", "1571"


def test_covid_is_marked_and_what_is_not_known_is_empty():
    rates = findings.rates(JAMBI)
    figure = chart.heat_map(rates, chart.names(rates))
    (cells,) = figure.data
    (frame,) = figure.layout.shapes
    assert (frame.x0, frame.x1) == (2019.5, 2021.5)
    assert figure.layout.annotations[0].text == "Covid-19"
    years = list(cells.x)
    assert {row[years.index(2020)] for row in cells.text} == {""}
    assert np.isnan(cells.z[0][years.index(2021)])


def test_a_cell_says_whole_per_cent_and_never_minus_nought():
    rates = findings.rates(MEDAN)
    (cells,) = chart.heat_map(rates, chart.names(rates)).data
    said = {text for row in cells.text for text in row}
    assert "-0" not in said
    assert cells.text[0][list(cells.x).index(2019)] == "6"
    assert cells.customdata[0][list(cells.x).index(2019)] == "5,9%"


@pytest.mark.parametrize("language", ["id", "en"])
def test_sentences_of_a_span(language):
    with using(language):
        found = findings.span(MEDAN)
        assert "2013" in chart.headline(found, MEDAN)
        assert "%" in chart.sentence(found)
        assert ("1,1%" in chart.note(JAMBI)) == (language == "id")


def test_parts_of_growth_are_three_bars_a_city():
    parts = findings.shift_share((MEDAN, BATAM))
    figure = compared.bars(parts)
    assert len(figure.data) == 3
    assert figure.data[0].y[-1].startswith("Medan")
    assert "Batam" in compared.headline(parts)
