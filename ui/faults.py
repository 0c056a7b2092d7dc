"""What a visitor sees when something breaks that should not: a sentence, never a traceback."""

from __future__ import annotations

import logging
import uuid

import streamlit as st

from i18n import _

_log = logging.getLogger("sinergi.faults")


def say_sorry(error: Exception) -> bool:
    """Write the fault to the log under a number and show the visitor a sentence with that number."""
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
