"""Words every story uses: names, code lists, shortened texts, lines about sources and data."""

from __future__ import annotations

from collections.abc import Iterable

from data.changes import editions
from data.texts import lower_first
from i18n import _, ngettext
from wording import formats, theme
from wording.cutting import ELLIPSIS
from wording.names import word


def inside(kind: str, code: str) -> str:
    """What a code list calls `code`, as it stands inside a sentence: ``industri``."""
    return lower_first(word(kind, code))


def sectors(codes: Iterable[str], most: int | None = None) -> str:
    """The first `most` sectors inside a sentence: ``pertanian & perikanan, industri dan perdagangan``."""
    return formats.listing([inside("sector", code) for code in list(codes)[:most]])


def upper_first(text: str) -> str:
    """`text` as it begins a sentence."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """`text` with one stop at its end, also where what it ends with was shortened."""
    whole = text.replace(f"{ELLIPSIS}.", ELLIPSIS).rstrip()
    stopped = whole.rstrip(')"”’').endswith((".", "!", "?", ELLIPSIS))
    return whole if stopped or not whole else f"{whole}."


def colour(category: str) -> str:
    """Colour of a category of products."""
    return theme.CATEGORY_COLOURS.get(category, theme.MUTED)


def dated(edition: int) -> str:
    """``3 (26 November 2026)``: an edition's number and since when it stands."""
    number, day = formats.number(edition), editions.about(edition).day
    return number if day is None else f"{number} ({formats.day(day)})"


def version_line(edition: int) -> str:
    """``Data edisi 3 (26 November 2026)``: which state of the data set this is."""
    return _("Data edisi {edition}").format(edition=dated(edition))


def changes_line(edition: int) -> str:
    """What an edition changed, in a sentence: the note of whoever made it, and how many tables."""
    told = editions.about(edition)
    note = told.note.strip().rstrip(".")
    if not told.tables:
        return f"{note}." if note else ""
    changed = ngettext("{count} tabel berubah", "{count} tabel berubah", len(told.tables)).format(
        count=formats.number(len(told.tables))
    )
    return f"{changed}: {note}." if note else f"{changed}."


def footer(name: str, edition: int) -> str:
    """The line under every slide and page."""
    return f"Sinergi Kota  ·  {name}  ·  {version_line(edition)}"


def quarter_note(period: str) -> str:
    """What must be said beside the sector figures of one quarter."""
    return _("{period}, satu triwulan. Pembanding: Indonesia (jumlah 514 kabupaten/kota).").format(
        period=formats.period(period)
    )


def cities_count(count: int) -> str:
    """``3 kota``."""
    return ngettext("{count} kota", "{count} kota", int(count)).format(count=formats.number(count))
