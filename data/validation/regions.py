"""Check region codes: of the right scheme, of the region named beside them, and of the right kind."""

from __future__ import annotations

import re
from collections import Counter

from data.reading.grid import blank, shown
from data.schema import Column
from data.validation.context import UNFOLDED, Upload
from data.validation.lists import code_text, restore_zero
from data.validation.places import Places, places, split_name
from data.validation.scheme import votes_of_codes, votes_of_values

CITIES_ONLY = frozenset(("products", "needs", "supply_links", "city_facts"))
PROVINCE_DIGITS = 2
UNDOTTED = re.compile(r"\d{4}")
DOTTED = re.compile(r"\d{2}\.\d{2}")


def check_regions(upload: Upload) -> None:
    """Turn the region columns of ``upload.values`` into BPS codes; report every code that is none."""
    known = places()
    for column in upload.table.columns:
        if column.refers == "regions.region_code" and column.name in upload.values:
            _Codes(upload, column, known).check()
    region = upload.table.region_column
    if region in upload.values:
        _check_parents(upload, region, known)


def _check_parents(upload: Upload, region: str, known: Places) -> None:
    """Compare the province beside a region, by code or by name, with the one its code lies in."""
    for heading, cells in upload.parents.items():
        for row, (code, cell) in enumerate(zip(upload.values[region], cells, strict=True)):
            if code is None or len(code) != PROVINCE_DIGITS * 2 or blank(cell):
                continue
            text = code_text(cell)
            meant = {text[:2]} if text[:2].isdigit() else {each[:2] for each in known.called(text)}
            if meant and code[:PROVINCE_DIGITS] not in meant:
                upload.problems.add(
                    "parent_disagrees", upload.lines[row], heading, cell, code=code, right=known.names[code]
                )


