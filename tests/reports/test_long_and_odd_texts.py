"""Texts as long as anybody can make them, and odd ones: every export is made, cut where it has to be."""

from __future__ import annotations

import io

import docx
import openpyxl
import pptx
import pytest
from pypdf import PdfReader

import data
import reports
from data.versioning.versions import trial
from wording.names import LONGEST_NAME

LONG = "X" * 250
ODD = "\u202eX\x07\x0bY<b>&\n\ud83d"


def renamed(name: str):
    regions = data.load("regions")
    regions.loc[regions["region_code"] == "1275", ["name", "short_name"]] = name
    return regions


def exports():
    yield reports.slides(city="1275")
    yield reports.slides(pair=("1275", "1271"))
    yield reports.slides()
    yield reports.city_brief("1275")
    yield reports.pair_brief("1271", "1275")
    yield reports.workbook("1275")


def texts(content: bytes) -> str:
    if content[:4] == b"%PDF":
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    try:
        deck = pptx.Presentation(io.BytesIO(content))
    except ValueError:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    return "\n".join(
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(LONG, marks=pytest.mark.heavy, id="X"),
        pytest.param("Kota Yang Panjang " * 14, marks=pytest.mark.heavy, id="words"),
        pytest.param(ODD.replace("\ud83d", ""), id="odd"),
    ],
)
def test_any_name_of_a_city_can_be_exported(name):
    with trial(regions=renamed(name)):
        for made in exports():
            said = texts(made)
            assert said
            assert "\u202e" not in said
            if name == LONG and made[:4] != b"%PDF":
                assert "X" * LONGEST_NAME not in said.replace("Kota ", "") or b"xl/" in made


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("products", "product"),
        pytest.param("apps", "app", marks=pytest.mark.heavy),
        pytest.param("needs", "commodity", marks=pytest.mark.heavy),
    ],
)
def test_any_name_of_what_a_city_has_can_be_exported(table, column):
    frame = data.load(table)
    frame[column] = frame[column].str.slice(0, 3) + LONG
    with trial(**{table: frame}):
        assert all(texts(made) for made in exports())


def test_a_draft_takes_any_text():
    from reports.drafts import layout

    paper = layout.new_paper(LONG + ODD, ODD)
    layout.paragraph(paper)
    file = io.BytesIO()
    paper.save(file)
    assert len(docx.Document(io.BytesIO(file.getvalue())).core_properties.title) <= 250
