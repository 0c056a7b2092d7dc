"""What a city states itself, wherever its products and applications stand: marked, dated, counted apart."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from data.schema import label
from findings import statements
from i18n import _
from ui import finished, pages, tables, widgets
from wording import formats
from wording.names import city_name

SECTION = "pernyataan"


def mark(day: object) -> str:
    """Return the words that mark a product or application its own city declared."""
    return _("dinyatakan kota, {day}").format(day=formats.day(str(day), "medium"))


def block(city: str, kind: str) -> None:
    """Draw what `city` states of one kind; that it has stated nothing yet where it has not."""
    pages.piece(_block, city, kind)


def _block(city: str, kind: str) -> None:
    rows = statements.of_city(city, kind)
    with st.container(border=True):
        if rows.empty:
            st.markdown(f":material/campaign: {no_statement(city, kind)}")
        else:
            st.markdown(f":material/campaign: **{widgets.plain(counted(city, kind, len(rows)))}**")
            for row in rows.to_dict("records"):
                st.markdown(f"- {widgets.plain(sentence(row))}")
        pages.link(
            "data", _("Ke pernyataan kota"), icon=":material/edit_document:", bagian=SECTION, kota=city
        )


def no_statement(city: str, kind: str) -> str:
    """Say that the city has not stated anything of this kind; what sources tell of it stands elsewhere."""
    if kind == statements.PRODUCT:
        said = _(
            "Belum ada pernyataan {city} tentang produk unggulannya; yang tercatat berasal dari sumber lain."
        )
    else:
        said = _(
            "Belum ada pernyataan {city} tentang aplikasi unggulannya; yang tercatat berasal dari sumber "
            "lain."
        )
    return said.format(city=city_name(city))


def counted(city: str, kind: str, count: int) -> str:
    """Say how many a city states, apart from what sources tell."""
    if kind == statements.PRODUCT:
        said = _("{city} menyatakan sendiri {count} produk unggulan")
    elif kind == statements.APPLICATION:
        said = _("{city} menyatakan sendiri {count} aplikasi unggulan")
    else:
        said = _("{city} menyatakan {count} layanan belum punya aplikasi")
    return said.format(city=city_name(city), count=formats.number(count))


def sentence(row: dict) -> str:
    """Tell one statement: name, words, who stated it when, and whether sources have it too."""
    said = _("{name}: {text} (dinyatakan {office}, {day})").format(
        name=row["name"],
        text=str(row["description"]).rstrip(". "),
        office=row["stated_by"],
        day=formats.day(row["stated_on"]),
    )
    if row["kind"] != statements.GAP and not isinstance(row["recorded"], str):
        said += " " + _("– belum tercatat di sumber lain")
    return said


def table(kind: str, cities: tuple[str, ...]) -> pd.DataFrame:
    """Return the statements of one kind of `cities` as words under headings."""
    rows = statements.standing()
    rows = rows[(rows["kind"] == kind) & rows["region_code"].isin(cities)]
    domain = "category" if kind == statements.PRODUCT else "service_domain"
    return pd.DataFrame(
        {
            _("Kota"): rows["region_code"].map(city_name),
            _("Nama"): rows["name"],
            _("Bidang"): [label(domain, str(code)) for code in rows[domain].fillna("")],
            _("Uraian"): rows["description"],
            _("Dinyatakan oleh"): rows["stated_by"],
            _("Tanggal"): rows["stated_on"].map(formats.day),
            _("Nomor naskah"): rows["document"].fillna(formats.MISSING),
        }
    )


def overview(kind: str, cities: list[str] | None = None) -> None:
    """Draw how many cities have stated something of one kind, and their statements."""
    chosen = tuple(data.cities(data.HOME_KOMWIL).index if cities is None else cities)
    stated = statements.stating(kind, chosen)
    if not stated:
        st.info(
            _("Belum ada pernyataan dari {count} kota. Yang tampil dicatat dari sumber publik.").format(
                count=formats.number(len(chosen))
            ),
            icon=":material/campaign:",
        )
        return
    st.markdown(
        _("{stated} dari {count} kota sudah menyatakannya sendiri; yang lain: belum ada pernyataan.").format(
            stated=formats.number(stated), count=formats.number(len(chosen))
        )
    )
    tables.draw(finished.recipe(table, kind, chosen), key=f"pernyataan_{kind}")
    widgets.download(lambda: table(kind, chosen), f"pernyataan-{kind}", key=f"pernyataan_{kind}_csv")
