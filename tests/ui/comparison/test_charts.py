"""Charts of cities side by side."""

import itertools

import numpy as np
import pandas as pd

import data
from findings.cities import comparison
from ui.comparison import charts as charts_comparison
from ui.comparison import room
from ui.comparison.words import short

CITIES = ("1271", "1473", "1174", "1375", "1275", "2171")
NAMES = {code: short(code) for code in (*data.cities().index, "00", "3578")}
SECTORS = {code: code for code in data.load("sectors")["sector"]}


def wide(value):
    frame = comparison.structure(CITIES)
    return frame.pivot(index="sector", columns="region_code", values=value)[list(CITIES)]


def test_lq_is_on_a_log_axis_with_its_line_named():
    figure = charts_comparison.quotient_dots(wide("lq"), NAMES, SECTORS, "Indonesia")
    assert figure.layout.xaxis.type == "log"
    assert "1 = Indonesia" in [note.text for note in figure.layout.annotations]
    assert figure.layout.shapes[0].x0 == 1
    assert len({trace.marker.symbol for trace in figure.data}) == len(CITIES)
    low, high = figure.layout.xaxis.range
    for trace in figure.data:
        values = np.log10(np.array(trace.x, dtype=float))
        assert np.nanmin(values) >= low
        assert np.nanmax(values) <= high


def test_shares_are_written_in_their_cells():
    shares = wide("share")
    figure = charts_comparison.share_table(shares, NAMES, SECTORS)
    assert figure.data[0].text[list(shares.index).index("C")][5].startswith("57")
    assert len(figure.data[0].x) == 6


def test_names_at_the_ends_of_lines_stay_apart():
    index = comparison.growth_index(CITIES)
    figure = charts_comparison.growth_lines(index, NAMES)
    heights = sorted(note.y for note in figure.layout.annotations if note.xanchor == "left")
    gap = 0.05 * float(index.max(axis=None) - index.min(axis=None))
    assert len(heights) == 7
    assert min(np.diff(heights)) >= gap * 0.999
    assert figure.data[-1].line.dash == "dash"


def test_quadrants_are_labelled_and_hold_their_cities():
    frame = comparison.klassen()
    figure = charts_comparison.klassen_quadrants(frame, list(CITIES), NAMES)
    labels = [note.text for note in figure.layout.annotations]
    for name in charts_comparison.QUADRANTS.values():
        assert f"<b>{name}</b>" in labels
    named = {trace.name: trace for trace in figure.data if trace.name}
    assert set(named) == {NAMES[code] for code in CITIES}
    left, right = figure.layout.xaxis.range
    assert all(left <= trace.x[0] <= right for trace in named.values())
    assert any(text.startswith("← Lhokseumawe") for text in labels)
    x, y = figure.layout.shapes[0].x0, figure.layout.shapes[1].y0
    assert named["Batam"].x[0] > x
    assert named["Batam"].y[0] > y
    assert named["Dumai"].x[0] < x


def test_no_mark_of_a_sector_covers_another():
    figure = charts_comparison.quotient_dots(wide("lq"), NAMES, SECTORS, "Indonesia")
    low, high = figure.layout.xaxis.range
    row = (figure.layout.height - 150) / len(SECTORS)
    spots = [
        (np.log10(x) / (high - low) * room.PLOT_WIDTH, y * row)
        for trace in figure.data
        for x, y in zip(trace.x, trace.y, strict=True)
        if not np.isnan(x)
    ]
    for (ax, ay), (bx, by) in itertools.combinations(spots, 2):
        assert abs(ax - bx) >= charts_comparison.MARK - 0.01 or abs(ay - by) >= charts_comparison.MARK - 0.01


def test_names_in_the_quadrants_are_written_where_they_are_free():
    figure = charts_comparison.klassen_quadrants(comparison.klassen(), list(CITIES), NAMES)
    assert figure.layout.xaxis.tickformat == ".1%"
    near = [(100.0, 100.0, "Tanjungbalai"), (110.0, 122.0, "Tebing Tinggi"), (95.0, 80.0, "Medan")]
    assert room.sides(near, 9, 16, []) == ["middle right", "top center", "bottom center"]
    covered = [(0.0, 110.0, 300.0, 140.0)]
    assert room.sides([(100.0, 100.0, "Medan")], 5, 16, covered) == ["bottom center"]


def test_lanes_are_opened_only_where_marks_meet():
    values = pd.DataFrame({"a": [0.0, 0.0], "b": [0.001, 1.0], "c": [np.nan, 1.001]}, index=["x", "y"])
    lanes = room.stacked(values, 2.0, 13)
    assert lanes.loc["x", ["a", "b"]].tolist() == [0, 1] and np.isnan(lanes.at["x", "c"])
    assert lanes.loc["y"].tolist() == [0, 0, 1]
