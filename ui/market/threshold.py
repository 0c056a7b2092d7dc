"""The city's threshold on the page: from which rise of a price in a month it wants to be told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from data import store as stores
from data.permissions import Refused
from data.store import Conflict, Store, StoreError
from data.thresholds import LEAST, MOST, Threshold, ThresholdError, Thresholds
from findings.food import prices as findings
from i18n import _
from ui import widgets
from ui.frame import connection, way_in
from wording import prices as words
from wording.names import city_name
from wording.phrases import lower_first

NAME = "nama_pencatat"
_MESSAGE = "_ambang_pesan"
ALL, ONE = "semua", "satu"


def draw(city: str, food: str, commodity: str) -> None:
    """Say which threshold holds for the food and whether it was passed; who may, sets it here."""
    if not commodity:
        return
    opened = stores.start()
    if opened is None:
        return
    try:
        threshold = Thresholds(opened).of(city)
    except StoreError:  # the page says so at its head already; which threshold holds cannot be said
        return
    st.markdown(widgets.plain(_said(city, food, commodity, threshold)))
    kind, text = st.session_state.pop(_MESSAGE, ("", ""))
    if kind:
        {"success": st.success, "warning": st.warning, "error": st.error}[kind](widgets.plain(text))
    with st.expander(_("Atur ambang kenaikan harga"), icon=":material/notifications:", expanded=bool(kind)):
        _form(opened, city, food, commodity, threshold)


def _said(city: str, food: str, commodity: str, threshold: Threshold) -> str:
    limit = threshold.of_food(commodity)
    pattern = (
        _("Ambang {city} untuk {food}: naik lebih dari {percent} dalam sebulan.")
        if threshold.own
        else _("Ambang {city} untuk {food}: naik lebih dari {percent} dalam sebulan (bawaan, belum diatur).")
    )
    said = pattern.format(city=city_name(city), food=lower_first(food), percent=words.share(limit / 100))
    period, change = findings.newest_change(city, commodity)
    if change is None:
        return said + " " + _("Perubahan bulan terakhirnya belum dapat dihitung.")
    return f"{said} {words.beside_threshold(change, limit / 100, period)}"


def _form(opened: Store, city: str, food: str, commodity: str, threshold: Threshold) -> None:
    desk = Thresholds(opened)
    try:
        desk.may_set(city, connection.identity())
    except Refused as refusal:
        st.info(widgets.plain(str(refusal)), icon=":material/lock:")
        way_in.draw("masuk_ambang")
        return
    if not connection.identity().login_required:
        st.text_input(
            _("Nama Anda, untuk riwayat"), key=NAME, max_chars=60, placeholder=_("nama dan jabatan")
        )
    only = _("hanya {food}").format(food=lower_first(food))
    form = f"ambang_{city}_{commodity}_{threshold.revision}"
    with st.form(form, border=False):
        left, right = st.columns(2)
        with left:
            st.number_input(
                _("Naik dalam sebulan, persen"),
                value=threshold.of_food(commodity),
                key=f"{form}_percent",
                format="%g",
                step=1.0,
                help=_("Antara {least} dan {most} persen.").format(least=int(LEAST), most=int(MOST)),
            )
        with right:
            st.segmented_control(
                _("Berlaku untuk"),
                [ALL, ONE],
                default=ONE if commodity in threshold.foods else ALL,
                format_func=lambda code: {ALL: _("semua pangan"), ONE: only}[code],
                key=f"{form}_for",
                required=True,
            )
        st.form_submit_button(
            _("Simpan ambang"), on_click=_save, args=(opened, city, commodity, form, threshold.revision)
        )
    if threshold.own:
        st.caption(widgets.plain(_("Terakhir diatur oleh {author}.").format(author=threshold.author)))


def _save(opened: Store, city: str, commodity: str, form: str, seen: int) -> None:
    percent: Any = st.session_state.get(f"{form}_percent")
    single = st.session_state.get(f"{form}_for") == ONE
    who = replace(connection.identity(), name=str(st.session_state.get(NAME, "")))
    try:
        if percent is None:
            raise ThresholdError(_("Tulis dulu berapa persen; ambang tidak diubah."))
        kept = Thresholds(opened).put(city, percent, who, commodity=commodity if single else "", seen=seen)
    except Conflict:
        here = Thresholds(opened).of(city)
        st.session_state[_MESSAGE] = (
            "warning",
            _(
                "Ambang sudah diubah {author} sejak Anda membukanya, menjadi {percent}; yang Anda tulis "
                "{mine}. Tidak ada yang ditimpa: periksa, lalu simpan lagi."
            ).format(
                author=here.author,
                percent=words.share(here.of_food(commodity) / 100),
                mine=words.share(percent / 100),
            ),
        )
    except (ThresholdError, StoreError) as problem:
        st.session_state[_MESSAGE] = ("error", str(problem))
    else:
        st.session_state[_MESSAGE] = (
            "success",
            _("Ambang disimpan: naik lebih dari {percent} dalam sebulan akan tampil di Beranda.").format(
                percent=words.share(kept.of_food(commodity) / 100)
            ),
        )
