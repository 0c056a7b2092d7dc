"""A food in a city in sentences: need, what is made here and around, who supplies it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from analysis.market import DAYS
from data import by_language
from findings.deals.records import Need
from findings.deals.reports import Report
from findings.deals.supply import Supply
from findings.deals.table import Deal
from findings.food.balance import NEAR, PRODUCER, REPORTED, Balance, Candidate, Dependence, codes
from i18n import _
from wording import formats, goods, periods
from wording.deals.sentences import STAGE, STATUS, failure, year_word
from wording.names import city_name, food_label, place_name
from wording.phrases import lower_first


def food_name(code: str, *, short: bool = False) -> str:
    """Name of a food one can ask for: the survey's label, or the name of a staple it does not hold."""
    return food_names(short)[code]


@by_language("foods", "household_spending")
def food_names(short: bool = False) -> dict[str, str]:
    """Return :func:`food_name` of all foods by code; whoever gets it must not change it."""
    names = codes()["name"]
    return {code: _(name) if name else food_label(code, short=short) for code, name in names.items()}


def amount(need: Need) -> str:
    """The need of a year: ``4.131 ton``, ``192,2 juta butir``; a dash where it is not known."""
    return goods.amount(need.ton, need.pieces)


def surveyed(need: Need) -> str:
    """The need of a year with the survey it is from: ``4.131 ton (Susenas 2025)``."""
    return _("{amount} (Susenas {year})").format(amount=amount(need), year=need.year)


def a_day(need: Need) -> str:
    """The need of a day, of which survey it is, and what the households' figure leaves out."""
    known = {"day": goods.daily(need.ton, need.pieces), "survey": periods.spending()}
    factor = need.good.io_factor
    if formats.is_missing(factor):
        return _("dibutuhkan rumah tangga, {day} ({survey}); hotel dan restoran tidak termasuk").format(
            **known
        )
    return _(
        "dibutuhkan rumah tangga, {day} ({survey}); hotel, restoran, dan pembuat makanan kira-kira {more} "
        "lagi"
    ).format(more=formats.percent(factor, 0), **known)


def in_month(need: Need, month: str) -> str:
    """The need of one month, the year's by its days: ``Agustus 2025: 351 ton``."""
    share = monthrange(*map(int, month.split("-")))[1] / DAYS
    some = replace(need, ton=need.ton * share, pieces=need.pieces * share)
    return _("{month}: {amount}; hasil menurut bulan belum terdata").format(
        month=formats.period(month), amount=amount(some)
    )


def question(city: str, food: str) -> str:
    """The page's finding where there is no price to set side by side."""
    return _("{food} di {city}: berapa dipakai, dari mana datangnya").format(food=food, city=city_name(city))


def no_supplier(city: str, food: str) -> str:
    """Say that nobody is known to bring it."""
    return _(
        "Siapa yang memasok {food} ke {city} belum terdata: tanyakan kepada pedagang pasar induk."
    ).format(food=lower_first(food), city=city_name(city))


def made(supply: Supply) -> str:
    """What a place is known to make, with its word and year; ``belum terdata`` where nothing is."""
    if supply.measured:
        return _("{amount} ({status}, {year})").format(
            amount=goods.amount(supply.ton),
            status=_(STATUS.get(supply.status, supply.status)),
            year=supply.year,
        )
    for figure in (supply.projected, supply.old):
        if figure is not None:
            return _("{amount} ({status}, {year}; tidak dihitung)").format(
                amount=goods.amount(figure.value),
                status=_(STATUS.get(figure.status, figure.status)),
                year=figure.year,
            )
    if supply.area is not None:
        return _("{area} hektare ({year}), hasil belum terdata").format(
            area=formats.number(supply.area.value), year=supply.area.year
        )
    return _("belum terdata")


def made_here(balance: Balance) -> str:
    """What the city itself is known to make; what only an official told stands in a line above."""
    own = balance.own
    told = any(each.production > 0 for each in balance.official)
    if told and not (own.measured or own.projected or own.old or own.area):
        return _("belum terdata dalam tabel produksi")
    return made(own)


def around(balance: Balance) -> str:
    """What the kabupaten around are known to make."""
    if not balance.around:
        return _("Hasil daerah sekitar (sampai 60 km di pulau yang sama) belum terdata.")
    named = [f"{place_name(place)} {made(supply)}" for place, supply in balance.around[:4]]
    return _("Daerah sekitar: {list}.").format(list="; ".join(named))


def stage(code: str, year: int | None) -> str:
    """What a report says of a cooperation, with its year."""
    return f"{_(STAGE.get(code, code))}, {year_word(year)}"


def exists(candidate: Candidate) -> str:
    """What exists between supplier and buyer: the furthest stage and its year, or why it is named at all."""
    deal = candidate.deal
    if deal is None:
        return {
            PRODUCER: _("penghasil tercatat, belum ada kerja sama"),
            NEAR: _("terdekat, belum ada kerja sama"),
        }[candidate.why]
    if not deal.reports:
        return _("sisa terukur, belum ada kerja sama")
    if not deal.stage:
        return _("hanya bila pasokan lain kosong, {year}").format(year=year_word(deal.newest))
    said = stage(deal.undated_stage, None) if deal.undated_stage else stage(deal.stage, deal.year)
    return _("{said} (lama)").format(said=said) if deal.old else said


def dependence(found: Dependence, city: str) -> str:
    """Say how the city hangs on its suppliers of today, and who would be next; empty where none is named."""
    place = city_name(city)
    if not found.running:
        if found.following is None:
            return ""
        return _(
            "Belum ada kerja sama yang diberitakan berjalan untuk {city}; yang patut ditanya dahulu: {next}."
        ).format(city=place, next=_next(found.following))
    if len(found.running) == 1:
        said = _(
            "Hanya satu kerja sama diberitakan berjalan untuk {city}, dengan {supplier}: bila terputus, "
            "penggantinya belum disepakati. Yang dibawa pedagang dari tempat lain belum terdata."
        ).format(city=place, supplier=place_name(found.running[0].supplier))
    else:
        said = _("{count} pemasok diberitakan berjalan: {list}.").format(
            count=len(found.running),
            list=formats.listing([place_name(deal.supplier) for deal in found.running]),
        )
    if found.all_over_sea and len(found.running) == 1:
        said += " " + _("Barangnya menyeberang laut: jalur yang terputus memutus pasokan.")
    elif found.all_over_sea:
        said += " " + _("Semuanya menyeberang laut: jalur yang terputus memutus pasokan.")
    if found.following is not None:
        said += " " + _("Cadangan berikutnya: {next}.").format(next=_next(found.following))
    return said


def _next(deal: Deal) -> str:
    way = _("mengelilingi kota") if deal.ring else _("{km} km garis lurus").format(km=formats.number(deal.km))
    way += _(", menyeberang laut") if deal.sea else ""
    return _("{supplier} ({stage}; {way})").format(
        supplier=place_name(deal.supplier),
        stage=exists(Candidate(deal.supplier, REPORTED, deal.supply, deal))
        if deal.reports or deal.measured
        else exists(Candidate(deal.supplier, PRODUCER, deal.supply)),
        way=way,
    )


def moment(report: Report) -> str:
    """One point of the timeline: who, and what was reported."""
    if report.failed:
        return failure(report)
    return f"{place_name(report.supplier)}: {_(STAGE.get(report.stage, report.stage))}"
