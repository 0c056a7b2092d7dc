"""What title, sheet and file name say of the whole file: proposed where a column lacks, else compared."""

from __future__ import annotations

import re

from data.reading.grid import Grid
from data.reading.labels import labels_of, normal
from data.reading.titles import price_basis_in, quarter_in, said_in
from data.schema import INDICATORS
from data.validation.context import Upload
from data.validation.places import places
from data.validation.shape.arrange import Arranged
from data.validation.shape.members import value_column


def propose(upload: Upload, found: Arranged, grid: Grid, filename: str) -> None:
    """Note what may be said once for the whole file. Nothing is assumed: the user has to agree."""
    table, proposed = upload.table, upload.recognised.proposed
    stem = re.sub(r"[_\-.]+", " ", filename.rsplit(".", 1)[0])
    texts = (
        [text for _line, text in found.titles] + [text for _line, text in found.notes] + [grid.sheet, stem]
    )
    for said in said_in(texts):
        column = said.column
        if column == "unit" and value_column(table):
            proposed["unit"] = (said.value, said.where)
        elif column == "period" and column not in table.names and "year" in table.key:
            proposed["year"] = (said.value[:4], said.where)
        elif column in table.names:
            proposed[column] = (said.value, said.where)
    if "indicator" in table.key:
        _propose_indicator(upload, texts)
    if table.region_column and "region_code" not in proposed:
        _propose_region(upload, table.region_column, texts)


def _propose_indicator(upload: Upload, texts: list[str]) -> None:
    for text in texts:
        word = f" {normal(text)} "
        meant = {
            code: len(label)
            for code in INDICATORS
            for label in labels_of("indicator", code)
            if f" {label} " in word
        }
        longest = max(meant.values(), default=0)
        best = [code for code, length in meant.items() if length == longest]
        if len(best) == 1:
            upload.recognised.proposed["indicator"] = (best[0], text[:200])
            return


def _propose_region(upload: Upload, column: str, texts: list[str]) -> None:
    known = places()
    for text in texts:
        for name in re.findall(
            r"\b(?:Kota|Kabupaten|Kab\.?|Provinsi)\s+[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+){0,2}", text
        ):
            words = name.split()
            for end in range(len(words), 1, -1):
                found = known.called(" ".join(words[:end]))
                if len(found) == 1:
                    upload.recognised.proposed[column] = (found[0], text[:200])
                    return


def check_titles(upload: Upload, found: Arranged) -> None:
    """Report a file whose titles say otherwise than its cells: price basis, or a quarter over plain years."""
    texts = [text for _line, text in found.titles]
    bases = {basis for text in texts if (basis := price_basis_in(text))}
    given = {value for value in upload.values.get("price_basis", ()) if value}
    if len(bases) == 1 and given and not given & bases:
        said, other = bases.pop(), ", ".join(sorted(given))
        upload.problems.add("title_disagrees", found.titles[0][0], "", texts[0][:200], said=said, other=other)
    quarters = {quarter for text in texts if (quarter := quarter_in(text))}
    for name in ("period", "year"):
        periods = {str(value) for value in upload.values.get(name, ()) if value is not None}
        if name in upload.table.key and quarters and periods and all(len(each) == 4 for each in periods):
            upload.problems.add("title_quarter", found.titles[0][0], "", texts[0][:200])
