"""The lines of a card, each a finding with its own sources: need, supply, price, way, what exists."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from analysis import deals as rules
from findings.deals.naming import is_kota
from findings.deals.records import Card, Need, Official
from findings.deals.reports import Report
from findings.deals.supply import Supply
from findings.deals.table import Deal
from i18n import N_, _, ngettext
from wording import formats, periods
from wording.agreements import unit_word
from wording.deals.prices import both_ends, no_margin
from wording.goods import amount, daily, good_name
from wording.names import place_name
from wording.phrases import lower_first, sentence

STATUS = {"tercatat": N_("tercatat"), "berita": N_("menurut berita"), "proyeksi": N_("proyeksi")}
STAGE = {
    "berjalan": N_("kerja sama berjalan"),
    "terkirim": N_("pengiriman pertama"),
    "disepakati": N_("kesepakatan diteken"),
    "diberitakan": N_("diberitakan"),
    "hub": N_("lewat simpul dagang"),
    "dijajaki": N_("dijajaki"),
}
FAILED = {
    "terputus": N_("Pernah terputus ({supplier}, {year}): {note}"),
    "kalah_bersaing": N_("Pernah kalah bersaing ({supplier}, {year}): {note}"),
    "bukan_dari_sana": N_("Sumber lain menyatakan bukan dari {supplier} ({year}): {note}"),
    "terhenti": N_("Pernah terhenti ({supplier}, {year}): {note}"),
}
SPAN = {"hari": N_("sehari"), "bulan": N_("sebulan"), "tahun": N_("setahun")}
SMALL_BESIDE = 10
MOST_REPORTS = 3
MOST_NOTE = 240


@dataclass(frozen=True)
class Line:
    """One line of a card: what it is about (`kind`), its text, the sources it rests on."""

    kind: str
    text: str
    source_ids: tuple[str, ...] = ()


def stage_word(stage: str) -> str:
    """What a stage of cooperation is called inside a sentence."""
    return _(STAGE.get(stage, stage))


def year_word(year: int | None) -> str:
    """A year, or that none is recorded."""
    return str(year) if year is not None else _("tahun tidak tercatat")


def need_line(need: Need | None, place: str, name: str, good) -> Line:
    """What the households of a place use in a year, with hotels and restaurants as a factor."""
    if need is None:
        if good is not None and good.food:
            return Line(
                "need", _("Kebutuhan {place} belum terdata: Susenas yang ada tidak memuat {good}.").format(
                    place=place, good=name)
            )  # fmt: skip
        return Line("need", _("Kebutuhan {place} belum terdata.").format(place=place))
    factor = need.good.io_factor
    beside = (
        _("rumah tangga saja")
        if math.isnan(factor)
        else _("hotel, restoran, dan pembuat makanan kira-kira {share} lagi").format(
            share=formats.percent(factor, 0)
        )
    )
    text = _(
        "Warga {place} memakai sekitar {amount} {good} setahun ({daily}, {rupiah}; {survey}); {beside}."
    ).format(
        place=place,
        amount=amount(need.ton, need.pieces),
        good=good_name(need.good.code),
        daily=daily(need.ton, need.pieces),
        rupiah=formats.rupiah(need.rupiah),
        survey=periods.spending(),
        beside=beside,
    )
    return Line("need", text, need.source_ids)


def needed(deal: Deal) -> str:
    """What the buyer of a deal uses a year, with the year of the survey: ``733 ton (2025)``."""
    said = amount(deal.need_ton, deal.need_pieces)
    return said if deal.need_year is None or said == formats.MISSING else f"{said} ({deal.need_year})"


def official_lines(found: tuple[Official, ...], own: bool = True) -> list[Line]:
    """What officials said, beside the survey; two of them where they differ."""
    if not found:
        return []
    shown = differing(found)[:2]
    said = [official_said(each) for each in shown]
    sources = tuple(dict.fromkeys(each.source_id for each in shown))
    if len(said) > 1:
        text = _("Pejabat menyebut {one} dan {other}: berbeda, keduanya dicatat.")
        text = text.format(one=said[0], other=said[1])
    else:
        text = _("Pejabat menyebut {one}.").format(one=said[0])
    first = next((each for each in found if each.production > 0), None)
    if own and first is not None:
        made = formats.number(first.production, 2)
        unit = f"{unit_word(first.unit)} {_(SPAN.get(first.span, first.span))}"
        when = f" ({formats.period(first.period)})" if first.period else ""
        text += " " + _("Dihasilkan sendiri {made} {unit}{when}.").format(made=made, unit=unit, when=when)
    return [Line("official", text, sources)]


def differing(found: tuple[Official, ...]) -> tuple[Official, ...]:
    """Return what officials said, the same figure only once and then the newest time it was said."""
    figures: dict[tuple, Official] = {}
    for each in sorted(found, key=lambda one: one.period, reverse=True):
        figures.setdefault((each.need, each.need_high == each.need_high, each.unit, each.span), each)
    return tuple(figures.values())


def official_said(each: Official) -> str:
    """What one official said a place needs: ``15 ton sehari (Januari 2023)``."""
    number = formats.number(each.need, 1)
    if each.need_high == each.need_high:
        number = f"{number}–{formats.number(each.need_high, 1)}"
    when = f" ({formats.period(each.period)})" if each.period else ""
    span = _(SPAN.get(each.span, each.span))
    return f"{number} {unit_word(each.unit)} {span}{when}"


def supply_lines(place: str, known: Supply, surplus: float, good) -> list[Line]:
    """What a place is known to have of a good, with word and year; projections beside, in no sum."""
    lines = []
    name = good_name(good.code)
    if known.measured and known.place:
        lines.append(_shared(place, known, surplus))
    elif known.measured:
        made = supplied(known)
        text = _("{place} menghasilkan {amount} {good} ({year}, {status})").format(
            place=place, amount=made, good=name, year=known.year, status=_(STATUS[known.status])
        )
        if known.form == "pendaratan":
            text = _("Di {place} mendarat {amount} {good} ({year}, {status})").format(
                place=place, amount=made, good=name, year=known.year, status=_(STATUS[known.status])
            )
        text = text.replace(f"gabah {name}", "gabah") + _trend(known) + _left(surplus)
        lines.append(Line("supply", f"{text}.", known.source_ids))
    elif known.area is not None and not known.doubt:
        text = _("{place} memanen {good} di {area} ha ({year}); tonasenya belum terdata.").format(
            place=place, good=name, area=formats.number(known.area.value), year=known.area.year
        )
        lines.append(Line("supply", text, (known.area.source_id,)))
    else:
        lines.append(_unmeasured(place, known, name))
    if known.projected is not None and known.projected.value > 0:
        text = _("Proyeksi {year} menyebut {amount}; proyeksi tidak dihitung.").format(
            year=known.projected.year, amount=amount(known.projected.value)
        )
        lines.append(Line("projection", text, (known.projected.source_id,)))
    return lines


def supplied(known: Supply) -> str:
    """Tons of a supply, unhusked rice said as such."""
    made = amount(known.ton)
    return _("{amount} gabah").format(amount=made) if known.form == "gabah" else made


def _unmeasured(place: str, known: Supply, name: str) -> Line:
    if known.against:
        low, high = known.against
        text = _(
            "Angka {good} {place} berlawanan ({low} pada {low_year}, {high} pada {high_year}): tidak "
            "dipakai."
        ).format(
            good=name, place=place, low=amount(low.value), low_year=low.year, high=amount(high.value),
            high_year=high.year,
        )  # fmt: skip
        return Line("supply", text, (low.source_id, high.source_id))
    if known.doubt:
        return Line(
            "supply",
            _("Angka {good} {place} menurut jenis diragukan: tidak dipakai.").format(good=name, place=place),
        )
    if known.daily is not None:
        text = _(
            "Di {place} mendarat rata-rata {amount} {good} sehari ({year}); setahunnya belum terdata."
        ).format(place=place, amount=amount(known.daily.value), good=name, year=known.daily.year)
        return Line("supply", text, (known.daily.source_id,))
    if known.old is not None:
        text = _("Pasokan {place} belum terdata sejak {first}; terakhir {amount} ({year}).").format(
            place=place, first=rules.FIRST_YEAR, amount=amount(known.old.value), year=known.old.year
        )
        return Line("supply", text, (known.old.source_id,))
    return Line("supply", _("Jumlah pasokan {place} belum terdata.").format(place=place))


def _shared(place: str, known: Supply, surplus: float) -> Line:
    text = _(
        "Di {port} mendarat {amount} ikan ({year}, {status}){earlier}; letaknya di {other} dan angkanya "
        "untuk keduanya"
    ).format(
        port=known.place,
        amount=amount(known.ton),
        year=known.year,
        status=_(STATUS[known.status]),
        other=place_name(known.shared),
        earlier=_trend(known),
    )
    if not math.isnan(surplus):
        text += ". " + _("Setelah kebutuhan kedua daerah tersisa sekitar {amount} setahun").format(
            amount=amount(surplus)
        )
    return Line("supply", f"{text}.", (*known.source_ids, known.place_source))


def _trend(known: Supply) -> str:
    """Earlier years, and whether they all point one way."""
    earlier = known.series[-2:]
    if not earlier or known.place == "":
        return ""
    told = formats.listing([f"{formats.number(each.value)} ({each.year})" for each in reversed(earlier)])
    values = [*(each.value for each in earlier), known.ton]
    falling = all(one > other for one, other in pairwise(values))
    text = ", " + _("setelah {earlier}").format(earlier=told)
    return text + (_(": menurun") if falling else "")


def _left(surplus: float) -> str:
    if math.isnan(surplus):
        return ""
    if surplus <= 0:
        return "; " + _("kebutuhannya sendiri lebih besar")
    return "; " + _("setelah kebutuhan sendiri tersisa sekitar {amount}").format(amount=amount(surplus))


def claim_line(deal: Deal) -> Line | None:
    """How the surplus stands to the buyer's need and to that of the other recorded buyers."""
    if math.isnan(deal.surplus) or deal.surplus <= 0 or math.isnan(deal.need_ton):
        return None
    buyer, times = place_name(deal.buyer), deal.surplus / deal.need_ton
    said = (
        _("Kebutuhan {buyer} jauh di bawah sisa itu")
        if times > SMALL_BESIDE
        else _("Sisa itu {times} kali kebutuhan {buyer}")
    ).format(buyer=buyer, times=formats.number(times, 1))
    others = ""
    if deal.others:
        others = ngettext(
            "{count} daerah lain yang tercatat membeli memakai {amount} setahun ({year})",
            "{count} daerah lain yang tercatat membeli memakai {amount} setahun ({year})",
            len(deal.others),
        ).format(count=len(deal.others), amount=amount(deal.others_ton), year=deal.need_year)
    text = "; ".join(filter(None, (said, others)))
    if not deal.enough and deal.others:
        # The conclusion first, then what makes it: where room is short, the end is what is cut.
        text = _("Tidak mungkin untuk semua: {why}").format(why=f"{others}; {lower_first(said)}")
    # What suffices speaks for the deal, what does not against it.
    short = deal.surplus < deal.need_ton or not deal.enough
    return Line("claim" if short else "enough", f"{text}.", deal.supply.source_ids)


