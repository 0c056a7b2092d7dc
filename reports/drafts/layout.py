"""The sheet a draft is written on: A4, the styles of an official letter, blanks in yellow, page numbers."""

from __future__ import annotations

import re

import pandas as pd
from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from wording.escaping import paper as escaping
from wording.formats import MISSING

FONT = "Arial"
BODY, TIGHT, SMALL, CELL = Pt(11), Pt(9.5), Pt(9), Pt(8.5)
INDENT = Cm(0.9)
TEXT_WIDTH_CM = 16.0
UPRIGHT = 3  # rows of a wide table side by side
HEAD_FILL = "E4EFEE"
_WRITTEN_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
LETTER_CM, CELL_PADDING_CM = 0.175, 0.46  # of the type in a cell, bold
_LONGEST_WORD, _WIDEST = 16, 60


def new_paper(title: str, footer: str, *, tight: bool = False) -> Paper:
    """Return an empty A4 sheet with the house's styles, its `title` as property and `footer` on each page.

    `tight`: smaller type and margins, for what has to stand on one page.
    """
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.5)
    upper = Cm(1.3 if tight else 2.2)
    section.top_margin, section.bottom_margin = upper, upper
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, TIGHT if tight else BODY
    fonts = style.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "id-ID")
    style.element.rPr.append(language)
    style.paragraph_format.space_after = Pt(3 if tight else 6)
    style.paragraph_format.line_spacing = 1.0 if tight else 1.15
    paper.core_properties.title = escaping.plain(title, 250)
    paper.core_properties.author = "Sinergi Kota"
    paper.core_properties.language = "id-ID"
    _foot(section.footer.paragraphs[0], footer)
    return paper


def paragraph(paper: Paper, kind: str = "plain") -> Paragraph:
    """Return a new paragraph set as its `kind` asks, see :mod:`reports.drafts.reading`."""
    new = paper.add_paragraph()
    shape = new.paragraph_format
    if kind in ("title", "article", "centred"):
        new.alignment = WD_ALIGN_PARAGRAPH.CENTER
        shape.space_after = Pt(2)
        shape.keep_with_next = kind == "article"
        shape.space_before = Pt(2)
    elif kind in ("chapter", "annex"):
        shape.space_before, shape.keep_with_next = Pt(10), True
        shape.page_break_before = kind == "annex"
    elif kind == "note":
        shape.space_before, shape.keep_with_next = Pt(4), True
    elif kind == "address":
        shape.space_before, shape.space_after = Pt(12), Pt(2)
    elif kind == "right":
        new.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif kind in ("numbered", "item"):
        shape.left_indent, shape.first_line_indent = INDENT, -INDENT
        shape.space_after = Pt(3)
        shape.tab_stops.add_tab_stop(INDENT)
    elif kind == "head":
        shape.tab_stops.add_tab_stop(Cm(2.4))
        shape.tab_stops.add_tab_stop(Cm(2.8))
        shape.left_indent, shape.first_line_indent = Cm(2.8), -Cm(2.8)
        shape.space_after = Pt(0)
    elif kind == "plain":
        new.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return new


def write(target: Paragraph, text: str, *, bold: bool = False, small: bool = False) -> None:
    """Write plain `text`, a line break for each of its own; nothing in it is read as markup."""
    for number, line in enumerate(escaping.plain(text).split("\n")):
        run = target.add_run(line)
        run.bold = bold or None
        if small:
            run.font.size = SMALL
            run.italic = True
            run.font.color.rgb = RGBColor(0x44, 0x4C, 0x4A)
        if _WRITTEN_RIGHT_TO_LEFT.search(line):
            run.font.rtl = True
        if number < text.count("\n"):
            run.add_break()


def blank(target: Paragraph, words: str, *, bold: bool = False) -> None:
    """Write a blank only people can fill: dots and, in brackets, what belongs there; in yellow."""
    run = target.add_run(f"……… ({escaping.plain(words)})")
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    run.bold = bold or None


