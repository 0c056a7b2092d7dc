"""Bad and odd files by family: what people, spreadsheets and attackers send."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from upload_files import INDICATORS, csv_file, indicator, xlsx_file

HEAD = csv_file([INDICATORS])
GOOD = csv_file([INDICATORS, indicator()])
BOOK = xlsx_file([INDICATORS, indicator()])


def repacked(changes: dict[str, bytes | None], extra: dict[str, bytes] | None = None) -> bytes:
    """The workbook with parts replaced (None: left out) or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = changes.get(part.filename, old.read(part.filename))
            if content is not None:
                new.writestr(part.filename, content)
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def part(name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(BOOK)).read(name)


SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def not_tables() -> Iterator[tuple[str, bytes]]:
    yield "empty", b""
    yield "blank", b" \r\n\t\r\n "
    yield "only BOM", b"\xef\xbb\xbf"
    yield "only UTF-16 BOM", b"\xff\xfe"
    yield "one byte", b"a"
    yield "zeros", b"\x00" * 1000
    yield "all bytes", bytes(range(256)) * 20
    yield "pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
    yield "png", b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    yield "jpeg", b"\xff\xd8\xff\xe0" + bytes(range(256))
    yield "gzip", b"\x1f\x8b\x08\x00" + bytes(50)
    yield "old excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    yield "rtf", b"{\\rtf1 halo}"
    yield "html", b"<!DOCTYPE html><html><table><tr><td>region_code</td></tr></table></html>"
    yield "html saved as xls", b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table></table>"
    yield "xml", b"<?xml version='1.0'?><Workbook/>"
    yield "json", b'[{"region_code": "1371", "indicator": "poverty_pct"}]'
    yield "sql", b"INSERT INTO indicators VALUES ('1371');"
    yield "prose", b"Dengan hormat, bersama ini kami sampaikan data kemiskinan."
    yield "python", b"import os\nos.system('rm -rf /')\n"
    yield "headings only", HEAD
    yield "headings and blank lines", HEAD + b"\r\n\r\n,,,,,,\r\n"
    yield "six megabytes", HEAD + b"x" * (6 * 1024 * 1024)
    yield "one long line", b"a" * 4_000_000
    yield "one long cell", HEAD + b"1371,poverty_pct,2025,4,persen,S0055," + b"x" * 200_000
    yield "half a multibyte letter", GOOD[:-2] + b"\xc3"
    yield "lone surrogate in UTF-16", "region_code;indicator\n".encode("utf-16-le") + b"\x00\xd8\x00\xd8"
    yield "odd number of UTF-16 bytes", b"\xff\xfe" + "region_code".encode("utf-16-le") + b"a"
    yield "UTF-32", GOOD.decode().encode("utf-32")
    yield "UTF-7 like", b"+AHIAZQBnAGkAbwBu-"
    yield "EBCDIC", GOOD.decode().encode("cp037")


def broken_text() -> Iterator[tuple[str, bytes]]:
    row = b"1371,poverty_pct,2025,4,persen,S0055,"
    yield "open quote", HEAD + b'1371,"poverty_pct,2025,4,persen,S0055,\r\n'
    yield "open quote at the end", HEAD + row + b'"'
    yield "quote within", HEAD + row + b'a"b"c\r\n'
    yield "text after quote", HEAD + row + b'"a"b\r\n'
    yield "sixty open quotes", HEAD + b'1371,"x\r\n' * 61
    yield "quotes only", HEAD + b'"""""""""\r\n'
    yield "backslash quotes", HEAD + row + b'"a \\" b"\r\n'
    yield "mixed ends of line", HEAD + row + b"\r" + row.replace(b"2025", b"2024") + b"\n"
    yield "separator at the end", HEAD + row + b",,,,\r\n"
    yield "one cell more", HEAD + row + b",x\r\n"
    yield "one cell only", HEAD + b"1371\r\n"
    yield "decimal comma unquoted", HEAD + b"1371,poverty_pct,2025,4,1,persen,S0055\r\n"
    yield "two separators", HEAD + b"1371;poverty_pct;2025;4;persen;S0055;\r\n"
    yield "headings twice", HEAD + HEAD + row + b"\r\n"
    yield "total row", HEAD + row + b"\r\nJumlah,,,4,,,\r\n"
    yield "footnote", HEAD + row + b"\r\nSumber: BPS,,,,,,\r\n"
    yield "null byte", HEAD + row + b"a\x00b\r\n"
    yield "bell", HEAD + row + b"a\x07b\r\n"
    yield "escape sequence", HEAD + row + b"\x1b[31mmerah\r\n"
    yield "right to left", HEAD + row + "\u202emoc.live\u202c\r\n".encode()
    yield "zero width", HEAD + "1371\u200b,poverty_pct,2025,4,persen,S0055,\r\n".encode()
    yield "no-break blanks", HEAD + "\u00a01371\u00a0,poverty_pct,2025,\u00a04,persen,S0055,\r\n".encode()
    yield "form feed", HEAD + row + b"\x0c\r\n"
    yield "byte-order mark within", HEAD + "\ufeff1371,poverty_pct,2025,4,persen,S0055,\r\n".encode()
    yield "seventy columns", b",".join(b"c%d" % at for at in range(70)) + b"\r\n" + HEAD
    yield "seventy filled cells", HEAD + b",".join([b"1"] * 70) + b"\r\n"
    yield "ten thousand commas", HEAD + b"," * 10_000 + b"\r\n"
    yield "no headings", b"1371,poverty_pct,2025,4,persen,S0055,\r\n"
    yield "headings on line thirty", b"judul,,\r\n" * 30 + GOOD
    yield "same heading twice", csv_file([[*INDICATORS[:6], "value"], indicator()])
    yield "empty headings", csv_file([["", *INDICATORS[1:]], indicator()])
    yield "headings in upper case", csv_file([[name.upper() for name in INDICATORS], indicator()])
    yield "formula heading", csv_file([["=cmd|' /C calc'!A0", *INDICATORS], ["", *indicator()]])
    yield "script heading", csv_file([["<script>alert(1)</script>", *INDICATORS], ["", *indicator()]])
    yield "braces in heading", csv_file([["{0.__class__}", *INDICATORS], ["{x}", *indicator()]])
    yield "braces in a cell", HEAD + b"{region},{0},{year!r},{},{:>99999999},%s,{note}\r\n"
    yield "only separators", b";;;;\r\n;;;;\r\n"
    yield "sep line alone", b"sep=;\r\n"
    yield "sep line of another kind", b"sep=^\r\n" + GOOD