def margin_line(deal: Deal) -> Line | None:
    """That the first price shown leaves nothing to who brings the good; None where it leaves something."""
    text = no_margin(deal)
    return Line("margin", text, deal.prices[0].source_ids) if text else None


def price_lines(deal: Deal) -> list[Line]:
    """Prices at both ends; two sources side by side where they differ; whether they leave a margin."""
    found = [Line("price", both_ends(each, deal), each.source_ids) for each in deal.prices]
    if {each.verdict for each in deal.prices} == {rules.YES, rules.NO}:
        found.append(
            Line("price", _("Dua sumber harga ini berlawanan: mana yang lebih murah belum diketahui."))
        )
    margin = margin_line(deal)
    return found if margin is None else [*found, margin]


def way_line(deal: Deal) -> Line:
    """The straight line between the two, said as such."""
    if deal.ring:
        ring = deal.supplier if not is_kota(deal.supplier) else deal.buyer
        return Line(
            "way",
            _("{place} mengelilingi kota; jarak antara titik tengah tidak berarti.").format(
                place=place_name(ring)
            ),
        )
    text = _("Garis lurus {km} km").format(km=formats.number(deal.km))
    text += _(", menyeberang laut") if deal.sea else ""
    return Line("way", f"{text}.")


def report_words(report: Report) -> str:
    """A report in a few words: ``kesepakatan diteken 2023``."""
    words = _(STAGE.get(report.stage, report.stage))
    return f"{words} {report.year}" if report.year is not None else f"{words}, {year_word(None)}"


