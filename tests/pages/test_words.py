"""Words of a city hall on every page: no jargon, no broken Bahasa, numbers as they are written here."""

from __future__ import annotations

import re

import pytest
from asked import PARTS
from screens import show

import data
from data import store
from data.schema import label
from data.versioning import versions
from ui.pages import ENTRIES
from wording.phrases import lower_first


@pytest.fixture(autouse=True)
def store_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", str(tmp_path / "kosong.db"))
    yield
    opened = store.active()
    store.activate(None)
    if opened is not None:
        opened.close()


ANALYSTS = {"metode"}  # formulas and their names stand there
DICTIONARY = "unduh"  # so does the data dictionary, with the names of columns as they are
STANDING_TERMS = re.compile(r"smart city", re.IGNORECASE)  # the programme's own name, in texts of the data
# Each a class of what pages have said: what it matches, and what to say instead.
NOT_HERE = {
    r"\bLQ\b|location quotient": "kekhasan, atau berapa kali porsi pembanding",
    r"\b[Ss]kor\b(?! 0)": "nilai",
    r"[Kk]rugman|[Ff]inger|[Kk]orelasi|[Ss]urplus sektor|[Dd]efisit sektor": "kata biasa",
    r"sektor basis": "sektor yang menonjol",
    r"pembelian antara\b": "pembelian antarusaha",
    r"terberita": "diberitakan",
    r"lintang belum|hasil informasi": "letak di peta; jasa informasi",
    r"\b[Aa]mbigu\b|\batau hub\b|sebagai hub\b|bertanda hub\b": "belum jelas; simpul dagang",
    r"\bSlide\b": "salindia",
    r"layak ditiru": "layak direplikasi",
    r"\buMKM|\bpDRB|\bsPBE|\biPM\b|\baPBD|\bbPS\b": "singkatan tetap huruf besar",
    r"\b[Ee]disi (data )?\d+(?! \(\d)": "edisi dengan tanggalnya",
}
# What only people who read English understand; names of things and of sources aside.
ENGLISH = r"\b(the|and|with|from|upload|download|select|score|city|cities|share of|per cent|not found)\b"
SAID = re.compile(
    r"\.(body|label|content|placeholder|help|alt|altText|displayValues|options)(\[\d+\])? "
    r"|^(expander|popover) "
)
OF_SOURCES = re.compile(
    r"Sumber:|Rujukan:|Natural Earth|salinan|https?:|Buka sumber|github|data:image|\.queryString"
)


def said(page: str, address: dict[str, str]) -> list[str]:
    """Every line of a page that a reader reads, without the titles of sources."""
    lines = [line.strip().replace("\\", "") for line in show(page, "id", address)]
    return [line for line in lines if SAID.search(line) and not OF_SOURCES.search(line)]


def views() -> list:
    for_all = [pytest.param(each.stem, {}, id=each.stem) for each in ENTRIES]
    return for_all + [
        pytest.param(page, {name: code}, id=f"{page}-{code}", marks=pytest.mark.heavy)
        for page, (name, parts) in PARTS.items()
        for code in parts
    ]


@pytest.mark.parametrize(("page", "address"), views())
def test_pages_speak_as_a_city_hall_does(page: str, address: dict[str, str]):
    lines = said(page, address)
    assert len(lines) > 10
    for_analysts = page in ANALYSTS or DICTIONARY in address.values()
    wrong = {
        (what, line[:200])
        for pattern, what in NOT_HERE.items()
        for line in lines
        if not for_analysts and re.search(pattern, line)
    }
    assert not wrong
    lines = [STANDING_TERMS.sub("", line) for line in lines]
    assert not [line for line in lines if re.search(ENGLISH, line) and "{" not in line]


def test_abbreviations_stay_upper_case_inside_a_sentence():
    assert lower_first("UMKM dan pasar") == "UMKM dan pasar"
    assert lower_first("Informasi & komunikasi") == "informasi & komunikasi"
    codes = {kind: data.load(kind) for kind in ("sectors",)}["sectors"]["sector"]
    for code in codes:
        word = lower_first(label("sector", code))
        assert not re.match(r"[a-z][A-Z]", word), word


def test_no_edition_without_its_day():
    lines = said("data", {"bagian": "riwayat"})
    number = str(versions.latest_edition())
    assert any(f"edisi {number} (" in line for line in lines)
