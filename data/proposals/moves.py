"""How a proposal moves from step to step by the rules in :mod:`data.stages`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from data import stages
from data.proposals.record import LONGEST_NOTE, Move, Proposal, ProposalError, clean
from i18n import _


def next_stage(proposal: Proposal) -> str | None:
    """Return the step that follows; None at an end or when it depends on an answer still open."""
    if proposal.ended:
        return None
    place = stages.ORDER.index(proposal.stage) + 1
    if place == len(stages.ORDER):
        return stages.FINISHED.code
    following = stages.ORDER[place]
    if following != stages.DPRD or proposal.needs_dprd:
        return following
    return None if proposal.needs_dprd is None else stages.ORDER[place + 1]


def possible_moves(proposal: Proposal) -> tuple[str, ...]:
    """Return where the proposal may go now: the next step, any earlier one, or a stop."""
    if proposal.ended:
        return ()
    forward = next_stage(proposal)
    earlier = stages.ORDER[: stages.ORDER.index(proposal.stage)]
    return (*([forward] if forward else []), *reversed(earlier), stages.STOPPED.code)


def moved(proposal: Proposal, to: str, on: date, note: str, *, author: str, now: datetime) -> Proposal:
    """Return the proposal at step `to`.

    Raises
    ------
    ProposalError
        If a step would be skipped, the day lies before the last move or after today, a way back or a
        stop has no reason, or whether the DPRD must approve is still open.
    """
    note = clean(note)
    if to not in stages.BY_CODE:
        raise ProposalError(_("Tahap tidak dikenal: “{value}”.").format(value=str(to)[:40]))
    if proposal.ended:
        raise ProposalError(_("Usulan ini sudah berakhir; buat usulan baru untuk melanjutkannya."))
    if to not in possible_moves(proposal):
        raise ProposalError(_why_not(proposal, to))
    back = to == stages.STOPPED.code or (
        to in stages.ORDER and stages.ORDER.index(to) < stages.ORDER.index(proposal.stage)
    )
    if back and not note:
        raise ProposalError(_("Tulis alasannya: usulan dihentikan atau dikembalikan ke tahap sebelumnya."))
    if len(note) > LONGEST_NOTE:
        raise ProposalError(_("Catatan paling banyak {most} huruf.").format(most=LONGEST_NOTE))
    if on > now.date():
        raise ProposalError(_("Tanggal kejadian belum tiba; catat setelah terjadi."))
    if on.isoformat() < proposal.since:
        raise ProposalError(
            _("Tanggal mendahului tahap sebelumnya ({since}). Periksa urutan tanggalnya.").format(
                since=proposal.since
            )
        )
    step = Move(proposal.stage, to, on.isoformat(), note, author, now.isoformat(timespec="seconds"))
    return replace(proposal, stage=to, moves=(*proposal.moves, step))


def _why_not(proposal: Proposal, to: str) -> str:
    if to == proposal.stage:
        return _("Usulan sudah berada pada tahap itu.")
    if proposal.stage == "ttd_kb" and proposal.needs_dprd is None:
        return _(
            "Tentukan dahulu apakah rencana membebani masyarakat dan daerah dan apakah dananya sudah "
            "dianggarkan: dari situ diketahui perlu tidaknya persetujuan DPRD."
        )
    if to == stages.DPRD or (proposal.stage == "ttd_kb" and proposal.needs_dprd):
        return (
            _("Rencana ini memerlukan persetujuan DPRD; tahap itu tidak dapat dilewati.")
            if proposal.needs_dprd
            else _("Persetujuan DPRD tidak diperlukan menurut jawaban pada usulan ini.")
        )
    return _("Tahap tidak dapat dilompati: setelah “{here}” berikutnya “{following}”.").format(
        here=_(stages.BY_CODE[proposal.stage].title),
        following=_(stages.BY_CODE[next_stage(proposal) or proposal.stage].title),
    )
