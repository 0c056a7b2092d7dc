"""What somebody typed beside what somebody else saved meanwhile, field by field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from data.proposals import Proposal, Terms
from i18n import _
from ui.cooperation import proposal_words as words
from ui.cooperation import terms as terms_form
from wording import formats
from wording.names import party_name

_SHOW: dict[str, Callable[[str], str]] = {
    "parties": party_name,
    "products": words.product,
    "apps": words.application,
    "subject_kind": lambda code: _(words.SUBJECTS.get(code, code)),
    "burdens": lambda code: _(words.ANSWERS.get(code, code)),
    "unbudgeted": lambda code: _(words.ANSWERS.get(code, code)),
}


def table(saved: Proposal, typed: dict) -> pd.DataFrame:
    """Return the fields in which `typed` differs from `saved`, in words; empty when they agree."""
    rows = []
    for name, value in typed.items():
        if isinstance(value, Terms):
            rows += _terms(saved.terms, value)
            continue
        here, mine = _plain(getattr(saved, name)), _plain(value)
        if here != mine:
            rows.append((words.field(name), _words(name, here), _words(name, mine)))
    return pd.DataFrame(rows, columns=[_("Isian"), _("Tersimpan sekarang"), _("Tulisan Anda")])


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple | list) else value


def _words(name: str, value: Any) -> str:
    show = _SHOW.get(name, str)
    if isinstance(value, list):
        return formats.listing([show(each) for each in value]) or formats.MISSING
    return show(value) or formats.MISSING


def _terms(saved: Terms, typed: Terms) -> list[tuple[str, str, str]]:
    here, mine = dict(terms_form.say(saved)), dict(terms_form.say(typed))
    return [
        (name, here.get(name, formats.MISSING), mine.get(name, formats.MISSING))
        for name in dict.fromkeys([*here, *mine])
        if here.get(name) != mine.get(name)
    ]
