"""Applications worth taking over: who has what, who lacks what, and whose fits whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from analysis.agreements import AGREEMENTS, agreements_between
from analysis.checks import AnalysisError, columns_present, named
from analysis.described import for_the_pandemic, tells_nothing

RUNNING, PLANNED = "berjalan", "rencana"
HAS, HAS_PLAN, LACKING, UNKNOWN = "has", "planned", "lacking", "unknown"
# The city said that it lacks the service, or that it only plans it; `unknown` says nothing of the city.
KNOWN_GAPS = (LACKING, HAS_PLAN)
# What a source proves: that a copy is in use, that a paper was signed, that somebody came to look.
USE, AGREED, VISIT = "pemakaian", "kesepakatan", "penjajakan"
PROOFS = (USE, AGREED, VISIT)
_COPIED = {USE: "replicated", AGREED: "replication_agreed", VISIT: "replication_planned"}
# Only its public code was found: nobody reported that it runs, and the city has not said so.
CODE = "kode"
UNTOLD = "isi_tidak_diketahui"  # a name with no word on what it does
# A drawer of what fits nowhere else: having something in it says nothing about a gap.
NO_DOMAIN = "lainnya"
SUMATRA = ("11", "12", "13", "14", "15", "16", "17", "18", "19", "21")

# Evidence before likeness: that it runs, was awarded and was taken over is known of the application itself;
# likeness of the two cities is only a reason to expect the same again; an agreement makes it easier, not
# better.
WEIGHTS = {"evidence": 0.5, "likeness": 0.35, "agreement": 0.15}
_NAME_AND_NOTE = re.compile(r"^\s*(?P<name>[^(]+?)\s*(?:\((?P<note>.*)\))?\s*$")
# The first that fits; a plan to sign is a plan, "not an agreement" is none.
_PROOF_WORDS = (
    (USE, re.compile(r"disebut sudah|diadopsi")),
    (VISIT, re.compile(r"bukan perjanjian|kunjungan|rencana|penjajakan|studi|konsultasi")),
    (AGREED, re.compile(r"\bmou\b|kesepakatan|\bpks\b|swakelola|ditandatangani")),
)


def proof_of(instrument: object) -> str | None:
    """Return what the words of a source prove, one of :data:`PROOFS`; None where they say nothing known.

    A memorandum, an agreement or a contract is no proof of use.
    """
    text = instrument.lower() if isinstance(instrument, str) else ""
    return next((proof for proof, words in _PROOF_WORDS if words.search(text)), None)


def told_adopters(text: object) -> list[tuple[str, str]]:
    """Return (name, note) of each region named in `replicated_by`: ``Palembang (rencana);Medan``."""
    if not isinstance(text, str):
        return []
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found = [(_NAME_AND_NOTE.match(part), part) for part in parts]
    return [(match["name"], match["note"] or "") if match else (part, "") for match, part in found]


def service_gaps(
    apps: pd.DataFrame, cities: Iterable[str] | None = None, *, stated: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return which city has an application in which service domain.

    Parameters
    ----------
    apps
        One row an application: `region_code`, `status`, `service_domain`. Rows that are no application
        (``bukan_aplikasi``) count for nothing.
    cities
        Codes wanted as rows, in that order; None: every city of the table.
    stated
        `region_code`, `service_domain`: what cities said themselves that they lack; None: nothing.

    Returns
    -------
    DataFrame
        City x service domain: ``lacking`` (the city says it has none, whatever was found), ``has`` (one
        runs), ``planned`` (none runs, one is planned), ``unknown`` (none was found, which does not prove
        that there is none).

    Raises
    ------
    AnalysisError
        If a column lacks or a city repeats.
    """
    columns_present(apps, ["region_code", "status", "service_domain"], "apps")
    rows = pd.Index(apps["region_code"].unique() if cities is None else list(cities), name="region_code")
    if rows.has_duplicates:
        raise AnalysisError(f"Kota dipilih dua kali: {named(rows[rows.duplicated()].unique())}")
    said = pd.DataFrame(columns=["region_code", "service_domain"]) if stated is None else stated
    named_domains = {*apps["service_domain"].dropna(), *said["service_domain"].dropna()}
    domains = pd.Index(sorted(named_domains), name="service_domain", dtype="str")
    gaps = pd.DataFrame(UNKNOWN, index=rows, columns=domains, dtype="str")
    layers = ((apps[apps["status"] == PLANNED], HAS_PLAN), (apps[apps["status"] == RUNNING], HAS))
    for layer, word in (*layers, (said, LACKING)):
        has = pd.crosstab(layer["region_code"], layer["service_domain"])
        gaps = gaps.mask(has.reindex(index=rows, columns=domains, fill_value=0) > 0, word)
    return gaps


