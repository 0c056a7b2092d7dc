"""Booking deliveries against the terms of a proposal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from data.proposals.record import LONGEST_NOTE, Proposal, ProposalError, clean
from data.proposals.terms import PERIODS, TOO_MUCH, UNITS, Delivery, day, in_unit
from i18n import _

MOST_DELIVERIES = 2_000
_DAYS = dict(zip(PERIODS, (1, 7, 365.25 / 12, 365.25), strict=True))


def booked(
    proposal: Proposal,
    on: date,
    amount: float,
    unit: str,
    *,
    author: str,
    now: datetime,
    price: float | None = None,
    note: str = "",
) -> Proposal:
    """Return the proposal with one delivery more, kept in the order of the days.

    Raises
    ------
    ProposalError
        Without terms, for an amount that is not above zero, a unit that cannot be turned into that of the
        agreement, a negative price, a day after today or before the agreement, or an amount after which
        more than ten times the promise would have been realised.
    """
    terms = proposal.terms
    note = clean(note)
    found = []
    if not terms.unit or terms.volume is None:
        found.append(
            _("Isi dahulu volume dan satuannya pada syarat pengiriman; baru realisasi dapat dicatat.")
        )
    if not amount > 0:
        found.append(_("Jumlah yang dikirim harus lebih besar dari nol."))
    if unit not in UNITS:
        found.append(_("Realisasi belum bersatuan: pilih satuannya."))
    elif terms.unit and in_unit(1.0, unit, terms.unit) is None:
        found.append(
            _("Satuan {unit} tidak dapat dibandingkan dengan {agreed} pada perjanjian.").format(
                unit=unit, agreed=terms.unit
            )
        )
    if price is not None and price < 0:
        found.append(_("Harga realisasi negatif; kosongkan bila tidak dicatat."))
    if on > now.date():
        found.append(_("Tanggal pengiriman belum tiba; catat setelah barang diterima."))
    start = day(terms.start)
    if start and on < start:
        found.append(
            _("Tanggal pengiriman ({on}) mendahului mulainya perjanjian ({start}).").format(
                on=on.isoformat(), start=terms.start
            )
        )
    if len(note) > LONGEST_NOTE:
        found.append(_("Catatan paling banyak {most} huruf.").format(most=LONGEST_NOTE))
    if len(proposal.deliveries) >= MOST_DELIVERIES:
        found.append(_("Paling banyak {most} pengiriman pada satu usulan.").format(most=MOST_DELIVERIES))
    if not found:
        found += _too_much(proposal, on, amount, unit)
    if found:
        raise ProposalError("\n".join(found))
    one = Delivery(on.isoformat(), amount, unit, price, note, author, now.isoformat(timespec="seconds"))
    return replace(proposal, deliveries=tuple(sorted((*proposal.deliveries, one), key=lambda each: each.on)))


def _too_much(proposal: Proposal, on: date, amount: float, unit: str) -> list[str]:
    """Ten times the promise by that day, counting at least one whole period, is a slip of the unit."""
    terms = proposal.terms
    before = [each for each in proposal.deliveries if each.on <= on.isoformat()]
    total = sum(in_unit(each.amount, each.unit, terms.unit) or 0.0 for each in before)
    total += in_unit(amount, unit, terms.unit) or 0.0
    start = day(terms.start)
    periods = max(1.0, ((on - start).days + 1) / _DAYS[terms.period]) if start and terms.period else 1.0
    promise = (terms.volume or 0.0) * periods
    if total <= TOO_MUCH * promise:
        return []
    return [
        _(
            "Realisasi menjadi {total} {unit}, lebih dari sepuluh kali yang dijanjikan sampai hari itu "
            "({promise} {unit}). Periksa satuannya; catatan ini belum disimpan."
        ).format(
            total=f"{total:g}".replace(".", ","), promise=f"{promise:g}".replace(".", ","), unit=terms.unit
        )
    ]
