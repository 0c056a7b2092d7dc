"""Complementarity: who is strong where another is not, beside the trade that was recorded."""

import streamlit as st

from data.schema import label
from findings import complementarity, deals
from i18n import _
from ui import choices, widgets
from ui import reference as reference_of
from ui.frame import my_city
from ui.structure import recorded, words
from ui.structure import sections as links_sections
from wording.names import city_name
from wording.names import scope as scope_name

VIEWS = ("jaringan", "matriks", "pasangan")


def main() -> None:
    """Choose what counts, then look at the strongest links, the whole matrix, or one pair."""
    headline = st.container(gap="small")
    # An address that names a pair means the pair, until the reader chooses otherwise.
    names_pair = {"dari", "ke"} & set(st.query_params)
    if names_pair and "lihat" not in st.query_params and "lihat" not in st.session_state:
        st.query_params["lihat"] = "pasangan"
    shown = choices.choose(
        "lihat",
        VIEWS,
        _("Lihat"),
        show=lambda code: {
            "jaringan": _("Paling saling melengkapi"),
            "matriks": _("Matriks"),
            "pasangan": _("Satu pasangan"),
        }[code],
        kind="segmented",
    )
    view = narrow(one_pair=shown == "pasangan")
    pair = choose_pair() if shown == "pasangan" else complementarity.leading(view, my_city.chosen())
    with headline:
        links_sections.headline(view, *pair)
    if shown == "pasangan":
        draw_pair(view, *pair)
    elif shown == "matriks":
        links_sections.matrix(view)
        recorded.heat_map()
    else:
        links_sections.strongest(view)
        recorded.arcs()
    st.caption(":material/info: " + words.proxy(view))
    widgets.caveat("one_quarter", "same_reference")


def narrow(*, one_pair: bool) -> complementarity.View:
    """Let the reader choose cities and yardstick, switch sectors in and out, and keep some cities only."""
    everything = complementarity.all_sectors()
    default = words.default_sectors()
    with st.expander(_("Kota, pembanding, dan sektor yang dihitung"), icon=":material/tune:"):
        first, second = st.columns([3, 4])
        with first:
            scope = choices.choose("cakupan", complementarity.SCOPES, _("Kota"), show=scope_name)
        with second:
            reference = reference_of.choose()
        view = complementarity.View(scope, reference)
        chosen = choices.choose_many(
            "sektor",
            everything,
            _("Sektor yang diperdagangkan antarkota"),
            default=default,
            show=lambda code: label("sector", code),
            kind="pills",
        )
        if not chosen:
            st.warning(_("Pilih sedikitnya satu sektor. Untuk sementara dipakai sektor semula."))
        sectors = tuple(code for code in everything if code in chosen) or default
        st.caption(words.tradable_note(sectors))
        if one_pair:
            return view._replace(sectors=sectors)
        members = complementarity.members(view.scope)
        province_of = complementarity.provinces_of(view.scope)
        provinces = list(dict.fromkeys(province_of.values()))
        own = choices.choose_many("provinsi", provinces, _("Hanya kota di provinsi"), show=city_name)
        some = choices.choose_many("hanya", members, _("Hanya kota ini"), show=city_name)
    kept = [code for code in members if (not own or province_of[code] in own) and (not some or code in some)]
    if len(kept) < 2:
        st.warning(_("Pilihan kota ini menyisakan kurang dari dua kota; semua kota ditampilkan."))
        kept = []
    return view._replace(sectors=sectors, cities=() if len(kept) == len(members) else tuple(kept))


def choose_pair() -> tuple[str, str]:
    """Choose two cities; a button turns them round."""
    members = sorted(complementarity.members(complementarity.SCOPES[1]), key=city_name)
    supplier, buyer = deals.leading_pair()
    left, middle, right = st.columns([5, 2, 5], vertical_alignment="bottom")
    with left:
        first = choices.choose("dari", members, _("Kota A"), default=supplier, show=city_name)
    with right:
        second = choices.choose("ke", members, _("Kota B"), default=buyer, show=city_name)
    middle.button(_("Tukar"), icon=":material/swap_horiz:", on_click=swap, args=(first, second))
    return first, second


def draw_pair(view: complementarity.View, first: str, second: str) -> None:
    """Look at both directions of the pair."""
    if first == second:
        st.info(_("Kota A dan kota B sama. Pilih dua kota yang berbeda."), icon=":material/help_center:")
        return
    links_sections.pair(view, first, second)


def swap(first: str, second: str) -> None:
    """Turn the pair round."""
    choices.put("dari", second)
    choices.put("ke", first)


main()
