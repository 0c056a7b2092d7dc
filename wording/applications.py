"""Sentences about the applications of a city that more than one page says."""

from __future__ import annotations

from findings.applications import Counts
from i18n import _
from wording import formats


def counted(found: Counts) -> str:
    """Tell how many applications there are, each kind apart."""
    parts = [
        _("{count} aplikasi berjalan").format(count=formats.number(found.running)),
        _("{count} direncanakan").format(count=formats.number(found.planned)),
    ]
    if found.unconfirmed:
        parts.append(
            _("{count} baru terlihat kode publiknya").format(count=formats.number(found.unconfirmed))
        )
    said = formats.listing(parts)
    if found.channels:
        more = _("{said}. Terpisah: {count} kanal nasional, program, atau produk bank")
        said = more.format(said=said, count=formats.number(found.channels))
    return said