def suggest_adoptions(
    apps: pd.DataFrame,
    cities: pd.DataFrame,
    city: str,
    *,
    cooperation: pd.DataFrame | None = None,
    population: pd.Series | None = None,
    spbe: pd.Series | None = None,
    domains: Iterable[str] | None = None,
    replications: pd.DataFrame | None = None,
    stated: pd.DataFrame | None = None,
    neighbourhood: Collection[str] = SUMATRA,
) -> pd.DataFrame:
    """Return, for each service a city is not known to offer, the applications elsewhere worth taking over.

    score = 0.5 evidence + 0.35 likeness + 0.15 agreement, over the parts that are known.

    evidence = (1 running + 1 awarded + 1 in use elsewhere) / 3, a signed or planned replication counting half
    (a memorandum is no proof of use) and running counting nothing where only public code was found
    (`evidence` is ``kode``);
    likeness = mean of what is known of: smaller population / larger, 1 - difference of the SPBE indices / 5,
    same province (1 or 0); agreement = 1 if the two have signed anything (MoU, Kesepakatan Bersama, PKS,
    LoI).

    Parameters
    ----------
    apps
        `app_id`, `region_code`, `app`, `status`, `service_domain`, `recognition`, `replicated_by`.
        Applications of cities outside Sumatra are included and marked.
    cities
        Indexed by code, with `short_name` and `province_code`: all cities that may adopt; donors may be
        others.
    city
        Code of the adopter.
    cooperation
        `party_a`, `party_a_code`, `party_b`, `party_b_code`, `instrument`, `date`; None: no agreement is
        known.
    population
        Persons by code, of ONE measure for donors and adopters alike (the registered population covers all
        514); a code that is not there is not known.
    spbe
        Index of electronic government (0..5) by code; a code that is not there is not known.
    replications
        Who took over what: `app_id`, `app`, `donor_code`, `adopter`, `adopter_code`, `year`, `proof`; None:
        read from `replicated_by`, where a name without a note counts as use.
    stated
        What cities say they lack, see :func:`service_gaps`.
    neighbourhood
        Codes of the provinces near by; a donor elsewhere is marked.
    domains
        Service domains wanted; None: all gaps.

    Returns
    -------
    DataFrame
        One row a domain and application, domains of :data:`KNOWN_GAPS` before those where nothing was
        found, the best first within a domain; none of which no source says what it does, none that was for
        the pandemic.
        `service_domain`, `gap` (see :func:`service_gaps`), `app_id`, `app`, `donor`, `score` 0..1, `rank`,
        `evidence`, `likeness`, `agreement` (each 0..1, NaN where nothing of it is known),
        `outside_sumatra`, `reasons`: (code, params) pairs, those of what is not known with the code
        ``unknown``.

    Raises
    ------
    AnalysisError
        If the city or a domain is unknown, or a column lacks.

    References
    ----------
    Rose, R. (1991). What is lesson-drawing? Journal of Public Policy 11. The weights are a judgement, not a
    fit.
    """
    _known_city(city, cities)
    gaps = service_gaps(apps, [city], stated=stated).loc[city]
    wanted = gaps[(gaps != HAS) & (gaps.index != NO_DOMAIN)]
    if domains is not None:
        wanted = wanted[wanted.index.isin(_known_domains(domains, gaps.index))]
    donors = _running(apps, but=(UNTOLD,))
    donors = donors[(donors["region_code"] != city) & donors["service_domain"].isin(wanted.index)]
    copies = _copies(apps, cities, replications)
    # A copy that the adopter already uses is no gap, whatever domain it was filed under.
    used = copies[(copies["adopter_code"] == city) & (copies["proof"] == USE)]
    donors = donors[~donors["app_id"].isin(used["app_id"])]
    pairs = [(row, row.region_code, city) for row in donors.itertuples()]
    table = _scored(pairs, cities, (cooperation, population, spbe, copies), neighbourhood)
    table.insert(1, "gap", table["service_domain"].map(wanted))
    table = _ranked(table, "service_domain").drop(columns="adopter")
    return table.iloc[_known_first(table["gap"])].reset_index(drop=True)


