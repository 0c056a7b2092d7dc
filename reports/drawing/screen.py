"""A slide as HTML for the meeting mode: one message on a canvas scaled as a whole, nothing fetched.

Every text is escaped here; the sheet of styles stands in ``ui/assets/stage.css``.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from html import escape

from reports.blocks import COVER, Bars, Line, Map, Paragraph, Points, Slide, Story, Table, Tiles
from reports.drawing import maps
from reports.drawing.fonts import FontMissing
from wording import theme

# Sheet of the map in points: small, so that its labels are as large as the text beside it.
MAP_SHEET, MAP_LABEL = (320, 243), 12.2
CROWD, CROWDED_LABEL = 14, 10.8
CHART_WIDTH, CHART_HEIGHT = 600, 300
# Titles longer than so many signs are set smaller, so that they keep to two lines.
LONG = ((104, "longest"), (84, "long"))
COVER_LONG = 44


def html(slide: Slide, footer: str = "", place: tuple[int, int] | None = None) -> str:
    """Return `slide` as HTML; `footer` names subject and data, `place` is its number of how many."""
    size = next((name for most, name in LONG if len(slide.title) > most), "")
    if slide.kind == COVER:
        size = "long" if len(slide.title) > COVER_LONG else ""
        return (
            f'<section class="slide cover"><h1 class="{size}">{escape(slide.title)}</h1>'
            f"<p>{escape(slide.lead)}</p><footer>{escape(footer)}</footer></section>"
        )
    wide = " wide-first" if isinstance(slide.blocks[0], Map | Tiles) else ""
    blocks = "".join(f'<div class="block">{DRAWN[type(block)](block)}</div>' for block in slide.blocks)
    note = f'<p class="note">{escape(slide.note)}</p>' if slide.note else ""
    number = "/".join(map(str, place)) if place else ""
    return (
        f'<section class="slide"><h1 class="{size}">{escape(slide.title)}</h1>'
        f'<div class="blocks of-{len(slide.blocks)}{wide}">{blocks}</div>{note}'
        f'<p class="origin"><span>{escape(footer)}</span><span>{number}</span></p></section>'
    )


def slides(told: Story) -> list[dict]:
    """Return what the meeting mode needs of each slide: names, HTML, the presenter's notes."""
    count = len(told.slides)
    return [
        {
            "kind": slide.kind,
            "name": slide.name,
            "title": slide.title,
            "cover": slide.kind == COVER,
            "html": html(slide, told.footer, (place, count)),
            "notes": [line for line in slide.notes if line],
        }
        for place, slide in enumerate(told.slides, start=1)
    ]


def _heading(words: str) -> str:
    return f"<h2>{escape(words)}</h2>" if words else ""


def tiles(block: Tiles) -> str:
    """Figures as cards."""
    cards = "".join(
        f'<div class="tile"><span class="label">{escape(tile.label)}</span><b>{escape(tile.value)}</b>'
        f'<span class="muted">{escape(tile.note)}</span></div>'
        for tile in block.items
    )
    return f'<div class="tiles">{cards}</div>'


def bars(block: Bars) -> str:
    """Horizontal bars with their values written."""
    greatest = max((bar.value for bar in block.items), default=1.0) or 1.0
    mark = ""
    if block.mark is not None:
        mark = f'<i class="mark" style="left:{min(block.mark / greatest, 1):.2%}"></i>'
    rows = "".join(
        f'<div class="bar"><div class="name">{escape(bar.label)}'
        + (f'<span class="muted">{escape(bar.note)}</span>' if bar.note else "")
        + f'</div><div class="track"><i style="width:{max(bar.value / greatest, 0.004):.2%};'
        f'background:{escape(bar.colour or theme.ACCENT)}"></i>{mark}</div><b>{escape(bar.text)}</b></div>'
        for bar in block.items
    )
    label = f'<p class="muted">▏{escape(block.mark_label)}</p>' if block.mark_label else ""
    return f'{_heading(block.heading)}<div class="bars">{rows}</div>{label}'


def line(block: Line) -> str:
    """One series over years; its first and last value written."""
    peak = max(block.values) * 1.15 or 1.0
    steps = max(len(block.values) - 1, 1)
    corners = " ".join(
        f"{CHART_WIDTH * number / steps:.1f},{CHART_HEIGHT * (1 - value / peak):.1f}"
        for number, value in enumerate(block.values)
    )
    grid = "".join(
        f'<path d="M0 {y}H{CHART_WIDTH}" stroke="#c9d3d2" vector-effect="non-scaling-stroke"/>'
        for y in (1, CHART_HEIGHT / 2, CHART_HEIGHT - 1)
    )
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {CHART_WIDTH} {CHART_HEIGHT}" width="100%" '
        f'height="100%" preserveAspectRatio="none">{grid}<polyline points="{corners}" fill="none" '
        f'stroke="{theme.ACCENT}" stroke-width="5" vector-effect="non-scaling-stroke"/></svg>'
    )
    alt = f"{block.heading}: {block.years[0]} {block.texts[0]}, {block.years[-1]} {block.texts[-1]}"
    return (
        f'{_heading(block.heading)}<div class="line">{_image(drawn.encode(), alt)}'
        f'<div class="ends"><span>{escape(block.years[0])}<b>{escape(block.texts[0])}</b></span>'
        f"<span>{escape(block.years[-1])}<b>{escape(block.texts[-1])}</b></span></div></div>"
    )


def _image(svg: bytes, alt: str) -> str:
    """A drawing carried inside the page; as an image, for bare SVG is taken out of a page's HTML."""
    return f'<img alt="{escape(alt)}" src="data:image/svg+xml;base64,{base64.b64encode(svg).decode()}">'


def table(block: Table) -> str:
    """A table of words."""
    widths = block.widths or (1,) * len(block.header)
    columns = "".join(f'<col style="width:{share / sum(widths):.1%}">' for share in widths)

    def row(cells: tuple[str, ...], tag: str) -> str:
        return "".join(
            f"<{tag}{' class=number' if position in block.numeric else ''}>{escape(words)}</{tag}>"
            for position, words in enumerate(cells)
        )

    body = "".join(f"<tr>{row(cells, 'td')}</tr>" for cells in block.rows)
    head = f"<colgroup>{columns}</colgroup><thead><tr>{row(block.header, 'th')}</tr></thead>"
    return f"{_heading(block.heading)}<table>{head}<tbody>{body}</tbody></table>"


def points(block: Points) -> str:
    """Numbered proposals."""
    items = "".join(
        f"<li><b>{escape(item.heading)}</b><span class=muted>{escape(item.text)}</span></li>"
        for item in block.items
    )
    return f"<ol>{items}</ol>"


def picture(block: Map) -> str:
    """The map, drawn here and carried inside the page."""
    label = CROWDED_LABEL if len(block.places) > CROWD else MAP_LABEL
    try:
        return _image(maps.picture(block, *MAP_SHEET, form="svg", label=label), block.alt)
    except FontMissing as error:
        return paragraph(Paragraph(str(error)))


def paragraph(block: Paragraph) -> str:
    """A sentence that stands alone."""
    return f'<p class="alone">{escape(block.text)}</p>'


DRAWN: dict[type, Callable[..., str]] = {
    Tiles: tiles,
    Bars: bars,
    Line: line,
    Table: table,
    Points: points,
    Map: picture,
    Paragraph: paragraph,
}
