"""The story of one city, continued: who fits it, which applications to take and give, what it proposes."""

from __future__ import annotations

import pandas as pd

from findings import story
from i18n import _, ngettext
from reports.model import Bar, Bars, Paragraph, Point, Points, Slide, Table
from wording import formats, reasons
from wording.cutting import short
from wording.names import city_name as name
from wording.names import word
from wording.phrases import cities_count, inside

MOST_ROWS = 5


def fitting(city: str) -> Slide:
    """Who fits us and why."""
    table = story.partners(city, MOST_ROWS)
    if table.empty:
        title = _("Mitra {city} belum dapat diperingkat").format(city=name(city))
        blocks: tuple = (
            Paragraph(_("Data yang menjadi dasar peringkat belum ada untuk {city}.").format(city=name(city))),
        )
    else:
        title = fitting_title(city, table.iloc[0])
        items = tuple(
            Bar(name(row.partner), row.score, formats.fixed(row.score, 2), _rank_note(row))
            for row in table.itertuples()
        )
        rows = tuple(
            (name(row.partner), side(row.reasons, ours=True), side(row.reasons, ours=False))
            for row in table.itertuples()
        )
        header = (_("Mitra"), _("Kami memberi"), _("Kami menerima"))
        blocks = (
            Bars(_("Skor kecocokan, 0–1"), items, number_format="0.00"),
            Table(header, rows, widths=(1.75, 2, 2)),
        )
    return Slide(
        "mitra",
        _("Siapa yang cocok"),
        title,
        blocks,
        note=_("Dalam kurung: rentang peringkat bila bobot berubah. Skor, bukan aliran dagang."),
        method=partner_method(),
        sources=story.partner_sources(),
    )


def fitting_title(city: str, best) -> str:
    """The finding about the best partner in a sentence."""
    ours, theirs = (reasons.recorded_goods(best.reasons, ours=each) for each in (True, False))
    if ours:
        return _("Mitra paling cocok bagi {city}: {partner}, yang membutuhkan {goods}").format(
            partner=name(best.partner), city=name(city), goods=short(ours[0], 30)
        )
    if theirs:
        return _("Mitra paling cocok bagi {city}: {partner}, yang memasok {goods}").format(
            partner=name(best.partner), city=name(city), goods=short(theirs[0], 30)
        )
    return _("Mitra paling cocok bagi {city}: {partner}").format(partner=name(best.partner), city=name(city))


def _rank_note(row) -> str:
    return _("peringkat {rank} ({low}–{high}), {km} km").format(
        rank=formats.number(row.rank),
        low=formats.number(row.rank_low),
        high=formats.number(row.rank_high),
        km=formats.number(round(row.km)),
    )


def side(found: dict[str, list[dict]], *, ours: bool, most: int = 42) -> str:
    """What one side brings, as the card on page Mitra names it."""
    goods = reasons.goods_offered(found, ours=ours)
    return short("; ".join(short(each, 28) for each in goods[:2]), most) if goods else formats.MISSING


def partner_method() -> str:
    """How partners are ranked, in words."""
    return _(
        "Skor mitra: besar pasokan, besar pembeli, kedekatan (dua kali), kebutuhan yang tercatat dan "
        "aplikasi, dengan bobot bawaan halaman Mitra. Rentang peringkat: terbaik dan terburuk bila bobotnya "
        "diubah. Tidak ada aliran dagang antarkota yang diamati."
    )


def fit_method() -> str:
    """How complementarity is worked out, in words."""
    return _(
        "Komplementaritas: seberapa jauh susunan kelebihan sektor kota pemasok bertemu susunan kekurangan "
        "sektor kota penerima, dibanding struktur Indonesia, hanya sektor yang diperdagangkan antarkota "
        "(menurut Michaely 1996, dengan PDRB sebagai pengganti ekspor dan impor). Tidak ada aliran dagang "
        "yang diamati."
    )


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
            "Dapat dibagikan: aplikasi kota ini yang berjalan, dan banyaknya kota Komwil I yang belum punya "
            "untuk urusan itu."
        ),
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
    table = story.partners(city)
    take, give = story.to_take(city), story.to_give(city)
    points = []
    if not table.empty:
        offers = [row for row in table.itertuples() if reasons.goods_offered(row.reasons, ours=True)]
        seeks = [row for row in table.itertuples() if reasons.goods_offered(row.reasons, ours=False)]
        points += [offer_point(row) for row in offers[:1]]
        others = [row for row in seeks if not offers or row.partner != offers[0].partner]
        points += [seek_point(row) for row in (others or seeks)[:1]]
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
                _("{cities} Komwil I belum punya aplikasi berjalan untuk urusan {domain}.").format(
                    cities=cities_count(row.cities),
                    domain=inside("service_domain", row.service_domain),
                ),
            )
        )
    return proposal_slide(name(city), points)


def offer_point(row) -> Point:
    """Offer a partner what it lacks."""
    goods = short(reasons.goods_offered(row.reasons, ours=True)[0], 34)
    title = _("Tawarkan {goods} kepada {partner}").format(goods=goods, partner=name(row.partner))
    return Point(title, _grounds(row, ours=True))


def seek_point(row) -> Point:
    """Seek from a partner what the city lacks."""
    goods = short(reasons.goods_offered(row.reasons, ours=False)[0], 34)
    title = _("Jajaki {goods} dari {partner}").format(goods=goods, partner=name(row.partner))
    return Point(title, _grounds(row, ours=False))


def _grounds(row, *, ours: bool) -> str:
    km = formats.number(round(row.km))
    if reasons.recorded_goods(row.reasons, ours=ours):
        return _("Sudah tercatat dipasok atau dibutuhkan; jaraknya {km} km.").format(km=km)
    return _("Dibeli rumah tangga di sana; perdagangannya belum tercatat. Jaraknya {km} km.").format(km=km)


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