def exists_lines(deal: Deal) -> list[Line]:
    """What is told of the deal: stages with their years, and what the first source says."""
    if not deal.reported:
        text = _("Belum ada arus atau kerja sama yang tercatat; dasarnya sisa terukur saja.")
        if not deal.supply.measured:
            text = _("Belum ada arus atau kerja sama yang tercatat; dasarnya luas panen yang terdata.")
        return [Line("exists", text)]
    told: dict[str, str] = {}
    for report in deal.reports:
        if not report.substitute:
            told.setdefault(report_words(report), report.source_id)
    kept = list(told.items())[:MOST_REPORTS]
    text = _("Yang tercatat: {told}.").format(told="; ".join(words for words, _source in kept))
    lines = [Line("exists", text, tuple(dict.fromkeys(source for _words, source in kept)))]
    note = next((each for each in deal.reports if each.note and not each.substitute), None)
    if note is not None:
        told_text = _told_of(note)
        if len(told_text) > MOST_NOTE:
            told_text = told_text[: MOST_NOTE - 1].rsplit(" ", 1)[0] + "…"
        # Its figures are the newspaper's of that year, not ours.
        pattern = _("Menurut berita: {said}") if note.year is None else _("Berita {year}: {said}")
        text = pattern.format(year=note.year, said=told_text)
        lines.append(Line("note", sentence(text), (note.source_id,)))
    return lines


