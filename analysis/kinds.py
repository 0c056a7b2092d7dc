"""Kinds of one good: a good may sum several foods (fish of the sea), and a product be one of them (tuna)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

SAME_STRENGTH, PART_STRENGTH = 1.0, 0.6
WHOLE = "TOTAL"
WORD = re.compile(r"[a-z]+")


def kinds_in(text: object, kinds: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the kinds that a text names; none where it names the good as a whole.

    Parameters
    ----------
    text
        Name of a good or a product; anything that is no text names nothing.
    kinds
        Kind -> the words it goes by, in small letters.
    """
    words = set(WORD.findall(text.casefold())) if isinstance(text, str) else set()
    return frozenset(kind for kind, names in kinds.items() if words & names)


def sold_as(name: object, foods: Iterable[str], kinds: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the kinds that a product is, by its name and the foods it is sold as; none: the whole good."""
    listed = set(foods)
    return frozenset() if WHOLE in listed else kinds_in(name, kinds) | (listed & kinds.keys())


def answer_strength(
    need: tuple[str, frozenset[str]],
    offered: tuple[str, frozenset[str]],
    members: Mapping[str, Collection[str]],
) -> float:
    """Return how well an offer answers a need, 0..1.

    Parameters
    ----------
    need, offered
        The good of each and the kinds of it that it names; no kind: the good as a whole.
    members
        Group good -> its goods.

    Returns
    -------
    float
        1 for the same good, both as a whole or with a kind in common; 0.6 where one is a kind, or a good of
        the group, that the other is; 0 for different kinds (a sea snail is no anchovy) and other goods.
    """
    if need[0] != offered[0]:
        together = offered[0] in members.get(need[0], ()) or need[0] in members.get(offered[0], ())
        return PART_STRENGTH if together else 0.0
    if need[1] and offered[1]:
        return SAME_STRENGTH if need[1] & offered[1] else 0.0
    return PART_STRENGTH if need[1] or offered[1] else SAME_STRENGTH
