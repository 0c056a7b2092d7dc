"""The workbook: the frames behind a story as typed sheets, with sources, caveats, versions and code lists."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import xlsxwriter

from findings import story
from i18n import _
from reports.book import sheets
from reports.book.sheets import Sheet
from reports.telling.narration import subject_name
from wording import formats, theme
from wording.export import neutralise
from wording.phrases import version_line

WIDEST, NARROWEST = 60, 9
FILTER_BUTTON, LINE_HEIGHT = 4, 15.75
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def build(subject: story.Subject, edition: int) -> bytes:
    """Return the workbook of `subject` at `edition`."""
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, OPTIONS)
    made = datetime.now(UTC).replace(tzinfo=None)
    book.set_properties({"title": subject_name(subject), "author": "Sinergi Kota", "created": made})
    figures = list(sheets.sheets(subject))
    used = list(dict.fromkeys(code for sheet in figures for code in sheet.sources))
    appendix = list(sheets.appendix(used, edition))
    for sheet in (_about(subject, edition, [*figures, *appendix]), *figures, *appendix):
        _write(book, sheet)
    book.close()
    return kept.getvalue()


def _about(subject: story.Subject, edition: int, sheets: list[Sheet]) -> Sheet:
    """The first sheet: whose figures, which data, what each sheet holds."""
    rows = [
        (_("Isi"), subject_name(subject)),
        (_("Data"), version_line(edition)),
        (_("Dibuat"), formats.day(datetime.now(UTC).date())),
        (_("Pembaca"), _("Sel kosong berarti belum terdata, bukan nol.")),
        *((sheet.name, _about_rows(sheet)) for sheet in sheets),
    ]
    return Sheet(_("Tentang"), pd.DataFrame(rows, columns=[_("Lembar"), _("Keterangan")]))


def _about_rows(sheet: Sheet) -> str:
    said = _("{count} baris.").format(count=formats.number(len(sheet.frame)))
    return f"{said} {sheet.about}".strip()


def _write(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name[:31])
    head = book.add_format(
        {
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": theme.ACCENT,
            "text_wrap": True,
            "valign": "vcenter",
        }
    )
    frame, lines = neutralise(sheet.frame), 1
    for position, column in enumerate(frame.columns):
        told = sheets.heading(column)
        page.write_string(0, position, told, head)
        written = book.add_format({"num_format": sheet.numbers[column]}) if column in sheet.numbers else None
        cells = frame.iloc[:, position]
        for row, value in enumerate(cells, start=1):
            _cell(page, row, position, value, written)
        longest = max((len(str(value)) for value in cells.dropna().head(200)), default=0)
        # A heading breaks between its words only, and leaves room for the button of the filter.
        word = max(map(len, told.split()), default=0) + FILTER_BUTTON
        width = min(max(longest + 2, word, len(told) // 2 + 2, NARROWEST), WIDEST)
        page.set_column(position, position, width)
        lines = max(lines, _lines(told, width - FILTER_BUTTON))
    page.set_row(0, LINE_HEIGHT * lines + 3)
    page.freeze_panes(1, 0)
    if len(frame):
        page.autofilter(0, 0, len(frame), frame.shape[1] - 1)


def _lines(text: str, width: int) -> int:
    """Count the lines a heading takes in a column of `width` signs."""
    lines, room = 1, width
    for word in text.split():
        if len(word) > room and room < width:
            lines, room = lines + 1, width
        room -= len(word) + 1
    return lines


def _cell(page, row: int, column: int, value: object, written) -> None:
    """Write one value as what it is; a missing one stays an empty cell."""
    if isinstance(value, bool | np.bool_):
        page.write_boolean(row, column, bool(value))
    elif value is pd.NA or formats.is_missing(value):
        page.write_blank(row, column, None)
    elif isinstance(value, int | float | np.integer | np.floating):
        page.write_number(row, column, float(value), written)
    else:
        page.write_string(row, column, str(value))
