"""What a visitor sees when something breaks that should not: a sentence, never a traceback."""

from __future__ import annotations

import logging
import uuid

import streamlit as st

from data import store
from i18n import _
from ui import widgets

_log = logging.getLogger("sinergi.faults")


def say_sorry(error: Exception) -> bool:
    """Write the fault to the log under a number and show the visitor a sentence with that number.

    What the store has to say is said in its own words; a damaged one is left at once.
    """
    if isinstance(error, store.StoreError):
        _log.warning("the store could not answer a page: %s", getattr(error, "reason", error))
        if isinstance(error, store.StoreDamaged) and store.active() is not None:
            store.wounded(error)
        st.warning(widgets.plain(str(error)), icon=":material/database_off:")
        return True
    number = uuid.uuid4().hex[:8]
    _log.error("fault %s", number, exc_info=error)
    st.error(
        _(
            "Maaf, halaman ini tidak dapat ditampilkan. Muat ulang halaman; bila tetap begini, sampaikan "
            "nomor {number} kepada pengelola."
        ).format(number=number),
        icon=":material/error:",
    )
    return True
