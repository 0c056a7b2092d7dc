"""What a source is called."""

from __future__ import annotations

import data
from wording import formats


def source_text(source_id: str) -> str:
    """One source in a line: publisher, title, date, and where to find it."""
    row = records().get(source_id)
    if row is None:
        return source_id
    parts = [row["publisher"], row["title"], row["source_date"], row["reference"]]
    return ". ".join(str(part) for part in parts if not formats.is_missing(part))


@data.by_version("sources")
def records() -> dict[str, dict]:
    """Return the sources by their code."""
    return data.load("sources").set_index("source_id").to_dict("index")
