"""Tell a story: its slides in order, a cover before them and the sources after them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import data
import i18n
from data.sourcing import provenance
from data.versioning import versions
from findings import story
from i18n import _, ngettext
from reports.blocks import Paragraph, Slide, Story, Table
from reports.telling import of_all, of_city, of_pair
from wording import formats
from wording.names import city_name as name
from wording.names import home_komwil, word
from wording.phrases import footer, version_line

COVER, SOURCES = "judul", "sumber"
KINDS = {
    "city": (COVER, "siapa", "kekuatan", "produk", "peluang", "mitra", "aplikasi", "usulan", SOURCES),
    "pair": (COVER, "siapa", "kekuatan", "pasok", "balik", "produk", "aplikasi", "usulan", SOURCES),
    "all": (COVER, "siapa", "kekuatan", "produk", "mitra", "aplikasi", "usulan", SOURCES),
}
MOST_PUBLISHERS, OFFICIAL, UNLISTED = 7, "official", ""


class UnknownSlide(data.DataError):
    """The story has no slide of that kind."""

    what = "salindia"


@contextmanager
def one_edition(language: str, edition: int | None = None) -> Iterator[int]:
    """Hold language and edition for one report: it shows one version of the data throughout.

    Raises
    ------
    data.versioning.versions.UnknownEdition
        If `edition` is asked for and there is no such edition.
    """
    at = versions.current_edition() if edition is None else edition
    with i18n.using(language), versions.pinned(at):
        yield at


def subject_name(subject: story.Subject) -> str:
    """``Kota Medan``, ``Sibolga dan Medan`` or ``APEKSI Komwil I`` (the home Komwil)."""
    if subject.kind == "pair":
        return _("{a} dan {b}").format(a=name(subject.city), b=name(subject.other))
    if subject.kind == "city":
        return _("Kota {city}").format(city=name(subject.city))
    return _("APEKSI {home}").format(home=home_komwil())


def tell(
    subject: story.Subject,
    *,
    language: str = i18n.SOURCE_LANGUAGE,
    edition: int | None = None,
    kinds: Sequence[str] | None = None,
    title: str = "",
    note: str = "",
) -> Story:
    """Return the story of `subject`.

    Parameters
    ----------
    kinds
        Slides wanted, in that order; None: all of them.
    edition
        Edition of the data set; None: the one in force.
    title, note
        The presenter's own words on the cover.

    Raises
    ------
    UnknownSlide
        Naming the kind and the known ones.
    """
    allowed = KINDS[subject.kind]
    wanted = tuple(dict.fromkeys(kinds)) if kinds else allowed
    for kind in wanted:
        if kind not in allowed:
            raise UnknownSlide(kind, allowed)
    with one_edition(language, edition) as at:
        return _composed(subject, language, at, wanted, words=(title.strip(), note.strip()))


@data.by_version(*versions.table_names(), size=96)
def _composed(
    subject: story.Subject, language: str, edition: int, kinds: tuple[str, ...], *, words: tuple[str, str]
) -> Story:
    """The story in one language; remembered, since a presenter goes forth and back."""
    told = {slide.kind: slide for slide in _told(subject)}
    told[COVER] = cover(subject, *words)
    told[SOURCES] = sources_slide([told[kind] for kind in kinds if kind in told])
    whose = subject_name(subject)
    return Story(
        "-".join(filter(None, subject)) or f"komwil-{data.KOMWILS[0].lower()}",
        whose,
        tuple(told[kind] for kind in kinds),
        footer(whose, edition),
        language,
        edition,
    )


def _told(subject: story.Subject) -> list[Slide]:
    if subject.kind == "pair":
        return of_pair.tell(subject.city, subject.other)
    return of_city.tell(subject.city) if subject.kind == "city" else of_all.tell()


def cover(subject: story.Subject, title: str = "", note: str = "") -> Slide:
    """The first slide: whose story, the presenter's title and note."""
    whose = subject_name(subject)
    told = title or _("{whose}: potensi dan kerja sama").format(whose=whose)
    said = note or _("Kerja sama produk dan aplikasi unggulan antarkota anggota APEKSI {home}").format(
        home=home_komwil()
    )
    return Slide(COVER, _("Judul"), told, (Paragraph(said),), note=version_line(versions.current_edition()))


def numbered(slides: Sequence[Slide]) -> dict[str, int]:
    """Return source -> its number, in the order the slides first use them."""
    codes = dict.fromkeys(code for slide in slides for code in slide.sources if not formats.is_missing(code))
    return {code: number for number, code in enumerate(codes, start=1)}


def sources_slide(slides: Sequence[Slide]) -> Slide:
    """The last slide: who published what the story rests on; the full list stands in its notes."""
    codes = numbered(slides)
    publishers: Counter[tuple[str, str]] = Counter()
    for code in codes:
        try:
            origin = provenance.source(code)
            publishers[(origin.publisher, origin.status)] += 1
        except provenance.UnknownSource:  # an older edition does not list the source of a newer table
            publishers[(_("Belum terdata pada edisi ini"), UNLISTED)] += 1
    by_weight = sorted(publishers.items(), key=lambda each: (each[0][1] != OFFICIAL, -each[1], each[0]))
    rows = [
        (publisher, word("origin_status", status) if status else "", formats.number(count))
        for (publisher, status), count in by_weight[:MOST_PUBLISHERS]
    ]
    left = len(publishers) - len(rows)
    if left > 0:
        rows.append((ngettext("dan {count} penerbit lain", "dan {count} penerbit lain", left).format(
            count=formats.number(left)), "", ""))  # fmt: skip
    header = (_("Penerbit"), _("Sifat"), _("Sumber"))
    title = ngettext(
        "Semua angka dapat dirunut ke {count} sumber",
        "Semua angka dapat dirunut ke {count} sumber",
        len(codes),
    )
    return Slide(
        SOURCES,
        _("Sumber"),
        title.format(count=formats.number(len(codes))),
        (Table(header, tuple(rows), widths=(3, 1.2, 0.7), numeric=frozenset({2})),),
        note=_("{version}. Daftar lengkap ada pada catatan salindia dan buku kerja XLSX.").format(
            version=version_line(versions.current_edition())
        ),
        sources=tuple(codes),
    )
