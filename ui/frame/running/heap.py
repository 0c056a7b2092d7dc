"""The garbage collector and the big heap of tables.

Streamlit collects all generations after every rerun; on a heap of tables, figures and texts that never
change that is most of a rerun's time. It is switched off (``runner.postScriptGC``); Python's own generations
run on. What has been loaded by then is frozen once the pages are warm, so that they need not walk it.
"""

from __future__ import annotations

import gc
import threading

RUNS_TO_WARM = 30

_lock = threading.Lock()
_runs = 0
_frozen = False


def after_run() -> None:
    """Count a finished run; after :data:`RUNS_TO_WARM` of them collect once and freeze what is left."""
    global _runs, _frozen  # noqa: PLW0603 - one heap a process
    with _lock:
        _runs += 1
        if _frozen or _runs < RUNS_TO_WARM:
            return
        _frozen = True
    gc.collect()
    gc.freeze()
    # Python collects its oldest generation only once a quarter as much has been added as the last such
    # collection left behind. Now that is nothing, not the whole heap of tables: garbage is found early.
    gc.collect()


def frozen() -> bool:
    """Whether the heap has been frozen."""
    return _frozen
