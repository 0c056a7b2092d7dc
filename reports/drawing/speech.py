"""What a presenter can say to a slide: how its figures came about, what to beware of, its sources."""

from __future__ import annotations

from i18n import _
from reports.blocks import Slide
from wording.sources import source_text as source


def notes(told: Slide, numbers: dict[str, int]) -> list[str]:
    """Return the lines of the notes, the title first; `numbers`: see ``narration.numbered``."""
    lines = [told.title]
    if told.method:
        lines += ["", _("Cara menghitung: {method}").format(method=told.method)]
    if told.note:
        lines += ["", _("Catatan: {note}").format(note=told.note)]
    listed = [code for code in numbers if code in set(told.sources)]
    if listed:
        lines += ["", _("Sumber:")] + [f"[{numbers[code]}] {source(code)}" for code in listed]
    return lines
