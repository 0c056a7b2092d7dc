"""What is known of the food of a proposal, as the lines of a sheet: need, prices, supplier, earlier attempts.

Read from the data in force when the draft is written, each line with its period and sources; what is not
known is a line too. Drafts are Indonesian in both languages, hence no look-up in the catalogue here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from data.proposals import Proposal
from findings import deals
from findings.cooperation import proposal_impact
from findings.cooperation.proposal_impact import Purchase
from findings.food import balance as food_balance
from findings.food import prices
from findings.food.balance import Balance
from findings.price_series import newest_year
from wording import food_balance as words
from wording import formats, periods
from wording.deals import sentences
from wording.goods import amount
from wording.names import place_name
from wording.phrases import lower_first
from wording.prices import money, per, share

DECIMAL = re.compile(r"(?<=\d)\.(?=\d{1,2}\D)")  # of the data's numbers
UNKNOWN = "belum terdata"
MONTHS = 12
MOST_OFFICIALS, MOST_EARLIER = 3, 4


class Fact(NamedTuple):
    """One line: what, the figure in words, its period, the sources it rests on."""

    what: str
    figure: str
    when: str = ""
    source_ids: tuple[str, ...] = ()


def facts(proposal: Proposal) -> tuple[Fact, ...]:
    """Return what is known; empty where no good of the list or no two places can be told."""
    found = proposal_impact.of_proposal(proposal)
    if found is None:
        return ()
    balance = food_balance.balance(found.buyer, found.good)
    lines = [_need(balance), _officials(balance), _own(balance), *_prices(found), _supplier(found)]
    return tuple(line for line in (*lines, _earlier(found)) if line is not None)


def way(proposal: Proposal) -> str | None:
    """Return the way from supplier to buyer: ``592 km garis lurus, menyeberang laut``; None if not known."""
    found = proposal_impact.of_proposal(proposal)
    if found is None:
        return None
    row = prices.offers(found.buyer, "", (found.seller,)).iloc[0]
    if formats.is_missing(row["km"]):
        return None
    return f"{formats.number(row['km'])} km garis lurus{', menyeberang laut' if row['sea'] else ''}"


def _need(balance: Balance) -> Fact:
    need, what = balance.need, "Kebutuhan rumah tangga"
    if need is None or (formats.is_missing(need.ton) and formats.is_missing(need.pieces)):
        return Fact(what, UNKNOWN)
    month = replace(need, ton=need.ton / MONTHS, pieces=need.pieces / MONTHS)
    figure = f"{words.amount(month)} sebulan, {words.amount(need)} setahun"
    return Fact(what, figure, periods.spending(), need.source_ids)


def _officials(balance: Balance) -> Fact | None:
    said = sentences.differing(balance.official)[:MOST_OFFICIALS]
    if not said:
        return None
    figure = "; ".join(sentences.official_said(each) for each in said)
    beside = " (sumber berbeda, semuanya dicatat)" if len({each.need for each in said}) > 1 else ""
    return Fact("Kebutuhan menurut pejabat", f"{figure}{beside}", "", tuple(each.source_id for each in said))


def _own(balance: Balance) -> Fact:
    need, own = balance.need, balance.own
    if need is None or not own.measured or formats.is_missing(need.ton):
        return Fact(
            "Hasil sendiri dan neraca", f"{words.made(own)}; neraca belum dapat dihitung", "", own.source_ids
        )
    left = own.ton - need.ton
    verdict = "lebih" if left >= 0 else "kurang"
    return Fact(
        "Hasil sendiri dan neraca",
        f"{words.made(own)}; {verdict} {amount(abs(left))} dari kebutuhan rumah tangga setahun",
        str(own.year or ""),
        own.source_ids,
    )


def commodity_of(good: str) -> str:
    """Return what the price table calls a good; empty where it has none of it."""
    codes = food_balance.codes()
    named = codes.loc[(codes["good"] == good) & (codes["commodity"] != ""), "commodity"]
    return str(named.iloc[0]) if len(named) else ""


def _prices(found: Purchase) -> list[Fact]:
    commodity = commodity_of(found.good)
    here = prices.latest(commodity, (found.buyer,)) if commodity else None
    if here is None or here.empty:
        return [Fact("Harga eceran", UNKNOWN)]
    row, unit, sources = here.iloc[0], per(prices.unit(commodity)), prices.source_ids(commodity)
    change = row["change"]
    moved = (
        "perubahan sebulan belum terdata"
        if formats.is_missing(change)
        else f"{'naik' if change >= 0 else 'turun'} {share(abs(change))} dari bulan sebelumnya"
    )
    near = prices.line(found.buyer, commodity).loc[row["period"]]
    beside = (
        f"; {int(near['count'])} daerah terdekat {money(near['low'])} sampai {money(near['high'])}"
        if near["count"]
        else ""
    )
    lines = [
        Fact(
            "Harga eceran",
            f"{money(row['price'])} per {unit}, {moved}{beside}",
            formats.period(row["period"]),
            sources,
        )
    ]
    offer = prices.offers(found.buyer, commodity, (found.seller,)).iloc[0]
    if not formats.is_missing(offer["gap"]):
        year = newest_year(commodity)
        dearer = "lebih mahal" if offer["gap"] >= 0 else "lebih murah"
        lines.append(Fact(
            f"Harga di {place_name(found.seller)}",
            f"{money(offer['price'])}; di sini {money(offer['here'])}, {dearer} {money(abs(offer['gap']))} "
            f"sebelum ongkos (rata-rata {int(offer['months'])} bulan yang sama, harga eceran)",
            f"{formats.period(year[0])} sampai {formats.period(year[-1])}",
            sources,
        ))  # fmt: skip
    return lines


def _supplier(found: Purchase) -> Fact:
    supply = food_balance.supply(found.seller, found.good)
    deal = deals.deals(supplier=found.seller, buyer=found.buyer, good=found.good)
    left = float(deal["amount_ton"].iloc[0]) if len(deal) else float("nan")
    beside = (
        f"; setelah kebutuhan sendiri tersisa {amount(left)}, tidak dijanjikan kepada siapa pun"
        if not formats.is_missing(left)
        else ""
    )
    return Fact(
        f"Hasil {place_name(found.seller)}", f"{words.made(supply)}{beside}", "", tuple(supply.source_ids)
    )


def _earlier(found: Purchase) -> Fact | None:
    """What was reported between the two; what stalled stands there too."""
    told = [each for each in food_balance.history(found.buyer, found.good) if each.supplier == found.seller]
    if not told:
        return None
    said = []
    for each in told[-MOST_EARLIER:]:
        if each.failed:
            said.append(lower_first(sentences.failure(each)))
            continue
        amount = f" {DECIMAL.sub(',', each.amount)}" if each.amount else ""
        said.append(f"{sentences.year_word(each.year)}: {sentences.stage_word(each.stage)}{amount}")
    return Fact(
        "Kerja sama sebelumnya",
        f"{'; '.join(said)} (menurut berita)",
        "",
        tuple(dict.fromkeys(each.source_id for each in told[-MOST_EARLIER:])),
    )
