"""Sentences about applications: what is known of one, and why it is worth taking over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

import data
from analysis.replication import AGREED, HAS_PLAN, LACKING, PROOFS, UNKNOWN, USE, VISIT
from findings import applications as findings
from findings.applications import Counts
from i18n import N_, _, ngettext
from ui import widgets
from wording import applications as app_words
from wording import formats
from wording.names import city_name, island, word

SECTIONS = {
    "katalog": N_("Katalog"),
    "matriks": N_("Siapa punya apa"),
    "replikasi": N_("Layak direplikasi"),
    "jaringan": N_("Siapa memakai punya siapa"),
    "berbagi": N_("Berbagi pakai"),
}
# Filled, half, empty: the surer the proof, the fuller the sign.
PROOF_SIGNS = dict(zip(PROOFS, ("●", "◐", "○"), strict=True))
# The sign before a gap: a filled one only where the city itself told it.
SIGNS = {LACKING: "◆", HAS_PLAN: "◆", UNKNOWN: "◌"}
GROUPS = {
    "kota": N_("Aplikasi milik kota"),
    "dinyatakan": N_("Dinyatakan kota"),
    "lain": N_("Kanal nasional, program, dan produk bank"),
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


def group(code: str) -> str:
    """Return what a part of the catalogue is called."""
    return _(GROUPS[code])


def gap_sign(code: str) -> str:
    """Return the sign of a kind of gap, for where no badge can stand."""
    return SIGNS[code]


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


def proof(code: str) -> str:
    """Name a kind of proof with its sign."""
    return f"{PROOF_SIGNS[code]} {word('replication_proof', code)}"


def replication(row: Any) -> str:
    """Say one replication in a sentence, by what proves it."""
    sentences = {
        USE: N_("{adopter} memakai {app} milik {donor}"),
        AGREED: N_("{adopter} bersepakat dengan {donor} tentang {app}; pemakaiannya belum terbukti"),
        VISIT: N_("{adopter} melihat atau merencanakan {app} milik {donor}"),
    }
    said = sentences[row.proof]
    return _(said).format(adopter=row.adopter, app=row.app, donor=row.donor)


def told_when(year: Any) -> str:
    """Return the year of a replication, or that none is told."""
    return _("tahun tidak tercatat") if pd.isna(year) else str(int(year))


def title(found: Counts, city: str = "") -> str:
    """State how many applications run in a city, or in all of the members; nothing found is no zero."""
    if not city:
        return _("{count} aplikasi kota tercatat berjalan, siap dipelajari kota lain").format(
            count=found.running
        )
    if not found.running:
        return _("Aplikasi {city} yang berjalan belum terdata").format(city=city_name(city))
    return ngettext(
        "{city} tercatat menjalankan {count} aplikasi",
        "{city} tercatat menjalankan {count} aplikasi",
        found.running,
    ).format(city=city_name(city), count=found.running)


@data.by_language(*findings.TABLES)
def heading(city: str) -> tuple[str, str]:
    """Return the title of the page for a city (empty: for all members) and the line below it, in Markdown."""
    members = findings.counts(data.cities().index)
    own = title(findings.counts([city]), city) if city else title(members)
    return widgets.plain(own), headline(findings.catalogue(), members)


def headline(catalogue: pd.DataFrame, members: Counts) -> str:
    """Say what the catalogue holds of the member cities' own, and what stands apart from it."""
    running = catalogue[(catalogue["status"] == "berjalan") & ~catalogue["unconfirmed"]]
    said = _(
        "{count} aplikasi berjalan di {cities} kota anggota; {outside} contoh baik dari luar {island}; "
        "{replicated} terbukti dipakai daerah lain."
    ).format(
        count=members.running,
        cities=running.loc[running["komwil"].notna(), "region_code"].nunique(),
        outside=int(running["outside"].sum()),
        island=island(),
        replicated=int(catalogue["replicated"].sum()),
    )
    apart = []
    if members.unconfirmed:
        more = _("{count} lagi hanya ditemukan kode publiknya dan belum dikonfirmasi kota")
        apart.append(more.format(count=members.unconfirmed))
    if members.channels:
        more = _("{count} kanal nasional, program, dan produk bank")
        apart.append(more.format(count=members.channels))
    if not apart:
        return said
    return f"{said} " + _("Dihitung terpisah: {things}.").format(things=formats.listing(apart))


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


def _copiers(params: dict) -> str:
    return formats.listing(
        [app_words.dated(*each) for each in zip(params["by"], params["years"], strict=True)]
    )


def _begun(params: dict) -> str:
    texts = {
        AGREED: N_("keduanya sudah bersepakat tentang {app} ({year}), pemakaiannya belum terbukti"),
        VISIT: N_("sudah pernah dilihat atau direncanakan: {app} ({year})"),
    }
    said = texts[params["proof"]]
    return _(said).format(app=params["app"], year=told_when(params["year"]))


def _agreed(params: dict) -> str:
    kind = word("instrument", params["instrument"])
    return _("sudah ada: {instrument}, {day}").format(instrument=kind, day=formats.day(params.get("date")))


_IN_FAVOUR: dict[str, Callable[[dict], str]] = {
    "running": _running,
    "awarded": lambda params: _("diakui: {recognition}").format(recognition=params["recognition"]),
    "replicated": lambda params: _("sudah dipakai di {names}").format(names=_copiers(params)),
    "replication_agreed": lambda params: _(
        "ada kesepakatan dengan {names}, pemakaiannya belum terbukti"
    ).format(names=_copiers(params)),
    "replication_planned": lambda params: _("dilihat atau direncanakan {names}").format(
        names=_copiers(params)
    ),
    "begun": _begun,
    "similar_size": lambda params: _("penduduk terdaftar sebanding ({donor} dan {adopter}, {year})").format(
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
        return _("penduduk terdaftar jauh berbeda ({donor} dan {adopter}, {year})").format(**_sizes(params))
    if code == "different_spbe":
        return _("indeks SPBE berbeda ({donor} dan {adopter})").format(**_indices(params))
    if code == "unconfirmed":
        return _("hanya kode publiknya yang ditemukan: belum dikonfirmasi kota")
    if code == "outside_sumatra":
        return _("pemiliknya di luar {island}").format(island=island())
    return None


def _sizes(params: dict) -> dict[str, str]:
    persons = {side: formats.number(params[side]) for side in ("donor", "adopter")}
    return {**persons, "year": str(data.registered_population().name)}


def _indices(params: dict) -> dict[str, str]:
    return {side: formats.fixed(params[side], 2) for side in ("donor", "adopter")}
