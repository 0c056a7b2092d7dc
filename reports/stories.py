"""From a subject to its story: the figures are gathered once and told once, at one edition of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import data
import i18n
from data.versioning import versions
from findings.story.gathering import gather
from findings.story.subjects import Subject
from reports.blocks import Brief, Story
from reports.telling import narration, paper


class UnknownSlide(data.DataError):
    """The story has no slide of that kind."""

    what = "salindia"


@contextmanager
def one_edition(language: str, edition: int | None = None) -> Iterator[int]:
    """Hold language and edition for one report: it shows one version of the data throughout.

    Raises
    ------
    data.versioning.versions.UnknownEdition
        If `edition` is asked for and there is no such edition.
    """
    at = versions.current_edition() if edition is None else edition
    with i18n.using(language), versions.pinned(at):
        yield at


def tell(
    subject: Subject,
    *,
    language: str = i18n.SOURCE_LANGUAGE,
    edition: int | None = None,
    kinds: Sequence[str] | None = None,
    title: str = "",
    note: str = "",
) -> Story:
    """Return the story of `subject`.

    Parameters
    ----------
    kinds
        Slides wanted, in that order, see ``narration.KINDS``; None: all of them.
    edition
        Edition of the data set; None: the one in force.
    title, note
        The presenter's own words on the cover.

    Raises
    ------
    UnknownSlide
        Naming the kind and the known ones.
    """
    allowed = narration.KINDS[subject.kind]
    wanted = tuple(dict.fromkeys(kinds)) if kinds else allowed
    for kind in wanted:
        if kind not in allowed:
            raise UnknownSlide(kind, allowed)
    with one_edition(language, edition) as at:
        return _told(subject, language, at, wanted, title.strip(), note.strip())


def brief(subject: Subject, *, language: str, edition: int | None = None) -> Brief:
    """Return the brief of a city or of a pair."""
    with one_edition(language, edition) as at:
        told = tell(subject, language=language, edition=at, kinds=paper.kinds(subject.kind))
        return paper.told(told)


@data.by_version(*versions.table_names(), size=96)
def _told(
    subject: Subject, language: str, _edition: int, kinds: tuple[str, ...], title: str, note: str
) -> Story:
    """The story in one language; remembered, since a presenter goes forth and back.

    The edition is named in it: two editions with the same tables are two stories.
    """
    return narration.tell(gather(subject), language, kinds, title, note)
