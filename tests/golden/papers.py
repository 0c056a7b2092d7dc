"""What leaves the application, as plain lines: text and numbers of PPTX, DOCX, XLSX and PDF."""

from __future__ import annotations

import io
from datetime import date

PARTIES_DAY = date(2026, 11, 24)


def deck(content: bytes) -> list[str]:
    from pptx import Presentation

    lines = []
    for number, slide in enumerate(Presentation(io.BytesIO(content)).slides, start=1):
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text:
                lines.append(f"{number} text {shape.text_frame.text!r}")
            if shape.has_table:
                lines += [f"{number} row {[cell.text for cell in row.cells]}" for row in shape.table.rows]
            if shape.has_chart:
                for plot in shape.chart.plots:
                    lines.append(f"{number} categories {list(plot.categories)}")
                    lines += [f"{number} series {each.name} {list(each.values)}" for each in plot.series]
        if slide.has_notes_slide:
            lines.append(f"{number} notes {slide.notes_slide.notes_text_frame.text!r}")
    return lines


def paper(content: bytes) -> list[str]:
    from docx import Document

    read = Document(io.BytesIO(content))
    lines = [each.text for each in read.paragraphs if each.text]
    return lines + [str([cell.text for cell in row.cells]) for table in read.tables for row in table.rows]


def book(content: bytes) -> list[str]:
    from openpyxl import load_workbook

    return [
        f"{sheet.title} {list(row)}"
        for sheet in load_workbook(io.BytesIO(content), read_only=True).worksheets
        for row in sheet.iter_rows(values_only=True)
    ]


def brief(content: bytes) -> list[str]:
    from pypdf import PdfReader

    return [
        f"{number} {' '.join(line.split())}"
        for number, page in enumerate(PdfReader(io.BytesIO(content)).pages, start=1)
        for line in page.extract_text().splitlines()
    ]


def of(city: str | None, pair: tuple[str, str] | None, language: str) -> dict[str, list[str]]:
    """Return the lines of each file made for one city, a pair, or all of Komwil I."""
    import reports

    whose = {"city": city, "pair": pair, "language": language}
    found = {"slides": deck(reports.slides(**whose)), "workbook": book(reports.workbook(**whose))}
    if city:
        found["brief"] = brief(reports.city_brief(city, language=language))
    if pair:
        found["brief"] = brief(reports.pair_brief(*pair, language=language))
        found |= drafts(pair)
    return found


def drafts(pair: tuple[str, str]) -> dict[str, list[str]]:
    """Return the lines of the four drafts for a proposal of a pair with all its evidence."""
    from data.proposals import Proposal
    from findings.cooperation import proposal_evidence
    from reports import drafts

    evidence = tuple(proposal_evidence.freeze(kind, pair, PARTIES_DAY) for kind in proposal_evidence.KINDS)
    proposal = Proposal(
        "Kerja sama",
        pair,
        "keduanya",
        "Alasan.",
        evidence=evidence,
        key="KS-1",
        revision=1,
        created="2026-11-01",
    )
    return {f"draft {kind}": paper(drafts.draft(kind, proposal)) for kind in drafts.KINDS}
