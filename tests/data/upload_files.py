"""Make files as people make them, and say what the checker found in them."""

from __future__ import annotations

import csv
import io

import pandas as pd
import xlsxwriter

from data import load
from data.validation import Report, check

INDICATORS = ["region_code", "indicator", "year", "value", "unit", "source_id", "note"]
GRDP = ["region_code", "period", "price_basis", "sector", "value_billion_rupiah", "source_id"]
TOTALS = ["region_code", "period", "price_basis", "value_billion_rupiah", "source_id"]


def csv_file(rows, separator=",", encoding="utf-8", end="\r\n") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_file(rows, sheet="Data", more=(), formats=None) -> bytes:
    """A workbook: texts stay texts, numbers numbers; `formats` (row, column) -> number format."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": True, "default_date_format": "yyyy-mm-dd"}
    )
    for name, cells in [(sheet, rows), *more]:
        page = book.add_worksheet(name)
        for at, row in enumerate(cells):
            for column, value in enumerate(row):
                form = (
                    book.add_format({"num_format": formats[at, column]})
                    if formats and (at, column) in formats
                    else None
                )
                if value is not None:
                    page.write(at, column, value, form)
    book.close()
    return out.getvalue()


def indicator(value="4.1", region="1371", **cells) -> list:
    """A row of ``indicators``; by itself poverty in Padang, whose code is the same in both schemes."""
    row = {"region_code": region, "indicator": "poverty_pct", "year": "2025", "value": value}
    row |= {"unit": "persen", "source_id": "S0055", "note": ""} | cells
    return [row[column] for column in INDICATORS]


def indicators(*rows, **choices) -> Report:
    return check(csv_file([INDICATORS, *rows]), "indikator.csv", "indicators", **choices)


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.found]


def told(report: Report, *fields: str) -> list[tuple]:
    """The problems as tuples of `fields`."""
    return [tuple(getattr(problem, field) for field in fields) for problem in report.found]


def shipped_row(table: str, at: int = 0, **changed) -> dict:
    """A row of a shipped table as texts, absent values empty."""
    row = load(table).iloc[at]
    return {column: "" if pd.isna(value) else str(value) for column, value in row.items()} | changed
