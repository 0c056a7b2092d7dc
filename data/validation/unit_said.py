"""Settle the unit of the figures: what column, heading or title say against the table's own."""

from __future__ import annotations

import math

from data.reading.grid import Cell, blank, shown
from data.reading.headings import Heading
from data.reading.labels import read_label
from data.reading.units import factor, read_unit, unit_in
from data.schema import INDICATORS
from data.validation.context import Upload
from data.validation.lists import code_text
from data.validation.report import Named
from data.validation.shape.arrange import Arranged
from data.validation.shape.members import value_column


def settle_units(upload: Upload, found: Arranged, columns: list[Heading]) -> None:
    """Find the factor of every row; report a unit that is not the table's and was not agreed to.

    A figure is turned into the table's unit only after the user has agreed to the unit it is given in
    (``constants={"unit": …}``), and never when the file itself says two things.
    """
    value = value_column(upload.table)
    own = "unit" in upload.table.names
    if not value or value not in upload.cells or (own and "indicator" not in upload.table.names):
        return
    if own and "unit" in upload.cells and "indicator" not in upload.cells:
        del upload.cells["unit"]
        upload.waiting.add("unit")
        return
    title = _of_titles(found)
    said = [_column(found, each) for each in columns]
    if own and "unit" in upload.cells:
        said.append(upload.cells["unit"])
    heading = upload.headings[value].text if value in upload.headings else ""
    agreed = str((upload.choices.constants or {}).get("unit") or "")
    settled = _Settling(upload, value, agreed)
    for row in range(len(upload.lines)):
        texts = [shown(cells[row]).strip() for cells in said if not blank(cells[row])]
        above = found.origins[row] if found.origins else (heading if agreed else "")
        settled.row(row, texts, unit_in(above), title)
    settled.finish(own)


def _of_titles(found: Arranged) -> str:
    units = {read_unit(unit): unit for _line, text in found.titles if (unit := unit_in(text))}
    return next(iter(units.values())) if len(units) == 1 else ""


def _column(found: Arranged, heading: Heading) -> list[Cell]:
    at = heading.position
    return [cells[at] if at < len(cells) else None for _line, cells in found.rows]


class _Settling:
    """The unit of one row after the other; equal ones are worked out once."""

    def __init__(self, upload: Upload, value: str, agreed: str):
        self.upload, self.value, self.agreed = upload, value, agreed
        self.agreed_unit = read_unit(agreed)
        self.factors = [1.0] * len(upload.lines)
        self.texts: list[str | None] = [None] * len(upload.lines)
        self.seen: dict[tuple, tuple[float, str | None, str]] = {}
        self.converted: dict[tuple[str, str], int] = {}
        # An indicator chosen for a column or for the whole file is shown with its unit.
        chosen = "indicator" in upload.constants or "indicator" in upload.recognised.unfolded
        self.may_assume = chosen and "unit" in upload.table.names and "unit" not in upload.cells
        if agreed and self.agreed_unit is None:
            upload.problems.add(
                "bad_choice", None, "", "", choice="unit", value=agreed, allowed="juta rupiah, …"
            )

    def row(self, row: int, texts: list[str], above: str, title: str) -> None:
        """Settle one row."""
        wanted = self._wanted(row)
        key = (tuple(texts), above, title, wanted)
        if key not in self.seen:
            self.seen[key] = self._settle(row, *key)
        self.factors[row], self.texts[row], given = self.seen[key]
        if self.factors[row] != 1.0:
            pair = (given, wanted)
            self.converted[pair] = self.converted.get(pair, 0) + 1

    def _wanted(self, row: int) -> str:
        column = self.upload.table[self.value]
        if "unit" not in self.upload.table.names:
            return column.unit
        cells = self.upload.cells.get("indicator")
        label = read_label("indicator", code_text(cells[row])) if cells and not blank(cells[row]) else None
        return INDICATORS[label.code].unit if label and label.code else ""

    def _settle(
        self, row: int, texts: tuple[str, ...], above: str, title: str, wanted: str
    ) -> tuple[float, str | None, str]:
        """Return factor, text for the table's own column of units, and the unit the figure is given in."""
        target, own = read_unit(wanted), texts[-1] if texts else None
        stated = [text for text in (*texts, above, title) if text]
        units = {unit for text in stated if (unit := read_unit(text))}
        if target is None or not (units or self.agreed):
            assumed = not texts and wanted and self.may_assume
            return 1.0, wanted if assumed else own, ""
        comparable = {unit for unit in units if factor(unit, target) is not None}
        if units - comparable and texts:
            return 1.0, own, ""  # another measure altogether: refused as the unit it is
        scales = {scale for unit in comparable if (scale := factor(unit, target)) is not None}
        given = next((text for text in stated if read_unit(text) in comparable), self.agreed)
        return self._weigh(row, scales, given, wanted, own)

    def _weigh(
        self, row: int, scales: set[float], given: str, wanted: str, own: str | None
    ) -> tuple[float, str | None, str]:
        """Take the one scale the file and the user agree on; refuse any other."""
        found = next(iter(scales), 1.0)
        if len(scales) > 1:
            self._refuse("units_disagree", row, given=given)
            return 1.0, wanted, ""
        if self.agreed_unit is not None:
            target = read_unit(wanted)
            agreed = factor(self.agreed_unit, target) if target else None
            if agreed is None or (scales and not math.isclose(found, agreed)):
                self._refuse("unit_not_agreed", row, given=given, said=self.agreed)
                return 1.0, wanted, ""
            return agreed, wanted, given
        if found == 1.0:
            return found, own, ""
        self.upload.recognised.given_unit = given
        self._refuse("unit_other", row, given=given, unit=Named("unit", wanted))
        return 1.0, wanted, ""

    def _refuse(self, code: str, row: int, **facts: object) -> None:
        self.upload.problems.add(
            code, self.upload.lines[row], self.upload.heading(self.value, row), "", **facts
        )

    def finish(self, own: bool) -> None:
        """Write what was settled, and tell it."""
        upload = self.upload
        if any(each != 1.0 for each in self.factors):
            upload.factors = self.factors
        for (given, wanted), count in self.converted.items():
            upload.problems.add("unit_converted", given=given, unit=Named("unit", wanted), count=count)
        if own and any(text is not None for text in self.texts):
            before = upload.cells.get("unit") or [None] * len(self.texts)
            upload.cells["unit"] = [
                old if text is None else text for old, text in zip(before, self.texts, strict=True)
            ]
            upload.headings.setdefault("unit", Heading(0, "unit", "unit"))
        assumed = sum(text is not None for text in self.texts) if self.may_assume and not self.agreed else 0
        if assumed:
            upload.problems.add("unit_of_indicator", count=assumed)
