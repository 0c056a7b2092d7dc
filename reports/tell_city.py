"""The story of one city, one message a slide."""

from __future__ import annotations

import pandas as pd

import data
from data.schema import label
from findings import complementarity as fits
from findings import story
from i18n import _, ngettext
from reports.model import Arrow, Bar, Bars, Line, Map, Paragraph, Place, Point, Points, Slide, Table, Tile, Tiles
from reports.wording import city as name
from reports.wording import cities_count, colour, inside, quarter_note, sectors, short, word
from ui import formats, theme

PALE = "#7FB5B1"
MOST_BARS, MOST_ROWS, MOST_PRODUCTS = 6, 5, 7
WRITTEN = {
    "population": lambda value: formats.number(value),
    "grdp_per_capita_adhb": lambda value: formats.rupiah(value * 1e3),
    "hdi": lambda value: formats.fixed(value, 2),
    "poverty_pct": lambda value: formats.fixed(value, 2) + "%",
    "unemployment_pct": lambda value: formats.fixed(value, 2) + "%",
    story.OUTPUT: formats.rupiah_billion,
}


def measure_name(code: str) -> str:
    """Short name of a key figure, as on a tile."""
    names = {
        story.OUTPUT: _("PDRB harga berlaku"),
        "population": _("Penduduk"),
        "grdp_per_capita_adhb": _("PDRB per kapita"),
        "hdi": _("IPM"),
        "poverty_pct": _("Penduduk miskin"),
        "unemployment_pct": _("Pengangguran terbuka"),
    }
    return names.get(code) or word("indicator", code)


def written(measure: str, value: float) -> str:
    """A key figure as a reader writes it."""
    return WRITTEN[measure](value)


def who(city: str) -> Slide:
    """Who we are: the first figures of the city and its output over the years."""
    figures = story.key_figures(city)
    years = story.output_by_year(city)
    known = figures.set_index("measure")
    people = written("population", known["value"]["population"]) if "population" in known.index else None
    output = written(story.OUTPUT, known["value"][story.OUTPUT]) if story.OUTPUT in known.index else None
    if people and output:
        title = _("{city}: {people} penduduk dan PDRB {output}").format(
            city=name(city), people=people, output=output
        )
    else:
        title = _("{city}: data dasarnya belum lengkap").format(city=name(city))
    blocks: list = []
    if not figures.empty:
        blocks.append(Tiles(tuple(_tile(row) for row in figures.itertuples())))
    if len(years) > 1:
        blocks.append(
            Line(
                _("PDRB harga berlaku, triliun rupiah"),
                tuple(years["period"]),
                tuple(years["value_billion_rupiah"] / 1e3),
                tuple(formats.rupiah_billion(value) for value in years["value_billion_rupiah"]),
                number_format="#,##0.0",
            )
        )
    if not blocks:
        blocks.append(Paragraph(_("Belum ada angka dasar untuk {city} dalam data ini.").format(city=name(city))))
    return Slide(
        "siapa",
        _("Siapa kami"),
        title,
        tuple(blocks),
        note=_("Peringkat di antara 34 kota pada tahun yang sama. PDRB 2024 sementara, 2025 sangat sementara."),
        method=_(
            "Angka terakhir yang tersedia; tahun ditulis di samping tiap angka. Peringkat hanya untuk tahun yang "
            "lengkap bagi ke-34 kota: 1 adalah yang terbaik, atau yang terbesar bila tidak ada yang lebih baik."
        ),
        sources=tuple(pd.concat([figures["source_id"], years["source_id"]]).unique()),
    )


def _tile(row) -> Tile:
    note = formats.period(row.period)
    if not formats.is_missing(row.rank):
        place = _("peringkat {rank} dari {of}").format(rank=formats.number(row.rank), of=formats.number(row.of))
        note = f"{note} · {place}"
    return Tile(measure_name(row.measure), written(row.measure, row.value), note)


