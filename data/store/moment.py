"""Moments as the store writes them: UTC, ISO 8601, sortable as text."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return this moment."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def written(at: str) -> datetime:
    """Return a written moment with its time zone."""
    return datetime.fromisoformat(at)


def read(at: str | None) -> datetime | None:
    """Return a written moment with its time zone; None for none."""
    return written(at) if at else None
