"""Charts of cities side by side."""

import numpy as np
import pandas as pd

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


def test_lq_is_on_a_log_scale_with_its_line_named():
    rows = charts_comparison.quotient_dots(wide("lq"), NAMES, SECTORS, "Indonesia")
    assert rows.log and rows.line.at == 1 and rows.line.words == "1 = Indonesia"
    assert len({entry.look.symbol for entry in rows.legend}) == len(CITIES)
    values = [point.at for row in rows.rows for point in row.points]
    assert len(values) == wide("lq").count().sum()
    assert rows.low < charts_comparison.LOWEST_LQ == min(values) and max(values) < rows.high


def test_the_words_of_a_quotient_are_its_own_even_where_it_is_drawn_at_the_edge():
    quotients = pd.DataFrame({"1275": [0.02, np.nan], "2171": [2.0, 4.0]}, index=["A", "B"])
    rows = charts_comparison.quotient_dots(quotients, NAMES, SECTORS, "Indonesia")
    (low, high), (alone,) = (row.points for row in rows.rows)
    assert (low.at, high.at, alone.at) == (0.1, 2.0, 4.0)
    assert low.said.startswith("<b>Medan</b><br>A: 0,02") and alone.look == high.look != low.look


def test_shares_are_written_in_their_cells():
    shares = wide("share")
    cells = charts_comparison.share_table(shares, NAMES, SECTORS)
    name, own = cells.rows[list(shares.index).index("C")]
    assert name == "C" and len(cells.columns) == len(own) == 6
    assert own[5].words.startswith("57") and own[5].said == f"<b>Batam</b><br>C: {own[5].words}"


def test_a_larger_share_is_a_darker_cell_and_an_unknown_one_is_empty():
    shares = pd.DataFrame({"1275": [0.0, 0.25, 1.0, np.nan]}, index=list("ABCD"))
    cells = [own for _name, (own,) in charts_comparison.share_table(shares, NAMES, SECTORS).rows]
    assert [each and each.colour for each in cells] == ["#FFFFFF", "#B7DBD8", "#6FB7B0", None]


def test_each_line_is_named_at_its_end_and_says_each_year():
    index = comparison.growth_index(CITIES)
    lines = charts_comparison.growth_lines(index, NAMES)
    last = index.iloc[:, -1]
    assert [course.name[0].rpartition(" ")[0] for course in lines.courses] == [
        NAMES[code] for code in index.index
    ]
    assert [course.last() for course in lines.courses] == list(last)
    nation = lines.courses[-1]
    assert nation.dash == "dash" and nation.name[0].startswith("Indonesia")
    assert len({(each.look.symbol, each.colour) for each in lines.courses}) == 7
    assert lines.even == 100 and set(index.iloc[:, 0]) == {100}
    words = lines.said[-1].split("<br>")
    assert words[0] == f"<b>{index.columns[-1]}</b>" and len(words) == 8


def klassen(chosen):
    return charts_comparison.klassen_quadrants(comparison.klassen(), list(chosen), NAMES)


def test_quadrants_are_named_and_hold_their_cities():
    quadrants = klassen(CITIES)
    assert quadrants.corners == (
        "Maju tetapi tertekan", "Maju dan tumbuh cepat", "Relatif tertinggal", "Berkembang cepat",
    )  # fmt: skip
    named = {mark.name: mark for mark in quadrants.marks if mark.name}
    assert set(named) == {NAMES[code] for code in CITIES if code != "1174"} | {"← Lhokseumawe -1,2%"}
    assert len(quadrants.marks) == comparison.klassen().drop(index="reference").notna().all(axis=1).sum()
    for mark in quadrants.marks:
        assert quadrants.across.low < mark.across < quadrants.across.high
        assert quadrants.up.low < mark.up < quadrants.up.high
    across, up = quadrants.across.parted, quadrants.up.parted
    assert named["Batam"].across > across and named["Batam"].up > up
    assert named["Dumai"].across < across


def test_the_chosen_cities_lie_over_the_others_each_with_its_own_sign():
    marks = klassen(CITIES).marks
    chosen = marks[-len(CITIES) :]
    assert [mark.said.partition("</b>")[0] for mark in chosen] == [
        f"<b>{NAMES[code]}" for code in reversed(CITIES)
    ]
    assert len({mark.look for mark in chosen}) == len(CITIES)
    assert len({mark.look for mark in marks[: -len(CITIES)]}) == 1


def test_a_city_beyond_the_edge_is_named_with_its_figure_even_if_it_was_not_chosen():
    (beyond,) = [mark for mark in klassen(["1275"]).marks if mark.name.startswith("←")]
    assert beyond.name == "← Lhokseumawe -1,2%" and "-1,2%" in beyond.said
    assert beyond.radius == charts_comparison.SMALL
