"""What a mayor should have heard before the meeting: rising prices, the newest release, agreements."""

from __future__ import annotations

import streamlit as st

from data import by_language, store
from data.store import StoreError
from data.thresholds import Threshold, Thresholds
from data.versioning import releases
from findings import home
from findings.food import price_alerts, prices
from i18n import _
from ui import pages, widgets
from ui.cards import parts
from wording import formats
from wording import prices as price_words
from wording.names import city_name, home_komwil

MOST_RISES = 3


def threshold(city: str) -> Threshold:
    """Return from which rise of a price in a month the city wants to be told."""
    opened = store.start()
    if opened is None:
        return Threshold()
    try:
        return Thresholds(opened).of(city)
    except StoreError:  # the page says so at its head already; what is shipped goes on to be shown
        return Threshold()


def draw(city: str, numbers: parts.Numbers) -> None:
    """Draw the rises beyond the city's threshold, and what the edition in force brought."""
    st.header(_("Yang perlu diketahui"))
    limit = threshold(city)
    rises, said = _rises(city, limit.percent, tuple(sorted(limit.foods.items())))
    for text, source_ids in rises:
        st.html(parts.block(parts.sentence("", text, numbers.marks(source_ids))))
    st.caption(said)
    pages.link("pangan", _("Harga, neraca, dan ambang pangan"), icon=":material/storefront:", kota=city)
    edition()


@by_language("food_prices", "foods", size=1024)
def _rises(
    city: str, percent: float, own: tuple[tuple[str, float], ...]
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], str]:
    """Return the strongest rises, each a sentence with its sources, and the sentence about the threshold.

    `own` are the foods with a threshold of their own, in per cent.
    """
    rises = price_alerts.of_city(city, Threshold(percent, dict(own)))
    told = tuple(
        (price_words.rise(row, prices.unit(row.commodity)), prices.source_ids(row.commodity))
        for row in rises.head(MOST_RISES).itertuples()
    )
    if rises.empty:
        said = _("Tidak ada pangan yang naik lebih dari {percent} dalam sebulan terakhir yang tercatat.")
    elif len(rises) > MOST_RISES:
        said = _("Dan {count} pangan lain; ambang kota ini naik {percent} dalam sebulan.")
    else:
        said = _("Ambang kota ini: naik {percent} dalam sebulan.")
    said = said.format(percent=price_words.share(percent / 100), count=len(rises) - MOST_RISES)
    if own:
        said += " " + _("Ada ambang sendiri untuk {count} pangan.").format(count=len(own))
    return told, said


def edition() -> None:
    """Say what the newest release of the shipped data brought."""
    known = releases.releases()
    if len(known) < 2:
        return
    newest = known[-1]
    st.caption(
        _("Rilis data {number}, {day}: {what}").format(
            number=newest.number, day=formats.day(newest.date), what=widgets.plain(newest.note)
        )
    )


def agreements_counted() -> None:
    """Say plainly how few agreements between two member cities are documented: the mayors' best argument."""
    pairs = home.member_agreements()
    named = formats.listing([f"{city_name(one)}–{city_name(other)}" for one, other in pairs])
    if not pairs:
        st.markdown(
            _("**Belum ada pasang kota anggota {home} yang perjanjian dua kotanya terdokumentasi.**").format(
                home=home_komwil()
            )
        )
        return
    text = _("Hanya {count} pasang kota anggota {home} yang perjanjian dua kotanya terdokumentasi: {named}.")
    st.markdown(f"**{widgets.plain(text.format(count=len(pairs), named=named, home=home_komwil()))}**")
    st.caption(
        _(
            "Naskah bersama semua anggota, pertemuan, dan kunjungan tidak dihitung; sebagian besar mitra "
            "kota adalah kabupaten."
        )
    )
