"""Slides for PowerPoint: the story with native charts and tables, notes, footer and sources."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from reports.blocks import COVER, Map, Slide, Story, Tiles
from reports.drawing import master, shapes
from reports.drawing.tidy import tidy
from wording import theme
from wording.escaping import paper

TOP, BOTTOM, NOTE_TOP = 1.62, 6.45, 6.6
GAP = 0.45
LONGEST_PROPERTY = 250  # of a file's properties; the format allows 255


def build(story: Story) -> bytes:
    """Return `story` as a PPTX file."""
    story = tidy(story)
    deck = master.new_deck()
    for told in story.slides:
        (_cover if told.kind == COVER else _content)(deck, told)
    properties = deck.core_properties
    for name, text in (("title", story.name), ("author", story.author), ("subject", story.footer)):
        setattr(properties, name, paper.plain(text, LONGEST_PROPERTY))
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def _cover(deck, told: Slide) -> None:
    slide = deck.slides.add_slide(master.layout(deck, master.COVER))
    slide.shapes.title.text = told.title
    slide.placeholders[1].text = told.lead
    master.add_footer(slide, told.origin)


def _content(deck, told: Slide) -> None:
    slide = deck.slides.add_slide(master.layout(deck, master.CONTENT))
    slide.shapes.title.text = told.title
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = master.fit_title(told.title)
    shapes.draw(slide, told.blocks, boxes(told.blocks))
    if told.note:
        shapes.text(slide, told.note, (master.LEFT, NOTE_TOP, master.INNER, 0.34), 15, colour=theme.MUTED)
    master.add_footer(slide, told.origin)
    slide.notes_slide.notes_text_frame.text = "\n".join(told.notes)


def boxes(blocks) -> list[shapes.Box]:
    """Places of one to three pieces: a map and figures get the larger half, a third stands below."""
    full = (master.LEFT, TOP, master.INNER, BOTTOM - TOP)
    if len(blocks) == 1:
        return [full]
    share = 0.54 if isinstance(blocks[0], Map | Tiles) and len(blocks) == 2 else 0.5
    left = (master.INNER - GAP) * share
    right = master.INNER - GAP - left
    first = (master.LEFT, TOP, left, BOTTOM - TOP)
    if len(blocks) == 2:
        return [first, (master.LEFT + left + GAP, TOP, right, BOTTOM - TOP)]
    upper = (BOTTOM - TOP) * 0.36
    return [
        first,
        (master.LEFT + left + GAP, TOP, right, upper),
        (master.LEFT + left + GAP, TOP + upper, right, BOTTOM - TOP - upper),
    ]
