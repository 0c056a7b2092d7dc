"""A story as a brief on paper: sections without cover, the list of sources below."""

from __future__ import annotations

from dataclasses import replace

from i18n import _, ngettext
from reports.blocks import COVER, SOURCES, Brief, Slide, Story
from reports.telling import deals, narration, notes
from wording import formats
from wording.sources import source_text

MOST_NUMBERS = 12


def kinds(of: str) -> tuple[str, ...]:
    """Return the slides a brief is made of, `of` a city or a pair.

    The main deal stands in the table of all deals already; two pages hold no more.
    """
    return tuple(kind for kind in narration.KINDS[of] if kind not in (SOURCES, deals.BEST))


def told(story: Story) -> Brief:
    """Return the brief of a story of :func:`kinds`, in the language in force."""
    sections = [slide for slide in story.slides if slide.kind != COVER]
    numbers = notes.numbered(sections)
    cover = story.slide(COVER)
    return Brief(
        kicker=_("Sinergi Kota  ·  Lembar ringkas"),
        title=cover.title if cover else story.name,
        lead=cover.lead if cover else "",
        sections=tuple(_section(slide, numbers) for slide in sections),
        sources_title=_("Sumber"),
        sources=tuple(source_text(code) for code in numbers),
        more=tuple(_more(len(numbers) - shown) for shown in range(len(numbers))),
        footer=story.footer,
        language=story.language,
        author=story.author,
    )


def _section(slide: Slide, numbers: dict[str, int]) -> Slide:
    listed = notes.references(slide, numbers, MOST_NUMBERS)
    return replace(slide, note=" ".join(filter(None, [slide.note, listed])))


def _more(left: int) -> str:
    return ngettext(
        "… dan {count} sumber lagi, lengkap pada buku kerja XLSX.",
        "… dan {count} sumber lagi, lengkap pada buku kerja XLSX.",
        left,
    ).format(count=formats.number(left))
