"""Tables as statistics offices publish them: one truth in many shapes."""

from __future__ import annotations

import io

import xlsxwriter

SECTORS = {
    "A": "Pertanian, Kehutanan, dan Perikanan",
    "B": "Pertambangan dan Penggalian",
    "C": "Industri Pengolahan",
    "MN": "Jasa Perusahaan",
    "RSTU": "Jasa Lainnya",
}
WRITTEN = {"MN": "M,N", "RSTU": "R,S,T,U"}
CITIES = {"1271": "Kota Sibolga", "1275": "Kota Medan", "1276": "Kota Binjai"}
YEARS = ("2021", "2022", "2023")
ONCE = {"price_basis": "ADHB", "source_id": "S0021"}


def figure(*key: str) -> float:
    """The figure of a key: whatever shape it stood in, it has to come out beside the same key."""
    return round(
        1000 + sum(ord(letter) * (at + 1) for at, letter in enumerate("|".join(sorted(key)))) % 9000 + 0.25, 2
    )


def merged_book(rows, merges=(), name="Tabel") -> bytes:
    """A workbook with merged cells: (top, left, bottom, right, text), all from 0."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet(name)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                page.write(at, column, value)
    for top, left, bottom, right, text in merges:
        page.merge_range(top, left, bottom, right, text)
    book.close()
    return out.getvalue()


def as_dict(report, *columns: str) -> dict:
    """Key -> figure of what was read."""
    value = next(name for name in ("value_billion_rupiah", "value") if name in report.frame)
    keys = report.frame[list(columns)].astype("str").itertuples(index=False, name=None)
    return dict(zip(keys, report.frame[value], strict=True))
