"""Briefs on paper: two A4 pages of a city or of a pair, set by typst with its own vector charts."""

from __future__ import annotations

from dataclasses import asdict

from reports.blocks import Bars, Brief, Line, Map, Slide, Table, Tiles
from reports.drawing import fonts, maps
from reports.drawing.tidy import tidy
from reports.drawing.typesetting import typeset
from wording import theme

TYPE_SIZE = 9.2
MAP_WIDTH, MAP_HEIGHT = 262, 208
LINE_HEIGHT = 96


def build(told: Brief) -> bytes:
    """Return `told` as a PDF.

    Raises
    ------
    reports.drawing.fonts.FontMissing
        If the typeface is not installed.
    """
    told = tidy(told)
    ground: dict = {}
    words = ("title", "lead", "kicker", "author", "footer", "language", "sources_title", "more")
    content = {
        **{each: getattr(told, each) for each in words},
        "font": fonts.FAMILY,
        "size": TYPE_SIZE,
        "sections": [_section(slide, ground) for slide in told.sections],
        "sources": [{"number": number, "text": text} for number, text in enumerate(told.sources, start=1)],
    }
    return typeset("brief", content, "pdf", **ground)


def _section(slide: Slide, ground: dict[str, str]) -> dict:
    blocks = [_block(block, len(slide.blocks), ground) for block in slide.blocks]
    wide = isinstance(slide.blocks[0], Map | Tiles)
    return {
        "title": slide.title,
        "blocks": blocks,
        "columns": [1.15 if wide and number == 0 else 1 for number in range(len(blocks))],
        "note": slide.note,
    }


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
