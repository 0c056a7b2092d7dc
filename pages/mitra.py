"""Partners: what a city could buy from whom and sell to whom, good by good, and how sure that is."""

import streamlit as st

from findings import deals
from findings import partners as findings
from i18n import _
from ui import choices, widgets
from ui.cards import deal, look, parts
from ui.frame import my_city
from ui.partners import ranking
from ui.partners import words as partner_words
from wording.deals import headlines

SIDES = ("beli", "jual")


def main() -> None:
    city = my_city.shown()
    found = deals.cards(city)
    headline = st.container()
    side = choices.choose(
        "sisi",
        SIDES,
        _("Lihat"),
        default=SIDES[0] if found.buying else SIDES[1],
        show=lambda code: partner_words.side(code, city),
        kind="segmented",
        label_visibility="collapsed",
    )
    cards = found.buying if side == SIDES[0] else found.selling
    look.draw()
    numbers = parts.Numbers()
    headline.title(widgets.plain(headlines.best(cards, city, side)))
    deal.draw_all(cards, numbers)
    st.caption(partner_words.light_rule())
    look.sources(numbers)
    widgets.caveat("from_news")
    others(city)


def others(city: str) -> None:
    """The other cities in order of size and nearness: worth a talk, no promise of goods."""
    st.header(_("Kota lain yang layak dijajaki, menurut ukuran dan jarak"))
    st.write(partner_words.ranking_note())
    asked = ranking.ask(city)
    if not findings.rankable(asked):
        st.warning(_("Semua bobot nol: beri sedikitnya satu bobot di atas nol untuk membuat peringkat."))
        return
    ranking.whole(city, asked)


main()
