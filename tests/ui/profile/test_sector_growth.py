"""The picture of growth by sector and year."""

import numpy as np
import pandas as pd
import pytest

from findings.cities import sector_growth as findings
from i18n import using
from ui.comparison import sector_growth as compared
from ui.profile import sector_growth as chart

MEDAN, BATAM, JAMBI = "1275", "2171", "1571"


def column(cells, name):
    return [own[cells.columns.index(name)] for _row, own in cells.rows]


def test_covid_is_framed_and_what_is_not_known_is_empty():
    rates = findings.rates(JAMBI)
    cells = chart.heat_map(rates, chart.names(rates))
    frame = cells.frame
    assert [cells.columns[at] for at in (frame.first, frame.last)] == ["2020", "2021"]
    assert frame.words == "Covid-19"
    assert set(column(cells, "2020")) == {None}
    assert np.isnan(rates[2021].iloc[0]) and column(cells, "2021")[0] is None


def test_a_cell_says_whole_per_cent_and_never_minus_nought():
    rates = findings.rates(MEDAN)
    cells = chart.heat_map(rates, chart.names(rates))
    assert "-0" not in {cell.words for _row, own in cells.rows for cell in own if cell}
    whole = column(cells, "2019")[0]
    assert (whole.words, whole.said) == ("6", "<b>2019</b><br>Seluruhnya: 5,9%")


def test_growth_is_purple_and_shrinking_orange_to_an_end():
    rates = pd.DataFrame({2019: [0.3, 0.12, 0.0, -0.12, -0.4]}, index=list("CDEFG"))
    colours = [cell.colour for cell in column(chart.heat_map(rates, dict.fromkeys("CDEFG", "x")), "2019")]
    assert colours[0] == colours[1] == "#998EC3" and colours[2] == "#F7F7F7"
    assert colours[3] == colours[4] == "#F1A340"


@pytest.mark.parametrize("language", ["id", "en"])
def test_sentences_of_a_span(language):
    with using(language):
        found = findings.span(MEDAN)
        assert "2013" in chart.headline(found, MEDAN)
        assert "%" in chart.sentence(found)
        assert ("1,1%" in chart.note(JAMBI)) == (language == "id")


def test_parts_of_growth_are_three_bars_a_city():
    parts = findings.shift_share((MEDAN, BATAM))
    rows = compared.bars(parts)
    assert [row.name.split(" (")[0] for row in rows.rows] == ["Medan", "Batam"]
    for row, change in zip(rows.rows, parts["change"], strict=True):
        assert row.apart and len(row.bars) == len(rows.legend) == 3
        assert all(bar.start == 0 and rows.low <= bar.end <= rows.high for bar in row.bars)
        assert sum(bar.end for bar in row.bars) == pytest.approx(100 * change)
        assert [bar.words for bar in row.bars] == [bar.said.rpartition(": ")[2] for bar in row.bars]
    assert "Batam" in compared.headline(parts)


def test_mean_rates_stand_under_the_names_of_their_cities():
    rates = findings.mean_rates((MEDAN, BATAM))
    cells = compared.by_city(rates, {MEDAN: "Medan", BATAM: "Batam"})
    assert cells.columns == ("Medan", "Batam") and cells.frame is None
    assert cells.rows[0][1][1].said.startswith("<b>Batam</b><br>Seluruhnya: ")
