"""Tell a story: its slides in order, a cover before them and the sources after them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from findings.story.records import Gathered
from findings.story.subjects import Subject
from i18n import _, ngettext
from reports.blocks import COVER, SOURCES, Paragraph, Slide, Story, Table
from reports.telling import applications, deals, notes, products, proposals, strengths, who
from wording import formats, sources
from wording.names import city_name as name
from wording.names import home_komwil, word
from wording.phrases import footer, version_line

TELLERS: Mapping[str, Mapping[str, Callable[..., Slide]]] = {
    "city": {
        who.KIND: who.of_city,
        strengths.KIND: strengths.of_city,
        products.KIND: products.of_city,
        deals.BEST: deals.best_of_city,
        deals.KIND: deals.of_city,
        applications.KIND: applications.of_city,
        proposals.KIND: proposals.of_city,
    },
    "pair": {
        who.KIND: who.of_pair,
        strengths.KIND: strengths.of_pair,
        deals.THERE: deals.there,
        deals.BACK: deals.back,
        products.KIND: products.of_pair,
        applications.KIND: applications.of_pair,
        proposals.KIND: proposals.of_pair,
    },
    "all": {
        who.KIND: who.of_all,
        strengths.KIND: strengths.of_all,
        products.KIND: products.of_all,
        deals.KIND: deals.of_all,
        applications.KIND: applications.of_all,
        proposals.KIND: proposals.of_all,
    },
}
KINDS = {kind: (COVER, *tellers, SOURCES) for kind, tellers in TELLERS.items()}
MOST_PUBLISHERS, OFFICIAL = 7, "official"


def subject_name(subject: Subject) -> str:
    """``Kota Medan``, ``Sibolga dan Medan`` or ``APEKSI Komwil I`` (the home Komwil)."""
    if subject.kind == "pair":
        return _("{a} dan {b}").format(a=name(subject.city), b=name(subject.other))
    if subject.kind == "city":
        return _("Kota {city}").format(city=name(subject.city))
    return _("APEKSI {home}").format(home=home_komwil())


def tell(found: Gathered, language: str, kinds: Sequence[str], title: str = "", note: str = "") -> Story:
    """Return the story of what was gathered, in the language in force (`language` names it).

    Parameters
    ----------
    kinds
        Slides wanted, in that order, of :data:`KINDS`.
    title, note
        The presenter's own words on the cover; empty: made from the subject.
    """
    tellers = TELLERS[found.subject.kind]
    told = {kind: tellers[kind](found) for kind in kinds if kind in tellers}
    numbers = notes.numbered(list(told.values()))
    told[COVER] = _cover(found, title, note)
    told[SOURCES] = _sources(found, list(numbers))
    whose = subject_name(found.subject)
    line = footer(whose, found.edition)
    slides = (told[kind] for kind in kinds)
    return Story(
        found.subject.key,
        whose,
        tuple(
            replace(each, notes=notes.of(each, numbers), origin=notes.origin(each, line, numbers))
            for each in slides
        ),
        line,
        language,
        found.edition,
    )


def _cover(found: Gathered, title: str, note: str) -> Slide:
    """The first slide: whose story, the presenter's title and note."""
    told = title or _("{whose}: potensi dan kerja sama").format(whose=subject_name(found.subject))
    said = note or _("Kerja sama produk dan aplikasi unggulan antarkota anggota APEKSI {home}").format(
        home=home_komwil()
    )
    return Slide(COVER, _("Judul"), told, (Paragraph(said),), note=version_line(found.edition))


def _sources(found: Gathered, codes: Sequence[str]) -> Slide:
    """The last slide: who published what the story rests on; the full list stands in its notes."""
    publishers = Counter(map(sources.publisher, codes))
    by_weight = sorted(publishers.items(), key=lambda each: (each[0][1] != OFFICIAL, -each[1], each[0]))
    rows = [
        (
            publisher or _("Belum terdata pada edisi ini"),
            word("origin_status", status) if status else "",
            formats.number(count),
        )
        for (publisher, status), count in by_weight[:MOST_PUBLISHERS]
    ]
    left = len(publishers) - len(rows)
    if left > 0:
        more = ngettext("dan {count} penerbit lain", "dan {count} penerbit lain", left)
        rows.append((more.format(count=formats.number(left)), "", ""))
    title = ngettext(
        "Semua angka dapat dirunut ke {count} sumber",
        "Semua angka dapat dirunut ke {count} sumber",
        len(codes),
    )
    return Slide(
        SOURCES,
        _("Sumber"),
        title.format(count=formats.number(len(codes))),
        (
            Table(
                (_("Penerbit"), _("Sifat"), _("Sumber")),
                tuple(rows),
                widths=(3, 1.2, 0.7),
                numeric=frozenset({2}),
            ),
        ),
        note=_("{version}. Daftar lengkap ada pada catatan salindia dan buku kerja XLSX.").format(
            version=version_line(found.edition)
        ),
        sources=tuple(codes),
    )
