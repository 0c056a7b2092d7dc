"""Charts of cities side by side."""

import numpy as np

import data
from findings.cities import comparison
from ui.comparison import charts as charts_comparison
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
