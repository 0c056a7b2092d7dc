"""What every test shares."""

from __future__ import annotations

from hypothesis import settings

# A deadline measures the machine, not the code: the machines that run these tests are shared and noisy.
settings.register_profile("shared_machine", deadline=None)
settings.load_profile("shared_machine")
