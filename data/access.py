"""Roles and the audit trail from the command line of the server: ``python -m data.access``."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Sequence

from data.permissions import set_role
from data.store import StoreError, open_store
from data.store.roles import ROLES
from i18n import _


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    asked = _parser().parse_args(arguments)
    by = f"baris perintah ({getpass.getuser()})"
    try:
        with open_store() as store:
            if asked.command == "beri":
                set_role(store, asked.email, asked.role, asked.kota, by)
                print(_("{email} sekarang {role}.").format(email=asked.email, role=asked.role))
            elif asked.command == "cabut":
                set_role(store, asked.email, None, (), by)
                print(_("Peran {email} dicabut.").format(email=asked.email))
            elif asked.command == "daftar":
                for row in store.roles.everyone().itertuples():
                    print(row.email, row.role, ",".join(row.cities), sep="\t")
            else:
                for row in store.audit.entries(asked.banyak).itertuples():
                    detail = json.dumps(row.detail, ensure_ascii=False)
                    print(
                        f"{row.at:%Y-%m-%d %H:%M:%S}Z", row.actor, row.action, row.subject, detail, sep="\t"
                    )
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m data.access", description=_("Peran dan jejak penerbitan.")
    )
    commands = parser.add_subparsers(dest="command", required=True)
    give = commands.add_parser("beri", help=_("beri peran kepada sebuah alamat surel"))
    give.add_argument("email")
    give.add_argument("role", choices=ROLES)
    give.add_argument("--kota", nargs="+", default=[], help=_("kode BPS kota seorang analis"))
    take = commands.add_parser("cabut", help=_("cabut peran sebuah alamat surel"))
    take.add_argument("email")
    commands.add_parser("daftar", help=_("tampilkan semua peran"))
    trail = commands.add_parser("jejak", help=_("tampilkan jejak: siapa melakukan apa dan kapan"))
    trail.add_argument("--banyak", type=int, default=50)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
