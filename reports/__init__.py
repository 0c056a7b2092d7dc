"""Figures leaving the application: slides, briefs and workbooks, each as bytes and without a browser.

Everything here shows one edition of the data throughout, whatever is published meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

import data
import i18n

__all__ = ["AllBriefs", "all_briefs", "city_brief", "pair_brief", "slides", "table", "workbook"]


def slides(
    city: str | None = None,
    pair: tuple[str, str] | None = None,
    *,
    language: str = i18n.SOURCE_LANGUAGE,
    edition: int | None = None,
    kinds: Sequence[str] | None = None,
    title: str = "",
    note: str = "",
) -> bytes:
    """Return slides (PPTX) of one city, of a pair, or of all of the home Komwil.

    Parameters
    ----------
    city, pair
        BPS codes; neither: all of the home Komwil.
    edition
        Edition of the data set; None: the one in force.
    kinds
        Slides wanted, in that order, see ``narration.KINDS``; None: all.
    title, note
        The presenter's own words on the cover.

    Raises
    ------
    data.UnknownCity, reports.stories.UnknownSlide, data.versioning.versions.UnknownEdition
        Naming the value and the allowed ones.
    """
    from findings.story import subjects
    from reports import stories
    from reports.drawing import deck

    subject = subjects.subject(city, pair)
    with stories.one_edition(language, edition) as at:
        told = stories.tell(subject, language=language, edition=at, kinds=kinds, title=title, note=note)
        return deck.build(told)


def city_brief(city: str, *, language: str = i18n.SOURCE_LANGUAGE, edition: int | None = None) -> bytes:
    """Return the brief (PDF, two A4 pages; fewer when little is known) of one city.

    Raises
    ------
    data.UnknownCity, data.versioning.versions.UnknownEdition
        Naming the value and the allowed ones.
    reports.drawing.fonts.FontMissing
        If the typeface is not installed.
    """
    return _brief(language, edition, city=city)


def pair_brief(a: str, b: str, *, language: str = i18n.SOURCE_LANGUAGE, edition: int | None = None) -> bytes:
    """Return the brief (PDF, two A4 pages) of two cities; raises as :func:`city_brief`."""
    return _brief(language, edition, pair=(a, b))


def _brief(language: str, edition: int | None, **whose) -> bytes:
    from findings.story import subjects
    from reports import stories
    from reports.drawing import brief

    subject = subjects.subject(**whose)
    with stories.one_edition(language, edition) as at:
        return brief.build(stories.brief(subject, language=language, edition=at))


def workbook(
    city: str | None = None,
    pair: tuple[str, str] | None = None,
    *,
    language: str = i18n.SOURCE_LANGUAGE,
    edition: int | None = None,
) -> bytes:
    """Return the figures behind the slides (XLSX) of one city, of a pair, or of all of the home Komwil.

    Typed cells, frozen headers, and sheets with sources, caveats, versions of the data and code lists.

    Raises
    ------
    data.UnknownCity, data.versioning.versions.UnknownEdition
        Naming the value and the allowed ones.
    """
    from findings.story import subjects
    from reports import stories
    from reports.book import writing

    subject = subjects.subject(city, pair)
    with stories.one_edition(language, edition) as at:
        return writing.build(subject, at)


def table(
    code: str,
    city: str | None = None,
    pair: tuple[str, str] | None = None,
    *,
    language: str = i18n.SOURCE_LANGUAGE,
    edition: int | None = None,
) -> pd.DataFrame:
    """Return one sheet of :func:`workbook` as a DataFrame with headings in `language`.

    Parameters
    ----------
    code
        One of ``sheets.plans``.

    Raises
    ------
    data.UnknownTable, data.UnknownCity, data.versioning.versions.UnknownEdition
        Naming the value and the allowed ones.
    """
    from findings.story import subjects
    from reports import stories
    from reports.book import sheets

    subject = subjects.subject(city, pair)
    with stories.one_edition(language, edition):
        plans = sheets.plans(subject)
        if code not in plans:
            raise data.UnknownTable(code, plans)
        frame = plans[code].sheet().frame
        return frame.set_axis(list(map(sheets.heading, frame.columns)), axis=1)


@dataclass(frozen=True)
class AllBriefs:
    """Briefs of many cities in one ZIP; `failed` names what could not be made, and why."""

    content: bytes
    failed: dict[str, str]


def all_briefs(
    *,
    language: str = i18n.SOURCE_LANGUAGE,
    edition: int | None = None,
    cities: Sequence[str] | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> AllBriefs:
    """Return the briefs of all cities of the home Komwil in one ZIP.

    Parameters
    ----------
    cities
        Codes; None: those of the home Komwil.
    progress
        Called before each city with how many are done, of how many, and the city's name.

    Returns
    -------
    AllBriefs
        A brief that fails does not stop the others: it is named in ``failed`` and in a text file of the ZIP.
    """
    from reports import bundle, stories

    with stories.one_edition(language, edition) as at:
        wanted = list(cities) if cities is not None else list(data.cities(data.HOME_KOMWIL).index)
        return bundle.build(wanted, language, at, progress)