def table(paper: Paper, frame: pd.DataFrame) -> None:
    """Write `frame` (words) as a table whose head repeats on each page.

    One with more columns than the sheet holds whole words of stands upright: its rows side by side, three at
    a time, a line for each column.
    """
    heads = [str(name) for name in frame.columns]
    rows = [[str(cell) for cell in row] for row in frame.itertuples(index=False)]
    if sum(_least(heads, rows)) <= TEXT_WIDTH_CM:
        _grid(paper, heads, rows)
        return
    for start in range(0, len(rows), UPRIGHT):
        some = rows[start : start + UPRIGHT]
        lines = [[name, *(row[at] for row in some)] for at, name in enumerate(heads) if at]
        kept = [line for line in lines if any(cell not in ("", MISSING) for cell in line[1:])]
        _grid(paper, [heads[0], *(row[0] for row in some)], kept)
        paper.add_paragraph().paragraph_format.space_after = Pt(2)


def _grid(paper: Paper, heads: list[str], rows: list[list[str]]) -> None:
    grid = paper.add_table(rows=1, cols=len(heads))
    grid.style, grid.alignment, grid.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    widths = _widths(heads, rows)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    _fill(grid.rows[0], heads, widths, head=True)
    for row in rows:
        _fill(grid.add_row(), row, widths)


def gap(paper: Paper) -> None:
    """Leave a little room below a table, which has none of its own."""
    shape = paper.add_paragraph().paragraph_format
    shape.space_after, shape.line_spacing = Pt(0), Pt(6)


def signatures(paper: Paper, columns: list[tuple[str, str]]) -> None:
    """Write places to sign side by side, two to a line: (who, below the line)."""
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        grid = paper.add_table(rows=1, cols=2)
        grid.alignment = WD_TABLE_ALIGNMENT.CENTER
        # A single signer signs at the right.
        cells = grid.rows[0].cells if len(pair) == 2 else grid.rows[0].cells[1:]
        for cell, (who, below) in zip(cells, pair, strict=True):
            first = cell.paragraphs[0]
            first.alignment = WD_ALIGN_PARAGRAPH.CENTER
            first.paragraph_format.space_after = Pt(44)
            first.paragraph_format.keep_with_next = True
            write(first, who, bold=True)
            last = cell.add_paragraph()
            last.alignment = WD_ALIGN_PARAGRAPH.CENTER
            blank(last, below)
        _keep_whole(grid.rows[0])
        paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _least(heads: list[str], rows: list[list[str]]) -> list[float]:
    """Width in cm each column needs for its longest word."""
    return [
        min(_longest(name, [row[at] for row in rows]), _LONGEST_WORD) * LETTER_CM + CELL_PADDING_CM
        for at, name in enumerate(heads)
    ]


def _longest(name: str, cells: list[str]) -> int:
    return max((len(word) for text in (name, *cells) for word in text.split()), default=1)


def _widths(heads: list[str], rows: list[list[str]]) -> list[Cm]:
    """Let each column hold its longest word; share what is left by how much its words need."""
    least, wanted = _least(heads, rows), []
    for at, name in enumerate(heads):
        cells = [row[at] for row in rows]
        usual = sorted(map(len, cells))[int(0.8 * (len(cells) - 1))] if cells else 1
        wanted.append(max(0.0, min(usual, _WIDEST) - _longest(name, cells)) + 1.0)
    spare = TEXT_WIDTH_CM - sum(least)
    if spare <= 0:
        return [Cm(TEXT_WIDTH_CM * each / sum(least)) for each in least]
    return [Cm(each + spare * more / sum(wanted)) for each, more in zip(least, wanted, strict=True)]


def _fill(row, words: list[str], widths: list[Cm], *, head: bool = False) -> None:
    for cell, text, width in zip(row.cells, words, widths, strict=True):
        cell.width = width
        first = cell.paragraphs[0]
        first.paragraph_format.space_after = Pt(1)
        first.paragraph_format.line_spacing = 1.0
        run = first.add_run(escaping.plain(text))
        run.font.size, run.bold = CELL, head or None
        if _WRITTEN_RIGHT_TO_LEFT.search(text):
            run.font.rtl = True
        if head:
            shade = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_FILL)):
                shade.set(qn(f"w:{name}"), value)
            cell._tc.get_or_add_tcPr().append(shade)
    _keep_whole(row)
    if head:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _foot(target: Paragraph, text: str) -> None:
    write(target, f"{text} – halaman ", small=True)
    run = target.add_run()
    run.font.size = SMALL
    for kind, code in (("begin", None), (None, "PAGE"), ("end", None)):
        if code:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = code
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)
