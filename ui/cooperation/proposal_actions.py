"""What happens when somebody saves or moves a proposal: kept, or answered with a sentence.

These run before the page is drawn again. What was typed stays in the session, so a refusal loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import streamlit as st

from data.proposals import LONGEST, Proposal, ProposalError, Proposals, Terms
from data.store import Conflict, StoreError
from data.versioning import versions
from findings.cooperation import proposal_evidence
from i18n import _
from ui import choices, widgets
from ui.cooperation import terms as terms_form
from ui.frame import connection

WESTERN_INDONESIA = timezone(timedelta(hours=7))
NAME = "nama_pencatat"
OPEN = "usulan"
KEPT = "_usulan_diketik"
KEPT_DELIVERY = "_pengiriman_diketik"
_MESSAGE = "_usulan_pesan"
TEXTS = tuple(LONGEST)
CHOSEN = ("subject_kind", "burdens", "unbudgeted", "parties", "products", "apps")


def now() -> datetime:
    """Return this moment in western Indonesia, whose day counts here."""
    return datetime.now(WESTERN_INDONESIA).replace(tzinfo=None)


def today() -> date:
    """Return the day in western Indonesia."""
    return now().date()


def identity():
    """Return who stands at this session, with the name they gave where nobody logs in."""
    return replace(connection.identity(), name=str(st.session_state.get(NAME, "")))


def show_message() -> None:
    """Draw what the last action had to say, once."""
    kind, text = st.session_state.pop(_MESSAGE, (None, ""))
    if kind:
        {"success": st.success, "error": st.error, "warning": st.warning}[kind](
            "\n\n".join(map(widgets.plain, text.split("\n")))
        )


def typed(form: str, seen: Terms = Terms()) -> dict:  # noqa: B008 - frozen
    """Return what stands in the fields of a form, by field name; terms not drawn stay as `seen`."""
    values = {name: st.session_state.get(f"{form}_{name}", "") for name in TEXTS}
    values["terms"] = terms_form.typed(form, seen)
    return values | {
        name: st.session_state[f"{form}_{name}"] for name in CHOSEN if f"{form}_{name}" in st.session_state
    }


def create(
    desk: Proposals, form: str, parties: tuple[str, ...], edition: int, origin: tuple[str, ...] = ()
) -> None:
    """Keep a new proposal and open it; its evidence is of the data `edition` that was on the screen.

    `origin`: supplier, buyer and good of the deal it started from.
    """
    values = typed(form) | {"parties": parties}
    picked = [kind for kind in proposal_evidence.KINDS if st.session_state.get(f"{form}_bukti_{kind}")]

    def save() -> str:
        draft = Proposal(**_as_fields(values), origin=origin, evidence=_frozen(picked, parties, edition))
        kept = desk.create(draft, identity(), today())
        choices.put(OPEN, kept.key)
        choices.put("bagian", "papan")
        return _("Usulan {key} disimpan.").format(key=kept.key)

    _attempt(save)


def update(desk: Proposals, seen: Proposal, form: str, edition: int) -> None:
    """Keep the changes made to the revision that was `seen`; new evidence is of data `edition`."""
    values = typed(form, seen.terms)
    kinds = st.session_state.get(f"{form}_kinds", [item["kind"] for item in seen.evidence])
    anew = st.session_state.get(f"{form}_anew", False)

    def save() -> str:
        parties = tuple(values.get("parties", seen.parties))
        held = {item["kind"]: item for item in seen.evidence if not anew and parties == seen.parties}
        missing = [kind for kind in kinds if kind not in held]
        fresh = {item["kind"]: item for item in _frozen(missing, parties, edition)}
        evidence = tuple((held | fresh)[kind] for kind in kinds if kind in held | fresh)
        kept = desk.update(replace(seen, **_as_fields(values), evidence=evidence), identity())
        return _("Usulan {key} disimpan sebagai revisi {revision}.").format(
            key=kept.key, revision=kept.revision
        )

    _attempt(save, lambda: st.session_state.update({KEPT: (seen.key, values)}))


def move(desk: Proposals, seen: Proposal, form: str) -> None:
    """Move the revision that was `seen`."""
    to = st.session_state[f"{form}_to"]
    on = st.session_state[f"{form}_on"]
    note = st.session_state.get(f"{form}_note", "")

    def save() -> str:
        kept = desk.move(seen, to, on, note, identity=identity(), now=now())
        return _("Usulan {key} dipindahkan.").format(key=kept.key)

    _attempt(save, lambda: st.session_state.update({f"_catatan_{seen.key}": note}))


def book(desk: Proposals, seen: Proposal, form: str) -> None:
    """Book the delivery typed in `form` against the revision that was `seen`."""
    fields = ("on", "amount", "unit", "price", "note")
    values: dict[str, Any] = {name: st.session_state.get(f"{form}_{name}") for name in fields}

    def save() -> str:
        kept = desk.book(
            seen,
            values["on"],
            float("nan") if values["amount"] is None else values["amount"],
            values["unit"] or "",
            identity=identity(),
            now=now(),
            price=values["price"],
            note=values["note"] or "",
        )
        st.session_state.pop(KEPT_DELIVERY, None)
        return _("Pengiriman dicatat pada usulan {key}.").format(key=kept.key)

    _attempt(save, lambda: st.session_state.update({KEPT_DELIVERY: {seen.key: values}}))


def _as_fields(values: dict) -> dict:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def _frozen(kinds: list[str], parties: tuple[str, ...], edition: int) -> tuple[dict, ...]:
    # This runs before the page, hence outside the edition the page was drawn in.
    with versions.held(edition):
        taken = [proposal_evidence.freeze(kind, parties, today()) for kind in kinds]
    return tuple(item for item in taken if item["rows"])


def _attempt(save: Callable[[], str], keep: Callable[[], None] = lambda: None) -> None:
    try:
        st.session_state[_MESSAGE] = ("success", save())
        st.session_state.pop(KEPT, None)
    except Conflict:
        keep()
        st.session_state[_MESSAGE] = (
            "warning",
            _(
                "Usulan ini sudah diubah orang lain sejak Anda membukanya; tidak ada yang ditimpa. Isi "
                "terbaru tampil di bawah dan tulisan Anda masih ada di isian: bandingkan, lalu simpan lagi."
            ),
        )
    except ProposalError as problem:
        keep()
        st.session_state[_MESSAGE] = ("error", str(problem))
    except StoreError as problem:
        keep()
        st.session_state[_MESSAGE] = ("error", str(problem))
