"""The slide on our products: what they are, and on a map whom they are known to reach."""

from __future__ import annotations

import pandas as pd

from findings.story.records import CityStory, KomwilStory, PairStory
from i18n import _, ngettext
from reports.blocks import Arrow, Bar, Bars, Map, Paragraph, Slide, Table
from reports.telling.parts import credit, places, sources_of
from wording import formats, theme
from wording.cutting import short
from wording.names import city_name as name
from wording.names import scope, word
from wording.phrases import colour, inside

KIND = "produk"
MOST_PRODUCTS, MOST_OF_EACH = 7, 4
LONGEST, LONGEST_BESIDE = 52, 44
ARROWS_AT_FULL_WIDTH = 4  # goods supplied
MOST_TIED = 2  # kinds of product named together as the most frequent


def of_city(found: CityStory) -> Slide:
    """Where our products are and whom they are known to reach."""
    city, products, flows = found.known.city, found.known.products, found.flows
    others = pd.concat([flows["supplier"], flows["buyer"]]).drop_duplicates()
    drawn = Map(
        _("Peta: {city} dan kota yang tercatat saling memasok dengannya.").format(city=name(city)),
        places(found.places, [city, *(found.nearest if flows.empty else others)], strong_ones=(city,)),
        _arrows(flows, city),
        _legend(flows, city),
        credit(),
    )
    return Slide(
        KIND,
        _("Produk kami"),
        _title(products, name(city)),
        (drawn, _table(products)),
        note=_("Pasokan antarkota yang jelas kotanya belum tercatat; titik lain adalah kota terdekat.")
        if flows.empty
        else _arrows_note(),
        method=_method(),
        sources=sources_of(products, flows),
    )


def of_pair(found: PairStory) -> Slide:
    """Both on the map, with the products each brings."""
    a, b = (each.city for each in found.pair)
    drawn = Map(
        _("Peta: {a} dan {b}, dengan pasokan yang tercatat di antara keduanya.").format(a=name(a), b=name(b)),
        places(found.places, (a, b), strong_ones=(a, b)),
        _arrows(found.flows, a),
        credit=credit(),
    )
    brought = [each.products.head(MOST_OF_EACH) for each in found.pair]
    rows = tuple(
        (short(row.product, LONGEST_BESIDE), name(row.region_code))
        for each in brought
        for row in each.itertuples()
    )
    table = (
        Table((_("Produk"), _("Kota")), rows, widths=(2, 1))
        if rows
        else Paragraph(_("Produk unggulan belum terdata."))
    )
    count = found.flows["commodity"].nunique()
    title = (
        ngettext(
            "{count} barang sudah tercatat mengalir antara {a} dan {b}",
            "{count} barang sudah tercatat mengalir antara {a} dan {b}",
            count,
        )
        if count
        else _("Pasokan antara {a} dan {b} belum tercatat")
    )
    return Slide(
        KIND,
        _("Produk kami"),
        title.format(count=formats.number(count), a=name(a), b=name(b)),
        (drawn, table),
        note=_arrows_note()
        if count
        else _("Yang belum tercatat belum tentu tidak ada: pedagang dan pelabuhan tidak selalu diberitakan."),
        method=_method(),
        sources=sources_of(*brought, found.flows),
    )


def of_all(found: KomwilStory) -> Slide:
    """Where the products are."""
    categories, counted = found.categories, found.products["category"].value_counts()
    drawn = Map(
        _("Peta {cities}, diwarnai menurut jenis produk unggulan terbanyak.").format(
            cities=scope(found.komwil)
        ),
        places(
            found.places,
            found.subject.cities,
            shade=lambda code: colour(categories["category"].get(code, "")),
            size=lambda code: 0.8 + categories["products"][code] / 9 if code in categories.index else 1.0,
        ),
        credit=credit(),
    )
    items = tuple(
        Bar(word("category", code), float(count), formats.number(count), colour=colour(code))
        for code, count in counted.items()
    )
    return Slide(
        KIND,
        _("Produk kami"),
        _("{first} dan {second} adalah produk unggulan terbanyak").format(
            first=word("category", counted.index[0]), second=inside("category", counted.index[1])
        ),
        (drawn, Bars(_("Produk unggulan menurut jenis"), items, number_format="0")),
        note=_("Warna titik: jenis produk terbanyak di kota itu; besarnya: banyaknya produk yang terdata."),
        method=_(
            "Produk unggulan dari dokumen pemerintah, penetapan dan berita; yang belum terdata tidak "
            "dihitung."
        ),
        sources=tuple(found.products["source_id"].value_counts().index),
    )


def _arrows(flows: pd.DataFrame, city: str) -> tuple[Arrow, ...]:
    """Documented supplies as arrows: from the city blue, to it orange; width by how many goods."""
    counted = flows.groupby(["supplier", "buyer"]).size()
    return tuple(
        Arrow(a, b, min(count / ARROWS_AT_FULL_WIDTH, 1.0), theme.SUPPLY if a == city else theme.NEED)
        for (a, b), count in counted.items()
    )


def _legend(flows: pd.DataFrame, city: str) -> tuple[tuple[str, str], ...]:
    entries = (
        ("supplier", theme.SUPPLY, _("{city} memasok")),
        ("buyer", theme.NEED, _("memasok {city}")),
    )
    return tuple(
        (shade, said.format(city=name(city))) for side, shade, said in entries if (flows[side] == city).any()
    )


def _title(products: pd.DataFrame, whose: str) -> str:
    """The finding about a list of products in a sentence."""
    if products.empty:
        return _("Produk unggulan {city} belum terdata").format(city=whose)
    counted, count = products["category"].value_counts(sort=True), formats.number(len(products))
    most = counted[counted == counted.iloc[0]].index
    # One of each kind, or many kinds alike: none of them is the most frequent.
    if counted.iloc[0] == 1 or len(most) > MOST_TIED:
        return _("{city} membawa {count} produk unggulan dari {kinds} jenis").format(
            city=whose, count=count, kinds=formats.number(len(counted))
        )
    return _("{city} membawa {count} produk unggulan, terbanyak {category}").format(
        city=whose, count=count, category=formats.listing([inside("category", code) for code in most])
    )


def _table(products: pd.DataFrame) -> Table | Paragraph:
    """Products with their category."""
    if products.empty:
        return Paragraph(
            _("Belum ada produk unggulan yang terdata. Dinas dapat mengisinya lewat halaman Data.")
        )
    # A line that says "1 more" takes the place of the one.
    shown = products.head(MOST_PRODUCTS if len(products) > MOST_PRODUCTS + 1 else MOST_PRODUCTS + 1)
    rows = [(short(row.product, LONGEST), word("category", row.category)) for row in shown.itertuples()]
    left = len(products) - len(shown)
    if left > 0:
        more = ngettext("… dan {count} lagi", "… dan {count} lagi", left)
        rows.append((more.format(count=formats.number(left)), ""))
    return Table((_("Produk"), _("Jenis")), tuple(rows), widths=(2.4, 1))


def _arrows_note() -> str:
    return _("Panah: pasokan yang tercatat dalam berita, bukan seluruh perdagangan.")


def _method() -> str:
    return _(
        "Produk unggulan dari dokumen pemerintah, penetapan dan berita; peran “pusat dagang” berarti "
        "diperdagangkan di kota itu, bukan dibuat di sana. Aliran yang digambar hanya yang jelas "
        "menyebut kotanya."
    )
