"""The home page: what the cities bring, the strongest links, the ways in, the state of the data."""

from __future__ import annotations

import pytest
from framed import opened, texts
from streamlit.testing.v1 import AppTest

import data
from ui.pages import existing


@pytest.mark.parametrize("language", ["id", "en"])
def test_home_states_its_figures(language):
    at = opened("beranda", language)
    values = [metric.value for metric in at.metric]
    assert values[:2] == ["188", "152"]
    assert len(at.dataframe[0].value) == len(data.cities("I")) == 24


def test_strongest_links_are_sentences_with_amounts():
    said = texts(opened("beranda"))
    assert "**Medan** berlebih di perdagangan" in said
    assert said.count("berlebih di") == 6


@pytest.mark.parametrize("entry", existing(), ids=lambda entry: entry.stem)
def test_every_page_also_runs_by_itself(entry):
    at = AppTest.from_file(str(entry.path), default_timeout=120).run()
    assert not at.exception