def strong(cities: tuple[str, ...], whose: str) -> Slide:
    """What we are strong in: sectors whose share lies above the reference, of a city or of several together."""
    table = story.strengths(cities, MOST_BARS)
    if table.empty:
        title = _("Kekuatan {city} belum dapat dihitung").format(city=whose)
        blocks: tuple = (Paragraph(_("PDRB menurut sektor belum terdata untuk {city}.").format(city=whose)),)
    else:
        first = table[table["main"]].iloc[0]
        title = _("Kekuatan utama {city}: {sector}, {times} kali porsinya di Indonesia").format(
            city=whose, sector=inside(word("sector", first["sector"])), times=formats.fixed(first["lq"], 1)
        )
        blocks = (lq_bars(table),)
    return Slide(
        "kekuatan",
        _("Kekuatan kami"),
        title,
        blocks,
        note=quarter_note(),
        method=_(
            "LQ = pangsa sektor di kota dibagi pangsa sektor di ekonomi pembanding (Balassa 1965); LQ 1 berarti "
            "sama dengan pembanding. Hanya sektor dengan pangsa paling sedikit 1% yang ditampilkan, karena "
            "sektor kecil memberi LQ besar tanpa bobot."
        ),
        sources=story.sector_sources(cities) if len(cities) < 3 else tuple(fits.sources()),
    )


def lq_bars(table: pd.DataFrame, heading: str = "") -> Bars:
    """Bars of location quotients with the share of the city beside each."""
    items = tuple(
        Bar(
            word("sector", row.sector),
            row.lq,
            formats.location_quotient(row.lq),
            _("{share} PDRB").format(share=formats.percent(row.share)),
            colour=theme.ACCENT if row.main else PALE,
        )
        for row in table.itertuples()
    )
    return Bars(
        heading or _("Porsi sektor dibanding Indonesia (LQ)"),
        items,
        number_format="0.0",
        mark=1.0,
        mark_label=_("LQ 1 = sama dengan Indonesia"),
    )


def places(codes, *, strong_ones=(), colours=None, sizes=None) -> tuple[Place, ...]:
    """Cities as places on a map; those without a known point are left out."""
    rows = data.cities().loc[list(dict.fromkeys(codes))].dropna(subset=["latitude", "longitude"])
    return tuple(
        Place(
            row.Index,
            row.short_name,
            row.latitude,
            row.longitude,
            size=(sizes or {}).get(row.Index, 1.0),
            colour=(colours or {}).get(row.Index, theme.ACCENT if row.Index in strong_ones else theme.MUTED),
            strong=row.Index in strong_ones,
        )
        for row in rows.itertuples()
    )


def arrows(flows: pd.DataFrame, city: str) -> tuple[Arrow, ...]:
    """Documented supplies as arrows: from the city blue, to it orange; width by how many goods."""
    counted = flows.groupby(["supplier", "buyer"]).size()
    return tuple(
        Arrow(a, b, min(count / 4, 1.0), theme.SUPPLY if a == city else theme.NEED)
        for (a, b), count in counted.items()
    )


def where(city: str) -> Slide:
    """Where our products are and whom they are known to reach."""
    products, flows = story.products((city,)), story.flows(city)
    title = product_title(products, name(city))
    others = pd.concat([flows["supplier"], flows["buyer"]]).drop_duplicates()
    shown = [city, *others[others != city]]
    legend = ()
    if flows.empty:
        shown += _nearest(city, 6)
    else:
        legend = tuple(
            entry
            for entry, there in (
                ((theme.SUPPLY, _("{city} memasok").format(city=name(city))), (flows["supplier"] == city).any()),
                ((theme.NEED, _("memasok {city}").format(city=name(city))), (flows["buyer"] == city).any()),
            )
            if there
        )
    alt = _("Peta: {city} dan kota yang tercatat saling memasok dengannya.").format(city=name(city))
    drawn = Map(alt, places(shown, strong_ones=(city,)), arrows(flows, city), legend)
    return Slide(
        "produk",
        _("Produk kami"),
        title,
        (drawn, product_table(products)),
        note=_("Panah: pasokan yang tercatat dalam berita, bukan seluruh perdagangan."),
        method=_(
            "Produk unggulan dari dokumen pemerintah, penetapan dan berita; peran “pusat dagang” berarti "
            "diperdagangkan di kota itu, bukan dibuat di sana. Aliran yang digambar hanya yang jelas menyebut kotanya."
        ),
        sources=tuple(pd.concat([products["source_id"], flows["source_id"]]).unique()),
    )


def _nearest(city: str, most: int) -> list[str]:
    others = [code for code in data.cities().index if code != city]
    return sorted(others, key=lambda code: story.distance_km(city, code))[:most]


