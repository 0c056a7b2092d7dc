"""Keep the store in one file and bring it back: ``python -m data.backup simpan|periksa|pulihkan FILE``.

A backup is a ZIP of the store's own rows, so it moves between SQLite and PostgreSQL: ``manifest.json``
with the SHA-256 of every member, one ``<table>.jsonl`` a table and ``content/<sha256>.csv.gz``.
"""

from __future__ import annotations

import argparse
import getpass
import hashlib
import json
import os
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy import Table as SqlTable

from data.store import Store, StoreDamaged, StoreError, open_store
from data.store.connect import reading, writing
from data.store.content import unpacked
from data.store.errors import Forbidden
from data.store.journal import Audit
from data.store.moment import now
from data.store.schema import CONTENT, FORMAT, KEPT, STATE
from data.store.soundness import examine
from i18n import _

MANIFEST = "manifest.json"
BATCH = 500


class BadBackup(StoreError):
    """The file is no backup, is damaged, or does not fit the store."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a backup holds: its edition, number of versions and contents, bytes of the file."""

    edition: int
    versions: int
    contents: int
    size: int


def save(store: Store, path: Path) -> Summary:
    """Write everything the store holds to `path`, as it stood at one moment.

    The file appears only when it is complete and has been read back; an older one of that name is
    replaced then.

    Raises
    ------
    DamagedContent
        If a content does not have its hash: a backup of it would be none.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".belum-selesai")
    hashes: dict[str, str] = {}
    try:
        with (
            zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive,
            reading(store.engine, snapshot=True) as connection,
        ):
            edition = connection.execute(select(STATE.c.edition)).scalar_one()
            for name, payload in _members(connection):
                hashes[name] = hashlib.sha256(payload).hexdigest()
                archive.writestr(name, payload)
            manifest = {"format": FORMAT, "made": now(), "edition": edition, "sha256": hashes}
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        summary = inspect(partial)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return summary


def inspect(path: Path) -> Summary:
    """Read a backup through, every hash verified. Raises BadBackup."""
    with _opened(path) as archive:
        manifest = _manifest(archive)
        versions = sum(1 for _row in _rows(archive, "sinergi_version"))
        contents = [name for name in manifest["sha256"] if name.startswith("content/")]
        return Summary(manifest["edition"], versions, len(contents), Path(path).stat().st_size)


def restore(store: Store, path: Path, by: str) -> Summary:
    """Fill an empty store from a backup, in one transaction.

    Raises
    ------
    BadBackup
        If the file is damaged, from a newer application, or the store already holds something: the past
        of a store is never overwritten. Nothing is changed.
    """
    summary = inspect(path)
    try:
        with _opened(path) as archive, writing(store.engine) as connection:
            for table in KEPT:
                if (
                    table is not STATE
                    and connection.execute(select(func.count()).select_from(table)).scalar()
                ):
                    raise BadBackup(
                        _(
                            "Penyimpanan tujuan sudah berisi. Pulihkan ke basis data kosong (berkas SQLite "
                            "baru atau basis data PostgreSQL baru); yang lama tidak ditimpa."
                        )
                    )
            for table in KEPT:
                _fill(connection, archive, table)
            Audit.append(connection, by, "restore", Path(path).name, {"edition": summary.edition})
    except (Forbidden, StoreDamaged, KeyError, ValueError, TypeError) as error:
        raise BadBackup(_("Cadangan ini tidak utuh; tidak ada yang dipulihkan.")) from error
    store.versions_at.cache_clear()
    store.edition()
    return summary


def _members(connection: Connection) -> Iterator[tuple[str, bytes]]:
    for table in KEPT:
        if table is CONTENT:
            lines = []
            for row in connection.execute(select(CONTENT).order_by(CONTENT.c.sha256)).mappings():
                unpacked(row["sha256"], row["gz"])
                yield f"content/{row['sha256']}.csv.gz", row["gz"]
                lines.append(_line({"sha256": row["sha256"], "size": row["size"], "rows": row["rows"]}))
        else:
            rows = connection.execute(select(table).order_by(*table.primary_key)).mappings()
            lines = [_line(dict(row)) for row in rows]
        yield f"{table.name}.jsonl", "".join(lines).encode()


def _line(row: dict) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise BadBackup(_("Berkas cadangan tidak dapat dibaca: {file}").format(file=path)) from error


def _manifest(archive: zipfile.ZipFile) -> dict:
    try:
        manifest = json.loads(archive.read(MANIFEST))
        damaged = [
            name
            for name, sha256 in manifest["sha256"].items()
            if hashlib.sha256(archive.read(name)).hexdigest() != sha256
        ]
        missing = {f"{table.name}.jsonl" for table in KEPT} - set(manifest["sha256"])
        newer = manifest["format"] > FORMAT
    except Exception as error:  # zlib.error and its like: a damaged member says so in many ways
        raise BadBackup(_("Cadangan ini tidak utuh; tidak ada yang dipulihkan.")) from error
    if damaged or missing:
        raise BadBackup(_("Cadangan ini tidak utuh; tidak ada yang dipulihkan."))
    if newer:
        raise BadBackup(_("Cadangan ini dibuat oleh aplikasi yang lebih baru; perbarui aplikasi dulu."))
    return manifest


def _rows(archive: zipfile.ZipFile, name: str) -> Iterator[dict]:
    for line in archive.read(f"{name}.jsonl").decode().split("\n"):
        if line:
            yield json.loads(line)


def _fill(connection: Connection, archive: zipfile.ZipFile, table: SqlTable) -> None:
    if table is STATE:
        row = next(_rows(archive, STATE.name))
        connection.execute(STATE.update().values(edition=row["edition"]))
        return
    rows = list(_rows(archive, table.name))
    if table is CONTENT:
        for row in rows:
            gz = archive.read(f"content/{row['sha256']}.csv.gz")
            unpacked(row["sha256"], gz)
            connection.execute(insert(CONTENT).values(gz=gz, **row))
        return
    for start in range(0, len(rows), BATCH):
        connection.execute(insert(table), rows[start : start + BATCH])
    if connection.dialect.name == "postgresql" and table.primary_key.columns.keys() == ["id"]:
        # The numbers were given, so the sequence that gives the next one has to be told.
        connection.execute(
            text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :next, false)"),
            {"name": table.name, "next": max((row["id"] for row in rows), default=0) + 1},
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``simpan``, ``periksa`` or ``pulihkan``; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m data.backup", description=_("Cadangan penyimpanan data.")
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, purpose in (
        ("simpan", _("tulis seluruh penyimpanan ke satu berkas")),
        (
            "periksa",
            _("baca cadangan, atau tanpa nama berkas penyimpanannya sendiri, dan cocokkan semua sidik jari"),
        ),
        ("pulihkan", _("isi penyimpanan yang kosong dari sebuah cadangan")),
    ):
        optional = "?" if name == "periksa" else None
        commands.add_parser(name, help=purpose).add_argument("file", type=Path, nargs=optional)
    asked = parser.parse_args(arguments)
    try:
        if asked.file is None:
            return _examine_store()
        if asked.command == "periksa":
            summary = inspect(asked.file)
        else:
            with open_store(anew=asked.command == "pulihkan") as store:
                if asked.command == "simpan":
                    summary = save(store, asked.file)
                else:
                    summary = restore(store, asked.file, f"baris perintah ({getpass.getuser()})")
    except (StoreError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(
        _(
            "{file}: edisi {edition}, {versions} versi, {contents} isi, {size} bita; semua sidik jari cocok."
        ).format(
            file=asked.file,
            edition=summary.edition,
            versions=summary.versions,
            contents=summary.contents,
            size=summary.size,
        )
    )
    return 0


def _examine_store() -> int:
    with open_store() as store:
        found = examine(store.engine)
    print(
        _(
            "Penyimpanan utuh: edisi {edition}, {versions} versi, {contents} isi; semua sidik jari cocok."
        ).format(edition=found.edition, versions=found.versions, contents=found.contents)
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
