"""A card in words, the same on screen, slide, brief and draft: title, lines, evidence, next step.

``sentences``: one line each; ``layout``: which lines a card has; ``card``: the rest of it; ``headlines``:
several cards in one sentence.
"""

from wording.deals.card import (
    EVIDENCE,
    FORMS,
    LIGHTS,
    STATES,
    brief,
    chips,
    headline,
    light,
    next_step,
    paragraph,
    short_of_strong,
    sides,
    sources,
    title,
)
from wording.deals.layout import as_told, distance, goods_of, lines, own_supply, told_of
from wording.deals.prices import level_word, no_margin, price_of, priced_food, years
from wording.deals.sentences import Line, needed

__all__ = [
    "EVIDENCE", "FORMS", "LIGHTS", "STATES", "Line", "as_told", "brief", "chips", "distance", "goods_of",
    "headline", "level_word", "light", "lines", "needed", "next_step", "no_margin", "own_supply", "paragraph",
    "price_of", "priced_food", "short_of_strong", "sides", "sources", "title", "told_of", "years",
]  # fmt: skip
