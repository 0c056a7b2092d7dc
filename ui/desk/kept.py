"""What a person has said about a file, kept while they look at other sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from i18n import _
from ui.desk.actions import Upload

_KEPT = "_bacaan"


def prefix(upload: Upload, table: str) -> str:
    """Return what the keys of all widgets about a file begin with."""
    return f"baca_{upload.sha256[:12]}_{table}"


def kept() -> dict[str, Any]:
    """Return everything said, by widget key."""
    return st.session_state.setdefault(_KEPT, {})


def value(key: str) -> Any:
    """Return what was said under `key`; None when nothing."""
    return st.session_state.get(key, kept().get(key))


def say(key: str, said: object) -> None:
    """Say something in place of the person who agreed to it."""
    st.session_state[key] = kept()[key] = said


def seed(key: str, options: Sequence[object] | None = None) -> None:
    """Give a widget what was said before it was away."""
    if key not in st.session_state:
        st.session_state[key] = kept().get(key)
    if options is not None and st.session_state[key] not in options:
        st.session_state[key] = None


def pick(
    key: str,
    label: str,
    options: Sequence[str],
    show: Callable[[str], str],
    *,
    empty: str,
    help_text: str | None = None,
) -> None:
    """Draw one choice; `empty` is shown while nothing is chosen."""
    seed(key, options)
    st.selectbox(label, options, index=None, format_func=show, placeholder=empty, key=key, help=help_text)
    kept()[key] = st.session_state[key]


def automatic(options: Sequence[str], show: Callable[[str], str], recognised: str, key: str) -> str:
    """Return what a correction shows while nothing is chosen: what was recognised."""
    if recognised in options and value(key) is None:
        return _("otomatis: {found}").format(found=show(recognised))
    return _("otomatis")
