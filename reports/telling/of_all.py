"""The story of all cities of the home Komwil, one message a slide."""

from __future__ import annotations

import data
from findings import deals, home, story
from i18n import _
from reports.blocks import Bar, Bars, Map, Point, Slide, Table, Tile, Tiles
from reports.telling import applications as fitting_words
from reports.telling import deals_told
from reports.telling import of_city as alone
from wording import formats, periods
from wording.cutting import short
from wording.names import home_komwil, scope, word
from wording.phrases import cities_count, colour, inside


def who() -> Slide:
    """What the cities bring together."""
    totals = home.totals(story.KOMWIL)
    cities = data.cities(story.KOMWIL)
    tiles = (
        Tile(
            _("Kota anggota"), formats.number(totals["cities"]), _("{home} APEKSI").format(home=home_komwil())
        ),
        Tile(_("Penduduk terdaftar"), formats.number(totals["population"]), totals["population_year"]),
        Tile(
            _("PDRB harga berlaku"),
            formats.rupiah_billion(totals["output"]),
            periods.year(totals["output_year"]),
        ),
        Tile(_("Produk unggulan"), formats.number(totals["products"]), _("terdata")),
        Tile(_("Aplikasi berjalan"), formats.number(totals["applications"]), _("terdata")),
        Tile(_("Pasokan antarkota"), formats.number(totals["flows"]), _("tercatat, antarkota anggota")),
    )
    return Slide(
        "siapa",
        _("Siapa kami"),
        _("{count} kota membawa {products} produk unggulan dan {apps} aplikasi").format(
            count=formats.number(totals["cities"]),
            products=formats.number(totals["products"]),
            apps=formats.number(totals["applications"]),
        ),
        (Tiles(tiles),),
        note=_("Anggota {home} menurut tabel wilayah; lihat catatan pada halaman Metode.").format(
            home=home_komwil()
        ),
        method=_(
            "Jumlah atas semua kota itu; penduduk menurut registrasi Dukcapil, PDRB menurut harga berlaku."
        ),
        sources=tuple(cities["population_source_id"].dropna().unique()),
    )


def strong() -> Slide:
    """What the cities are strong in, taken together."""
    return alone.strong(story.Subject().cities, home_komwil())


def where() -> Slide:
    """Where the products are."""
    frame = story.categories()
    shades = {code: colour(category) for code, category in frame["category"].items()}
    sizes = {code: 0.8 + count / 9 for code, count in frame["products"].items()}
    products = story.products(tuple(data.cities(story.KOMWIL).index))
    counted = products["category"].value_counts()
    drawn = Map(
        _("Peta {cities}, diwarnai menurut jenis produk unggulan terbanyak.").format(
            cities=scope(story.KOMWIL)
        ),
        alone.places(data.cities(story.KOMWIL).index, colours=shades, sizes=sizes),
    )
    items = tuple(
        Bar(word("category", code), float(count), formats.number(count), colour=colour(code))
        for code, count in counted.items()
    )
    return Slide(
        "produk",
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
        sources=tuple(products["source_id"].value_counts().index),
    )


def apps() -> Slide:
    """Which services most cities still lack an application for, and who could give one."""
    lacking = story.lacking()
    offered = story.offers()
    rows, used = [], []
    for domain, count in lacking.items():
        best = offered[offered["service_domain"] == domain].head(1)
        for row in best.itertuples():
            rows.append((word("service_domain", domain), formats.number(count), short(row.app, 34), row.city))
            used.append(row.source_id)
    rows = rows[:7]
    header = (_("Urusan"), _("Kota tanpa"), _("Aplikasi yang dapat dibagikan"), _("Pemilik"))
    return Slide(
        "aplikasi",
        _("Aplikasi"),
        _("{count} dari {all} kota belum punya aplikasi {domain} yang terdata").format(
            count=formats.number(lacking.iloc[0]),
            all=formats.number(len(data.cities(story.KOMWIL))),
            domain=inside("service_domain", lacking.index[0]),
        ),
        (Table(header, tuple(rows), widths=(1.5, 0.7, 2, 1.2), numeric=frozenset({1})),),
        note=_("“Belum punya” berarti belum terdata; pastikan kepada dinas sebelum menawarkan."),
        method=_(
            "Untuk tiap urusan: aplikasi berjalan yang sudah direplikasi atau mendapat penghargaan lebih "
            "dulu."
        ),
        sources=tuple(dict.fromkeys(used[:7])),
    )


def proposal() -> Slide:
    """What the cities could agree on."""
    points = deals_told.points(deals.strongest(story.KOMWIL), city=True)
    offered = story.offers()
    for row in offered[offered["awarded"]].drop_duplicates("region_code").head(2).itertuples():
        points.append(
            Point(
                _("{app} dari {city} untuk kota lain").format(app=short(row.app, 36), city=row.city),
                _("{cities} {home} belum punya aplikasi berjalan untuk urusan {domain}.").format(
                    home=home_komwil(),
                    cities=cities_count(story.lacking()[row.service_domain]),
                    domain=inside("service_domain", row.service_domain),
                ),
            )
        )
    return fitting_words.proposal_slide(home_komwil(), points)


def tell() -> list[Slide]:
    """Return the slides of all of the home Komwil, without cover and sources."""
    return [who(), strong(), where(), deals_told.of_all(), apps(), proposal()]
