"""The chart of the ranking, and of its check."""

import pytest

import data
from findings import partners, validation
from ui import charts
from ui.methods import charts as charts_methods
from ui.partners import charts as charts_partners

NAMES = data.cities()["short_name"].to_dict()


def test_bars_are_as_long_as_the_scores():
    frame = partners.ranking("1271").head(12)
    parts = partners.contributions(frame, partners.Choices())
    figure = charts_partners.score_parts(parts, frame, NAMES)
    length = sum(trace.x[0] for trace in figure.data)
    assert length == pytest.approx(frame["score"].iloc[0])
    assert figure.data[0].y[0] == "1. Medan"
    assert figure.layout.annotations[0].text == "0,61, peringkat 1–3"
    assert len({trace.marker.color for trace in figure.data}) == len(figure.data)


def test_agreements_have_a_bar_only_when_they_count():
    frame = partners.ranking("1571", partners.Choices(scope="anggota", agreements="mendukung"))
    choices = partners.Choices(scope="anggota", agreements="mendukung")
    figure = charts_partners.score_parts(partners.contributions(frame, choices), frame, NAMES)
    assert "Perjanjian yang sudah ada" in [trace.name for trace in figure.data]


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
