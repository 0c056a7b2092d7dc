"""A story as a file can hold it: every text without what is no text, whatever the data say."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from wording.escaping import paper

T = TypeVar("T")


def tidy(told: T) -> T:
    """Return `told` (a text, a record, a collection of them) with :func:`paper.plain` for every text."""
    if isinstance(told, str):
        return cast(T, paper.plain(told))
    if isinstance(told, tuple | list | set | frozenset):
        return type(told)(tidy(each) for each in told)
    if isinstance(told, dict):
        return cast(T, {key: tidy(value) for key, value in told.items()})
    if is_dataclass(told) and not isinstance(told, type):
        return replace(
            told, **{each.name: tidy(getattr(told, each.name)) for each in fields(told) if each.init}
        )
    return told
