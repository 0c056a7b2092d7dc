"""What stands beside a slide: the presenter's notes and the numbers of its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from i18n import _
from reports.blocks import COVER, SOURCES, Slide
from wording import formats
from wording.sources import source_text

MOST_NUMBERS = 4


def numbered(slides: Sequence[Slide]) -> dict[str, int]:
    """Return source -> its number, in the order the slides first use them."""
    codes = dict.fromkeys(code for slide in slides for code in slide.sources if not formats.is_missing(code))
    return {code: number for number, code in enumerate(codes, start=1)}


def of(slide: Slide, numbers: Mapping[str, int]) -> tuple[str, ...]:
    """Return the lines of the notes: title, how its figures came about, what to beware of, sources."""
    lines = [slide.title]
    if slide.method:
        lines += ["", _("Cara menghitung: {method}").format(method=slide.method)]
    if slide.note:
        lines += ["", _("Catatan: {note}").format(note=slide.note)]
    used = set(slide.sources)
    listed = [f"[{number}] {source_text(code)}" for code, number in numbers.items() if code in used]
    if listed:
        lines += ["", _("Sumber:"), *listed]
    return tuple(lines)


def origin(slide: Slide, footer: str, numbers: Mapping[str, int]) -> str:
    """Return the line under a slide: subject and data, and its sources as the notes number them."""
    listed = "" if slide.kind in (COVER, SOURCES) else references(slide, numbers, MOST_NUMBERS)
    return f"{footer}  ·  " + _("Sumber: {numbers}").format(numbers=listed) if listed else footer


def references(slide: Slide, numbers: Mapping[str, int], most: int) -> str:
    """Return ``[1, 2, 5 …]``: the first `most` numbers of a slide's sources; empty without any."""
    used = sorted(numbers[code] for code in slide.sources if code in numbers)
    shown = ", ".join(map(str, used[:most])) + (" …" if len(used) > most else "")
    return f"[{shown}]" if used else ""
