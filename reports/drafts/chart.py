"""A native chart inside a DOCX: Word and LibreOffice draw it and can change it, its numbers travel along."""

from __future__ import annotations

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

from reports.drafts import layout
from wording import theme

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WIDTH_CM = 16.0
TYPE_SIZE = 900  # hundredths of a point


def bars(
    paper: Paper,
    categories: list[str],
    series: dict[str, list[float | None]],
    *,
    alt: str,
    number_format: str = "#,##0",
) -> None:
    """Write horizontal bars, the first category on top.

    Parameters
    ----------
    series
        Name -> one value a category; None leaves a gap.
    alt
        What the chart shows, for those who cannot see it.
    number_format
        How Word writes the values beside the bars.
    """
    figures = CategoryChartData(number_format=number_format)
    # Bars are drawn from the bottom up.
    figures.categories = categories[::-1]
    for name, values in series.items():
        figures.add_series(name, values[::-1])
    drawn = ChartXmlWriter(XL_CHART_TYPE.BAR_CLUSTERED, figures).xml
    package = paper.part.package
    number = 1 + sum(part.partname.startswith("/word/charts/") for part in package.iter_parts())
    workbook = Part(
        PackURI(f"/word/embeddings/lembar{number}.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        figures._workbook_writer.xlsx_blob,
        package,
    )
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    sheet = chart.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
    chart._blob = _dressed(drawn, sheet).encode()
    relation = paper.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    height = 2.4 + 0.75 * len(categories) * max(1, 0.7 * len(series))
    target = paper.add_paragraph()
    target.alignment = WD_ALIGN_PARAGRAPH.CENTER
    target.add_run()._r.append(_frame(relation, number, min(height, 18.0), alt))


def _dressed(xml: str, sheet: str) -> str:
    """Add what the plain chart lacks: colours, values beside the bars, a legend, its workbook."""
    root = parse_xml(xml.encode())
    space = {"c": CHART}
    for position, element in enumerate(root.findall(".//c:ser", space)):
        for old in element.findall("c:spPr", space):
            element.remove(old)
        colour = theme.SERIES[position % len(theme.SERIES)].removeprefix("#")
        place = element.find("c:tx", space)
        fill = (
            f'<c:spPr xmlns:c="{CHART}" xmlns:a="{DRAWING}"><a:solidFill><a:srgbClr val="{colour}"/>'
            "</a:solidFill></c:spPr>"
        )
        place.addnext(parse_xml(fill))
        labels = (
            f'<c:dLbls xmlns:c="{CHART}"><c:showLegendKey val="0"/><c:showVal val="1"/>'
            '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
            '<c:showBubbleSize val="0"/></c:dLbls>'
        )
        element.find("c:cat", space).addprevious(parse_xml(labels))
    body = root.find("c:chart", space)
    _set_flag(body, "autoTitleDeleted", "1")
    axis = body.find(".//c:catAx", space)
    if axis.find("c:tickLblSkip", space) is None:
        skip = parse_xml(f'<c:tickLblSkip xmlns:c="{CHART}" val="1"/>')
        axis.find("c:noMultiLvlLbl", space).addprevious(skip)
    if body.find("c:legend", space) is None:
        legend = f'<c:legend xmlns:c="{CHART}"><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        body.find("c:plotArea", space).addnext(parse_xml(legend))
    external = (
        f'<c:externalData xmlns:c="{CHART}" xmlns:r="{RELATIONS}" r:id="{sheet}">'
        '<c:autoUpdate val="0"/></c:externalData>'
    )
    for name in ("txPr", "externalData"):
        for old in root.findall(f"c:{name}", space):
            root.remove(old)
    size = f'<a:defRPr sz="{TYPE_SIZE}"><a:latin typeface="{layout.FONT}"/></a:defRPr>'
    words = (
        f'<c:txPr xmlns:c="{CHART}" xmlns:a="{DRAWING}"><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{size}</a:pPr>'
        '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
    )
    root.append(parse_xml(words))
    root.append(parse_xml(external))
    return _text(root)


def _set_flag(parent, name: str, value: str) -> None:
    element = parent.find(f"c:{name}", {"c": CHART})
    if element is None:
        element = parse_xml(f'<c:{name} xmlns:c="{CHART}"/>')
        parent.insert(0, element)
    element.set("val", value)


def _text(root) -> str:
    from lxml import etree  # noqa: PLC0415 - comes with python-docx

    return etree.tostring(root, encoding="unicode")


def _frame(relation: str, number: int, height_cm: float, alt: str):
    frame = parse_xml(
        f'<w:drawing xmlns:w="{MAIN}" xmlns:wp="{WORD}" xmlns:a="{DRAWING}"><wp:inline>'
        f'<wp:extent cx="{Cm(WIDTH_CM)}" cy="{Cm(height_cm)}"/>'
        f'<wp:docPr id="{1000 + number}" name="Grafik {number}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" xmlns:r="{RELATIONS}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    frame.find(f".//{{{WORD}}}docPr").set("descr", alt)
    return frame
