"""Who may publish. Viewing needs nobody; every publication passes :func:`publish_checked`.

Two ways, never both: where a login is configured, by the verified e-mail and the role the store holds
for it; where none is, only from the machine the application runs on
(:mod:`data.security.machine`) and only with the key its owner can read (:mod:`data.security.owner_key`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.changes.differences import Difference, difference, key_of, merge_update, row_cities
from data.loading import load
from data.security.identity import Identity
from data.security.limits import Rate
from data.store.core import Store
from data.store.errors import Conflict, StoreError
from data.store.roles import ADMIN, ANALYST, EDITOR, ROLES, NotAnAddress, tidy_email
from data.store.version import Version
from i18n import _

Mode = Literal["publish", "update", "import", "release"]
MOST_NAMED = 5
# Columns of regions that say what a region is called and where it belongs.
REGION_NAMES = ("name", "short_name", "level", "province_code", "province", "komwil", "kemendagri_code")
# Publications, returns and changes of roles, a person and store.
MOST_CHANGES, CHANGES_PER_S = 60, 600.0

_changes = Rate(MOST_CHANGES, CHANGES_PER_S)


class Refused(StoreError):
    """The person may not do this; says why."""


class KeyNeeded(Refused):
    """At the machine, but the owner's key has not been given yet."""


class NothingChanged(StoreError):
    """What was to be published holds the same rows as the version in force."""


@dataclass(frozen=True, slots=True)
class Permission:
    """What a person may do: `role` analyst, editor or admin; `cities` bind an analyst only."""

    author: str
    role: str
    cities: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """Whether all rows of all tables are open."""
        return self.role in (EDITOR, ADMIN)


def permission(store: Store, identity: Identity) -> Permission:
    """Return what `identity` may publish. Raises Refused with the reason; records nothing."""
    if not identity.login_required:
        if not identity.this_machine and identity.near:
            raise KeyNeeded(
                _(
                    "Untuk menerbitkan dari komputer ini, masukkan dulu kunci pemilik: buka halaman /kunci. "
                    "Kuncinya ada di berkas yang disebut saat aplikasi dijalankan."
                )
            )
        if not identity.this_machine:
            raise Refused(
                _(
                    "Menerbitkan data hanya dapat dari komputer tempat aplikasi ini berjalan. Untuk "
                    "menerbitkan dari tempat lain, minta pengelola mengaktifkan masuk dengan akun."
                )
            )
        return Permission(identity.actor, ADMIN)
    if not identity.email:
        raise Refused(_("Masuklah dulu: menerbitkan data memerlukan akun yang dikenal."))
    if not identity.email_verified:
        raise Refused(
            _("Alamat {email} belum diverifikasi oleh penyedia akun, sehingga belum dapat dipakai.").format(
                email=identity.email
            )
        )
    try:
        role = store.roles.of(identity.email)
    except NotAnAddress as problem:
        raise Refused(str(problem)) from problem
    if role is None:
        raise Refused(
            _("Akun {email} belum diberi peran. Minta pengelola menambahkannya.").format(email=identity.email)
        )
    return Permission(role.email, role.role, role.cities)


def authorise(store: Store, identity: Identity, table: str, changes: Difference) -> Permission:
    """Return the permission under which `identity` may make `changes`.

    An analyst may change only rows of their cities, before and after the change; a row of two cities
    (cooperation, supply links) belongs to both. Sources they may add, not change or remove.

    Raises
    ------
    Refused
        Naming whose rows were touched. Nothing is recorded: :func:`publish_checked` does that.
    """
    granted = permission(store, identity)
    if granted.everything:
        return granted
    _names_stand(table, changes, granted)
    if table == "sources" and changes.removed.empty and changes.before.empty:
        return granted
    touched = pd.concat([changes.added, changes.removed, changes.before, changes.after], ignore_index=True)
    homes = row_cities(table, touched)
    foreign = homes[~homes.map(lambda codes: bool(set(codes) & set(granted.cities)))]
    if foreign.empty:
        return granted
    names = load("regions").set_index("region_code")["short_name"]
    others = dict.fromkeys(names.get(code, code) for codes in foreign for code in codes)
    listed = ", ".join(list(others)[:MOST_NAMED]) + (" …" if len(others) > MOST_NAMED else "")
    raise Refused(
        _(
            "Anda analis untuk {mine}. Perubahan ini menyentuh {count} baris yang bukan milik kota itu "
            "({others}); tidak ada yang diterbitkan."
        ).format(
            mine=", ".join(names.get(code, code) for code in granted.cities),
            count=len(foreign),
            others=listed or _("baris tanpa kota"),
        )
    )


def _names_stand(table: str, changes: Difference, granted: Permission) -> None:
    """Refuse an analyst's change of what a region is called: the name stands on everybody's pages."""
    if table != "regions":
        return
    names = list(REGION_NAMES)
    same = changes.before[names].equals(changes.after[names])
    if not (same and changes.added.empty and changes.removed.empty):
        raise Refused(
            _(
                "Nama kota dan wilayah hanya dapat diubah penyunting atau pengelola; {email} adalah analis."
            ).format(email=granted.author)
        )


