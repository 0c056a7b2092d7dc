"""The fields of the terms of delivery, and the terms in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

import streamlit as st

from data.proposals import Terms
from data.proposals.terms import LONGEST_TERM, PERIODS, RULE_NAMES, RULES, UNITS, day
from findings.cooperation import directory
from i18n import N_, _
from wording import formats
from wording.agreements import unit_word

NAMES = {
    "good": N_("Barang"),
    "volume": N_("Volume"),
    "unit": N_("Satuan"),
    "period": N_("Per"),
    "rule": N_("Aturan harga"),
    "price": N_("Harga pokok, rupiah per satuan"),
    "share": N_("Bagian pemasok dari kenaikan, persen"),
    "floor": N_("Batas bawah harga, rupiah per satuan"),
    "cap": N_("Batas atas harga, rupiah per satuan"),
    "market_source": N_("Harga acuan: pasar dan penerbitnya"),
    "quality": N_("Mutu"),
    "loss": N_("Susut yang ditanggung dalam harga, persen"),
    "place": N_("Tempat serah terima"),
    "rhythm": N_("Hari dan jam pengiriman"),
    "seller": N_("Pemasok (koperasi, kelompok tani, BUMD)"),
    "buyer": N_("Pembeli (BUMD, distributor, pasar)"),
    "distributor": N_("Pengangkut atau distributor"),
    "start": N_("Mulai"),
    "end": N_("Berakhir"),
}
_NUMBERS = ("volume", "price", "share", "floor", "cap", "loss")
_LISTS = {"unit": UNITS, "period": PERIODS, "rule": RULES}
_DAYS = ("start", "end")
_ROWS = (
    ("good", "volume", "unit", "period"),
    ("rule", "price", "share"),
    ("floor", "cap", "market_source"),
    ("quality", "loss"),
    ("place", "rhythm"),
    ("seller", "buyer", "distributor"),
    ("start", "end"),
)


def name_of(field: str) -> str:
    """Return what a field of the terms is called."""
    return _(NAMES[field])


def fields_of(form: str, terms: Terms, *, open_at_first: bool = False, places: tuple[str, ...] = ()) -> None:
    """Draw the fields under keys ``{form}_terms_{name}``, filled with `terms`.

    The directory's offices of `places` are offered as parties below the heads; any other name may be typed.
    """
    with st.expander(_("Syarat pengiriman"), expanded=open_at_first, icon=":material/local_shipping:"):
        st.caption(_("Isi yang sudah disepakati saja; yang kosong menjadi bagian kuning pada draf."))
        for names in _ROWS:
            for name, column in zip(names, st.columns(len(names)), strict=True):
                with column:
                    _field(form, name, terms, places)


def _field(form: str, name: str, terms: Terms, places: tuple[str, ...]) -> None:
    key, label, value = f"{form}_terms_{name}", name_of(name), getattr(terms, name)
    if name in _NUMBERS:
        st.number_input(label, value=value, key=key, format="%g", placeholder=_("belum"))
    elif name in _LISTS:
        options = list(_LISTS[name])
        st.selectbox(
            label,
            options,
            index=options.index(value) if value in options else None,
            format_func=lambda code: _(RULE_NAMES[code]) if name == "rule" else unit_word(code),
            key=key,
            placeholder=_("belum"),
        )
    elif name in _DAYS:
        st.date_input(label, value=day(value), key=key, format="DD/MM/YYYY")
    elif name in directory.KINDS:
        _party(key, label, value, directory.of_places(places, name)["name"])
    else:
        st.text_input(label, value, key=key, max_chars=LONGEST_TERM)


def _party(key: str, label: str, value: str, known: Iterable[str]) -> None:
    """Ask for a party below the heads: one of the directory, or any other name."""
    options = list(dict.fromkeys([*([value] if value else []), *known]))
    st.selectbox(
        label,
        options,
        index=0 if value else None,
        key=key,
        accept_new_options=True,
        placeholder=_("pilih dari direktori atau tulis") if options else _("tulis nama lembaga"),
    )


def typed(form: str, seen: Terms) -> Terms:
    """Return the terms as they stand in the fields of `form`; a field that was not drawn keeps `seen`."""
    values = {}
    for each in fields(Terms):
        key = f"{form}_terms_{each.name}"
        if key not in st.session_state:
            values[each.name] = getattr(seen, each.name)
            continue
        value = st.session_state[key]
        if isinstance(value, date):
            value = value.isoformat()
        values[each.name] = value if value is not None or each.name in _NUMBERS else ""
    return Terms(**values)


def say(terms: Terms) -> list[tuple[str, str]]:
    """Return what is agreed as (name, words), in the order of the form; empty without any terms."""
    said = []
    if terms.good:
        said.append((name_of("good"), terms.good))
    if terms.volume is not None:
        amount = " ".join(filter(None, (formats.number(terms.volume, 2), unit_word(terms.unit))))
        said.append((
            name_of("volume"),
            _("{amount} per {period}").format(amount=amount, period=unit_word(terms.period))
            if terms.period
            else amount,
        ))  # fmt: skip
    if terms.rule in RULES:
        said.append((name_of("rule"), _(RULE_NAMES[terms.rule])))
    for name in ("price", "floor", "cap"):
        value = getattr(terms, name)
        if value is not None:
            said.append((name_of(name), f"Rp {formats.number(value)}"))
    for name in ("share", "loss"):
        value = getattr(terms, name)
        if value is not None:
            said.append((name_of(name), formats.percent(value / 100)))
    for name in ("market_source", "quality", "place", "rhythm", "seller", "buyer", "distributor"):
        if text := getattr(terms, name):
            said.append((name_of(name), text))
    said += [(name_of(name), formats.day(getattr(terms, name))) for name in _DAYS if getattr(terms, name)]
    return said
