"""How much a price may rise in a month before a city wants to be told, kept in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite

from data.permissions import Identity, Refused, permission
from data.store import Store
from i18n import _

COLLECTION = "thresholds"
DEFAULT = 10.0  # per cent; a city that set none is told of what everybody would call a jump
LEAST, MOST = 1.0, 500.0


class ThresholdError(ValueError):
    """The threshold cannot be kept; the message is the sentence for the screen."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """Per cent in a month for every food, and for single ones (`foods`, by their name in the price table).

    `own` tells whether the city set any, `author` who did last.
    """

    percent: float = DEFAULT
    foods: Mapping[str, float] = field(default_factory=dict)
    own: bool = False
    author: str = ""
    revision: int = 0

    def of_food(self, commodity: str) -> float:
        """Return the per cent that hold for a food."""
        return self.foods.get(commodity, self.percent)


class Thresholds:
    """Thresholds of cities. Everybody reads; who may publish for the city may set them."""

    def __init__(self, store: Store):
        self._store = store

    def of(self, city: str) -> Threshold:
        """Return the threshold of a city; the default where it set none."""
        document = self._store.documents.get(COLLECTION, city)
        if document is None or document.payload is None:
            return Threshold()
        foods = {name: float(value) for name, value in document.payload.get("foods", {}).items()}
        percent = float(document.payload.get("percent", DEFAULT))
        return Threshold(percent, foods, True, document.author, document.revision)

    def all(self) -> dict[str, Threshold]:
        """Return the threshold of every city that set one."""
        return {
            document.key: self.of(document.key)
            for document in self._store.documents.of_collection(COLLECTION)
        }

    def put(
        self,
        city: str,
        percent: float | None,
        identity: Identity,
        *,
        commodity: str = "",
        seen: int | None = None,
    ) -> Threshold:
        """Keep a threshold.

        Parameters
        ----------
        percent
            Rise in a month, 1 to 500; None takes the one of `commodity` away again.
        commodity
            Food of the price table it holds for; empty: all that have none of their own.
        seen
            Revision the person saw; None: whatever stands.

        Raises
        ------
        ThresholdError, Refused, :class:`data.store.Conflict`
        """
        if (percent is None and not commodity) or (
            percent is not None and not (isfinite(percent) and LEAST <= percent <= MOST)
        ):
            raise ThresholdError(
                _("Ambang kenaikan harus antara {least} dan {most} persen sebulan.").format(
                    least=int(LEAST), most=int(MOST)
                )
            )
        author = self.may_set(city, identity)
        before = self.of(city)
        foods = {name: value for name, value in before.foods.items() if name != commodity}
        whole = before.percent
        if commodity and percent is not None:
            foods[commodity] = float(percent)
        elif percent is not None:
            whole = float(percent)
        payload = {"percent": whole, "foods": foods}
        self._store.documents.save(
            COLLECTION, city, payload, author, before.revision if seen is None else seen
        )
        self._store.audit.record(author, "threshold_set", city, percent=percent, commodity=commodity)
        return self.of(city)

    def may_set(self, city: str, identity: Identity) -> str:
        """Return in whose name `identity` sets the threshold of a city. Raises Refused."""
        granted = permission(self._store, identity)
        if not granted.everything and city not in granted.cities:
            raise Refused(_("Peran Anda terbatas pada kota Anda; ambang kota lain tidak dapat diubah."))
        return granted.author
