"""Many briefs in one ZIP; one that fails is named and does not stop the others."""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Callable

import reports
from i18n import _
from wording.names import city_name as name

LOG = logging.getLogger(__name__)


def build(
    cities: list[str], language: str, edition: int, progress: Callable[[int, int, str], None] | None
) -> reports.AllBriefs:
    """Return the briefs of `cities` as they stood at `edition`."""
    failed: dict[str, str] = {}
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as archive:  # a PDF is compressed already
        for done, code in enumerate(cities):
            if progress:
                progress(done, len(cities), name(code))
            try:
                made = reports.city_brief(code, language=language, edition=edition)
            except Exception as error:
                LOG.exception("brief of %s failed", code)
                failed[code] = str(error)
            else:
                archive.writestr(f"{code} {file_name(name(code))}.pdf", made)
        if failed:
            archive.writestr(_("GAGAL.txt"), "\n".join(_lines(failed)).encode("utf-8-sig"))
        if progress:
            progress(len(cities), len(cities), "")
    return reports.AllBriefs(kept.getvalue(), failed)


def _lines(failed: dict[str, str]) -> list[str]:
    said = _("Lembar ringkas {city} tidak dapat dibuat: {reason}")
    return [said.format(city=name(code), reason=reason) for code, reason in failed.items()]


def file_name(text: str) -> str:
    """`text` without signs a file system does not take."""
    return "".join(sign if sign.isalnum() or sign in " -_" else "_" for sign in text).strip() or "_"
