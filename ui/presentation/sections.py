"""Pieces of page Presentasi: whose story, which slides, the presenter's words, the sets that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

import data
from data import store
from data.permissions import Refused
from data.store import Conflict, Store, StoreError
from data.versioning import versions
from findings import presentations, story
from findings.presentations import SlideSet
from i18n import _, ngettext
from ui import choices, widgets
from ui.frame import connection, my_city
from wording import formats
from wording.names import city_name
from wording.phrases import changes_line, dated

NOBODY = "-"
OTHER, SLIDES, TITLE, NOTE, SET = "dengan", "isi", "judul", "catatan", "susunan"
NAME, PERSON = "nama_susunan", "nama_penyaji"
_SAID = "_presentasi_pesan"
# The slides that carry the message, the best first.
CARRYING = ("mitra", "pasok", "peluang", "usulan")


def whose() -> story.Subject:
    """Let the presenter choose a city, a pair, or all of Komwil I."""
    cities = sorted(data.cities().index, key=city_name)
    city = my_city.chosen()
    if not city:
        return story.Subject()
    with st.columns([2, 3])[0]:
        other = choices.choose(
            OTHER,
            [NOBODY, *(code for code in cities if code != city)],
            _("Bersama kota"),
            show=lambda code: _("tanpa pasangan") if code == NOBODY else city_name(code),
        )
    return story.Subject(city, "" if other == NOBODY else other)


def headline(titles: Mapping[str, str], name: str) -> str:
    """How many slides are ready, and the message for the hall: `titles` of the slides by kind."""
    message = next((titles[kind] for kind in CARRYING if kind in titles), name)
    return ngettext(
        "{count} salindia siap tayang: {message}", "{count} salindia siap tayang: {message}", len(titles)
    ).format(count=formats.number(len(titles)), message=message)


def content(subject: story.Subject, names: Mapping[str, str], edition: int) -> SlideSet:
    """Let the presenter choose and order slides and write a title and a note."""
    kinds = choices.choose_many(
        SLIDES,
        list(names),
        _("Salindia yang ditayangkan"),
        default=list(names),
        show=lambda code: names.get(code, code),
        help=_("Urutannya diatur di bawah: seret salindia, atau pakai tombol panah pada tiap salindia."),
    )
    left, right = st.columns(2)
    with left:
        title = choices.text(TITLE, _("Judul sendiri"), placeholder=_("Dibuat otomatis bila kosong"))
    with right:
        note = choices.text(NOTE, _("Catatan di bawah judul"), placeholder=_("Acara, tempat, tanggal"))
    return SlideSet("", subject, tuple(kinds) or tuple(names), edition, title, note)


def reorder(kinds: list[str]) -> None:
    """Put the slides into another order, from a callback."""
    choices.put(SLIDES, kinds)


def opened_store() -> Store | None:
    """Return the store, or say why there is none to keep sets in."""
    opened = store.start()
    if opened is None:
        problem = store.trouble()
        st.warning(
            widgets.plain(str(problem)) if problem else _("Penyimpanan belum dapat dibuka; coba lagi.")
        )
    return opened


def kept_sets(opened: Store | None) -> SlideSet | None:
    """Let the presenter open a set that was kept; None: put one together."""
    try:
        sets = presentations.every(opened) if opened else {}
    except StoreError as error:
        st.warning(widgets.plain(str(error)))
        sets = {}
    if not sets and SET not in st.query_params:
        return None
    key = choices.choose(
        SET,
        [NOBODY, *sets],
        _("Susunan"),
        show=lambda code: sets[code].name if code in sets else _("Susun sendiri"),
    )
    return sets.get(key)


def about_set(chosen: SlideSet, opened: Store) -> None:
    """Say what a kept set is, and let it be copied or removed."""
    st.caption(
        widgets.plain(
            _("Disimpan oleh {author} pada {day}. Angkanya tetap dari data edisi {edition}.").format(
                author=chosen.author,
                day=formats.day(chosen.at),
                edition=dated(chosen.edition),
            )
        )
    )
    if chosen.edition != versions.latest_edition():
        st.caption(
            ":material/update: "
            + widgets.plain(
                _("Ada data yang lebih baru (edisi {edition}); ubah salinannya untuk memakainya.").format(
                    edition=dated(versions.latest_edition())
                )
                + f" {changes_line(versions.latest_edition())}"
            )
        )
    with st.container(horizontal=True):
        st.button(
            _("Ubah salinan"), icon=":material/edit:", on_click=_copy, args=(chosen,), key="ubah_salinan"
        )
        st.button(_("Hapus susunan"), icon=":material/delete:", on_click=_remove, args=(opened, chosen))


def _copy(chosen: SlideSet) -> None:
    """Put what a set holds into the choices, where it can be changed."""
    choices.put(my_city.NAME, chosen.subject.city or my_city.NONE)
    choices.put(OTHER, chosen.subject.other or NOBODY)
    choices.put(SLIDES, list(chosen.kinds))
    choices.put(TITLE, chosen.title)
    choices.put(NOTE, chosen.note)
    choices.put(SET, NOBODY)
    st.session_state[NAME] = chosen.name


def keeping(draft: SlideSet, opened: Store | None) -> None:
    """Let the presenter keep what was put together under a name."""
    if opened is None:
        return
    with st.popover(_("Simpan susunan"), icon=":material/save:"):
        st.write(
            _(
                "Susunan menyimpan pilihan salindia dan edisi data, sehingga angkanya tidak berubah "
                "sampai rapat."
            )
        )
        st.text_input(_("Nama susunan"), key=NAME, max_chars=presentations.LONGEST_NAME)
        if not connection.login_configured():
            st.text_input(_("Nama Anda"), key=PERSON, max_chars=presentations.LONGEST_NAME)
        st.button(_("Simpan"), type="primary", on_click=_keep, args=(opened, draft))


def _identity():
    return replace(connection.identity(), name=str(st.session_state.get(PERSON, "")))


def _keep(opened: Store, draft: SlideSet) -> None:
    name = str(st.session_state.get(NAME, ""))
    try:
        before = opened.documents.get(presentations.COLLECTION, presentations.key_of(name))
        revision = before.revision if before else _last(opened, name)
        kept = presentations.keep(opened, replace(draft, name=name, revision=revision), _identity())
    except (Refused, Conflict, StoreError, presentations.SetError) as error:
        st.session_state[_SAID] = ("error", str(error))
    else:
        st.session_state[_SAID] = ("success", _("Susunan “{name}” disimpan.").format(name=kept.name))
        choices.put(SET, kept.key)


def _last(opened: Store, name: str) -> int:
    """Revision of a set that was removed; 0 when there never was one."""
    history = opened.documents.history(presentations.COLLECTION, presentations.key_of(name))
    return history[0].revision if history else 0


def _remove(opened: Store, chosen: SlideSet) -> None:
    try:
        presentations.remove(opened, chosen, _identity())
    except (Refused, Conflict, StoreError) as error:
        st.session_state[_SAID] = ("error", str(error))
    else:
        st.session_state[_SAID] = ("success", _("Susunan “{name}” dihapus.").format(name=chosen.name))
        choices.put(SET, NOBODY)


def say() -> None:
    """Draw what the last action had to say, once."""
    kind, text = st.session_state.pop(_SAID, (None, ""))
    if kind:
        {"success": st.success, "error": st.error}[kind](widgets.plain(text))
