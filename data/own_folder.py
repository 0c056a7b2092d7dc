"""Look through the folder another Komwil brings (``SINERGI_DATA``): what is wrong in it, and what is lacking.

``SINERGI_DATA=FOLDER python -m data.own_folder`` prints each problem with its remedy and ends with 1
where the pages would be wrong or broken.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import data
from data import geometry
from data.errors import UnknownPeriod
from data.schema import TABLES
from data.territory import FOLDER_SETTING, HOME
from data.validation import check
from i18n import _

MOST = 10  # problems told of one table


def wrong(folder: Path) -> Iterator[str]:
    """Yield a sentence for each problem that makes pages wrong."""
    known = {f"{name}.csv" for name in TABLES}
    for file in sorted((folder / "tables").glob("*")):
        if file.name not in known:
            yield _("tables/{file}: tidak ada tabel bernama itu.").format(file=file.name)
            continue
        content = file.read_bytes()
        if content.count(b"\n") <= 1:
            continue  # a heading alone: nothing is recorded
        found = [each for each in check(content, file.name, file.stem).found if each.severity == "error"]
        for problem in found[:MOST]:
            where = _("tables/{file}, baris {line}").format(file=file.name, line=problem.line or 1)
            yield f"{where}, {problem.column or '–'}: {problem.reason} {problem.remedy}"
        if len(found) > MOST:
            yield _("tables/{file}: dan {count} masalah lain.").format(
                file=file.name, count=len(found) - MOST
            )
    for name in sorted(HOME.replaced - set(TABLES)):
        yield _("rumah.json: “ganti” menyebut {table}, yang bukan nama tabel.").format(table=name)


def lacking() -> Iterator[str]:
    """Yield a sentence for what the home Komwil needs and does not have."""
    members = data.cities(data.HOME_KOMWIL)
    unplaced = members.index[members[["latitude", "longitude"]].isna().any(axis=1)]
    if len(unplaced):
        yield _("Tanpa lintang atau bujur di regions: {codes}.").format(codes=", ".join(unplaced))
    outlined = {each["properties"]["code"] for each in geometry.geojson("cities")["features"]}
    without = [code for code in members.index if code not in outlined]
    if without:
        yield _("Tanpa garis batas di geo/kota_detail.geojson: {codes}.").format(codes=", ".join(without))
    try:
        data.latest_year(komwil=data.HOME_KOMWIL)
    except UnknownPeriod:
        yield _("Tidak ada tahun yang grdp_totals-nya lengkap bagi semua anggota.")
    quarter = data.latest_quarter()
    absent = members.index.difference(data.sectors_matrix(quarter).dropna(how="all").index)
    if len(absent):
        yield _("Tanpa grdp_sectors {period}: {codes}.").format(period=quarter, codes=", ".join(absent))


def main() -> int:
    """Print what was found; return the exit status."""
    if HOME.folder is None:
        print(_("{setting} tidak disetel: data bawaan dipakai.").format(setting=FOLDER_SETTING))
        return 0
    count = len(data.cities(data.HOME_KOMWIL))
    print(_("Komwil {komwil}: {count} anggota.").format(komwil=data.HOME_KOMWIL, count=count))
    found = [*wrong(HOME.folder), *lacking()]
    print("\n".join(found) or _("Tidak ada masalah."))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
