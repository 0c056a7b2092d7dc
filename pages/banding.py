"""Comparison: two to six cities side by side, a yardstick from anywhere, and who is most like ours."""

import streamlit as st

from findings.cities import comparison as findings
from i18n import _
from ui import choices
from ui import reference as reference_of
from ui.comparison import sections, sector_growth, words, years
from ui.frame import my_city
from wording.names import city_name


def main() -> None:
    st.title(_("Bandingkan dua sampai enam kota"))
    cities, yardstick, reference = ask()
    if len(cities) < findings.LEAST:
        st.info(
            _("Pilih sedikitnya dua kota, atau satu kota dan satu tolok ukur."), icon=":material/compare:"
        )
        return
    members = [code for code in cities if code != yardstick]
    compared, own = tuple(cities), tuple(members)
    sections.indicators(compared)
    if len(own) >= findings.LEAST:
        years.draw(own)
    sections.sizes(compared)
    sections.structure(compared, reference)
    sections.growth(compared)
    sector_growth.draw(own)
    sections.quadrants(own)
    sections.records(own)
    sections.elsewhere(cities[0])


def ask() -> tuple[list[str], str, str]:
    """The cities, the yardstick among them as the last, and the reference economy."""
    asked = [code for code in st.query_params.get("banding", "").split(",") if code]
    offered = findings.choosable()
    again = [code for code in dict.fromkeys(asked) if asked.count(code) > 1 and code in offered]
    if again:
        st.warning(words.twice(again))
    cities = choices.choose_many(
        "banding",
        offered,
        _("Kota yang dibandingkan"),
        default=findings.start(my_city.chosen()),
        show=city_name,
        most=findings.MOST,
        placeholder=_("Pilih dua sampai enam kota"),
    )
    left, right = st.columns(2)
    with left:
        yardstick = choices.choose(
            "tolok",
            list(words.yardsticks()),
            _("Tolok ukur dari mana saja di Indonesia"),
            show=words.yardsticks().__getitem__,
            help=_(
                "Belajar dari Komwil lain: susunan ekonomi, belanja, dan PDRB triwulanan ada untuk semua 514."
            ),
        )
    with right:
        reference = reference_of.choose()
    if yardstick in cities:
        st.warning(words.twice([yardstick]))
    elif yardstick != words.NO_YARDSTICK:
        return [*cities, yardstick], yardstick, reference
    return cities, words.NO_YARDSTICK, reference


main()
