"""The story of one city, continued: who fits it, which applications to take and give, what it proposes."""

from __future__ import annotations

import pandas as pd

from findings import story
from i18n import _, ngettext
from reports.model import Bar, Bars, Paragraph, Point, Points, Slide, Table
from wording import formats
from wording.cutting import short
from wording.names import city_name as name
from wording.names import word
from wording.phrases import cities_count, inside, sectors, sentence, upper_first

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
            (name(row.partner), side(row.goods_out, row.gives), side(row.goods_in, row.takes))
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
    if best.goods_out:
        return _("Mitra paling cocok bagi {city}: {partner}, yang membutuhkan {goods}").format(
            partner=name(best.partner), city=name(city), goods=short(best.goods_out[0], 30)
        )
    if best.goods_in:
        return _("Mitra paling cocok bagi {city}: {partner}, yang memasok {goods}").format(
            partner=name(best.partner), city=name(city), goods=short(best.goods_in[0], 30)
        )
    return _("Mitra paling cocok bagi {city}: {partner}").format(partner=name(best.partner), city=name(city))


def _rank_note(row) -> str:
    return _("peringkat {rank} ({low}–{high}), {km} km").format(
        rank=formats.number(row.rank),
        low=formats.number(row.rank_low),
        high=formats.number(row.rank_high),
        km=formats.number(round(row.km)),
    )


def side(goods: tuple[str, ...], codes: tuple[str, ...], most: int = 42) -> str:
    """What one side brings: goods that are documented or asked for, then sectors in surplus."""
    said = list(dict.fromkeys(short(each, 28) for each in goods))[:2] + ([sectors(codes, 2)] if codes else [])
    return short("; ".join(said), most) if said else formats.MISSING


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
        offers = [row for row in table.itertuples() if row.goods_out or row.gives]
        seeks = [row for row in table.itertuples() if row.goods_in or row.takes]
        points += [offer_point(city, row) for row in offers[:1]]
        others = [row for row in seeks if not offers or row.partner != offers[0].partner]
        points += [seek_point(city, row) for row in (others or seeks)[:1]]
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


def offer_point(city: str, row) -> Point:
    """Offer a partner what it lacks."""
    if row.goods_out:
        return Point(
            _("Tawarkan {goods} kepada {partner}").format(
                goods=short(row.goods_out[0], 34), partner=name(row.partner)
            ),
            _("Sudah tercatat dipasok atau dibutuhkan; jaraknya {km} km.").format(
                km=formats.number(round(row.km))
            ),
        )
    goods = story.products((city,))
    goods = goods[goods["sector"].isin(row.gives)]["product"].head(2)
    listed = formats.listing([short(each, 36) for each in goods])
    return Point(
        _("Tawarkan pasokan kepada {partner}").format(partner=name(row.partner)),
        _("{sectors}: berlebih di {a}, kurang di {b}.").format(
            sectors=upper_first(sectors(row.gives, 2)), a=name(city), b=name(row.partner)
        )
        + (" " + sentence(_("Produknya: {products}.").format(products=listed)) if listed else ""),
    )


def seek_point(city: str, row) -> Point:
    """Seek from a partner what the city lacks."""
    if row.goods_in:
        return Point(
            _("Jajaki {goods} dari {partner}").format(
                goods=short(row.goods_in[0], 34), partner=name(row.partner)
            ),
            _("Sudah tercatat dipasok atau dibutuhkan; jaraknya {km} km.").format(
                km=formats.number(round(row.km))
            ),
        )
    return Point(
        _("Jajaki pasokan dari {partner}").format(partner=name(row.partner)),
        _("{sectors}: berlebih di {a}, kurang di {b}.").format(
            sectors=upper_first(sectors(row.takes, 2)), a=name(row.partner), b=name(city)
        ),
    )


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
