"""Every file made from hostile texts: no link, no formula, no picture comes of them; each opens."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date

import hostile_texts
import openpyxl
import pytest
from pypdf import PdfReader

import data
import reports
from data import store as stores
from data.proposals import Proposal
from data.store import open_store
from findings.cooperation import proposal_evidence
from reports import drafts

PAIR = ("1275", "1271")
SITE = hostile_texts.SITE
FORMULA = '=HYPERLINK("https://jahat.example","klik")'


@pytest.fixture(scope="module", autouse=True)
def hostile(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("hostile") / "s.db") as store:
        hostile_texts.publish(store, names=True)
        awards = store.read("awards")
        awards["note"] = FORMULA
        store.publish("awards", awards, "a", "", store.current("awards"))
        stores.activate(store)
        yield
        stores.activate(None)


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    evidence = tuple(
        proposal_evidence.freeze(kind, PAIR, date(2026, 11, 26)) for kind in proposal_evidence.KINDS
    )
    return Proposal(
        hostile_texts.MARKUP[:200],
        PAIR,
        "keduanya",
        hostile_texts.MARKUP,
        apps=("A025",),
        products=("P001",),
        evidence=evidence,
        contact=hostile_texts.MARKUP,
        key="KS-001",
        revision=1,
        created="2026-11-26",
    )


def no_targets(content: bytes) -> None:
    """Check that no part of an office file points outside or holds a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            part = parts.read(name).decode("utf-8", "replace")
            if name.endswith(".rels"):
                assert SITE not in part, name
                assert 'TargetMode="External"' not in part or "go.id" in part, name
            assert not re.search(r"<(f|w:fldSimple|w:instrText)\b[^>]*>[^<]*HYPERLINK", part), name


MADE = {
    "slides of a city": lambda: reports.slides(city="1275"),
    "slides of a pair": lambda: reports.slides(pair=PAIR),
    "slides of all": reports.slides,
    "book of a pair": lambda: reports.workbook(pair=PAIR),
    "book of all": reports.workbook,
}


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_office_files_point_nowhere(make):
    no_targets(make())


@pytest.fixture(scope="module")
def book_of_a_city(hostile) -> bytes:
    return reports.workbook(city="1275")


def test_a_workbook_points_nowhere(book_of_a_city):
    no_targets(book_of_a_city)


def test_a_workbook_runs_nothing(book_of_a_city):
    book = openpyxl.load_workbook(io.BytesIO(book_of_a_city))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                assert cell.hyperlink is None or SITE not in (cell.hyperlink.target or ""), cell.coordinate


@pytest.mark.parametrize("kind", drafts.KINDS)
def test_drafts_point_nowhere(kind, proposal):
    content = drafts.draft(kind, proposal)
    no_targets(content)
    # The TPID sheet is made of the data: no free text of a proposal stands on it.
    written = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode().lower()
    assert (SITE in written) == (kind != "tpid")


@pytest.mark.parametrize("make", [lambda: reports.city_brief("1275"), lambda: reports.pair_brief(*PAIR)])
def test_briefs_link_nowhere(make):
    for page in PdfReader(io.BytesIO(make())).pages:
        for each in page.get("/Annots") or ():
            action = each.get_object().get("/A", {})
            assert SITE not in str(action.get("/URI", ""))


@pytest.mark.parametrize("table", ["awards", "apps", "products", "needs", "cooperation", "sources"])
@pytest.mark.parametrize("indonesian", [True, False])
def test_a_csv_holds_no_formula(table, indonesian):
    from wording import export

    content = export.csv_bytes(data.load(table), indonesian=indonesian).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(content), delimiter=";" if indonesian else ","):
        assert not [cell for cell in row if cell[:1] in "=+@\t\r" and cell]
