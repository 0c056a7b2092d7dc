"""Put a store behind :func:`data.load` for the whole process."""

from __future__ import annotations

import logging
import threading
from threading import RLock
from time import monotonic

from data.store.connect import create_store_engine, file_of, store_url
from data.store.core import Store
from data.store.errors import DamagedContent, StoreDamaged, StoreError, StoreSetAside, StoreUnavailable
from data.store.soundness import examine, look_over
from data.store.source import StoreSource
from data.versioning import versions

RETRY_S = 15.0
# How often the running application reads its whole store through.
EXAMINED_EVERY_S = 6 * 3600.0

_log = logging.getLogger(__name__)
_lock = RLock()


class _State:
    store: Store | None = None
    source: StoreSource | None = None
    trouble: StoreError | None = None
    next_try: float = float("-inf")
    watching: bool = False


def activate(store: Store | None) -> None:
    """Let :func:`data.load` follow `store`; None returns to the shipped tables."""
    with _lock:
        source = None if store is None else StoreSource(store, wounded=wounded, rewound=_rewound)
        _State.store, _State.source, _State.trouble = store, source, None
        versions.set_source(source)


def active() -> Store | None:
    """Return the store in use; None while only the shipped tables are read."""
    return _State.store


def start(url: str | None = None) -> Store | None:
    """Open the store and activate it, once a process; cheap to call on every run.

    When it cannot be opened the application goes on with the shipped tables, :func:`trouble` says why,
    and the next call after some seconds tries again. A damaged file is set aside first.
    """
    if _State.store is not None or monotonic() < _State.next_try:
        return _State.store
    with _lock:
        if _State.store is None and monotonic() >= _State.next_try:
            _open(url)
            _watch()
    return _State.store


def trouble() -> StoreError | None:
    """Return what is wrong with the store; None when nothing is, or it was not asked for.

    With :func:`active` None it could not be opened; else it is in use and does not take new versions.
    """
    return _State.trouble or (_State.source.lost if _State.source is not None else None)


def hold(edition: int) -> None:
    """Have an old edition whole before it is looked at. Raises StoreError; then nothing changes."""
    if _State.source is not None:
        _State.source.hold(edition)


def wounded(error: StoreDamaged) -> None:
    """Leave a store that cannot be read: shipped tables from now on, the damaged file set aside.

    Tried once more from the beginning before it is believed.
    """
    with _lock:
        store = _State.store
        if store is None:
            return
        _log.error("the store is damaged: %s", error.reason)
        activate(None)
        store.close()
        _open(store.url.render_as_string(hide_password=False))


def _open(url: str | None) -> None:
    try:
        try:
            activate(_sound(url))
        except StoreSetAside:
            raise
        except StoreDamaged:
            activate(_sound(url))  # once more: a bad moment is no damage
    except StoreDamaged as error:
        _fail(_set_aside(url, error))
    except (StoreError, OSError) as error:
        _fail(error if isinstance(error, StoreError) else StoreUnavailable(str(error)))


def _sound(url: str | None) -> Store:
    store = Store(url)
    try:
        look_over(store.engine)
        store.admit()
        store.hold(store.edition())
    except StoreError:
        store.close()
        raise
    return store


def _fail(error: StoreError) -> None:
    _log.warning("the store cannot be opened: %s", getattr(error, "reason", error))
    activate(None)
    _State.trouble = error
    _State.next_try = monotonic() + RETRY_S


def _set_aside(url: str | None, error: StoreDamaged) -> StoreDamaged:
    engine = create_store_engine(store_url(url))
    file = file_of(engine)
    engine.dispose()
    if file is None or isinstance(error, StoreSetAside):
        return error
    aside = file.set_aside()
    return error if aside is None else StoreSetAside(str(file.path), str(aside), error.reason)


def _rewound(store: Store) -> None:
    """Begin anew with a database that went back to an older edition: nothing remembered of it counts."""
    activate(store)


def _watch() -> None:
    if not _State.watching:
        _State.watching = True
        threading.Thread(target=_examine_on_schedule, name="store-watch", daemon=True).start()


def _examine_on_schedule() -> None:
    pause = threading.Event()
    while not pause.wait(EXAMINED_EVERY_S):
        examine_now()


def examine_now() -> None:
    """Read the store in use through; leave it when it is damaged.

    A damaged content no edition in force needs is said by :func:`trouble` and changes nothing else.
    """
    store = _State.store
    if store is None:
        return
    try:
        examine(store.engine)
        store.hold(store.edition())
    except DamagedContent as error:
        try:
            store.hold(store.edition())
            _log.error("an old content of the store is damaged: %s", error.reason)
            _State.trouble = error
        except StoreDamaged as worse:
            wounded(worse)
        except StoreUnavailable:
            _log.warning("the store does not answer while it is examined")
    except StoreDamaged as error:
        wounded(error)
    except StoreError as error:
        _log.warning("the store could not be examined: %s", getattr(error, "reason", error))
