"""Draw the pieces of a story as native shapes of a slide: charts and tables stay editable."""

from __future__ import annotations

import io
from collections.abc import Callable

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Inches, Pt

from reports.blocks import Bars, Line, Map, Paragraph, Points, Table, Tiles
from reports.drawing import maps, setting
from reports.drawing.fonts import FontMissing
from reports.drawing.master import FONT, rgb
from wording import theme

Box = tuple[float, float, float, float]
PALE, RULE = "#F3F7F6", "#C9D3D2"
BODY, SMALL, LEAST = 20, 15, 15  # 15 points on a slide of 13.3 inches are 20 px of 1280
CELL = 0.08  # inches at each side of a cell
AIR = 0.16  # inches above and below the words of a row together, at least
ROW = 0.6  # inches of a row of one line at most


def draw(slide: Slide, blocks, boxes: list[Box]) -> None:
    """Draw each block into its box (left, top, width, height in inches); tables side by side in one type."""
    pairs = list(zip(blocks, boxes, strict=True))
    sizes = [table_size(block, box) for block, box in pairs if isinstance(block, Table)]
    for block, box in pairs:
        if isinstance(block, Table):
            table(slide, block, box, min(sizes))
        else:
            DRAWN[type(block)](slide, block, box)


def text(slide: Slide, words: str, box: Box, size: float = BODY, *, bold=False, colour=theme.INK,
         align=PP_ALIGN.LEFT, anchor=MSO_ANCHOR.TOP):  # fmt: skip
    """Write `words` into a box of its own."""
    shape = slide.shapes.add_textbox(*map(Inches, box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(frame.paragraphs[0], words, size, bold=bold, colour=colour, align=align)
    return shape


def _write(paragraph, words: str, size: float, *, bold=False, colour=theme.INK, align=PP_ALIGN.LEFT) -> None:
    paragraph.alignment = align
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, rgb(colour)


def _described(shape, words: str) -> None:
    """Say in a sentence what a picture or chart shows, for those who cannot see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)


def _flat(shape) -> None:
    """Take away the theme's shadow and outline."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)


def _heading(slide: Slide, words: str, box: Box) -> Box:
    """Write a heading if there is one; return what is left of the box."""
    if not words:
        return box
    left, top, width, height = box
    text(slide, words, (left, top, width, 0.4), BODY, bold=True, colour=theme.ACCENT)
    return left, top + 0.48, width, height - 0.48


def tiles(slide: Slide, block: Tiles, box: Box) -> None:
    """Cards in two rows, or in three where the box is narrow."""
    left, top, width, height = box
    columns = 3 if width > 8 else 2
    rows = -(-len(block.items) // columns)
    gap = 0.2
    wide, tall = (width - gap * (columns - 1)) / columns, min((height - gap * (rows - 1)) / rows, 2.3)
    for position, tile in enumerate(block.items):
        x = left + position % columns * (wide + gap)
        y = top + position // columns * (tall + gap)
        card = slide.shapes.add_shape(1, *map(Inches, (x, y, wide, tall)))
        card.fill.solid()
        card.fill.fore_color.rgb = rgb(PALE)
        card.line.fill.background()
        _flat(card)
        frame = card.text_frame
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = Inches(0.18)
        _write(frame.paragraphs[0], tile.label, SMALL + 1, colour=theme.MUTED)
        sizes = (30, 26, 24, 20)
        room = wide - 0.36
        size = next((each for each in sizes if setting.width(tile.value, each, bold=True) < room), 18)
        _write(frame.add_paragraph(), tile.value, size, bold=True, colour=theme.ACCENT)
        if tile.note:
            _write(frame.add_paragraph(), tile.note, SMALL, colour=theme.MUTED)


def bars(slide: Slide, block: Bars, box: Box) -> None:
    """A native bar chart; the note of a bar stands under its label."""
    box = _heading(slide, block.heading, box)
    chart_data = CategoryChartData(number_format=block.number_format)
    chart_data.categories = [f"{bar.label}\n{bar.note}" if bar.note else bar.label for bar in block.items]
    chart_data.add_series(block.heading, [bar.value for bar in block.items])
    left, top, width, height = box
    height -= 0.35 if block.mark_label else 0
    tall = min(height, 0.9 * len(block.items) + 0.6)
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, *map(Inches, (left, top, width, tall)), chart_data
    )
    _described(frame, "; ".join(f"{bar.label}: {bar.text}" for bar in block.items))
    chart = frame.chart
    _plain(chart)
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.vary_by_categories = False
    _labels(plot.series[0], [bar.text for bar in block.items])
    chart.category_axis.reverse_order = True
    _axis(chart.category_axis, SMALL)
    _skip(chart.category_axis, 1)
    chart.value_axis.visible = False
    chart.value_axis.minimum_scale = 0
    chart.value_axis.maximum_scale = (
        max((bar.value for bar in block.items), default=1.0) * _headroom(block, width) or 1.0
    )
    chart.value_axis.has_major_gridlines = block.mark is not None
    if block.mark is not None:
        chart.value_axis.major_unit = block.mark
        chart.value_axis.major_gridlines.format.line.color.rgb = rgb(RULE)
    for position, bar in enumerate(block.items):
        fill = plot.series[0].points[position].format.fill
        fill.solid()
        fill.fore_color.rgb = rgb(bar.colour or theme.ACCENT)
    if block.mark_label:
        text(slide, block.mark_label, (left, top + tall + 0.02, width, 0.3), SMALL, colour=theme.MUTED)


def line(slide: Slide, block: Line, box: Box) -> None:
    """A native line chart; its last value is written."""
    left, top, width, height = _heading(slide, block.heading, box)
    chart_data = CategoryChartData(number_format=block.number_format)
    chart_data.categories = block.years
    chart_data.add_series(block.heading, block.values)
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.LINE, *map(Inches, (left, top, width, min(height, 4.2))), chart_data
    )
    _described(
        frame, f"{block.heading}: {block.years[0]} {block.texts[0]}, {block.years[-1]} {block.texts[-1]}"
    )
    chart = frame.chart
    _plain(chart)
    _axis(chart.category_axis, SMALL)
    _skip(chart.category_axis, max(1, (len(block.years) - 1) // 3))
    _axis(chart.value_axis, SMALL)
    chart.value_axis.minimum_scale = 0
    chart.value_axis.tick_labels.number_format = "#,##0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb(RULE)
    series = chart.plots[0].series[0]
    series.smooth = False
    series.format.line.color.rgb = rgb(theme.ACCENT)
    series.format.line.width = Pt(3.5)
    label = series.points[len(block.values) - 1].data_label
    label.position = XL_LABEL_POSITION.LEFT
    _write(label.text_frame.paragraphs[0], block.texts[-1], SMALL, bold=True)


def _plain(chart) -> None:
    chart.has_legend = False
    chart.has_title = False
    chart.font.name, chart.font.size = FONT, Pt(SMALL)
    chart.font.color.rgb = rgb(theme.INK)


def _labels(series, texts: list[str]) -> None:
    """Write what the story says at each bar, so that numbers read as in the reader's language."""
    for position, words in enumerate(texts):
        label = series.points[position].data_label
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        label.text_frame.word_wrap = False
        _write(label.text_frame.paragraphs[0], words, SMALL + 1, bold=True)


def _headroom(block: Bars, width: float) -> float:
    """How much longer than the longest bar the axis is, so that its label has room beside it."""
    longest = max((setting.width(bar.text, SMALL + 1, bold=True) for bar in block.items), default=0.0)
    return 1 / max(1 - (longest + 0.25) / (width * 0.68), 0.4)


def _axis(axis, size: int) -> None:
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.font.size = Pt(size)
    axis.format.line.color.rgb = rgb(RULE)


def _skip(axis, every: int) -> None:
    """Write every so many-th name of the axis."""
    skip = axis._element.makeelement(qn("c:tickLblSkip"), {"val": str(every)})
    axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def table(slide: Slide, block: Table, box: Box, size: int | None = None) -> None:
    """A native table; `size` of the type, None: as large as fits."""
    left, top, width, height = _heading(slide, block.heading, box)
    rows, columns = len(block.rows) + 1, len(block.header)
    size = size or table_size(block, box)
    widths = _widths(block, width)
    needed = _row_heights(block, widths, size)
    air = min(max(height - sum(needed), 0) / rows, ROW - _row_height(1, size))
    tall = [each + max(air, 0) for each in needed]
    shape = slide.shapes.add_table(rows, columns, *map(Inches, (left, top, width, sum(tall))))
    grid = shape.table
    shape._element.graphic.graphicData.tbl[0][-1].text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style
    for position, wide in enumerate(widths):
        grid.columns[position].width = Inches(wide)
    for row_number, cells in enumerate((block.header, *block.rows)):
        grid.rows[row_number].height = Inches(tall[row_number])
        for column, words in enumerate(cells):
            cell = grid.cell(row_number, column)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.margin_left = cell.margin_right = Inches(CELL)
            cell.margin_top = cell.margin_bottom = Inches(0.02)
            head = row_number == 0
            cell.fill.solid()
            cell.fill.fore_color.rgb = rgb(
                theme.ACCENT if head else PALE if row_number % 2 == 0 else "#FFFFFF"
            )
            _write(
                cell.text_frame.paragraphs[0],
                words,
                size,
                bold=head,
                colour="#FFFFFF" if head else theme.INK,
                align=PP_ALIGN.RIGHT if column in block.numeric else PP_ALIGN.LEFT,
            )


def table_size(block: Table, box: Box) -> int:
    """Largest type at which no word breaks and all rows find room; the least where none does."""
    width, height = box[2], box[3] - (0.48 if block.heading else 0)
    widths = _widths(block, width)
    words = [
        (part, wide)
        for cells in (block.header, *block.rows)
        for cell, wide in zip(cells, widths, strict=True)
        for part in cell.split(" ")
    ]
    for size in range(BODY, LEAST, -1):
        whole = all(setting.width(part, size) <= wide - 2 * CELL for part, wide in words)
        if whole and sum(_row_heights(block, widths, size)) <= height:
            return size
    return LEAST


def _widths(block: Table, width: float) -> list[float]:
    shares = block.widths or (1,) * len(block.header)
    return [width * share / sum(shares) for share in shares]


def _row_heights(block: Table, widths: list[float], size: float) -> list[float]:
    """Height each row needs, the header first."""
    return [
        _row_height(
            max(
                setting.lines(words, size, wide - 2 * CELL, bold=number == 0)
                for words, wide in zip(cells, widths, strict=True)
            ),
            size,
        )
        for number, cells in enumerate((block.header, *block.rows))
    ]


def _row_height(count: int, size: float) -> float:
    return setting.height(count, size) + AIR


def points(slide: Slide, block: Points, box: Box) -> None:
    """Numbered proposals, each with a heading and what stands behind it."""
    left, top, width, height = box
    tall = min(height / max(len(block.items), 1), 1.35)
    for number, item in enumerate(block.items, start=1):
        y = top + (number - 1) * tall
        disc = slide.shapes.add_shape(9, *map(Inches, (left, y + 0.08, 0.62, 0.62)))
        disc.fill.solid()
        disc.fill.fore_color.rgb = rgb(theme.ACCENT)
        disc.line.fill.background()
        _flat(disc)
        _write(
            disc.text_frame.paragraphs[0], str(number), 22, bold=True, colour="#FFFFFF", align=PP_ALIGN.CENTER
        )
        shape = text(slide, item.heading, (left + 0.9, y, width - 0.9, tall), 24, bold=True)
        _write(shape.text_frame.add_paragraph(), item.text, BODY, colour=theme.MUTED)


def picture(slide: Slide, block: Map, box: Box) -> None:
    """The map as a sharp picture."""
    width, height = box[2:]
    # A sheet smaller than its place: the labels come out as large as the text of the slide.
    try:
        drawn = maps.picture(block, round(width * 50), round(height * 50), ppi=300)
    except FontMissing as error:
        paragraph(slide, Paragraph(str(error)), box)
        return
    shape = slide.shapes.add_picture(io.BytesIO(drawn), *map(Inches, box))
    _described(shape, block.alt)


def paragraph(slide: Slide, block: Paragraph, box: Box) -> None:
    """A sentence that stands alone."""
    text(slide, block.text, box, 24, colour=theme.INK)


DRAWN: dict[type, Callable[..., object]] = {
    Tiles: tiles,
    Bars: bars,
    Line: line,
    Points: points,
    Map: picture,
    Paragraph: paragraph,
}
