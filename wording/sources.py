"""What a source is called."""

from __future__ import annotations

from data import citations, provenance


def source_text(source_id: str) -> str:
    """One source in a line: publisher first, the address of a copy last; the code where there is none."""
    try:
        return citations.cited(source_id)
    except provenance.UnknownSource:
        return str(source_id)


def source_address(source_id: str) -> str:
    """Address a reader can open; empty where the source has none."""
    try:
        return provenance.source(source_id).link
    except provenance.UnknownSource:
        return ""
