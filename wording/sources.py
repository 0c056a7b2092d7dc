"""What a source is called."""

from __future__ import annotations

from data import by_version
from data.sourcing import provenance
from data.sourcing.citations import told as source_text


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


__all__ = ["publisher", "source_address", "source_text"]
