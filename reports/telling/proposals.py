"""The slide on what we propose: deals worth exploring, one application each way."""

from __future__ import annotations

from collections.abc import Iterable

from findings.deals.records import WITH_PARTNER, Card, surest
from findings.deals.table import Deal
from findings.story.records import CityStory, KomwilStory, PairStory
from i18n import _, ngettext
from reports.blocks import Block, Paragraph, Point, Points, Slide
from reports.telling.deals import whose
from wording import deals as words
from wording import formats
from wording.applications import gap_reason
from wording.cutting import short
from wording.goods import good_name
from wording.names import city_name as name
from wording.names import home_komwil, place_name
from wording.phrases import cities_count, inside, upper_first

KIND = "usulan"
MOST_DEALS = 2
LONGEST, LONGEST_OF_MANY = 40, 36


def of_city(found: CityStory) -> Slide:
    """What to offer, what to seek, one application each way."""
    city, known = name(found.known.city), found.known
    points = _cards(found.front)
    for row in known.take.head(1).itertuples():
        points.append(
            Point(
                _("Replikasi {app} dari {city}").format(app=short(row.app, LONGEST), city=name(row.donor)),
                gap_reason(row.why, city, row.service_domain),
            )
        )
    for row in known.give.head(1).itertuples():
        points.append(
            Point(
                _("Bagikan {app} kepada {city}").format(app=short(row.app, LONGEST), city=name(row.adopter)),
                _without(row.service_domain, row.cities),
            )
        )
    return _slide(city, points, _one_proposes(city, len(points)))


def of_pair(found: PairStory) -> Slide:
    """What both propose."""
    a, b = (name(each.city) for each in found.pair)
    points = [_reported(deal) for deal in found.reported[:MOST_DEALS]]
    for taker, owner, frame in zip((a, b), (b, a), found.exchange, strict=True):
        for row in frame.head(1).itertuples():
            points.append(
                Point(
                    _("{taker} mereplikasi {app} dari {owner}").format(
                        taker=taker, app=short(row.app, LONGEST_OF_MANY), owner=owner
                    ),
                    gap_reason(row.why, taker, row.service_domain),
                )
            )
    said = ngettext(
        "{count} kerja sama yang dapat diusulkan {a} dan {b}",
        "{count} kerja sama yang dapat diusulkan {a} dan {b}",
        len(points),
    )
    return _slide(
        _("{a} dan {b}").format(a=a, b=b), points, said.format(a=a, b=b, count=formats.number(len(points)))
    )


def of_all(found: KomwilStory) -> Slide:
    """What the cities could agree on."""
    points = _cards(found.front, city=True)
    awarded = found.offers[found.offers["awarded"]].drop_duplicates("region_code")
    for row in awarded.head(2).itertuples():
        points.append(
            Point(
                _("{app} dari {city} untuk kota lain").format(
                    app=short(row.app, LONGEST_OF_MANY), city=row.city
                ),
                _without(row.service_domain, found.lacking[row.service_domain]),
            )
        )
    return _slide(home_komwil(), points, _one_proposes(home_komwil(), len(points)))


def _cards(cards: Iterable[Card], *, city: bool = False) -> list[Point]:
    """What is worth exploring next, the surest first: the finding, a price against it, the next step."""
    found = surest(card for card in cards if card.form in WITH_PARTNER)
    return [
        Point(whose(card, city=city), _said(words.no_margin(card.lead), words.next_step(card)))
        for card in found[:MOST_DEALS]
    ]


def _reported(deal: Deal) -> Point:
    return Point(
        _("{good} dari {a} untuk {b}").format(
            good=upper_first(good_name(deal.good.code, words.as_told(deal))),
            a=place_name(deal.supplier),
            b=place_name(deal.buyer),
        ),
        _said(
            words.no_margin(deal),
            upper_first(
                _("{told}; volume dan harganya perlu dicatat di kedua ujung.").format(
                    told=words.told_of(deal)
                )
            ),
        ),
    )


def _said(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _without(domain: str, count: int) -> str:
    return _("Di {cities} {home}, aplikasi yang berjalan untuk urusan {domain} belum terdata.").format(
        home=home_komwil(), cities=cities_count(count), domain=inside("service_domain", domain)
    )


def _one_proposes(city: str, count: int) -> str:
    said = ngettext(
        "{count} kerja sama yang dapat diusulkan {city}",
        "{count} kerja sama yang dapat diusulkan {city}",
        count,
    )
    return said.format(city=city, count=formats.number(count))


def _slide(whose: str, points: list[Point], title: str) -> Slide:
    block: Block = Points(tuple(points))
    if not points:
        title = _("Usulan {city} menunggu data yang lebih lengkap").format(city=whose)
        block = Paragraph(_("Belum ada data yang cukup untuk usulan."))
    return Slide(
        KIND,
        _("Usulan"),
        title,
        (block,),
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
