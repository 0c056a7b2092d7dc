"""The parts of the methods page."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from data.quality.caveats import CAVEATS
from data.schema import INDICATORS, label
from findings.methods import examples as findings
from i18n import _, language
from ui import choices, tables, widgets
from ui.methods import ENTRIES, GLOSSARY, Entry, checks
from ui.methods.examples import sentence
from wording import formats

MEASURES = ("struktur", "kecocokan", "pasar", "pertumbuhan", "dagang", "mitra")
SECTIONS = (*MEASURES, "pemeriksaan", "indikator", "istilah", "catatan", "sumber")
ATTRIBUTIONS = (
    "Batas wilayah: © Cahya DSN, wilayah_boundaries (MIT), diolah.",
    "Danau: BPS / OCHA ROAP, COD-AB Indonesia (CC BY-IGO), diolah.",
    "Negara tetangga: Made with Natural Earth.",
    "Titik kota: GeoNames (CC BY 4.0), Wikipedia.",
    "Bandara: airportsdata (MIT). Pelabuhan: Kemenhub SIMPEL melalui zackad (MIT), NGA World Port Index.",
    "Garis besar 38 provinsi: Indonesia GeoJSON & TopoJSON Maps, denyherianto (CC BY 4.0).",
)


def section(code: str) -> str:
    """Name of a part."""
    return {
        "struktur": _("Struktur ekonomi"),
        "kecocokan": _("Kecocokan"),
        "pasar": _("Pasar dan jarak"),
        "pertumbuhan": _("Pertumbuhan"),
        "dagang": _("Arus dagang dan dampak"),
        "mitra": _("Skor mitra"),
        "pemeriksaan": _("Pemeriksaan"),
        "indikator": _("Indikator"),
        "istilah": _("Istilah"),
        "catatan": _("Catatan data"),
        "sumber": _("Sumber"),
    }[code]


def draw(code: str, city: str) -> None:
    """Draw part `code`, its examples computed for `city`."""
    if code in MEASURES:
        for entry in ENTRIES:
            if entry.topic == code:
                measure(entry, city)
    else:
        _DRAW[code]()


def measure(entry: Entry, city: str) -> None:
    """Draw one measure: what it says, formula, live example, limits, reference."""
    with st.container(border=True, key=f"metode_{entry.code}"):
        st.header(_(entry.title))
        st.write(_(entry.meaning))
        st.latex(entry.formula)
        _after(_("Contoh."), sentence(entry.code, city))
        _after(_("Batasnya."), _(entry.limits))
        if entry.reference != "–":
            st.caption(_("Rujukan: {reference}").format(reference=widgets.plain(entry.reference)))


def _after(title: str, text: str) -> None:
    st.markdown(f"**{title}** {widgets.plain(text)}".rstrip())


def indicators() -> None:
    """Draw every indicator with its meaning, unit and the years fit for ranking."""
    table = indicator_table()
    st.header(
        _("{count} indikator, masing-masing dengan arti, satuan, dan tahun yang dapat diperingkat").format(
            count=len(table)
        )
    )
    for theme, rows in table.groupby(_("Tema"), sort=False):
        with st.expander(_("{theme} ({count})").format(theme=theme, count=len(rows))):
            for row in rows.itertuples(index=False):
                name, meaning, unit, years, remark = row[1:6]
                st.markdown(f"**{widgets.plain(name)}** ({widgets.plain(unit)})  \n{widgets.plain(meaning)}")
                st.caption(
                    " ".join(
                        filter(
                            None,
                            [_("Tahun untuk peringkat: {years}.").format(years=years), widgets.plain(remark)],
                        )
                    )
                )
    widgets.download(table, "indikator", key="metode_indikator_csv")


def indicator_table() -> pd.DataFrame:
    """One row an indicator of the data set, in the order of the schema."""
    shown = language()
    return pd.DataFrame(
        [
            {
                _("Tema"): label("theme", each.theme),
                _("Indikator"): each.label.in_(shown),
                _("Arti"): each.description.in_(shown),
                _("Satuan"): label("unit", each.unit),
                _("Tahun peringkat"): ", ".join(map(str, each.rankable_years)) or _("tidak ada"),
                _("Catatan"): each.breaks.in_(shown) if each.breaks else "",
                _("Kode"): code,
            }
            for code, each in INDICATORS.items()
        ]
    )


def glossary() -> None:
    """Draw the words of the application in plain language."""
    for term, meaning in sorted(((_(a), _(b)) for a, b in GLOSSARY), key=lambda pair: pair[0].lower()):
        st.markdown(f"**{widgets.plain(term)}**  \n{widgets.plain(meaning)}")


def caveats() -> None:
    """Draw all remarks that have to be made on the data."""
    st.write(_("Catatan ini juga berdiri di samping angka yang bersangkutan pada halaman lain."))
    numbers = sorted({each.number for each in CAVEATS})
    for number in numbers:
        own = [each.text for each in CAVEATS if each.number == number]
        st.markdown(f"**{number}.** {widgets.plain(' '.join(own))}")


def sources() -> None:
    """Draw the sources of the data, searchable, and the attributions of the geometry."""
    frame = findings.sources()
    st.header(_("{count} sumber publik").format(count=formats.number(len(frame))))
    words = choices.text("cari", _("Cari sumber"), placeholder=_("judul, penerbit, atau alamat"))
    if words:
        text = frame[["title", "publisher", "reference"]].fillna("").agg(" ".join, axis=1).str.lower()
        frame = frame[text.str.contains(words.lower(), regex=False)]
        st.caption(_("{count} sumber cocok.").format(count=formats.number(len(frame))))
    columns = {
        "source_id": _("Kode"),
        "title": _("Judul"),
        "publisher": _("Penerbit"),
        "source_date": _("Tanggal"),
        "licence": _("Lisensi"),
        "reference": _("Alamat"),
    }
    table = frame[list(columns)].rename(columns=columns)
    tables.draw(table.fillna(formats.MISSING))
    widgets.download(table, "sumber", key="metode_sumber_csv")
    _after(_("Atribusi peta"), "")
    for line in ATTRIBUTIONS:
        st.caption(line)


_DRAW: dict[str, Callable[[], None]] = {
    "pemeriksaan": checks.draw,
    "indikator": indicators,
    "istilah": glossary,
    "catatan": caveats,
    "sumber": sources,
}