CELLS = {
    "region_code": [
        "1371.5",
        "13 71",
        "-1371",
        "1e3",
        "1371;1374",
        "13.71",
        "13710",
        "0",
        "Kota",
        "Kab. Padang",
        "𝟏𝟑𝟕𝟏",
        "1371\n",
        "#REF!",
        "=1371",
        "<b>1371</b>",
        "NULL",
        "'; DROP TABLE regions;--",
        "../../1371",
        "TRUE",
        "1371,0",
        "1.371",
        "99",
        "00000",
        "１３７１",
    ],
    "indicator": [
        "hdi;hdi_sp2010",
        "HDI",
        "IPM",
        "",
        "poverty_pct ",
        "кириллица",
        "=A1",
        "x" * 3000,
        "poverty pct",
        "null",
    ],
    "year": [
        "2025/26",
        "25",
        "2025-13",
        "MMXXV",
        "9999",
        "0",
        "-2025",
        "2025,5",
        "45658",
        "2025.0",
        "2025r",
        "1e3",
        "tahun 2025",
        "²⁰²⁵",
    ],
    "value": [
        "1.234.5",
        "1,2,3",
        "4,1,",
        ".",
        ",",
        "-",
        "+",
        "e5",
        "1e",
        "1e400",
        "-0",
        "0x10",
        "1_000",
        "4.1.",
        "--4",
        "4-",
        "∞",
        "nan",
        "inf",
        "Rp",
        "Rp 4",
        "4 %",
        "%",
        "4.1%%",
        "4.1 persen",
        "empat",
        "(4)",
        "4:1",
        "4/1",
        "10^2",
        "1 2 3",
        "1 234",
        "٤",
        "4\u00a0",
        "='4'",
        "9" * 400,
        "0." + "0" * 400 + "1",
        "1" + ".000" * 50,
        "#DIV/0!",
        "=4+1",
        "TRUE",
        "2025-01-01",
        "1.000",
        "0,001",
        "1.e5",
        "½",
    ],
    "unit": ["persen ", "%", "PERSEN", "percent", "orang", "pers\u0435n", "\t", "=persen"],
    "source_id": ["S1", "0055", "S0055;S0056", "https://bps.go.id", "s0055", "S00555", "S٠٠٥٥", "=S0055"],
    "note": [
        '=HYPERLINK("http://x")',
        "+1",
        "@SUM(1)",
        "-1",
        "\tx",
        "<script>",
        "\ud7ff",
        "🍍" * 50,
        "a" * 5001,
        "a\nb\r\nc",
        "{note}",
        "%s%n",
    ],
}


def odd_cells() -> Iterator[tuple[str, bytes]]:
    for column, values in CELLS.items():
        for value in values:
            row = dict(zip(INDICATORS, indicator(), strict=True)) | {column: value}
            yield f"{column} {value[:20]!r}", csv_file([INDICATORS, list(row.values())])