def suggest_recipients(
    apps: pd.DataFrame,
    cities: pd.DataFrame,
    city: str,
    *,
    cooperation: pd.DataFrame | None = None,
    population: pd.Series | None = None,
    spbe: pd.Series | None = None,
    replications: pd.DataFrame | None = None,
    stated: pd.DataFrame | None = None,
    neighbourhood: Collection[str] = SUMATRA,
) -> pd.DataFrame:
    """Return, for each running application of a city, the cities that could take it over.

    Parameters
    ----------
    apps, cities, cooperation, population, spbe, replications, stated, neighbourhood
        As for :func:`suggest_adoptions`; adopters are the rows of `cities`.
    city
        Code of the donor.

    Returns
    -------
    DataFrame
        One row an application and adopter; within an application those whose gap is known before those of
        whom nothing was found, the best first; columns as in :func:`suggest_adoptions` with `adopter` in
        place of `donor`. Only adopters not known to have the service; a city offers nothing of which only
        the public code was found (it has not confirmed that it runs) or nobody says what it does, and none
        that was for the pandemic.

    Raises
    ------
    AnalysisError
        As :func:`suggest_adoptions`.
    """
    if city not in cities.index and city not in set(apps["region_code"]):
        _known_city(city, cities)
    gaps = service_gaps(apps, cities.index, stated=stated)
    copies = _copies(apps, cities, replications)
    used = copies[copies["proof"] == USE]
    own = _running(apps, but=(UNTOLD, CODE))
    own = own[own["region_code"] == city]
    pairs = []
    for row in own[own["service_domain"] != NO_DOMAIN].itertuples():
        taken = set(used.loc[used["app_id"] == row.app_id, "adopter_code"])
        lacking = gaps.index[(gaps[row.service_domain] != HAS) & (gaps.index != city)]
        pairs += [(row, city, adopter) for adopter in lacking if adopter not in taken]
    table = _scored(pairs, cities, (cooperation, population, spbe, copies), neighbourhood)
    gap = [gaps.at[row.adopter, row.service_domain] for row in table.itertuples()]
    table.insert(1, "gap", pd.Series(gap, index=table.index, dtype="str"))
    return _ranked(table, "app_id").drop(columns="donor")


def _running(apps: pd.DataFrame, *, but: tuple[str, ...]) -> pd.DataFrame:
    """Applications that run, are described and still of use, without those whose `evidence` is one of `but`.

    A table may lack `evidence` and `description`.
    """
    running = apps[apps["status"] == RUNNING]
    if "evidence" in running:
        running = running[~running["evidence"].isin(but)]
    if "description" in running:
        told = running["description"]
        running = running[~(told.map(for_the_pandemic) | told.map(tells_nothing)).astype(bool)]
    return running


def _scored(pairs, cities, known, neighbourhood) -> pd.DataFrame:
    """Score every (application, donor, adopter); `known`: agreements, people, e-government, copies."""
    cooperation, population, spbe, copies = known
    signed = agreements_between(cooperation, cities) if cooperation is not None else {}
    people = pd.Series(dtype="float64") if population is None else population.dropna()
    maturity = pd.Series(dtype="float64") if spbe is None else spbe.dropna()
    of_app = dict(iter(copies.groupby("app_id")))
    of_pair = dict(iter(copies.groupby(["donor_code", "adopter_code"])))
    rows = []
    for app, donor, adopter in pairs:
        evidence, reasons = _evidence(app, of_app.get(app.app_id))
        reasons += _begun(of_pair.get((donor, adopter)))
        likeness, alike = _likeness(donor, adopter, cities, people, maturity)
        papers = signed.get(frozenset((donor, adopter)), [])
        reasons += alike + [("agreement", paper) for paper in papers]
        agreement = (
            np.nan if cooperation is None else float(any(p["instrument"] in AGREEMENTS for p in papers))
        )
        outside = donor[:2] not in neighbourhood
        reasons += [("outside_sumatra", {"donor": donor})] if outside else []
        parts = {"evidence": evidence, "likeness": likeness, "agreement": agreement}
        counted = {name: weight for name, weight in WEIGHTS.items() if not np.isnan(parts[name])}
        score = sum(parts[name] * weight for name, weight in counted.items()) / sum(counted.values())
        head = {"service_domain": app.service_domain, "app_id": app.app_id, "app": app.app}
        ends = {"donor": donor, "adopter": adopter, "score": score}
        rows.append(head | ends | parts | {"outside_sumatra": outside, "reasons": reasons})
    columns = ["service_domain", "app_id", "app", "donor", "adopter", "score", *WEIGHTS]
    return pd.DataFrame(rows, columns=[*columns, "outside_sumatra", "reasons"])


def _copies(apps: pd.DataFrame, cities: pd.DataFrame, told: pd.DataFrame | None) -> pd.DataFrame:
    """Who took over what: as it was handed in, else as the catalogue itself names it."""
    if told is not None:
        return told
    codes = {name.lower(): code for code, name in cities["short_name"].items()}
    rows = [
        (row.app_id, row.app, row.region_code, name, codes.get(name.lower()), None, proof_of(note) or USE)
        for row in apps.itertuples()
        for name, note in told_adopters(row.replicated_by)
    ]
    columns = ["app_id", "app", "donor_code", "adopter", "adopter_code", "year", "proof"]
    return pd.DataFrame(rows, columns=columns)


