"""Sentences about proposals of cooperation: steps, parties, what changed."""

from __future__ import annotations

from datetime import date

import data
from data import stages
from data.proposals import APPLICATION, BOTH, NO, OPEN, PRODUCT, YES, Proposal, next_stage
from findings.cooperation import register as documented
from i18n import N_, _, ngettext
from wording import formats
from wording.names import city_name, home_komwil, party_name

SUBJECTS = {
    PRODUCT: N_("Produk unggulan"),
    APPLICATION: N_("Aplikasi unggulan"),
    BOTH: N_("Produk dan aplikasi"),
}
ANSWERS = {OPEN: N_("Belum ditentukan"), NO: N_("Tidak"), YES: N_("Ya")}
FIELDS = {
    "title": N_("Judul"),
    "parties": N_("Para pihak"),
    "other_parties": N_("Pihak lain"),
    "subject_kind": N_("Pokok kerja sama"),
    "subject": N_("Uraian"),
    "products": N_("Produk"),
    "apps": N_("Aplikasi"),
    "evidence": N_("Bukti"),
    "contact": N_("Narahubung"),
    "notes": N_("Catatan"),
    "burdens": N_("Membebani masyarakat dan daerah"),
    "unbudgeted": N_("Dana belum dianggarkan"),
    "stage": N_("Tahap"),
    "moves": N_("Perpindahan tahap"),
    "created": N_("Dibuat"),
    "terms": N_("Syarat pengiriman"),
    "deliveries": N_("Pengiriman"),
    "origin": N_("Asal peluang"),
}


def headline(city: str, proposals: list[Proposal] | None) -> str:
    """How many agreements are documented and how many proposals run: of `city`, or of all when empty.

    `proposals` is None while the store does not answer.
    """
    found = documented.select(documented.register(), cities=(city,) if city else (), agreements=True)
    running = [each for each in proposals or () if not each.ended and (not city or city in each.parties)]
    agreed = (
        ngettext("{count} perjanjian terdokumentasi", "{count} perjanjian terdokumentasi", len(found)).format(
            count=formats.number(len(found))
        )
        if len(found)
        # The register's word alone: food agreements told by the news stand on Mitra.
        else _("belum ada perjanjian di daftar")
    )
    name = city_name(city) if city else home_komwil()
    if proposals is None:
        return f"{name}: {agreed}"
    walking = (
        ngettext("{count} usulan berjalan", "{count} usulan berjalan", len(running)).format(
            count=formats.number(len(running))
        )
        if running
        else _("belum ada usulan berjalan")
    )
    return f"{name}: {agreed}, {walking}"


def field(name: str) -> str:
    """Return what a field of a proposal is called."""
    return _(FIELDS[name])


def stage(code: str) -> str:
    """Return what a step is called, with its number where it has one."""
    one = stages.BY_CODE[code]
    return _(one.title) if one.number is None else f"{one.number}. {_(one.title)}"


def references(numbers: tuple[int, ...]) -> str:
    """Return the marks of sources: ``[1][7]``; empty for none."""
    return "".join(f"[{number}]" for number in numbers)


def parties(proposal: Proposal) -> str:
    """Name all parties; those outside the 34 are marked."""
    members = set(data.cities().index)
    named = [
        party_name(code)
        if code in members
        else _("{name} (di luar kota anggota)").format(name=party_name(code))
        for code in proposal.parties
    ]
    if proposal.other_parties:
        named.append(_("{name} (di luar kota anggota)").format(name=proposal.other_parties))
    return formats.listing(named)


def age(proposal: Proposal, today: date) -> str:
    """Say how long it has stood at its step."""
    days = proposal.days_at_stage(today)
    if days == 0:
        return _("sejak hari ini")
    return ngettext("{count} hari di tahap ini", "{count} hari di tahap ini", days).format(count=days)


def next_step(proposal: Proposal) -> str:
    """Say what is to be done next."""
    if proposal.ended:
        return _("Tidak ada langkah lagi.")
    here = _(stages.BY_CODE[proposal.stage].todo)
    following = next_stage(proposal)
    if following is None:
        return here + " " + _("Tentukan juga perlu tidaknya persetujuan DPRD.")
    return here + " " + _("Sesudah itu: {stage}.").format(stage=stage(following))


def dprd(proposal: Proposal) -> str:
    """Say whether the DPRD has to approve."""
    if proposal.needs_dprd is None:
        return _("Perlu tidaknya persetujuan DPRD belum ditentukan.")
    if proposal.needs_dprd:
        return _("Persetujuan DPRD diperlukan menurut jawaban pada usulan ini [1][7].")
    return _("Persetujuan DPRD tidak diperlukan menurut jawaban pada usulan ini [1][7].")


def target(proposal: Proposal, code: str) -> str:
    """Return what a move is called: forward, back, or an end."""
    if code == stages.STOPPED.code:
        return _("Hentikan usulan ini")
    if code == stages.FINISHED.code:
        return _("Nyatakan selesai")
    forward = stages.ORDER.index(code) > stages.ORDER.index(proposal.stage)
    pattern = _("Maju ke {stage}") if forward else _("Kembali ke {stage}")
    return pattern.format(stage=stage(code))


def product(code: str) -> str:
    """Name a product with its city."""
    return _named_products().get(code, code)


def application(code: str) -> str:
    """Name an application with its city."""
    return _named_apps().get(code, code)


@data.by_version("products", "regions")
def _named_products() -> dict[str, str]:
    rows = data.load("products").itertuples()
    return {row.product_id: f"{row.product} – {city_name(row.region_code)}" for row in rows}


@data.by_version("apps")
def _named_apps() -> dict[str, str]:
    return {row.app_id: f"{row.app} – {row.city}" for row in data.load("apps").itertuples()}
