"""What a slide or a brief says: words, numbers and their origin. Where they stand is the renderer's job.

The same pieces are drawn on the screen, in slides and on paper, so that what leaves the application
is what was seen.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure with its name, and its year or its place among the cities."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures side by side."""

    items: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `text` is `value` as it is written, `note` what stands beside it."""

    label: str
    value: float
    text: str
    note: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, the first on top.

    Attributes
    ----------
    number_format
        How a spreadsheet writes the values.
    mark, mark_label
        A value to draw a line at, and what it means.
    """

    heading: str
    items: tuple[Bar, ...]
    number_format: str = "0.0"
    mark: float | None = None
    mark_label: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One series over years."""

    heading: str
    years: tuple[str, ...]
    values: tuple[float, ...]
    texts: tuple[str, ...]
    number_format: str = "#,##0"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words; `widths` are relative, `numeric` the columns set to the right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    numeric: frozenset[int] = frozenset()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to say, and what stands behind it."""

    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Things to say, numbered."""

    items: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A city on a map."""

    code: str
    name: str
    latitude: float
    longitude: float
    size: float = 1.0
    colour: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """A direction from one place to another; `weight` 0..1 is its width."""

    start: str
    end: str
    weight: float = 0.5
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Map:
    """Cities, arrows between them, a legend of (colour, words), and whose the coast below them is."""

    alt: str
    places: tuple[Place, ...]
    arrows: tuple[Arrow, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence that stands alone: what is missing, what to beware of."""

    text: str


# The first slide and the last are drawn otherwise than those between.
COVER, SOURCES = "judul", "sumber"

Block = Tiles | Bars | Line | Table | Points | Map | Paragraph


@dataclass(frozen=True, slots=True)
class Slide:
    """One message with its proof.

    Attributes
    ----------
    kind
        Code of the slide, the same in both languages.
    name
        Short name, for a list of slides.
    title
        The finding in a sentence.
    note
        Period, reference economy and caveat; stands under the proof.
    method
        How the figures came about; goes into the speaker's notes.
    sources
        Codes of the sources behind it.
    notes
        What a presenter can say to it, line by line: title, method, note, numbered sources.
    origin
        The line under it: subject, data and the numbers of its sources.
    """

    kind: str
    name: str
    title: str
    blocks: tuple[Block, ...]
    note: str = ""
    method: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    origin: str = ""

    @property
    def lead(self) -> str:
        """Text of the first block where that is a paragraph, as on a cover; else empty."""
        first = self.blocks[0] if self.blocks else None
        return first.text if isinstance(first, Paragraph) else ""


@dataclass(frozen=True, slots=True)
class Story:
    """Slides about one subject at one edition of the data."""

    subject: str
    name: str
    slides: tuple[Slide, ...]
    footer: str
    language: str
    edition: int
    author: str = "Sinergi Kota"

    def slide(self, kind: str) -> Slide | None:
        """The slide of that kind, if the story has it."""
        return next((each for each in self.slides if each.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Brief:
    """A story on two sheets of paper.

    Attributes
    ----------
    kicker
        The line above the title: what kind of paper this is.
    sources
        The sources in the order of their numbers.
    more
        For each number of sources that found room: how many more there are.
    """

    kicker: str
    title: str
    lead: str
    sections: tuple[Slide, ...]
    sources_title: str
    sources: tuple[str, ...]
    more: tuple[str, ...]
    footer: str
    language: str
    author: str = "Sinergi Kota"
