"""Whose dashboard this is: the Komwil at home, its island, and a folder of tables and outlines of its own.

The one place where this is decided, from two environment variables, before anything is read:
``SINERGI_KOMWIL`` names the home Komwil among those of the table ``regions``; ``SINERGI_DATA`` names a folder
whose files stand beside or in place of the shipped ones (docs/operasi.md, "Menjalankan untuk Komwil lain").
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from i18n import N_, _

KOMWIL_SETTING, FOLDER_SETTING = "SINERGI_KOMWIL", "SINERGI_DATA"
DESCRIPTION = "rumah.json"
SHIPPED = Path(__file__).resolve().parent
FIRST = "I"


class BadTerritory(ValueError):
    """The settings name a Komwil, a folder or a file that is not there."""


@dataclass(frozen=True, slots=True)
class Territory:
    """The settings read.

    Attributes
    ----------
    komwil
        The home Komwil.
    island, provinces
        What the neighbourhood is called, and the codes of its provinces: what lies elsewhere is marked so.
    folder
        The folder of own files; None: the shipped data set alone.
    replaced
        Own tables that stand in place of the shipped ones; rows of the others are joined to them by key.
    """

    komwil: str = FIRST
    island: str = N_("Sumatera")
    provinces: tuple[str, ...] = ("11", "12", "13", "14", "15", "16", "17", "18", "19", "21")
    folder: Path | None = None
    replaced: frozenset[str] = frozenset()

    def file(self, kind: str, name: str) -> Path:
        """Return where a file of ``tables``, ``geo`` or ``facts`` lies: one's own, else the shipped one."""
        return self.own(kind, name) or SHIPPED / kind / name

    def own(self, kind: str, name: str) -> Path | None:
        """Return one's own file of that name; None where there is none."""
        path = None if self.folder is None else self.folder / kind / name
        return path if path is not None and path.is_file() else None


def read(environment: dict[str, str] | os._Environ[str] = os.environ) -> Territory:
    """Return the territory the environment names.

    Raises
    ------
    BadTerritory
        With a sentence that says what is not there and where it was asked for.
    """
    komwil = environment.get(KOMWIL_SETTING, "").strip()
    named = environment.get(FOLDER_SETTING, "").strip()
    if not named:
        return Territory(komwil=komwil or FIRST)
    folder = Path(named)
    described = folder / DESCRIPTION
    try:
        said = json.loads(described.read_text(encoding="utf-8"))
        return Territory(
            komwil=komwil or said["komwil"],
            island=said.get("pulau", Territory().island),
            provinces=tuple(said.get("provinsi", Territory().provinces)),
            folder=folder,
            replaced=frozenset(said.get("ganti", ())),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadTerritory(
            _(
                "{setting} menunjuk folder “{folder}”, tetapi {file} di sana tidak dapat dibaca: {reason}"
            ).format(setting=FOLDER_SETTING, folder=folder, file=DESCRIPTION, reason=error)
        ) from error


HOME = read()
