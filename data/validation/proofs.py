"""Compare labels that stand beside codes with what the codes mean."""

from __future__ import annotations

from data.reading.grid import blank, shown
from data.reading.labels import read_label
from data.validation.context import Upload
from data.validation.report import Named


def check_proofs(upload: Upload) -> None:
    """Report every row whose code is another one's than the label beside it, as for names of regions."""
    for column, by_heading in upload.proofs.items():
        kind, values = upload.table[column].codes, upload.values.get(column, [])
        for heading, cells in by_heading.items():
            for row, (code, cell) in enumerate(zip(values, cells, strict=True)):
                if code is None or blank(cell):
                    continue
                label = read_label(kind, shown(cell))
                if label and label.code and label.code != code:
                    facts = {
                        "code": Named(kind, code, coded=True),
                        "near": Named(kind, label.code, coded=True),
                    }
                    upload.problems.add("label_disagrees", upload.lines[row], heading, cell, **facts)
