"""What a source is called."""

from __future__ import annotations

from data import by_language, by_version
from data.sourcing import provenance
from data.sourcing.citations import told as source_text
from wording import formats


@by_version("sources", size=2048)
def source_address(source_id: str) -> str:
    """Address a reader can open; empty where the source has none."""
    try:
        return provenance.source(source_id).link
    except provenance.UnknownSource:
        return ""


def publisher(source_id: str) -> tuple[str, str]:
    """Who published a source, and what kind of source it is (code); ("", "") where it is not listed."""
    try:
        origin = provenance.source(source_id)
    except provenance.UnknownSource:  # an older edition does not list the source of a newer table
        return "", ""
    return origin.publisher, origin.status


@by_language("sources", size=2048)
def source_short(source_id: str) -> str:
    """Publisher and date of a source, for a cell: the whole citation stands on the download."""
    if formats.is_missing(source_id):
        return formats.MISSING
    try:
        found = provenance.source(source_id)
    except provenance.UnknownSource:
        return source_text(source_id)
    return f"{found.publisher}, {formats.day(found.date, 'medium')}" if found.date else found.publisher


__all__ = ["publisher", "source_address", "source_short", "source_text"]
