"""What every test shares."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import settings

# A deadline measures the machine, not the code: the machines that run these tests are shared and noisy.
settings.register_profile("shared_machine", deadline=None)
settings.load_profile("shared_machine")


@pytest.fixture(scope="session", autouse=True)
def _packages_are_looked_through_once():
    """Keep what Streamlit finds in the installed packages: its AppTest looks through all for every page.

    That was two fifths of what the tests of pages cost; what is installed does not change during a run.
    """
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


# Begun first, longest first, so that no worker has a long file left when the others are done. Whole folders
# of short files end the run.
LONG_FIRST = (
    "browser/test_kerja_sama",
    "browser/every_page/",
    "browser/desk/",
    "browser/service/",
    "browser/",
    "territory/",
    "pages/test_data",
    "pages/",
    "reports/",
    "data/validation/test_validation_odd_files",
    "data/store/",
    "data/",
)


def pytest_collection_modifyitems(items):
    """Begin with the long files; a file is one worker's (`--dist loadfile`) and makes what it shares once."""
    items.sort(key=_turn)


def _turn(item) -> int:
    place = item.nodeid.removeprefix("tests/")
    return next((turn for turn, start in enumerate(LONG_FIRST) if place.startswith(start)), len(LONG_FIRST))