def _named_copies(copies: pd.DataFrame) -> dict:
    years = [None if pd.isna(year) else int(year) for year in copies["year"]]
    codes = sorted(copies["adopter_code"].dropna())
    return {"by": list(copies["adopter"]), "years": years, "codes": codes}


def _begun(between: pd.DataFrame | None) -> list:
    """What these two have signed or looked at already, whichever application it was about."""
    return [
        ("begun", {"app": row.app, "proof": row.proof, "year": None if pd.isna(row.year) else int(row.year)})
        for row in (() if between is None else between.itertuples())
        if row.proof != USE
    ]


def _evidence(app, own: pd.DataFrame | None) -> tuple[float, list]:
    """Return what is known of the application itself, 0..1, and the reasons."""
    found_as_code = _text(app, "evidence") == CODE
    running = ("unconfirmed", {}) if found_as_code else ("running", {"since": _text(app, "launched_year")})
    reasons: list[tuple[str, dict]] = [running]
    points = 0.0 if found_as_code else 1.0
    if recognition := _text(app, "recognition"):
        points += 1
        reasons.append(("awarded", {"recognition": recognition}))
    if own is not None:
        points += 1 if (own["proof"] == USE).any() else 0.5
        for proof, code in _COPIED.items():
            of_proof = own[own["proof"] == proof]
            reasons += [(code, _named_copies(of_proof))] if len(of_proof) else []
    if "(replikasi" in app.app.lower():
        reasons.append(("is_copy", {}))
    unknown = [name for name in ("launched_year", "platform") if _text(app, name) in (None, "unknown")]
    reasons += [("unknown", {"what": name}) for name in unknown]
    return points / 3, reasons


def _likeness(donor, adopter, cities, people, maturity) -> tuple[float, list]:
    """Return how alike donor and adopter are, the mean of what is known, and the reasons."""
    values: list[float] = []
    reasons: list[tuple[str, dict]] = []
    if donor in people.index and adopter in people.index:
        sizes = people[donor], people[adopter]
        values.append(min(sizes) / max(sizes))
        code = "similar_size" if values[-1] >= 0.5 else "different_size"
        reasons.append((code, {"donor": float(sizes[0]), "adopter": float(sizes[1])}))
    else:
        reasons.append(("unknown", {"what": "population"}))
    if donor in maturity.index and adopter in maturity.index:
        gap = abs(maturity[donor] - maturity[adopter])
        values.append(1 - gap / 5)
        code = "similar_spbe" if gap <= 0.5 else "different_spbe"
        reasons.append((code, {"donor": float(maturity[donor]), "adopter": float(maturity[adopter])}))
    else:
        lacking = [code for code in (donor, adopter) if code not in maturity.index]
        reasons.append(("unknown", {"what": "spbe", "cities": lacking}))
    same = donor[:2] == adopter[:2]
    values.append(float(same))
    reasons += [("same_province", {"province_code": adopter[:2]})] if same else []
    return float(np.mean(values)), reasons


def _ranked(table: pd.DataFrame, within: str) -> pd.DataFrame:
    order = [within, "score", "evidence", "app_id", "donor", "adopter"]
    table = table.sort_values(order, ascending=[True, False, False, True, True, True], kind="stable")
    table = table.iloc[_known_first(table["gap"])].sort_values(within, kind="stable")
    # A known gap is a head start of 1: it stands before any place of which nothing is known.
    standing = table["score"] + table["gap"].isin(KNOWN_GAPS)
    rank = standing.groupby(table[within]).rank(method="min", ascending=False).astype("int64")
    table.insert(list(table.columns).index("score") + 1, "rank", rank)
    return table.reset_index(drop=True)


def _known_first(gaps: pd.Series) -> np.ndarray:
    return np.argsort(~gaps.isin(KNOWN_GAPS).to_numpy(), kind="stable")


def _text(row, name: str) -> str | None:
    value = getattr(row, name, None)
    return value if isinstance(value, str) and value else None


def _known_city(city: str, cities: pd.DataFrame) -> None:
    if city not in cities.index:
        raise AnalysisError(f"Kota tidak dikenal: {city!r}. Yang ada: {named(cities.index)}")


def _known_domains(domains: Iterable[str], known: pd.Index) -> list[str]:
    wanted = list(domains)
    if unknown := [domain for domain in wanted if domain not in known]:
        raise AnalysisError(f"Bidang layanan tidak dikenal: {named(unknown)}. Yang ada: {named(known)}")
    return wanted
