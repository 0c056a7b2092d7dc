"""Presentation: a story of slides for the hall, put together from live data, and what can be taken home."""

from collections.abc import Callable
from typing import Any

import streamlit as st

import reports
from findings.presentations import SlideSet
from i18n import _, decimal_comma, language
from reports import bundle, stories
from reports.blocks import Story
from reports.book import sheets
from reports.drawing import fonts, screen
from ui import choices, widgets
from ui.presentation import sections, stage
from wording import export, formats
from wording.names import city_name
from wording.phrases import version_line

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ALL_BRIEFS = "_semua_lembar"


def main() -> None:
    """Put a story together, show it in the hall, take it home."""
    headline = st.container()
    chosen = prepare()
    told = story_of(chosen)
    headline.title(
        widgets.plain(sections.headline({slide.kind: slide.title for slide in told.slides}, told.name)),
        anchor=False,
    )
    start(chosen, told)
    take_home(chosen, told)


def prepare() -> SlideSet:
    """Whose story, which slides, which words: from a kept set, or put together here."""
    sections.say()
    opened = sections.opened_store()
    chosen = sections.kept_sets(opened)
    if chosen is not None and opened is not None:
        sections.about_set(chosen, opened)
        return chosen
    subject = sections.whose()
    whole = stories.tell(subject, language=language())
    with st.expander(_("Pilih isi, tulis judul, atau simpan susunan"), icon=":material/tune:"):
        draft = sections.content(subject, {slide.kind: slide.name for slide in whole.slides}, whole.edition)
        sections.keeping(draft, opened)
    return draft


def story_of(chosen: SlideSet) -> Story:
    """The slides of a choice at its edition of the data."""
    return stories.tell(
        chosen.subject,
        language=language(),
        edition=chosen.edition,
        kinds=chosen.kinds,
        title=chosen.title,
        note=chosen.note,
    )


def start(chosen: SlideSet, told: Story) -> None:
    """The button into the meeting mode, and the slides in their order."""
    stage.draw(screen.slides(told), None if chosen.key else sections.reorder)
    st.caption(
        _(
            "Panah, tombol penunjuk, klik, atau usapan untuk berpindah; Esc untuk menutup; F memenuhi layar; "
            "N membuka catatan penyaji di jendela kedua. Setelah halaman ini terbuka, salindia tetap jalan "
            "tanpa jaringan. {version}."
        ).format(version=version_line(told.edition))
    )


def take_home(chosen: SlideSet, told: Story) -> None:
    """Slides, brief, workbook and tables to download."""
    st.header(_("Bawa pulang"), anchor=False)
    subject, speech, edition = chosen.subject, language(), chosen.edition
    whose: dict[str, Any] = {
        "city": subject.city or None,
        "pair": None,
        "language": speech,
        "edition": edition,
    }
    if subject.other:
        whose |= {"city": None, "pair": (subject.city, subject.other)}
    name = f"sinergi-kota {bundle.file_name(told.name)}"
    lacking = font_trouble()
    with st.container(horizontal=True):
        own: dict[str, Any] = {"kinds": chosen.kinds, "title": chosen.title, "note": chosen.note}
        button(_("PowerPoint"), lambda: reports.slides(**whose, **own), f"{name}.pptx", PPTX)
        if subject.kind == "city":
            making = lambda: reports.city_brief(subject.city, language=speech, edition=edition)  # noqa: E731
            button(_("Lembar ringkas PDF"), making, f"{name}.pdf", "application/pdf", lacking)
        elif subject.kind == "pair":
            making = lambda: reports.pair_brief(*subject, language=speech, edition=edition)  # noqa: E731
            button(_("Lembar ringkas PDF"), making, f"{name}.pdf", "application/pdf", lacking)
        button(_("Buku kerja Excel"), lambda: reports.workbook(**whose), f"{name}.xlsx", XLSX)
        tables(whose, name, sheets.plans(subject))
    every_brief(speech, edition, lacking)


def font_trouble() -> bool:
    """Say in a sentence that the typeface is missing, if it is."""
    try:
        fonts.folder()
    except fonts.FontMissing as error:
        st.warning(widgets.plain(str(error)))
        return True
    return False


def button(label: str, make: Callable[[], bytes], file_name: str, mime: str, disabled: bool = False) -> None:
    """A download made only when it is asked for."""
    st.download_button(
        label,
        make,
        file_name=file_name,
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        disabled=disabled,
        key=f"unduh_{mime}",
    )


def tables(whose: dict, name: str, plans: dict) -> None:
    """One table as CSV, with the separators of the reader's spreadsheet."""
    with st.popover(_("Tabel CSV"), icon=":material/table:"):
        code = choices.choose("tabel", list(plans), _("Tabel"), show=lambda each: plans[each].name)
        indonesian = choices.choose(
            "pemisah",
            ["id", "int"],
            _("Pemisah"),
            default="id" if decimal_comma() else "int",
            show=lambda each: (
                _("Indonesia: titik koma, 1,5") if each == "id" else _("Internasional: koma, 1.5")
            ),
            kind="radio",
        )

        def make() -> bytes:
            return export.csv_bytes(reports.table(code, **whose), indonesian=indonesian == "id")

        button(_("Unduh CSV"), make, f"{name} {code}.csv", "text/csv")


def every_brief(speech: str, edition: int, lacking: bool) -> None:
    """The briefs of all 24 cities in one ZIP, made with a progress bar."""
    made = st.session_state.get(_ALL_BRIEFS)
    if made is not None and made[0] == (speech, edition):
        result = made[1]
        for code, reason in result.failed.items():
            st.error(
                widgets.plain(
                    _("Lembar ringkas {city} tidak dapat dibuat: {reason}").format(
                        city=city_name(code), reason=reason
                    )
                )
            )
        button(_("Unduh ZIP"), lambda: result.content, "sinergi-kota lembar ringkas.zip", "application/zip")
    elif st.button(_("Siapkan 24 lembar ringkas"), icon=":material/folder_zip:", disabled=lacking):
        bar = st.progress(0.0)

        def progress(done: int, count: int, city: str) -> None:
            text = _("{done} dari {count}: {city}").format(
                done=formats.number(done), count=formats.number(count), city=city
            )
            bar.progress(done / count, widgets.plain(text))

        result = reports.all_briefs(language=speech, edition=edition, progress=progress)
        st.session_state[_ALL_BRIEFS] = ((speech, edition), result)
        st.rerun()


main()
