"""How cost grows: pages at 34, 98 and 514 member cities, tables at 34, 514 and 7,285 regions.

    python benchmarks/growth.py pages [--members 34 98 514]
    python benchmarks/growth.py rows [--regions 34 514 7285] [--years 14] [--database postgresql://…]

`pages` makes the first so many kota (then kabupaten) of the 514 members of the home Komwil and opens the
pages in a process of its own: seconds of processor cold (the first of the process) and warm, memory. What
only the 34 have (products, news) the others lack; a point and a year are made up for them, for this alone.

`rows` fills a table region x year x 17 sectors with random amounts and measures one publication, one start
(the edition held whole) and the answer for one region: from the table in memory, from DuckDB over a Parquet
file, and, where a database is named, from PostgreSQL with an index. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("beranda", "peta", "profil", "komplementaritas", "mitra", "banding", "pangan", "aplikasi")
SECTORS = "ABCDEFGHIJKLMNOPQ"
SEED = 514
REPEATS = 5


def memory_mb() -> float:
    """Memory this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def timed(
    work: Callable[[], object], repeats: int = 1, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Seconds of the fastest of some repeats."""
    taken = []
    for _ in range(repeats):
        begun = clock()
        work()
        taken.append(clock() - begun)
    return min(taken)


def members_folder(folder: Path, members: int) -> None:
    """Write a data folder in which so many regions are members of the home Komwil."""
    tables = ROOT / "data" / "tables"
    regions = pd.read_csv(tables / "regions.csv", dtype=str, keep_default_na=False)
    places = regions[regions["level"].isin(["kota", "kabupaten"])]
    known = places["komwil"] != ""
    order = places.assign(rank=np.where(known, 0, np.where(places["level"] == "kota", 1, 2)))
    chosen = order.sort_values("rank", kind="stable")["region_code"].head(members)
    random = np.random.default_rng(SEED)
    rows = places[places["region_code"].isin(chosen)].copy()
    lack = rows.loc[rows["komwil"] == "", "region_code"]
    rows["komwil"] = "I"
    lacking = rows["latitude"] == ""
    rows.loc[lacking, "latitude"] = [f"{each:.4f}" for each in random.uniform(-8, 5, lacking.sum())]
    rows.loc[lacking, "longitude"] = [f"{each:.4f}" for each in random.uniform(96, 138, lacking.sum())]
    # Four times a quarter stands for the year only so that there is one; nobody reads these figures.
    sectors = pd.read_csv(tables / "grdp_sectors.csv", dtype=str, keep_default_na=False)
    new = sectors[(sectors["sector"] != "TOTAL") & sectors["region_code"].isin(lack)]
    new = new[new["period"] == sectors["period"].mode()[0]].astype({"value_billion_rupiah": float})
    key = ["region_code", "price_basis", "source_id"]
    new = (4 * new.groupby(key)["value_billion_rupiah"].sum()).reset_index().assign(period="2025")
    for kind in ("tables", "facts"):
        (folder / kind).mkdir(parents=True)
    rows.to_csv(folder / "tables" / "regions.csv", index=False)
    new.to_csv(folder / "tables" / "grdp_totals.csv", index=False)
    points = pd.read_csv(ROOT / "data" / "facts" / "places.csv", dtype=str)
    further = rows[~rows["region_code"].isin(points["region_code"])]
    added = further[["region_code", "latitude", "longitude"]].assign(
        point="titik_kota", island="lain", coast="ya"
    )
    pd.concat([points, added]).to_csv(folder / "facts" / "places.csv", index=False)
    (folder / "rumah.json").write_text(json.dumps({"komwil": "I"}))


def open_pages() -> None:
    """Open every page twice in this process and print seconds and memory as JSON."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "pages")]
    from framed import opened  # noqa: PLC0415

    import data  # noqa: PLC0415

    found: dict = {"members": len(data.cities()), "pages": {}}
    for stem in PAGES:
        once = partial(opened, stem)
        found["pages"][stem] = (timed(once, 1, time.process_time), timed(once, 3, time.process_time))
    found["memory_mb"] = memory_mb()
    print(json.dumps(found))


def pages(counts: list[int]) -> None:
    """Print what the pages cost at each number of members."""
    found = {}
    for members in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "data"
            members_folder(folder, members)
            done = subprocess.run(
                [sys.executable, __file__, "open"],
                env={**os.environ, "SINERGI_DATA": str(folder)},
                capture_output=True,
                text=True,
                check=False,
            )
        if done.returncode:
            print(f"{members} members: {done.stderr.strip().splitlines()[-1]}")
            continue
        found[members] = json.loads(done.stdout.splitlines()[-1])
    print(f"{'processor s':22}" + "".join(f"{members:>18}" for members in found))
    for stem in PAGES:
        cells = ("{:.2f} / {:.2f}".format(*each["pages"][stem]) for each in found.values())
        print(f"{stem:22}" + "".join(f"{cell:>18}" for cell in cells))
    print(f"{'memory (MB)':22}" + "".join(f"{each['memory_mb']:>18.0f}" for each in found.values()))


def table(regions: int, years: int) -> pd.DataFrame:
    """Amounts of so many regions, years and 17 sectors, one a row."""
    random = np.random.default_rng(SEED)
    codes = [f"{each:06d}" for each in range(regions)]
    index = pd.MultiIndex.from_product(
        [codes, [str(2010 + year) for year in range(years)], list(SECTORS)],
        names=["region_code", "period", "sector"],
    )
    amounts = pd.Series(random.lognormal(3, 2, len(index)).round(2), index=index, name="value_billion_rupiah")
    return amounts.reset_index().assign(price_basis="ADHB", source_id="S0001")


def store_costs(frame: pd.DataFrame, folder: Path) -> dict[str, float]:
    """Publish the table into a SQLite store of its own and open that store anew."""
    sys.path.insert(0, str(ROOT))
    from data.store import open_store  # noqa: PLC0415

    file = folder / "store.db"
    with open_store(f"sqlite:///{file}") as store:
        parent = store.current("grdp_sectors")
        before = file.stat().st_size
        publish = timed(lambda: store.publish("grdp_sectors", frame, "ukur", "", parent))
        store.engine.dispose()
    size = (file.stat().st_size - before) / 2**20
    with open_store(f"sqlite:///{file}") as store:
        held = store.hold(store.edition())
        number = int(store.current("grdp_sectors"))
        before_mb = memory_mb()
        read = timed(lambda: held.read("grdp_sectors", number))
    return {"publish (s)": publish, "read whole (s)": read, "in the store (MB)": size, "in memory (MB)": max(
        memory_mb() - before_mb, frame.memory_usage(deep=True).sum() / 2**20
    )}  # fmt: skip


def answers(frame: pd.DataFrame, folder: Path, database: str) -> dict[str, float]:
    """Milliseconds until the 17 sectors of one region in one year are there, by where the rows lie."""
    import duckdb  # noqa: PLC0415

    code, year = frame["region_code"].iloc[len(frame) // 2], frame["period"].iloc[-1]
    file = folder / "table.parquet"
    frame.sort_values(["region_code", "period"]).to_parquet(file, index=False, row_group_size=100_000)
    asked = f"SELECT sector, value_billion_rupiah FROM '{file}' WHERE region_code = ? AND period = ?"  # noqa: S608

    total = "SELECT sector, sum(value_billion_rupiah) FROM '{}' WHERE period = ? GROUP BY sector"

    def from_memory() -> pd.DataFrame:
        return frame[(frame["region_code"] == code) & (frame["period"] == year)]

    def from_parquet() -> list:
        return duckdb.execute(asked, [code, year]).fetchall()

    def all_from_memory() -> pd.Series:
        rows = frame.loc[frame["period"] == year]
        return rows.groupby("sector")["value_billion_rupiah"].sum()

    def all_from_parquet() -> list:
        return duckdb.execute(total.format(file), [year]).fetchall()

    assert len(from_memory()) == len(from_parquet()) == len(SECTORS)
    found = {
        "from memory (ms)": 1000 * timed(from_memory, REPEATS),
        "DuckDB, Parquet (ms)": 1000 * timed(from_parquet, REPEATS),
        "Parquet (MB)": file.stat().st_size / 2**20,
    }
    found["all summed, memory (ms)"] = 1000 * timed(all_from_memory, REPEATS)
    found["all summed, DuckDB (ms)"] = 1000 * timed(all_from_parquet, REPEATS)
    if database:
        found["PostgreSQL, index (ms)"] = from_postgresql(frame, (code, year), database)
    return found


def from_postgresql(frame: pd.DataFrame, key: tuple[str, str], database: str) -> float:
    """Milliseconds of the same question to a temporary table with an index."""
    import psycopg  # noqa: PLC0415

    question = "SELECT sector, value_billion_rupiah FROM growth WHERE region_code = %s AND period = %s"
    with psycopg.connect(database) as connection:
        connection.execute(
            "CREATE TEMP TABLE growth"
            " (region_code text, period text, sector text, value_billion_rupiah float8)"
        )
        columns = ["region_code", "period", "sector", "value_billion_rupiah"]
        with connection.cursor().copy("COPY growth FROM STDIN") as copy:
            for row in frame[columns].itertuples(index=False):
                copy.write_row(row)
        connection.execute("CREATE INDEX ON growth (region_code, period)")
        connection.execute("ANALYZE growth")
        assert len(connection.execute(question, key).fetchall()) == len(SECTORS)
        return 1000 * timed(lambda: connection.execute(question, key).fetchall(), REPEATS)


def analysis_costs(frame: pd.DataFrame) -> dict[str, float]:
    """Measures over all regions, and the complementarity of every pair where it fits into memory."""
    sys.path.insert(0, str(ROOT))
    from analysis.complementarity import complementarity  # noqa: PLC0415
    from analysis.relatedness import density, proximity  # noqa: PLC0415
    from analysis.specialization import location_quotient  # noqa: PLC0415

    last = frame[frame["period"] == frame["period"].iloc[-1]]
    output = last.pivot(index="region_code", columns="sector", values="value_billion_rupiah")
    reference = output.sum()
    found = {
        "location quotient (s)": timed(lambda: location_quotient(output, reference), REPEATS),
        "proximity, density (s)": timed(
            lambda: density(output, reference, proximity(output, reference)), REPEATS
        ),
    }
    if len(output) <= 7_285:
        found["all pairs (s)"] = timed(lambda: complementarity(output, reference, list(SECTORS)))
        found["all pairs (MB)"] = len(output) ** 2 * 8 / 2**20
    return found


def rows(counts: list[int], years: int, database: str) -> None:
    """Print what rows cost at each number of regions."""
    found: dict[int, dict[str, float]] = {}
    for regions in counts:
        frame = table(regions, years)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            found[regions] = {
                "rows": len(frame),
                **store_costs(frame, folder),
                **answers(frame, folder, database),
                **analysis_costs(frame),
            }
    names = dict.fromkeys(name for each in found.values() for name in each)
    print(f"{'regions':26}" + "".join(f"{regions:>14,}" for regions in found))
    for name in names:
        cells = (f"{each[name]:,.3g}" if name in each else "" for each in found.values())
        cells = (f"{each['rows']:,.0f}" for each in found.values()) if name == "rows" else cells
        print(f"{name:26}" + "".join(f"{cell:>14}" for cell in cells))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("pages", "rows", "open"))
    parser.add_argument("--members", type=int, nargs="+", default=[34, 98, 514])
    parser.add_argument("--regions", type=int, nargs="+", default=[34, 514, 7285])
    parser.add_argument("--years", type=int, default=14)
    parser.add_argument("--database", default="", help="a PostgreSQL database for a temporary table")
    given = parser.parse_args()
    if given.what == "open":
        open_pages()
    elif given.what == "pages":
        pages(given.members)
    else:
        rows(given.regions, given.years, given.database)


if __name__ == "__main__":
    main()
