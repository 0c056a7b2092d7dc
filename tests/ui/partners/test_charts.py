"""The chart of the ranking, and of its check."""

from itertools import pairwise

import numpy as np
import pytest

import data
from findings import partners, validation
from ui import charts
from ui.methods import charts as charts_methods
from ui.partners import charts as charts_partners

NAMES = data.cities()["short_name"].to_dict()


def test_bars_are_as_long_as_the_scores():
    frame = partners.ranking("1271").head(12)
    drawn = charts_partners.score_parts(partners.contributions(frame, partners.Choices()), frame, NAMES)
    assert [row.bars[-1].end for row in drawn.rows] == pytest.approx(list(frame["score"]))
    for row in drawn.rows:
        assert row.bars[0].start == 0
        assert all(before.end == after.start for before, after in pairwise(row.bars))
    best = drawn.rows[0]
    assert (best.name, best.words) == ("1. Medan", "0,61, peringkat 1–3")
    assert best.bars[0].said.startswith("<b>1. Medan</b><br>Besar pasokan dan gerbangnya: 0,")
    assert [look.fill for look, _name in drawn.legend] == [bar.colour for bar in best.bars]
    assert len({bar.colour for bar in best.bars}) == len(best.bars)


def test_what_is_missing_is_no_part_of_the_bar():
    frame = partners.ranking("1271").head(3)
    parts = partners.contributions(frame, partners.Choices())
    parts.iloc[0, 1] = np.nan
    drawn = charts_partners.score_parts(parts, frame, NAMES)
    assert len(drawn.rows[0].bars) == len(drawn.rows[1].bars) - 1


def test_agreements_have_a_bar_only_when_they_count():
    frame = partners.ranking("1571", partners.Choices(scope="anggota", agreements="mendukung"))
    choices = partners.Choices(scope="anggota", agreements="mendukung")
    drawn = charts_partners.score_parts(partners.contributions(frame, choices), frame, NAMES)
    assert "Perjanjian yang sudah ada" in [name for _look, name in drawn.legend]


def test_the_check_is_drawn_best_on_top_with_chance_named():
    table = validation.validate_score()
    figure = charts_methods.validation_intervals(table)
    assert list(figure.data[0].x) == sorted(figure.data[0].x)
    assert figure.data[0].y[-2:] == ("Skor mitra, pemasok ke pembeli", "Penduduk pembeli dan jarak saja")
    assert figure.layout.annotations[0].text == "0,5 = menebak"


def test_ink_follows_the_theme_and_leaves_given_colours():
    figure = charts_methods.validation_intervals(validation.validate_score())
    charts.with_ink(figure, dark=True)
    assert figure.layout.font.color == "#EAF2F0"
    assert figure.layout.annotations[0].font.color == "#D55E00"
