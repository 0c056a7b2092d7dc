"""What a story hands over: all its numbers with their sources and periods, as codes, before any word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from findings.deals.records import Card
from findings.deals.table import Deal
from findings.story.subjects import Subject


@dataclass(frozen=True, eq=False)
class Known:
    """What is known of one city; each frame as the function of its name in ``story.figures`` returns it.

    Attributes
    ----------
    figures, output, strengths, products
        Key figures, GRDP by year, sectors above the reference, featured products.
    take, give
        Applications the city could take over, and those of its own that others could.
    """

    city: str
    figures: pd.DataFrame
    output: pd.DataFrame
    strengths: pd.DataFrame
    products: pd.DataFrame
    take: pd.DataFrame
    give: pd.DataFrame


@dataclass(frozen=True, eq=False, kw_only=True)
class _Gathered:
    """What every story carries.

    Attributes
    ----------
    edition
        Edition of the data set all figures are of.
    quarter
        Period of the sector figures.
    compared
        Number of cities the ranks are among.
    sector_sources
        Sources of the sector figures.
    places
        Where the cities and the ends of the deals lie: code -> ``latitude``, ``longitude``; without those
        whose place is not known.
    flows
        Documented supplies: ``supplier``, ``buyer``, ``commodity``, ``source_id``.
    """

    subject: Subject
    edition: int
    quarter: str
    compared: int
    sector_sources: tuple[str, ...]
    places: pd.DataFrame
    flows: pd.DataFrame


@dataclass(frozen=True, eq=False, kw_only=True)
class CityStory(_Gathered):
    """The figures of one city.

    Attributes
    ----------
    nearest
        The six nearest cities, the nearest first.
    cards, surest
        All cards of the city, buying first; those with a partner, the surest first.
    front
        The three cards most worth exploring.
    """

    known: Known
    nearest: tuple[str, ...]
    cards: tuple[Card, ...]
    surest: tuple[Card, ...]
    front: tuple[Card, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class PairStory(_Gathered):
    """The figures of two cities.

    Attributes
    ----------
    km
        The straight line between them.
    there, back
        What is recorded or measured from the first to the second and the other way, the surest first.
    reported
        Of both ways what is reported, the surest first.
    exchange
        What the first could take from the second, and the second from the first.
    """

    pair: tuple[Known, Known]
    km: float
    there: tuple[Deal, ...]
    back: tuple[Deal, ...]
    reported: tuple[Deal, ...]
    exchange: tuple[pd.DataFrame, pd.DataFrame]


@dataclass(frozen=True, eq=False, kw_only=True)
class KomwilStory(_Gathered):
    """The figures of all of the home Komwil.

    Attributes
    ----------
    komwil
        Code of the Komwil.
    totals
        See ``home.totals``.
    population_sources
        Sources of the population counted there.
    strengths, products, categories, lacking, offers
        See ``story.figures``.
    strongest, front
        The strongest deals as a slide names them, and as the home page does.
    """

    komwil: str
    totals: dict
    population_sources: tuple[str, ...]
    strengths: pd.DataFrame
    products: pd.DataFrame
    categories: pd.DataFrame
    lacking: pd.Series
    offers: pd.DataFrame
    strongest: tuple[Card, ...]
    front: tuple[Card, ...]


Gathered: TypeAlias = CityStory | PairStory | KomwilStory
