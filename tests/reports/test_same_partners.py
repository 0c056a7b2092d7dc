"""Page, slides, workbook and the check before publishing name the same partners of a city."""

from __future__ import annotations

import pytest

import data
import reports
from findings import city_profile, impact, partners, story
from tests.reports.reading import words
from wording import reasons
from wording.names import city_name

OF_BOTH = ["1275", "1271", "2171", *data.cities("II").index]


@pytest.mark.parametrize("city", OF_BOTH)
def test_first_partners_are_the_same_everywhere(city):
    asked = partners.default_choices(city)
    page = list(partners.ranking(city, asked).dropna(subset="score")["partner"].head(impact.TOP_PARTNERS))
    assert asked.scope == ("komwil_1" if data.cities().at[city, "komwil"] == "I" else "anggota")
    assert list(story.partners(city)["partner"]) == page
    assert list(impact.top_partners()[city]) == page
    sheet = reports.table("mitra", city=city)
    assert list(sheet["Mitra"].head(5) if "Mitra" in sheet else sheet.iloc[:5, 1]) in (
        page,
        [city_name(code) for code in page],
    )


@pytest.mark.parametrize("city", ["1275", "1872"])
def test_the_slide_names_the_goods_of_the_card(city):
    said = words(reports.slides(city=city, kinds=["mitra"]))
    for row in story.partners(city).itertuples():
        assert city_name(row.partner) in said
        for ours in (True, False):
            for goods in reasons.goods_offered(row.reasons, ours=ours)[:1]:
                assert goods[:20] in said


def test_profile_starts_from_the_same_candidates():
    metro = city_profile.partners("1872")["partner"]
    assert set(metro) <= set(partners.candidates("1872", partners.default_choices("1872")))