def publish_checked(
    store: Store,
    identity: Identity,
    table: str,
    frame: pd.DataFrame,
    *,
    note: str,
    parent: int,
    mode: Mode = "publish",
    upload: bytes | None = None,
) -> Version:
    """Publish `frame` as the next version of `table` if `identity` may.

    Parameters
    ----------
    frame
        ``mode="publish"`` or ``"release"``: the whole next content. ``"update"`` and ``"import"``: the rows
        given, merged by key into version `parent`.
    parent
        The version the person compared with.
    upload
        The file as it was uploaded; its hash is kept with the version.

    Raises
    ------
    Refused, NothingChanged, Conflict, WrongContent, StoreUnavailable
        Nothing is published. Refusals and conflicts are in the audit trail.
    """
    _require_permission(store, identity, table)
    old = store.read(table, parent)
    new = frame if mode in ("publish", "release") else merge_update(old, frame, key_of(table))
    granted = _authorise_recorded(store, identity, table, difference(old, new, table))
    with _conflicts_recorded(store, granted, table):
        return store.publish(table, new, granted.author, note, parent, kind=mode, upload=upload)


def roll_back_checked(
    store: Store, identity: Identity, table: str, version: int, *, note: str, parent: int
) -> Version:
    """Return `table` to the content of `version` if `identity` may. Raises as :func:`publish_checked`."""
    _require_permission(store, identity, table)
    changes = difference(store.read(table, parent), store.read(table, version), table)
    granted = _authorise_recorded(store, identity, table, changes)
    with _conflicts_recorded(store, granted, table):
        return store.roll_back(table, version, granted.author, note, parent)


def change_role(
    store: Store, identity: Identity, email: str, role: str | None, cities: Iterable[str] = ()
) -> None:
    """Give `email` a role (None takes it away) if `identity` is an admin; recorded.

    Raises
    ------
    Refused
        If they are not, if the last admin would be gone, or if the role makes no sense.
    """
    try:
        granted = permission(store, identity)
        if granted.role != ADMIN:
            raise Refused(_("Hanya pengelola (admin) yang dapat mengubah peran."))
        _not_too_often(store, identity)
        set_role(store, email, role, cities, granted.author)
    except Refused as refusal:
        _record_refusal(store, identity, f"peran {email}", refusal)
        raise


def set_role(store: Store, email: str, role: str | None, cities: Iterable[str], by: str) -> None:
    """Give or take a role on the word of `by`, who is not asked: for the command line of the server."""
    cities = tuple(dict.fromkeys(cities))
    try:
        tidy = tidy_email(email)
    except NotAnAddress as problem:
        # One kept by an earlier release under looser rules may still be taken away.
        if role is not None or store.roles.of_kept(email) is None:
            raise Refused(str(problem)) from problem
        tidy = email
    if role is not None and role not in ROLES:
        raise Refused(_("Peran “{role}” tidak ada; pilih {roles}.").format(role=role, roles=", ".join(ROLES)))
    known = set(load("regions").query("komwil.notna()")["region_code"])
    unknown = [code for code in cities if code not in known]
    if role == ANALYST and (not cities or unknown):
        raise Refused(
            _("Sebutkan kode BPS kota anggota untuk seorang analis; tidak dikenal: {codes}.").format(
                codes=", ".join(unknown) or "–"
            )
        )
    everyone = store.roles.everyone()
    admins = set(everyone.loc[everyone["role"] == ADMIN, "email"])
    if admins == {tidy} and role != ADMIN:
        raise Refused(_("{email} satu-satunya pengelola; angkat pengelola lain dulu.").format(email=email))
    if role is None:
        store.roles.revoke(email, by)
    else:
        store.roles.grant(email, role, by, cities)


class _conflicts_recorded:
    def __init__(self, store: Store, granted: Permission, table: str):
        self.store, self.granted, self.table = store, granted, table

    def __enter__(self) -> None: ...

    def __exit__(self, _kind, error: BaseException | None, _trace) -> None:
        if isinstance(error, Conflict):
            self.store.audit.record(
                self.granted.author, "conflict", self.table, parent=error.parent, current=error.current
            )


def _require_permission(store: Store, identity: Identity, table: str) -> None:
    # Before anything is read or merged: a stranger costs the server one line of the audit trail.
    try:
        permission(store, identity)
        _not_too_often(store, identity)
    except Refused as refusal:
        _record_refusal(store, identity, table, refusal)
        raise


def _not_too_often(store: Store, identity: Identity) -> None:
    if not _changes.allows((str(store.url), identity.actor)):
        raise Refused(
            _("Terlalu banyak perubahan dalam waktu singkat. Tunggu beberapa menit, lalu coba lagi.")
        )


def _authorise_recorded(store: Store, identity: Identity, table: str, changes: Difference) -> Permission:
    if changes.empty:
        raise NothingChanged(_("Isinya sama dengan versi yang berlaku; tidak ada yang perlu diterbitkan."))
    try:
        return authorise(store, identity, table, changes)
    except Refused as refusal:
        _record_refusal(store, identity, table, refusal)
        raise


def _record_refusal(store: Store, identity: Identity, subject: str, refusal: Refused) -> None:
    store.audit.record(identity.actor, "refused", subject, reason=str(refusal), peer=identity.peer)
