"""Files to fill and to take away: templates, current data, data dictionary."""

from __future__ import annotations

import csv
import io
import re

import numpy as np
import pandas as pd
import xlsxwriter

from data import schema
from data.errors import UnknownTable
from data.loading import load
from data.schema import TABLES, Column, Table
from i18n import N_, _, decimal_comma, language

SEPARATOR, DECIMAL = ";", ","
REGION_NAME = "nama_wilayah"
DANGEROUS = re.compile(r"^[=+\-@\t\r]")

KINDS = {
    "text": N_("teks"),
    "code": N_("kode"),
    "number": N_("angka"),
    "whole": N_("bilangan bulat"),
    "year": N_("tahun"),
    "period": N_("tahun atau triwulan"),
    "date": N_("tanggal"),
}


def _table(name: str) -> Table:
    if name not in TABLES:
        raise UnknownTable(name, TABLES)
    return TABLES[name]


def neutralise(text: str) -> str:
    """Return `text` so that a spreadsheet does not run it: an apostrophe before = + - @, tab and return."""
    return f"'{text}" if DANGEROUS.match(text) else text


def number_text(value: float, decimal: str = DECIMAL) -> str:
    """Return a number in full, without thousand marks or exponent, in the shortest form that reads back."""
    if float(value).is_integer() and abs(value) < 2**53:
        return str(int(value))
    return np.format_float_positional(float(value), trim="-").replace(".", decimal)


def to_csv(frame: pd.DataFrame, separator: str = SEPARATOR, decimal: str = DECIMAL) -> bytes:
    """Return a frame as CSV that opens rightly in an Indonesian Excel.

    UTF-8 with byte-order mark, semicolons, decimal commas, no thousand marks; absent values are empty.
    Text that looks like a formula is neutralised, numbers are not touched.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow([neutralise(str(column)) for column in frame.columns])
    columns = [_cells(frame.iloc[:, at], decimal) for at in range(frame.shape[1])]
    writer.writerows(zip(*columns, strict=True))
    return "\ufeff".encode() + text.getvalue().encode()


def _cells(values: pd.Series, decimal: str) -> list[str]:
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        return ["" if pd.isna(value) else number_text(value, decimal) for value in values]
    return ["" if pd.isna(value) else neutralise(str(value)) for value in values]


def with_names(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with the region's name beside its code, where the table does not hold it.

    The name is not read back; it proves which region a code means.
    """
    region = _table(table).region_column
    if region is None or table == "regions" or any(column.named_by for column in _table(table).columns):
        return frame
    names = load("regions").set_index("region_code")["name"]
    frame = frame.copy()
    frame.insert(frame.columns.get_loc(region) + 1, REGION_NAME, frame[region].map(names))
    return frame


def _example(table: str, column: Column) -> str:
    # It cites a source the table itself cites, never a real one of something else.
    if column.refers != "sources.source_id" or not column.example:
        return column.example
    cited = load(table)[column.name].dropna()
    return column.example if cited.empty or (cited == column.example).any() else str(cited.iloc[0])


def _example_frame(table: str) -> pd.DataFrame:
    columns = {}
    for column in _table(table).columns:
        value = _example(table, column)
        if column.numeric and value:
            columns[column.name] = pd.array([float(value)], dtype="float64")
        else:
            columns[column.name] = pd.array([value or None], dtype="str")
    return with_names(table, pd.DataFrame(columns))


def template_csv(table: str) -> bytes:
    """Return a template to fill: the headings and one example row, which has to be replaced."""
    return to_csv(_example_frame(table))


def template_xlsx(table: str) -> bytes:
    """Return a template to fill as a workbook: headings with an example row, code lists, dictionary."""
    return _workbook(table, _example_frame(table))


def current_csv(table: str, version: int | None = None, region: str | None = None) -> bytes:
    """Return the data in force, or of a version, as CSV; of one region where one is named."""
    return to_csv(with_names(table, _current(table, version, region)))


def current_xlsx(table: str, version: int | None = None, region: str | None = None) -> bytes:
    """Return the data in force, or of a version, as a workbook with code lists and dictionary."""
    return _workbook(table, with_names(table, _current(table, version, region)))


