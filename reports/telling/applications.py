"""The slide on applications: which to take, which to give, which most cities lack."""

from __future__ import annotations

import pandas as pd

from findings.story.records import CityStory, KomwilStory, PairStory
from i18n import _, ngettext
from reports.blocks import Block, Paragraph, Slide, Table
from reports.telling.parts import sources_of
from wording import formats
from wording.cutting import short
from wording.names import city_name as name
from wording.names import home_komwil, word
from wording.phrases import inside

KIND = "aplikasi"
MOST_ROWS, MOST_EXCHANGED, MOST_LACKED = 5, 4, 7
LONGEST, LONGEST_OFFERED, LONGEST_OF_TWO = 40, 34, 30


def of_city(found: CityStory) -> Slide:
    """Which applications to take and which to give."""
    city = name(found.known.city)
    take, give = (each.head(MOST_ROWS) for each in (found.known.take, found.known.give))
    blocks: list[Block] = []
    if not take.empty:
        rows = [(short(row.app, LONGEST), name(row.donor), _service(row)) for row in take.itertuples()]
        header = (_("Aplikasi"), _("Dari"), _("Urusan"))
        blocks.append(Table(header, tuple(rows), widths=(1.8, 1.6, 1.5), heading=_("Layak direplikasi")))
    if not give.empty:
        rows = [
            (short(row.app, LONGEST), _service(row), formats.number(row.cities)) for row in give.itertuples()
        ]
        header = (_("Aplikasi"), _("Urusan"), _("Kota belum terdata"))
        blocks.append(
            Table(
                header,
                tuple(rows),
                widths=(2.2, 1.5, 0.8),
                numeric=frozenset({2}),
                heading=_("Dapat dibagikan"),
            )
        )
    else:
        blocks.append(
            Paragraph(_("Aplikasi {city} yang berjalan dan jelas gunanya belum terdata.").format(city=city))
        )
    return Slide(
        KIND,
        _("Aplikasi"),
        _title(city, take, give),
        tuple(blocks),
        note=_unsure(),
        method=_method(),
        sources=sources_of(take, give),
    )


def of_pair(found: PairStory) -> Slide:
    """Which applications each could take from the other."""
    a, b = (name(each.city) for each in found.pair)
    offered = [each.head(MOST_EXCHANGED) for each in found.exchange]
    return Slide(
        KIND,
        _("Aplikasi"),
        _exchange_title(a, b, *map(len, offered)),
        tuple(
            _exchanged(frame, taker, owner)
            for frame, taker, owner in zip(offered, (a, b), (b, a), strict=True)
        ),
        note=_unsure(),
        method=_method(),
        sources=sources_of(*offered),
    )


def _exchange_title(a: str, b: str, count_a: int, count_b: int) -> str:
    """The finding about two cities: an exchange only where both have something for the other."""
    if count_a and count_b:
        return _(
            "Aplikasi yang dapat dipertukarkan: {a} mereplikasi {count_a}, {b} mereplikasi {count_b}"
        ).format(a=a, b=b, count_a=formats.number(count_a), count_b=formats.number(count_b))
    if not count_a and not count_b:
        return _("Aplikasi yang dapat dipertukarkan {a} dan {b} belum terdata").format(a=a, b=b)
    taker, owner, count = (a, b, count_a) if count_a else (b, a, count_b)
    return ngettext(
        "{taker} dapat mereplikasi {count} aplikasi {owner}",
        "{taker} dapat mereplikasi {count} aplikasi {owner}",
        count,
    ).format(taker=taker, owner=owner, count=formats.number(count))


def _exchanged(frame: pd.DataFrame, taker: str, owner: str) -> Table | Paragraph:
    if frame.empty:
        none = _("Aplikasi {owner} untuk urusan yang belum terdata di {taker} juga belum terdata.")
        return Paragraph(none.format(taker=taker, owner=owner))
    rows = tuple((short(row.app, LONGEST), _service(row)) for row in frame.itertuples())
    heading = _("{taker} dapat mereplikasi dari {owner}").format(taker=taker, owner=owner)
    return Table((_("Aplikasi"), _("Urusan")), rows, widths=(2, 1.2), heading=heading)


def of_all(found: KomwilStory) -> Slide:
    """Which services most cities still lack an application for, and who could give one."""
    lacking = found.lacking
    best = found.offers.drop_duplicates("service_domain").set_index("service_domain")
    shown = best.loc[[domain for domain in lacking.index if domain in best.index]].head(MOST_LACKED)
    rows = tuple(
        (
            word("service_domain", row.Index),
            formats.number(lacking[row.Index]),
            short(row.app, LONGEST_OFFERED),
            row.city,
        )
        for row in shown.itertuples()
    )
    header = (_("Urusan"), _("Kota belum terdata"), _("Aplikasi yang dapat dibagikan"), _("Pemilik"))
    return Slide(
        KIND,
        _("Aplikasi"),
        _("Di {count} dari {all} kota, aplikasi {domain} belum terdata").format(
            count=formats.number(lacking.iloc[0]),
            all=formats.number(found.totals["cities"]),
            domain=inside("service_domain", lacking.index[0]),
        ),
        (Table(header, rows, widths=(1.5, 0.7, 2, 1.2), numeric=frozenset({1})),),
        note=_unsure(),
        method=_(
            "Untuk tiap urusan: aplikasi berjalan yang sudah direplikasi atau mendapat penghargaan lebih "
            "dulu."
        ),
        sources=sources_of(shown),
    )


def _service(row) -> str:
    return word("service_domain", row.service_domain)


def _title(city: str, take: pd.DataFrame, give: pd.DataFrame) -> str:
    """The finding about applications in a sentence."""
    if take.empty and give.empty:
        return _("Aplikasi {city} belum terdata").format(city=city)
    longest = LONGEST if take.empty or give.empty else LONGEST_OF_TWO
    taken = "" if take.empty else short(take["app"].iloc[0], longest)
    owner = "" if take.empty else name(take["donor"].iloc[0])
    given = "" if give.empty else short(give["app"].iloc[0], longest)
    if not given:
        said = _("{city} dapat mereplikasi {taken} dari {owner}")
    elif not taken:
        said = _("{city} dapat membagikan {given}")
    else:
        said = _("{city} dapat mereplikasi {taken} dari {owner} dan membagikan {given}")
    return said.format(city=city, taken=taken, owner=owner, given=given)


def _unsure() -> str:
    return _("Belum terdata bukan berarti belum ada; pastikan kepada dinas sebelum menawarkan.")


def _method() -> str:
    return _(
        "Layak direplikasi: untuk tiap urusan yang aplikasi berjalannya belum terdata di kota ini, aplikasi "
        "kota anggota dengan skor tertinggi (bukti, kemiripan kota, perjanjian; lihat halaman Aplikasi); "
        "celah yang dicatat kotanya sendiri didahulukan. Dapat dibagikan: aplikasi kota ini yang berjalan "
        "(yang baru terlihat kode publiknya tidak ikut), dan banyaknya kota {home} yang belum terdata untuk "
        "urusan itu. Yang menurut sumbernya belum jelas gunanya, atau dibuat untuk masa pandemi, tidak "
        "diusulkan."
    ).format(home=home_komwil())
