"""Briefs on paper: two A4 pages of a city or of a pair, set by typst with its own vector charts."""

from __future__ import annotations

from dataclasses import asdict

from i18n import _, ngettext, using
from reports.blocks import Bars, Line, Map, Slide, Story, Table, Tiles
from reports.drawing import fonts, maps
from reports.drawing.tidy import tidy
from reports.drawing.typesetting import typeset
from reports.telling.deals_told import BEST
from reports.telling.narration import COVER, SOURCES, numbered
from wording import formats, theme
from wording.sources import source_text as source

TYPE_SIZE = 9.2
MAP_WIDTH, MAP_HEIGHT = 262, 208
LINE_HEIGHT = 96
MOST_NUMBERS = 12
# The main deal stands in the table of all deals already; two pages hold no more.
LEFT_OUT = (COVER, SOURCES, BEST)


def build(story: Story) -> bytes:
    """Return `story` as a PDF.

    Raises
    ------
    reports.drawing.fonts.FontMissing
        If the typeface is not installed.
    """
    story = tidy(story)
    slides = [slide for slide in story.slides if slide.kind not in LEFT_OUT]
    cover = next((slide for slide in story.slides if slide.kind == COVER), None)
    numbers = numbered(slides)
    ground: dict = {}
    with using(story.language):
        sections = [_section(slide, numbers, ground) for slide in slides]
        content = {
            "title": cover.title if cover else story.name,
            "lead": cover.lead if cover else "",
            "kicker": _("Sinergi Kota  ·  Lembar ringkas"),
            "author": story.author,
            "footer": story.footer,
            "language": story.language,
            "font": fonts.FAMILY,
            "size": TYPE_SIZE,
            "sections": sections,
            "sources_title": _("Sumber"),
            "sources": [{"number": number, "text": source(code)} for code, number in numbers.items()],
            "more": [_more(len(numbers) - shown) for shown in range(len(numbers))],
        }
    return typeset("brief", content, "pdf", **ground)


def _more(left: int) -> str:
    return ngettext(
        "… dan {count} sumber lagi, lengkap pada buku kerja XLSX.",
        "… dan {count} sumber lagi, lengkap pada buku kerja XLSX.",
        left,
    ).format(count=formats.number(left))


def _section(slide: Slide, numbers: dict[str, int], ground: dict[str, str]) -> dict:
    blocks = [_block(block, len(slide.blocks), ground) for block in slide.blocks]
    wide = isinstance(slide.blocks[0], Map | Tiles)
    return {
        "title": slide.title,
        "blocks": blocks,
        "columns": [1.15 if wide and number == 0 else 1 for number in range(len(blocks))],
        "note": " ".join(filter(None, [slide.note, _numbers(slide, numbers)])),
    }


def _numbers(slide: Slide, numbers: dict[str, int]) -> str:
    used = sorted(numbers[code] for code in slide.sources if code in numbers)
    if not used:
        return ""
    shown = ", ".join(map(str, used[:MOST_NUMBERS])) + (" …" if len(used) > MOST_NUMBERS else "")
    return f"[{shown}]"


def _block(block, beside: int, ground: dict[str, str]) -> dict:
    """One piece as the template reads it."""
    name = type(block).__name__
    if isinstance(block, Map):
        drawn = maps.scene(block, MAP_WIDTH, MAP_HEIGHT)
        ground["ground"] = drawn.pop("ground")
        return {"kind": name, "alt": block.alt, "map": drawn}
    told = asdict(block) | {"kind": name}
    if isinstance(block, Tiles):
        told["columns"] = 3 if beside == 1 else 2
    elif isinstance(block, Bars):
        told["alt"] = "; ".join(f"{bar.label}: {bar.text}" for bar in block.items)
        for bar in told["items"]:
            bar["colour"] = bar["colour"] or theme.ACCENT
    elif isinstance(block, Line):
        told["alt"] = (
            f"{block.heading}: {block.years[0]} {block.texts[0]}, {block.years[-1]} {block.texts[-1]}"
        )
        told["height"] = LINE_HEIGHT
    elif isinstance(block, Table):
        told["numeric"] = sorted(block.numeric)
        told["widths"] = list(block.widths or (1,) * len(block.header))
    return told
