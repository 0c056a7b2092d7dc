"""Bring tables from the BPS WebAPI into the store: ``python -m data.bps``.

For each table: fetch, keep the raw answer and the table read from it side by side under ``var/bps``, check
it as an upload is checked, and, with ``--terbitkan``, publish it as an upload is published.
"""

from __future__ import annotations

import argparse
import getpass
import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from data.changes.differences import difference, key_of, merge_update
from data.importers.bps_api import BASE_URL, NATION, Answer, BpsError, Client
from data.importers.bps_tables import VARIABLES, next_source, rows_of
from data.store import Change, Store, StoreError, Version, activate, open_store
from data.store.connect import DEFAULT_FILE
from data.versioning.versions import trial
from i18n import _

FOLDER = DEFAULT_FILE.parent / "bps"
KEY = "BPS_API_KEY"
MOST_SHOWN = 20


@dataclass
class Import:
    """What one run brought in.

    Attributes
    ----------
    tables
        Rows by our table, all answers together.
    sources
        The table ``sources`` with a row for each answer.
    problems
        What the checks found, by table, as in :func:`data.validation.check`.
    ok
        Whether no check found an error.
    published
        The versions made; empty without ``--terbitkan``, after an error, or when nothing is new.
    remarks
        What the person has to know: one sentence each.
    """

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    sources: pd.DataFrame = field(default_factory=pd.DataFrame)
    problems: dict[str, pd.DataFrame] = field(default_factory=dict)
    ok: bool = True
    published: list[Version] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def keep(answer: Answer, folder: Path) -> Path:
    """Write the raw answer and, beside it, the table read from it; return the path of the raw one."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    raw = folder / f"{answer.variable}-{answer.year}-{stamp}.json"
    for path, content in (
        (raw, answer.raw),
        (raw.with_suffix(".csv"), answer.rows.to_csv(index=False, lineterminator="\n").encode()),
    ):
        partial = path.with_name(path.name + ".part")
        partial.write_bytes(content)
        partial.replace(path)
    return raw


def collect(
    store: Store,
    client: Client,
    wanted: Sequence[tuple[int, int]],
    *,
    folder: Path = FOLDER,
    base_url: str = BASE_URL,
    indicator: str | None = None,
    check: Callable | None = None,
) -> Import:
    """Fetch (variable, year) pairs, keep them and check them. Publishes nothing.

    Raises
    ------
    BpsError
        At the first table that cannot be had or read; those fetched before are kept in `folder`.
    """
    result = Import(sources=store.read("sources"))
    parts: dict[str, list[pd.DataFrame]] = {}
    for variable, year in tqdm(wanted, desc="BPS", unit="tabel"):
        answer = client.fetch(variable, year)
        keep(answer, folder)
        source = next_source(answer, result.sources, base_url)
        found = rows_of(answer, source["source_id"], indicator)
        result.sources = merge_update(result.sources, source.to_frame().T, key_of("sources"))
        parts.setdefault(found.table, []).append(found.frame)
        if found.unknown_regions:
            result.remarks.append(
                _(
                    "Variabel {var}: {count} wilayah tidak ada di tabel wilayah dan dilewati ({codes})."
                ).format(
                    var=variable,
                    count=len(found.unknown_regions),
                    codes=", ".join(found.unknown_regions[:10]),
                )
            )
        for place, text in list(answer.unread.items())[:MOST_SHOWN]:
            result.remarks.append(
                _("Variabel {var}, {place}: “{text}” bukan angka dan dilewati.").format(
                    var=variable, place=place, text=text[:40]
                )
            )
    result.tables = {table: pd.concat(frames, ignore_index=True) for table, frames in parts.items()}
    _check_all(result, check)
    return result


def _check_all(result: Import, check: Callable | None) -> None:
    if check is None:
        from data import validation  # noqa: PLC0415 - loads the readers of uploads; only needed here

        check = validation.check
    with trial(sources=result.sources):
        for table, frame in result.tables.items():
            content = io.BytesIO()
            frame.to_csv(content, index=False, encoding="utf-8", lineterminator="\n")
            report = check(content.getvalue(), f"bps_{table}.csv", table)
            result.problems[table] = report.problems
            if report.ok:
                result.tables[table] = report.frame
            else:
                result.ok = False


def publish(store: Store, result: Import, author: str, note: str) -> list[Version]:
    """Publish what was collected as one edition: new and changed figures, and the sources they name.

    A figure that has not changed keeps the source it has. Raises as :meth:`data.store.Store.publish`.
    """
    if not result.ok:
        raise BpsError(_("Pemeriksaan menemukan kesalahan; tidak ada yang diterbitkan."))
    changes, used = [], set()
    for table, frame in result.tables.items():
        parent = store.current(table)
        current = store.read(table, parent)
        new = _news(current, frame, table)
        if not new.empty:
            used |= set(new["source_id"])
            changes.append(Change(table, merge_update(current, new, key_of(table)), parent, "import"))
    if not changes:
        return []
    parent = store.current("sources")
    current = store.read("sources", parent)
    named = result.sources[result.sources["source_id"].isin(used)]
    fresh = named[~named["source_id"].isin(current["source_id"])]
    if not fresh.empty:
        merged = merge_update(current, fresh, key_of("sources"))
        changes.insert(0, Change("sources", merged, parent, "import"))
    result.published = store.publish_together(changes, author, note)
    return result.published


def _news(current: pd.DataFrame, frame: pd.DataFrame, table: str) -> pd.DataFrame:
    key = list(key_of(table))
    figures = [column for column in frame.columns if column not in ("source_id", "note")]
    beside = current.merge(frame[key], on=key)
    found = difference(beside[figures], frame[figures], table)
    wanted = pd.concat([found.added, found.after])[key]
    return frame.merge(wanted, on=key)[list(frame.columns)]


def main(arguments: Sequence[str] | None = None, check: Callable | None = None) -> int:
    """Run one import; return the exit code: 0 done, 1 refused or failed."""
    asked = _parser().parse_args(arguments)
    try:
        with (
            open_store() as store,
            Client(
                os.environ.get(KEY, ""),
                base_url=asked.url,
                domain=asked.domain,
                tries=asked.percobaan,
                first_wait_s=asked.jeda,
                timeout_s=asked.tunggu,
            ) as client,
        ):
            activate(store)  # so that labels and checks go by the versions in force
            variables = asked.variabel or list(VARIABLES)
            wanted = [
                (variable, year)
                for variable in variables
                for year in asked.tahun or [max(client.years(variable), default=datetime.now(UTC).year)]
            ]
            result = collect(
                store,
                client,
                wanted,
                folder=asked.folder,
                base_url=asked.url,
                indicator=asked.indikator,
                check=check,
            )
            _tell(result)
            if not result.ok:
                print(_("Pemeriksaan menemukan kesalahan; tidak ada yang diterbitkan."), file=sys.stderr)
                return 1
            if not asked.terbitkan:
                print(_("Semua diperiksa. Tambahkan --terbitkan untuk menerbitkannya."))
                return 0
            for version in publish(store, result, f"impor BPS ({getpass.getuser()})", asked.catatan):
                print(_("{table}: versi {version} terbit.").format(table=version.table, version=int(version)))
            if not result.published:
                print(_("Tidak ada angka baru; tidak ada yang diterbitkan."))
    except (BpsError, StoreError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        activate(None)
    return 0


def _tell(result: Import) -> None:
    for remark in result.remarks:
        print(remark)
    for table, problems in result.problems.items():
        errors = int((problems["severity"] == "error").sum())
        print(
            _("{table}: {rows} baris, {errors} kesalahan, {warnings} peringatan.").format(
                table=table, rows=len(result.tables[table]), errors=errors, warnings=len(problems) - errors
            )
        )
        for row in problems.sort_values("severity").head(MOST_SHOWN).itertuples():
            print(f"  [{row.severity}] {row.line} {row.column} {row.value}: {row.reason} {row.remedy}")


def _parser() -> argparse.ArgumentParser:
    description = _("Ambil tabel dinamis dari WebAPI BPS. Kunci dibaca dari BPS_API_KEY.")
    parser = argparse.ArgumentParser(prog="python -m data.bps", description=description)
    parser.add_argument(
        "variabel", nargs="*", type=int, help=_("nomor variabel BPS; tanpa ini semua yang dikenal")
    )
    parser.add_argument("--tahun", nargs="+", type=int, help=_("tahun; tanpa ini yang terbaru"))
    parser.add_argument("--terbitkan", action="store_true", help=_("terbitkan bila tidak ada kesalahan"))
    parser.add_argument("--catatan", default="Impor WebAPI BPS", help=_("catatan versi"))
    parser.add_argument("--indikator", help=_("kode indikator untuk variabel di luar tabel yang dikenal"))
    parser.add_argument("--domain", default=NATION, help=_("domain BPS, 0000 untuk pusat"))
    parser.add_argument("--url", default=os.environ.get("BPS_API_URL", BASE_URL), help=_("alamat WebAPI"))
    parser.add_argument("--folder", type=Path, default=FOLDER, help=_("tempat menyimpan jawaban mentah"))
    parser.add_argument("--percobaan", type=int, default=5, help=_("banyaknya percobaan per permintaan"))
    parser.add_argument("--jeda", type=float, default=1.0, help=_("jeda pertama antarpercobaan, detik"))
    parser.add_argument("--tunggu", type=float, default=60.0, help=_("batas menunggu jawaban, detik"))
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
