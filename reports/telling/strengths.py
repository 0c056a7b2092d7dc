"""The slide on what we are strong in: sectors above the reference economy."""

from __future__ import annotations

import pandas as pd

from findings.story.records import CityStory, KomwilStory, PairStory
from i18n import _
from reports.blocks import Bar, Bars, Block, Paragraph, Slide
from wording import formats, theme
from wording.names import city_name as name
from wording.names import home_komwil, word
from wording.phrases import inside, quarter_note

KIND = "kekuatan"
PALE = "#7FB5B1"


def of_city(found: CityStory) -> Slide:
    """What the city is strong in."""
    return _of_one(found, found.known.strengths, name(found.known.city))


def of_all(found: KomwilStory) -> Slide:
    """What the cities are strong in, taken together."""
    return _of_one(found, found.strengths, home_komwil())


def of_pair(found: PairStory) -> Slide:
    """What each is strong in."""
    a, b = found.pair
    blocks = tuple(
        _bars(each.strengths, name(each.city), _("{city} dibanding Indonesia").format(city=name(each.city)))
        for each in found.pair
    )
    if a.strengths.empty or b.strengths.empty:
        title = _("Kekuatan kedua kota belum dapat dibandingkan")
    else:
        of_a, of_b = _main(a.strengths), _main(b.strengths)
        pattern = (
            _("{a} dan {b} sama-sama menonjol di {of_a}")
            if of_a == of_b
            else _("{a} menonjol di {of_a}, {b} di {of_b}")
        )
        title = pattern.format(a=name(a.city), of_a=of_a, b=name(b.city), of_b=of_b)
    return _slide(found, title, blocks)


def _of_one(found: CityStory | KomwilStory, table: pd.DataFrame, whose: str) -> Slide:
    main = table[table["main"]]
    if table.empty:
        title = _("Kekuatan {city} belum dapat dihitung").format(city=whose)
    elif main.empty:
        title = _("Yang menonjol di {city} hanya jasa setempat").format(city=whose)
    else:
        title = _("Kekuatan utama {city}: {sector}, {times} kali porsinya di Indonesia").format(
            city=whose, sector=_main(table), times=formats.fixed(main["lq"].iloc[0], 1)
        )
    return _slide(found, title, (_bars(table, whose, _("Porsi sektor dibanding porsinya di Indonesia")),))


def _slide(found: CityStory | PairStory | KomwilStory, title: str, blocks: tuple[Block, ...]) -> Slide:
    return Slide(
        KIND,
        _("Kekuatan kami"),
        title,
        blocks,
        note=quarter_note(found.quarter),
        method=_(
            "LQ = pangsa sektor di kota dibagi pangsa sektor di ekonomi pembanding (Balassa 1965); LQ 1 "
            "berarti sama dengan pembanding. Hanya sektor dengan pangsa paling sedikit 1% yang ditampilkan, "
            "karena sektor kecil memberi LQ besar tanpa bobot. Kekuatan utama dipilih dari sektor yang "
            "hasilnya dapat dijual ke luar kota: barang lebih dulu, lalu perdagangan, transportasi, dan "
            "penginapan, lalu jasa lain; di antaranya yang porsinya paling jauh di atas Indonesia."
        ),
        sources=found.sector_sources,
    )


def _main(table: pd.DataFrame) -> str:
    """The sector to speak of, inside a sentence; local services where only they stand out."""
    main = table[table["main"]]
    return inside("sector", main["sector"].iloc[0]) if len(main) else _("jasa setempat")


def _bars(table: pd.DataFrame, whose: str, heading: str) -> Bars | Paragraph:
    """Bars of location quotients with the share of the city beside each, the one the title names first."""
    if table.empty:
        return Paragraph(_("PDRB menurut sektor belum terdata untuk {city}.").format(city=whose))
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
        heading,
        items,
        number_format="0.0",
        mark=1.0,
        mark_label=_("1 kali = sama dengan Indonesia; warna tua: kekuatan utama"),
    )
