"""Every sentence of advice on the cities of Komwil I, to be read by somebody who knows the places.

Run by hand: ``python -m benchmarks.advice [city code ...] [--en]``.
"""

from __future__ import annotations

import sys

import data
import i18n
from findings import deals
from wording import deals as words
from wording.names import place_name


def advice(city: str) -> list[str]:
    """Return the sentences of a city's cards, one a line, with their sources."""
    found = [f"## {city} {place_name(city)}: {words.headline(city)}"]
    for card in deals.cards(city).all:
        found.append(f"- [{card.side} {words.light(card)}] {words.title(card)}")
        found.append(f"    = {words.brief(card)}")
        for line in words.lines(card):
            found.append(f"    {line.kind}: {line.text} {' '.join(line.source_ids)}".rstrip())
        chips = [f"{label} {state}" for label, state, _code, _ids in words.chips(card)]
        found += [f"    bukti: {'; '.join(chips)}"] if chips else []
        found.append(f"    {words.next_step(card)}")
    return found


def main(arguments: list[str]) -> None:
    wanted = [each for each in arguments if not each.startswith("--")] or list(
        data.cities(data.HOME_KOMWIL).index
    )
    with i18n.using("en" if "--en" in arguments else "id"):
        for city in wanted:
            print("\n".join(advice(city)))


if __name__ == "__main__":
    main(sys.argv[1:])
