"""What every test shares."""

from __future__ import annotations

import pytest
from hypothesis import settings

# A deadline measures the machine, not the code: the machines that run these tests are shared and noisy.
settings.register_profile("shared_machine", deadline=None)
settings.load_profile("shared_machine")


def pytest_collection_modifyitems(items):
    """Keep a file with one worker: what its tests share is made once."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.split("::")[0].replace("/", ".")))
