"""The story of one city, one message a slide: who it is, what it is strong in, where its products are."""

from __future__ import annotations

import pandas as pd

import data
from findings import complementarity as fits
from findings import story
from i18n import _, ngettext
from reports.blocks import (
    Arrow,
    Bar,
    Bars,
    Line,
    Map,
    Paragraph,
    Place,
    Slide,
    Table,
    Tile,
    Tiles,
)
from reports.telling import applications, deals_told
from wording import formats, periods, theme
from wording.cutting import short
from wording.names import city_name as name
from wording.names import word
from wording.phrases import inside, quarter_note

PALE = "#7FB5B1"
MOST_BARS, MOST_ROWS, MOST_PRODUCTS = 6, 5, 7
WRITTEN = {
    "population": formats.number,
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
        blocks.append(
            Paragraph(_("Belum ada angka dasar untuk {city} dalam data ini.").format(city=name(city)))
        )
    return Slide(
        "siapa",
        _("Siapa kami"),
        title,
        tuple(blocks),
        note=_("Peringkat di antara {count} kota pada tahun yang sama. {unsettled}").format(
            count=len(data.cities()), unsettled=periods.unsettled()
        ),
        method=_(
            "Angka terakhir yang tersedia; tahun ditulis di samping tiap angka. Peringkat hanya untuk tahun "
            "yang lengkap bagi semua kota anggota: 1 adalah yang terbaik, atau yang terbesar bila tidak ada "
            "yang lebih baik."
        ),
        sources=tuple(pd.concat([figures["source_id"], years["source_id"]]).unique()),
    )


def _tile(row) -> Tile:
    note = formats.period(row.period)
    if not formats.is_missing(row.rank):
        place = _("peringkat {rank} dari {of}").format(
            rank=formats.number(row.rank), of=formats.number(row.of)
        )
        note = f"{note} · {place}"
    return Tile(measure_name(row.measure), written(row.measure, row.value), note)


def strong(cities: tuple[str, ...], whose: str) -> Slide:
    """What we are strong in: sectors above the reference, of a city or of several together."""
    table = story.strengths(cities, MOST_BARS)
    if table.empty:
        title = _("Kekuatan {city} belum dapat dihitung").format(city=whose)
        blocks: tuple = (Paragraph(_("PDRB menurut sektor belum terdata untuk {city}.").format(city=whose)),)
    else:
        title = strong_title(table, whose)
        blocks = (lq_bars(table),)
    return Slide(
        "kekuatan",
        _("Kekuatan kami"),
        title,
        blocks,
        note=quarter_note(),
        method=_(
            "LQ = pangsa sektor di kota dibagi pangsa sektor di ekonomi pembanding (Balassa 1965); LQ 1 "
            "berarti sama dengan pembanding. Hanya sektor dengan pangsa paling sedikit 1% yang ditampilkan, "
            "karena sektor kecil memberi LQ besar tanpa bobot."
        ),
        sources=story.sector_sources(cities) if len(cities) < 3 else tuple(fits.sources()),
    )


def strong_title(table: pd.DataFrame, whose: str) -> str:
    """The finding about the structure: the tradable sector to speak of, or that only services stand out."""
    main = table[table["main"]]
    if main.empty:
        return _("Yang menonjol di {city} hanya jasa setempat").format(city=whose)
    first = main.iloc[0]
    return _("Kekuatan utama {city}: {sector}, {times} kali porsinya di Indonesia").format(
        city=whose, sector=inside("sector", first["sector"]), times=formats.fixed(first["lq"], 1)
    )


def lq_bars(table: pd.DataFrame, heading: str = "") -> Bars:
    """Bars of location quotients with the share of the city beside each, the one the title names first."""
    first = pd.concat([table[table["main"]], table[~table["main"]]])
    items = tuple(
        Bar(
            word("sector", row.sector),
            row.lq,
            _("{times} kali").format(times=formats.fixed(row.lq, 1)),
            _("{share} PDRB").format(share=formats.percent(row.share)),
            colour=theme.ACCENT if row.main else PALE,
        )
        for row in first.itertuples()
    )
    return Bars(
        heading or _("Porsi sektor dibanding porsinya di Indonesia"),
        items,
        number_format="0.0",
        mark=1.0,
        mark_label=_("1 kali = sama dengan Indonesia; warna tua: yang dijual ke luar kota"),
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
    legend: tuple[tuple[str, str], ...] = ()
    if flows.empty:
        shown += _nearest(city, 6)
    else:
        legend = tuple(
            entry
            for entry, there in (
                (
                    (theme.SUPPLY, _("{city} memasok").format(city=name(city))),
                    (flows["supplier"] == city).any(),
                ),
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
        note=_("Belum ada pasokan yang tercatat; titik lain adalah kota terdekat.")
        if flows.empty
        else _("Panah: pasokan yang tercatat dalam berita, bukan seluruh perdagangan."),
        method=_(
            "Produk unggulan dari dokumen pemerintah, penetapan dan berita; peran “pusat dagang” berarti "
            "diperdagangkan di kota itu, bukan dibuat di sana. Aliran yang digambar hanya yang jelas "
            "menyebut kotanya."
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
        city=whose, count=formats.number(len(products)), category=inside("category", most.index[0])
    )


def product_table(products: pd.DataFrame, most: int = MOST_PRODUCTS) -> Table | Paragraph:
    """Products with their category."""
    if products.empty:
        return Paragraph(
            _("Belum ada produk unggulan yang terdata. Dinas dapat mengisinya lewat halaman Data.")
        )
    # A line that says "1 more" takes the place of the one.
    shown = products.head(most if len(products) > most + 1 else most + 1)
    rows = tuple((short(row.product, 52), word("category", row.category)) for row in shown.itertuples())
    return Table((_("Produk"), _("Jenis")), rows + _rest(len(products) - len(shown), 2), widths=(2.4, 1))


def _rest(left: int, columns: int) -> tuple[tuple[str, ...], ...]:
    if left <= 0:
        return ()
    said = ngettext("… dan {count} lagi", "… dan {count} lagi", left).format(count=formats.number(left))
    return ((said, *[""] * (columns - 1)),)


def tell(city: str) -> list[Slide]:
    """Return the slides of one city, without cover and sources."""
    return [
        who(city),
        strong((city,), name(city)),
        where(city),
        deals_told.best_of_city(city),
        deals_told.of_city(city),
        applications.apps(city),
        applications.proposal(city),
    ]
