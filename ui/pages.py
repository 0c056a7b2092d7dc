"""Which pages there are, in which order, and how one links to another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from i18n import N_, _

FOLDER = Path(__file__).parent.parent / "pages"


@dataclass(frozen=True)
class PageEntry:
    """One page: its file stem (also its address), section, title and symbol."""

    stem: str
    section: str
    title: str
    icon: str


ENTRIES = (
    PageEntry("beranda", "", N_("Beranda"), ":material/home:"),
    PageEntry("peta", N_("Jelajah"), N_("Peta Produk"), ":material/map:"),
    PageEntry("profil", N_("Jelajah"), N_("Profil Kota"), ":material/location_city:"),
    PageEntry("banding", N_("Jelajah"), N_("Banding"), ":material/compare:"),
    PageEntry("pasar", N_("Jelajah"), N_("Pasar"), ":material/storefront:"),
    PageEntry("mitra", N_("Kerja sama"), N_("Mitra"), ":material/handshake:"),
    PageEntry("komplementaritas", N_("Kerja sama"), N_("Komplementaritas"), ":material/grid_on:"),
    PageEntry("aplikasi", N_("Kerja sama"), N_("Aplikasi"), ":material/apps:"),
    PageEntry("kerja_sama", N_("Kerja sama"), N_("Kerja Sama"), ":material/assignment:"),
    PageEntry("presentasi", N_("Kerja sama"), N_("Presentasi"), ":material/slideshow:"),
    PageEntry("data", N_("Dasar"), N_("Data"), ":material/database:"),
    PageEntry("metode", N_("Dasar"), N_("Metode"), ":material/menu_book:"),
)


def existing() -> list[PageEntry]:
    """Entries whose file is there."""
    return [entry for entry in ENTRIES if (FOLDER / f"{entry.stem}.py").exists()]


def navigation() -> dict[str, list]:
    """Streamlit pages by section, titles in the language in force."""
    sections: dict[str, list] = {}
    for entry in existing():
        page = st.Page(
            FOLDER / f"{entry.stem}.py",
            title=_(entry.title),
            icon=entry.icon,
            url_path=entry.stem,
            default=entry.stem == "beranda",
        )
        sections.setdefault(_(entry.section), []).append(page)
    return sections


def link(stem: str, label: str, *, icon: str | None = None, **choices: str) -> None:
    """Draw a link to page `stem` with its `choices` set, keeping the language."""
    params = {name: value for name, value in choices.items() if value}
    language = st.session_state.get("_language")
    if language and language != "id":
        params["lang"] = language
    if "edisi" in st.query_params:
        params["edisi"] = st.query_params["edisi"]
    try:
        st.page_link(str(FOLDER / f"{stem}.py"), label=label, icon=icon, query_params=params)
    except StreamlitPageNotFoundError:
        # A page that runs by itself, without dashboard.py's navigation, has nowhere to link to.
        st.caption(label)
