"""The parts of an XLSX package, found as Excel finds them: by relationship, whatever they are called.

What is measured is what will be parsed: only parts in a known role are taken, each against its bound, before
it is expanded (declared size) and while (counted), and only they are handed on, under names of our own.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from data.reading.limits import (
    MAX_EXPANDED,
    MAX_EXPANDED_REST,
    MAX_PARTS,
    MAX_SHEETS,
    Unreadable,
)

CHUNK = 1 << 18
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
PLAIN = "http://schemas.openxmlformats.org"
# Strict Open XML writes other namespaces for the same elements.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
MAIN = f"{{{PLAIN}/spreadsheetml/2006/main}}"
RELATION = f"{{{PLAIN}/officeDocument/2006/relationships}}id"
OFFICE = f"{PLAIN}/officeDocument/2006/relationships"
ROLES = {"sharedStrings": "strings", "styles": "styles"}
BINARY = re.compile(r"\.bin$", re.IGNORECASE)


@dataclass(slots=True)
class SheetPart:
    """One sheet: its name, whether it is hidden, and its XML."""

    name: str
    hidden: bool
    content: bytes


@dataclass(slots=True)
class Package:
    """The parts of a workbook that are parsed.

    Attributes
    ----------
    sheets
        Sheets of cells in their order; sheets of charts are none.
    strings, styles
        XML of the shared strings and the styles; empty when there are none.
    calculated
        False: the file asks Excel to calculate when it opens, so results in it are not to be trusted.
    since_1904
        Whether days are counted from 1904.
    """

    sheets: list[SheetPart] = field(default_factory=list)
    strings: bytes = b""
    styles: bytes = b""
    calculated: bool = True
    since_1904: bool = False

    def archive(self) -> bytes:
        """Return a workbook of these parts alone, not compressed."""
        names = [f"worksheets/sheet{at}.xml" for at in range(1, len(self.sheets) + 1)]
        types = [("/xl/workbook.xml", "sheet.main")] + [(f"/xl/{name}", "worksheet") for name in names]
        relations = [("worksheet", name) for name in names]
        parts = {f"xl/{name}": sheet.content for name, sheet in zip(names, self.sheets, strict=True)}
        for role, content in (("sharedStrings", self.strings), ("styles", self.styles)):
            if content:
                parts[f"xl/{role}.xml"] = content
                types.append((f"/xl/{role}.xml", role))
                relations.append((role, f"{role}.xml"))
        parts["[Content_Types].xml"] = _types(types)
        parts["_rels/.rels"] = _relations([("officeDocument", "xl/workbook.xml")])
        parts["xl/_rels/workbook.xml.rels"] = _relations(relations)
        parts["xl/workbook.xml"] = self._workbook()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return out.getvalue()

    def _workbook(self) -> bytes:
        since = ' date1904="1"' if self.since_1904 else ""
        sheets = "".join(
            f'<sheet name={quoteattr(f"s{at}")} sheetId="{at}" r:id="rId{at}"/>'
            for at in range(1, len(self.sheets) + 1)
        )
        return (
            f'<workbook xmlns="{PLAIN}/spreadsheetml/2006/main" '
            f'xmlns:r="{PLAIN}/officeDocument/2006/relationships"><workbookPr{since}/>'
            f"<sheets>{sheets}</sheets></workbook>"
        ).encode()


def _types(types: list[tuple[str, str]]) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}.{role}+xml"/>' for name, role in types
    )
    return (
        f'<Types xmlns="{PLAIN}/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    ).encode()


def _relations(relations: list[tuple[str, str]]) -> bytes:
    each = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{role}" Target="{target}"/>'
        for at, (role, target) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{PLAIN}/package/2006/relationships">{each}</Relationships>'.encode()


class Reader:
    """Takes the parts of a package out of its archive, within bounds.

    Parameters
    ----------
    check
        Called between pieces; raises when the time is over.
    """

    def __init__(self, content: bytes, check: Callable[[], None]):
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.check = check
        self.parts = {
            part.filename.replace("\\", "/").lstrip("/").lower(): part for part in self.archive.infolist()
        }
        self.large = self.rest = 0
        if len(self.archive.infolist()) > MAX_PARTS:
            raise Unreadable("expands", most=MAX_EXPANDED // 1024 // 1024)

    def read(self) -> Package:
        """Return the parts. Raises Unreadable with the reason."""
        main = next((target for kind, target in self._relations("").values() if kind == "officeDocument"), "")
        if {main.lower(), unquote(main).lower()}.isdisjoint(self.parts) or BINARY.search(main):
            raise Unreadable("open_document" if "mimetype" in self.parts else "not_a_workbook")
        relations = self._relations(main)
        tree = ElementTree.fromstring(self._part(main))
        found = Package()
        properties, calculation = tree.find(f"{MAIN}workbookPr"), tree.find(f"{MAIN}calcPr")
        found.since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        found.calculated = calculation is None or calculation.get("fullCalcOnLoad") not in ("1", "true")
        for kind, target in relations.values():
            if kind in ROLES:
                setattr(found, ROLES[kind], self._part(target, large=kind == "sharedStrings"))
        sheets = tree.findall(f"{MAIN}sheets/{MAIN}sheet")
        if len(sheets) > MAX_SHEETS:
            raise Unreadable("too_many_sheets", most=MAX_SHEETS)
        for sheet in sheets:
            kind, target = relations.get(sheet.get(RELATION, ""), ("", ""))
            if kind == "worksheet":
                hidden = sheet.get("state", "visible") != "visible"
                found.sheets.append(
                    SheetPart(sheet.get("name", "")[:64], hidden, self._part(target, large=True))
                )
        return found

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id -> kind and target of what a part (``""``: the package) relates to inside the archive."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path.lower() not in self.parts:
            return {}
        found = {}
        for each in ElementTree.fromstring(self._part(path)):
            if each.get("TargetMode") == "External":
                continue
            target = each.get("Target", "").replace("\\", "/")
            target = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[each.get("Id", "")] = (each.get("Type", "").rsplit("/", 1)[-1], posixpath.normpath(target))
        return found

    def _part(self, name: str, large: bool = False) -> bytes:
        """Return a part's XML, the namespaces of Strict Open XML turned into the usual ones."""
        part = self.parts.get(name.lower()) or self.parts.get(unquote(name).lower())
        if part is None:
            raise Unreadable("damaged", detail=posixpath.basename(name)[:60])
        self._count(part.file_size, large, declared=True)
        pieces, total = [], 0
        with self.archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                self.check()
                total += len(chunk)
                self._count(total, large, declared=True)
                pieces.append(chunk)
        self._count(total, large)
        content = b"".join(pieces)
        if content[:2] in OTHER_ENCODINGS or ENTITIES.search(content):
            raise Unreadable("entities")
        if b"purl.oclc.org/ooxml" in content[:4096]:
            for strict, plain in STRICT:
                content = content.replace(strict, plain)
        return content

    def _count(self, size: int, large: bool, declared: bool = False) -> None:
        """Add a size to what has been expanded; `declared`: only ask whether it would be too much."""
        now = (self.large if large else self.rest) + size
        if now > (MAX_EXPANDED if large else MAX_EXPANDED_REST):
            raise Unreadable("expands", most=MAX_EXPANDED // 1024 // 1024)
        if not declared:
            self.large, self.rest = (now, self.rest) if large else (self.large, now)