def workbooks() -> Iterator[tuple[str, bytes]]:
    sheet = part(SHEET)
    claim = b'<dimension ref="A1:G2"'
    yield "not a workbook", repacked({"xl/workbook.xml": None})
    yield "no sheet", repacked({SHEET: None})
    yield "no strings", repacked({STRINGS: None})
    yield "no styles", repacked({"xl/styles.xml": None})
    yield "no relations", repacked({"xl/_rels/workbook.xml.rels": None})
    yield "no content types", repacked({"[Content_Types].xml": None})
    yield "cut in half", BOOK[: len(BOOK) // 2]
    yield "only the magic", b"PK\x03\x04"
    yield "magic and noise", b"PK\x03\x04" + bytes(range(256)) * 20
    yield "flipped bytes", BOOK[:200] + bytes(byte ^ 0xFF for byte in BOOK[200:260]) + BOOK[260:]
    yield "empty sheet part", repacked({SHEET: b""})
    yield "sheet is no XML", repacked({SHEET: b"not xml at all"})
    yield "sheet cut off", repacked({SHEET: sheet[: len(sheet) // 2]})
    yield "empty sheet", xlsx_file([])
    yield "string index out of range", repacked({SHEET: sheet.replace(b"<v>0</v>", b"<v>999999</v>", 1)})
    yield "string index is text", repacked({SHEET: sheet.replace(b"<v>0</v>", b"<v>abc</v>", 1)})
    yield "reference beyond the sheet", repacked({SHEET: sheet.replace(b'r="A2"', b'r="ZZZZZ99999999"', 1)})
    yield "reference is nonsense", repacked({SHEET: sheet.replace(b'r="A2"', b'r="??"', 1)})
    yield "row number is text", repacked({SHEET: sheet.replace(b'<row r="2"', b'<row r="x"', 1)})
    yield "row number is negative", repacked({SHEET: sheet.replace(b'<row r="2"', b'<row r="-5"', 1)})
    yield "row a million", repacked({SHEET: sheet.replace(b'<row r="2"', b'<row r="1048576"', 1)})
    yield "rows go backwards", repacked({SHEET: sheet.replace(b'<row r="1"', b'<row r="9"', 1)})
    yield "claims the whole sheet", repacked({SHEET: sheet.replace(claim, b'<dimension ref="A1:XFD1048576"')})
    yield "claims one cell", repacked({SHEET: sheet.replace(claim, b'<dimension ref="A1"')})
    yield "claims nonsense", repacked({SHEET: sheet.replace(claim, b'<dimension ref="bogus"')})
    yield "unknown cell type", repacked({SHEET: sheet.replace(b't="s"', b't="zz"', 1)})
    yield "style out of range", repacked({SHEET: sheet.replace(b'<c r="A2"', b'<c s="9999" r="A2"', 1)})
    yield "six hundred parts", repacked({}, extra={f"xl/x{at}.xml": b"<a/>" for at in range(600)})
    yield "path outside", repacked({}, extra={"../../../tmp/x.xml": b"<a/>"})


def bombs() -> Iterator[tuple[str, bytes]]:
    sheet, texts = part(SHEET), part(STRINGS)
    open_, close = b"<worksheet><sheetData>", b"</sheetData></worksheet>"
    yield "document type", repacked({SHEET: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + sheet})
    doubled = (b"<!ENTITY a%d '&a%d;&a%d;'>" % (n, n - 1, n - 1) for n in range(1, 40))
    bomb = b"<!DOCTYPE x [<!ENTITY a0 'ha'>" + b"".join(doubled) + b"]>"
    laughs = texts.replace(b"<sst", bomb + b"<sst", 1).replace(b"region_code", b"&a39;")
    yield "billion laughs", repacked({STRINGS: laughs})
    outside = b"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    read = texts.replace(b"<sst", outside + b"<sst", 1).replace(b"region_code", b"&f;")
    yield "external entity", repacked({STRINGS: read})
    yield "sheet in UTF-16", repacked({SHEET: sheet.decode().encode("utf-16")})
    yield "word document", zipped({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<Types/>"})
    yield (
        "open document",
        zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}),
    )
    yield "plain archive", zipped({"data.csv": GOOD})
    yield "empty archive", zipped({})
    yield "sheet of seventy megabytes", repacked({SHEET: open_ + b" " * 70_000_000 + close})
    yield "styles of ten megabytes", repacked({"xl/styles.xml": b"<s>" + b"<a/>" * 2_500_000 + b"</s>"})
    yield "three million cells", repacked({SHEET: open_ + b"<row>" + b"<c/>" * 3_000_000 + b"</row>" + close})
    yield "three million strings", repacked({STRINGS: b"<sst>" + b"<si/>" * 3_000_000 + b"</sst>"})
    yield "declared size lies", lying_size()
    yield "a cell in the last column", repacked({SHEET: sheet.replace(b'r="G1"', b'r="XFD1"', 1)})


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def lying_size() -> bytes:
    """A part of seventy megabytes that declares itself to be of a hundred bytes."""
    content = zipped({"xl/workbook.xml": b"<a/>", SHEET: b"<worksheet>" + b" " * 70_000_000})
    real = (70_000_000 + len(b"<worksheet>")).to_bytes(4, "little")
    return content.replace(real, (100).to_bytes(4, "little"))


FAMILIES = {
    "not tables": not_tables,
    "broken text": broken_text,
    "odd cells": odd_cells,
    "workbooks": workbooks,
    "bombs": bombs,
}
