"""Home: my city's three deals most worth exploring, the strongest of all, what changed, the ways in."""

import streamlit as st

from findings import deals, home
from i18n import _
from ui import finished, pages, widgets
from ui.cards import deal, look, parts
from ui.frame import my_city
from ui.home import news, overview
from ui.home import sections as home_sections
from wording import deals as deal_words
from wording.names import city_name, home_komwil

look.draw()
numbers = parts.Numbers()
city = my_city.shown()
st.title(widgets.plain(deal_words.headline(city)))
cards, beside = st.columns([5, 2], gap="medium")
with cards, st.container(gap=8):
    st.markdown(f"**{_('Yang paling layak dijajaki')}**")
    deal.draw_all(home.front(city), numbers, whole=False)
    pages.link(
        "mitra",
        _("Semua peluang {city}").format(city=city_name(city)),
        icon=":material/handshake:",
        kota=city,
    )
with beside:
    overview.deal_map(city)
    news.draw(city, numbers)

st.header(_("Yang terkuat di {home}").format(home=home_komwil()))
home_sections.strongest(deals.strongest(), numbers)
news.agreements_counted()

finished.piece(home_sections.figures)
pages.piece(home_sections.ways_in)
overview.draw()
st.header(_("Seberapa lengkap dan baru data tiap kota"))
home_sections.completeness_table()
look.sources(numbers)
