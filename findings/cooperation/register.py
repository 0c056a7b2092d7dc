"""Documented agreements, meetings and visits: the register, its parties, and who is tied to whom."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pandas as pd

import data
from analysis.agreements import codes_in

MEETING = "lainnya"  # the instrument of a row that is no agreement
SILENCE = 10  # years without any record
AGREEMENTS = ("Kesepakatan Bersama", "MoU", "PKS", "LoI")

# Kinds of party
MEMBER, GROUP, REGION, ABROAD, OTHER = "anggota", "kelompok", "daerah", "luar_negeri", "lain"

_GROUP = re.compile(r"APEKSI|^\d+ (pemerintah )?kota|^Kota-kota|^Wali kota anggota", re.IGNORECASE)
_ABROAD = re.compile(r"Malaysia|Singapura|Jepang|Korea|Jerman|Thailand|Tiongkok|Australia", re.IGNORECASE)
_REGION = re.compile(r"^(Kota|Kabupaten|Provinsi) |\(DKI Jakarta\)")
_HOST = re.compile(r"tuan rumah (Kota .+)$")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@data.by_version("cooperation")
def register() -> pd.DataFrame:
    """Return all documented agreements, meetings and visits, newest first, those without a date last.

    Returns
    -------
    DataFrame
        As table ``cooperation``, with ``row`` (position in the table, names the record for this version),
        ``agreement`` (False for ``lainnya``), ``day`` (timestamp; the middle of a month or year where
        only that is known; NaT where no date is), ``precision`` (day, month, year, none), ``year`` (NA
        where unknown), ``members`` (tuple of codes among the 34, party a first).
    """
    rows = data.load("cooperation")
    rows.insert(0, "row", range(len(rows)))
    dates = [_moment(text) for text in rows["date"]]
    rows["day"] = pd.to_datetime([day for day, _ in dates])
    rows["precision"] = [precision for _, precision in dates]
    rows["year"] = rows["day"].dt.year.astype("Int64")
    rows["agreement"] = rows["instrument"] != MEETING
    rows["members"] = [
        tuple(dict.fromkeys(codes_in(a) + codes_in(b)))
        for a, b in zip(rows["party_a_code"], rows["party_b_code"], strict=True)
    ]
    return rows.sort_values("day", ascending=False, na_position="last", kind="stable").reset_index(drop=True)


@data.by_version("cooperation")
def first_year() -> int:
    """Return the year a timeline of the register begins: the one after its last silence of ten years.

    A record or two from before such a silence would empty the picture; they are named in words. Without
    a dated record 0.
    """
    years = sorted({int(year) for year in register()["year"].dropna()})
    after = [late for early, late in pairwise(years) if late - early >= SILENCE]
    return after[-1] if after else next(iter(years), 0)


def _moment(text: object) -> tuple[pd.Timestamp, str]:
    match = _DATE.fullmatch(text.strip()) if isinstance(text, str) else None
    if not match:
        return pd.NaT, "none"
    year, month, day = match.groups()
    written, precision = (
        (f"{year}-{month}-{day}", "day") if day else
        (f"{year}-{month}-15", "month") if month else (f"{year}-07-01", "year")
    )  # fmt: skip
    moment = pd.to_datetime(written, errors="coerce")
    return (pd.NaT, "none") if pd.isna(moment) else (moment, precision)


@data.by_version("cooperation", "regions")
def parties() -> pd.DataFrame:
    """Return every party of every record.

    Returns
    -------
    DataFrame
        ``row`` (see :func:`register`), ``name`` as the source writes it (a member city by its short name),
        ``kind`` (``anggota``: one of the 34; ``kelompok``: an association or unnamed members;
        ``daerah``: another Indonesian region, without its office; ``luar_negeri``; ``lain``: ministry,
        company, campus),
        ``code`` (None unless a member), ``host`` (the city only hosted).
    """
    names = data.cities()["short_name"]
    found = []
    for record in register().itertuples():
        sides = ((record.party_a, record.party_a_code), (record.party_b, record.party_b_code))
        for text, codes in sides:
            found += [(record.row, *party) for party in _side(text, codes_in(codes), names)]
    frame = pd.DataFrame(found, columns=["row", "name", "kind", "code", "host"])
    return frame.drop_duplicates(["row", "name"], ignore_index=True)


def _side(text: str, codes: list[str], names: pd.Series) -> list[tuple[str, str, str | None, bool]]:
    hosts = _HOST.search(text)
    members = [(names[code], MEMBER, code, bool(hosts)) for code in codes if code in names.index]
    spoken = {f"Kota {name}" for name, *_ in members}
    others: list[tuple[str, str, str | None, bool]] = []
    for part in filter(None, map(str.strip, text.split(";"))):
        plain = re.sub(r"\s*\(.*\)$", "", part)
        if plain not in spoken and not _HOST.search(part):
            kind = _kind(part)
            others.append((plain if kind == REGION else part, kind, None, False))
    return others + members


def _kind(name: str) -> str:
    if _GROUP.search(name):
        return GROUP
    if _ABROAD.search(name):
        return ABROAD
    return REGION if _REGION.search(name) else OTHER


def select(
    frame: pd.DataFrame,
    *,
    text: str = "",
    cities: tuple[str, ...] = (),
    instruments: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
    first: int | None = None,
    last: int | None = None,
    agreements: bool | None = None,
) -> pd.DataFrame:
    """Return the rows of :func:`register` that fit every filter given; an empty filter lets all through.

    `kinds` asks for a party of that kind. With `first` or `last` a row without a date is left out.
    `text` is plain text looked for word by word.
    """
    if frame.empty:
        return frame
    keep = pd.Series(True, index=frame.index)
    if agreements is not None:
        keep &= frame["agreement"] == agreements
    if instruments:
        keep &= frame["instrument"].isin(instruments)
    if cities:
        keep &= frame["members"].map(lambda codes: any(code in codes for code in cities))
    if kinds:
        whose = parties()
        keep &= frame["row"].isin(whose[whose["kind"].isin(kinds)]["row"])
    if first is not None:
        keep &= (frame["year"] >= first).fillna(False).astype(bool)
    if last is not None:
        keep &= (frame["year"] <= last).fillna(False).astype(bool)
    haystack = frame[["party_a", "party_b", "subject", "description"]].fillna("").agg(" ".join, axis=1)
    haystack = haystack.str.casefold()
    for each in text.casefold().split():
        keep &= haystack.str.contains(each, regex=False)
    return frame[keep]


@data.by_version("cooperation", "regions")
def ties(agreements: bool = True) -> pd.DataFrame:
    """Return the pairs of parties with a record in common, each once.

    Parameters
    ----------
    agreements
        True: agreements only; False: meetings and visits only.

    Returns
    -------
    DataFrame
        ``city`` (code of a member), ``partner`` (name), ``partner_code`` (None outside the 34),
        ``partner_kind``, ``records`` (number), ``rows`` (tuple). Associations are no party of a pair: an
        agreement of a whole Komwil ties nobody in particular. A city that only hosted is left out.
    """
    wanted = register().loc[lambda rows: rows["agreement"] == agreements, "row"]
    who = parties()
    who = who[who["row"].isin(wanted) & ~who["host"]]
    # Records of an association: its members are listed, but nobody is tied to anybody in particular.
    collective = set(who.loc[who["kind"] == GROUP, "row"])
    pairs = []
    for row, group in who[~who["row"].isin(collective)].groupby("row", sort=True):
        for one, other in combinations(group.itertuples(index=False), 2):
            first, second = (one, other) if one.kind == MEMBER else (other, one)
            if first.kind == MEMBER and not _same_side(row, first, second):
                pairs.append((first.code, second.name, second.code, second.kind, row))
    frame = pd.DataFrame(pairs, columns=["city", "partner", "partner_code", "partner_kind", "row"])
    frame[["partner_code", "partner_kind"]] = frame[["partner_code", "partner_kind"]].astype("object")
    keys = ["city", "partner", "partner_code", "partner_kind"]
    grouped = frame.groupby(keys, sort=False, dropna=False)["row"]
    tied = grouped.agg(records="size", rows=tuple).reset_index()
    return tied.sort_values(["city", "records"], ascending=[True, False], ignore_index=True)


def _same_side(row: int, one, other) -> bool:
    record = register().set_index("row").loc[row]
    codes = codes_in(record["party_a_code"])
    return len(codes) > 1 and one.code in codes and other.code in codes


@data.by_version("cooperation", "regions")
def between(cities: tuple[str, ...]) -> pd.DataFrame:
    """Return the records that at least two of `cities` share, agreements first.

    An agreement of all members of a Komwil is shared by any two of its cities; meetings of all are left out.
    """
    rows = register()
    shared = rows["members"].map(lambda codes: len(set(codes) & set(cities)) > 1)
    for komwil in data.KOMWILS:
        if len(set(cities) & set(data.cities(komwil).index)) > 1:
            of_all = rows["party_a"].str.fullmatch(rf"APEKSI Komwil {komwil}(?: \(.*\))?")
            shared |= of_all & rows["agreement"]
    return rows[shared].sort_values("agreement", ascending=False, kind="stable", ignore_index=True)
