"""Choices of a page, kept in the address so that a view can be sent to a colleague.

Streamlit's own binding writes the option's *label* into the address, which differs between
languages, and drops a wrong value without a word. Here the address carries the code, and a wrong
value is answered with a sentence and the nearest sensible view.

The address is read on every run. It decides whenever it says something else than when the choice was
last drawn on this page, and whenever the browser went back or forward; what it does not name then
stands at its default. Otherwise the widget decides, and the address follows it.

Streamlit forgets a widget whose page was left. What was chosen there is kept in `_KEPT`, page by page,
and comes back when the reader returns by the menu; a choice made with ``remember`` comes along to every
page that asks for the same name. A link that names choices of its own starts from the defaults instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal

import streamlit as st

from i18n import _
from ui.frame import session
from wording import formats

Kind = Literal["selectbox", "pills", "segmented", "radio"]
_PAGE, _SEEN, _KEPT, _PUT = "_choices_page", "_choices_seen", "_choices_kept", "_choices_put"
_EVERYWHERE = ""
# What an address may name without being a link to a certain view of a page.
CARRIED = frozenset({"kota", "lang", "edisi"})
MANY = ","
LONGEST_TEXT = 100
LONGEST_NUMBER = 9
_DECIMAL = re.compile(r"[0-9]+([.,][0-9]+)?")


class _Notices:
    """Where the sentences about a wrong address stand: an empty place that opens with the first of them."""

    def __init__(self, place: Any):
        self._place = place
        self._opened: Any = None

    def warning(self, text: str, icon: str) -> None:
        if self._opened is None:
            self._opened = self._place.container()
        self._opened.warning(text, icon=icon)


_NOTICES: ContextVar[_Notices | None] = ContextVar("notices", default=None)


@contextmanager
def said_in(place: Any) -> Iterator[None]:
    """Let what is wrong in the address be said in `place` (of ``st.empty``) by every choice drawn within.

    A choice may stand in a part that is folded away, where nobody would read it.
    """
    token = _NOTICES.set(_Notices(place))
    try:
        yield
    finally:
        _NOTICES.reset(token)


def _here() -> str:
    """Forget, at the first choice of a page just entered, what its widgets held elsewhere; name the page."""
    here = session.page_hash()
    if st.session_state.get(_PAGE) != here:
        st.session_state[_PAGE] = here
        for name in st.session_state.pop(_SEEN, {}):
            if name not in st.session_state.get(_PUT, ()):
                st.session_state.pop(name, None)
        if session.came_back() or set(st.query_params) - CARRIED:
            _kept(here).clear()
    return here


def _kept(page: str) -> dict[str, str]:
    """Return what was chosen on `page`, as it would stand in the address."""
    return st.session_state.setdefault(_KEPT, {}).setdefault(page, {})


def _asked(name: str, *, remember: bool = False) -> tuple[bool, str | None, bool]:
    """Ask whether something else than the widget decides `name` now.

    Returns whether it does, what it says (None: the default), and whether the address said it.
    """
    here = _here()
    if name in st.session_state.get(_PUT, ()):
        return False, None, False
    said = st.query_params.get(name)
    if session.came_back():
        return True, said, True
    seen = st.session_state.get(_SEEN, {})
    if name in seen and name in st.session_state:
        return said != seen[name], said, True
    if said is not None:
        return True, said, True
    return True, _kept(_EVERYWHERE if remember else here).get(name), False


def _write(name: str, value: str, default: str, *, remember: bool = False) -> None:
    """Put `value` into the address and keep it; the default needs no place in the address."""
    if value == default:
        if name in st.query_params:
            del st.query_params[name]
    elif st.query_params.get(name) != value:
        st.query_params[name] = value
    st.session_state.get(_PUT, set()).discard(name)
    st.session_state.setdefault(_SEEN, {})[name] = st.query_params.get(name)
    kept = _kept(_EVERYWHERE if remember else _here())
    if value == default and not remember:
        kept.pop(name, None)  # may be another one when the reader comes back
    else:
        kept[name] = value


def standing(name: str, options: Collection[str], default: str, *, remember: bool = False) -> str:
    """Return what :func:`choose` will answer for `name` later in this run."""
    decides, asked, _from_address = _asked(name, remember=remember)
    value = asked if decides else st.session_state.get(name)
    return value if value is not None and value in options else default


def suggest(name: str, value: str) -> None:
    """Let `name` start at `value` in this session, where no address says something else."""
    if st.session_state.get(_PAGE) is None:
        _kept(_EVERYWHERE).setdefault(name, value)


def put(name: str, value: Any) -> None:
    """Set a choice from a callback: it decides at the next run, whatever the address says."""
    st.session_state[name] = value
    st.session_state.setdefault(_PUT, set()).add(name)


def _say_unknown(label: str, asked: str, shown: str) -> None:
    place = _NOTICES.get() or st
    place.warning(
        _("Alamat ini meminta {label} “{asked}”, yang tidak ada di sini. Yang ditampilkan: {shown}.").format(
            label=label, asked=asked[:LONGEST_TEXT], shown=shown
        ),
        icon=":material/link_off:",
    )


def _seed(name: str, valid: Callable[[Any], bool], value: Any) -> None:
    """Give the widget `name` its value before it is drawn, if it has none that is valid."""
    if name not in st.session_state or not valid(st.session_state[name]):
        st.session_state[name] = value


def _follow(name: str, default: Any, decides: bool) -> None:
    """Move a choice along with its default: what is the default does not stand in the address either."""
    before = f"_{name}_default"
    chosen = decides or name in st.session_state.get(_PUT, ())
    if not chosen and st.session_state.get(name) == st.session_state.get(before):
        st.session_state[name] = default
    st.session_state[before] = default


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

    A default that moves with another choice takes along a reader who chose nothing else.
    """
    options = list(options)
    default = default if default in options else options[0]
    decides, asked, from_address = _asked(name, remember=remember)
    if decides:
        if asked is not None and asked not in options and from_address:
            _say_unknown(label, asked, show(default))
        st.session_state[name] = asked if asked in options else default
    _follow(name, default, decides)
    _seed(name, options.__contains__, default)
    common: dict[str, Any] = {"format_func": show, "key": name, "help": help, "disabled": disabled}
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
    _write(name, value, default, remember=remember)
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
    decides, asked, from_address = _asked(name)
    if decides and asked is None:
        st.session_state[name] = default
    elif decides and asked is not None:
        codes = list(dict.fromkeys(filter(None, asked.split(MANY))))
        known = [code for code in codes if code in options][:most]
        strange = [code for code in codes if code not in known]
        if strange and from_address:
            shown = formats.listing([show(code) for code in known]) or _("tanpa pilihan ini")
            _say_unknown(label, ", ".join(strange), shown)
        st.session_state[name] = known
    _seed(name, lambda value: all(code in options for code in value), default)
    common: dict[str, Any] = {
        "format_func": show,
        "key": name,
        "help": help,
        "label_visibility": label_visibility,
    }
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
    decides, asked, from_address = _asked(name)
    if decides:
        if asked is not None and asked not in ("0", "1") and from_address:
            _say_unknown(label, asked, _("ya") if default else _("tidak"))
        st.session_state[name] = {"0": False, "1": True}.get(asked or "", default)
    _seed(name, lambda value: isinstance(value, bool), default)
    value = st.toggle(label, key=name, help=help)
    _write(name, str(int(value)), str(int(default)))
    return value


