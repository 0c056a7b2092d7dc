"""How much a price may rise in a month before a city wants to be told, kept in the store."""

from __future__ import annotations

from dataclasses import dataclass

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
    """Per cent in a month; `own` tells whether the city set it, `author` who did."""

    percent: float = DEFAULT
    own: bool = False
    author: str = ""
    revision: int = 0


class Thresholds:
    """Thresholds of cities. Everybody reads; who may write for the city may set them."""

    def __init__(self, store: Store):
        self._store = store

    def of(self, city: str) -> Threshold:
        """Return the threshold of a city; the default where it set none."""
        document = self._store.documents.get(COLLECTION, city)
        if document is None or document.payload is None:
            return Threshold()
        return Threshold(float(document.payload["percent"]), True, document.author, document.revision)

    def put(self, city: str, percent: float, identity: Identity) -> Threshold:
        """Keep a threshold. Raises ThresholdError, Refused, :class:`data.store.Conflict`."""
        if not LEAST <= percent <= MOST:
            raise ThresholdError(
                _("Ambang kenaikan harus antara {least} dan {most} persen sebulan.").format(
                    least=int(LEAST), most=int(MOST)
                )
            )
        granted = permission(self._store, identity)
        if not granted.everything and city not in granted.cities:
            raise Refused(_("Peran Anda terbatas pada kota Anda; ambang kota lain tidak dapat diubah."))
        before = self.of(city)
        self._store.documents.save(
            COLLECTION, city, {"percent": float(percent)}, granted.author, before.revision
        )
        self._store.audit.record(granted.author, "threshold_set", city, percent=float(percent))
        return self.of(city)
