"""Applications worth taking over: who has what, who lacks what, and whose fits whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from analysis.agreements import AGREEMENTS, agreements_between
from analysis.checks import AnalysisError, columns_present, named

RUNNING, PLANNED = "berjalan", "rencana"
HAS, HAS_PLAN, UNKNOWN = "has", "planned", "unknown"
# Only its public code was found: nobody reported that it runs, and the city has not said so.
CODE = "kode"
# A drawer of what fits nowhere else: having something in it says nothing about a gap.
NO_DOMAIN = "lainnya"
SUMATRA = ("11", "12", "13", "14", "15", "16", "17", "18", "19", "21")

# Evidence before likeness: that it runs, was awarded and was taken over is known of the application itself;
# likeness of the two cities is only a reason to expect the same again; an agreement makes it easier, not
# better.
WEIGHTS = {"evidence": 0.5, "likeness": 0.35, "agreement": 0.15}
_NAME = re.compile(r"^\s*([^(]+?)\s*(?:\(|$)")


def service_gaps(apps: pd.DataFrame, cities: Iterable[str] | None = None) -> pd.DataFrame:
    """Return which city has an application in which service domain.

    Parameters
    ----------
    apps
        One row an application: `region_code`, `status`, `service_domain`. Rows that are no application
        (``bukan_aplikasi``) count for nothing.
    cities
        Codes wanted as rows, in that order; None: every city of the table.

    Returns
    -------
    DataFrame
        City x service domain: ``has`` (one runs), ``planned`` (none runs, one is planned), ``unknown``
        (none was found, which does not prove that there is none).

    Raises
    ------
    AnalysisError
        If a column lacks or a city repeats.
    """
    columns_present(apps, ["region_code", "status", "service_domain"], "apps")
    rows = pd.Index(apps["region_code"].unique() if cities is None else list(cities), name="region_code")
    if rows.has_duplicates:
        raise AnalysisError(f"Kota dipilih dua kali: {named(rows[rows.duplicated()].unique())}")
    domains = pd.Index(sorted(apps["service_domain"].dropna().unique()), name="service_domain")
    gaps = pd.DataFrame(UNKNOWN, index=rows, columns=domains, dtype="str")
    for status, word in ((PLANNED, HAS_PLAN), (RUNNING, HAS)):
        of_status = apps[apps["status"] == status]
        has = pd.crosstab(of_status["region_code"], of_status["service_domain"])
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
    neighbourhood: Collection[str] = SUMATRA,
) -> pd.DataFrame:
    """Return, for each service a city is not known to offer, the applications elsewhere worth taking over.

    score = 0.5 evidence + 0.35 likeness + 0.15 agreement, over the parts that are known.

    evidence = (1 running + 1 awarded + 1 replicated elsewhere) / 3, a planned replication counting half and
    running counting nothing where only public code was found (`evidence` is ``kode``);
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
    neighbourhood
        Codes of the provinces near by; a donor elsewhere is marked.
    domains
        Service domains wanted; None: all gaps.

    Returns
    -------
    DataFrame
        One row a domain and application, the best first within a domain: `service_domain`, `gap`
        (``planned`` or ``unknown``), `app_id`, `app`, `donor`, `score` 0..1, `rank`, `evidence`,
        `likeness`, `agreement` (each 0..1, NaN where nothing of it is known), `outside_sumatra`, `reasons`:
        (code, params) pairs, those of what is not known with the code ``unknown``.

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
    gaps = service_gaps(apps, [city]).loc[city]
    wanted = gaps[(gaps != HAS) & (gaps.index != NO_DOMAIN)]
    if domains is not None:
        wanted = wanted[wanted.index.isin(_known_domains(domains, gaps.index))]
    donors = apps[(apps["region_code"] != city) & (apps["status"] == RUNNING)]
    donors = donors[donors["service_domain"].isin(wanted.index)]
    # A copy that the adopter already took over is no gap, whatever domain it was filed under.
    donors = donors[[city not in _adopters(text, cities) for text in donors["replicated_by"]]]
    pairs = [(row, row.region_code, city) for row in donors.itertuples()]
    table = _scored(pairs, cities, (cooperation, population, spbe), neighbourhood)
    table.insert(1, "gap", table["service_domain"].map(wanted))
    return _ranked(table, "service_domain").drop(columns="adopter")


