"""Gather a story: every number it needs, asked for once."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

import data
from analysis.deals import LIGHT_ORDER
from data.places import places
from data.versioning import versions
from findings import complementarity as fits
from findings import deals, home
from findings.deals.records import WITH_PARTNER, surest
from findings.deals.table import Deal
from findings.story import figures
from findings.story.records import CityStory, Gathered, Known, KomwilStory, PairStory
from findings.story.subjects import Subject

# So many sectors are looked at: of one city or of all, of each of two side by side.
ALONE, BESIDE = 6, 5
NEIGHBOURS = 6
STRONGEST = 5  # each names its buyer too: a sixth leaves no room on a small projector


def gather(subject: Subject) -> Gathered:
    """Return all figures of a story at the edition in force; its parts are remembered by their tables."""
    if subject.kind == "pair":
        return _of_pair(subject)
    return _of_city(subject) if subject.kind == "city" else _of_all(subject)


def known(city: str, most: int = ALONE) -> Known:
    """Return what is known of one city, its `most` sectors that stand out among it."""
    return Known(
        city,
        figures.key_figures(city),
        figures.output_by_year(city),
        figures.strengths((city,), most),
        figures.products((city,)),
        figures.to_take(city),
        figures.to_give(city),
    )


def _of_city(subject: Subject) -> CityStory:
    city = subject.city
    flows, nearest = figures.flows(city), figures.nearest(city, NEIGHBOURS)
    cards = deals.cards(city).all
    paired = surest(card for card in cards if card.form in WITH_PARTNER)
    ends = [end for card in paired[:1] for end in (card.lead.supplier, card.lead.buyer)]
    return CityStory(
        **_shared(subject, flows, [city, *flows["supplier"], *flows["buyer"], *nearest, *ends]),
        known=known(city),
        nearest=nearest,
        cards=cards,
        surest=paired,
        front=home.front(city),
    )


def _of_pair(subject: Subject) -> PairStory:
    a, b = subject.cities
    both = [deals.between(a, b), deals.between(b, a)]
    there, back = (_by_evidence(deal for deal in each if deal.reports or deal.measured) for each in both)
    return PairStory(
        **_shared(subject, figures.flows(a, b), [a, b]),
        pair=(known(a, BESIDE), known(b, BESIDE)),
        km=figures.distance_km(a, b),
        there=there,
        back=back,
        reported=_by_evidence(deal for each in both for deal in each if deal.reported),
        exchange=(figures.to_take(a, b), figures.to_take(b, a)),
    )


def _of_all(subject: Subject) -> KomwilStory:
    members = subject.cities
    return KomwilStory(
        **_shared(subject, figures.flows(), members) | {"sector_sources": tuple(fits.sources())},
        komwil=data.HOME_KOMWIL,
        totals=home.totals(),
        population_sources=tuple(
            data.cities(data.HOME_KOMWIL)["population_source_id"].dropna().unique(),
        ),
        strengths=figures.strengths(members, ALONE),
        products=figures.products(members),
        categories=figures.categories(),
        lacking=figures.lacking(),
        offers=figures.offers(),
        strongest=deals.strongest(most=STRONGEST),
        front=deals.strongest(data.HOME_KOMWIL),
    )


def _shared(subject: Subject, flows: pd.DataFrame, codes: Iterable[str]) -> dict:
    return {
        "subject": subject,
        "edition": versions.current_edition(),
        "quarter": data.latest_quarter(),
        "compared": len(data.cities()),
        "sector_sources": figures.sector_sources(subject.cities),
        "places": _places(codes),
        "flows": flows,
    }


def _places(codes: Iterable[str]) -> pd.DataFrame:
    point = ["latitude", "longitude"]
    every = pd.concat([data.cities()[point], places()[point]])
    return every[~every.index.duplicated()].reindex(list(dict.fromkeys(codes))).dropna()


def _by_evidence(found: Iterable[Deal]) -> tuple[Deal, ...]:
    return tuple(sorted(found, key=lambda deal: (LIGHT_ORDER[deal.light], deal.order)))
