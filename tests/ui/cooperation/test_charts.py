"""What the charts of the register draw."""

from __future__ import annotations

import pytest

import data
from findings.cooperation import register as findings
from ui.cooperation import charts


@pytest.fixture
def names():
    return data.cities()["short_name"].to_dict()


def test_the_timeline_has_a_mark_for_each_record_and_city(names):
    rows = findings.select(findings.register(), agreements=True)
    rows = rows[rows["year"].fillna(0) >= findings.first_year()]
    whose = findings.parties()
    collective = frozenset(whose.loc[whose["kind"] == "kelompok", "row"])
    figure = charts.timeline(rows, names, collective)
    marks = sum(len(trace.x) for trace in figure.data)
    expected = sum(
        1 if row.row in collective or not row.members else len(row.members) for row in rows.itertuples()
    )
    assert marks == expected
    assert len({(trace.marker.color, trace.marker.symbol) for trace in figure.data}) == len(figure.data)
    # An agreement of all stands on a line of its own, at the bottom.
    assert figure.layout.yaxis.categoryarray[0] == "Bersama-sama (Komwil)"


def test_the_network_has_a_line_for_each_tie(names):
    ties = findings.ties()
    figure = charts.network(ties, names)
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert len(lines) == len(ties)
    assert set(figure.layout.yaxis.ticktext) >= {"Medan", "Jambi", "Pangkalpinang"}
    assert "Kab. Dairi" in figure.layout.yaxis2.ticktext
    kinds = [trace.name for trace in figure.data if trace.mode == "markers"]
    assert len(set(kinds)) == len(kinds) == 4


def test_markup_in_a_record_is_shown_not_read(names):
    rows = findings.register().head(1).assign(subject="<script>alert(1)</script>", instrument="MoU")
    words = charts.timeline(rows, names).data[0].text[0]
    assert "<script>" not in words
    assert "&lt;script&gt;" in words
