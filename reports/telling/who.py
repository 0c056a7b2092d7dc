"""The slide on who we are: the first figures of a city, of two side by side, of all together."""

from __future__ import annotations

import pandas as pd

from findings.story.records import CityStory, Known, KomwilStory, PairStory
from i18n import _
from reports.blocks import Block, Line, Paragraph, Slide, Table, Tile, Tiles
from reports.telling.parts import sources_of
from wording import formats, periods
from wording.names import city_name as name
from wording.names import home_komwil, word

KIND = "siapa"
OUTPUT = "grdp"
WRITTEN = {
    "population": formats.number,
    "grdp_per_capita_adhb": lambda value: formats.rupiah(value * 1e3),
    "hdi": lambda value: formats.fixed(value, 2),
    "poverty_pct": lambda value: formats.fixed(value, 2) + "%",
    "unemployment_pct": lambda value: formats.fixed(value, 2) + "%",
    OUTPUT: formats.rupiah_billion,
}


def measure_name(code: str) -> str:
    """Short name of a key figure, as on a tile."""
    names = {
        OUTPUT: _("PDRB harga berlaku"),
        "population": _("Penduduk"),
        "grdp_per_capita_adhb": _("PDRB per kapita"),
        "hdi": _("IPM"),
        "poverty_pct": _("Penduduk miskin"),
        "unemployment_pct": _("Pengangguran terbuka"),
    }
    return names.get(code) or word("indicator", code)


def of_city(found: CityStory) -> Slide:
    """The first figures of the city and its output over the years."""
    known, whose = found.known, name(found.known.city)
    said = {row.measure: WRITTEN[row.measure](row.value) for row in known.figures.itertuples()}
    if "population" in said and OUTPUT in said:
        year = {row.measure: formats.period(row.period) for row in known.figures.itertuples()}
        title = _("{city}: {people} penduduk ({counted}) dan PDRB {output} ({year})").format(
            city=whose,
            people=said["population"],
            counted=year["population"],
            output=said[OUTPUT],
            year=year[OUTPUT],
        )
    else:
        title = _("{city}: data dasarnya belum lengkap").format(city=whose)
    blocks: list[Block] = []
    if said:
        blocks.append(Tiles(tuple(_tile(row) for row in known.figures.itertuples())))
    if len(known.output) > 1:
        blocks.append(_output(known.output))
    if not blocks:
        blocks.append(Paragraph(_("Belum ada angka dasar untuk {city} dalam data ini.").format(city=whose)))
    return Slide(
        KIND,
        _("Siapa kami"),
        title,
        tuple(blocks),
        note=_("Peringkat di antara {count} kota pada tahun yang sama. {unsettled}").format(
            count=found.compared, unsettled=periods.unsettled()
        ),
        method=_(
            "Angka terakhir yang tersedia; tahun ditulis di samping tiap angka. Peringkat hanya untuk tahun "
            "yang lengkap bagi semua kota anggota: 1 adalah yang terbaik, atau yang terbesar bila tidak ada "
            "yang lebih baik."
        ),
        sources=sources_of(known.figures, known.output),
    )


def _tile(row) -> Tile:
    note = formats.period(row.period)
    if not formats.is_missing(row.rank):
        place = _("peringkat {rank} dari {of}").format(
            rank=formats.number(row.rank), of=formats.number(row.of)
        )
        note = f"{note} · {place}"
    return Tile(measure_name(row.measure), WRITTEN[row.measure](row.value), note)


def _output(years: pd.DataFrame) -> Line:
    values = years["value_billion_rupiah"]
    return Line(
        _("PDRB harga berlaku, triliun rupiah"),
        tuple(years["period"]),
        tuple(values / 1e3),
        tuple(map(formats.rupiah_billion, values)),
        number_format="#,##0.0",
    )


def of_pair(found: PairStory) -> Slide:
    """Both cities side by side, and how far they lie apart."""
    a, b = found.pair
    rows = tuple(
        (measure_name(measure), _cell(a, measure), _cell(b, measure))
        for measure in dict.fromkeys([*a.figures["measure"], *b.figures["measure"]])
    )
    header = (_("Ukuran"), name(a.city), name(b.city))
    block: Block = Table(header, rows, widths=(1.4, 1, 1), numeric=frozenset({1, 2}))
    if not rows:
        block = Paragraph(_("Belum ada angka dasar untuk kedua kota dalam data ini."))
    return Slide(
        KIND,
        _("Siapa kami"),
        _("{a} dan {b} terpisah {distance} km").format(
            a=name(a.city), b=name(b.city), distance=formats.number(round(found.km))
        ),
        (block,),
        note=_("Jarak garis lurus antartitik kota. {unsettled}").format(unsettled=periods.unsettled()),
        method=_("Angka terakhir yang tersedia untuk tiap kota; tahun ditulis di samping tiap angka."),
        sources=sources_of(a.figures, b.figures),
    )


def _cell(known: Known, measure: str) -> str:
    row = known.figures[known.figures["measure"] == measure]
    if row.empty:
        return formats.MISSING
    return f"{WRITTEN[measure](row['value'].iloc[0])} ({row['period'].iloc[0]})"


def of_all(found: KomwilStory) -> Slide:
    """What the cities bring together."""
    totals, home = found.totals, home_komwil()
    cities, products, apps = (formats.number(totals[each]) for each in ("cities", "products", "applications"))
    tiles = (
        Tile(_("Kota anggota"), cities, _("{home} APEKSI").format(home=home)),
        Tile(_("Penduduk terdaftar"), formats.number(totals["population"]), totals["population_year"]),
        Tile(
            _("PDRB harga berlaku"),
            formats.rupiah_billion(totals["output"]),
            periods.year(totals["output_year"]),
        ),
        Tile(_("Produk unggulan"), products, _("terdata")),
        Tile(_("Aplikasi berjalan"), apps, _("terdata")),
        Tile(_("Pasokan antarkota"), formats.number(totals["flows"]), _("tercatat, antarkota anggota")),
    )
    return Slide(
        KIND,
        _("Siapa kami"),
        _("{count} kota membawa {products} produk unggulan dan {apps} aplikasi").format(
            count=cities, products=products, apps=apps
        ),
        (Tiles(tiles),),
        note=_("Anggota {home} menurut tabel wilayah; lihat catatan pada halaman Metode.").format(home=home),
        method=_(
            "Jumlah atas semua kota itu; penduduk menurut registrasi Dukcapil, PDRB menurut harga berlaku."
        ),
        sources=found.population_sources,
    )
