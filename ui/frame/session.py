"""What a visitor's session says to the parts that know no Streamlit: its language."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

import i18n

LANGUAGE = "lang"


def _session_language() -> str | None:
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    return st.session_state.get("_language")


def connect() -> None:
    """Let texts and formats follow the language of the visitor's session."""
    i18n.set_language_source(_session_language)


def page_hash() -> str:
    """Streamlit's name of the page that runs; empty outside a run."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.page_script_hash if context else ""


def came_back() -> bool:
    """Whether this run answers the browser's Back or Forward."""
    context = get_script_run_ctx(suppress_warning=True)
    return bool(context and context.is_history_navigation)


def decide_language() -> str:
    """Language of this run: the address if it names one, else what the session had, else Indonesian.

    After Back or Forward an address without a language means the language of the source.
    Called before anything is written; the switch itself is drawn later by :func:`language_switch`.
    """
    asked = st.query_params.get(LANGUAGE)
    if came_back() and asked is None:
        st.session_state[LANGUAGE] = st.session_state["_language"] = i18n.SOURCE_LANGUAGE
    elif asked in i18n.LANGUAGES and (came_back() or asked != st.session_state.get("_language_written")):
        st.session_state[LANGUAGE] = st.session_state["_language"] = asked
    elif LANGUAGE in st.session_state:
        st.session_state["_language"] = st.session_state[LANGUAGE]
    language = st.session_state.setdefault("_language", i18n.SOURCE_LANGUAGE)
    # Each run has a thread of its own; asking the session for every sentence would cost a third of a run.
    i18n.settle(language)
    return language


def language_switch() -> None:
    """Draw the switch between the languages and keep the choice in the address."""
    current = st.session_state["_language"]
    asked = st.query_params.get(LANGUAGE)
    if asked is not None and asked not in i18n.LANGUAGES:
        st.warning(
            i18n._("Bahasa “{asked}” tidak ada di sini; dipakai Bahasa Indonesia.").format(asked=asked[:20])
        )
    st.session_state.setdefault(LANGUAGE, current)
    st.segmented_control(
        "Bahasa / Language",
        list(i18n.LANGUAGES),
        format_func=str.upper,
        key=LANGUAGE,
        required=True,
        label_visibility="collapsed",
    )
    if current == i18n.SOURCE_LANGUAGE:
        if LANGUAGE in st.query_params:
            del st.query_params[LANGUAGE]
        st.session_state.pop("_language_written", None)
    else:
        st.query_params[LANGUAGE] = current
        st.session_state["_language_written"] = current


def is_dark() -> bool:
    """Whether the visitor's theme is dark."""
    return getattr(st.context.theme, "type", None) == "dark"


connect()
