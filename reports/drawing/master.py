"""The slide master: the application's colours, type and places of title, footer and page number."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from functools import cache

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout
from pptx.util import Inches, Pt

from reports.drawing import setting
from wording import theme

FONT = "Calibri"
WIDTH, HEIGHT = 13.333, 7.5
LEFT, INNER = 0.6, 12.13
TITLE_BOX = (LEFT, 0.36, INNER, 1.1)
FOOTER_BOX = (LEFT, 7.03, 11.3, 0.34)
NUMBER_BOX = (11.93, 7.03, 0.8, 0.34)
COVER, CONTENT = "Title Slide", "Title Only"
TITLE_SIZES, FOOTER_SIZE = (32, 30, 28, 26, 24), 15
TITLE_LINES = 2
PALETTE = {
    "dk1": theme.INK,
    "lt1": "#FFFFFF",
    "dk2": theme.ACCENT,
    "lt2": "#F3F7F6",
    "hlink": theme.ACCENT,
    "folHlink": theme.MUTED,
} | {f"accent{number}": colour for number, colour in enumerate(theme.SERIES, start=1)}


def rgb(colour: str) -> RGBColor:
    """``#RRGGBB`` as a colour of a slide."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def new_deck() -> Deck:
    """Return an empty deck with the application's master and two layouts: cover and content."""
    return Presentation(io.BytesIO(_template()))


def layout(deck: Deck, name: str) -> SlideLayout:
    """Return a layout by its name."""
    return deck.slide_layouts.get_by_name(name)


@cache
def _template() -> bytes:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for each in list(deck.slide_layouts):
        if each.name not in (COVER, CONTENT):
            deck.slide_layouts.remove(each)
    _theme(deck)
    for holder in (deck.slide_master, layout(deck, CONTENT), layout(deck, COVER)):
        _place(holder)
    _cover(layout(deck, COVER))
    _content(layout(deck, CONTENT))
    kept = io.BytesIO()
    deck.save(kept)
    return kept.getvalue()


def _theme(deck: Deck) -> None:
    """Write colours and typeface into the theme, so that whoever edits the deck goes on in them."""
    part = next(
        rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith("/theme")
    )
    xml = part.blob.decode("utf-8")
    for name, colour in PALETTE.items():
        value = f'<a:srgbClr val="{colour.lstrip("#")}"/>'
        xml = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf"\g<1>{value}\g<2>", xml, flags=re.DOTALL)
    xml = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{FONT}", xml)
    part._blob = xml.encode("utf-8")


def _place(holder) -> None:
    """Put the placeholders of a master or layout where they belong on a wide slide."""
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        if kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            _box(shape, TITLE_BOX)
            _type(shape, TITLE_SIZES[0], bold=True)
        elif kind == PP_PLACEHOLDER.BODY:
            _box(shape, (LEFT, 1.6, INNER, 5.0))
        elif kind == PP_PLACEHOLDER.FOOTER:
            _box(shape, FOOTER_BOX)
            _type(shape, FOOTER_SIZE, colour=MSO_THEME_COLOR.FOLLOWED_HYPERLINK)
        elif kind == PP_PLACEHOLDER.SLIDE_NUMBER:
            _box(shape, NUMBER_BOX)
            _type(shape, FOOTER_SIZE, colour=MSO_THEME_COLOR.FOLLOWED_HYPERLINK, align=PP_ALIGN.RIGHT)
        elif kind == PP_PLACEHOLDER.DATE:
            shape._element.getparent().remove(shape._element)


def _box(shape, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Inches, box)


def _type(shape, size: int, *, bold: bool = False, colour=None, align=PP_ALIGN.LEFT) -> None:
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = 0
    style = frame.paragraphs[0]
    style.alignment = align
    levels = shape._element.txBody.find(qn("a:lstStyle"))
    first = levels.find(qn("a:lvl1pPr"))
    if first is None:
        first = levels.makeelement(qn("a:lvl1pPr"), {})
        levels.append(first)
    first.set("algn", {PP_ALIGN.LEFT: "l", PP_ALIGN.RIGHT: "r"}[align])
    for old in list(first):
        first.remove(old)
    first.set("marL", "0")
    first.set("indent", "0")
    first.append(first.makeelement(qn("a:buNone"), {}))
    run = first.makeelement(
        qn("a:defRPr"),
        {"sz": str(size * 100), "b": "1" if bold else "0"},
    )
    first.append(run)
    fill = run.makeelement(qn("a:solidFill"), {})
    run.append(fill)
    scheme = {
        None: "tx1",
        MSO_THEME_COLOR.FOLLOWED_HYPERLINK: "folHlink",
        MSO_THEME_COLOR.BACKGROUND_1: "bg1",
    }
    fill.append(fill.makeelement(qn("a:schemeClr"), {"val": scheme[colour]}))


def _cover(cover: SlideLayout) -> None:
    """A ground in the application's colour with white type."""
    cover.background.fill.solid()
    cover.background.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
    for shape in cover.placeholders:
        kind = shape.placeholder_format.type
        if kind == PP_PLACEHOLDER.CENTER_TITLE:
            _box(shape, (0.9, 1.9, 11.5, 2.0))
            _type(shape, 46, bold=True, colour=MSO_THEME_COLOR.BACKGROUND_1)
            shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            _box(shape, (0.9, 4.15, 11.5, 1.6))
            _type(shape, 24, colour=MSO_THEME_COLOR.BACKGROUND_1)
            shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        else:
            _type(shape, FOOTER_SIZE, colour=MSO_THEME_COLOR.BACKGROUND_1)


def _content(content: SlideLayout) -> None:
    """A stripe in the application's colour at the left of the title, a thin line above the footer."""
    for box in ((0.0, 0.5, 0.16, 0.8), (LEFT, 6.98, INNER, 0.012)):
        stripe = content.shapes._spTree  # layouts have no add_shape: clone what a slide would draw
        stripe.append(_rectangle(box))


def _rectangle(box: tuple[float, float, float, float]):
    deck = Presentation()
    drawn = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_shape(1, *map(Inches, box))
    drawn.fill.solid()
    drawn.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
    drawn.line.fill.background()
    drawn._element.remove(drawn._element.find(qn("p:style")))
    return deepcopy(drawn._element)


def add_footer(slide: Slide, text: str) -> None:
    """Give a slide the footer and the page number its layout has a place for."""
    for shape in slide.slide_layout.placeholders:
        kind = shape.placeholder_format.type
        if kind not in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            continue
        copy = deepcopy(shape._element)
        slide.shapes._spTree.append(copy)
        own = slide.shapes[-1]
        if kind == PP_PLACEHOLDER.FOOTER:
            own.text_frame.text = text


def fit_title(text: str) -> Pt:
    """Largest size at which a headline keeps to two lines."""
    for size in TITLE_SIZES:
        if setting.lines(text, size, INNER, bold=True) <= TITLE_LINES:
            return Pt(size)
    return Pt(TITLE_SIZES[-1])
