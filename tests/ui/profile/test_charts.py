"""Charts of one city: what stands in the figure."""

from __future__ import annotations

import numpy as np
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
    figure = charts_structure.shares_against(frame, names, "kota", "Indonesia")
    bars, marks = figure.data
    assert len(bars.x) == len(marks.x) == 17
    assert bars.x[-1] == frame["share"].iloc[0]
    assert set(bars.marker.color) <= {charts_structure.theme.ACCENT, charts_structure.LIGHT}


@pytest.mark.parametrize("city", CITIES)
def test_quotients_are_on_a_log_axis_with_a_named_line(city):
    frame, names = structure(city)
    figure = charts_structure.quotients(frame, names, "Indonesia")
    assert figure.layout.xaxis.type == "log"
    assert figure.layout.shapes[0].x0 == figure.layout.shapes[0].x1 == 1
    assert "Indonesia" in figure.layout.annotations[0].text
    basis, below, small = figure.data
    assert len(basis.x) == frame["basis"].sum()
    assert len(small.x) == (frame["small"] & frame["lq"].notna()).sum()
    assert len(basis.x) + len(below.x) + len(small.x) == frame["lq"].notna().sum()
    low, high = figure.layout.xaxis.range
    for trace in figure.data:
        assert all(low <= np.log10(x) <= high for x in trace.x)


def test_lq_of_zero_is_drawn_and_said_to_be_below():
    frame, names = structure("1171")  # no mining in Banda Aceh
    figure = charts_structure.quotients(frame, names, "Indonesia")
    small = figure.data[2]
    at = list(small.y).index(names["B"])
    assert small.text[at].strip() == "<0,05"
    with using("en"):
        frame, names = structure("1171")
        small = charts_structure.quotients(frame, names, "Indonesia").data[2]
        assert small.text[list(small.y).index(names["B"])].strip() == "<0.05"


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
