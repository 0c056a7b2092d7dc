"""Charts of links: matrix, map, pair."""

from __future__ import annotations

import numpy as np
import pytest

import data
from findings import complementarity, interregional
from findings.complementarity import View
from i18n import using
from ui.structure import charts as charts_links

NAMES = data.cities()["short_name"].to_dict()


@pytest.mark.parametrize("measure", complementarity.MEASURES)
def test_matrix_has_a_cell_a_pair_and_an_empty_diagonal(measure):
    table = complementarity.matrix(View(), measure)
    (heat,) = charts_links.matrix_heatmap(table, NAMES, measure).data
    assert len(heat.x) == len(heat.y) == 24
    assert np.isnan(np.diag(np.array(heat.z, dtype=float))).all()
    assert heat.customdata[0][0] == "–"
    row = list(table.index).index("1275")
    column = list(table.columns).index("2171")
    assert heat.customdata[row][column] == charts_links.amount(table.at["1275", "2171"], measure)


def test_rupiah_is_coloured_by_powers_of_ten():
    table = complementarity.matrix(View(), "rupiah")
    (heat,) = charts_links.matrix_heatmap(table, NAMES, "rupiah").data
    assert np.nanmax(np.array(heat.z, dtype=float)) == pytest.approx(np.log10(np.nanmax(table)))
    assert heat.colorbar.ticktext[0] == "≤ Rp 1 miliar"
    # Zero is a figure: only the diagonal is empty.
    assert np.isnan(np.array(heat.z, dtype=float)).sum() == 24


@pytest.mark.parametrize("scope", complementarity.SCOPES)
def test_map_draws_an_arc_with_a_head_for_each_link(scope):
    links = complementarity.links(View(scope)).head(12)
    cities = data.cities().loc[list(complementarity.members(scope))]
    figure = charts_links.links_map(links, cities, "index")
    lines = [trace for trace in figure.data if trace.mode == "lines" and trace.text]
    heads = [trace for trace in figure.data if trace.marker.symbol == "arrow"]
    assert len(lines) == len(heads) == 12
    named = {note.text for note in figure.layout.annotations}
    joined = {NAMES[code] for code in {*links["supplier"], *links["buyer"]}}
    assert named <= joined
    assert len(joined - named) <= 1
    # The strongest is drawn last, on top, and is the thickest.
    assert lines[-1].line.width == max(line.line.width for line in lines)
    for head, line in zip(heads, lines, strict=True):
        assert head.x[-1] == line.x[-1]


def test_map_without_links_still_shows_the_cities():
    cities = data.cities("I")
    figure = charts_links.links_map(complementarity.links(View()).head(0), cities, "index")
    assert len(figure.data[-1].x) == 24


def test_there_and_back_are_two_curves():
    there, back = charts_links.arc((0, 0), (1, 0)), charts_links.arc((1, 0), (0, 0))
    assert there[1][12] < 0 < back[1][11]
    assert (there[0][0], there[1][0]) == (0, 0)
    assert (there[0][-1], there[1][-1]) == (1, 0)


def test_pair_bars_follow_the_language():
    behind = complementarity.sectors_behind(View(), "1271", "1275")
    names = {code: code for code in behind.index}
    (bars,) = charts_links.pair_bars(behind, names, "index", "#000").data
    assert bars.text[-1] == "0,18"
    with using("en"):
        (bars,) = charts_links.pair_bars(behind, names, "index", "#000").data
        assert bars.text[-1] == "0.18"


def test_recorded_sales_say_who_sells():
    table = interregional.bought_elsewhere(("A",)) * 1e6
    names = {code: code for code in table.index}
    (heat,) = charts_links.matrix_heatmap(table, names, "rupiah", charts_links.sales()).data
    assert "menjual ke" in heat.hovertemplate
    assert len(heat.x) == 10
