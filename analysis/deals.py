"""Rules by which a good, its supplier and its buyer become a deal worth exploring. Pure, nothing fetched.

A deal is a good that one can load on a lorry, from a place known to have it to a place known to use it.
Each piece of evidence is yes, no or unknown; unknown is never counted as either.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

YES, NO, UNKNOWN = "yes", "no", "unknown"
EVIDENCE = ("reported", "supply_measured", "need_measured", "cheaper", "near", "not_both_producers")
STRONG, MEDIUM, WEAK = "kuat", "sedang", "lemah"
# What has no light, a hub, stands before the weak.
LIGHT_ORDER = {STRONG: 0, MEDIUM: 1, "": 2, WEAK: 3}

# A report or figure before this year is old: the place is named, nothing rests on it.
FIRST_YEAR = 2018
# An old report may still lead if it is younger than this and the way short.
OLD_LEADS_FROM, OLD_LEADS_KM = 2015, 100.0
COMMON_MONTHS = 6
CHEAPER, DEARER = 0.95, 1.05
CONTRADICTION = 5.0
KOTA_LEAST_SURPLUS = 50.0
LEAST_SURPLUS, LEAST_SHARE_OF_GAP = 300.0, 0.25
OWN_SUPPLY_SHARE = 0.5
# Of the producers that measured surplus alone names, the largest within the nearest + 60 km.
NEXT_KM = 60.0
LEAST_NEED, LEAST_PIECES = 100.0, 2e6
FAR_KM, PRODUCER_NEAR_KM, SERVED_FIRST_KM = 150.0, 100.0, 40.0
STRONG_YES = 4

# The stages of a report, the furthest first.
STAGES = ("berjalan", "terkirim", "disepakati", "diberitakan", "hub", "dijajaki")
AGREED = frozenset(("berjalan", "terkirim", "disepakati"))
EXPLORED = frozenset(("dijajaki", "direncanakan", "disiapkan"))
STOPPED = "terhenti"

CONDITION = re.compile(
    r"\b(?:saat|ketika|bila|jika|kalau)\b[^;.]*?\b(?:kosong|kurang|berkurang|gagal(?: panen)?|sedikit|"
    r"menipis|langka|habis|tidak melaut|dangkal|rusak|angin barat)\b"
)
INSTEAD = re.compile(r"\bpengganti\s+(?P<name>[\w ]+)")


def price_verdict(supplier: float, buyer: float) -> str:
    """Say whether a good is cheaper at the supplier: yes from 5% cheaper, no from 5% dearer.

    NaN, zero or less at either end: unknown, as is anything between.
    """
    if not (supplier > 0 and buyer > 0):
        return UNKNOWN
    ratio = supplier / buyer
    if ratio <= CHEAPER:
        return YES
    return NO if ratio >= DEARER else UNKNOWN


def agreed_verdict(verdicts: Sequence[str]) -> str:
    """Return what two thirds of the foods of a good agree on; unknown otherwise or without any."""
    for wanted in (YES, NO):
        if verdicts and 3 * sum(each == wanted for each in verdicts) >= 2 * len(verdicts):
            return wanted
    return UNKNOWN


def contradictory(amounts: Sequence[float]) -> bool:
    """Whether two figures of one place for one good lie more than five times apart (zeros left out)."""
    known = [amount for amount in amounts if amount > 0]
    return bool(known) and max(known) > CONTRADICTION * min(known)


def surplus(supply: float, need: float, factor: float) -> float:
    """Return supply - need x (1 + factor), tons a year; may be negative, NaN where either is unknown.

    Parameters
    ----------
    supply, need
        Tons a year; the need is that of households.
    factor
        What hotels and restaurants use beside households (0.31 for vegetables); NaN: households only.
    """
    return supply - need * (1 + (0.0 if math.isnan(factor) else factor))


def gap(need: float, factor: float, own_supply: float) -> float:
    """Return need x (1 + factor) - own supply (nothing where unknown), tons a year, at least 0."""
    own = 0.0 if math.isnan(own_supply) else own_supply
    return max(0.0, -surplus(own, need, factor))


def is_supplier(left: float, kota: bool) -> bool:
    """Whether a surplus makes a supplier: above 0, for a kota above 50 tons; NaN does not."""
    return bool(left > (KOTA_LEAST_SURPLUS if kota else 0.0))


def both_producers(buyer_supply: float, buyer_need: float, fishing_port: bool) -> str:
    """Say whether the buyer is no producer itself (evidence ``not_both_producers``).

    No: its own supply reaches half its need, or it is a fishing port and the good is of the sea. Yes: a
    table covers it and shows less. Unknown: no table covers it.
    """
    if fishing_port:
        return NO
    if math.isnan(buyer_supply):
        return UNKNOWN
    if buyer_supply == 0:
        return YES
    if math.isnan(buyer_need):
        return UNKNOWN
    return NO if buyer_supply >= OWN_SUPPLY_SHARE * buyer_need else YES


# What keeps a deal from being strong, the first to be looked at first.
LACKS = (
    "reported", "dated", "recent", "sure", "supply_measured", "near", "not_both_producers", "first_claim",
    "few",
)  # fmt: skip


def lacks(evidence: Mapping[str, str], *, dated: bool, recent: bool, sure: bool, first_claim: bool) -> str:
    """Return the first of :data:`LACKS` that keeps a deal from being strong; empty for a strong one.

    Parameters as of :func:`light`. The number of "yes" is the last of them: five without a measured supply
    are weaker than four with it.
    """
    missing = {
        "reported": evidence["reported"] != YES,
        "dated": not dated,
        "recent": not recent,
        "sure": not sure,
        "supply_measured": evidence["supply_measured"] != YES,
        "near": evidence["near"] == NO,
        "not_both_producers": evidence["not_both_producers"] == NO,
        "first_claim": not first_claim,
        "few": sum(evidence[name] == YES for name in EVIDENCE) < STRONG_YES,
    }
    return next((each for each in LACKS if missing[each]), "")


def light(
    evidence: Mapping[str, str], *, dated: bool, recent: bool, sure: bool, hectares: bool, first_claim: bool
) -> str:
    """Return how strong a deal is.

    Parameters
    ----------
    evidence
        :data:`EVIDENCE` -> yes, no, unknown.
    dated
        Whether a report carries a year at all.
    recent
        Whether that year is :data:`FIRST_YEAR` or later.
    sure
        False where the source may mean the province, or is a blog or a copy.
    hectares
        Whether the supply is known in hectares only.
    first_claim
        False where the joint need of the recorded buyers exceeds the surplus and another is nearer.

    Returns
    -------
    str
        ``kuat``: reported since 2018, supply measured in tons, four yes or more, no "no" on distance or
        both-producers. ``sedang``: reported, or supply (hectares will do), need and distance yes.
        ``lemah``: anything else; not shown to buyers.
    """
    if not lacks(evidence, dated=dated, recent=recent, sure=sure, first_claim=first_claim):
        return STRONG
    reported = evidence["reported"] == YES
    supplied = evidence["supply_measured"] == YES or hectares
    measured = supplied and evidence["need_measured"] == YES and evidence["near"] == YES
    return MEDIUM if reported or measured else WEAK


def price_allows(km: float, verdict: str, ratio: float, chili: bool) -> bool:
    """Whether the price lets a measured surplus alone name a supplier.

    Under 30 km only if 10% cheaper; up to 60 km not 5% dearer; beyond, 5% cheaper, chili excepted (its
    price is no compass), which must not be 5% dearer. `ratio` is the supplier's price over the buyer's,
    NaN where not comparable.
    """
    if km < 30:
        return bool(ratio <= 0.90)
    if km <= 60 or chili:
        return verdict != NO
    return verdict == YES


def old_may_lead(year: float, km: float) -> bool:
    """Whether a report before 2018 may still lead: of 2015 or later and at most 100 km away."""
    return bool(year >= OLD_LEADS_FROM and km <= OLD_LEADS_KM)


def stage_rank(stage: str) -> int:
    """Return the place of a stage: running first, explored last."""
    if stage in EXPLORED:
        stage = "dijajaki"
    return {"berjalan": 0, "terkirim": 0}.get(
        stage, STAGES.index(stage) - 1 if stage in STAGES else len(STAGES)
    )


def listed(goods: int, suppliers: int, agreement: bool) -> bool:
    """Whether a source lists: three goods or more (an agreement four), or two goods of two suppliers.

    A good of a list counts only with a second source or a table: nobody knows which of the suppliers sent
    which of the goods.
    """
    return goods >= (4 if agreement else 3) or (goods >= 2 and suppliers >= 2)


def substitute(text: object, names: Sequence[str]) -> bool:
    """Whether a report says that a supplier only fills in ("saat kosong", "gagal panen", "pengganti").

    Parameters
    ----------
    text
        What the report says.
    names
        The names the supplier goes by in it.

    Returns
    -------
    bool
        True when the supplier stands only in sentences with such a condition, outside the condition itself:
        in "saat panen Karo gagal" it is Karo that usually supplies.
    """
    if not isinstance(text, str):
        return False
    conditional, plain = False, False
    named = False
    for sentence in re.split(r"[;.]", text.casefold()):
        conditions = list(CONDITION.finditer(sentence))
        instead = INSTEAD.search(sentence)
        if not conditions and instead is None:
            plain = plain or any(name in sentence for name in names)
            continue
        usual = " ".join(each.group(0) for each in conditions) + (f" {instead['name']}" if instead else "")
        rest = CONDITION.sub(" ", sentence)
        rest = INSTEAD.sub(" ", rest)
        inside = any(name in usual for name in names)
        outside = any(name in rest for name in names)
        named = named or inside or outside
        if inside and not outside:
            plain = True
        else:
            conditional = True
    return conditional and not plain
