"""Parts of cards: every text escaped, sources numbered once, nothing known drawn as nothing."""

from __future__ import annotations

import pytest

import data
import i18n
from data import load
from data.versioning import versions
from findings import deals
from findings.deals.records import WITH_PARTNER
from ui.cards import deal, icons, parts

EVIL = "<script>alert(1)</script>\"'&"


@pytest.mark.parametrize(
    "made",
    [
        parts.light(EVIL, ["yes", "no"], EVIL),
        parts.bar(EVIL, EVIL, 0.5),
        parts.price_line(EVIL, (EVIL, EVIL, 1.0), (EVIL, EVIL, 2.0)),
        parts.chips([("yes", EVIL, "")]),
        parts.sentence(EVIL, EVIL),
    ],
)
def test_no_text_becomes_html(made):
    assert "<script" not in made
    assert "&lt;script&gt;" in made


def test_sources_are_numbered_in_the_order_cited_and_listed_once():
    ids = list(load("sources")["source_id"][:3])
    numbers = parts.Numbers()
    assert 'href="#sumber-1">1<' in numbers.marks([ids[2]])
    assert numbers.of([ids[0], ids[2], "", ids[0]]) == [1, 2]
    assert numbers.marks([]) == ""
    assert numbers.listed().count("<li") == len(numbers) == 2


def test_what_is_not_known_is_an_outline_not_an_empty_bar():
    assert "belum" in parts.bar("Pasokan", "belum terdata", None)
    assert "width" not in parts.bar("Pasokan", "belum terdata", None)
    assert "width:100.0%" in parts.bar("Pasokan", "9 ton", 7.0)


@pytest.mark.parametrize(
    ("supplier", "buyer", "first"), [(10.0, 20.0, "Sini"), (20.0, 10.0, "Sana"), (10.0, 10.0, "Sini")]
)
def test_the_cheaper_end_stands_left(supplier, buyer, first):
    made = parts.price_line("Harga", ("Sini", "a", supplier), ("Sana", "b", buyer))
    other = {"Sini": "Sana", "Sana": "Sini"}[first]
    assert made.index(first) < made.index(other)


def test_each_square_of_the_light_is_an_evidence():
    made = parts.light("kuat", ["unknown", "yes", "no", "yes"], "2 dari 4")
    assert made.count("<i") == 4
    assert made.index('class="yes"') < made.index('class="unknown"') < made.index('class="no"')


@pytest.mark.parametrize(
    ("good", "kind"),
    [
        ("cabai_merah", "cabai"),
        ("ikan_laut_segar", "ikan"),
        ("telur_ayam_ras", "telur"),
        ("keumamah", "lain"),
    ],
)
def test_a_good_has_its_pictogram(good, kind):
    assert icons.kind_of(good) == kind
    assert icons.good(good).startswith("<img")


def test_every_trade_good_with_water_is_a_fish():
    foods = load("foods").dropna(subset=["trade_good"])
    for code in foods.loc[foods["water"].notna(), "trade_good"].unique():
        assert icons.kind_of(code) == "ikan", code


calls: list[str] = []


def line(numbers: parts.Numbers, name: str, source: str) -> str:
    calls.append(name)
    return f"{name} {len(load('sources'))} {i18n.language()}{numbers.marks([source])}"


def test_what_is_told_once_is_numbered_by_what_was_cited_before():
    calls.clear()
    first, second = load("sources")["source_id"][:2]
    alone, after = parts.Numbers(), parts.Numbers([second])
    assert ">1<" in parts.told(line, alone, "satu", first)
    assert ">2<" in parts.told(line, after, "satu", first)
    assert after.cited() == (second, first)
    again = parts.Numbers()
    assert parts.told(line, again, "satu", first) == parts.told(line, parts.Numbers(), "satu", first)
    assert again.cited() == (first,) and calls == ["satu", "satu"]


def test_what_is_told_once_is_told_anew_in_another_language_and_of_other_tables():
    source = load("sources")["source_id"].iloc[0]
    said = [parts.told(line, parts.Numbers(), "dua", source)]
    with i18n.using("en"):
        said.append(parts.told(line, parts.Numbers(), "dua", source))
    with versions.trial(sources=load("sources").head(3)):
        said.append(parts.told(line, parts.Numbers(), "dua", source))
    assert [each.split("<")[0] for each in said] == [
        f"dua {len(load('sources'))} id",
        f"dua {len(load('sources'))} en",
        "dua 3 id",
    ]


def test_two_prices_are_said_to_differ_in_direction_only_where_they_do():
    """Langsa's chili is cheaper at the supplier by both sources, once by less than 5%."""
    ways = set()
    for city in data.cities().index:
        for card in deals.cards(city).all:
            prices = card.deal.prices if card.form in WITH_PARTNER else ()
            if len(prices) < 2:
                continue
            said = deal.html(card, parts.Numbers())
            opposite = len({each.supplier > each.buyer for each in prices}) > 1
            ways.add(opposite)
            assert ("berbeda arah" in said) == opposite
            assert ("searah" in said) != opposite
    assert ways == {True, False}