def product_title(products: pd.DataFrame, whose: str) -> str:
    """The finding about a list of products in a sentence."""
    if products.empty:
        return _("Produk unggulan {city} belum terdata").format(city=whose)
    most = products["category"].value_counts(sort=True)
    return _("{city} membawa {count} produk unggulan, terbanyak {category}").format(
        city=whose, count=formats.number(len(products)), category=inside(word("category", most.index[0]))
    )


def product_table(products: pd.DataFrame, most: int = MOST_PRODUCTS) -> Table | Paragraph:
    """Products with their category."""
    if products.empty:
        return Paragraph(_("Belum ada produk unggulan yang terdata. Dinas dapat mengisinya lewat halaman Data."))
    shown = products.head(most)
    rows = tuple((short(row.product, 52), word("category", row.category)) for row in shown.itertuples())
    return Table((_("Produk"), _("Jenis")), rows + _rest(len(products) - len(shown), 2), widths=(3, 1))


def _rest(left: int, columns: int) -> tuple[tuple[str, ...], ...]:
    if left <= 0:
        return ()
    said = ngettext("… dan {count} lagi", "… dan {count} lagi", left).format(count=formats.number(left))
    return ((said, *[""] * (columns - 1)),)


def fitting(city: str) -> Slide:
    """Who fits us and why, both ways."""
    view = fits.View()
    buyers = fits.partners(city, view, "buyers", MOST_ROWS)
    suppliers = fits.partners(city, view, "suppliers", MOST_ROWS)
    blocks = []
    for table, heading, shade in (
        (buyers, _("Dapat dipasok {city}"), theme.SUPPLY),
        (suppliers, _("Dapat memasok {city}"), theme.NEED),
    ):
        if not table.empty:
            items = tuple(fit_bar(row, shade) for row in table.itertuples())
            blocks.append(Bars(heading.format(city=name(city)), items, number_format="0.00"))
    if buyers.empty or suppliers.empty:
        title = _("Pasangan {city} belum dapat dihitung").format(city=name(city))
    else:
        title = _("{city} cocok memasok {buyer}; {supplier} cocok memasok {city}").format(
            city=name(city), buyer=name(buyers["partner"][0]), supplier=name(suppliers["partner"][0])
        )
    if not blocks:
        blocks.append(Paragraph(_("PDRB menurut sektor belum terdata untuk {city}.").format(city=name(city))))
    return Slide("mitra", _("Siapa yang cocok"), title, tuple(blocks), note=fit_note(), method=fit_method(),
                 sources=tuple(fits.sources()))  # fmt: skip


def fit_bar(row, shade: str) -> Bar:
    """A partner: index, and the sectors behind it."""
    return Bar(
        name(row.partner), row.index, formats.fixed(row.index, 2), sectors(row.sectors, 2), colour=shade
    )


def fit_note() -> str:
    """What must be said beside the complementarity of cities."""
    return _("Indeks 0–1 dari kelebihan dan kekurangan struktur ekonomi, {period}; bukan aliran dagang.").format(
        period=formats.period(data.DEFAULT_PERIOD)
    )


def fit_method() -> str:
    """How complementarity is worked out, in words."""
    return _(
        "Komplementaritas: seberapa jauh susunan kelebihan sektor kota pemasok bertemu susunan kekurangan sektor kota "
        "penerima, dibanding struktur Indonesia, hanya sektor yang diperdagangkan antarkota (menurut Michaely 1996, "
        "dengan PDRB sebagai pengganti ekspor dan impor). Tidak ada aliran dagang yang diamati."
    )


def apps(city: str) -> Slide:
    """Which applications to take and which to give."""
    take, give = story.to_take(city), story.to_give(city)
    blocks: list = []
    if not take.empty:
        rows = tuple(
            (short(row.app, 40), row.city, word("service_domain", row.service_domain))
            for row in take.head(MOST_ROWS).itertuples()
        )
        header = (_("Aplikasi"), _("Dari"), _("Urusan"))
        blocks.append(Table(header, rows, widths=(2.2, 1.3, 1.5), heading=_("Dapat diambil")))
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
            "Dapat diambil: urusan layanan yang di kota ini belum punya aplikasi berjalan, dengan aplikasi kota lain yang "
            "sudah direplikasi atau mendapat penghargaan lebih dulu. Dapat dibagikan: aplikasi kota ini yang berjalan, dan "
            "banyaknya kota Komwil I yang belum punya untuk urusan itu."
        ),
        sources=tuple(pd.concat([take["source_id"].head(MOST_ROWS), give["source_id"].head(MOST_ROWS)]).unique()),
    )


