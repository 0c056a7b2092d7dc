"""The story of two cities, one message a slide."""

from __future__ import annotations

import pandas as pd

from findings import story
from i18n import _
from reports.blocks import Map, Paragraph, Point, Slide, Table
from reports.telling import applications as fitting_words
from reports.telling import deals_told
from reports.telling import of_city as alone
from wording import formats, periods
from wording.cutting import short
from wording.names import city_name as name
from wording.names import word
from wording.phrases import inside, quarter_note


def who(a: str, b: str) -> Slide:
    """Both cities side by side."""
    left, right = (story.key_figures(code).set_index("measure") for code in (a, b))
    rows = []
    for measure in left.index.union(right.index, sort=False):
        cells = [alone.measure_name(measure)]
        for figures in (left, right):
            if measure in figures.index:
                row = figures.loc[measure]
                cells.append(f"{alone.written(measure, row['value'])} ({row['period']})")
            else:
                cells.append(formats.MISSING)
        rows.append(tuple(cells))
    header = (_("Ukuran"), name(a), name(b))
    block = Table(header, tuple(rows), widths=(1.4, 1, 1), numeric=frozenset({1, 2}))
    return Slide(
        "siapa",
        _("Siapa kami"),
        _("{a} dan {b} terpisah {distance} km").format(
            a=name(a), b=name(b), distance=formats.number(round(story.distance_km(a, b)))
        ),
        (block if rows else Paragraph(_("Belum ada angka dasar untuk kedua kota dalam data ini.")),),
        note=_("Jarak garis lurus antar titik kota. {unsettled}").format(unsettled=periods.unsettled()),
        method=_("Angka terakhir yang tersedia untuk tiap kota; tahun ditulis di samping tiap angka."),
        sources=tuple(pd.concat([left["source_id"], right["source_id"]]).unique()),
    )


def strong(a: str, b: str) -> Slide:
    """What each is strong in."""
    tables = {code: story.strengths((code,), 5) for code in (a, b)}
    blocks = tuple(
        alone.lq_bars(table, _("{city} dibanding Indonesia").format(city=name(code)))
        if not table.empty
        else Paragraph(_("PDRB menurut sektor belum terdata untuk {city}.").format(city=name(code)))
        for code, table in tables.items()
    )
    if any(table.empty for table in tables.values()):
        title = _("Kekuatan kedua kota belum dapat dibandingkan")
    else:
        title = _("{a} menonjol di {of_a}, {b} di {of_b}").format(
            a=name(a), of_a=_main(tables[a]), b=name(b), of_b=_main(tables[b])
        )
    return Slide("kekuatan", _("Kekuatan kami"), title, blocks, note=quarter_note(),
                 method=alone.strong((a,), name(a)).method, sources=story.sector_sources((a, b)))  # fmt: skip


def _main(table: pd.DataFrame) -> str:
    """The sector to speak of, inside a sentence; local services where only they stand out."""
    main = table[table["main"]]
    return inside("sector", main.iloc[0]["sector"]) if len(main) else _("jasa setempat")


def where(a: str, b: str) -> Slide:
    """Both on the map, with the products each brings."""
    flows = story.flows(a, b)
    drawn = Map(
        _("Peta: {a} dan {b}, dengan pasokan yang tercatat di antara keduanya.").format(a=name(a), b=name(b)),
        alone.places((a, b), strong_ones=(a, b)),
        alone.arrows(flows, a),
    )
    rows, used = [], []
    for code in (a, b):
        products = story.products((code,)).head(4)
        used.append(products["source_id"])
        rows += [(short(each.product, 44), name(code)) for each in products.itertuples()]
    header = (_("Produk"), _("Kota"))
    table = (
        Table(header, tuple(rows), widths=(2, 1)) if rows else Paragraph(_("Produk unggulan belum terdata."))
    )
    count = flows["commodity"].nunique()
    title = (
        _("{count} barang sudah tercatat mengalir antara {a} dan {b}").format(
            count=formats.number(count), a=name(a), b=name(b)
        )
        if count
        else _("Belum ada pasokan tercatat antara {a} dan {b}: peluang baru").format(a=name(a), b=name(b))
    )
    return Slide(
        "produk",
        _("Produk kami"),
        title,
        (drawn, table),
        note=_("Panah: pasokan yang tercatat dalam berita, bukan seluruh perdagangan."),
        method=alone.where(a).method,
        sources=tuple(pd.concat([*used, flows["source_id"]]).unique()),
    )


def apps(a: str, b: str) -> Slide:
    """Which applications each could take from the other."""
    blocks: list[Table | Paragraph] = []
    used, found = [], {}
    for taker, owner in ((a, b), (b, a)):
        frame = story.to_take(taker, owner).head(4)
        found[taker] = len(frame)
        used.append(frame["source_id"])
        heading = _("{taker} dapat mengambil dari {owner}").format(taker=name(taker), owner=name(owner))
        rows = tuple(
            (short(row.app, 40), word("service_domain", row.service_domain)) for row in frame.itertuples()
        )
        if rows:
            blocks.append(Table((_("Aplikasi"), _("Urusan")), rows, widths=(2, 1.2), heading=heading))
        else:
            none = _("{taker} belum menemukan aplikasi {owner} yang mengisi kekosongannya.")
            blocks.append(Paragraph(none.format(taker=name(taker), owner=name(owner))))
    title = _("Aplikasi yang dapat dipertukarkan: {a} mengambil {count_a}, {b} mengambil {count_b}").format(
        a=name(a), b=name(b), count_a=formats.number(found[a]), count_b=formats.number(found[b])
    )
    one = fitting_words.apps(a)
    return Slide("aplikasi", _("Aplikasi"), title, tuple(blocks), note=one.note, method=one.method,
                 sources=tuple(pd.concat(used).unique()))  # fmt: skip


def proposal(a: str, b: str) -> Slide:
    """What both propose."""
    points = deals_told.pair_points(a, b)
    for taker, owner in ((a, b), (b, a)):
        for row in story.to_take(taker, owner).head(1).itertuples():
            points.append(
                Point(
                    _("{taker} mengambil {app} dari {owner}").format(
                        taker=name(taker), app=short(row.app, 36), owner=name(owner)
                    ),
                    _("Untuk urusan {domain}, yang belum punya aplikasi berjalan di {city}.").format(
                        domain=inside("service_domain", row.service_domain), city=name(taker)
                    ),
                )
            )
    return fitting_words.proposal_slide(_("{a} dan {b}").format(a=name(a), b=name(b)), points)


def tell(a: str, b: str) -> list[Slide]:
    """Return the slides of a pair, without cover and sources."""
    return [
        who(a, b),
        strong(a, b),
        deals_told.of_pair(a, b, "pasok", _("Arah pertama")),
        deals_told.of_pair(b, a, "balik", _("Arah balik")),
        where(a, b),
        apps(a, b),
        proposal(a, b),
    ]