def text(name: str, label: str, *, placeholder: str = "", help: str | None = None) -> str:
    """Let the reader type a word to look for; at most :data:`LONGEST_TEXT` characters."""
    decides, asked, _from_address = _asked(name)
    if decides:
        st.session_state[name] = (asked or "")[:LONGEST_TEXT]
    _seed(name, lambda value: isinstance(value, str), "")
    value = st.text_input(label, key=name, placeholder=placeholder, help=help, max_chars=LONGEST_TEXT)
    _write(name, value, "")
    return value.strip()


def weight(
    name: str, label: str, *, default: int, least: int = 0, most: int = 5, help: str | None = None
) -> int:
    """Let the reader move a whole number between `least` and `most`."""
    decides, asked, from_address = _asked(name)
    if decides:
        whole = default if asked is None else _whole(asked)
        if whole is None or not least <= whole <= most:
            if from_address:
                _say_unknown(label, asked or "", str(default))
            whole = default
        st.session_state[name] = whole
    _seed(name, lambda value: isinstance(value, int) and least <= value <= most, default)
    value = st.slider(label, least, most, key=name, help=help)
    _write(name, str(value), str(default))
    return value


def whole(
    name: str, label: str, *, default: int, between: tuple[int, int], step: int = 1, help: str | None = None
) -> int:
    """Let the reader type a whole number within `between`.

    A default that moves with another choice takes the number along as long as the reader typed none.
    """
    least, most = between
    default = min(max(default, least), most)
    decides, asked, from_address = _asked(name)
    if decides:
        number = default if asked is None else _whole(asked, LONGEST_NUMBER)
        if number is None or not least <= number <= most:
            if from_address:
                _say_unknown(label, asked or "", formats.number(default))
            number = default
        st.session_state[name] = number
    _follow(name, default, decides)
    _seed(name, lambda value: isinstance(value, int) and least <= value <= most, default)
    value = st.number_input(label, least, most, step=step, key=name, help=help)
    _write(name, str(value), str(default))
    return value


def amount(
    name: str,
    label: str,
    *,
    most: float,
    placeholder: str = "",
    disabled: bool = False,
    help: str | None = None,
) -> float | None:
    """Let the reader type a number from 0 to `most`, decimals allowed; None while the field is empty.

    The address writes it with a decimal point, whatever the language: ``ongkos=2.5``.
    """
    decides, asked, from_address = _asked(name)
    if decides:
        number = None if asked is None else _decimal(asked)
        if asked and (number is None or not 0 <= number <= most):
            if from_address:
                _say_unknown(label, asked, _("belum diisi"))
            number = None
        st.session_state[name] = number
    _seed(name, lambda value: value is None or (isinstance(value, float) and 0 <= value <= most), None)
    value = st.number_input(
        label,
        0.0,
        most,
        value=None,
        key=name,
        placeholder=placeholder,
        format="%g",
        disabled=disabled,
        help=help,
    )
    _write(name, "" if value is None else f"{value:.2f}".rstrip("0").rstrip("."), "")
    return value


def _decimal(text: str) -> float | None:
    """`text` as a number of at most :data:`LONGEST_NUMBER` signs, with a point or a comma; None when none."""
    fits = len(text) <= LONGEST_NUMBER and _DECIMAL.fullmatch(text)
    return float(text.replace(",", ".")) if fits else None


def _whole(text: str, longest: int = 5) -> int | None:
    """`text` as a whole number of at most `longest` signs; None when it is none."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(text) <= longest else None


def count_shown(shown: int, total: int, things: str) -> str:
    """``12 dari 194 produk``, for the line above a filtered list; `things` in the language in force."""
    return _("{shown} dari {total} {things}").format(
        shown=formats.number(shown), total=formats.number(total), things=things
    )
