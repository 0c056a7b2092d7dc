"""What happens when somebody publishes, rolls back or changes a role: done, or answered with a sentence.

These run before the page is drawn again. A refusal loses nothing: the upload and what was typed stay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from data import store as stores
from data.changes.offers import Offer
from data.permissions import (
    Identity,
    Mode,
    NothingChanged,
    Permission,
    Refused,
    change_role,
    permission,
    publish_checked,
    roll_back_checked,
)
from data.store import Conflict, Store, StoreError, Version
from data.thresholds import Thresholds
from data.versioning import versions
from findings.food import price_alerts, prices
from i18n import _
from ui import widgets
from ui.desk import words as data_words
from ui.frame import connection
from wording import formats
from wording import prices as price_words
from wording.phrases import dated

NAME = "nama_pencatat"
NOTE = "catatan_terbit"
BACK_NOTE = "catatan_kembali"
UPLOAD = "_unggahan"
UPLOADER = "_unggahan_ke"
LONGEST_NOTE = 500
# Choices of versions, which begin anew when there is another one.
OLD, NEW, BACK, PINNED = "versi_lama", "versi_baru", "kembali_ke", "edisi_tautan"
_MESSAGE = "_data_pesan"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file somebody handed in, kept in the session until it is published or let go."""

    name: str
    content: bytes
    sha256: str


def identity() -> Identity:
    """Return who stands at this session, with the name they gave where nobody logs in."""
    return replace(connection.identity(), name=str(st.session_state.get(NAME, "")))


def allowed(store: Store) -> tuple[Permission | None, str]:
    """Return what this session may do, and why it may not where it may not."""
    try:
        return permission(store, identity()), ""
    except Refused as refusal:
        return None, str(refusal)


def show_message() -> None:
    """Draw what the last action had to say, once."""
    kind, text = st.session_state.pop(_MESSAGE, (None, ""))
    if kind:
        {"success": st.success, "error": st.error, "warning": st.warning, "info": st.info}[kind](
            widgets.plain(text)
        )


def say(kind: str, text: str) -> None:
    """Let the next run say a sentence: ``success``, ``info``, ``warning`` or ``error``."""
    _say(kind, text)


def store_closed() -> None:
    """Say that nothing can be published or looked up, as no store is open."""
    problem = stores.trouble()
    st.info(
        widgets.plain(str(problem))
        if problem
        else _(
            "Penyimpanan versi belum dibuka; yang ada hanya data bawaan. Melihat, mengunduh, dan memeriksa "
            "unggahan tetap dapat dilakukan, menerbitkan belum."
        ),
        icon=":material/database_off:",
    )


def publish(
    store: Store, table: str, frame: pd.DataFrame, upload: Upload, *, mode: Mode, parent: int
) -> None:
    """Publish the reading of `upload`, compared with version `parent`."""
    note = _note(NOTE)

    def act() -> Version:
        return publish_checked(
            store, identity(), table, frame, note=note, parent=parent, mode=mode, upload=upload.content
        )

    if note and _attempt(store, table, act):
        let_go()
        data_words.go("riwayat", tabel=table)


def take_offer(store: Store, offer: Offer) -> None:
    """Publish the merge of a correction that came with the application."""
    note = _note(NOTE)

    def act() -> Version:
        return publish_checked(
            store, identity(), offer.table, offer.frame, note=note, parent=offer.parent, mode="release"
        )

    if note:
        _attempt(store, offer.table, act)


def publish_rows(
    store: Store, table: str, frame: pd.DataFrame, note: str, *, parent: int | None = None, conflict: str = ""
) -> bool:
    """Add rows to `table` without an upload of its own; return whether it was done.

    `parent` is the version the person saw (None: the one in force now), `conflict` the sentence where
    another came out meanwhile.
    """
    if parent is None:
        with versions.held(versions.latest_edition()):
            parent = versions.current_version(table)

    def act() -> Version:
        return publish_checked(store, identity(), table, frame, note=note, parent=parent, mode="update")

    return _attempt(store, table, act, conflict)


def roll_back(store: Store, table: str, version: int, parent: int) -> None:
    """Return `table` to `version`."""
    note = _note(BACK_NOTE)

    def act() -> Version:
        return roll_back_checked(store, identity(), table, version, note=note, parent=parent)

    if note:
        _attempt(store, table, act)


def let_go() -> None:
    """Forget the upload and empty the field it came in by."""
    st.session_state.pop(UPLOAD, None)
    st.session_state[UPLOADER] = st.session_state.get(UPLOADER, 0) + 1


def grant(store: Store, form: str) -> None:
    """Give the role that stands in `form`."""
    email, role = st.session_state[f"{form}_email"].strip(), st.session_state[f"{form}_role"]
    cities = st.session_state[f"{form}_cities"]
    if _change_role(store, email, role, cities):
        _say("success", _("Peran {email} disimpan.").format(email=email))


def revoke(store: Store, form: str) -> None:
    """Take away the role of the person chosen in `form`."""
    email = st.session_state[f"{form}_email"]
    if _change_role(store, email, None, ()):
        _say("success", _("Peran {email} dicabut.").format(email=email))


def _change_role(store: Store, email: str, role: str | None, cities: tuple[str, ...]) -> bool:
    try:
        change_role(store, identity(), email, role, cities)
    except StoreError as problem:
        _say("error", str(problem))
        return False
    return True


def _note(key: str) -> str:
    note = str(st.session_state.get(key, "")).strip()
    if not note:
        _say("warning", _("Tulis dulu catatannya: apa yang berubah dan mengapa. Belum ada yang diterbitkan."))
    return note


def _attempt(store: Store, table: str, act: Callable[[], Version], said: str = "") -> bool:
    try:
        version = act()
    except Conflict as conflict:
        store.edition()  # what others published counts from this run on
        told = said or _(
            "“{table}” sudah diterbitkan orang lain: Anda membandingkan dengan versi {parent}, sekarang "
            "berlaku versi {current}. Tidak ada yang ditimpa dan unggahan Anda masih ada. Di bawah ini "
            "perbandingan dengan versi {current}: periksa, lalu terbitkan lagi."
        )
        _say(
            "warning",
            told.format(
                table=data_words.table_name(table),
                parent=formats.number(conflict.parent),
                current=formats.number(conflict.current),
            ),
        )
    except NothingChanged as nothing:
        _say("info", str(nothing))
    except StoreError as problem:
        _say("error", str(problem))
    else:
        for key in (OLD, NEW, BACK, PINNED, BACK_NOTE):
            st.session_state.pop(key, None)
        said = _("“{table}” versi {version} terbit sebagai edisi {edition} dan berlaku untuk semua.").format(
            table=data_words.table_name(table),
            version=formats.number(version.number),
            edition=dated(version.edition),
        )
        _say("success", "\n\n".join(filter(None, (said, _thresholds_passed(store, table)))))
        return True
    return False


def _thresholds_passed(store: Store, table: str) -> str:
    """Say which cities' price thresholds the prices just published pass."""
    if table != prices.TABLE:
        return ""
    with versions.held(versions.latest_edition()):
        found = price_alerts.passed(Thresholds(store).all())
    for row in found.itertuples():
        store.audit.record(
            identity().actor, "threshold_passed", row.region_code,
            commodity=row.commodity, period=row.period, change=round(row.change, 4), limit=row.percent,
        )  # fmt: skip
    return price_words.passed(found)


def _say(kind: str, text: str) -> None:
    st.session_state[_MESSAGE] = (kind, text)
