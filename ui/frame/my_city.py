"""My city: chosen once at the top of every page, by link, or as on the last visit."""

from __future__ import annotations

import streamlit as st

import data
from data import emblems, store
from data.store import StoreError
from i18n import _
from ui import choices, pages
from wording.escaping.html import plain
from wording.names import city_name, full_name, home_komwil

NAME = "kota"
NONE = "komwil_1"  # the whole of the home Komwil; what addresses and kept slide sets have always called it
COOKIE = "sinergi_kota"


def choose() -> str:
    """Draw the choice at the top and return the city's code, empty for none."""
    cities = sorted(data.cities().index, key=city_name)
    last = st.context.cookies.get(COOKIE, "")
    if last in cities:
        choices.suggest(NAME, last)
    code = choices.choose(
        NAME,
        [NONE, *cities],
        _("Kota saya"),
        show=lambda each: (
            _("Semua kota {home}").format(home=home_komwil()) if each == NONE else city_name(each)
        ),
        remember=True,
        label_visibility="collapsed",
    )
    return "" if code == NONE else code


def chosen() -> str:
    """Code of the city chosen at the top of this page, empty for none; also where no top is drawn."""
    return choices.standing(NAME, data.cities().index, "", remember=True)


def shown() -> str:
    """Code of the city a page about one city tells of: the chosen one, else the example."""
    return chosen() or example()


@data.by_version("regions")
def example() -> str:
    """The city a page tells about while nobody has chosen: the largest of the home Komwil."""
    return str(data.registered_population().reindex(data.cities(data.HOME_KOMWIL).index).idxmax())


def line(code: str) -> None:
    """Draw the head of a city: name, province, and the ways to its profile, partners, slides."""
    if not code:
        members = _("{count} kota APEKSI {home}").format(
            count=len(data.cities(data.HOME_KOMWIL)), home=home_komwil()
        )
        shown = _("contoh: {city}").format(city=city_name(example()))
        _say(f"<b>{plain(members)}</b> · {plain(shown)}")
        return
    row = data.cities().loc[code]
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
        _say(f"{_emblem(code)}<b>{plain(row['name'])}</b>, {plain(row['province'])}")
        for stem, label in (("profil", _("Profil")), ("mitra", _("Mitra")), ("presentasi", _("Salindia"))):
            pages.link(stem, label, kota=code)


def _emblem(code: str) -> str:
    """The emblem the city handed in, as HTML; empty without one, or while the store is away."""
    opened = store.active()
    if opened is None:
        return ""
    try:
        image = emblems.address(opened, code)
    except StoreError:  # the head of the page says so already
        return ""
    said = plain(_("Lambang {city}").format(city=full_name(code)))
    return f'<img class="lambang" alt="{said}" src="{image}">' if image else ""


def _say(html: str) -> None:
    st.html(f'<div class="kepala-kota">{html}</div>', width="content")
