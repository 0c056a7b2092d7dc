"""A version of a table and a change that is to become one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import pandas as pd

Kind = Literal["shipped", "publish", "update", "rollback", "import", "release"]
KINDS: tuple[Kind, ...] = ("shipped", "publish", "update", "rollback", "import", "release")


class Version(int):
    """The number of a version, which also knows the version's story.

    Attributes
    ----------
    table, number, edition
        Table, number within the table, edition of the data set it began with.
    kind
        ``shipped``, ``publish`` (full replacement), ``update`` (rows given), ``rollback``, ``import``,
        ``release`` (a correction that came with the application, merged by key).
    author, at, note
        Who, when (UTC; None for the shipped version), why.
    rows, content_sha256, upload_sha256
        Size and hashes; the upload's is None where there was no file.
    parent, restored
        Version it was made from; version a rollback returned to.
    """

    table: str
    edition: int
    kind: Kind
    author: str
    at: datetime | None
    note: str
    rows: int
    content_sha256: str
    upload_sha256: str | None
    parent: int | None
    restored: int | None

    def __new__(cls, number: int, **story: object) -> Version:
        """Make version `number` with its story."""
        version = super().__new__(cls, number)
        version.__dict__.update(story)
        return version

    @property
    def number(self) -> int:
        """The bare number."""
        return int(self)

    def story(self) -> dict[str, object]:
        """Everything about the version as one row of the history."""
        return {"number": self.number, **self.__dict__}

    def __reduce__(self):
        return (_rebuild, (int(self), self.__dict__))


def _rebuild(number: int, story: dict) -> Version:
    return Version(number, **story)


@dataclass(frozen=True, slots=True)
class Change:
    """One table's next content, made from version `parent`.

    `frame` is the whole next content (an update is merged before); `upload` the file it came from.
    """

    table: str
    frame: pd.DataFrame
    parent: int
    kind: Kind = "publish"
    upload: bytes | None = None

    @property
    def upload_sha256(self) -> str | None:
        """Hash of the file the change came from; None when there was none."""
        return None if self.upload is None else hashlib.sha256(self.upload).hexdigest()
