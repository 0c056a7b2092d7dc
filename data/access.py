"""Who may publish. Viewing needs nobody; every publication passes :func:`publish_checked`.

Two ways, never both: where a login is configured, by the verified e-mail and the role the store holds
for it; where none is, only from the machine the application runs on, see :func:`is_this_machine`.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

import pandas as pd

from data.differences import Difference, difference, key_of, merge_update, row_cities
from data.loading import load
from data.store.core import Store
from data.store.errors import Conflict, StoreError
from data.store.roles import ADMIN, ANALYST, EDITOR, ROLES, tidy_email
from data.store.version import Version
from i18n import _

MOST_NAMED = 5
# Any of these says that somebody stands between the browser and us.
FORWARDING = ("forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip")
FORWARDING_PREFIXES = ("x-forwarded", "x-envoy-", "x-original-", "cf-", "fly-", "x-arr-", "x-azure-")


class Refused(StoreError):
    """The person may not do this; says why."""


class NothingChanged(StoreError):
    """What was to be published holds the same rows as the version in force."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who stands at the screen, as far as the server knows.

    Attributes
    ----------
    email, email_verified
        From the login's token; None and False without one.
    claims
        The whole token.
    login_required
        Whether a login is configured; then `this_machine` opens nothing.
    this_machine
        Whether the connection comes from the machine itself.
    peer
        Address of the connection, for the audit trail.
    name
        What a person at the machine calls themselves; only written down, decides nothing.
    """

    email: str | None = None
    email_verified: bool = False
    claims: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    login_required: bool = True
    this_machine: bool = False
    peer: str = ""
    name: str = ""

    @property
    def actor(self) -> str:
        """The name under which the audit trail and the history know this person."""
        if self.login_required and self.email:
            return tidy_email(self.email)
        if self.this_machine and not self.login_required:
            return _signed(self.name)
        return f"anonim ({self.peer or '?'})"


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


def identity_from(
    claims: Mapping[str, object], *, login_required: bool, this_machine: bool = False, peer: str = ""
) -> Identity:
    """Return the identity a token's `claims` and the connection amount to.

    An e-mail counts as verified only when the provider says so: ``true``, in either spelling.
    """
    email = claims.get("email")
    verified = claims.get("email_verified")
    return Identity(
        email=email.strip() if isinstance(email, str) and email.strip() else None,
        email_verified=verified is True or (isinstance(verified, str) and verified.lower() == "true"),
        claims=MappingProxyType(dict(claims)),
        login_required=login_required,
        this_machine=this_machine,
        peer=peer,
    )


def is_this_machine(host: str | None, headers: Iterable[tuple[str, str]]) -> bool:
    """Whether a connection comes from the machine itself, with nobody in between.

    Decided on the address of the connection. Headers only ever take away: a sign of a proxy, or a name
    of the site that is not the machine's own, makes the connection a foreign one. So neither a proxy on
    the machine, nor a forged header, nor another listening address opens anything.

    Parameters
    ----------
    host
        Address of the other end of the TCP connection.
    headers
        Name and value of every header of the request that opened it.
    """
    if not _is_loopback(host):
        return False
    for name, value in headers:
        low = name.lower()
        if low in FORWARDING or low.startswith(FORWARDING_PREFIXES):
            return False
        if low == "host" and not _is_loopback(urlsplit(f"//{value}").hostname):
            return False
        if low == "origin" and not _is_loopback(urlsplit(value).hostname):
            return False
    return True


def permission(store: Store, identity: Identity) -> Permission:
    """Return what `identity` may publish. Raises Refused with the reason; records nothing."""
    if not identity.login_required:
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
    role = store.roles.of(identity.email)
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


def publish_checked(
    store: Store,
    identity: Identity,
    table: str,
    frame: pd.DataFrame,
    *,
    note: str,
    parent: int,
    mode: Literal["publish", "update", "import"] = "publish",
    upload: bytes | None = None,
) -> Version:
    """Publish `frame` as the next version of `table` if `identity` may.

    Parameters
    ----------
    frame
        ``mode="publish"``: the whole next content. ``"update"`` and ``"import"``: the rows given, merged by
        key into version `parent`.
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
    new = frame if mode == "publish" else merge_update(old, frame, key_of(table))
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
        set_role(store, email, role, cities, granted.author)
    except Refused as refusal:
        _record_refusal(store, identity, f"peran {email}", refusal)
        raise


def set_role(store: Store, email: str, role: str | None, cities: Iterable[str], by: str) -> None:
    """Give or take a role on the word of `by`, who is not asked: for the command line of the server."""
    cities = tuple(dict.fromkeys(cities))
    if tidy_email(email).count("@") != 1:
        raise Refused(_("“{email}” bukan alamat surel.").format(email=email))
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
    if admins == {tidy_email(email)} and role != ADMIN:
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
    except Refused as refusal:
        _record_refusal(store, identity, table, refusal)
        raise


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


def _signed(name: str) -> str:
    return f"{name.strip()[:80]} (mesin ini)" if name.strip() else "mesin ini"


def _is_loopback(host: str | None) -> bool:
    if not host:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


if __name__ == "__main__":
    from data.access_commands import main

    raise SystemExit(main())
