"""Applications: what runs where, who has what, what is worth taking over, and who took over what."""

from datetime import date

import pandas as pd
import streamlit as st

from findings import applications as findings
from findings import statements
from i18n import _
from reports.drafts import asking
from ui import choices, pages, stated, widgets
from ui.applications import cards, filters, replications, sections, sharing, suggestions, words
from ui.frame import my_city
from wording.names import city_name, word

A_PAGE = 12
SUGGESTED = 5
STATUSES = {"kota": findings.OWN, "lain": findings.CHANNELS}
LETTER = (asking.file_name, lambda app_id, city: asking.request(app_id, city, date.today()))


def main() -> None:
    title, headline = words.heading(my_city.chosen())
    st.title(title)
    st.markdown(headline)
    part = choices.choose("bagian", list(words.SECTIONS), _("Lihat"), show=words.section, kind="segmented")
    {
        "katalog": catalogue,
        "matriks": sections.matrix,
        "replikasi": replication,
        "jaringan": replications.draw,
        "berbagi": sharing.draw,
    }[part]()


def catalogue() -> None:
    group = choices.choose(
        "kelompok", list(words.GROUPS), _("Kelompok"), default=_group_asked(), show=words.group,
        kind="segmented",
    )  # fmt: skip
    if group == "dinyatakan":
        stated_by_cities()
        return
    if group == "lain":
        st.caption(
            _(
                "Dipakai warga kota, tetapi bukan aplikasi milik kota: nomor darurat, kanal aduan nasional, "
                "program, dan produk bank. Tidak masuk hitungan dan tidak ditawarkan untuk direplikasi."
            )
        )
    found = filters.ask(STATUSES[group])
    with st.container(horizontal=True, vertical_alignment="center"):
        things = _("aplikasi") if group == "kota" else _("kanal dan program")
        all_of_them = findings.found(STATUSES[group], findings.Filters())
        counted = choices.count_shown(len(found), len(all_of_them), things)
        st.markdown(f"**{counted}**")
        widgets.download(lambda: _plain_table(found), "aplikasi", key="aplikasi_csv")
    if not found:
        st.info(_("Tidak ada aplikasi yang cocok; longgarkan saringan."), icon=":material/filter_alt_off:")
        return
    numbers = [str(number) for number in range(1, -(-len(found) // A_PAGE) + 1)]
    page = "1"
    if len(numbers) > 1:
        page = choices.choose("halaman", numbers, _("Halaman"), kind="pills")
    start = (int(page) - 1) * A_PAGE
    shown = findings.own_first(found, my_city.chosen())[start : start + A_PAGE]
    for first in range(0, len(shown), 2):
        cards.row(shown[first : first + 2])


def stated_by_cities() -> None:
    st.header(_("Aplikasi unggulan menurut kotanya sendiri"))
    stated.overview(statements.APPLICATION)
    st.header(_("Layanan yang menurut kotanya belum punya aplikasi"))
    stated.overview(statements.GAP)
    pages.link("data", _("Ke pernyataan kota"), icon=":material/edit_document:", bagian=stated.SECTION)


def _group_asked() -> str:
    """An address sent before there were groups names a status of the other one."""
    asked = st.query_params.get("status", "").split(",")
    return "lain" if asked[0] in findings.CHANNELS else "kota"


def _domain(code: str) -> str:
    return word("service_domain", code)


def _plain_table(found: tuple[str, ...]) -> pd.DataFrame:
    rows = findings.catalogue()
    return rows[rows["app_id"].isin(found)].drop(columns=["platforms", "adopters", "awarded", "replicated"])


def replication() -> None:
    city = my_city.shown()
    way = choices.choose("arah", list(words.DIRECTIONS), _("Arah"), show=words.direction, kind="segmented")
    rows = findings.adoptions(city) if way == "ambil" else findings.recipients(city)
    name = city_name(city)
    if rows.empty:
        widgets.missing_note(_("aplikasi {city} yang berjalan atau celah layanannya").format(city=name))
        return
    if way == "ambil":
        of_domain = rows.drop_duplicates("service_domain").set_index("service_domain")["gap"]
        known = int(of_domain.isin(findings.KNOWN_GAPS).sum())
        st.header(
            _("{city}: {known} celah diketahui, {unknown} bidang belum terdata").format(
                city=name, known=known, unknown=len(of_domain) - known
            )
        )
        chosen = choices.choose(
            "celah",
            list(of_domain.index),
            _("Bidang layanan"),
            kind="pills",
            show=lambda code: f"{words.gap_sign(of_domain[code])} {_domain(code)}",
        )
        rows = rows[rows["service_domain"] == chosen]
    else:
        apps = rows.drop_duplicates("app_id").set_index("app_id")["app"]
        st.header(_("{city} dapat menawarkan {count} aplikasi").format(city=name, count=len(apps)))
        chosen = choices.choose("milik", list(apps.index), _("Aplikasi"), show=apps.get)
        rows = rows[rows["app_id"] == chosen]
    st.caption(
        _(
            "◆ celah diketahui: kotanya sendiri mencatat atau menyatakannya, didahulukan. ◌ belum terdata: "
            "tidak ditemukan apa-apa, jadi belum tentu tidak ada."
        )
    )
    st.caption(
        _(
            "Nilai 0–1: separuh dari bukti (berjalan, diakui, terbukti dipakai daerah lain), "
            "selebihnya dari kemiripan kota dan perjanjian yang ada. Bobotnya pertimbangan, bukan hasil uji."
        )
    )
    for row in rows.head(SUGGESTED).itertuples():
        suggestions.draw(row, city, letter=None if way == "tawarkan" else LETTER, offered=way == "tawarkan")
    if len(rows) > SUGGESTED:
        with st.expander(_("{count} lagi menurut urutan").format(count=len(rows) - SUGGESTED)):
            for row in rows.iloc[SUGGESTED:].itertuples():
                other = city_name(row.adopter if way == "tawarkan" else row.donor)
                st.markdown(widgets.plain(f"{row.rank}. {row.app} – {other}"))
    widgets.caveat("spbe")


main()
