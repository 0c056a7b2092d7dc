"""The benchmark of growth runs and prints a column for each size."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from test_deploy_files import ROOT


def test_costs_of_rows_are_printed_for_each_size():
    pytest.importorskip("duckdb", reason="requirements-dev.txt is not installed")
    command = [sys.executable, ROOT / "benchmarks" / "growth.py", "rows", "--regions", "10", "34"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    printed = {re.split(r" {2,}", line)[0]: line.split()[-2:] for line in done.stdout.splitlines()}
    assert printed["regions"] == ["10", "34"]
    assert printed["rows"] == ["2,380", "8,092"]
    for name in ("publish (s)", "DuckDB, Parquet (ms)", "in memory (MB)", "all pairs (s)"):
        assert all(float(cell) > 0 for cell in printed[name])
