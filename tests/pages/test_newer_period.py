"""A newer quarter, year and survey are published: no sentence speaks of the old ones as the latest."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from framed import opened, texts

import data
import reports
from data import store
from data.store import open_store
from tests.reports.reading import words
from ui.methods.sections import SECTIONS

OLD, NEW = "2026Q1", "2026Q3"
OF_BEFORE = re.compile(
    r"\b[Tt]riwulan I 2026|\b[Qq]uarter I 2026|first quarter of 2026|Susenas(?: Maret)? 2025|2025 Susenas"
)
VIEWS = [
    ("beranda", {}),
    ("profil", {"kota": "1271", "bagian": "struktur"}),
    ("profil", {"kota": "1271", "bagian": "mitra"}),
    ("profil", {"kota": "1271", "bagian": "pertumbuhan"}),
    ("profil", {"kota": "1271", "bagian": "pangan"}),
    ("banding", {}),
    ("komplementaritas", {}),
    ("mitra", {"kota": "1271"}),
    *(("metode", {"bagian": part}) for part in SECTIONS if part not in ("indikator", "sumber")),
    ("pangan", {}),
    ("pangan", {"kota": "1275"}),
    ("dampak", {}),
    ("peta", {}),
    ("presentasi", {"kota": "1271"}),
]


@pytest.fixture(scope="module", autouse=True)
def newer(tmp_path_factory):
    """Publish the sectors of one quarter, the totals and the survey as those of later ones."""
    kept = open_store(tmp_path_factory.mktemp("newer") / "simpanan.db")
    sectors = data.load("grdp_sectors")
    later = sectors[sectors["period"] == OLD].assign(period=NEW)
    totals = data.load("grdp_totals")
    newest = max(period for period in totals["period"] if period.isdecimal())
    next_year = totals[totals["period"] == newest].assign(period=str(int(newest) + 1))
    spending = data.load("household_spending")
    quantities = data.load("food_quantities")
    changed = {
        "grdp_sectors": [sectors, later],
        "grdp_totals": [totals, next_year],
        "household_spending": [spending.assign(year=spending["year"] + 1)],
        "food_quantities": [quantities.assign(year=quantities["year"] + 1)],
    }
    store.activate(kept)
    for table, parts in changed.items():
        content = pd.concat(parts, ignore_index=True)
        kept.publish(table, content, author="uji", note="periode baru", parent=kept.current(table))
    yield
    store.activate(None)
    kept.close()


def test_the_latest_is_looked_up():
    assert data.latest_quarter() == NEW
    assert data.sectors_matrix().equals(data.sectors_matrix(NEW))
    year = data.latest_year(komwil="I")
    assert (year, data.year_status(year)) == ("2026", "very_preliminary")
    assert data.unsettled_years() == ("2025", "2026")
    assert data.final_year() == "2023"  # the final series at constant prices did not grow


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("page", "address"), VIEWS)
def test_no_sentence_is_left_behind(page, address, language):
    at = opened(page, language, **address)
    said = texts(at) + "\n".join(str(each.label) for each in at.metric)
    left = [line for line in said.splitlines() if _old(line)]
    assert not left


def _old(line: str) -> bool:
    return bool(OF_BEFORE.search(line))


def test_slides_and_home_say_the_same_year():
    slides = words(reports.slides())
    assert "2026, sangat sementara" in slides
    assert "Triwulan I 2026" not in slides
    assert any("2026" in str(each.label) for each in opened("beranda").metric)