def apps_title(city: str, take: pd.DataFrame, give: pd.DataFrame) -> str:
    """The finding about applications in a sentence."""
    if not take.empty and not give.empty:
        return _("{city} dapat mengambil {taken} dari {owner} dan membagikan {given}").format(
            city=name(city), taken=short(take["app"][0], 30), owner=take["city"][0], given=short(give["app"][0], 30)
        )
    if not take.empty:
        return _("{city} dapat mengambil {taken} dari {owner}").format(
            city=name(city), taken=short(take["app"][0], 40), owner=take["city"][0]
        )
    if not give.empty:
        return _("{city} dapat membagikan {given}").format(city=name(city), given=short(give["app"][0], 40))
    return _("Aplikasi {city} belum terdata").format(city=name(city))


def proposal(city: str) -> Slide:
    """What we propose: one buyer, one supplier, one application each way."""
    view = fits.View()
    buyers, suppliers = fits.partners(city, view, "buyers", 1), fits.partners(city, view, "suppliers", 1)
    take, give = story.to_take(city), story.to_give(city)
    points = []
    for row in buyers.itertuples():
        goods = story.products((city,))
        goods = goods[goods["sector"].isin(row.sectors)]["product"].head(2)
        listed = formats.listing([short(each, 40) for each in goods]) or sectors(row.sectors, 2)
        points.append(
            Point(
                _("Tawarkan pasokan kepada {city}").format(city=name(row.partner)),
                _("{goods}; {partner} kekurangan {sectors}.").format(
                    goods=listed, partner=name(row.partner), sectors=sectors(row.sectors, 2)
                ),
            )
        )
    for row in suppliers.itertuples():
        points.append(
            Point(
                _("Jajaki pasokan dari {city}").format(city=name(row.partner)),
                _("{partner} berlebih pada {sectors}, yang di {city} kurang.").format(
                    partner=name(row.partner), sectors=sectors(row.sectors, 2), city=name(city)
                ),
            )
        )
    for row in take.head(1).itertuples():
        points.append(
            Point(
                _("Ambil {app} dari {city}").format(app=short(row.app, 40), city=row.city),
                _("Untuk urusan {domain}, yang belum punya aplikasi berjalan di {city}.").format(
                    domain=inside(label("service_domain", row.service_domain)), city=name(city)
                ),
            )
        )
    for row in give.head(1).itertuples():
        points.append(
            Point(
                _("Bagikan {app}").format(app=short(row.app, 40)),
                _("{cities} Komwil I belum punya aplikasi berjalan untuk urusan {domain}.").format(
                    cities=cities_count(row.cities), domain=inside(label("service_domain", row.service_domain))
                ),
            )
        )
    return proposal_slide(name(city), points)


def proposal_slide(whose: str, points: list[Point]) -> Slide:
    """The slide that proposes `points`."""
    title = ngettext("{city} mengusulkan {count} kerja sama", "{city} mengusulkan {count} kerja sama", len(points))
    if not points:
        title = _("Usulan {city} menunggu data yang lebih lengkap")
    blocks = (Points(tuple(points)),) if points else (Paragraph(_("Belum ada data yang cukup untuk usulan.")),)
    return Slide(
        "usulan",
        _("Usulan"),
        title.format(city=whose, count=formats.number(len(points))),
        blocks,
        note=_("Langkah berikutnya: surat penawaran kepala daerah, Kesepakatan Bersama, lalu Perjanjian Kerja Sama."),
        method=_(
            "Usulan dihasilkan dari angka pada halaman-halaman sebelumnya dan perlu ditimbang: jarak, harga, mutu dan "
            "kesediaan kedua pihak tidak termasuk. Dasar: PP 28/2018 dan Permendagri 22/2020 tentang kerja sama daerah."
        ),
    )


def tell(city: str) -> list[Slide]:
    """Return the slides of one city, without cover and sources."""
    return [who(city), strong((city,), name(city)), where(city), fitting(city), apps(city), proposal(city)]