def suggest_recipients(
    apps: pd.DataFrame,
    cities: pd.DataFrame,
    city: str,
    *,
    cooperation: pd.DataFrame | None = None,
    population: pd.Series | None = None,
    spbe: pd.Series | None = None,
    neighbourhood: Collection[str] = SUMATRA,
) -> pd.DataFrame:
    """Return, for each running application of a city, the cities that could take it over.

    Parameters
    ----------
    apps, cities, cooperation, population, spbe, neighbourhood
        As for :func:`suggest_adoptions`; adopters are the rows of `cities`.
    city
        Code of the donor.

    Returns
    -------
    DataFrame
        One row an application and adopter, the best first within an application; columns as in
        :func:`suggest_adoptions` with `adopter` in place of `donor`. Only adopters not known to have the
        service.

    Raises
    ------
    AnalysisError
        As :func:`suggest_adoptions`.
    """
    if city not in cities.index and city not in set(apps["region_code"]):
        _known_city(city, cities)
    gaps = service_gaps(apps, cities.index)
    own = apps[(apps["region_code"] == city) & (apps["status"] == RUNNING)]
    pairs = []
    for row in own[own["service_domain"] != NO_DOMAIN].itertuples():
        taken = _adopters(row.replicated_by, cities)
        lacking = gaps.index[(gaps[row.service_domain] != HAS) & (gaps.index != city)]
        pairs += [(row, city, adopter) for adopter in lacking if adopter not in taken]
    table = _scored(pairs, cities, (cooperation, population, spbe), neighbourhood)
    gap = [gaps.at[row.adopter, row.service_domain] for row in table.itertuples()]
    table.insert(1, "gap", pd.Series(gap, index=table.index, dtype="str"))
    return _ranked(table, "app_id").drop(columns="donor")


def _scored(pairs, cities, known, neighbourhood) -> pd.DataFrame:
    """Score every (application, donor, adopter); `known`: agreements, population, index of e-government."""
    cooperation, population, spbe = known
    signed = agreements_between(cooperation, cities) if cooperation is not None else {}
    people = pd.Series(dtype="float64") if population is None else population.dropna()
    maturity = pd.Series(dtype="float64") if spbe is None else spbe.dropna()
    rows = []
    for app, donor, adopter in pairs:
        evidence, reasons = _evidence(app, cities)
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


def _evidence(app, cities: pd.DataFrame) -> tuple[float, list]:
    """Return what is known of the application itself, 0..1, and the reasons."""
    found_as_code = _text(app, "evidence") == CODE
    running = ("unconfirmed", {}) if found_as_code else ("running", {"since": _text(app, "launched_year")})
    reasons: list[tuple[str, dict]] = [running]
    points = 0.0 if found_as_code else 1.0
    if recognition := _text(app, "recognition"):
        points += 1
        reasons.append(("awarded", {"recognition": recognition}))
    copies = [part.strip() for part in (_text(app, "replicated_by") or "").split(";") if part.strip()]
    if copies:
        planned = all("rencana" in copy.lower() for copy in copies)
        points += 0.5 if planned else 1
        code = "replication_planned" if planned else "replicated"
        reasons.append((code, {"by": copies, "codes": sorted(_adopters(app.replicated_by, cities))}))
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
    rank = table.groupby(within)["score"].rank(method="min", ascending=False).astype("int64")
    table.insert(list(table.columns).index("score") + 1, "rank", rank)
    return table.reset_index(drop=True)


def _adopters(text: object, cities: pd.DataFrame) -> set[str]:
    """Codes of the cities named in `replicated_by`; names that are none of `cities` are left out."""
    if not isinstance(text, str):
        return set()
    codes = {name.lower(): code for code, name in cities["short_name"].items()}
    found = (_NAME.match(part) for part in text.split(";"))
    return {codes[m.group(1).lower()] for m in found if m and m.group(1).lower() in codes}


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