class _Codes:
    """The codes of one column, with the names beside them."""

    def __init__(self, upload: Upload, column: Column, known: Places):
        self.upload, self.column, self.known = upload, column, known
        self.values = upload.values[column.name]
        self.names = self._names()
        self.translated: Counter[tuple[str, str]] = Counter()
        # Of an unfolded table, whose names are shown with what they were read as.
        self.read: dict[str, str] = {}
        self.usual = set(upload.current()[column.name].dropna().unique())

    def _names(self) -> list[str]:
        cells = self.upload.cells.get(self.column.named_by, [])
        if not cells and self.column.name == self.upload.table.region_column and self.upload.names:
            cells = next(iter(self.upload.names.values()))
        if not cells:
            return [""] * len(self.values)
        return ["" if blank(cell) else shown(cell).strip() for cell in cells]

    def check(self) -> None:
        """Check and translate every cell."""
        scheme = self._scheme()
        if not self.upload.recognised.codes or scheme == "kemendagri":
            self.upload.recognised.codes = scheme
        heading = self.upload.heading(self.column.name)
        if scheme in ("unconfirmed", "suspect") and not self.upload.choices.translate_codes:
            self.upload.problems.add(f"codes_{scheme}", None, heading)
        for row, text in enumerate(self.values):
            if text is not None:
                self.values[row] = self._cell(row, str(text), scheme)
        if self.read:
            name, code = next(iter(self.read.items()))
            unfolded = self.upload.headings[self.column.name].text.startswith(UNFOLDED)
            self.upload.problems.add(
                "names_read",
                None,
                "" if unfolded else heading,
                count=len(self.read),
                example=f"{name} → {code}",
            )
        if self.translated:
            (old, new), _count = self.translated.most_common(1)[0]
            self.upload.problems.add(
                "home_affairs_translated",
                None,
                heading,
                count=sum(self.translated.values()),
                example=f"{old} → {new} {self.known.names[new]}",
            )

    def _scheme(self) -> str:
        """Return the scheme of the codes: as the names prove, else as codes and figures tell.

        Dotted codes are of the Ministry of Home Affairs by themselves; they do not speak for undotted ones.
        """
        known, separator = self.known, self.column.separator or ";"
        codes = [
            part.strip() for text in self.values if text is not None for part in str(text).split(separator)
        ]
        undotted = [code for code in codes if UNDOTTED.fullmatch(code)]
        bps, home_affairs = self._votes_of_names()
        if home_affairs > bps or (not undotted and any(map(DOTTED.fullmatch, codes))):
            self._say_home_affairs()
            return "kemendagri"
        if bps or not any(known.from_home_affairs.get(code, code) != code for code in undotted):
            return "bps"
        bps, home_affairs = votes_of_codes(undotted, known)
        if not bps:
            of_values = votes_of_values(self.upload, self.column.name, known)
            bps, home_affairs = bps + of_values[0], home_affairs + of_values[1]
        if bps > home_affairs:
            return "bps"
        return "suspect" if home_affairs > bps else "unconfirmed"

    def _votes_of_names(self) -> tuple[int, int]:
        """Count the rows whose name is that of the code in the one scheme and not in the other."""
        bps = home_affairs = 0
        for text, name in zip(self.values, self.names, strict=True):
            other = self.known.from_home_affairs.get(str(text), text)
            if name and other != text and UNDOTTED.fullmatch(str(text)):
                bps += self.known.is_called(str(text), name)
                home_affairs += self.known.is_called(other, name) and not self.known.is_called(
                    str(text), name
                )
        return bps, home_affairs

    def _say_home_affairs(self) -> None:
        if not self.upload.choices.translate_codes:
            rows = zip(self.values, self.names, strict=True)
            example = next((f"{code} {name}" for code, name in rows if code and name), "12.75")
            heading = self.upload.heading(self.column.name)
            self.upload.problems.add("home_affairs", None, heading, example=example)

    def _cell(self, row: int, text: str, scheme: str) -> str | None:
        if not self.column.separator:
            return self._code(row, text, scheme)
        codes = [self._code(row, part.strip(), scheme) for part in text.split(self.column.separator)]
        known = [code for code in codes if code]
        return self.column.separator.join(known) if len(known) == len(codes) else None

    def _code(self, row: int, text: str, scheme: str) -> str | None:
        """Return the BPS code of one code or name; None, and a problem, when there is none."""
        if not re.search(r"\d", text):
            code = self._from_name(row, text)
        elif DOTTED.fullmatch(text) or (scheme == "kemendagri" and UNDOTTED.fullmatch(text)):
            code = self._from_home_affairs(row, text)
        elif scheme in ("unconfirmed", "suspect") and self.upload.choices.translate_codes:
            code = self._from_home_affairs(row, text)
        else:
            code = self._from_bps(row, text)
        return code if code and self._fits(row, code) else None

    def _from_name(self, row: int, text: str) -> str | None:
        found = self.known.called(text)
        if len(found) != 1:
            code = "two_regions" if found else "unknown_region_name"
            named = " / ".join(f"{self.known.names[each]} ({each})" for each in found)
            self.upload.report(code, row, self.column.name, names=named)
            return None
        if self.upload.origins is not None and not self.upload.choices.translate_names:
            self.read[text] = found[0]
            return found[0]
        translate = self.upload.choices.translate_names or self.column.name in self.upload.constants
        self.upload.report(
            "label_translated" if translate else "label_given", row, self.column.name, near=found[0]
        )
        return found[0] if translate else None

    def _from_home_affairs(self, row: int, text: str) -> str | None:
        code = self.known.from_home_affairs.get(text)
        if code is None:
            return self._from_bps(row, text)
        if code == text:
            return code
        if self.upload.choices.translate_codes:
            self.translated[text, code] += 1
            return code
        self.upload.report("dotted", row, self.column.name, near=code, name=self.known.names[code])
        return None

    def _from_bps(self, row: int, text: str) -> str | None:
        if text in self.known.names:
            return text
        restored = restore_zero(text, self.column.pattern)
        # 11.10 that went through a spreadsheet as a number is 11.1, and still no BPS code.
        candidate = self.known.from_home_affairs.get(restored or text + "0" if "." in text else "", restored)
        if candidate not in self.known.names:
            self.upload.report("unknown_region", row, self.column.name)
            return None
        if self.upload.choices.restore_zeros:
            self.upload.report("zero_restored", row, self.column.name, near=candidate)
            return candidate
        self.upload.report("zero_lost", row, self.column.name, near=candidate)
        return None

    def _fits(self, row: int, code: str) -> bool:
        """Compare the code with the name beside it, and its kind with what the table holds."""
        known, name = self.known, self.names[row]
        facts = {"code": code, "right": known.names[code]}
        several = self.column.separator and self.column.separator in str(self.values[row])
        meant = known.called(name) if name and not several else ()
        if meant and code not in meant:
            same = split_name(name)[1] == split_name(known.names[code])[1]
            if same:
                self.upload.report(
                    "regency_for_city", row, self.column.name, **facts, name=name, near=meant[0]
                )
            else:
                self.upload.report("other_name", row, self.column.name, **facts, name=name)
            return False
        if self.upload.table.name in CITIES_ONLY and known.levels[code] != "kota":
            self.upload.report("not_a_member_kind", row, self.column.name, **facts)
            return False
        other = known.namesake(code)
        if other and not name and code not in self.usual:
            self.upload.report(
                "namesake", row, self.column.name, **facts, other=known.names[other], near=other
            )
        return True
