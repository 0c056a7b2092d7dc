"""What a source is called."""

from __future__ import annotations

from data.sourcing import provenance
from data.sourcing.citations import told as source_text


def source_address(source_id: str) -> str:
    """Address a reader can open; empty where the source has none."""
    try:
        return provenance.source(source_id).link
    except provenance.UnknownSource:
        return ""


__all__ = ["source_address", "source_text"]
