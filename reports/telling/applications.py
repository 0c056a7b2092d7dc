"""The story of one city, continued: who fits it, which applications to take and give, what it proposes."""

from __future__ import annotations

import pandas as pd

from findings import home, story
from i18n import _, ngettext
from reports.blocks import Paragraph, Point, Points, Slide, Table
from reports.telling import deals_told
from wording import formats
from wording.cutting import short
from wording.names import city_name as name
from wording.names import home_komwil, word
from wording.phrases import cities_count, inside

MOST_ROWS = 5


def apps(city: str) -> Slide:
    """Which applications to take and which to give."""
    take, give = story.to_take(city), story.to_give(city)
    blocks: list = []
    if not take.empty:
        rows = tuple(
            (short(row.app, 40), name(row.donor), word("service_domain", row.service_domain))
            for row in take.head(MOST_ROWS).itertuples()
        )
        header = (_("Aplikasi"), _("Dari"), _("Urusan"))
        blocks.append(Table(header, rows, widths=(1.8, 1.6, 1.5), heading=_("Dapat diambil")))
    if not give.empty:
        rows = tuple(
            (short(row.app, 40), word("service_domain", row.service_domain), formats.number(row.cities))
            for row in give.head(MOST_ROWS).itertuples()
        )
        header = (_("Aplikasi"), _("Urusan"), _("Kota tanpa"))
        blocks.append(
            Table(header, rows, widths=(2.2, 1.5, 0.8), numeric=frozenset({2}), heading=_("Dapat dibagikan"))
        )
    if give.empty:
        blocks.append(
            Paragraph(_("Aplikasi milik {city} yang berjalan belum terdata.").format(city=name(city)))
        )
    return Slide(
        "aplikasi",
        _("Aplikasi"),
        apps_title(city, take, give),
        tuple(blocks),
        note=_("“Belum punya” berarti belum terdata; pastikan kepada dinas sebelum menawarkan."),
        method=_(
            "Dapat diambil: untuk tiap urusan yang di kota ini belum punya aplikasi berjalan, aplikasi kota "
            "anggota dengan skor tertinggi (bukti, kemiripan kota, perjanjian; lihat halaman Aplikasi). "
            "Dapat dibagikan: aplikasi kota ini yang berjalan, dan banyaknya kota {home} yang belum punya "
            "untuk urusan itu."
        ).format(home=home_komwil()),
        sources=tuple(
            pd.concat([take["source_id"].head(MOST_ROWS), give["source_id"].head(MOST_ROWS)]).unique()
        ),
    )


def apps_title(city: str, take: pd.DataFrame, give: pd.DataFrame) -> str:
    """The finding about applications in a sentence."""
    if not take.empty and not give.empty:
        return _("{city} dapat mengambil {taken} dari {owner} dan membagikan {given}").format(
            city=name(city),
            taken=short(take["app"][0], 30),
            owner=name(take["donor"][0]),
            given=short(give["app"][0], 30),
        )
    if not take.empty:
        return _("{city} dapat mengambil {taken} dari {owner}").format(
            city=name(city), taken=short(take["app"][0], 40), owner=name(take["donor"][0])
        )
    if not give.empty:
        return _("{city} dapat membagikan {given}").format(city=name(city), given=short(give["app"][0], 40))
    return _("Aplikasi {city} belum terdata").format(city=name(city))


def proposal(city: str) -> Slide:
    """What we propose: what to offer, what to seek, one application each way."""
    take, give = story.to_take(city), story.to_give(city)
    points = deals_told.points(home.front(city))
    for row in take.head(1).itertuples():
        points.append(
            Point(
                _("Ambil {app} dari {city}").format(app=short(row.app, 40), city=name(row.donor)),
                _("Untuk urusan {domain}, yang belum punya aplikasi berjalan di {city}.").format(
                    domain=inside("service_domain", row.service_domain), city=name(city)
                ),
            )
        )
    for row in give.head(1).itertuples():
        points.append(
            Point(
                _("Bagikan {app} kepada {city}").format(app=short(row.app, 40), city=name(row.adopter)),
                _("{cities} {home} belum punya aplikasi berjalan untuk urusan {domain}.").format(
                    home=home_komwil(),
                    cities=cities_count(row.cities),
                    domain=inside("service_domain", row.service_domain),
                ),
            )
        )
    return proposal_slide(name(city), points)


def proposal_slide(whose: str, points: list[Point]) -> Slide:
    """The slide that proposes `points`."""
    title = ngettext(
        "{city} mengusulkan {count} kerja sama", "{city} mengusulkan {count} kerja sama", len(points)
    )
    if not points:
        title = _("Usulan {city} menunggu data yang lebih lengkap")
    blocks = (
        (Points(tuple(points)),) if points else (Paragraph(_("Belum ada data yang cukup untuk usulan.")),)
    )
    return Slide(
        "usulan",
        _("Usulan"),
        title.format(city=whose, count=formats.number(len(points))),
        blocks,
        note=_(
            "Langkah berikutnya: surat penawaran kepala daerah, Kesepakatan Bersama, lalu Perjanjian Kerja "
            "Sama."
        ),
        method=_(
            "Usulan dihasilkan dari angka pada salindia sebelumnya dan perlu ditimbang: harga, mutu dan "
            "kesediaan kedua pihak tidak termasuk. Dasar: PP 28/2018 dan Permendagri 22/2020 tentang kerja "
            "sama daerah."
        ),
    )
