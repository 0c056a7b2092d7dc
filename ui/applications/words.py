"""Sentences about applications: what is known of one, and why it is worth taking over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from findings.applications import Adopter
from i18n import N_, _
from wording import formats
from wording.names import city_name, island, word

SECTIONS = {
    "katalog": N_("Katalog"),
    "matriks": N_("Siapa punya apa"),
    "replikasi": N_("Layak direplikasi"),
    "jaringan": N_("Jaringan replikasi"),
}
DIRECTIONS = {"ambil": N_("Yang dapat kami ambil"), "tawarkan": N_("Yang dapat kami tawarkan")}
_UNKNOWN = {
    "launched_year": N_("tahun peluncuran"),
    "platform": N_("platform"),
    "population": N_("jumlah penduduk salah satu kota"),
}
_NEVER_KNOWN = (N_("lisensi kode"), N_("biaya"))


def section(code: str) -> str:
    """Return what a part of the page is called."""
    return _(SECTIONS[code])


def direction(code: str) -> str:
    """Return what a direction of replication is called."""
    return _(DIRECTIONS[code])


def since(year: Any) -> str:
    """Say since when an application runs."""
    if pd.isna(year):
        return _("tahun mulai belum terdata")
    return _("sejak {year}").format(year=int(year))


def platforms(codes: Iterable[str]) -> str:
    """Name the platforms, or say that they are not known."""
    named = [word("platform", code) for code in codes]
    return formats.listing(named) if named else _("platform belum terdata")


def adopters(found: tuple[Adopter, ...]) -> str:
    """Say who took it over and who plans to; empty when nobody is known."""
    running = [each.name for each in found if not each.planned]
    planned = [each.name for each in found if each.planned]
    parts = []
    if running:
        parts.append(_("Dipakai juga oleh {names}.").format(names=formats.listing(running)))
    if planned:
        parts.append(_("Direncanakan dipakai oleh {names}.").format(names=formats.listing(planned)))
    return " ".join(parts)


def headline(catalogue: pd.DataFrame) -> str:
    """Say what the catalogue holds."""
    running = catalogue[catalogue["status"] == "berjalan"]
    members = running[running["komwil"].notna()]
    unconfirmed = int(members["unconfirmed"].sum())
    members = members[~members["unconfirmed"]]
    said = _(
        "{count} aplikasi berjalan di {cities} kota anggota; {outside} contoh baik dari luar {island}; "
        "{replicated} sudah atau akan dipakai daerah lain."
    ).format(
        count=len(members),
        cities=members["region_code"].nunique(),
        outside=int(running["outside"].sum()),
        island=island(),
        replicated=int(catalogue["replicated"].sum()),
    )
    if not unconfirmed:
        return said
    more = _("{count} lagi hanya ditemukan kode publiknya dan belum dikonfirmasi kota: dihitung terpisah.")
    return f"{said} {more.format(count=unconfirmed)}"


def for_it(reasons: list) -> list[str]:
    """Return the sentences that speak for taking an application over."""
    return [text for code, params in reasons if (text := _for(code, params))]


def against_it(reasons: list) -> list[str]:
    """Return the sentences that speak against it or tell of a difference."""
    return [text for code, params in reasons if (text := _against(code, params))]


def unknown(reasons: list, copy_of: str | None = None) -> str:
    """Say what is not known of a suggestion; licence and cost are known of none."""
    missing = []
    for code, params in reasons:
        if code != "unknown":
            continue
        if params["what"] == "spbe":
            cities = formats.listing([city_name(each) for each in params.get("cities", ())])
            missing.append(_("indeks SPBE {cities}").format(cities=cities))
        else:
            what = params["what"]
            missing.append(_(_UNKNOWN.get(what, what)))
    missing += [_(each) for each in _NEVER_KNOWN]
    said = _("Belum diketahui: {things}.").format(things=formats.listing(missing))
    if copy_of:
        said += " " + _("Ini salinan milik {owner}: izin ditanyakan kepada pemiliknya.").format(owner=copy_of)
    return said


def _for(code: str, params: dict) -> str | None:
    writer = _IN_FAVOUR.get(code)
    return writer(params) if writer else None


def _running(params: dict) -> str:
    year = params.get("since")
    return _("berjalan sejak {year}").format(year=year) if year else _("sudah berjalan")


def _agreed(params: dict) -> str:
    kind = word("instrument", params["instrument"])
    return _("sudah ada: {instrument}, {day}").format(instrument=kind, day=formats.day(params.get("date")))


_IN_FAVOUR: dict[str, Callable[[dict], str]] = {
    "running": _running,
    "awarded": lambda params: _("diakui: {recognition}").format(recognition=params["recognition"]),
    "replicated": lambda params: _("sudah dipakai {names}").format(names=formats.listing(params["by"])),
    "replication_planned": lambda params: _("replikasi direncanakan {names}").format(
        names=formats.listing(params["by"])
    ),
    "similar_size": lambda params: _("jumlah penduduk sebanding ({donor} dan {adopter})").format(
        **_sizes(params)
    ),
    "similar_spbe": lambda params: _("indeks SPBE sebanding ({donor} dan {adopter})").format(
        **_indices(params)
    ),
    "same_province": lambda params: _("satu provinsi"),
    "agreement": _agreed,
}


def _against(code: str, params: dict) -> str | None:
    if code == "different_size":
        return _("jumlah penduduk jauh berbeda ({donor} dan {adopter})").format(**_sizes(params))
    if code == "different_spbe":
        return _("indeks SPBE berbeda ({donor} dan {adopter})").format(**_indices(params))
    if code == "unconfirmed":
        return _("hanya kode publiknya yang ditemukan: belum dikonfirmasi kota")
    if code == "outside_sumatra":
        return _("pemiliknya di luar {island}").format(island=island())
    return None


def _sizes(params: dict) -> dict[str, str]:
    return {side: formats.number(params[side]) for side in ("donor", "adopter")}


def _indices(params: dict) -> dict[str, str]:
    return {side: formats.fixed(params[side], 2) for side in ("donor", "adopter")}
