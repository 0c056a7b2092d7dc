"""Location quotient, proximity and density of every kecamatan by five-digit KBLI, beside econcomplex.

    python benchmarks/regional_scale.py [--regions 7285] [--classes 1789] [--filled 0.08] [--repeats 1]

Each side runs in a process of its own on the same random table. Printed are the best time of the repeats
(one: the first call, memory still to be had from the system) and the peak of memory beyond the table
itself, imports and results included. The bare matrix products (co-occurrence, density) are timed in the
same way: no measure can be faster. Nothing is asserted: figures hang on the machine and on what else runs
on it. The environment's choice of BLAS (OPENBLAS_CORETYPE, threads) holds for all sides alike.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parent.parent
STEPS = ("location_quotient", "proximity", "density")
SIDES = ("ours", "econcomplex", "product", "sparse")
SEED = 7285


def table(regions: int, classes: int, filled: float) -> np.ndarray:
    """Amounts with a long tail, most cells empty, every region and class with something."""
    rng = np.random.default_rng(SEED)
    values = rng.lognormal(0, 2, (regions, classes)).astype("float32")
    values[rng.random((regions, classes), dtype="float32") >= filled] = 0
    values[np.arange(regions), rng.integers(0, classes, regions)] += 1
    values[rng.integers(0, regions, classes), np.arange(classes)] += 1
    return values


def run(side: str, path: str, repeats: int) -> dict[str, float]:
    """Time the three steps of one side, best of the repeats, and the peak memory they add to the table."""
    output = pd.DataFrame(np.load(path), copy=False)
    before = peak_mb()
    steps = {"ours": ours, "econcomplex": theirs, "product": product, "sparse": sparse}[side](output)
    times: dict[str, list[float]] = {name: [] for name, _ in steps}
    for _ in range(repeats):
        for name, step in steps:
            start = time.perf_counter()
            step()
            times[name].append(time.perf_counter() - start)
    result = {name: min(taken) for name, taken in times.items()}
    result["total"] = sum(result.values())
    result["memory_mb"] = peak_mb() - before
    return result


def ours(output: pd.DataFrame) -> list:
    """Our measures; the table is float32 and stays so."""
    # In here, so that no side carries the other's libraries in its memory.
    from analysis.relatedness import density, proximity  # noqa: PLC0415
    from analysis.specialization import location_quotient  # noqa: PLC0415

    reference = pd.Series(output.to_numpy().sum(axis=0), index=output.columns)
    kept: dict[str, pd.DataFrame] = {}
    return [
        ("location_quotient", lambda: kept.update(lq=location_quotient(output, reference))),
        ("proximity", lambda: kept.update(phi=proximity(output, reference))),
        ("density", lambda: kept.update(density=density(output, reference, kept["phi"]))),
    ]


def theirs(output: pd.DataFrame) -> list:
    """The same three of econcomplex."""
    import econcomplex  # noqa: PLC0415

    kept: dict[str, pd.DataFrame] = {}
    return [
        ("location_quotient", lambda: kept.update(lq=econcomplex.location_quotient(output))),
        ("proximity", lambda: kept.update(phi=econcomplex.proximity(output, compute="product")["product"])),
        ("density", lambda: kept.update(density=econcomplex.relatedness_density(output, phi=kept["phi"]))),
    ]


def product(output: pd.DataFrame) -> list:
    """The bare products in float32: specialities by specialities, specialities by proximity."""
    special = specialities(output).astype("float32")
    kept: dict[str, np.ndarray] = {}
    return [
        ("proximity", lambda: kept.update(phi=special.T @ special)),
        ("density", lambda: kept.update(density=special @ kept["phi"])),
    ]


def specialities(output: pd.DataFrame) -> np.ndarray:
    """Where the location quotient is at least one, made before anything is timed."""
    from analysis.specialization import location_quotient  # noqa: PLC0415

    return location_quotient(output, output.sum()).to_numpy() >= 1


def sparse(output: pd.DataFrame) -> list:
    """The same two products of sparse matrices; the counts in the narrowest type that holds them."""
    from scipy.sparse import csr_array  # noqa: PLC0415

    special = csr_array(specialities(output), dtype="int16")
    weights = special.astype("float32")
    kept: dict[str, np.ndarray] = {}
    return [
        ("proximity", lambda: kept.update(phi=(special.T @ special).toarray().astype("float32"))),
        ("density", lambda: kept.update(density=weights @ kept["phi"])),
    ]


def peak_mb() -> float:
    """Peak resident memory of this process so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def main() -> None:
    """Run every side by itself and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--regions", type=int, default=7285)
    parser.add_argument("--classes", type=int, default=1789)
    parser.add_argument("--filled", type=float, default=0.08, help="share of the cells that are not empty")
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--side", choices=SIDES, help="run one side here and print it as JSON")
    parser.add_argument("--table", help="the table for --side, as .npy")
    given = parser.parse_args()
    if given.side:
        print(json.dumps(run(given.side, given.table, given.repeats)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "table.npy")
        # Made elsewhere too: a process starts with the peak of the one that started it.
        size = [str(value) for value in (given.regions, given.classes, given.filled)]
        making = f"import regional_scale as b; b.np.save({path!r}, b.table({', '.join(size)}))"
        subprocess.run([sys.executable, "-c", making], cwd=Path(__file__).parent, check=True)
        found = {side: in_own_process(side, path, given.repeats) for side in SIDES}
    print(f"{given.regions} regions x {given.classes} classes, {given.filled:.0%} filled, float32")
    report(found)


def in_own_process(side: str, path: str, repeats: int) -> dict[str, float]:
    """Run one side in a fresh process, whose peak of memory is its own."""
    command = [sys.executable, __file__, "--side", side, "--table", path, "--repeats", str(repeats)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def report(found: dict[str, dict[str, float]]) -> None:
    """Print times, memory and ratios."""
    print(f"{'':22}{'ours':>10}{'econcomplex':>14}{'bare product':>14}{'bare sparse':>14}")
    for name in (*STEPS, "total"):
        cells = [f"{found[side][name]:.2f}" if name in found[side] else "" for side in SIDES]
        print(f"{name + ' (s)':22}{cells[0]:>10}{cells[1]:>14}{cells[2]:>14}{cells[3]:>14}")
    cells = [f"{found[side]['memory_mb']:.0f}" for side in SIDES]
    print(f"{'peak memory (MB)':22}{cells[0]:>10}{cells[1]:>14}{cells[2]:>14}{cells[3]:>14}")
    mine, other, *bare = (found[side] for side in SIDES)
    products = mine["proximity"] + mine["density"]
    # Whoever is faster sets the bound, for each product by itself.
    bound = sum(min(each[name] for each in bare) for name in ("proximity", "density"))
    print(f"faster than econcomplex: {other['total'] / mine['total']:.1f} times (aim: at least 5)")
    print(f"memory of econcomplex's: {mine['memory_mb'] / other['memory_mb']:.2f} (aim: at most 0.5)")
    print(f"time of the faster bare products, proximity and density: {products / bound:.2f} (aim: at most 2)")
    print(f"time of the faster bare products, with the location quotient: {mine['total'] / bound:.2f}")


if __name__ == "__main__":
    main()
