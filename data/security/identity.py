"""Who stands at the screen, as far as the server knows: a login's claims and the connection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

from data.security.machine import is_loopback
from data.store.roles import NotAnAddress, tidy_email

# Addresses of login services that sign in people of any organisation: their word vouches for nobody.
SHARED_TENANTS = ("/common", "/organizations", "/consumers")


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
        Whether the connection comes from the machine itself and was opened with its owner's key.
    near
        Whether only the key is missing.
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
    near: bool = False

    @property
    def actor(self) -> str:
        """The name under which the audit trail and the history know this person."""
        if self.login_required and self.email:
            try:
                return tidy_email(self.email)
            except NotAnAddress:
                return f"alamat tidak sah ({self.email[:80]!a})"
        if self.this_machine and not self.login_required:
            return _signed(self.name)
        return f"anonim ({self.peer or '?'})"


def identity_from(
    claims: Mapping[str, object],
    *,
    login_required: bool,
    this_machine: bool = False,
    peer: str = "",
    near: bool = False,
    trusted_issuer: str = "",
) -> Identity:
    """Return the identity a token's `claims` and the connection amount to.

    An e-mail counts as verified only when the provider says so: ``true``, in either spelling. A provider
    that never says anything about it (Microsoft Entra) may be trusted by its exact name.

    Parameters
    ----------
    trusted_issuer
        Issuer whose addresses count as verified where the token is silent; empty trusts nobody. One that
        signs in people of any organisation is never trusted.
    """
    email = claims.get("email")
    verified = claims.get("email_verified")
    vouched = (
        verified is None
        and str(claims.get("xms_edov", "true")).lower() in ("true", "1")
        and _is_one_organisations(trusted_issuer)
        and claims.get("iss") == trusted_issuer
    )
    said = verified is True or (isinstance(verified, str) and verified.lower() == "true")
    return Identity(
        email=email.strip() if isinstance(email, str) and email.strip() else None,
        email_verified=said or vouched,
        claims=MappingProxyType(dict(claims)),
        login_required=login_required,
        this_machine=this_machine,
        peer=peer,
        near=near,
    )


def _is_one_organisations(issuer: str) -> bool:
    try:
        parts = urlsplit(issuer)
        encrypted = parts.scheme == "https" or is_loopback(parts.hostname)
    except ValueError:
        return False
    path = parts.path.lower() + "/"
    return encrypted and not any(f"{each}/" in path for each in SHARED_TENANTS)


def _signed(name: str) -> str:
    return f"{name.strip()[:80]} (mesin ini)" if name.strip() else "mesin ini"
