"""Sentences about the applications of a city that more than one page says."""

from __future__ import annotations

from analysis.replication import AGREED, HAS_PLAN, LACKING, PROOFS, UNKNOWN, USE, VISIT
from findings.applications import Counts, Gap
from findings.replications import Adopter
from i18n import N_, _
from wording import formats
from wording.phrases import inside, upper_first

GAPS = {
    LACKING: N_("celah diketahui"),
    HAS_PLAN: N_("celah diketahui"),
    UNKNOWN: N_("belum terdata"),
}


def gap_name(code: str) -> str:
    """Return what a kind of gap is called."""
    return _(GAPS[code])


def counted(found: Counts) -> str:
    """Tell how many applications there are, each kind apart; a kind of which none is recorded is left out."""
    running = _("{count} aplikasi berjalan").format(count=formats.number(found.running))
    parts = [running if found.running else _("belum ada aplikasi berjalan yang tercatat")]
    if found.planned:
        parts.append(_("{count} direncanakan").format(count=formats.number(found.planned)))
    if found.unconfirmed:
        parts.append(
            _("{count} baru terlihat kode publiknya").format(count=formats.number(found.unconfirmed))
        )
    said = upper_first(formats.listing(parts))
    if found.stated:
        said = _("{said}; {count} dinyatakan kota sendiri").format(
            said=said, count=formats.number(found.stated)
        )
    if found.channels:
        more = _("{said}. Terpisah: {count} kanal nasional, program, atau produk bank")
        said = more.format(said=said, count=formats.number(found.channels))
    return said


def gap_reason(why: Gap, city: str, domain: str) -> str:
    """Say why a service counts as lacking in a city."""
    service = inside("service_domain", domain)
    if why.code == HAS_PLAN:
        return _(
            "{city} tercatat merencanakan {apps} di bidang {domain}; yang sudah berjalan tidak tercatat."
        ).format(city=city, apps=formats.listing(list(why.planned)), domain=service)
    if why.code == LACKING:
        return _(
            "{city} menyatakan sendiri belum punya aplikasi di bidang {domain} ({office}, {day})."
        ).format(city=city, domain=service, office=why.stated_by, day=formats.day(why.stated_on))
    return _(
        "Aplikasi {city} di bidang {domain} tidak ditemukan di sumber publik. Itu bukan bukti bahwa belum "
        "ada: tanyakan dahulu kepada dinasnya."
    ).format(city=city, domain=service)


def adopters(found: tuple[Adopter, ...]) -> str:
    """Say who uses it too, who only signed for it, and who came to see; empty when nobody is known."""
    sentences = {
        USE: N_("Dipakai juga oleh {names}."),
        AGREED: N_("Baru ada kesepakatan dengan {names}; pemakaiannya belum terbukti."),
        VISIT: N_("Dilihat atau direncanakan dipakai oleh {names}."),
    }
    parts = []
    for proof in PROOFS:
        names = [dated(each.name, each.year) for each in found if each.proof == proof]
        if names:
            parts.append(_(sentences[proof]).format(names=formats.listing(names)))
    return " ".join(parts)


def dated(name: str, year: int | None) -> str:
    """Return a name with its year, where that is known."""
    return name if year is None else f"{name} ({year})"
