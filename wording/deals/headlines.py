"""The finding of several cards in one sentence, for a page and a slide; no order on weak evidence."""

from __future__ import annotations

from collections.abc import Sequence

from findings.deals.records import BUY, WITH_PARTNER, Card, surest
from i18n import _
from wording.deals.card import title
from wording.names import city_name, place_name
from wording.phrases import lower_first


def best(cards: Sequence[Card], city: str, side: str = "") -> str:
    """The surest card of a city in a sentence; that nothing is recorded where there is none.

    A card with a partner comes before one without: what a slide draws first is what every page names.
    `side` is told where `cards` are only those the city buys, or only those it sells: another may be the
    surest of both.
    """
    if not cards:
        return _("{city}: belum ada peluang yang tercatat").format(city=city_name(city))
    first = surest([card for card in cards if card.form in WITH_PARTNER] or cards)[0]
    pattern = _("{city}: {deal}")
    if first.light and first.deal is not None:
        # What runs already is not there to be explored.
        runs = first.deal.stage == "berjalan"
        pattern = (
            _("Untuk {city}, menurut berita sudah berjalan: {deal}")
            if runs
            else _("{city} dapat menjajaki {deal}")
        )
    if first.light == "kuat":
        pattern = _("Untuk {city}, terkuat buktinya: {deal}")
        if side:
            bought, sold = (
                _("Untuk dibeli {city}, terkuat buktinya: {deal}"),
                _("Untuk dijual {city}, terkuat buktinya: {deal}"),
            )
            pattern = bought if side == BUY else sold
    return pattern.format(city=city_name(city), deal=lower_first(title(first)))


def strongest(cards: Sequence[Card]) -> str:
    """The strongest deal of all in a sentence."""
    if not cards:
        return _("Belum ada peluang yang kuat buktinya")
    first = cards[0]
    return _("Terkuat buktinya: {deal}, untuk {city}").format(
        deal=lower_first(title(first)), city=place_name(first.city)
    )