def against_lines(card: Card) -> list[Line]:
    """What speaks against the deal beside its price: distance, both make it, doubt, what failed."""
    deal, lines = card.deal, []
    if deal is not None:
        buyer = place_name(deal.buyer)
        if deal.evidence["not_both_producers"] == rules.NO:
            text = _("{buyer} juga menghasilkan: yang dapat dipertukarkan jenis dan musimnya.")
            lines.append(Line("against", text.format(buyer=buyer), deal.own.source_ids))
        if deal.evidence["near"] == rules.NO:
            text = _("Jauh untuk barang ini: melewati batas {km} km yang dipakai di sini.")
            lines.append(Line("against", text.format(km=formats.number(deal.reach))))
        if deal.weak:
            lines.append(Line("against", _("Sumbernya blog, salinan, atau karya mahasiswa.")))
        if not deal.sure:
            lines.append(Line("against", _("Sumbernya bisa berarti provinsi, bukan daerah ini.")))
        if deal.old:
            lines.append(Line("against", _("Beritanya lama ({year}).").format(year=year_word(deal.newest))))
    for report in card.failed:
        lines.append(Line("against", sentence(failure(report)), (report.source_id,)))
    return lines


def failure(report: Report) -> str:
    """What a report of an end says: of whom, when, why."""
    text = _(FAILED[report.stage]).format(
        supplier=place_name(report.supplier), year=year_word(report.year), note=_told_of(report)
    )
    return text.rstrip(": ")


def _told_of(report: Report) -> str:
    """What a report of an end says, without the year it begins with."""
    if not report.note and report.price:
        return _("aturan harga: {rule}").format(rule=report.price)
    return re.sub(r"^\d{4}:\s*", "", report.note)
