"""Which pages there are, in which order, and how one links to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError
from streamlit.navigation.page import Page

from i18n import N_, SOURCE_LANGUAGE, _, language
from ui import finished

FOLDER = Path(__file__).parent.parent / "pages"


@dataclass(frozen=True)
class PageEntry:
    """One page: its address, section, title, symbol; `file` where it is not named as the address."""

    stem: str
    section: str
    title: str
    icon: str
    file: str = ""

    @property
    def path(self) -> Path:
        """Where the page's file is."""
        return FOLDER / f"{self.file or self.stem}.py"


# A file pages/data.py would stand in the way of our package `data` when a page runs by itself.
ENTRIES = (
    PageEntry("beranda", "", N_("Beranda"), ":material/home:"),
    PageEntry("pangan", "", N_("Pangan"), ":material/storefront:"),
    PageEntry("peta", N_("Jelajah"), N_("Peta Produk"), ":material/map:"),
    PageEntry("profil", N_("Jelajah"), N_("Profil Kota"), ":material/location_city:"),
    PageEntry("banding", N_("Jelajah"), N_("Banding"), ":material/compare:"),
    PageEntry("mitra", N_("Kerja sama"), N_("Mitra"), ":material/handshake:"),
    PageEntry("komplementaritas", N_("Kerja sama"), N_("Komplementaritas"), ":material/grid_on:"),
    PageEntry("dampak", N_("Kerja sama"), N_("Dampak"), ":material/account_tree:"),
    PageEntry("aplikasi", N_("Kerja sama"), N_("Aplikasi"), ":material/apps:"),
    PageEntry("kerja_sama", N_("Kerja sama"), N_("Kerja Sama"), ":material/assignment:"),
    PageEntry("presentasi", N_("Rapat"), N_("Presentasi"), ":material/slideshow:"),
    PageEntry("data", N_("Dasar"), N_("Data"), ":material/database:", file="meja_data"),
    PageEntry("metode", N_("Dasar"), N_("Metode"), ":material/menu_book:"),
)

# Addresses sent to colleagues before a page got its present name: address -> page.
OLD_ADDRESSES = {"pasar": "pangan"}

PATHS = {entry.stem: entry.path for entry in ENTRIES}


EDITION = "edisi"

# The pages of this run by stem: a link to one of them need not look for its file again. None where a page
# runs by itself or in another frame.
_shown: ContextVar[dict[str, Page] | None] = ContextVar("shown", default=None)


@cache
def existing() -> tuple[PageEntry, ...]:
    """Entries whose file is there."""
    return tuple(entry for entry in ENTRIES if entry.path.exists())


def navigation() -> dict[str, list]:
    """Streamlit pages by section, titles in the language in force."""
    sections: dict[str, list] = {}
    shown: dict[str, Page] = {}
    for entry in existing():
        page = st.Page(
            entry.path,
            title=_(entry.title),
            icon=entry.icon,
            url_path=entry.stem,
            default=entry.stem == "beranda",
        )
        sections.setdefault(_(entry.section), []).append(page)
        shown[entry.stem] = page
    _shown.set(shown)
    for address, stem in OLD_ADDRESSES.items():
        entry = next(entry for entry in ENTRIES if entry.stem == stem)
        page = st.Page(entry.path, title=_(entry.title), url_path=address, visibility="hidden")
        sections[_(entry.section)].append(page)
    return sections


def link(stem: str, label: str, *, icon: str | None = None, **choices: str) -> None:
    """Draw a link to page `stem` with its `choices` set, keeping the language."""
    page = (_shown.get() or {}).get(stem, str(PATHS[stem]))
    try:
        # Without an icon of its own a link to a page would take the page's.
        st.page_link(page, label=label, icon=icon or "", query_params=_carried(choices))
    except StreamlitPageNotFoundError:
        # A page that runs by itself, without dashboard.py's navigation, has nowhere to link to.
        st.caption(label)


def piece(make: Callable[..., None], *arguments) -> None:
    """Draw a part with links as :func:`ui.finished.piece`; what every link carries along tells it apart."""
    if _shown.get() is None:
        make(*arguments)
    else:
        finished.piece(_linked, make, arguments, _pinned())


def _linked(make: Callable[..., None], arguments: tuple, _pinned: str | None) -> None:
    make(*arguments)


def _pinned() -> str | None:
    return st.query_params.get(EDITION)


def _carried(choices: Mapping[str, str]) -> dict[str, str]:
    """`choices` with what every address carries along: language, edition."""
    params = {name: value for name, value in choices.items() if value}
    if language() != SOURCE_LANGUAGE:
        params["lang"] = language()
    if EDITION in st.query_params:
        params[EDITION] = st.query_params[EDITION]
    return params


def go(stem: str, choices: Mapping[str, object]) -> None:
    """Change to page `stem` with its `choices` set, as by a link; an unknown page is no page."""
    if stem in {entry.stem for entry in existing()}:
        texts = {str(name): str(value) for name, value in choices.items()}
        st.switch_page(str(PATHS[stem]), query_params=_carried(texts))
