"""Read back what the reports wrote."""

from __future__ import annotations

import io

from pptx import Presentation
from pypdf import PdfReader


def deck(content: bytes):
    return Presentation(io.BytesIO(content))


def charts(content: bytes) -> list[list[float]]:
    """Values of every chart of a deck, as its XML holds them."""
    return [
        [float(value) for value in shape.chart.plots[0].series[0].values]
        for slide in deck(content).slides
        for shape in slide.shapes
        if shape.has_chart
    ]


def words(content: bytes) -> str:
    """Every text of a deck: shapes, tables, notes."""
    found = []
    for slide in deck(content).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
        if slide.has_notes_slide:
            found.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(found)


def pages(content: bytes) -> list[str]:
    """Text of every page of a PDF, spaces of any kind as one."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]
