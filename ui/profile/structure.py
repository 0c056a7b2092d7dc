"""A city's sectors beside a reference economy: their shares and location quotients."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st

import data
from data.quality.caveats import caveats_for
from data.schema import label
from findings import complementarity
from findings.cities import profile as city_profile
from i18n import _
from ui import still, widgets
from ui.profile import charts, words
from ui.still.rows import Rows
from wording import formats
from wording.names import city_name, reference_label

WIDTHS = (520, 350)  # pixels of half a page beside the menu, and of a phone


class Structure(NamedTuple):
    """What is said of a city's sectors beside a reference; the two `alt` tell the charts."""

    header: str
    city: str
    against: str
    note: str
    sources: tuple[str, ...]
    shares_alt: str
    lq_alt: str
    far: str
    caveats: tuple[str, ...]


def _sectors(city: str, reference: str) -> pd.DataFrame:
    return city_profile.structure(city, reference).sort_values("share", ascending=False)


def _sector_names(frame: pd.DataFrame) -> dict[str, str]:
    return {code: label("sector", code) for code in frame.index}


@data.by_language()
def _structure(city: str, reference: str) -> Structure:
    frame = _sectors(city, reference)
    against, name, names = words.reference_name(reference, city), city_name(city), _sector_names(frame)
    far = city_profile.concentration(city, reference)
    return Structure(
        words.structure_sentence(frame, against),
        name,
        against,
        _("{period}, harga berlaku; pembanding: {reference}.").format(
            period=formats.period(data.latest_quarter()), reference=reference_label(reference)
        ),
        (*frame["source_id"], *complementarity.sources()),
        words.chart_alt(
            _("Batang pangsa 17 sektor {city} dengan tanda pangsa {reference}.").format(
                city=name, reference=against
            ),
            {names[code]: formats.percent(share) for code, share in frame["share"].head(words.TOLD).items()},
        ),
        words.chart_alt(
            _("Kekhasan 17 sektor {city} pada skala kelipatan; garis 1 adalah {reference}.").format(
                city=name, reference=against
            ),
            {
                names[code]: formats.fixed(lq, 1)
                for code, lq in frame.loc[~frame["small"], "lq"].nlargest(words.TOLD).items()
            },
        ),
        _(
            "Supaya susunannya sama dengan {reference}, {share} ekonomi {city} harus berpindah sektor: "
            "urutan ke-{rank} paling khas dari {of} kota."
        ).format(
            reference=against,
            share=formats.percent(far["krugman"] / 2, 0),
            city=name,
            rank=int(far["rank"]),
            of=int(far["of"]),
        ),
        tuple(each.id for each in caveats_for("grdp_sectors", region=city, period=data.latest_quarter())),
    )


def shares_of(city: str, reference: str) -> Rows:
    """Return a city's sector shares beside the reference's."""
    frame = _sectors(city, reference)
    return charts.shares_against(frame, _sector_names(frame), words.reference_name(reference, city))


def quotients_of(city: str, reference: str) -> Rows:
    """Return a city's location quotients."""
    frame = _sectors(city, reference)
    return charts.quotients(frame, _sector_names(frame), words.reference_name(reference, city))


def draw(city: str, reference: str) -> None:
    """Shares beside the reference's, and location quotients on a log axis."""
    told = _structure(city, reference)

    def table() -> pd.DataFrame:
        return words.structure_table(_sectors(city, reference), told.against)

    st.header(told.header)
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("**" + _("Bagian tiap sektor dalam PDRB") + "**")
        st.caption(
            _("Batang: {city}, berwarna tua bila sektornya menonjol. Garis jingga: {reference}.").format(
                city=told.city, reference=told.against
            )
        )
        widgets.chart(
            still.row_pictures(shares_of, city, reference, widths=WIDTHS),
            key="profil_pangsa",
            alt=told.shares_alt,
            table=table,
            reading=_(
                "Batang adalah bagian sektor dalam PDRB kota; garis tegak jingga adalah bagian sektor yang "
                "sama pada ekonomi pembanding. Batang berwarna tua adalah sektor yang menonjol."
            ),
            source_ids=told.sources,
            note=told.note,
        )
    with right:
        st.markdown("**" + _("Kekhasan tiap sektor: berapa kali porsi pembanding") + "**")
        st.caption(
            _(
                "● menonjol, 1 kali ke atas · ◇ di bawah 1 kali · ✕ porsi kecil, di bawah 1% PDRB. "
                "Skala kelipatan."
            )
        )
        widgets.chart(
            still.row_pictures(quotients_of, city, reference, widths=WIDTHS),
            key="profil_lq",
            alt=told.lq_alt,
            table=table,
            reading=_(
                "Bagian sektor di kota dibagi bagiannya pada ekonomi pembanding. 2 berarti bagiannya dua "
                "kali lebih besar. Tanda silang adalah sektor di bawah 1% PDRB kota: angkanya mudah "
                "melonjak, karena itu tidak disebut menonjol."
            ),
            source_ids=told.sources,
            note=told.note,
        )
    st.write(told.far)
    widgets.caveat(*told.caveats)
