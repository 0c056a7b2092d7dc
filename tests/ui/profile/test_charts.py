"""Charts of one city: what stands in the figure."""

from __future__ import annotations

from collections import Counter

import pytest

from data.schema import label
from findings.cities import growth as city_growth
from findings.cities import profile as city_profile
from findings.food import market
from i18n import using
from ui.profile import charts as charts_structure

CITIES = ["1275", "2171", "1171", "1971"]


def structure(city: str):
    frame = city_profile.structure(city).sort_values("share", ascending=False)
    return frame, {code: label("sector", code) for code in frame.index}


@pytest.mark.parametrize("city", CITIES)
def test_share_bars_hold_every_sector_and_the_reference(city):
    frame, names = structure(city)
    drawn = charts_structure.shares_against(frame, names, "Indonesia")
    assert [row.bars[0].end for row in drawn.rows] == list(frame["share"])
    assert [row.points[0].at for row in drawn.rows] == list(frame["reference_share"])
    colours = {True: charts_structure.theme.ACCENT, False: charts_structure.LIGHT}
    assert [row.bars[0].colour for row in drawn.rows] == [colours[basis] for basis in frame["basis"]]
    assert drawn.ticks[0] == (0, "0%") and len(drawn.ticks) <= 5
    assert drawn.ticks[-1][0] <= drawn.high


def test_a_share_that_is_missing_has_its_row_and_no_bar():
    frame, names = structure("1275")
    frame = frame.assign(share=frame["share"].mask(frame.index == "B"))
    drawn = charts_structure.shares_against(frame, names, "Indonesia")
    [without] = [row for row in drawn.rows if not row.bars]
    assert without.name.startswith(names["B"]) and len(drawn.rows) == 17
    assert len(charts_structure.shares_against(frame.head(0), names, "Indonesia").rows) == 0


@pytest.mark.parametrize("city", CITIES)
def test_quotients_are_on_a_log_scale_with_a_named_line(city):
    frame, names = structure(city)
    drawn = charts_structure.quotients(frame, names, "Indonesia")
    assert drawn.log and drawn.line.at == 1 and "Indonesia" in drawn.line.words
    signs = [point for row in drawn.rows for point in row.points]
    count = Counter(point.look for point in signs)
    assert count[charts_structure.STANDS_OUT] == frame["basis"].sum()
    assert count[charts_structure.SMALL] == (frame["small"] & frame["lq"].notna()).sum()
    assert len(signs) == frame["lq"].notna().sum()
    assert all(drawn.low <= point.at <= drawn.high for point in signs)
    assert [row.name for row in drawn.rows] == [names[sector] for sector in frame.index]


def test_lq_of_zero_is_drawn_and_said_to_be_below():
    frame, names = structure("1171")  # no mining in Banda Aceh

    def mining() -> str:
        drawn = charts_structure.quotients(frame, names, "Indonesia")
        [words] = [row.points[0].words for row in drawn.rows if row.name == names["B"]]
        return words

    assert mining() == "<0,05"
    with using("en"):
        assert mining() == "<0.05"


def test_output_has_a_line_a_price_basis_and_open_marks_for_preliminary_years():
    figure = charts_structure.output_lines(city_growth.yearly("1275"))
    solid = [trace for trace in figure.data if trace.line.dash == "solid"]
    dashed = [trace for trace in figure.data if trace.line.dash == "dash"]
    assert len(solid) == len(dashed) == 2
    assert all(max(trace.x) == 2023 for trace in solid)
    assert all(min(trace.x) == 2023 for trace in dashed)  # the line does not break
    for trace in dashed:
        marks = dict(zip(trace.x, trace.marker.symbol, strict=True))
        assert marks[2024] == "circle-open"
    years = {year for trace in figure.data for year in trace.x}
    assert years == set(range(2010, 2026))


def test_food_bars_leave_room_for_the_words():
    foods = market.largest_foods("1275", 12)
    figure = charts_structure.food_bars(foods, {code: code for code in foods.index})
    (bars,) = figure.data
    assert list(bars.x) == sorted(bars.x)
    assert bars.text[-1].startswith("Rp ")
    assert bars.text[-1].endswith("×")
    assert figure.layout.xaxis.range[1] > 1.4 * max(bars.x)
