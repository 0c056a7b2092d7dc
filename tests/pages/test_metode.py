"""The page on methods: every part in both languages, wrong addresses."""

from __future__ import annotations

import pytest
from framed import seen, texts

from data.quality.caveats import CAVEATS
from ui.methods import ENTRIES, sections


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("part", sections.SECTIONS)
def test_every_part(part, language):
    at = seen("metode", language, bagian=part)
    assert at.title


@pytest.mark.parametrize("part", sections.MEASURES)
def test_every_measure_has_formula_and_example(part):
    at = seen("metode", bagian=part, kota="2171")
    count = sum(entry.topic == part for entry in ENTRIES)
    assert len(at.latex) == count
    assert texts(at).count("Contoh.") == texts(at).count("Batasnya.") == count


def test_the_example_is_of_the_chosen_city():
    said = texts(seen("metode", bagian="struktur", kota="1271"))
    assert "Sibolga, pertanian & perikanan: 17,3% dibagi 12,8% di Indonesia = 1,36." in said


def test_the_check_says_what_it_does_not_prove():
    said = texts(seen("metode", bagian="pemeriksaan"))
    assert "sebaik penduduk dan jarak, tidak lebih: 0,89 dibanding 0,89" in said
    assert "pasangan, kebanyakan pangan, ditemukan di berita" in said
    assert "mengikuti besar dan jarak (0,75), bukan komplementaritas" in said


def test_all_remarks_on_the_data():
    said = texts(seen("metode", bagian="catatan"))
    numbers = {each.number for each in CAVEATS}
    assert numbers == set(range(1, len(numbers) + 1))
    for each in CAVEATS:
        assert each.text in said


def test_sources_can_be_searched():
    at = seen("metode", bagian="sumber", cari="Wikipedia")
    assert 0 < len(at.dataframe[0].value) < 100


@pytest.mark.parametrize(("name", "value"), [("bagian", "x"), ("kota", "3578")])
def test_a_wrong_value_gives_a_sentence(name, value):
    at = seen("metode", **{name: value})
    assert any("tidak ada di sini" in str(each.value) for each in at.warning)
