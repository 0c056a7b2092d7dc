"""How much one session may have checked: a server is shared."""

from __future__ import annotations

import time

import streamlit as st

MOST_FILES, MOST_BYTES = 40, 60 * 1024 * 1024
HOUR = 3600.0
_TAKEN = "_unggahan_diterima"


def admitted(size: int) -> bool:
    """Whether a file of `size` bytes may be taken; it counts for an hour when it may."""
    now = time.monotonic()
    taken = [(at, each) for at, each in st.session_state.get(_TAKEN, []) if now - at < HOUR]
    if len(taken) >= MOST_FILES or sum(each for _at, each in taken) + size > MOST_BYTES:
        st.session_state[_TAKEN] = taken
        return False
    st.session_state[_TAKEN] = [*taken, (now, size)]
    return True
