"""Who took over what application from whom, and what proves it: use, a signed paper, or a visit."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

import data
from analysis import replication
from analysis.replication import PROOFS, USE, VISIT

TABLES = ("apps", "app_replications", "regions")
COLUMNS = [
    "app_id", "app", "donor", "donor_code", "adopter", "adopter_code", "year", "instrument", "proof",
    "source_id", "documented",
]  # fmt: skip

# A row of the catalogue that is itself a takeover says so in its name or its description.
_TAKEN_IN_NAME = re.compile(r"\s*\(replikasi(?: ([^)]+))?\)")
_OWNER_IN_DESCRIPTION = re.compile(
    r"(?:milik|diadopsi dari|MoU dengan) ((?:Kabupaten |Kota )?(?:[A-Z]\w+ ?)+)"
)
_ALL_OF = re.compile(r"^Kabupaten/kota di ")
_BRACKETS = re.compile(r"\s*\(.*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Adopter:
    """Who took an application over; `code` is None where the name is no region, `year` where unknown."""

    name: str
    code: str | None
    proof: str
    year: int | None = None

    @property
    def in_use(self) -> bool:
        """Whether a source says that the copy is in use."""
        return self.proof == USE


@data.by_version(*TABLES)
def all_of_them() -> pd.DataFrame:
    """Return every replication that is told, one a row.

    Returns
    -------
    DataFrame
        ``app_id`` (of the owner's application, or of the copy where only that is catalogued; missing where
        the application is in no table: its name stays text), ``app``, ``donor``, ``donor_code``,
        ``adopter``, ``adopter_code`` (missing for what is no region), ``year`` (missing where not told),
        ``instrument`` (words of the source; empty where the catalogue alone tells it), ``proof`` (one of
        :data:`analysis.replication.PROOFS`), ``source_id``, ``documented`` (a row of
        ``app_replications``). What only the catalogue tells is added where no documented row is about the
        same two: a name in a list proves less than the paper that was seen.
    """
    found = _documented()
    more = [*_named_by_owners(found), *_said_by_copies(found)]
    extra = pd.DataFrame(more, columns=COLUMNS)
    whole = pd.concat([found, extra], ignore_index=True) if more else found
    whole["year"] = whole["year"].astype("Int64")
    order = whole["proof"].map({proof: position for position, proof in enumerate(PROOFS)})
    return whole.assign(order=order).sort_values(
        ["order", "donor", "app", "adopter"], kind="stable", ignore_index=True
    )[COLUMNS]  # fmt: skip


def _documented() -> pd.DataFrame:
    rows = data.load("app_replications")
    ids, homes = _catalogued(), _homes()
    frame = pd.DataFrame({
        "app_id": [
            ids.get((_plain(row.app), row.from_region_code)) or ids.get((_plain(row.app), row.to_region_code))
            for row in rows.itertuples()
        ],
        "app": rows["app"],
        "donor": _named(rows["from_region_code"], rows["from_region"], homes),
        "donor_code": rows["from_region_code"],
        "adopter": _named(rows["to_region_code"], rows["to_region"], homes),
        "adopter_code": rows["to_region_code"],
        "year": rows["year"].astype("Int64"),
        "instrument": rows["instrument"],
        # An older edition knows no classes; words nobody knows prove no more than interest.
        "proof": [
            code if isinstance(code, str) else replication.proof_of(words) or VISIT
            for code, words in zip(rows["proof"], rows["instrument"], strict=True)
        ],
        "source_id": rows["source_id"],
    })  # fmt: skip
    return frame.assign(documented=True)


@data.by_version("apps")
def _catalogued() -> dict[tuple[str, str], str]:
    """Name and owner -> code of an application."""
    apps = data.load("apps")
    return {(_plain(row.app), row.region_code): row.app_id for row in apps.itertuples()}


def _plain(name: str) -> str:
    return _BRACKETS.sub("", name).strip().casefold()


@data.by_version("apps")
def _homes() -> dict[str, str]:
    """What the catalogue calls the places it knows."""
    return data.load("apps").drop_duplicates("region_code").set_index("region_code")["city"].to_dict()


def _named(codes: pd.Series, names: pd.Series, homes: dict[str, str]) -> list[str]:
    pairs = zip(codes, names, strict=True)
    return [homes.get(code) or name.removeprefix("Kota ") for code, name in pairs]


def _named_by_owners(found: pd.DataFrame) -> list[tuple]:
    """What an application's own list of adopters adds."""
    rows = []
    for app, name, note, code in _told():
        if _same(found, app, code).empty:
            rows.append((
                app.app_id, app.app, app.city, app.region_code, name, code, _year(note), note,
                replication.proof_of(note) or USE, app.source_id, False,
            ))  # fmt: skip
    return rows


def _told():
    """Yield each application with each adopter it names: (row, name, note, code)."""
    codes = codes_by_name()
    for app in data.load("apps").itertuples():
        for name, note in replication.told_adopters(app.replicated_by):
            yield app, name, note, codes.get(_ALL_OF.sub("Provinsi ", name))


