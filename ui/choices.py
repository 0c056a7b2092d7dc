"""Choices of a page, kept in the address so that a view can be sent to a colleague.

Streamlit's own binding writes the option's *label* into the address, which differs between
languages, and drops a wrong value without a word. Here the address carries the code, and a wrong
value is answered with a sentence and the nearest sensible view.

The address wins over what the session remembers whenever it differs from what was last written
there: a link, the back button, a pasted address.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

import streamlit as st

from i18n import _
from wording import formats

Kind = Literal["selectbox", "pills", "segmented", "radio"]
_WRITTEN = "_address_written"
_REMEMBERED = "_choices_remembered"
MANY = ","
LONGEST_TEXT = 100


def _from_address(name: str) -> str | None:
    """What the address newly asks for under `name`; None when it says nothing new."""
    asked = st.query_params.get(name)
    return None if asked is None or asked == _written().get(name) else asked


def _written() -> dict[str, str]:
    return st.session_state.setdefault(_WRITTEN, {})


def _remembered() -> dict[str, Any]:
    return st.session_state.setdefault(_REMEMBERED, {})


def _write(name: str, value: str, default: str) -> None:
    """Put `value` into the address; the default needs no place there."""
    if value == default:
        if name in st.query_params:
            del st.query_params[name]
        _written().pop(name, None)
    else:
        if st.query_params.get(name) != value:
            st.query_params[name] = value
        _written()[name] = value


def _say_unknown(label: str, asked: str, shown: str) -> None:
    st.warning(
        _("Alamat ini meminta {label} “{asked}”, yang tidak ada di sini. Yang ditampilkan: {shown}.").format(
            label=label, asked=asked[:LONGEST_TEXT], shown=shown
        ),
        icon=":material/link_off:",
    )


def _seed(name: str, valid: Callable[[Any], bool], value: Any) -> None:
    """Give the widget `name` its value before it is drawn, if it has none that is valid."""
    if name not in st.session_state or not valid(st.session_state[name]):
        st.session_state[name] = value


def choose(
    name: str,
    options: Sequence[str],
    label: str,
    *,
    default: str | None = None,
    show: Callable[[str], str] = str,
    kind: Kind = "selectbox",
    help: str | None = None,
    remember: bool = False,
    disabled: bool = False,
    label_visibility: Literal["visible", "hidden", "collapsed"] = "visible",
) -> str:
    """Let the reader choose one of `options` and return its code.

    Parameters
    ----------
    name
        Key in the address and of the widget.
    options
        Codes; `show` turns one into words.
    default
        Shown when nothing was chosen; the first option if None.
    remember
        Keep the choice when the reader goes to another page that asks for the same name.
    """
    options = list(options)
    default = default if default in options else options[0]
    asked = _from_address(name)
    if asked is not None and asked in options:
        st.session_state[name] = asked
    elif asked is not None:
        _say_unknown(label, asked, show(default))
        st.session_state[name] = default
    remembered = _remembered().get(name) if remember else None
    _seed(name, options.__contains__, remembered if remembered in options else default)
    common = {"format_func": show, "key": name, "help": help, "disabled": disabled}
    common["label_visibility"] = label_visibility
    if kind == "selectbox":
        value = st.selectbox(label, options, **common)
    elif kind == "radio":
        value = st.radio(label, options, horizontal=True, **common)
    elif kind == "pills":
        value = st.pills(label, options, required=True, **common)
    else:
        value = st.segmented_control(label, options, required=True, **common)
    value = value if value in options else default
    if remember:
        _remembered()[name] = value
    _write(name, value, default)
    return value


def choose_many(
    name: str,
    options: Sequence[str],
    label: str,
    *,
    default: Sequence[str] = (),
    show: Callable[[str], str] = str,
    kind: Literal["multiselect", "pills"] = "multiselect",
    help: str | None = None,
    placeholder: str | None = None,
    most: int | None = None,
    label_visibility: Literal["visible", "hidden", "collapsed"] = "visible",
) -> list[str]:
    """Let the reader choose any of `options`; return the codes in the order chosen.

    `most` bounds how many; codes that do not exist, and those over the bound, are named in a sentence.
    """
    options = list(options)
    default = [code for code in default if code in options]
    asked = _from_address(name)
    if asked is not None:
        codes = list(dict.fromkeys(filter(None, asked.split(MANY))))
        known = [code for code in codes if code in options][:most]
        strange = [code for code in codes if code not in known]
        if strange:
            shown = formats.listing([show(code) for code in known]) or _("tanpa pilihan ini")
            _say_unknown(label, ", ".join(strange), shown)
        st.session_state[name] = known
    _seed(name, lambda value: all(code in options for code in value), default)
    common = {"format_func": show, "key": name, "help": help, "label_visibility": label_visibility}
    if kind == "pills":
        value = st.pills(label, options, selection_mode="multi", **common)
    else:
        value = st.multiselect(
            label, options, max_selections=most, placeholder=placeholder or _("Semua"), **common
        )
    _write(name, MANY.join(value), MANY.join(default))
    return list(value)


def flag(name: str, label: str, *, default: bool = False, help: str | None = None) -> bool:
    """Let the reader switch something on or off (``1`` and ``0`` in the address)."""
    asked = _from_address(name)
    if asked is not None:
        if asked not in ("0", "1"):
            _say_unknown(label, asked, _("ya") if default else _("tidak"))
        st.session_state[name] = {"0": False, "1": True}.get(asked, default)
    _seed(name, lambda value: isinstance(value, bool), default)
    value = st.toggle(label, key=name, help=help)
    _write(name, str(int(value)), str(int(default)))
    return value


def text(name: str, label: str, *, placeholder: str = "", help: str | None = None) -> str:
    """Let the reader type a word to look for; at most :data:`LONGEST_TEXT` characters."""
    asked = _from_address(name)
    if asked is not None:
        st.session_state[name] = asked[:LONGEST_TEXT]
    _seed(name, lambda value: isinstance(value, str), "")
    value = st.text_input(label, key=name, placeholder=placeholder, help=help, max_chars=LONGEST_TEXT)
    _write(name, value, "")
    return value.strip()


def weight(
    name: str, label: str, *, default: int, least: int = 0, most: int = 5, help: str | None = None
) -> int:
    """Let the reader move a whole number between `least` and `most`."""
    asked = _from_address(name)
    if asked is not None:
        whole = int(asked) if asked.lstrip("-").isdecimal() and len(asked) < 6 else None
        if whole is None or not least <= whole <= most:
            _say_unknown(label, asked, str(default))
            whole = default
        st.session_state[name] = whole
    _seed(name, lambda value: isinstance(value, int) and least <= value <= most, default)
    value = st.slider(label, least, most, key=name, help=help)
    _write(name, str(value), str(default))
    return value


def count_shown(shown: int, total: int, things: str) -> str:
    """``12 dari 194 produk``, for the line above a filtered list; `things` in the language in force."""
    return _("{shown} dari {total} {things}").format(
        shown=formats.number(shown), total=formats.number(total), things=things
    )
