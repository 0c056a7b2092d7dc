"""Which pages there are, in which order, and how one links to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from i18n import N_, SOURCE_LANGUAGE, _

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


def existing() -> list[PageEntry]:
    """Entries whose file is there."""
    return [entry for entry in ENTRIES if entry.path.exists()]


def navigation() -> dict[str, list]:
    """Streamlit pages by section, titles in the language in force."""
    sections: dict[str, list] = {}
    for entry in existing():
        page = st.Page(
            entry.path,
            title=_(entry.title),
            icon=entry.icon,
            url_path=entry.stem,
            default=entry.stem == "beranda",
        )
        sections.setdefault(_(entry.section), []).append(page)
    for address, stem in OLD_ADDRESSES.items():
        entry = next(entry for entry in ENTRIES if entry.stem == stem)
        page = st.Page(entry.path, title=_(entry.title), url_path=address, visibility="hidden")
        sections[_(entry.section)].append(page)
    return sections


def link(stem: str, label: str, *, icon: str | None = None, **choices: str) -> None:
    """Draw a link to page `stem` with its `choices` set, keeping the language."""
    try:
        path = str(PATHS[stem])
        st.page_link(path, label=label, icon=icon, query_params=_carried(choices))
    except StreamlitPageNotFoundError:
        # A page that runs by itself, without dashboard.py's navigation, has nowhere to link to.
        st.caption(label)


def _carried(choices: Mapping[str, str]) -> dict[str, str]:
    """`choices` with what every address carries along: language, edition."""
    params = {name: value for name, value in choices.items() if value}
    language = st.session_state.get("_language")
    if language and language != SOURCE_LANGUAGE:
        params["lang"] = language
    if "edisi" in st.query_params:
        params["edisi"] = st.query_params["edisi"]
    return params


def go(stem: str, choices: Mapping[str, object]) -> None:
    """Change to page `stem` with its `choices` set, as by a link; an unknown page is no page."""
    if stem in {entry.stem for entry in existing()}:
        texts = {str(name): str(value) for name, value in choices.items()}
        st.switch_page(str(PATHS[stem]), query_params=_carried(texts))