def _same(found: pd.DataFrame, app, code: str | None) -> pd.DataFrame:
    """Documented rows about the same two and this application, else about a package that is no single one."""
    pair = found[(found["donor_code"] == app.region_code) & (found["adopter_code"] == code)]
    own = pair[pair["app_id"] == app.app_id]
    return own if len(own) else pair[pair["app_id"].isna()]


def _said_by_copies(found: pd.DataFrame) -> list[tuple]:
    """What an application that says whose copy it is adds."""
    codes, rows = codes_by_name(), []
    for app in data.load("apps").itertuples():
        owner = _owner(app.app, app.description)
        if owner is None:
            continue
        code = codes.get(owner)
        pair = found[(found["donor_code"] == code) & (found["adopter_code"] == app.region_code)]
        if pair.empty:
            proof = VISIT if app.status == replication.PLANNED else USE
            rows.append((
                app.app_id, _TAKEN_IN_NAME.sub("", app.app).strip(), owner, code, app.city, app.region_code,
                pd.NA, "", proof, app.source_id, False,
            ))  # fmt: skip
    return rows


def _owner(name: str, description: object) -> str | None:
    text = description if isinstance(description, str) else ""
    found = _OWNER_IN_DESCRIPTION.search(text)
    said = _TAKEN_IN_NAME.search(name)
    if not said and not re.search(r"diadopsi dari|berasal dari MoU", text):
        return None
    owner = found[1].strip() if found else (said[1] if said else None)
    return owner.removeprefix("Kota ").strip() if owner else None


def _year(note: str) -> object:
    found = _YEAR.search(note)
    return int(found[0]) if found else pd.NA


@data.by_version("regions")
def codes_by_name() -> dict[str, str]:
    """Return what a region may be called in a list -> code; a kota before a kabupaten of its name."""
    regions = data.load("regions")
    by_level = [regions[regions["level"] == level] for level in ("provinsi", "kabupaten", "kota")]
    names: dict[str, str] = {}
    for rows in by_level:
        names |= dict(zip(rows["short_name"], rows["region_code"], strict=True))
    return names | dict(zip(regions["name"], regions["region_code"], strict=True))


@data.by_version(*TABLES)
def adopters() -> dict[str, tuple[Adopter, ...]]:
    """Return application -> who took it over, users first; each region once, by its strongest proof.

    Where only a package of the owner's is documented, the adopters the application names itself are
    believed as far as that paper goes.
    """
    whole = all_of_them()
    owners = data.load("apps").set_index("app_id")["region_code"]
    found: dict[str, dict[str, Adopter]] = {}
    mine = whole[whole["app_id"].notna() & (whole["app_id"].map(owners) == whole["donor_code"])]
    for row in mine.itertuples():
        _keep(found, row.app_id, row.adopter, row)
    documented = whole[whole["documented"]]
    for app, name, _note, code in _told():
        for row in _same(documented, app, code).head(1).itertuples():  # the strongest proof comes first
            _keep(found, app.app_id, name, row)
    place = {proof: position for position, proof in enumerate(PROOFS)}
    return {
        app: tuple(sorted(each.values(), key=lambda one: place[one.proof])) for app, each in found.items()
    }


def _keep(found: dict, app: str, name: str, row) -> None:
    code = None if pd.isna(row.adopter_code) else row.adopter_code
    year = None if pd.isna(row.year) else int(row.year)
    found.setdefault(app, {}).setdefault(code or name, Adopter(name, code, row.proof, year))


def of_city(city: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what others took from a city, and what it took from others."""
    whole = all_of_them()
    return (
        whole[whole["donor_code"] == city].reset_index(drop=True),
        whole[whole["adopter_code"] == city].reset_index(drop=True),
    )


@data.by_version(*TABLES)
def owners_of_copies() -> dict[str, str]:
    """Return application -> owner, for the applications that say they are somebody else's.

    Also those of a city told to use another's that begin with its name: ``e-Kinerja Langsa``.
    """
    apps = data.load("apps")
    homes = apps.set_index("app_id")["region_code"]
    whole = all_of_them()
    found = {
        row.app_id: row.donor
        for row in whole.dropna(subset=["app_id"]).itertuples()
        if homes[row.app_id] == row.adopter_code
    }
    used = whole[whole["proof"] == USE]
    for copy in apps.itertuples():
        for row in used[used["adopter_code"] == copy.region_code].itertuples():
            if f"{_plain(copy.app)} ".startswith(f"{_plain(row.app)} "):
                found.setdefault(copy.app_id, row.donor)
    return found


def counts(rows: pd.DataFrame | None = None) -> dict[str, int]:
    """Return how many rows there are of each proof; None: of all."""
    found = (all_of_them() if rows is None else rows)["proof"].value_counts()
    return {proof: int(found.get(proof, 0)) for proof in PROOFS}