def _current(table: str, version: int | None, region: str | None) -> pd.DataFrame:
    column, frame = _table(table).region_column, load(table, version)
    return frame[frame[column] == region] if region and column else frame


def dictionary(table: str) -> pd.DataFrame:
    """Return what each column of a table means, in the language in force, one row a column."""
    found = _table(table)
    rows = [_described(column, column.name in found.key) for column in found.columns]
    headings = (
        _("kolom"), _("nama"), _("jenis"), _("satuan"), _("wajib diisi"), _("kunci"), _("isi yang diterima"),
        _("merujuk ke"), _("penjelasan"), _("contoh"),
    )  # fmt: skip
    return pd.DataFrame(rows, columns=list(headings), dtype="str")


def _described(column: Column, in_key: bool) -> tuple[str, ...]:
    kind = KINDS[column.kind]
    yes, no = _("ya"), _("tidak")
    allowed = (
        ", ".join(schema.codes(column.codes)[:40]) if column.closed and column.codes != "commodity" else ""
    )
    lowest, highest = (column.least, column.most) if column.least is not None else (column.low, column.high)
    bounds = [
        number_text(bound, "," if decimal_comma() else ".")
        for bound in (lowest, highest)
        if bound is not None
    ]
    return (
        column.name,
        column.label.in_(language()),
        _(kind),
        schema.label("unit", column.unit) if column.unit else "",
        yes if column.required else no,
        yes if in_key else no,
        allowed or (" … ".join(bounds) if column.numeric else ""),
        column.refers,
        column.description.in_(language()),
        column.example,
    )


def code_lists(table: str) -> pd.DataFrame:
    """Return every code the columns of a table accept: column, code, label in the language in force."""
    rows: list[tuple[str, str, str]] = []
    for column in _table(table).columns:
        if column.refers == "regions.region_code":
            regions = load("regions")
            rows += [(column.name, row.region_code, row.name) for row in regions.itertuples()]
        elif column.codes:
            rows += [
                (column.name, code, schema.label(column.codes, code)) for code in schema.codes(column.codes)
            ]
    if table == "indicators":
        rows = [
            (column, code, f"{label} ({schema.INDICATORS[code].unit})" if column == "indicator" else label)
            for column, code, label in rows
        ]
    return pd.DataFrame(rows, columns=[_("kolom"), _("kode"), _("arti")], dtype="str")


def _workbook(table: str, frame: pd.DataFrame) -> bytes:
    found = _table(table)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "nan_inf_to_errors": False,
        },
    )
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    as_text = book.add_format({"num_format": "@"})
    as_number = book.add_format({"num_format": "0.############"})
    sheet = book.add_worksheet(table[:31])
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(frame.columns):
        numeric = name in found.names and found[name].numeric
        # Columns of text keep what is typed into them: 00 stays 00, 2026Q1 no date.
        sheet.set_column(at, at, 14 if numeric else 20, as_number if numeric else as_text)
        sheet.write_string(0, at, name, bold)
        if name in found.names:
            sheet.write_comment(0, at, found[name].description.in_(language()))
        _write(sheet, frame[name], at, numeric, as_number if numeric else as_text)
    _write_table(book, _("Kode"), code_lists(table), bold, as_text)
    _write_table(book, _("Kamus"), dictionary(table), bold, as_text)
    book.close()
    return out.getvalue()


def _write(sheet, values: pd.Series, at: int, numeric: bool, form) -> None:
    for row, value in enumerate(values, start=1):
        if pd.isna(value):
            continue
        if numeric:
            sheet.write_number(row, at, float(value), form)
        else:
            sheet.write_string(row, at, neutralise(str(value)), form)


def _write_table(book, name: str, frame: pd.DataFrame, bold, as_text) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(frame.columns) - 1, 24, as_text)
    for at, column in enumerate(frame.columns):
        sheet.write_string(0, at, column, bold)
        for row, value in enumerate(frame.iloc[:, at], start=1):
            sheet.write_string(row, at, neutralise(value), as_text)
