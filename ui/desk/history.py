"""Section: every version of a table, the difference between two, the way back, links that pin."""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from data import store as stores
from data.changes.differences import Difference, difference
from data.store import Store
from data.versioning import versions
from findings import version_impact as impact
from i18n import _
from ui import choices, tables, widgets
from ui.desk import actions as data_actions
from ui.desk import changes as data_changes
from ui.desk import offers as data_offers
from ui.desk import words as data_words
from ui.desk.actions import BACK, NEW, OLD, PINNED
from ui.frame import edition, way_in
from wording import formats
from wording.phrases import dated


def draw() -> None:
    """Draw the history of one table."""
    table = data_words.choose_table()
    store = stores.active()
    if store is None:
        data_actions.store_closed()
        return
    # The history is of all versions, whatever edition the address pins.
    with versions.held(versions.latest_edition()):
        past = store.history(table)
        _story(table, past)
        data_offers.draw(store, table)
        if len(past) > 1:
            _compare(store, table, past)
            _back(store, table, past)
        else:
            st.caption(_("Baru ada satu versi; perbandingan dan pengembalian muncul setelah penerbitan."))
        _pin(past)


def _story(table: str, past: pd.DataFrame) -> None:
    newest = past.iloc[0]
    st.header(
        _("{table}: versi {number} berlaku, {rows}").format(
            table=data_words.table_name(table),
            number=formats.number(newest["number"]),
            rows=data_words.rows(newest["rows"]),
        )
    )
    shown = pd.DataFrame(
        {
            _("Versi"): past["number"].map(formats.number),
            _("Kapan"): past["at"].map(data_words.when),
            _("Siapa"): past["author"],
            _("Cara"): past["kind"].map(data_words.kind),
            _("Catatan"): past["note"],
            _("Banyak baris"): past["rows"].map(formats.number),
            _("Edisi data"): past["edition"].map(dated),
            _("Dibuat dari"): past["parent"].map(data_words.count),
            _("Mengembalikan"): past["restored"].map(data_words.count),
            _("Sidik jari isi"): past["content_sha256"].str[:12],
        }
    )
    tables.draw(
        shown,
        column_config={_("Catatan"): st.column_config.TextColumn(width="medium")},
        key=f"riwayat_{table}",
    )
    widgets.download(
        lambda: past.drop(columns="table"),
        f"{table}_riwayat",
        key="riwayat_csv",
        label_text=_("Unduh riwayat"),
    )


def _compare(store: Store, table: str, past: pd.DataFrame) -> None:
    st.header(_("Bandingkan dua versi"))
    numbers = [str(number) for number in past["number"]]
    left, right = st.columns(2)
    with left:
        old = choices.choose(OLD, numbers, _("Dari versi"), default=numbers[1], show=_named(past))
    with right:
        new = choices.choose(NEW, numbers, _("Ke versi"), default=numbers[0], show=_named(past))
    changes = _difference(store, table, int(old), int(new), name="banding")
    data_changes.draw_difference(changes, key="banding")


def _difference(store: Store, table: str, old: int, new: int, *, name: str) -> Difference:
    return data_words.remembered(
        name,
        (store.url, table, old, new),
        lambda: difference(store.read(table, old), store.read(table, new), table),
    )


def _named(past: pd.DataFrame):
    """Return what names a version: its number, when and by whom."""
    told = {}
    for row in past.itertuples():
        made = (
            data_words.kind(row.kind)
            if row.kind == "shipped"
            else _("{when}, {author}").format(when=data_words.when(row.at), author=row.author)
        )
        told[str(row.number)] = f"{formats.number(row.number)} – {made}"
    return told.get


def _back(store: Store, table: str, past: pd.DataFrame) -> None:
    st.header(_("Kembali ke versi lama"))
    granted, why = data_actions.allowed(store)
    if granted is None:
        st.info(widgets.plain(why), icon=":material/lock:")
        way_in.draw("masuk_kembali")
        return
    current, older = int(past["number"].iloc[0]), [str(number) for number in past["number"].iloc[1:]]
    st.caption(
        _("Isi versi lama terbit sebagai versi {number}; tidak ada versi yang hilang dari riwayat.").format(
            number=formats.number(current + 1)
        )
    )
    target = int(choices.choose(BACK, older, _("Versi yang dikembalikan"), show=_named(past)))
    changes = _difference(store, table, current, target, name="kembali")
    st.markdown(_("Yang akan terjadi: {summary}").format(summary=data_changes.summary(changes)))
    if changes.empty:
        return
    if st.toggle(_("Hitung pengaruhnya pada jawaban dasbor"), key="pengaruh_kembali"):
        asked = (store.url, table, target, versions.current_edition())
        with st.spinner(_("Menghitung pengaruhnya pada LQ, peringkat, dan mitra …")):
            moved = data_words.remembered(
                "pengaruh_kembali", asked, lambda: impact.of_content(table, store.read(table, target))
            )
        data_changes.draw_impact(moved, key="kembali")
    with st.form("kembalikan", border=True):
        if not data_actions.identity().login_required:
            st.text_input(_("Nama Anda, untuk riwayat"), key=data_actions.NAME, max_chars=60)
        st.text_area(
            _("Catatan: mengapa kembali"), key=data_actions.BACK_NOTE, max_chars=data_actions.LONGEST_NOTE
        )
        st.form_submit_button(
            _("Kembalikan ke versi {number}").format(number=formats.number(target)),
            icon=":material/undo:",
            on_click=data_actions.roll_back,
            args=(store, table, target, current),
        )


def _pin(past: pd.DataFrame) -> None:
    st.header(_("Tautan yang menetapkan edisi"))
    st.caption(
        _(
            "Siapa pun yang membuka tautan ini melihat seluruh dasbor dengan data edisi itu, juga setelah "
            "ada penerbitan baru. Tambahkan edisi={edition} pada alamat halaman mana pun."
        ).format(edition=int(past["edition"].iloc[0]))
    )
    editions = {str(row.edition): row for row in past.itertuples()}
    chosen = choices.choose(
        PINNED,
        list(editions),
        _("Edisi data"),
        show=lambda code: _("edisi {edition}, saat versi {number} terbit").format(
            edition=dated(int(code)), number=formats.number(editions[code].number)
        ),
    )
    st.code(link(chosen), language=None)
    st.button(_("Lihat dasbor dengan edisi ini"), on_click=_look, args=(chosen,), icon=":material/history:")


def link(number: str) -> str:
    """Return the address of the application with edition `number` pinned."""
    parts = urlsplit(st.context.url or "")
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return f"{origin}/?{edition.PIN}={number}"


def _look(number: str) -> None:
    st.query_params[edition.PIN] = number
